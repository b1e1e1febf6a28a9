# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a comparison says in words: which round, what moved, what is not there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from logbook import texts
from logbook.core.compare import ComparedAnswer, ComparedQuestion, ComparedRound, Comparison, Given
from logbook.core.compare_kinds import ChosenItem, ScalePositions, card_moves, keeps_order
from logbook.core.entry import OWN_ITEM
from logbook.core.library import Library
from logbook.texts.comparing import EMPTIED, NOT_CHOSEN, NOTHING, ORDER_CHANGED, moves
from logbook.ui.said import title_of
from logbook.ui.widgets.dates import local_day, month_title, short_day


def round_label(item: ComparedRound) -> str:
    """`Ronde 2 · 12 november 2025`, with the day it is about when that is another one."""
    day = local_day(item.created_at)
    label = _tr("Ronde {number} · {day}").format(
        number=item.number, day=f"{day.day} {month_title(day)}"
    )
    if item.about_date not in (None, day):
        label += _tr(" · over {day}").format(day=short_day(item.about_date))
    return label


def shown_rounds(rounds: Sequence[ComparedRound], total: int) -> str:
    """`Ronde 1 en ronde 40, van 40 rondes`."""
    names = texts.joined([texts.round_number(item.number) for item in rounds])
    names = names[:1].upper() + names[1:]
    if total == len(rounds):
        return names
    return _tr("{names}, van {total}").format(names=names, total=texts.rounds(total))


def absence(question: ComparedQuestion, answer: ComparedAnswer) -> str:
    """What is said where a round has no answer."""
    if answer.given is Given.EMPTIED:
        return EMPTIED
    return NOT_CHOSEN if question.key.item else NOTHING


def move_sentences(
    question: ComparedQuestion, comparison: Comparison, library: Library
) -> tuple[str, ...]:
    """Which cards or options stayed, went and came, and whether their order is another one."""
    found = card_moves(question, comparison)
    if found is None:
        return ()
    titles = {item.name: _title(item, question, comparison, library) for item in found.chosen}
    told = [
        tuple(titles[name] for name in names)
        for names in (found.stayed, found.went, found.came, found.sometimes)
    ]
    order = (ORDER_CHANGED,) if found.order_changed and keeps_order(question) else ()
    return (*moves(*told), *order)


def places_told(scale: ScalePositions, rounds: Sequence[ComparedRound]) -> str:
    """The places on a scale in words, for who does not see the line."""
    told = [
        _tr("ronde {number} op {place}").format(number=item.number, place=place)
        for item, place in zip(rounds, scale.positions, strict=True)
        if place is not None
    ]
    return _tr("{places}; van {low} ({low_words}) tot {high} ({high_words})").format(
        places=texts.joined(told),
        low=scale.low,
        low_words=scale.low_words,
        high=scale.high,
        high_words=scale.high_words,
    )


def _title(
    item: ChosenItem, question: ComparedQuestion, comparison: Comparison, library: Library
) -> str:
    for place in reversed(range(len(item.items))):
        part, known = question.parts[place], item.items[place]
        if part is None or known is None:
            continue
        if known == OWN_ITEM and part.value.own.strip():
            return part.value.own.strip()
        return title_of(known, part, comparison.entries[place], comparison.exercise, library)
    return item.name


def _tr(text: str) -> str:
    return QCoreApplication.translate("CompareWords", text)
