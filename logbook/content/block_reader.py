# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What every kind of block needs while it is read: its attributes, its prompts, its neighbours.

Knows how values behind a heading are read and refused; which ones a kind takes is in `kinds`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from logbook.content.attributes import Attributes, is_kebab
from logbook.content.reporter import Reporter
from logbook.content.scanner import Heading, Part
from logbook.content.sentences import Mistake, hint
from logbook.core.exercise import (
    Argument,
    BlockKind,
    Field,
    NoSettings,
    Option,
    Prompt,
    Settings,
)
from logbook.core.text import slug

ID_WORDS = 4

#: An id of which the author forgot the sign, which makes it a part of the title.
_BARE_LIST = re.compile(r"[ \t]\{([a-z0-9-]+(?: [.#a-z0-9=-]+)*)\}$")

#: Kinds in whose blocks something is chosen that later questions can be asked for.
CHOOSING = frozenset({BlockKind.CARDS, BlockKind.CHOICE})


class Surroundings(NamedTuple):
    """What an exercise may lean on.

    Args:
        decks: number of cards by deck id; None for a deck with mistakes.
        lists: options by name of a list in `resources/lists`.
        models: phases by name of a model in `resources/models`.
        choosers: arguments by name of a chooser in `resources/choosers`.
    """

    decks: Mapping[str, int | None] = MappingProxyType({})
    lists: Mapping[str, tuple[Option, ...]] = MappingProxyType({})
    models: Mapping[str, tuple[Prompt, ...]] = MappingProxyType({})
    choosers: Mapping[str, tuple[Argument, ...]] = MappingProxyType({})


_NOTHING = NoSettings()


class Built(NamedTuple):
    """What a kind makes of a block."""

    body: str
    prompts: tuple[Prompt, ...]
    settings: Settings = _NOTHING


