# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""How an intention went, and a new intention beside what was written.

Used by Vandaag, the page of a chapter, Terugblik, the reading pane and the writer.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from logbook.bootstrap import new_id
from logbook.core.entry import Entry
from logbook.core.follow_up import (
    FOLLOW_UP_QUESTIONS,
    OWN_INTENTION_QUESTIONS,
    follow_up_key,
    own_intention_key,
)
from logbook.core.practice import Intention
from logbook.ui.context import Context
from logbook.ui.revisit.standing_form import StandingForm
from logbook.ui.widgets.dates import local_day


class IntentionForm(StandingForm):
    """Heb je het geprobeerd, wat gebeurde er, wat nu, en wanneer weer. Put it in any layout.

    A return that was written earlier today goes on; otherwise it is a new one.

    Raises:
        LogbookError: the entry cannot be read.
    """

    def __init__(
        self, context: Context, intention: Intention, parent: QWidget | None = None
    ) -> None:
        self.intention = intention
        number = return_number(intention, context.services.today())
        super().__init__(
            context,
            context.services.reading.entry(intention.entry_id),
            FOLLOW_UP_QUESTIONS,
            lambda prompt: follow_up_key(intention.place, number, prompt),
            parent,
        )


class OwnIntentionForm(StandingForm):
    """A new intention beside an entry, or in a note of its own when `entry` is None."""

    def __init__(
        self, context: Context, entry: Entry | None, parent: QWidget | None = None
    ) -> None:
        own_id = new_id()
        super().__init__(
            context,
            entry or context.services.writing.begin_note(),
            OWN_INTENTION_QUESTIONS,
            lambda prompt: own_intention_key(own_id, prompt),
            parent,
        )


def return_number(intention: Intention, today: date) -> int:
    """The number of the return to write now: the last one when that is of today."""
    if not intention.returns:
        return 1
    last = intention.returns[-1]
    return last.number + (local_day(last.written_at) != today)
