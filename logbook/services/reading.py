# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Reading back: lists of entries, one entry laid out, progress per chapter, days written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from logbook.storage.entries import EntryStore

# Exercises and progress are imported where they are first needed: the window is drawn and a
# list is printed without them.
if TYPE_CHECKING:
    from logbook.core.arrange import Section
    from logbook.core.entry import Entry, EntryHistory, EntryId, EntrySummary
    from logbook.core.exercise import Exercise
    from logbook.core.kept import LinkedEntry
    from logbook.core.library import Library
    from logbook.core.progress import ChapterProgress, ExerciseProgress, YearDays
    from logbook.core.search import EntryFilter, PageStart
    from logbook.core.sharing import SentPacket
    from logbook.storage.database import Database
    from logbook.storage.links import LinkStore


class Reading:
    """What screens and commands show of one open logbook; changes nothing."""

    def __init__(
        self, database: Database, library: Callable[[], Library], now: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._store = EntryStore(database)
        self._library = library
        self._now = now

    def find_id(self, ending: str) -> EntryId:
        """The entry whose id ends in these characters.

        Raises:
            EntryNotFound, AmbiguousId.
        """
        return self._store.find_id(ending)

    def entry(self, entry_id: EntryId) -> Entry:
        """An entry with its present answers.

        Raises:
            EntryNotFound.
        """
        return self._store.load(entry_id)

    def history(self, entry_id: EntryId) -> EntryHistory:
        """An entry with every version of every answer.

        Raises:
            EntryNotFound.
        """
        return self._store.history(entry_id)

    def versions(self, entry_id: EntryId) -> int:
        """How many versions an entry has had: the first, and one for each later revision."""
        return 1 + self._store.later_versions(entry_id)

    def sections(self, entry: Entry) -> tuple[Section, ...]:
        """An entry laid out for reading, with the wordings it was answered to."""
        from logbook.core.arrange import arrange

        return arrange(entry, self._library().exercise(entry.exercise_id))

    def summary(self, entry_id: EntryId) -> EntrySummary:
        """The line of one entry.

        Raises:
            EntryNotFound.
        """
        return self._store.summary(entry_id)

    def entries(
        self,
        entry_filter: EntryFilter | None = None,
        *,
        limit: int = 100,
        after: PageStart | None = None,
    ) -> tuple[EntrySummary, ...]:
        """One page of entries, newest first; `after` is the last line of the page before."""
        from logbook.core.search import EntryFilter

        return self._store.summaries(entry_filter or EntryFilter(), limit=limit, after=after)

    def count(self, entry_filter: EntryFilter | None = None) -> int:
        """How many entries a filter lets through."""
        from logbook.core.search import EntryFilter

        return self._store.count(entry_filter or EntryFilter())

    def links_of(self, entry_id: EntryId) -> tuple[LinkedEntry, ...]:
        """What an entry links to, in order of time; what is gone comes first."""
        return self._links().links_of(entry_id)

    def linked_from(self, entry_id: EntryId) -> tuple[LinkedEntry, ...]:
        """The entries outside the bin that link to an entry, in order of time."""
        return self._links().linked_from(entry_id)

    def titles_like(self, beginning: str, limit: int = 8) -> tuple[LinkedEntry, ...]:
        """Entries to link to: their title has these words, the last one perhaps half typed.

        Newest first; without a word the newest of all. `core.entry_links.link_to` makes the link.
        """
        return self._links().titles_like(beginning, limit)

    def _links(self) -> LinkStore:
        from logbook.storage.links import LinkStore  # the window is drawn without

        return LinkStore(self._database)

    def last_draft(self) -> EntrySummary | None:
        """The open entry that was written in last, or None."""
        return self._store.last_written()

    def exercise_progress(self, exercise: Exercise) -> ExerciseProgress:
        """One exercise with its rounds."""
        from logbook.core.progress import ExerciseProgress

        skipped = exercise.id in self._store.skipped()
        return ExerciseProgress(exercise, self._store.rounds(exercise.id), skipped)

    def chapters(self) -> tuple[ChapterProgress, ...]:
        """Every chapter with the rounds of its exercises, in order."""
        from logbook.core.progress import ChapterProgress, ExerciseProgress, rounds_by_exercise

        library = self._library()
        rounds = rounds_by_exercise(self._store.rounds())
        skipped = self._store.skipped()
        return tuple(
            ChapterProgress(
                chapter,
                tuple(
                    ExerciseProgress(e, rounds.get(e.id, ()), e.id in skipped)
                    for e in library.of_chapter(chapter.number)
                ),
            )
            for chapter in library.chapters
        )

    def extras(self) -> tuple[ExerciseProgress, ...]:
        """The exercises that belong to no chapter, with their rounds; no ring counts them."""
        return tuple(self.exercise_progress(exercise) for exercise in self._library().extras)

    def exchanged(self) -> frozenset[EntryId]:
        """The rounds that were exchanged with somebody, of all exercises."""
        from logbook.core.exercise import BlockKind, Field
        from logbook.core.practice import blocks_of, exchanged_rounds

        places = blocks_of(self._library().exercises.values(), BlockKind.EXCHANGE)
        return exchanged_rounds(self._store.answers_in_blocks(places, Field.CHOICE))

    def shared(self) -> frozenset[EntryId]:
        """The entries that stand in a packet that was sent."""
        from logbook.storage.packets import PacketStore

        return PacketStore(self._database).shared_entries()

    def packets_of(self, entry_id: EntryId) -> tuple[SentPacket, ...]:
        """The packets an entry stands in, newest first."""
        from logbook.storage.packets import PacketStore

        return PacketStore(self._database).packets_of(entry_id)

    def suggestions(self, count: int = 2) -> tuple[ExerciseProgress, ...]:
        """Exercises to go on with, as `core.progress.what_could_follow` picks them."""
        from logbook.core.progress import what_could_follow

        return what_could_follow(self.chapters(), count)

    def year_days(self, zone: tzinfo | None = None) -> YearDays:
        """The local days with writing in the year up to today.

        Args:
            zone: the local time zone; None takes the system's.
        """
        from logbook.core.progress import YearDays

        today = self._now().astimezone(zone).date()
        first = _year_before(today)
        since = datetime.combine(first, time(), zone).astimezone(zone)
        days = {
            moment.astimezone(zone).date()
            for moment in self._store.hours_written(since - timedelta(hours=1))
        }
        return YearDays(first, today, frozenset(d for d in days if first <= d <= today))

    def data_version(self) -> int:
        """A number that changes when another process has written."""
        return self._database.data_version()


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1) + timedelta(days=1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28) + timedelta(days=1)
