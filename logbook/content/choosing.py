# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The kinds of block in which one picks from a list: `.choice`, `.rank`, `.checklist`, `.chooser`.

Lists are bullets in the block or pages of `resources/`. Source of the rules: docs/design.md,
"Exercise files".
"""

from __future__ import annotations

from logbook.content.block_reader import CHOOSING, BlockReader, Built
from logbook.content.passages import Bullets, find_bullets
from logbook.content.sentences import Mistake, hint
from logbook.content.standard_prompts import APPLIES, CONCLUSION, STATES
from logbook.core.exercise import (
    ChoiceSettings,
    ChooserSettings,
    Field,
    OfSettings,
    Option,
    Prompt,
)
from logbook.core.text import slug

OPTIONS_MOST = 60


def choice(block: BlockReader) -> Built:
    """Options to tick."""
    own = block.yes_or_no("own")
    options, body = _options_of(block)
    most = block.number("max", 0, 1, max(1, len(options) + own)) if options else 0
    settings = ChoiceSettings(most, own)
    return Built(body, (block.itself(Field.CHOICE, options),), settings)


def rank(block: BlockReader) -> Built:
    """Options, or what was chosen earlier, to put in order."""
    bullets = find_bullets(block.part.passage)
    if "of" not in block.part.heading.attributes.values:
        options = _bullet_options(block, bullets)
        return Built(bullets.rest, (block.itself(Field.RANK, options),), OfSettings(""))
    name = block.target(CHOOSING.__contains__)
    if bullets.items:
        block.add(Mistake.OPTIONS_TWICE, bullets.items[0][0], other="of", name=name)
    return Built(bullets.rest, (block.itself(Field.RANK),), OfSettings(name))


def checklist(block: BlockReader) -> Built:
    """One question with four states for each item."""
    items, body = _options_of(block)
    prompts = (
        Prompt(item.id, item.text, field=Field.CHOICE, options=STATES, line=block.line)
        for item in items
    )
    return Built(body, tuple(prompts))


def chooser(block: BlockReader) -> Built:
    """Arguments to weigh without a score, and a conclusion in own words."""
    name = block.value("list", "list=begeleidingsvorm")
    known = block.surroundings.choosers
    if name and name not in known:
        block.add(Mistake.CHOOSER_UNKNOWN, name=name, hint=hint(name, known))
    arguments = known.get(name, ())
    prompts = (
        Prompt(each.id, each.text, field=Field.CHOICE, options=APPLIES, line=block.line)
        for each in arguments
    )
    settings = ChooserSettings(f"choosers/{name}", arguments)
    return Built(block.part.passage.source, (*prompts, CONCLUSION), settings)


def _options_of(block: BlockReader) -> tuple[tuple[Option, ...], str]:
    """The options of `list=` or of the bullets, and the text around the bullets."""
    bullets = find_bullets(block.part.passage)
    name = block.value("list")
    if not name:
        return _bullet_options(block, bullets), bullets.rest
    options = block.surroundings.lists.get(name, ())
    if name not in block.surroundings.lists:
        block.add(Mistake.LIST_UNKNOWN, name=name, hint=hint(name, block.surroundings.lists))
    elif len(options) < 2:
        block.add(Mistake.LIST_TOO_SHORT, name=name)
    if bullets.items:
        block.add(Mistake.OPTIONS_TWICE, bullets.items[0][0], other="list", name=name)
    return options, bullets.rest


def _bullet_options(block: BlockReader, bullets: Bullets) -> tuple[Option, ...]:
    items = bullets.items
    for number in bullets.nested:
        block.add(Mistake.OPTION_NESTED, number)
    if len(items) < 2:
        block.add(Mistake.OPTIONS_MISSING)
    if len(items) > OPTIONS_MOST:
        block.add(Mistake.OPTIONS_TOO_MANY, items[OPTIONS_MOST][0], limit=OPTIONS_MOST)
    seen: dict[str, int] = {}
    options = []
    for number, text in items[:OPTIONS_MOST]:
        option_id = slug(text)
        if not option_id:
            block.add(Mistake.OPTION_EMPTY, number)
        elif option_id in seen:
            block.add(Mistake.OPTION_DOUBLE, number, other=seen[option_id])
        else:
            seen[option_id] = number
            options.append(Option(option_id, text))
    return tuple(options)
