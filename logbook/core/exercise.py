# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Exercises as values: exercises, blocks, prompts and what each kind of block asks.

Knows the structure of docs/design.md, "Exercise files"; parsing it is left to `logbook.content`,
showing it to `logbook.ui`. Texts called `body` are Markdown source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from logbook.core.field import Field as Field


class BlockKind(StrEnum):
    """What a block asks of the user; the value is the class an author writes."""

    TEXT = "text"
    SITUATION = "situation"
    CARDS = "cards"
    EACH = "each"
    BESIDE = "beside"
    SCALE = "scale"
    CHOICE = "choice"
    COLUMNS = "columns"
    TABLE = "table"
    EXCHANGE = "exchange"
    INTENTION = "intention"
    REVISIT = "revisit"
    RECALL = "recall"
    RANK = "rank"
    GRID = "grid"
    MODEL = "model"
    CHECKLIST = "checklist"
    CHOOSER = "chooser"


#: Kinds that one writes in freely; the fields of the others stand for something of their own.
_OPEN_KINDS = (BlockKind.TEXT, BlockKind.SITUATION, BlockKind.MODEL)


class Origin(StrEnum):
    """Where an exercise comes from."""

    BOOK = "book"
    SOURCE = "source"
    OWN = "own"


class Sensitivity(StrEnum):
    """How much an exercise may touch; `high` is never preselected for sharing."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Together(StrEnum):
    """Done alone, or with a moment to exchange with someone."""

    ALONE = "alone"
    EXCHANGE = "exchange"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose from: `id` is a slug, stable while the wording is."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question. `id` is "" when the block is its own prompt.

    `per_item` prompts are asked once for each chosen card or option; the answer's key then
    carries the item.
    """

    id: str
    text: str
    body: str = ""
    field: Field = Field.PROSE
    per_item: bool = False
    options: tuple[Option, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class CardSettings:
    """`.cards`: decks to choose from (first is the default), how many, own paper set allowed."""

    decks: tuple[str, ...]
    minimum: int
    maximum: int
    paper: bool = False


@dataclass(frozen=True, slots=True)
class OfSettings:
    """`.each`, `.beside` and `.rank`: the id of the earlier block in the same exercise.

    For a `.rank` with options of its own it is "".
    """

    of: str


@dataclass(frozen=True, slots=True)
class RecallSettings:
    """`.recall`: an earlier answer, of this or another exercise."""

    exercise: str
    block: str


@dataclass(frozen=True, slots=True)
class ScaleSettings:
    """`.scale`: whole numbers from `low_number` to `high_number` with words at both ends."""

    low_number: int
    high_number: int
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class ChoiceSettings:
    """`.choice`: at most `maximum` options (0 = as many as wished), own option allowed."""

    maximum: int
    own: bool


@dataclass(frozen=True, slots=True)
class ColumnsSettings:
    """`.columns`: titles of the two columns and the question that closes them ("" for none).

    `example` holds one cell left and one right, or nothing.
    """

    left: str
    right: str
    closing: str
    example: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableSettings:
    """`.table`: column titles, an example row (may be empty) and how many rows are asked."""

    columns: tuple[str, ...]
    example: tuple[str, ...]
    minimum: int
    maximum: int


@dataclass(frozen=True, slots=True)
class ExchangeSettings:
    """`.exchange`: the role of the other ("" when the author names none)."""

    role: str


@dataclass(frozen=True, slots=True)
class RevisitSettings:
    """`.revisit`: a proposal to look back after so many days at the named blocks."""

    days: int
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RunningSettings:
    """Questions that may also be answered in one running text: `.model`, `.text mode=running`.

    Prompt "" is the running text, the others are the questions. `first` says that the author
    offers the running text first; `model` is the path of a reference page, "" for none.
    """

    first: bool
    model: str = ""


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a chooser: what it says, which forms it speaks for and against, whose it is.

    `id` is the author's code, stable for ever, and the id of the prompt that asks about it.
    """

    id: str
    text: str
    pro: tuple[str, ...]
    contra: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class ChooserSettings:
    """`.chooser`: the path of its reference page and the arguments; the last prompt concludes."""

    page: str
    arguments: tuple[Argument, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form that an argument names, in the order of the page."""
        named = (form for each in self.arguments for form in (*each.pro, *each.contra))
        return tuple(dict.fromkeys(named))


@dataclass(frozen=True, slots=True)
class NoSettings:
    """Kinds that need nothing more than their prompts."""


Settings = (
    CardSettings
    | OfSettings
    | RecallSettings
    | ScaleSettings
    | ChoiceSettings
    | ColumnsSettings
    | TableSettings
    | ExchangeSettings
    | RevisitSettings
    | RunningSettings
    | ChooserSettings
    | NoSettings
)


@dataclass(frozen=True, slots=True)
class Block:
    """One `##` part of an exercise: a step, unless it is a `.revisit`.

    `prompts` always holds what can be answered, in order. For `.cards` the first prompt is the
    choice itself (id "", field CARDS), the rest is asked per chosen card. Kinds with standard
    fields (`.situation`, `.exchange`, `.intention`) come with those fields as prompts; so do
    `.model` (its phases), `.checklist` (its items) and `.chooser` (its arguments).
    """

    id: str
    kind: BlockKind
    title: str
    body: str = ""
    prompts: tuple[Prompt, ...] = ()
    settings: Settings = NoSettings()
    line: int = 0

    @property
    def is_step(self) -> bool:
        """Whether the block is walked through while writing."""
        return self.kind is not BlockKind.REVISIT

    def prompt(self, prompt_id: str) -> Prompt | None:
        """The prompt with this id, or None."""
        return next((p for p in self.prompts if p.id == prompt_id), None)


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise file, checked. `chapter` is None for extra exercises and templates."""

    id: str
    title: str
    chapter: int | None
    order: int
    goal: str
    minutes: int | None
    parts: bool
    method: str
    origin: Origin
    source: str
    sensitivity: Sensitivity
    together: Together
    version: int
    language: str
    introduction: str
    blocks: tuple[Block, ...]
    path: str = ""
    own: bool = False
    template: bool = False
    extra: bool = False

    @property
    def steps(self) -> tuple[Block, ...]:
        """The blocks a user walks through, in order."""
        return tuple(block for block in self.blocks if block.is_step)

    @property
    def first_prose(self) -> tuple[Block, Prompt] | None:
        """The first question to answer in open text, asked once; None when there is none."""
        for block, prompt in self.walk():
            settings = block.settings
            # Of two ways to answer, the one that the author offers first.
            running = isinstance(settings, RunningSettings) and settings.first == bool(prompt.id)
            open_text = prompt.field is Field.PROSE and not prompt.per_item
            if block.kind in _OPEN_KINDS and open_text and not running:
                return block, prompt
        return None

    def block(self, block_id: str) -> Block | None:
        """The block with this id, or None."""
        return next((b for b in self.blocks if b.id == block_id), None)

    def walk(self) -> Iterator[tuple[Block, Prompt]]:
        """Every block with each of its prompts, in the order of the file."""
        for block in self.blocks:
            for prompt in block.prompts:
                yield block, prompt


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter of the course: `part` groups chapters ("" when it stands alone)."""

    number: int
    title: str
    theme: str
    source: str
    part: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One card. `ref` is `deck/card`; `picture` is the path of a file, "" for a word card."""

    ref: str
    title: str
    description: str
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Deck:
    """A set of cards, in the order of its file. `own`: made by this user, not shipped."""

    id: str
    title: str
    kind: str
    introduction: str
    licence: str
    source: str
    cards: tuple[Card, ...] = field(default=())
    own: bool = False

    def card(self, ref: str) -> Card | None:
        """The card with this `deck/card` reference, or None."""
        return next((c for c in self.cards if c.ref == ref), None)
