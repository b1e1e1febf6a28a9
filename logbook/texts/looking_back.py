# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Sentences about looking back: how long ago, and why something comes back now."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from logbook.core.revisit import OfferKind, Span
from logbook.texts.words import count, number_word

if TYPE_CHECKING:
    from logbook.core.exercise import Exercise
    from logbook.core.revisit import Offer

_SPANS = {
    Span.WEEK: "een week",
    Span.MONTH: "een maand",
    Span.QUARTER: "drie maanden",
    Span.HALF_YEAR: "een half jaar",
    Span.YEAR: "een jaar",
    Span.TWO_YEARS: "twee jaar",
    Span.FIVE_YEARS: "vijf jaar",
    Span.TEN_YEARS: "tien jaar",
}
_WEEKS_FROM, _MONTHS_FROM = 14, 60


def ago(day: date, today: date) -> str:
    """`een jaar geleden`, `drie weken geleden`, `gisteren`, `vandaag`: rounded down, in words."""
    days = (today - day).days
    if days < 1:
        return "vandaag"
    if days == 1:
        return "gisteren"
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    if months >= 12:
        years = months // 12
        return f"{_one(years, 'een jaar', 'jaar')} geleden"
    if days >= _MONTHS_FROM:
        return f"{_one(max(months, 1), 'een maand', 'maanden')} geleden"
    if days >= _WEEKS_FROM:
        return f"{_one(days // 7, 'een week', 'weken')} geleden"
    return f"{number_word(days)} dagen geleden"


def earlier(span: Span) -> str:
    """`een jaar eerder`: how long before another day something was written."""
    return f"{_SPANS[span]} eerder"


def why(offer: Offer, exercise: Exercise | None, today: date) -> str:
    """Why something comes back now, in one sentence.

    Args:
        exercise: the exercise of the offer as it is now; None when it has none, or it is gone.
    """
    match offer.kind:
        case OfferKind.PROPOSAL:
            return _proposed(offer, exercise)
        case OfferKind.OWN:
            chosen = "Je koos deze dag om terug te kijken."
            return chosen if offer.due else "Je koos je volgende evaluatie om terug te kijken."
        case OfferKind.INTENTION:
            return "Je nam je dit voor, en koos deze dag om te kijken hoe het ging."
        case OfferKind.UNVISITED:
            return "Deze oefening deed je één keer."
    if offer.span is not None:
        return f"{_SPANS[offer.span][:1].upper()}{_SPANS[offer.span][1:]} geleden schreef je dit."
    if offer.written_on is None:
        return "Dit schreef je eerder."
    words = ago(offer.written_on, today)
    return f"{words[:1].upper()}{words[1:]} schreef je dit."


def _proposed(offer: Offer, exercise: Exercise | None) -> str:
    block = exercise.block(offer.place or offer.block) if exercise else None
    days = getattr(block.settings, "days", None) if block else None
    if days is None:
        return "Je oefening stelt voor om nu terug te kijken."
    if days % 7:
        span = "een dag" if days == 1 else count(days, "dag", "dagen")
    else:
        span = "een week" if days == 7 else count(days // 7, "week", "weken")
    return f"Je oefening stelt voor om na {span} terug te kijken."


def _one(number: int, one: str, many: str) -> str:
    return one if number == 1 else f"{number_word(number)} {many}"
