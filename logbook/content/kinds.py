# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The kinds of block: which attributes and prompts each takes, and what it becomes.

One function per kind, gathered in the table `KINDS`. Source of the rules:
docs/design.md, "Exercise files".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from logbook.content import choosing, standard_prompts
from logbook.content.block_reader import CHOOSING, BlockReader, Built
from logbook.content.passages import Table, find_table
from logbook.content.sentences import Mistake, hint
from logbook.core.exercise import (
    BlockKind,
    CardSettings,
    ColumnsSettings,
    ExchangeSettings,
    Field,
    OfSettings,
    RecallSettings,
    RevisitSettings,
    RunningSettings,
    ScaleSettings,
    TableSettings,
)

PICK_MOST = 50
ROWS_MOST = 50
COLUMNS_MOST = 6
SCALE_MOST = 10
PHASES_MOST = 20
CELLS_LEAST, CELLS_MOST = 4, 6
DAYS_MOST = 1_095

_AFTER = re.compile(r"([0-9]{1,4})([dwm])")
_DAYS = {"d": 1, "w": 7, "m": 30}


class Kind(NamedTuple):
    """One kind of block. `prompts` says whether it may (None), must or cannot have `###`."""

    build: Callable[[BlockReader], Built]
    attributes: tuple[str, ...] = ()
    prompts: bool | None = False


def _text(block: BlockReader) -> Built:
    itself = block.itself(block.field)
    prompts = block.prompts((itself,), answers=block.field)
    mode = block.value("mode")
    if not mode:
        return Built(block.part.passage.source, prompts)
    if mode != "running":
        block.add(Mistake.ATTRIBUTE_FORM, name="mode", value=mode, example="mode=running")
    if len(block.part.parts) < 2:
        block.add(Mistake.RUNNING_FEW)
    running = replace(itself, field=Field.PROSE)
    return Built(block.part.passage.source, (running, *prompts), RunningSettings(first=True))


def _model(block: BlockReader) -> Built:
    name = block.value("name", "name=korthagen")
    models = block.surroundings.models
    phases = models.get(name, ())
    if name and name not in models:
        block.add(Mistake.MODEL_UNKNOWN, name=name, hint=hint(name, models))
    elif name and len(phases) < 2:
        block.add(Mistake.MODEL_WITHOUT_PHASES, name=name)
    if "phases" in block.part.heading.attributes.values:
        first, last = block.span("phases", "phases=1-4", 1, PHASES_MOST)
        if phases and last > len(phases):
            value = block.value("phases")
            block.add(Mistake.PHASES_MOST, value=value, name=name, count=len(phases))
        phases = phases[first - 1 : last]
    settings = RunningSettings(first=False, model=f"models/{name}")
    prompts = (block.itself(Field.PROSE), *phases)
    return Built(block.part.passage.source, prompts, settings)


def _grid(block: BlockReader) -> Built:
    if not CELLS_LEAST <= len(block.part.parts) <= CELLS_MOST:
        block.add(Mistake.CELLS_NUMBER, count=len(block.part.parts))
    return Built(block.part.passage.source, block.prompts(answers=Field.PROSE))


def _situation(block: BlockReader) -> Built:
    prompts = block.prompts(standard_prompts.SITUATION, answers=Field.PROSE)
    return Built(block.part.passage.source, prompts)


def _exchange(block: BlockReader) -> Built:
    settings = ExchangeSettings(block.value("with"))
    return Built(block.part.passage.source, standard_prompts.EXCHANGE, settings)


def _intention(block: BlockReader) -> Built:
    return Built(block.part.passage.source, standard_prompts.INTENTION)


def _cards(block: BlockReader) -> Built:
    decks = block.names("deck", "deck=beelden")
    least, most = block.span("pick", "pick=4", 1, PICK_MOST)
    known = block.surroundings.decks
    for name in decks:
        if name not in known:
            available = f"Kies uit: {', '.join(sorted(known))}." if known else ""
            block.add(Mistake.DECK_UNKNOWN, name=name, hint=hint(name, known), available=available)
            continue
        count = known[name]
        if count is None:
            block.add(Mistake.DECK_BROKEN, name=name, file=f"decks/{name}/deck.md")
        elif most > count:
            block.add(Mistake.DECK_TOO_SMALL, name=name, count=count)
    prompts = block.prompts(answers=Field.PROSE, per_item=True)
    settings = CardSettings(decks, least, most, block.yes_or_no("paper"))
    return Built(block.part.passage.source, (block.itself(Field.CARDS), *prompts), settings)


def _each(block: BlockReader) -> Built:
    settings = OfSettings(block.target(CHOOSING.__contains__))
    prompts = block.prompts(answers=Field.PROSE, per_item=True)
    return Built(block.part.passage.source, prompts, settings)


def _beside(block: BlockReader) -> Built:
    settings = OfSettings(block.target(CHOOSING.__contains__))
    remark = replace(block.itself(Field.PROSE), per_item=True)
    return Built(block.part.passage.source, (remark,), settings)


