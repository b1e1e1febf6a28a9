# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The list of the desk: groups and students in order of next session."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.core.desk import Group, PickUp, StudentView
from logbook.texts import desk as words
from logbook.ui.theme import Theme
from logbook.ui.widgets.dates import long_day, short_day
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout, quiet_scroll_area
from logbook.ui.widgets.rover import Rover
from logbook.ui.widgets.row_button import RowButton


class StudentList(QWidget):
    """A row for each student; arrows walk over them.

    Signals:
        chosen(str): id of a student.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._groups: tuple[Group, ...] = ()
        self._current = ""
        self.rows: dict[str, RowButton] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = area = quiet_scroll_area(self)
        outer.addWidget(area)
        holder = QWidget()
        holder.setProperty("role", "scrolled")
        self._body = QVBoxLayout(holder)
        self._body.setContentsMargins(10, 14, 10, 14)
        self._body.setSpacing(4)
        area.setWidget(holder)
        self._rover = Rover(self)
        self._kept = 0

    def set_head(self, head: QWidget) -> None:
        """Let something stand above the rows; it scrolls along with them."""
        self._body.insertWidget(0, head)
        self._kept = 1

    def show_groups(self, groups: tuple[Group, ...], current: str) -> None:
        """Show these groups; the row of `current` stands out."""
        if groups == self._groups:
            self.set_current(current)
            return
        focused = next((i for i, row in self.rows.items() if row.hasFocus()), "")
        self._groups = groups
        clear_layout(self._body, self._kept)
        self.rows = {}
        for group in groups:
            if group.name or len(groups) > 1:
                name = group.name or self.tr("Zonder groep")
                label = PlainLabel(name, "section", self, wrap=True)
                label.setContentsMargins(12, 8, 12, 2)
                self._body.addWidget(label)
            for view in group.students:
                row = self._row(view)
                self.rows[view.student.id] = row
                self._body.addWidget(row)
                row.show()  # what is not seen yet cannot take the keyboard
        if not self.rows:
            nobody = PlainLabel(self.tr("Niemand gevonden."), "small", self, wrap=True)
            nobody.setContentsMargins(12, 8, 12, 2)
            self._body.addWidget(nobody)
        self._body.addStretch(1)
        self._rover.set_widgets(self.rows.values())
        self.set_current(current)
        if focused in self.rows:
            self.rows[focused].setFocus()

    def set_current(self, student_id: str) -> None:
        """Let the row of a student stand out."""
        self._current = student_id
        for each, other in self.rows.items():
            other.setChecked(each == student_id)
        row = self.rows.get(student_id)
        if row is not None:
            self._rover.set_current(row)
            # What was just made has its place only after this turn of the loop.
            QTimer.singleShot(0, row, lambda: self._area.ensureWidgetVisible(row, 0, 20))

    def focus_current(self) -> None:
        """Bring the keyboard to the row that stands out, or to the first."""
        self._rover.focus()

    def _row(self, view: StudentView) -> RowButton:
        student = view.student
        shared = words.shared_and_new(view.entries, view.new)
        asked = _asked(view)
        lines = [shared]
        if asked:
            lines.append(asked)
        if view.intentions:
            lines.append(words.open_intentions(len(view.intentions)))
        if view.waiting:
            lines.append(self.tr("Er staat een reactie klaar"))
        day = student.next_session
        spoken = [student.name, student.group, *lines]
        if day:
            spoken.insert(1, self.tr("bijeenkomst {day}").format(day=long_day(day)))
        row = RowButton(", ".join(filter(None, spoken)), self)
        row.setCheckable(True)
        row.setObjectName(student.id)
        inner = QWidget(row)
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(3)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(PlainLabel(student.name, "strong", inner, wrap=True), 1)
        if day:
            top.addWidget(PlainLabel(short_day(day), "small", inner))
        body.addLayout(top)
        for number, line in enumerate(lines):
            role = "small" if number else "body"
            body.addWidget(PlainLabel(line, role, inner, wrap=True))
        row.add_passive(inner, 1)
        row.clicked.connect(self._on_row_clicked)
        return row

    @Slot()
    def _on_row_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, RowButton):
            self.set_current(sender.objectName())
            self.chosen.emit(sender.objectName())


def _asked(view: StudentView) -> str:
    count = {what: sum(q.what is what for q in view.questions) for what in PickUp}
    return words.earlier_asked(
        count[PickUp.ANSWERED], count[PickUp.WRITTEN_ON], count[PickUp.NOT_YET]
    )
