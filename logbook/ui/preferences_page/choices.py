# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One setting as a row of radio buttons: a name, what it means, and what can be chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from logbook.settings import Role
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.labels import PlainLabel


class ChoiceRow(QWidget):
    """A setting with a few values.

    Args:
        title: what is chosen.
        sentence: what it does, "" for nothing to say.
        options: value and caption, in order.

    Signals:
        chosen(str): the user chose this value.
    """

    chosen = Signal(str)

    def __init__(
        self,
        title: str,
        sentence: str,
        options: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addWidget(PlainLabel(title, "strong", self, wrap=True))
        if sentence:
            body.addWidget(PlainLabel(sentence, "small", self, wrap=True))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        row = FlowLayout(spacing=2)
        for value, caption in options:
            radio = QRadioButton(caption, self)
            radio.setAccessibleName(f"{title}: {caption}")
            radio.setProperty("value", value)
            self._group.addButton(radio)
            self._buttons[value] = radio
            row.addWidget(radio)
        body.addSpacing(2)
        body.addLayout(row)
        self._group.buttonClicked.connect(self._on_group_clicked)

    def show_value(self, value: str) -> None:
        """Show what is chosen now, without a signal."""
        if value not in self._buttons:
            return
        self._buttons[value].setChecked(True)
        # Tab comes to the chosen one; Qt itself sees to that only after the first visit.
        for known, radio in self._buttons.items():
            here = known == value
            radio.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
            radio.setProperty("reached_otherwise", not here)
        self.setFocusProxy(self._buttons[value])

    @Slot(QAbstractButton)
    def _on_group_clicked(self, radio: QAbstractButton) -> None:
        self.chosen.emit(radio.property("value"))


class RoleRow(ChoiceRow):
    """Who the user is here; asked at the first start and among the settings."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        roles = (
            (Role.STUDENT, translate("RoleRow", "Student")),
            (Role.PRACTITIONER, translate("RoleRow", "Begeleider in het werk")),
            (Role.SUPERVISOR, translate("RoleRow", "Supervisor")),
            (Role.TEACHER, translate("RoleRow", "Docent")),
        )
        super().__init__(title, sentence, roles, parent)
