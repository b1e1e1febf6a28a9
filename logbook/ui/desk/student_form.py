# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""How a student is called, in which group, and when the next session is."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from logbook.clock import now_utc
from logbook.core.desk import NAME_LIMIT, Student, tidy_name
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button, IconButton
from logbook.ui.widgets.calendar_dialog import CalendarDialog
from logbook.ui.widgets.dates import local_day, long_day
from logbook.ui.widgets.labels import PlainLabel

#: In so many days a first proposal for the next session lies.
_SOON = 7


class StudentForm(QWidget):
    """Three fields; nothing is kept here.

    Args:
        groups: that there are already, with their day: it is proposed with the group.

    Signals:
        changed(): something else stands here.
    """

    changed = Signal()

    def __init__(
        self, theme: Theme, groups: dict[str, date | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._groups = groups
        self._day: date | None = None
        self._chosen = False
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        self.name = QLineEdit(self)
        self.name.setMaxLength(NAME_LIMIT)
        self.name.setPlaceholderText(self.tr("Student A"))
        self._add(body, self.tr("Hoe noem je deze student?"), self.name)
        self.group = QComboBox(self)
        self.group.setEditable(True)
        self.group.addItem("")
        self.group.addItems(list(groups))
        line = self.group.lineEdit()
        if line is not None:
            line.setMaxLength(NAME_LIMIT)
            line.setPlaceholderText(self.tr("geen groep"))
            line.setAccessibleName(self.tr("Groep"))
        self._add(body, self.tr("Groep"), self.group)
        body.addSpacing(4)
        body.addWidget(PlainLabel(self.tr("Volgende bijeenkomst"), "strong", self))
        row = QHBoxLayout()
        row.setSpacing(4)
        self.session = Button("", "", "calendar", self)
        self.no_session = IconButton("x", self.tr("Geen dag"), theme, self, "muted")
        row.addWidget(self.session)
        row.addWidget(self.no_session)
        row.addStretch(1)
        body.addLayout(row)
        self.session.clicked.connect(self._on_session_clicked)
        self.no_session.clicked.connect(self._on_no_session_clicked)
        self.set_day(None)
        self.name.textChanged.connect(self.changed)
        self.group.currentTextChanged.connect(self._on_group_changed)

    def _add(self, body: QVBoxLayout, title: str, field: QWidget) -> None:
        label = PlainLabel(title, "strong", self)
        label.setBuddy(field)
        field.setAccessibleName(title)
        body.addWidget(label)
        body.addWidget(field)

    def fill(self, student: Student) -> None:
        """Show what is known of a student."""
        self.name.setText(student.name)
        self.group.setCurrentText(student.group)
        self._chosen = student.next_session is not None
        self.set_day(student.next_session)

    def set_group(self, group: str) -> None:
        """Propose a group, with its day."""
        self.group.setCurrentText(group)

    def set_day(self, day: date | None) -> None:
        """Show when the next session is."""
        self._day = day
        words = long_day(day) if day else self.tr("Kies een dag …")
        self.session.setText(words)
        self.session.setAccessibleName(self.tr("Volgende bijeenkomst: {day}").format(day=words))
        self.no_session.setVisible(day is not None)
        self.changed.emit()

    @property
    def values(self) -> tuple[str, str, date | None]:
        """Name, group and day as they stand here."""
        return tidy_name(self.name.text()), tidy_name(self.group.currentText()), self._day

    @Slot()
    def _on_group_changed(self) -> None:
        if not self._chosen:
            self.set_day(self._groups.get(tidy_name(self.group.currentText())))
        self.changed.emit()

    @Slot()
    def _on_session_clicked(self) -> None:
        title = self.tr("Volgende bijeenkomst")
        dialog = CalendarDialog(
            title,
            self.tr("Wanneer is de volgende bijeenkomst?"),
            title,
            self._day or local_day(now_utc()) + timedelta(days=_SOON),
            self.window(),
        )
        if dialog.exec() and dialog.day is not None:
            self._chosen = True
            self.set_day(dialog.day)
        dialog.deleteLater()

    @Slot()
    def _on_no_session_clicked(self) -> None:
        self._chosen = True
        self.set_day(None)
        self.session.setFocus()
