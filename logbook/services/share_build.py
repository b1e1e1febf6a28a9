# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Entries become what a packet shows, with what each answer stands for at home.

Nothing goes in that was not chosen: no label, goal, id, name of a file, clock time or place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from logbook.core.anchor_text import anchor_text
from logbook.core.arrange import Part, Section, arrange
from logbook.core.entry import AnswerKey, Entry, EntryId, EntryKind, RevisionId
from logbook.core.margin import MarginNote
from logbook.core.packet import (
    PartKind,
    Picture,
    PublicId,
    SharedAnswer,
    SharedCard,
    SharedEntry,
    SharedLine,
    SharedSection,
)
from logbook.core.plain import Words, still_chosen
from logbook.core.shared_lines import answer_lines, differences
from logbook.core.sharing import (
    Pseudonym,
    SentAnswer,
    ShareChoice,
    ShareDraft,
    chosen_entry,
    sent_entry,
)
from logbook.core.wording import PAPER_PREFIX
from logbook.formats.html_parts import card_picture
from logbook.formats.local_time import day_in_words
from logbook.formats.markdown import by_question
from logbook.formats.packet_json import text_hash
from logbook.texts.photos import own_photo
from logbook.texts.words import STANDARD_OPTIONS, own_card, scale_place

if TYPE_CHECKING:
    from logbook.core.exercise import Exercise, ScaleSettings
    from logbook.core.library import Library

#: Gives the public id of an entry or an answer: the one of the round before, or a new one.
Publish = Callable[[EntryId, AnswerKey | None], PublicId]


def _place(number: int, scale: ScaleSettings | None) -> str:
    return scale_place(number, scale.high_number if scale else None)


WORDS = Words(_place, day_in_words, own_card, own_photo(), STANDARD_OPTIONS)


@dataclass(frozen=True, slots=True)
class Built:
    """Shared entries with what their answers stand for, and the pictures they show.

    Args:
        replaced: words were replaced by others in them.
    """

    entries: tuple[SharedEntry, ...]
    answers: tuple[SentAnswer, ...]
    publics: tuple[tuple[PublicId, EntryId], ...]
    pictures: tuple[Picture, ...]
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class _Made:
    """An entry on its way out.

    Args:
        whole, home, sent: all of it, what was chosen of it, and that as it leaves.
        lines: of every answer at home.
        hidden: answers to what is no longer chosen.
    """

    whole: Entry
    home: Entry
    sent: Entry
    exercise: Exercise | None
    lines: dict[AnswerKey, str]
    hidden: frozenset[AnswerKey]


class Builder:
    """Builds the entries of one packet.

    Args:
        rounds: the number of the round an entry is, None for a note.
    """

    def __init__(
        self,
        library: Library,
        publish: Publish,
        rounds: Callable[[EntryId], int | None],
        draft: ShareDraft,
    ) -> None:
        self._library = library
        self._publish = publish
        self._rounds = rounds
        self._draft = draft
        self._pictures: dict[str, Picture | None] = {}
        self._answers: list[SentAnswer] = []
        self._entries: list[SharedEntry] = []
        self._publics: list[tuple[PublicId, EntryId]] = []
        self._replaced = False

    def add(self, entry: Entry, choice: ShareChoice) -> None:
        """Add an entry with the answers that were chosen; nothing when nothing is left."""
        if entry.deleted_at is not None:
            return
        exercise = self._library.exercise(entry.exercise_id)
        home = chosen_entry(entry, choice)
        sent = sent_entry(home, self._draft.pseudonyms)
        made = _Made(entry, home, sent, exercise, *_at_home(entry, exercise, self._library))
        shown = (self._section(section, made) for section in arrange(sent, exercise))
        sections = tuple(section for section in shown if section.answers)
        if not sections:
            return
        public = self._publish(entry.id, None)
        day = (entry.about_date or entry.created_at.astimezone().date()) if self._dated else None
        number = self._rounds(entry.id) if entry.kind is EntryKind.EXERCISE else None
        self._replaced = self._replaced or _is_used(home, self._draft.pseudonyms)
        self._publics.append((public, entry.id))
        self._entries.append(
            SharedEntry(public, _title(sent), sections, sent.source, day, number or 0)
        )

    def done(self) -> Built:
        """What was built."""
        pictures = sorted(filter(None, self._pictures.values()), key=lambda p: int(p.name[1:]))
        return Built(
            tuple(self._entries),
            tuple(self._answers),
            tuple(self._publics),
            tuple(pictures),
            self._replaced,
        )

    @property
    def _dated(self) -> bool:
        return self._draft.with_dates

    def _section(self, section: Section, made: _Made) -> SharedSection:
        answers: list[SharedAnswer] = []
        for parts in by_question(section):
            for part in parts:
                if not (part.hidden or part.key in made.hidden or _is_own_card(part)):
                    answers += self._answer(part, section, made)
                answers += self._notes(part.margin, made)
        answers += self._notes(section.margin, made)
        return SharedSection(_one_line(section.title), tuple(answers))

    def _answer(self, part: Part, section: Section, made: _Made) -> Iterator[SharedAnswer]:
        """The answer, unless nothing is left of it."""
        # What is no longer chosen is told by the whole entry, whatever of it goes along.
        shown = still_chosen(part, made.whole, made.exercise)
        lines = answer_lines(shown, made.sent, made.exercise, self._library, WORDS, self._facts)
        if not lines.text.strip():
            return
        public = self._keep(part.key, lines.text, made)
        about = None
        if part.key.item:
            description, picture = self._facts(part.key.item)
            title = _one_line(part.item_title or part.own) or _untitled(part.key.item)
            about = SharedCard(title, part.item_description or description, picture)
        question = "" if part.question == section.title else _one_line(part.question)
        yield SharedAnswer(public, question, lines.lines, about)

    def _notes(self, notes: Iterable[MarginNote], made: _Made) -> Iterator[SharedAnswer]:
        """Margin notes that were chosen, as answers of their own; empty ones are left out."""
        for note in notes:
            lines = _prose_lines(note.text)
            if _text_of(lines).strip():
                day = day_in_words(note.written_at.astimezone().date())
                title = f"Kanttekening van {day}" if self._dated else "Kanttekening"
                yield SharedAnswer(self._keep(note.key, _text_of(lines), made), title, lines)

    def _keep(self, key: AnswerKey, text: str, made: _Made) -> PublicId:
        public, own = self._publish(made.home.id, key), made.lines.get(key, "")
        answers = made.home.answers
        answer = made.home.answer(key) or next(
            (a for a in answers if (a.key.block, a.key.prompt) == (key.block, key.prompt)), None
        )
        head = answer.head if answer else RevisionId("")
        sent = SentAnswer(
            public, made.home.id, key, head, own, differences(own, text), text_hash(text)
        )
        self._answers.append(sent)
        return public

    def _facts(self, ref: str) -> tuple[str, str]:
        """Description and picture of a card."""
        card = self._library.card(ref)
        if card is None:
            return "", ""
        if ref not in self._pictures:
            name = f"p{1 + sum(p is not None for p in self._pictures.values())}"
            found = card_picture(Path(card.picture)) if card.picture else None
            self._pictures[ref] = Picture(name, *found) if found else None
        picture = self._pictures[ref]
        return card.description, picture.name if picture else ""


