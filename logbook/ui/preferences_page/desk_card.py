# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The switch for the supervisor's desk; in view for supervisors, and while it is on."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from logbook.settings import Role, Settings
from logbook.ui.context import Context
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel


class DeskCard(CardFrame):
    """One choice."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.body.setSpacing(4)
        self.body.addWidget(PlainLabel(self.tr("Feedback aan studenten"), "strong", self))
        self.desk = QCheckBox(self.tr("Een bureau voor wat studenten mij sturen"), self)
        self.body.addWidget(self.desk)
        note = self.tr(
            "Bij Feedback open je dan deelpakketten, schrijf je opmerkingen en geef je die terug."
            " Wat je ontvangt, staat in een eigen bestand, los van je logboek. Zet je dit uit, dan"
            " blijft het staan."
        )
        self.body.addWidget(PlainLabel(note, "small", self, wrap=True))
        self.desk.clicked.connect(self._on_desk_clicked)

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen now."""
        self.desk.setChecked(settings.supervisor)
        offered = settings.role is Role.SUPERVISOR or settings.supervisor
        self.setVisible(offered and self._context.services.keeps)

    @Slot(bool)
    def _on_desk_clicked(self, on: bool) -> None:
        self._context.preferences.change(supervisor=on)
