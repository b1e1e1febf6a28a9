# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The shape of one step of sharing: a column with a title, a sentence and what the step asks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from logbook.ui.context import Context
from logbook.ui.sharing.share_work import ShareWork
from logbook.ui.widgets.columns import ReadingColumn
from logbook.ui.widgets.labels import PlainLabel


class Step(ReadingColumn):
    """One step. The page asks `enter` when it comes into view, and `focus_first`.

    Signals:
        state_changed(): `ready` or `hint` may be another.
    """

    state_changed = Signal()
    #: Whether Enter outside a field or button goes on to the next step.
    enter_goes_on = True
    width_wished = 760

    def __init__(
        self, context: Context, work: ShareWork, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context.theme, parent, width=self.width_wished, margins=(32, 24))
        self._context = context
        self._work = work
        self.setAccessibleName(title)
        self.body.setSpacing(12)
        self.title = PlainLabel(title, "page-title", self.column, wrap=True)
        self.body.addWidget(self.title)

    @property
    def ready(self) -> bool:
        """Whether one can go on from here."""
        return True

    @property
    def hint(self) -> str:
        """Why one cannot go on; "" when one can."""
        return ""

    def enter(self) -> None:
        """The step comes into view: show what is chosen now."""

    def focus_first(self) -> None:
        """Bring the keyboard to where the step begins."""

    def _say(self, text: str, role: str = "muted") -> PlainLabel:
        label = PlainLabel(text, role, self.column, wrap=True)
        self.body.addWidget(label)
        return label
