# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a student chooses to share, before and after sending: choices, pseudonyms, packets sent.

A pseudonym is a place in an answer and the words that come there; what stood there is in the
answer itself and nowhere else, so that there is never a list of names.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from logbook.core.entry import Answer, AnswerKey, Entry, EntryId, RevisionId, Value
from logbook.core.entry_links import without_links
from logbook.core.follow_up import is_follow_up, is_own_intention
from logbook.core.margin import is_margin
from logbook.core.packet import PublicId
from logbook.core.private import passages
from logbook.core.text_map import Replacement, replace_in
from logbook.core.wording import PAPER_PREFIX, ROW_FIELDS


class ShareFormat(StrEnum):
    """The form in which something leaves."""

    PACKET = "packet"
    PDF = "pdf"
    DOCX = "docx"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True)
class ShareChoice:
    """An entry to share, and which of its answers.

    Args:
        keys: keys of `core.arrange.Part` and of margin notes; None for all answers, without
            margin notes, own intentions and what became of them.
    """

    entry_id: EntryId
    keys: frozenset[AnswerKey] | None = None


@dataclass(frozen=True, slots=True)
class Pseudonym:
    """Words that come in the place of others in one part of an answer, in this packet only.

    Args:
        part: `text`, `own` or `cells/N` of the value.
        revision: the version in which the place counts; with another one it is not used.
        start, end: in code points of that part as it was typed.
    """

    entry_id: EntryId
    key: AnswerKey
    part: str
    revision: RevisionId
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class ShareDraft:
    """What is going to be shared, while the student makes it.

    Args:
        sender, reader: how the student calls both in the packet; "" for nothing.
        previous: the packet that this one goes on with, None for a first one.
        pair: of a reader something was shared with before, None for somebody new.
        ignored: marks of traces that may stay, in this packet (`core.traces.mark_of`).
    """

    choices: tuple[ShareChoice, ...] = ()
    questions: tuple[str, ...] = ()
    sender: str = ""
    reader: str = ""
    letter: str = ""
    with_dates: bool = True
    pseudonyms: tuple[Pseudonym, ...] = ()
    previous: PublicId | None = None
    ignored: frozenset[str] = frozenset()
    pair: PublicId | None = None


@dataclass(frozen=True, slots=True)
class SentAnswer:
    """Which answer at home a public id stands for.

    Args:
        head: the version that was sent.
        home: its lines at home, at that version.
        places: what was taken out of them or replaced before sending.
    """

    public: PublicId
    entry_id: EntryId
    key: AnswerKey
    head: RevisionId
    home: str
    places: tuple[Replacement, ...]
    sha256: str


@dataclass(frozen=True, slots=True)
class SentPacket:
    """A packet as it is remembered.

    Args:
        entries: the entries in it that are still there.
        questions: the questions with their public ids.
        sealed: a passphrase was asked; it is not kept.
    """

    id: PublicId
    pair: PublicId
    round: int
    made_at: datetime
    format: ShareFormat
    sealed: bool
    reader: str
    sender: str
    letter: str
    with_dates: bool
    previous: PublicId | None
    entries: tuple[EntryId, ...]
    questions: tuple[tuple[PublicId, str], ...]


SENDER, LETTER, QUESTION = "sender", "letter", "questions/"


def own_texts(draft: ShareDraft) -> tuple[tuple[str, str], ...]:
    """What is written for this packet alone and has words: its part (`letter`, `questions/0`)."""
    asked = ((f"{QUESTION}{number}", text) for number, text in enumerate(draft.questions))
    found = ((SENDER, draft.sender), (LETTER, draft.letter), *asked)
    return tuple((part, text) for part, text in found if text.strip())


def with_own_text(draft: ShareDraft, part: str, text: str) -> ShareDraft:
    """The draft with other words in one of its `own_texts`."""
    if part == SENDER:
        return replace(draft, sender=text)
    if part == LETTER:
        return replace(draft, letter=text)
    at = int(part.removeprefix(QUESTION))
    return replace(draft, questions=(*draft.questions[:at], text, *draft.questions[at + 1 :]))


