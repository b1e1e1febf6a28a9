# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The conclusion of a chapter: one sentence in one entry, whose history is its versions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from logbook.core.entry import AnswerKey, Entry, EntryId, EntryKind, Revision
from logbook.core.library import Library
from logbook.services.on_entries import OnEntries
from logbook.storage.database import Database
from logbook.storage.recall import RecallStore
from logbook.storage.writes import Writer

#: The template of a conclusion, and the one question in it.
CONCLUSION_TEMPLATE = "hoofdstuk-conclusie"
CONCLUSION_KEY = AnswerKey("conclusion")


class Conclusions(OnEntries):
    """Conclusions of chapters in one open logbook."""

    def __init__(
        self,
        database: Database,
        library: Callable[[], Library],
        now: Callable[[], datetime],
        writer: Writer,
    ) -> None:
        super().__init__(database, library, now, writer)
        self._recall = RecallStore(database)

    def of(self, chapter: int) -> Entry | None:
        """The entry with the conclusion of a chapter; None when nothing was ever concluded.

        When a join left two, the one that was written in last.
        """
        found = self._recall.note_of_chapter(CONCLUSION_TEMPLATE, chapter)
        return self._store.load(found) if found else None

    def begin(self, chapter: int) -> Entry:
        """A new entry for it, not stored: `Writing.save` stores it at the first words."""
        template = self._library().exercise(CONCLUSION_TEMPLATE)
        return Entry(
            id=EntryId(self._writer.new_id()),
            kind=EntryKind.FREE,
            created_at=self._moment(),
            exercise_id=CONCLUSION_TEMPLATE,
            exercise_title=template.title if template else "",
            exercise_version=template.version if template else None,
            source=template.source if template else "",
            chapter=chapter,
        )

    def history(self, chapter: int) -> tuple[Revision, ...]:
        """The sentences there have been, oldest first."""
        entry = self.of(chapter)
        if entry is None:
            return ()
        answers = self._store.history(entry.id).answers
        return next((a.revisions for a in answers if a.answer.key == CONCLUSION_KEY), ())
