# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One answer as the lines of a form: prose, cards, a number, options, a table, a date.

`form_values.py` reads each of them back. Syntax: docs/formats/formulier.md.
"""

from __future__ import annotations

from collections.abc import Mapping

from logbook.core.arrange import Part
from logbook.core.entry import OWN_ITEM
from logbook.core.exercise import (
    Exercise,
    Field,
)
from logbook.core.wording import PAPER_PREFIX
from logbook.formats.form_text import (
    CARD_LINE,
    NOTHING,
    OPTION_LINE,
    OWN_OPTION,
    RANK_LINE,
    encode_cell,
    escape_first,
    escape_text,
    one_line,
    table_row,
)


def render_answer(
    part: Part, exercise: Exercise | None, cards: Mapping[str, tuple[str, str]]
) -> str:
    """What was answered, without its question.

    Args:
        exercise: the exercise as it is now, for the words of options and columns.
        cards: title and description of each chosen card.
    """
    value = part.value
    kind = part.wording.kind
    if part.key.item:
        kind = Field.PROSE if kind == Field.CARDS else kind
    if part.rows or kind in (Field.TABLE, Field.COLUMNS):
        return _join(_table(part, exercise), escape_text(value.text))
    if kind == Field.RANK and not value.cards:
        ranked = [
            f"{place}. {_ranked(part, exercise, each)}"
            for place, each in enumerate(value.options, 1)
        ]
        return _join("\n".join(ranked), escape_first(escape_text(value.text), RANK_LINE))
    if value.cards or kind == Field.CARDS:
        lines = [_card_line(n, ref, cards) for n, ref in enumerate(value.cards, 1)]
        return _join("\n".join(lines), escape_first(escape_text(value.text), CARD_LINE))
    if value.options or value.own or kind == Field.CHOICE:
        lines = _options(part, exercise)
        return _join("\n".join(lines), escape_first(escape_text(value.text), OPTION_LINE))
    if kind == Field.SCALE or value.number is not None:
        number = NOTHING if value.number is None else str(value.number)
        return _join(number, escape_text(value.text))
    if kind == Field.DATE or value.day is not None:
        day = NOTHING if value.day is None else value.day.isoformat()
        return _join(day, escape_text(value.text))
    return escape_text(value.text).strip("\n")


def _ranked(part: Part, exercise: Exercise | None, option: str) -> str:
    """An option in an order; own words are marked, so that they are known again."""
    words = one_line(part.option_in(exercise, option))
    return f"{OWN_OPTION} {words}" if option == OWN_ITEM else words


def column_titles(part: Part, exercise: Exercise | None) -> tuple[str, ...]:
    """The titles of a table's columns; sides or numbers when they are not known."""
    if found := part.columns_in(exercise):
        return found
    if part.wording.kind == Field.COLUMNS:
        return ("Links", "Rechts")
    width = max((len(row.cells) for row in part.rows), default=2)
    return tuple(str(number) for number in range(1, width + 1))


def table_rows(part: Part) -> list[tuple[str, ...]]:
    """The rows as cells; the two columns side by side."""
    if part.wording.kind == Field.COLUMNS:
        left = [row.text for row in part.rows if row.side != "right"]
        right = [row.text for row in part.rows if row.side == "right"]
        height = max(len(left), len(right))
        left += [""] * (height - len(left))
        right += [""] * (height - len(right))
        return list(zip(left, right, strict=True))
    return [row.cells for row in part.rows]


def _table(part: Part, exercise: Exercise | None) -> str:
    titles = column_titles(part, exercise)
    rows = [(*row, *[""] * (len(titles) - len(row))) for row in table_rows(part)]
    return "\n".join([table_row(titles), "|" + "---|" * len(titles), *map(table_row, rows)])


def _card_line(number: int, ref: str, cards: Mapping[str, tuple[str, str]]) -> str:
    title, description = cards.get(ref, ("", ""))
    words = ": ".join(one_line(part) for part in (title, description) if part)
    return (
        f"{number}. {ref} — {words}"
        if words and not ref.startswith(PAPER_PREFIX)
        else (f"{number}. {ref}")
    )


def _options(part: Part, exercise: Exercise | None) -> list[str]:
    value = part.value
    lines = [f"- [x] {one_line(part.option_in(exercise, each))}" for each in value.options]
    if value.own.strip():
        lines.append(f"- [x] {OWN_OPTION} {encode_cell(value.own)}")
    return lines


def _join(*parts: str) -> str:
    return "\n\n".join(part.strip("\n") for part in parts if part.strip("\n"))