def chosen_entry(entry: Entry, choice: ShareChoice) -> Entry:
    """The entry with only the answers that were chosen, rows and own cards with theirs."""
    return replace(entry, answers=tuple(a for a in entry.answers if _is_chosen(a, choice.keys)))


def _is_chosen(answer: Answer, keys: frozenset[AnswerKey] | None) -> bool:
    key = answer.key
    if keys is None:
        return not (is_margin(key) or is_follow_up(key) or is_own_intention(key))
    if key in keys:
        return True
    row = bool(key.item) and answer.wording.kind in ROW_FIELDS
    if row and AnswerKey(key.block, key.prompt) in keys:
        return True
    own_card = not key.prompt and key.item.startswith(PAPER_PREFIX)
    return own_card and any(k.block == key.block for k in keys)


def sent_entry(entry: Entry, pseudonyms: Iterable[Pseudonym]) -> Entry:
    """The entry as it leaves: private passages out, pseudonyms in, links as their titles.

    Pseudonyms of another version of an answer are not used: their places would be wrong.
    """
    by_answer: dict[AnswerKey, list[Pseudonym]] = {}
    for each in pseudonyms:
        if each.entry_id == entry.id:
            by_answer.setdefault(each.key, []).append(each)
    answers = []
    for answer in entry.answers:
        own = [p for p in by_answer.get(answer.key, ()) if p.revision == answer.head]
        answers.append(replace(answer, value=_sent_value(answer.value, own)))
    made = replace(entry, answers=tuple(answers))
    return replace(made, answers=tuple(_with_own_titles(made, a) for a in made.answers))


def _sent_value(value: Value, own: list[Pseudonym]) -> Value:
    def sent(text: str, part: str) -> str:
        places = [Replacement(p.start, p.end, p.words) for p in own if p.part == part]
        return sent_text(text, places)

    return replace(
        value,
        text=sent(value.text, "text"),
        own=sent(value.own, "own"),
        cells=tuple(sent(cell, f"cells/{number}") for number, cell in enumerate(value.cells)),
    )


def sent_text(text: str, places: Iterable[Replacement]) -> str:
    """One text as it leaves.

    What overlaps goes out as one stretch: neither half of a name nor half of a private passage
    may stay behind because both were to go.
    """
    out = [Replacement(start, end, "") for start, end in passages(text)]
    kept = [p for p in places if not any(o.start <= p.start and p.end <= o.end for o in out)]
    return without_links(replace_in(text, _joined([*out, *kept], len(text)))[0])


def _joined(places: Iterable[Replacement], size: int) -> list[Replacement]:
    """The places inside a text in order; of those that overlap the words of the longest."""
    found: list[Replacement] = []
    longest = 0
    for each in sorted(places):
        if not 0 <= each.start < each.end <= size:
            continue
        if not found or each.start >= found[-1].end:
            found.append(each)
            longest = each.end - each.start
            continue
        last, length = found[-1], each.end - each.start
        better = bool(each.words) and (not last.words or length > longest)
        words = each.words if better else last.words
        longest = length if better else longest
        found[-1] = Replacement(last.start, max(last.end, each.end), words)
    return found


def _with_own_titles(entry: Entry, answer: Answer) -> Answer:
    """Own cards are called by the user's words: those as they leave, not as they were kept."""
    item, wording = answer.key.item, answer.wording
    words = wording.prompt_text, wording.card_description
    if item.startswith(PAPER_PREFIX) and wording.card_title:
        own = (a.value.text for a in entry.answers if a.key.item == item and not a.key.prompt)
        wording = replace(wording, card_title=next(own, ""))
    if any(sent_text(each, ()) != each for each in words):
        wording = replace(
            wording,
            prompt_text=sent_text(wording.prompt_text, ()),
            card_description=sent_text(wording.card_description, ()),
        )
    return replace(answer, wording=wording)
