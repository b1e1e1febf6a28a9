# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What stands in a calendar file; it may lie on a shared computer, so no answer is quoted."""

from __future__ import annotations

from logbook.core.revisit import OfferKind
from logbook.texts.words import count

EVENT_DESCRIPTION = "Open Logboek om verder te gaan."
EVALUATION_EVENT = "Evaluatie"


def event_summary(kind: OfferKind, exercise_title: str) -> str:
    """What a date is called in a calendar.

    Args:
        exercise_title: of an exercise; "" when it has none. Never the title of a note.
    """
    words = "Voornemen" if kind is OfferKind.INTENTION else "Terugblik in je logboek"
    return f"{words}: {exercise_title}" if exercise_title else words


def dates_written(number: int) -> str:
    """`3 datums in het agendabestand gezet.`: what an export did."""
    if number == 0:
        return "Er zijn nog geen datums. Het agendabestand is leeg."
    return f"{count(number, 'datum', 'datums')} in het agendabestand gezet."
