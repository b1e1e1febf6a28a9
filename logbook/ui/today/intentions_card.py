# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The open intentions on Vandaag, those whose day has come first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from logbook.ui.revisit.intention_list import IntentionList
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from logbook.core.practice import Intention
    from logbook.ui.context import Context

#: So many stand on Vandaag; Terugblik has all.
_MOST = 3


class IntentionsCard(CardFrame):
    """At most three intentions, each with the form for how it went.

    Signals:
        all_requested(): show all of them.
        answered(): one was returned to.
    """

    all_requested = Signal()
    answered = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body.addWidget(PlainLabel(self.tr("Wat je ging proberen"), "strong", self))
        self.body.addSpacing(2)
        self.list = IntentionList(context, short=True, parent=self)
        self.body.addWidget(self.list)
        self.body.addStretch(1)
        row = QHBoxLayout()
        self.all = Button(self.tr("Alle voornemens"), "link", "", self)
        row.addWidget(self.all)
        row.addStretch(1)
        self.body.addLayout(row)
        self.all.clicked.connect(self.all_requested)
        self.list.answered.connect(self.answered)

    def show_intentions(self, intentions: Sequence[Intention]) -> None:
        """Show the first of these."""
        self.list.set_intentions(intentions[:_MOST])
        self.all.setVisible(len(intentions) > _MOST)
