# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What moved between rounds, per kind of answer: cards and options, places on a scale, rows.

Facts only: which stayed, which went, which came, where each place is. No arrow, no mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from logbook.core.arrange import Part
from logbook.core.compare import ComparedQuestion, Comparison, item_names, own_name
from logbook.core.entry import Entry
from logbook.core.plain import RANK
from logbook.core.text import normalise
from logbook.core.wording import CARDS, COLUMNS

if TYPE_CHECKING:
    from logbook.core.exercise import Exercise


@dataclass(frozen=True, slots=True)
class ChosenItem:
    """A card or option as it stands in each round.

    Args:
        name: the same in every round.
        items: its id in each round, None where it was not chosen; "own" for own words.
        places: its place from 1 in each round.
    """

    name: str
    items: tuple[str | None, ...]
    places: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class CardMoves:
    """What happened to cards or options between the first and the last round that has any.

    Args:
        chosen: everything that was ever chosen, in order of first appearance.
        stayed: names of what is in every round that has any.
        went: what the first has and the last has not.
        came: what the last has and the first has not.
        sometimes: all else: what is not in every round between.
        order_changed: whether what stayed stands in another order in some round.
    """

    chosen: tuple[ChosenItem, ...]
    stayed: tuple[str, ...]
    went: tuple[str, ...]
    came: tuple[str, ...]
    sometimes: tuple[str, ...]
    order_changed: bool


@dataclass(frozen=True, slots=True)
class ScalePositions:
    """One line with the place of each round on it; None where a round is not on this line."""

    low: int
    high: int
    low_words: str
    high_words: str
    positions: tuple[int | None, ...]
    explanations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableRows:
    """Rows beside each other. `rows` holds per row the cells of each round, None for no such row.

    `titles` are those of the columns, each as it was worded; two wordings are joined.
    """

    titles: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...] | None, ...], ...]


def keeps_order(question: ComparedQuestion) -> bool:
    """Whether the order of what was chosen is the user's own: cards and orders."""
    return question.kind in (CARDS, RANK)


def card_moves(question: ComparedQuestion, comparison: Comparison) -> CardMoves | None:
    """What happened to cards or options; None when fewer than two rounds chose any."""
    rows = [
        _chosen(part, entry) for part, entry in zip(question.parts, comparison.entries, strict=True)
    ]
    filled = [row for row in rows if row]
    if len(filled) < 2:
        return None
    names = list(dict.fromkeys(name for row in filled for name in row))
    first, last = filled[0], filled[-1]
    stayed = [name for name in names if all(name in row for row in filled)]
    went = [name for name in names if name in first and name not in last]
    came = [name for name in names if name in last and name not in first]
    told = {*stayed, *went, *came}
    orders = {tuple(name for name in row if name in stayed) for row in filled}
    return CardMoves(
        tuple(_item(name, rows) for name in names),
        tuple(stayed),
        tuple(went),
        tuple(came),
        tuple(name for name in names if name not in told),
        len(orders) > 1,
    )


def scale_positions(
    question: ComparedQuestion, exercise: Exercise | None
) -> tuple[ScalePositions, ...]:
    """The lines to put the places on: one, or one per scale when the scale itself was changed."""
    lines: dict[tuple[int, int, str, str], dict[int, Part]] = {}
    for column, part in enumerate(question.parts):
        scale = part.scale_in(exercise) if part and part.value.number is not None else None
        if part is not None and scale is not None:
            which = (scale.low_number, scale.high_number, scale.low, scale.high)
            lines.setdefault(which, {})[column] = part
    columns = range(len(question.answers))
    return tuple(
        ScalePositions(
            *which,
            tuple(found[n].value.number if n in found else None for n in columns),
            tuple(found[n].value.text if n in found else "" for n in columns),
        )
        for which, found in lines.items()
    )


def table_rows(question: ComparedQuestion, exercise: Exercise | None) -> TableRows | None:
    """The rows of tables beside each other; None when no round has any.

    Rows with the same first cell stand beside each other; the others in order.
    """
    tables = [_cells(part) if part else [] for part in question.parts]
    if not any(tables):
        return None
    titles: list[list[str]] = []
    for part in question.parts:
        for place, title in enumerate(part.columns_in(exercise) if part and part.rows else ()):
            if place == len(titles):
                titles.append([])
            if title not in titles[place]:
                titles[place].append(title)
    return TableRows(tuple(" / ".join(each) for each in titles), tuple(_beside(tables)))


def _chosen(part: Part | None, entry: Entry) -> dict[str, str]:
    """What a round chose: its name in the comparison, and its id in that round, in order."""
    if part is None:
        return {}
    names = item_names(entry, part.key.block) if part.value.cards else {}
    found = {}
    for item in part.value.chosen:
        own = item == "own" and (part.value.own or part.own)
        found[own_name(own) if own else names.get(item, item)] = item
    return found


def _item(name: str, rows: Sequence[dict[str, str]]) -> ChosenItem:
    return ChosenItem(
        name,
        tuple(row.get(name) for row in rows),
        tuple(list(row).index(name) + 1 if name in row else None for row in rows),
    )


def _cells(part: Part) -> list[tuple[str, ...]]:
    if part.wording.kind != COLUMNS:
        return [row.cells for row in part.rows]
    if not part.rows:
        return []
    left = [row.text.strip() for row in part.rows if row.side != "right"]
    right = [row.text.strip() for row in part.rows if row.side == "right"]
    return [("\n".join(left), "\n".join(right))]


def _beside(tables: Sequence[list[tuple[str, ...]]]) -> list[tuple[tuple[str, ...] | None, ...]]:
    slots: list[list[tuple[str, ...] | None]] = []
    for column, rows in enumerate(tables):
        waiting: list[tuple[str, ...]] = []
        for row in rows:
            slot = next((s for s in slots if s[column] is None and _same_start(s, row)), None)
            if slot is None:
                waiting.append(row)
            else:
                slot[column] = row
        free = [slot for slot in slots if slot[column] is None]
        for place, row in enumerate(waiting):
            if place < len(free):
                free[place][column] = row
            else:
                slots.append([None] * len(tables))
                slots[-1][column] = row
    return [tuple(slot) for slot in slots]


def _same_start(slot: Sequence[tuple[str, ...] | None], row: tuple[str, ...]) -> bool:
    """Whether a row begins with the same words as one that stands here already."""
    start = _folded(row)
    return bool(start) and any(start == _folded(other) for other in slot if other)


def _folded(row: tuple[str, ...]) -> str:
    return normalise(" ".join(row[0].split())) if row else ""


#: Options of checklists and choosers, told from others when the exercise is gone.
_STATES = frozenset({"yes", "partly", "no", "unknown", "applies"})


def is_state(question: ComparedQuestion, exercise: Exercise | None) -> bool:
    """Whether it is an item of a checklist or an argument of a chooser: one line says it all."""
    if question.kind != "choice" or not question.key.prompt:
        return False
    block = exercise.block(question.key.block) if exercise else None
    if block is not None:
        return block.kind in ("checklist", "chooser")
    options = [option for part in question.parts if part for option in part.value.options]
    return bool(options) and set(options) <= _STATES
