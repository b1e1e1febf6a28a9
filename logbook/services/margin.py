# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Margin notes (kanttekeningen): a later insight beside an answer, also of a closed entry.

What the entry says is never touched. A note that is made empty is no longer shown; its history
stays, and writing its text again brings it back.
"""

from __future__ import annotations

from logbook.core.entry import AnswerKey, Entry, EntryId, RevisionId, Value, Wording
from logbook.core.errors import EmptyNote, EntryNotFound
from logbook.core.margin import beside_of, is_margin, margin_key, margin_wording
from logbook.core.wording import wording_of
from logbook.services.changes import Changes
from logbook.services.edits import Saved, clean_value
from logbook.services.on_entries import OnEntries, changes_of
from logbook.storage.writes import EntryWriter


class Margin(OnEntries):
    """Acts of the user on margin notes of one open logbook."""

    def begin(self, beside: AnswerKey | None = None) -> AnswerKey:
        """The key of a new note, not stored, beside an answer or beside the whole entry (None)."""
        return margin_key(self._writer.new_id(), beside)

    def add(
        self, entry_id: EntryId, text: str, beside: AnswerKey | None = None
    ) -> tuple[AnswerKey, Saved]:
        """Store a whole note in one act; `write` with an empty text undoes it.

        Raises:
            EntryNotFound, AnswerTooLong.
            EmptyNote: there is nothing in it.
        """
        if not text.strip():
            raise EmptyNote
        key = self.begin(beside)
        return key, self.write(entry_id, key, text, close_revision=True)

    def write(
        self,
        entry_id: EntryId,
        key: AnswerKey,
        text: str,
        base: RevisionId | None = None,
        *,
        close_revision: bool = False,
    ) -> Saved:
        """Keep the text of a note; it is stored at its first words.

        Args:
            key: of `begin`, or of a `MarginNote`.
            base: the revision the editor last saw.
            close_revision: end the version, so that the next change begins a new one.

        Raises:
            EntryNotFound, AnswerTooLong: nothing was kept.
            ValueError: this is not the key of a margin note.
        """
        if not is_margin(key):
            raise ValueError(key)
        value, now = clean_value(Value(text)), self._moment()
        with self._database.transaction() as connection:
            writer = EntryWriter(connection, self._writer)
            rid = writer.row_number(entry_id)
            if rid is None:
                raise EntryNotFound(entry_id)
            entry = self._store.load(entry_id)
            if value.is_empty and entry.answer(key) is None:
                return Saved({}, now, Changes())
            head = writer.write_answer(rid, key, self._wording(entry, key), value, base, now)
            writer.refresh(rid, now)
            if close_revision:
                writer.close_revision(rid, key)
        return Saved({key: head}, now, changes_of(entry))

    def _wording(self, entry: Entry, key: AnswerKey) -> Wording:
        """The question as it was answered; as it is now when it was not."""
        known, beside = entry.answer(key), beside_of(key)
        if known is not None:
            return known.wording
        answered = entry.answer(beside) if beside else None
        if answered is not None:
            return margin_wording(answered.wording.prompt_text)
        if entry.exercise_id is None:
            return margin_wording("")
        return wording_of(self._library().exercise(entry.exercise_id), key, self._library())
