# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The left side of the desk as a whole: words to search by, what to show, and the students."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.core.desk import Group, StudentView
from logbook.core.desk_search import words_of
from logbook.ui.acts import Acts
from logbook.ui.context import Context
from logbook.ui.desk.student_list import StudentList
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.labels import set_role
from logbook.ui.widgets.search_field import SearchField

#: With fewer students than this there is nothing to search.
_MANY = 5
#: Milliseconds of silence before what is typed is sought.
_PAUSE = 150
_SHOWS: dict[str, Callable[[StudentView], bool]] = {
    "all": lambda view: True,
    "new": lambda view: view.new > 0,
    "ready": lambda view: bool(view.waiting),
}


class StudentSide(QWidget):
    """The list with what sifts it.

    Signals:
        changed(): other words, or other students are asked for.
        first_requested(): Enter in the words: the first student that was found.
    """

    changed = Signal()
    first_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = context.services.desk
        self._acts = Acts(context, self)
        self._kind = "all"
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.list = StudentList(context.theme, self)
        outer.addWidget(self.list)
        self.tools = QWidget(self.list)
        body = QVBoxLayout(self.tools)
        body.setContentsMargins(0, 0, 0, 4)
        body.setSpacing(8)
        self.search = SearchField(self.tr("Zoek op je bureau"), context.theme, self.tools)
        self.search.setToolTip(self.tr("In namen, teksten, reacties en notities (Ctrl+F)"))
        body.addWidget(self.search)
        chips = QWidget(self.tools)
        row = FlowLayout(chips, 6)
        self.chips: dict[str, Button] = {}
        for kind, caption in (
            ("all", self.tr("Iedereen")),
            ("new", self.tr("Nieuw")),
            ("ready", self.tr("Reactie klaar")),
        ):
            chip = Button(caption, "chip", "", chips)
            chip.setCheckable(True)
            chip.setObjectName(kind)
            chip.clicked.connect(self._on_chip_clicked)
            row.addWidget(chip)
            self.chips[kind] = chip
        body.addWidget(chips)
        self.list.set_head(self.tools)
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self.changed)
        self.search.textChanged.connect(self._on_text_changed)
        self.search.returnPressed.connect(self._on_return_pressed)
        self._show_kind()

    @property
    def words(self) -> tuple[str, ...]:
        """What is sought."""
        return words_of(self.search.text())

    @property
    def first(self) -> str:
        """The first student in the list, "" when there is none."""
        return next(iter(self.list.rows), "")

    def show_groups(self, groups: tuple[Group, ...], current: str) -> None:
        """Show those of these groups that are asked for; who is being read stays in the list."""
        self.tools.setVisible(
            sum(len(group.students) for group in groups) >= _MANY
            or bool(self.words)
            or self._kind != "all"
        )
        found = self._acts.ask(lambda: self._desk.find(self.search.text())) if self.words else None
        shows = _SHOWS[self._kind]

        def asked(view: StudentView) -> bool:
            if found is not None:
                return view.student.id in found and shows(view)
            return shows(view) or view.student.id == current

        sifted = (replace(group, students=tuple(filter(asked, group.students))) for group in groups)
        self.list.show_groups(tuple(group for group in sifted if group.students), current)

    def show_all(self) -> None:
        """Seek nothing, and show everybody, from the next list on."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._kind = "all"
        self._show_kind()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.focus_current()
        else:
            super().keyPressEvent(event)

    def _show_kind(self) -> None:
        for kind, chip in self.chips.items():
            chip.setChecked(kind == self._kind)
            set_role(chip, "chip-on" if kind == self._kind else "chip")

    @Slot()
    def _on_chip_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self._kind = sender.objectName()
        self._show_kind()
        self.changed.emit()

    @Slot()
    def _on_text_changed(self) -> None:
        self._pause.start(_PAUSE)

    @Slot()
    def _on_return_pressed(self) -> None:
        self._pause.stop()
        self.changed.emit()
        self.first_requested.emit()
