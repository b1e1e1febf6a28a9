# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Returns to an intention (voornemen), and intentions that the user adds beside an entry.

Both are answers of their entry in blocks of their own, as margin notes are: so they have history,
are searched, exported and binned like any answer. A return may be given to a closed entry.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from logbook.core.entry import Answer, AnswerKey, Value, Wording

#: The block of returns to an intention; exercises may not use it.
FOLLOW_UP_BLOCK = "follow-up"
#: The block of intentions that belong to no block of an exercise; exercises may not use it.
OWN_INTENTION_BLOCK = "own-intention"

#: Blocks whose questions the program itself asks.
STANDING_BLOCKS = (OWN_INTENTION_BLOCK, FOLLOW_UP_BLOCK)

FOLLOW_UP_TITLE = "Hoe het ging"
OWN_INTENTION_TITLE = "Voornemen"

# Behind every question of an exercise, before the margin notes.
_OWN_POSITION, _FOLLOW_UP_POSITION = 19_000, 19_500


class Tried(StrEnum):
    """What the user says about having tried it."""

    YES = "yes"
    PARTLY = "partly"
    NOT_YET = "not-yet"
    LET_GO = "let-go"


#: The words of these choices.
TRIED_WORDS: dict[Tried, str] = {
    Tried.YES: "Ja",
    Tried.PARTLY: "Een beetje",
    Tried.NOT_YET: "Nog niet",
    Tried.LET_GO: "Ik laat het los",
}


@dataclass(frozen=True, slots=True)
class StandingQuestion:
    """A question that the program itself asks: prompt, wording and kind of field."""

    prompt: str
    text: str
    kind: str


#: What is asked at a return, in order.
FOLLOW_UP_QUESTIONS = (
    StandingQuestion("tried", "Heb je het geprobeerd?", "choice"),
    StandingQuestion("happened", "Wat gebeurde er?", "prose"),
    StandingQuestion("next", "Wat nu?", "prose"),
    StandingQuestion("again", "Op welke dag kijk je weer?", "date"),
)
#: What is asked of an own intention, in order.
OWN_INTENTION_QUESTIONS = (
    StandingQuestion("what", "Wat ga je proberen?", "prose"),
    StandingQuestion("when", "Wanneer of waar doe je dat?", "line"),
    StandingQuestion("notice", "Waaraan ga je het merken?", "prose"),
    StandingQuestion("day", "Op welke dag kijk je terug?", "date"),
)
_QUESTIONS = {FOLLOW_UP_BLOCK: FOLLOW_UP_QUESTIONS, OWN_INTENTION_BLOCK: OWN_INTENTION_QUESTIONS}
_TITLES = {FOLLOW_UP_BLOCK: FOLLOW_UP_TITLE, OWN_INTENTION_BLOCK: OWN_INTENTION_TITLE}
_POSITIONS = {FOLLOW_UP_BLOCK: _FOLLOW_UP_POSITION, OWN_INTENTION_BLOCK: _OWN_POSITION}


@dataclass(frozen=True, slots=True)
class IntentionReturn:
    """One return to an intention; `number` counts from 1, `tried` is "" when nothing was chosen."""

    number: int
    tried: str
    happened: str
    next: str
    again: date | None
    written_at: datetime

    @property
    def words(self) -> str:
        """The choice in words; "" when nothing was chosen."""
        return TRIED_WORDS.get(Tried(self.tried), "") if self.tried in _TRIED else self.tried


_TRIED = frozenset(Tried)


def follow_up_key(place: str, number: int, prompt: str) -> AnswerKey:
    """The key of one question of a return.

    Args:
        place: the block of the intention, or the id of an own intention.
        number: of the return, from 1.
    """
    return AnswerKey(FOLLOW_UP_BLOCK, prompt, f"{place}/{number}")


def own_intention_key(own_id: str, prompt: str) -> AnswerKey:
    """The key of one question of an own intention."""
    return AnswerKey(OWN_INTENTION_BLOCK, prompt, own_id)


def is_follow_up(key: AnswerKey) -> bool:
    """Whether this is the key of a return to an intention."""
    return key.block == FOLLOW_UP_BLOCK and return_of(key) is not None


def is_own_intention(key: AnswerKey) -> bool:
    """Whether this is the key of an intention that the user added."""
    return key.block == OWN_INTENTION_BLOCK and bool(key.item)


def return_of(key: AnswerKey) -> tuple[str, int] | None:
    """The place of the intention and the number of the return that a key belongs to."""
    place, slash, number = key.item.rpartition("/")
    if not (slash and place and number.isascii() and number.isdecimal() and len(number) < 7):
        return None
    return place, int(number)


def standing_wording(key: AnswerKey) -> Wording:
    """The wording beside an answer to a question of the program itself."""
    questions = _QUESTIONS[key.block]
    for place, question in enumerate(questions):
        if question.prompt == key.prompt:
            terms = (
                tuple((tried.value, words) for tried, words in TRIED_WORDS.items())
                if question.kind == "choice"
                else ()
            )
            return Wording(
                question.kind,
                _TITLES[key.block],
                question.text,
                position=_POSITIONS[key.block] + place,
                terms=terms,
            )
    return Wording("prose", _TITLES[key.block], "", position=_POSITIONS[key.block] + 9)


def returns_to(place: str, answers: Iterable[Answer]) -> tuple[IntentionReturn, ...]:
    """The returns to one intention among the answers of its entry, in order; empty ones left out.

    Args:
        place: the block of the intention, or the id of an own intention.
    """
    grouped: dict[int, dict[str, Answer]] = {}
    for answer in answers:
        if answer.key.block != FOLLOW_UP_BLOCK or answer.value.is_empty:
            continue
        found = return_of(answer.key)
        if found is not None and found[0] == place:
            grouped.setdefault(found[1], {})[answer.key.prompt] = answer
    return tuple(_return(number, grouped[number]) for number in sorted(grouped))


def _return(number: int, answers: dict[str, Answer]) -> IntentionReturn:
    def value(prompt: str) -> Value:
        return answers[prompt].value if prompt in answers else Value()

    return IntentionReturn(
        number,
        next(iter(value("tried").options), ""),
        value("happened").text,
        value("next").text,
        value("again").day,
        max(answer.written_at for answer in answers.values()),
    )
