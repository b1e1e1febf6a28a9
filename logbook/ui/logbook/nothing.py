# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What stands in place of the list when there is nothing to list, and why."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from logbook.ui.theme import Theme
from logbook.ui.widgets.empty import EmptyState


class Reason(Enum):
    """Why the list is empty."""

    EMPTY_LOGBOOK = "empty"
    NOTHING_FOUND = "nothing"
    EMPTY_BIN = "bin"


class Nothing(QStackedWidget):
    """One calm page per reason.

    Signals:
        acted(Reason): the act of that page was chosen.
    """

    acted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = Reason.EMPTY_LOGBOOK
        self._pages = {
            Reason.EMPTY_LOGBOOK: EmptyState(
                "book-open",
                self.tr("Je logboek is nog leeg"),
                self.tr(
                    "Hier komt alles te staan wat je schrijft, het nieuwste bovenaan. "
                    "Begin met een vrije notitie of kies links een oefening."
                ),
                self.tr("Schrijf een vrije notitie"),
                theme,
                self,
            ),
            Reason.NOTHING_FOUND: EmptyState(
                "search",
                self.tr("Niets gevonden"),
                self.tr("Geen bijdrage past bij deze woorden en filters. Alles is er nog."),
                self.tr("Laat alles weer zien"),
                theme,
                self,
            ),
            Reason.EMPTY_BIN: EmptyState(
                "trash-2",
                self.tr("De prullenbak is leeg"),
                self.tr(
                    "Wat je weggooit, komt hier te staan. "
                    "Je kunt het terugzetten of voorgoed verwijderen."
                ),
                self.tr("Terug naar het logboek"),
                theme,
                self,
            ),
        }
        for page in self._pages.values():
            self.addWidget(page)
            page.action_requested.connect(self._on_action_requested)

    def show_reason(self, reason: Reason) -> None:
        """Say why there is nothing."""
        self.reason = reason
        self.setCurrentWidget(self._pages[reason])

    @property
    def page(self) -> EmptyState:
        """The page in view."""
        return self._pages[self.reason]

    @Slot()
    def _on_action_requested(self) -> None:
        self.acted.emit(self.reason)
