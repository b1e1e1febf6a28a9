# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""How a student is called, in which group, and when the next session is."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLineEdit, QVBoxLayout, QWidget

from logbook.core.desk import NAME_LIMIT, Student, tidy_name
from logbook.ui.widgets.labels import PlainLabel


class StudentForm(QWidget):
    """Three fields; nothing is kept here.

    Args:
        groups: that there are already.
    """

    def __init__(self, groups: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self.group.addItems(groups)
        line = self.group.lineEdit()
        if line is not None:
            line.setMaxLength(NAME_LIMIT)
            line.setPlaceholderText(self.tr("geen groep"))
            line.setAccessibleName(self.tr("Groep"))
        self._add(body, self.tr("Groep"), self.group)
        self.has_session = QCheckBox(self.tr("De volgende bijeenkomst is op"), self)
        body.addSpacing(6)
        body.addWidget(self.has_session)
        self.session = QDateEdit(self)
        self.session.setAccessibleName(self.tr("Volgende bijeenkomst"))
        self.session.setLocale(QLocale("nl_NL"))
        self.session.setDisplayFormat("d MMMM yyyy")
        self.session.setCalendarPopup(True)
        self.session.setDate(QDate.currentDate().addDays(7))
        body.addWidget(self.session)
        self.has_session.toggled.connect(self._on_session_toggled)
        self._on_session_toggled(False)

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
        day = student.next_session
        self.has_session.setChecked(day is not None)
        if day is not None:
            self.session.setDate(QDate(day.year, day.month, day.day))

    @property
    def values(self) -> tuple[str, str, date | None]:
        """Name, group and day as they stand here."""
        chosen = self.session.date()
        day = date(chosen.year(), chosen.month(), chosen.day())
        return (
            tidy_name(self.name.text()),
            tidy_name(self.group.currentText()),
            day if self.has_session.isChecked() else None,
        )

    @Slot(bool)
    def _on_session_toggled(self, on: bool) -> None:
        self.session.setEnabled(on)
