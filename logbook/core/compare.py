# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Rounds of one exercise laid beside each other, question by question.

Each answer keeps the wording and the form it was given in. Says what stands where; what it means
is left to the reader: nothing is scored, averaged or judged. What moved among cards, on a scale
or in a table is in `compare_kinds.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from logbook.core.arrange import Part, arrange, card_titles
from logbook.core.entry import OWN_ITEM, AnswerKey, Entry, EntryId, EntryState, Wording
from logbook.core.follow_up import STANDING_BLOCKS
from logbook.core.margin import is_margin
from logbook.core.plain import still_chosen
from logbook.core.text import normalise
from logbook.core.wording import CARDS, PAPER_PREFIX, ROW_FIELDS

if TYPE_CHECKING:
    from logbook.core.exercise import Exercise

#: So many rounds may stand beside each other.
MOST = 5


class Given(StrEnum):
    """What a round has at a question: an answer, one that was emptied later, or none."""

    ANSWERED = "answered"
    EMPTIED = "emptied"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class ComparedRound:
    """One round as a column. `number` counts from 1 by time of creation, then id."""

    entry_id: EntryId
    number: int
    created_at: datetime
    about_date: date | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class ComparedAnswer:
    """What one round has at a question. `wording` and `part` are None when there is nothing."""

    given: Given
    wording: Wording | None = None
    part: Part | None = None

    @property
    def text(self) -> str:
        """The prose of the answer, "" for none."""
        return self.part.value.text if self.part else ""


_NOTHING = ComparedAnswer(Given.ABSENT)


@dataclass(frozen=True, slots=True)
class ComparedQuestion:
    """One question with its answer in each round, in the order of the rounds.

    Args:
        key: of the question; its item names a card or option the same way in every round: own
            words by themselves, because their ids begin anew in each round.
        kind: the field of the last answer (`core.exercise.Field`).
        item_title: the card or option it was asked for; "" for none.
        exists_now: whether the exercise still asks it.
        question_now: how it is worded now; "" when it is gone.
    """

    key: AnswerKey
    kind: str
    answers: tuple[ComparedAnswer, ...]
    item_title: str = ""
    exists_now: bool = True
    question_now: str = ""

    @property
    def wordings(self) -> tuple[Wording | None, ...]:
        """How it was worded in each round; None where nothing was given."""
        return tuple(answer.wording for answer in self.answers)

    @property
    def parts(self) -> tuple[Part | None, ...]:
        """The answer of each round; None where there is none, or an emptied one."""
        return tuple(answer.part for answer in self.answers)

    @property
    def same_wording(self) -> bool:
        """Whether the question was worded the same each time it was answered."""
        return len({w.prompt_text for w in self.wordings if w is not None}) <= 1

    @property
    def changed_kind(self) -> bool:
        """Whether the question had another kind of field in some round."""
        return len({w.kind for w in self.wordings if w is not None}) > 1

    @property
    def question(self) -> str:
        """The question as it was last worded with an answer."""
        return next((w.prompt_text for w in reversed(self.wordings) if w is not None), "")


@dataclass(frozen=True, slots=True)
class ComparedBlock:
    """One block with the questions that any of the rounds answered. `title` is the last one."""

    block: str
    title: str
    questions: tuple[ComparedQuestion, ...]
    exists_now: bool = True


@dataclass(frozen=True, slots=True)
class Comparison:
    """Rounds beside each other, the oldest first.

    Args:
        entries: what the rounds hold, in the same order.
        exercise: as it is now; None when it is gone.
        block: the one block that was asked for, "" for all.
    """

    exercise_id: str
    title: str
    rounds: tuple[ComparedRound, ...]
    entries: tuple[Entry, ...]
    blocks: tuple[ComparedBlock, ...]
    exercise: Exercise | None = None
    block: str = ""

    @property
    def questions(self) -> tuple[ComparedQuestion, ...]:
        """All questions, in order."""
        return tuple(question for block in self.blocks for question in block.questions)


def first_and_last(rounds: Sequence[ComparedRound]) -> tuple[ComparedRound, ...]:
    """The rounds to begin with: the first and the last."""
    return tuple(rounds) if len(rounds) < 3 else (rounds[0], rounds[-1])


def compare(
    rounds: Sequence[Entry],
    exercise: Exercise | None,
    *,
    numbers: Sequence[int] = (),
    block: str = "",
) -> Comparison:
    """Lay rounds of one exercise beside each other.

    Args:
        rounds: with their answers, the oldest first; at least one.
        exercise: as it is now; None when it is gone.
        numbers: which round each is; () counts from 1.
        block: only this block; "" for all.
    """
    numbers = numbers or range(1, len(rounds) + 1)
    columns = [_Column(entry, exercise) for entry in rounds]
    keys: dict[AnswerKey, int] = {}
    for column in columns:
        for key in column.given:
            if not block or key.block == block:
                keys.setdefault(key, len(keys))
    order = _Order(columns, exercise, keys)
    questions = [_question(key, columns, exercise) for key in sorted(keys, key=order.rank)]
    answered = [q for q in questions if any(q.parts)]
    last = rounds[-1]
    return Comparison(
        last.exercise_id or "",
        exercise.title if exercise else last.exercise_title,
        tuple(
            ComparedRound(entry.id, number, entry.created_at, entry.about_date, _is_closed(entry))
            for entry, number in zip(rounds, numbers, strict=True)
        ),
        tuple(rounds),
        tuple(_blocks(answered, exercise)),
        exercise,
        block,
    )


def item_names(entry: Entry, block: str) -> dict[str, str]:
    """What items are called in a comparison: own words by those words, all else by its id.

    Args:
        block: whose own cards and own option these are.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for item, title in card_titles(entry, block).items():
        if item.startswith(PAPER_PREFIX):
            name = PAPER_PREFIX + normalise(" ".join(title.split()))
            names[item] = name if name not in taken else item
            taken.add(name)
    return names


def own_name(words: str) -> str:
    """What an option in own words is called in a comparison."""
    return f"{OWN_ITEM}/{normalise(' '.join(words.split()))}"


def _is_closed(entry: Entry) -> bool:
    return entry.state is EntryState.CLOSED


class _Column:
    """One round: its answers by the key they have in the comparison."""

    def __init__(self, entry: Entry, exercise: Exercise | None) -> None:
        self.given: dict[AnswerKey, ComparedAnswer] = {}
        self.items: dict[str, tuple[str, ...]] = {}
        parts = [part for section in arrange(entry, exercise) for part in section.parts]
        shown = {part.key for part in parts}
        for part in parts:
            if part.wording.kind == CARDS and part.key.item:
                continue  # the words of an own card: they are its title
            if part.key.block in STANDING_BLOCKS:
                continue  # what the user added to one round is no question of every round
            kept = still_chosen(part, entry, exercise)
            if kept.value.is_empty and not kept.rows:
                continue
            key = self._key(entry, part, exercise)
            self.given[key] = ComparedAnswer(Given.ANSWERED, part.wording, kept)
        for answer in entry.answers:
            key, row = answer.key, answer.wording.kind in ROW_FIELDS and bool(answer.key.item)
            plain = AnswerKey(key.block, key.prompt, "" if row else key.item)
            if is_margin(key) or key.block in STANDING_BLOCKS:
                continue
            if plain in shown or plain in self.given:
                continue
            if answer.value.is_empty and (not plain.item or not _named_by_words(plain.item)):
                self.given[plain] = ComparedAnswer(Given.EMPTIED, answer.wording)

    def _key(self, entry: Entry, part: Part, exercise: Exercise | None) -> AnswerKey:
        key, item = part.key, part.key.item
        if item == OWN_ITEM and part.own:
            return replace(key, item=own_name(part.own))
        if item.startswith(PAPER_PREFIX):
            block = part.block_in(exercise)
            of = getattr(block.settings, "of", "") if block else ""
            source = of if isinstance(of, str) and of else key.block
            return replace(key, item=item_names(entry, source).get(item, item))
        return key


def _named_by_words(item: str) -> bool:
    """Whether an item's id means nothing outside its own round."""
    return item == OWN_ITEM or item.startswith(PAPER_PREFIX)


class _Order:
    """Where questions stand: as in the exercise now; what is gone by its old place."""

    def __init__(
        self, columns: Sequence[_Column], exercise: Exercise | None, keys: dict[AnswerKey, int]
    ) -> None:
        self._first = keys
        self._now: dict[tuple[str, str], int] = {}
        self._block: dict[str, tuple[float, str]] = {}
        for place, (block, prompt) in enumerate(exercise.walk() if exercise else ()):
            self._now[block.id, prompt.id] = place
            self._block.setdefault(block.id, (place, block.id))
        self._then: dict[AnswerKey, int] = {}
        for column in columns:
            for key, answer in column.given.items():
                if answer.wording is not None:
                    self._then.setdefault(key, answer.wording.position)
        for key, place in sorted(self._then.items(), key=lambda each: each[1]):
            self._block.setdefault(key.block, (place + 0.5, key.block))
        self._items: dict[tuple[str, str], int] = {}
        for key, place in keys.items():
            if key.item:
                self._items.setdefault((key.block, key.item), place)

    def rank(self, key: AnswerKey) -> tuple[object, ...]:
        """What comes first: the block itself, then each item with its questions."""
        prompt = self._now.get((key.block, key.prompt), self._then.get(key, 0) + 0.5)
        item = self._items.get((key.block, key.item), -1)
        return (self._block.get(key.block, (1e6, key.block)), item, prompt, self._first[key])


def _question(
    key: AnswerKey, columns: Sequence[_Column], exercise: Exercise | None
) -> ComparedQuestion:
    answers = tuple(column.given.get(key, _NOTHING) for column in columns)
    block = exercise.block(key.block) if exercise else None
    prompt = block.prompt(key.prompt) if block else None
    titles = (a.part.item_title for a in reversed(answers) if a.part and a.part.item_title)
    kinds = (a.wording.kind for a in reversed(answers) if a.wording)
    return ComparedQuestion(
        key,
        next(kinds, ""),
        answers,
        next(titles, ""),
        prompt is not None,
        prompt.text if prompt else "",
    )


def _blocks(
    questions: Sequence[ComparedQuestion], exercise: Exercise | None
) -> Iterator[ComparedBlock]:
    gathered: dict[str, list[ComparedQuestion]] = {}
    for question in questions:
        gathered.setdefault(question.key.block, []).append(question)
    for block, found in gathered.items():
        now = exercise.block(block) if exercise else None
        title = next(
            (w.block_title for q in found for w in reversed(q.wordings) if w is not None), ""
        )
        yield ComparedBlock(block, title, tuple(found), exercise is None or now is not None)