@dataclass(slots=True)
class BlockReader:
    """One `##` block while it is read.

    Args:
        above: kind by id of the blocks above it, None for a block with an unknown kind.
        everywhere: kind by id of all blocks in the exercise.
        recalls: gathers (line, exercise or "", block) for who knows the other exercises.
    """

    part: Part
    kind: BlockKind
    reporter: Reporter
    surroundings: Surroundings
    above: Mapping[str, BlockKind | None]
    everywhere: Mapping[str, BlockKind | None]
    recalls: list[tuple[int, str, str]]
    field: Field = Field.PROSE

    @property
    def line(self) -> int:
        """The line of the block's heading."""
        return self.part.heading.line

    @property
    def title(self) -> str:
        """The block's title."""
        return self.part.heading.title

    def itself(self, answers: Field, options: tuple[Option, ...] = ()) -> Prompt:
        """The block as its own question."""
        return Prompt("", self.title, field=answers, options=options, line=self.line)

    def add(self, mistake: Mistake, line: int = 0, **facts: object) -> None:
        """Note a mistake in this block, at its heading when no line is given."""
        self.reporter.add(line or self.line, mistake, kind=self.kind.value, **facts)

    def value(self, name: str, example: str = "") -> str:
        """The value of an attribute; "" when it is not there, a mistake if there is an example."""
        attributes = self.part.heading.attributes
        found = attributes.values.get(name)
        if found is None and example and attributes.whole:
            self.add(Mistake.ATTRIBUTE_MISSING, name=name, example=example)
        elif found is not None and not found.strip():
            self.add(Mistake.ATTRIBUTE_FORM, name=name, value="", example=example or f"{name}=…")
        return (found or "").strip()

    def number(self, name: str, default: int, low: int, high: int) -> int:
        """A whole number within bounds."""
        text = self.value(name)
        if not text:
            return default
        if not _is_number(text):
            self.add(Mistake.ATTRIBUTE_FORM, name=name, value=text, example=f"{name}={high}")
            return default
        return self._bounded(name, text, int(text), low, high)

    def span(self, name: str, example: str, low: int, high: int) -> tuple[int, int]:
        """`4` or `1-3` as the least and the most."""
        text = self.part.heading.attributes.values.get(name, "").strip()
        least, dash, most = text.partition("-")
        if not _is_number(least) or (dash and not _is_number(most)):
            self.add(Mistake.ATTRIBUTE_FORM, name=name, value=text, example=example)
            return low, low
        first, last = int(least), int(most or least)
        if first > last:
            self.add(
                Mistake.ATTRIBUTE_FORM, name=name, value=text, example=f"{name}={most}-{least}"
            )
        self._bounded(name, text, first, low, high)
        if last != first:
            self._bounded(name, text, last, low, high)
        return first, last

    def _bounded(self, name: str, text: str, number: int, low: int, high: int) -> int:
        if not low <= number <= high:
            self.add(Mistake.ATTRIBUTE_RANGE, name=name, value=text, low=low, high=high)
        return number

    def yes_or_no(self, name: str) -> bool:
        """`yes` or `no`; no when it is not there."""
        text = self.value(name)
        if text not in {"", "yes", "no"}:
            self.add(Mistake.ATTRIBUTE_FORM, name=name, value=text, example=f"{name}=yes")
        return text == "yes"

    def names(self, name: str, example: str) -> tuple[str, ...]:
        """A list of ids with commas between them, each once."""
        text = self.value(name, example)
        found = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
        if text and not found:
            self.add(Mistake.ATTRIBUTE_FORM, name=name, value=text, example=example)
        return found

    def prompts(
        self, standard: tuple[Prompt, ...] = (), *, answers: Field, per_item: bool = False
    ) -> tuple[Prompt, ...]:
        """The `###` prompts under the block, or else the standard ones."""
        if not self.part.parts:
            return standard
        seen: dict[str, int] = {}
        found = []
        for part in self.part.parts:
            heading = part.heading
            prompt_id = read_id(heading, self.reporter)
            check_double(prompt_id, heading.line, seen, self.reporter)
            one_line = self._prompt_attributes(heading.attributes, heading.line, answers)
            found.append(
                Prompt(
                    prompt_id,
                    heading.title,
                    part.passage.source,
                    Field.LINE if one_line else answers,
                    per_item,
                    line=heading.line,
                )
            )
        return tuple(found)

    def _prompt_attributes(self, attributes: Attributes, line: int, answers: Field) -> bool:
        for key in attributes.values:
            self.add(Mistake.PROMPT_ATTRIBUTE, line, name=key)
        for name in attributes.classes:
            if name not in {"line", "text"}:
                self.add(Mistake.PROMPT_CLASS, line, name=name, hint=hint(name, ["line"]))
            elif answers is Field.SCALE:
                self.add(Mistake.LINE_ELSEWHERE, line)
        return "line" in attributes.classes

    def target(self, fits: Callable[[BlockKind], bool]) -> str:
        """`of=BLOCK`: a block above this one, of a kind that fits."""
        name = self.value("of", "of=id-van-een-stap")
        if not name:
            return ""
        if name not in self.everywhere:
            self.add(Mistake.OF_UNKNOWN, name=name, hint=hint(name, self.above))
        elif name not in self.above:
            self.add(Mistake.OF_LATER, name=name)
        else:
            kind = self.above[name]
            if kind is not None and not fits(kind):
                self.add(Mistake.OF_KIND, name=name)
        return name


def read_id(heading: Heading, reporter: Reporter) -> str:
    """The id behind a heading; "" when it is missing or has the wrong form."""
    found = heading.attributes.id
    if not found and (bare := _BARE_LIST.search(heading.title)):
        reporter.add(heading.line, Mistake.HEADING_NO_SIGN, example=bare[1])
    elif not found and heading.attributes.whole:
        example = suggested_id(heading.title)
        reporter.add(heading.line, Mistake.HEADING_NO_ID, example=example)
    elif not is_kebab(found):
        example = suggested_id(found)
        reporter.add(heading.line, Mistake.ID_FORM, id=found, example=example)
        return ""
    return found


def check_double(found_id: str, line: int, seen: dict[str, int], reporter: Reporter) -> None:
    """Note an id that was used before; `seen` holds the line of each."""
    if found_id in seen:
        reporter.add(line, Mistake.ID_DOUBLE, id=found_id, other=seen[found_id])
    elif found_id:
        seen[found_id] = line


def suggested_id(text: str) -> str:
    """An id made of the first words of a text."""
    words = slug(text[:200]).split("-")
    while words and not words[0][:1].isalpha():
        words.pop(0)
    return "-".join(words[:ID_WORDS])[:40].strip("-") or "mijn-vraag"


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 4