def home_lines(entry: Entry, exercise: Exercise | None, library: Library) -> dict[AnswerKey, str]:
    """The lines of every answer and margin note of an entry as they stand at home, by key."""
    return _at_home(entry, exercise, library)[0]


def _at_home(
    entry: Entry, exercise: Exercise | None, library: Library
) -> tuple[dict[AnswerKey, str], frozenset[AnswerKey]]:
    """As `home_lines`, and which answers are not shown."""
    found: dict[AnswerKey, str] = {}
    hidden: set[AnswerKey] = set()
    for section in arrange(entry, exercise, hidden=True):
        for part in section.parts:
            shown = still_chosen(part, entry, exercise)
            found[part.key] = answer_lines(shown, entry, exercise, library, WORDS).text
            if part.hidden:
                hidden.add(part.key)
        for note in (*(n for part in section.parts for n in part.margin), *section.margin):
            found[note.key] = _text_of(_prose_lines(note.text))
    return found, frozenset(hidden)


def _prose_lines(text: str) -> tuple[SharedLine, ...]:
    return tuple(
        SharedLine(line.text, PartKind(line.kind.value), line.mark, line.styles)
        for line in anchor_text(text).lines
    )


def _text_of(lines: tuple[SharedLine, ...]) -> str:
    return "\n".join(line.text for line in lines)


def _is_used(entry: Entry, pseudonyms: Iterable[Pseudonym]) -> bool:
    """Whether any of these counts in an entry as it is now."""
    heads = {answer.key: answer.head for answer in entry.answers}
    return any(p.entry_id == entry.id and heads.get(p.key) == p.revision for p in pseudonyms)


def _untitled(item: str) -> str:
    """What an own card is called when its words do not go along."""
    number = item.removeprefix(PAPER_PREFIX)
    return own_card(number) if item.startswith(PAPER_PREFIX) else ""


def _is_own_card(part: Part) -> bool:
    """Whether these are the words of an own card: the list of chosen cards shows them."""
    return not part.key.prompt and part.key.item.startswith(PAPER_PREFIX)


def _title(entry: Entry) -> str:
    return _one_line(entry.exercise_title) or "Vrije notitie"


def _one_line(text: str) -> str:
    return " ".join(text.split())[:2_000]


def with_before(
    entries: tuple[SharedEntry, ...], before: dict[str, str | None]
) -> tuple[SharedEntry, ...]:
    """The entries of a next round: what changed since `before` (texts by public id) or is new.

    A text that is None is not told again.
    """
    made = []
    for entry in entries:
        known = any(a.id in before for s in entry.sections for a in s.answers)
        sections = tuple(
            replace(s, answers=tuple(_compared(a, before) for a in s.answers))
            for s in entry.sections
        )
        made.append(replace(entry, sections=sections, new=not known))
    return tuple(made)


def _compared(answer: SharedAnswer, before: dict[str, str | None]) -> SharedAnswer:
    was = before.get(answer.id)
    return replace(answer, before=was) if was is not None and was != answer.text else answer
