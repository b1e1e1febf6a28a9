# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Asks for a name of something: one line, with a proposal."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from logbook.core.label import NAME_LIMIT, tidy_name
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel


class NameDialog(QDialog):
    """A field and two buttons; an empty name cannot be chosen."""

    def __init__(
        self, title: str, question: str, proposal: str, act: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(12)
        label: QLabel = PlainLabel(question, "heading", self, wrap=True)
        body.addWidget(label)
        self.field = QLineEdit(proposal, self)
        self.field.setMaxLength(NAME_LIMIT)
        self.field.setAccessibleName(question)
        self.field.setMinimumWidth(self.field.fontMetrics().averageCharWidth() * 40)
        self.field.selectAll()
        label.setBuddy(self.field)
        body.addWidget(self.field)
        row = QHBoxLayout()
        row.setSpacing(10)
        cancel = Button(self.tr("Annuleren"), "", "", self)
        cancel.clicked.connect(self.reject)
        self.choose = Button(act, "primary", "", self)
        self.choose.clicked.connect(self.accept)
        self.choose.setDefault(True)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.choose)
        body.addLayout(row)
        self.field.textChanged.connect(self._on_field_text_changed)
        self._on_field_text_changed()
        self.field.setFocus()

    @property
    def name(self) -> str:
        """The name as it would be kept."""
        return tidy_name(self.field.text())

    @classmethod
    def ask(
        cls, title: str, question: str, proposal: str, act: str, parent: QWidget | None = None
    ) -> str | None:
        """The name the user gave, or None when the dialog was closed."""
        dialog = cls(title, question, proposal, act, parent)
        chosen = dialog.exec() == QDialog.DialogCode.Accepted
        name = dialog.name
        dialog.deleteLater()
        return name if chosen and name else None

    @Slot()
    def _on_field_text_changed(self) -> None:
        self.choose.setEnabled(bool(self.name))
