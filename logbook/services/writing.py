# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Writing: begin a round or a note, keep answers, close, reopen, bin. One transaction per act.

Every method that changes something returns after the commit, with the `Changes` it made. What a
closed entry says is not changed before it is reopened; only margin notes, intentions of the user's
own and how it went with an intention may be added.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from logbook.core.entry import (
    NOTE_BLOCK,
    AnswerKey,
    Entry,
    EntryId,
    EntryKind,
    EntryState,
    RevisionId,
    Value,
    Wording,
)
from logbook.core.errors import OTHER_ROUND, WRITE, MoveNotAllowed
from logbook.core.follow_up import is_follow_up, is_own_intention
from logbook.core.margin import is_margin
from logbook.core.moment import to_text
from logbook.core.wording import note_wording, wording_of
from logbook.services.changes import Changes
from logbook.services.edits import Edit, Saved, clean_value
from logbook.services.notes import MERGE_PAGES, add_note
from logbook.services.on_entries import OnEntries, changes_of
from logbook.storage.search_text import merge_steps
from logbook.storage.writes import EntryWriter

if TYPE_CHECKING:
    from logbook.core.exercise import Exercise

__all__ = ["Edit", "Saved", "Writing", "clean_value"]


class Writing(OnEntries):
    """Acts of the user on entries of one open logbook."""

    def begin_round(self, exercise: Exercise) -> Entry:
        """A new round, not stored: `save` stores it at the first keystroke or choice."""
        return Entry(
            id=EntryId(self._writer.new_id()),
            kind=EntryKind.EXERCISE,
            created_at=self._moment(),
            exercise_id=exercise.id,
            exercise_title=exercise.title,
            exercise_version=exercise.version,
            source=exercise.source,
            chapter=exercise.chapter,
        )

    def begin_note(self, template: Exercise | None = None) -> Entry:
        """A new free note, not stored, with or without a template."""
        entry = Entry(
            id=EntryId(self._writer.new_id()),
            kind=EntryKind.FREE,
            created_at=self._moment(),
        )
        if template is None:
            return entry
        return replace(
            entry,
            exercise_id=template.id,
            exercise_title=template.title,
            exercise_version=template.version,
            source=template.source,
        )

    def open_or_begin(self, exercise: Exercise) -> Entry:
        """The open round of an exercise with its answers; a new one, not stored, if none is open.

        When a join left two open rounds, the newest.
        """
        rounds = self._store.rounds(exercise.id)
        open_rounds = [r for r in rounds if r.state is EntryState.DRAFT]
        if open_rounds:
            return self._store.load(open_rounds[-1].entry_id)
        return self.begin_round(exercise)

    def save(self, entry: Entry, edits: Sequence[Edit], *, close_revisions: bool = False) -> Saved:
        """Keep values durably; stores the entry itself when it is new.

        Args:
            entry: the entry as it was begun or loaded; its answers are not looked at.
            close_revisions: end the open versions (step change, closing), so that the next
                change begins a new one.

        Raises:
            AnswerTooLong: over 1,000,000 characters; nothing was kept.
            MoveNotAllowed: the entry is closed and this is not beside it; nothing was kept.
            LogbookError: the disk refused; nothing was kept.
        """
        now = self._moment()
        clean = [replace(edit, value=clean_value(edit.value)) for edit in edits]
        heads: dict[AnswerKey, RevisionId] = {}
        exercise = self._library().exercise(entry.exercise_id) if entry.exercise_id else None
        with self._database.transaction() as connection:
            writer = EntryWriter(connection, self._writer)
            stored = writer.stored(entry.id)
            if stored is None:
                if all(edit.value.is_empty for edit in clean):
                    return Saved({}, now, Changes())
                rid = writer.insert(replace(entry, answers=()), now)
            else:
                rid, state = stored
                if not all(_is_beside(edit.key) for edit in clean):
                    _check_open(state)
            for edit in clean:
                wording = (
                    wording_of(exercise, edit.key, self._library())
                    if exercise or _is_beside(edit.key)
                    else note_wording()
                )
                heads[edit.key] = writer.write_answer(
                    rid, edit.key, wording, edit.value, edit.base, now
                )
            if clean:
                writer.refresh(rid, now)
            if close_revisions:
                writer.close_revisions(rid)
        return Saved(heads, now, changes_of(entry))

    def add_note(self, text: str) -> Entry:
        """Store a whole free note in one act.

        Raises:
            AnswerTooLong: over 1,000,000 characters; nothing was kept.
        """
        at = to_text(self._moment())
        return self._store.load(EntryId(add_note(self._database, self._writer, text, at)))

    def give_form(self, entry_id: EntryId, template: Exercise) -> Changes:
        """Lay a free note out in a form: its text moves to `template.first_prose`.

        The note stays the same entry with the same history; `take_form` undoes it.

        Raises:
            EntryNotFound.
            MoveNotAllowed: the note is closed.
        """
        target = _first_key(template)
        if target is None:
            raise ValueError(template.id)

        def act(writer: EntryWriter) -> None:
            writer.set_form(entry_id, self.begin_note(template))
            wording = wording_of(template, target, self._library())
            self._move_text(writer, entry_id, AnswerKey(NOTE_BLOCK), target, wording)

        return self._write(entry_id, act)

    def take_form(self, entry_id: EntryId, template: Exercise) -> tuple[EntryId, Changes]:
        """Make a note in a form a plain one again, with the text that `give_form` moved.

        When more was written in the form, that stays as it is, and the text gets a note of its own.

        Returns:
            The plain note: the same entry or the new one.

        Raises:
            EntryNotFound.
            MoveNotAllowed: the note is closed.
        """
        source, note = _first_key(template), AnswerKey(NOTE_BLOCK)
        if source is None:
            raise ValueError(template.id)
        entry = self._store.load(entry_id)
        more = any(
            not (a.value.is_empty or a.key in (source, note) or _is_beside(a.key))
            for a in entry.answers
        )
        _check_open(entry.state)
        if more and source != note:
            # The copy first: in between, the text stands twice and never nowhere.
            other = self.add_note(entry.value(source).text)
            changes = self.save(entry, [Edit(source, Value(), _head(entry, source))]).changes
            return other.id, replace(changes, entries=changes.entries | {other.id})

        def act(writer: EntryWriter) -> None:
            writer.set_form(entry_id, self.begin_note())
            self._move_text(writer, entry_id, source, note, note_wording())

        return entry_id, self._write(entry_id, act)

    def _move_text(
        self,
        writer: EntryWriter,
        entry_id: EntryId,
        source: AnswerKey,
        target: AnswerKey,
        wording: Wording,
    ) -> None:
        """Make the answer to one question that to another; the first is empty after that."""
        entry, now = self._store.load(entry_id), self._moment()
        _check_open(entry.state)
        rid = writer.row_number(entry_id)
        assert rid is not None, "it was loaded"
        writer.close_revisions(rid)
        moved = entry.answer(source)
        if moved is not None and source != target:
            base = _head(entry, target)
            writer.write_answer(rid, target, wording, moved.value, base, now)
            writer.write_answer(rid, source, moved.wording, Value(), moved.head, now)
        writer.refresh(rid, now)
        writer.close_revisions(rid)

    def close_for_now(self, entry_id: EntryId) -> Changes:
        """Close a round or note: "voor nu afgerond".

        Raises:
            EntryNotFound, MoveNotAllowed: it is closed already.
        """
        return self._set_state(entry_id, EntryState.CLOSED)

    def reopen(self, entry_id: EntryId) -> Changes:
        """Go on with a closed round or note; it stays the same round.

        Raises:
            EntryNotFound.
            MoveNotAllowed: it is open already, or another round of its exercise is.
        """
        return self._set_state(entry_id, EntryState.DRAFT)

    def move_to_bin(self, entry_id: EntryId) -> Changes:
        """`move_all_to_bin` for one entry."""
        return self.move_all_to_bin([entry_id])

    def move_all_to_bin(self, entry_ids: Sequence[EntryId]) -> Changes:
        """Put entries in the bin, all or none; `take_all_from_bin` undoes it.

        Raises:
            EntryNotFound.
        """
        return self._set_deleted(entry_ids, self._moment())

    def take_from_bin(self, entry_id: EntryId) -> Changes:
        """`take_all_from_bin` for one entry."""
        return self.take_all_from_bin([entry_id])

    def take_all_from_bin(self, entry_ids: Sequence[EntryId]) -> Changes:
        """Put entries from the bin back where they were, all or none.

        Raises:
            EntryNotFound.
        """
        return self._set_deleted(entry_ids, None)

    def delete_for_good(self, entry_id: EntryId) -> Changes:
        """Remove an entry with all its history; cannot be undone.

        Raises:
            EntryNotFound.
        """
        return self.delete_all([entry_id])

    def delete_all(self, entry_ids: Sequence[EntryId]) -> Changes:
        """Remove entries with all their history, all or none; cannot be undone.

        Raises:
            EntryNotFound.
        """
        now = self._moment()
        shared = self._store.are_shared(entry_ids)
        changes = self._write_all(entry_ids, lambda writer: writer.delete_for_good(entry_ids, now))
        return replace(changes, sharing=shared)

    def set_about_date(self, entry_id: EntryId, about: date | None) -> Changes:
        """Set the day an entry is about (None: the day it was written).

        Raises:
            EntryNotFound.
        """
        return self._write(entry_id, lambda writer: writer.set_about_date(entry_id, about))

    def skip(self, exercise_id: str) -> Changes:
        """Say that an exercise is skipped; reversible."""
        return self._set_skipped(exercise_id, self._moment())

    def unskip(self, exercise_id: str) -> Changes:
        """Take back that an exercise is skipped."""
        return self._set_skipped(exercise_id, None)

    def merge_search_index(self, pages: int = MERGE_PAGES) -> None:
        """A bounded step of upkeep for an idle moment; changes nothing a user can see."""
        with self._database.transaction() as connection:
            merge_steps(connection, pages)

    def _set_state(self, entry_id: EntryId, state: EntryState) -> Changes:
        summary = self._store.summary(entry_id)
        if summary.state is state:
            raise MoveNotAllowed(summary.state.value, state.value)
        closed_at = self._moment() if state is EntryState.CLOSED else None

        def act(writer: EntryWriter) -> None:
            if state is EntryState.DRAFT and summary.round is not None and summary.exercise_id:
                rounds = self._store.rounds(summary.exercise_id)
                if any(r.state is EntryState.DRAFT for r in rounds):
                    raise MoveNotAllowed(summary.state.value, OTHER_ROUND)
            writer.set_state(entry_id, state, closed_at)
            rid = writer.row_number(entry_id)
            if rid is not None:
                writer.close_revisions(rid)

        return self._write(entry_id, act)

    def _set_deleted(self, entry_ids: Sequence[EntryId], at: datetime | None) -> Changes:
        def act(writer: EntryWriter) -> None:
            for entry_id in entry_ids:
                writer.set_deleted(entry_id, at)

        return replace(self._write_all(entry_ids, act), sharing=self._store.are_shared(entry_ids))

    def _write(self, entry_id: EntryId, act: Callable[[EntryWriter], None]) -> Changes:
        return self._write_all([entry_id], act)

    def _write_all(
        self, entry_ids: Sequence[EntryId], act: Callable[[EntryWriter], None]
    ) -> Changes:
        exercises = self._store.exercises_of(entry_ids)
        with self._database.transaction() as connection:
            act(EntryWriter(connection, self._writer))
        return Changes(frozenset(entry_ids), exercises)

    def _set_skipped(self, exercise_id: str, at: datetime | None) -> Changes:
        with self._database.transaction() as connection:
            EntryWriter(connection, self._writer).set_skipped(exercise_id, at)
        return Changes(exercises=frozenset({exercise_id}))


def _check_open(state: EntryState) -> None:
    """Refuse to change what a closed entry says.

    Raises:
        MoveNotAllowed.
    """
    if state is EntryState.CLOSED:
        raise MoveNotAllowed(state.value, WRITE)


def _is_beside(key: AnswerKey) -> bool:
    """Whether an answer stands beside what the entry itself asks."""
    return is_margin(key) or is_follow_up(key) or is_own_intention(key)


def _first_key(template: Exercise) -> AnswerKey | None:
    found = template.first_prose
    return AnswerKey(found[0].id, found[1].id) if found else None


def _head(entry: Entry, key: AnswerKey) -> RevisionId | None:
    answer = entry.answer(key)
    return answer.head if answer else None