def _scale(block: BlockReader) -> Built:
    low = block.number("from", 1, 0, SCALE_MOST - 1)
    high = block.number("to", 7, 1, SCALE_MOST)
    if low >= high:
        block.add(Mistake.ATTRIBUTE_RANGE, name="to", value=high, low=low + 1, high=SCALE_MOST)
    settings = ScaleSettings(
        low,
        high,
        block.value("low", 'low="helemaal niet"'),
        block.value("high", 'high="helemaal wel"'),
    )
    prompts = block.prompts((block.itself(Field.SCALE),), answers=Field.SCALE)
    return Built(block.part.passage.source, prompts, settings)


def _columns(block: BlockReader) -> Built:
    table = _table_of(block, 2, 2)
    if table is None:
        return Built("", ())
    left, right = (*table.header, "", "")[:2]
    example = table.rows[0][1] if table.rows else ()
    settings = ColumnsSettings(left, right, table.after.source, example)
    return Built(table.before.source, (block.itself(Field.COLUMNS),), settings)


def _table(block: BlockReader) -> Built:
    least, most = 1, 10
    if "rows" in block.part.heading.attributes.values:
        least, most = block.span("rows", "rows=2-6", 1, ROWS_MOST)
    table = _table_of(block, 2, COLUMNS_MOST)
    if table is None:
        return Built("", ())
    example = table.rows[0][1] if table.rows else ()
    body = "\n\n".join(filter(None, (table.before.source, table.after.source)))
    settings = TableSettings(table.header, example, least, most)
    return Built(body, (block.itself(Field.TABLE),), settings)


def _table_of(block: BlockReader, fewest: int, most: int) -> Table | None:
    table = find_table(block.part.passage)
    if table is None:
        block.add(Mistake.TABLE_MISSING)
        return None
    count = len(table.header)
    if not fewest <= count <= most:
        expected = str(most) if fewest == most else f"{fewest} tot {most}"
        block.add(Mistake.TABLE_COLUMNS, table.line, count=count, expected=expected)
    if not all(table.header):
        block.add(Mistake.TABLE_HEADER_EMPTY, table.line)
    for number, cells in table.rows[:1]:
        if len(cells) != count:
            block.add(Mistake.TABLE_UNEVEN, number, count=len(cells), expected=count)
    for number, _ in table.rows[1:]:
        block.add(Mistake.TABLE_EXAMPLES, number)
    second = find_table(table.after)
    if second is not None:
        block.add(Mistake.TABLE_TWICE, second.line)
    return table


def _revisit(block: BlockReader) -> Built:
    text = block.value("after", "after=12w")
    match = _AFTER.fullmatch(text)
    days = int(match[1]) * _DAYS[match[2]] if match else 0
    if text and not match:
        block.add(Mistake.ATTRIBUTE_FORM, name="after", value=text, example="after=12w")
    elif text and not 1 <= days <= DAYS_MOST:
        block.add(Mistake.ATTRIBUTE_RANGE, name="after", value=text, low="1d", high="156w")
    names = block.names("of", "of=id-van-een-stap")
    for name in names:
        if name not in block.everywhere:
            block.add(Mistake.OF_UNKNOWN, name=name, hint=hint(name, block.everywhere))
        elif block.everywhere[name] is BlockKind.REVISIT:
            block.add(Mistake.OF_REVISIT, name=name)
    return Built(block.part.passage.source, (), RevisitSettings(days, names))


def _recall(block: BlockReader) -> Built:
    text = block.value("of", "of=oefening#stap")
    exercise, mark, target = text.partition("#")
    if not mark:
        exercise, target = "", text
    if mark and not target:
        block.add(Mistake.ATTRIBUTE_FORM, name="of", value=text, example="of=oefening#stap")
    elif text:
        block.recalls.append((block.line, exercise, target))
    settings = RecallSettings(exercise, target)
    return Built(block.part.passage.source, (block.itself(Field.PROSE),), settings)


KINDS: dict[BlockKind, Kind] = {
    BlockKind.TEXT: Kind(_text, ("mode",), prompts=None),
    BlockKind.SITUATION: Kind(_situation, prompts=None),
    BlockKind.CARDS: Kind(_cards, ("deck", "pick", "paper"), prompts=None),
    BlockKind.EACH: Kind(_each, ("of",), prompts=True),
    BlockKind.BESIDE: Kind(_beside, ("of",)),
    BlockKind.SCALE: Kind(_scale, ("from", "to", "low", "high"), prompts=None),
    BlockKind.CHOICE: Kind(choosing.choice, ("max", "own", "list")),
    BlockKind.RANK: Kind(choosing.rank, ("of",)),
    BlockKind.CHECKLIST: Kind(choosing.checklist, ("list",)),
    BlockKind.CHOOSER: Kind(choosing.chooser, ("list",)),
    BlockKind.GRID: Kind(_grid, prompts=True),
    BlockKind.MODEL: Kind(_model, ("name", "phases")),
    BlockKind.COLUMNS: Kind(_columns),
    BlockKind.TABLE: Kind(_table, ("rows",)),
    BlockKind.EXCHANGE: Kind(_exchange, ("with",)),
    BlockKind.INTENTION: Kind(_intention),
    BlockKind.REVISIT: Kind(_revisit, ("after", "of")),
    BlockKind.RECALL: Kind(_recall, ("of",)),
}
