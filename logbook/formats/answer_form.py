# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""An exercise as an empty form, to be filled in with any editor and read by `logbook answer`.

Explanations stand in comments, so that they are not taken for answers. Reading is in
`form_reader.py`; the syntax is described in docs/formats/formulier.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from logbook.core.entry import OWN_ITEM
from logbook.core.exercise import (
    Block,
    BlockKind,
    CardSettings,
    ChoiceSettings,
    ColumnsSettings,
    ExchangeSettings,
    Exercise,
    Field,
    Prompt,
    RunningSettings,
    ScaleSettings,
    TableSettings,
)
from logbook.core.library import Library
from logbook.formats.form_text import OWN_OPTION, heading, one_line, table_row
from logbook.formats.form_values import source_of, takes_own


def render_form(exercise: Exercise, library: Library) -> str:
    """The form with every question and no answer."""
    lines = [heading(1, exercise.title, exercise.id), ""]
    lines += [f"- Bron: {one_line(exercise.source)}"]
    if exercise.introduction.strip():
        lines += ["", *_comment(exercise.introduction)]
    for block in exercise.steps:
        if any(prompt.field is not Field.NONE for prompt in block.prompts):
            lines += ["", heading(2, block.title, block.id), *_block(block, exercise, library)]
    return "\n".join(lines) + "\n"


def _block(block: Block, exercise: Exercise, library: Library) -> Iterator[str]:
    if block.body.strip():
        yield ""
        yield from _comment(block.body)
    if isinstance(block.settings, ExchangeSettings) and block.settings.role:
        yield from ("", *_comment(f"Met een {block.settings.role}."))
    for prompt in block.prompts:
        if prompt.id:
            yield ""
            yield heading(3, prompt.text, prompt.id)
        if prompt.body.strip():
            yield ""
            yield from _comment(prompt.body)
        yield from _prompt(block, prompt, exercise, library)


def _prompt(block: Block, prompt: Prompt, exercise: Exercise, library: Library) -> Iterator[str]:
    settings = block.settings
    yield ""
    if prompt.per_item:
        yield from _comment(_for_each(block, exercise))
    elif prompt.field is Field.CARDS and isinstance(settings, CardSettings):
        yield from _comment(_cards(settings, library))
    elif prompt.field is Field.SCALE and isinstance(settings, ScaleSettings):
        yield from _comment(
            f"Een getal van {settings.low_number} ({settings.low}) tot {settings.high_number}"
            f" ({settings.high}), dan een lege regel en je toelichting."
        )
    elif prompt.field is Field.RANK:
        yield from _comment(_rank(block, prompt, exercise))
    elif isinstance(settings, RunningSettings) and not prompt.id:
        yield from _comment("Schrijf hier één tekst, of antwoord per vraag hieronder.")
    elif prompt.field is Field.DATE:
        yield from _comment("Een datum, bijvoorbeeld 2026-11-21.")
    elif prompt.field is Field.CHOICE:
        yield from _choice(prompt, settings)
    elif isinstance(settings, TableSettings):
        yield from _empty_table(settings.columns, settings.example)
    elif isinstance(settings, ColumnsSettings):
        yield from _empty_table((settings.left, settings.right), settings.example)
        if settings.closing.strip():
            yield ""
            yield from _comment(settings.closing)


def _for_each(block: Block, exercise: Exercise) -> str:
    source = source_of(block, exercise)
    if source.kind is BlockKind.CHOICE:
        options = [o for prompt in source.prompts for o in prompt.options]
        lines = [heading(4, o.text, o.id) for o in options]
        if takes_own(source):
            lines.append(heading(4, "Wat je zelf noemde", OWN_ITEM))
        return "Voor elke keuze, onder een kop zoals deze:\n" + "\n".join(lines)
    return "Voor elke gekozen kaart, onder een kop zoals deze:\n#### Titel {#deck/kaart}"


def _rank(block: Block, prompt: Prompt, exercise: Exercise) -> str:
    source = source_of(block, exercise)
    order = "Schrijf ze in je eigen volgorde, elk op een regel met een nummer; daaronder waarom."
    if source.kind is BlockKind.CARDS:
        return f"{order}\n1. deck/kaart (uit ‘{one_line(source.title)}’)"
    options = prompt.options or source.prompts[0].options
    own = [f"- {OWN_OPTION}"] if takes_own(source) else []
    return "\n".join([order, *(f"- {one_line(option.text)}" for option in options), *own])


def _cards(settings: CardSettings, library: Library) -> str:
    few, many = settings.minimum, settings.maximum
    count = str(few) if few == many else f"{few} tot {many}"
    lines = [f"Kies {count}, één op een regel, zoals: 1. {settings.decks[0]}/naam"]
    if settings.paper:
        lines.append("Eigen kaarten heten paper/1, paper/2 en zo verder.")
    for name in settings.decks:
        deck = library.decks.get(name)
        lines += ["", *(f"{c.ref} — {one_line(c.title)}" for c in (deck.cards if deck else ()))]
    return "\n".join(lines)


def _choice(prompt: Prompt, settings: object) -> Iterator[str]:
    maximum = settings.maximum if isinstance(settings, ChoiceSettings) else 1
    allowed = "Zet een x bij wat je kiest"
    if len(prompt.options) == 1:
        allowed = "Zet een x als dit klopt"
    elif maximum:
        allowed += " (één keuze)" if maximum == 1 else f" (hoogstens {maximum})"
    yield from _comment(f"{allowed}; daaronder, na een lege regel, je toelichting.")
    yield ""
    for option in prompt.options:
        yield f"- [ ] {one_line(option.text)}"
    if isinstance(settings, ChoiceSettings) and settings.own:
        yield f"- [ ] {OWN_OPTION}"


def _empty_table(titles: tuple[str, ...], example: tuple[str, ...]) -> Iterator[str]:
    if any(example):
        yield from _comment(f"Bijvoorbeeld: {' · '.join(one_line(cell) for cell in example)}")
        yield ""
    yield table_row(titles)
    yield "|" + "---|" * len(titles)
    yield table_row([""] * len(titles))


def _comment(text: str) -> Iterator[str]:
    safe = text.strip().replace("-->", "-- >").replace("<!--", "< !--")
    if "\n" not in safe:
        yield f"<!-- {safe} -->"
        return
    yield "<!--"
    yield from safe.split("\n")
    yield "-->"
