# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What the user answered in a block, as lines to quote: words, cards, an order, states, rows."""

from __future__ import annotations

from collections.abc import Iterator

from logbook import texts
from logbook.core.arrange import Part, arrange
from logbook.core.exercise import Field
from logbook.core.plain import still_chosen
from logbook.core.wording import PAPER_PREFIX
from logbook.ui.exercise.draft import Draft
from logbook.ui.exercise.rescue import on_screen
from logbook.ui.said import lines_of

_TICKED = "applies"
#: A state or a place says little without what it is about.
_ABOUT = (Field.CHOICE, Field.SCALE)


def leans_on(block_id: str, draft: Draft) -> frozenset[str]:
    """The blocks whose answers change what is quoted of this one."""
    block = draft.exercise.block(block_id) if draft.exercise else None
    source = getattr(block.settings, "of", "") if block else ""
    return frozenset((block_id, source) if isinstance(source, str) else (block_id,))


def own_words(block_id: str, draft: Draft) -> list[str]:
    """What stands in a block now, kept or not; empty while nothing was answered."""
    wanted = leans_on(block_id, draft)
    values = {key: value for key, value in draft.values().items() if key.block in wanted}
    exercise, library = draft.exercise, draft.library
    entry = on_screen(draft.entry, values, exercise, library)
    found: list[str] = []
    for section in arrange(entry, exercise):
        for part in section.parts if section.block == block_id else ():
            if part.key.item.startswith(PAPER_PREFIX) and not part.key.prompt:
                continue  # the name of an own card: it stands with the choice
            shown = still_chosen(part, entry, exercise)
            lines = lines_of(shown, entry, exercise, library)
            marked = [str(line) for line in lines if line.mark != "-" or part.rows]
            marked = [line.removeprefix("- ") for line in marked]
            ticked = texts.joined([line.text for line in lines if line.mark == "-"])
            said = marked if part.rows else [*marked, *filter(None, (ticked,))]
            found += _told(part, said)
    return found


def _told(part: Part, said: list[str]) -> Iterator[str]:
    """What was said, with what it is about and the prose beside it."""
    text = part.value.text.strip()
    about = part.item_title
    if part.wording.kind in _ABOUT and part.key.prompt and not about:
        about = part.question
    if _TICKED in part.value.options:
        said, about = [part.question.rstrip(".")], ""  # a tick says no more than where it stands
    if said and text and len(said) == 1:
        said, text = [f"{said[0]} – {text}"], ""
    told = [*said, *filter(None, (text,))]
    if about and told:
        joint = " " if about.endswith(("?", "!", ":")) else ": "
        told[0] = f"{about.rstrip('.')}{joint}{told[0]}"
    yield from told
