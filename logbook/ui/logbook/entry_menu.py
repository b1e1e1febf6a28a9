# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The menu "Meer" of an entry that is read: its actions by name."""

from __future__ import annotations

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget


class EntryMenu(QMenu):
    """Everything one can do with an entry beside going on with it; the pane listens."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.copy = self.addAction(self.tr("Kopiëren als Markdown"))
        self.print = self.addAction(self.tr("Afdrukken …"))
        #: Each action holds the name of its format.
        self.exports = QActionGroup(self)
        for caption, name in (
            (self.tr("Exporteren als webpagina …"), "html"),
            (self.tr("Exporteren als Markdown …"), "markdown"),
            (self.tr("Exporteren als JSON …"), "json"),
        ):
            action = self.addAction(caption)
            action.setData(name)
            self.exports.addAction(action)
        self.share = self.addAction(self.tr("Delen …"))
        self.check = self.addAction(self.tr("Nakijken op herleidbaarheid …"))
        self.addSeparator()
        self.then_now = self.addAction(self.tr("Toen en nu: beantwoord dit opnieuw"))
        self.pin = self.addAction(self.tr("Vastzetten"))
        self.label = self.addAction(self.tr("Label …"))
        self.goal = self.addAction(self.tr("Leerdoel koppelen …"))
        self.note = self.addAction(self.tr("Kanttekening bij het geheel"))
        self.look_back = self.addAction(self.tr("Kijk hier later op terug …"))
        self.intend = self.addAction(self.tr("Voornemen toevoegen"))
        self.choose_day = self.addAction(self.tr("Dag waarover het gaat …"))
        self.remove = self.addAction(self.tr("Naar de prullenbak"))
