# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What leaves and enters a logbook: exports, imports and filled-in forms."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from logbook.core.canonical import content_hash
from logbook.core.entry import Entry, EntryId, EntryState
from logbook.core.errors import (
    AnswerFileRefused,
    DamagedLogbook,
    FileNotWritten,
    ImportConflict,
    ImportUnreadable,
)
from logbook.core.moment import whole_milliseconds
from logbook.files.replace import replace_file
from logbook.services.changes import Changes
from logbook.storage.database import Database
from logbook.storage.entries import EntryStore

if TYPE_CHECKING:
    from logbook.core.entry_record import EntryRecord, PlainNote
    from logbook.core.library import Library
    from logbook.core.record import PictureRecord
    from logbook.formats.json_reader import JsonReader
    from logbook.formats.markdown import Readable
    from logbook.services.own_pictures import PictureIntake
    from logbook.storage.engine import Connection
    from logbook.storage.new_entries import Writer

_BATCH = 200
_PIECE = 60_000


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did: entries added, the same already here, and deleted here for good.

    `altered` says that the file is no longer as it was exported: its hash does not fit.
    `pictures` counts the own photos that were new here, `kept` the labels, goals, searches, pins,
    places, packets and remarks that came along, to entries that were here already too.
    """

    added: int
    same: int
    deleted: tuple[str, ...] = ()
    altered: bool = False
    pictures: int = 0
    kept: int = 0

    @property
    def changes(self) -> Changes:
        """What screens should look at again."""
        kept = self.kept > 0
        return Changes(
            everything=self.added > 0 or kept,
            library=self.pictures > 0,
            labels=kept,
            goals=kept,
            searches=kept,
            revisits=kept,
            sharing=kept,
        )


class Transfer:
    """Exports and imports of one open logbook.

    Args:
        library: gives the library when titles of cards or questions are needed.
        intake: makes what takes in the own photos of an import; without it they are left out.
    """

    def __init__(
        self,
        database: Database,
        library: Callable[[], Library],
        now: Callable[[], datetime],
        writer: Writer,
        intake: Callable[[], PictureIntake] | None = None,
    ) -> None:
        self._database = database
        self._intake = intake
        self._store = EntryStore(database)
        self._library = library
        self._now = now
        self._writer = writer

    def export_chunks(
        self,
        format_name: str,
        entry_ids: Sequence[str] | None = None,
        *,
        with_private: bool = False,
    ) -> Iterator[str]:
        """The text of an export in pieces, made while it is read.

        Args:
            format_name: "markdown", "json" or "html".
            entry_ids: only these entries; None means all outside the bin (JSON: all).
            with_private: keep private passages; JSON always keeps them.
        """
        from logbook.formats.registry import FORMATS, Source
        from logbook.storage.bulk import read_records
        from logbook.storage.kept_bulk import read_remains

        source = Source(
            records=lambda: self._whole(read_records(self._database, entry_ids)),
            remains=lambda: read_remains(self._database, entry_ids),
            entries=lambda: self._readable(entry_ids),
            library=self._library,
            exported_at=self._now(),
            with_private=with_private,
            picture=self._picture,
        )
        return FORMATS[format_name](source)

    def _picture(self, ref: str) -> PictureRecord | None:
        from logbook.services.own_pictures import own_picture  # few logbooks have photos

        return own_picture(ref, self._library)

    def _whole(self, records: Iterable[EntryRecord]) -> Iterator[EntryRecord]:
        """The records as they are; a copy with damaged texts in it would only seem to be one.

        Raises:
            DamagedLogbook: at the first entry that lacks a version or whose text has changed.
        """
        for record in records:
            for answer in record.answers:
                heads = 0
                for revision in answer.revisions:
                    if content_hash(revision.value) != revision.sha256:
                        raise DamagedLogbook(str(self._database.path), record.id)
                    heads += revision.id == answer.head
                if not heads:
                    raise DamagedLogbook(str(self._database.path), record.id)
            yield record

    def export(
        self,
        path: Path,
        format_name: str,
        entry_ids: Sequence[str] | None = None,
        *,
        with_private: bool = False,
    ) -> None:
        """Write an export to a file: whole, readable by its owner only, or not at all.

        Raises:
            FileNotWritten: what was at `path` is as it was.
        """
        chunks = self.export_chunks(format_name, entry_ids, with_private=with_private)
        try:
            self._check_target(path)
            replace_file(path, _encoded(chunks))
        except OSError as error:
            raise FileNotWritten(str(path), str(error)) from error

    def _check_target(self, path: Path) -> None:
        """Refuse to put an export where the logbook or its journal stands.

        Raises:
            FileNotWritten, OSError.
        """
        own = self._database.path.resolve()
        if path.resolve() in (own, own.with_name(own.name + "-journal")):
            raise FileNotWritten(str(path), "the logbook itself")

    def export_entry(self, entry_id: EntryId, format_name: str, path: Path) -> None:
        """Write one entry to a file.

        Raises:
            EntryNotFound, FileNotWritten.
        """
        self._store.summary(entry_id)
        self.export(path, format_name, [entry_id])

    def entry_markdown(self, entry_id: EntryId, *, with_private: bool = False) -> str:
        """One entry as Markdown.

        Raises:
            EntryNotFound.
        """
        self._store.summary(entry_id)
        return "".join(self.export_chunks("markdown", [entry_id], with_private=with_private))

    def entry_data(self, entry_id: EntryId) -> dict[str, Any]:
        """One entry as the JSON export has it, with all its versions.

        Raises:
            EntryNotFound.
        """
        self._store.summary(entry_id)
        found: dict[str, Any] = json.loads("".join(self.export_chunks("json", [entry_id])))
        return dict(found["entries"][0])

    def _readable(self, entry_ids: Sequence[str] | None) -> Iterator[Readable | PlainNote]:
        from logbook.core.entry_record import PlainNote
        from logbook.formats.markdown import Readable
        from logbook.storage.bulk import read_entries

        rounds: dict[str, int] = {}
        for entry in read_entries(self._database, entry_ids):
            if isinstance(entry, PlainNote):
                yield entry
                continue
            number: int | None = None
            if entry.exercise_id is not None:
                if entry_ids is not None:
                    number = self._store.summary(entry.id).round
                else:
                    number = rounds[entry.exercise_id] = rounds.get(entry.exercise_id, 0) + 1
            yield Readable(entry, self._library().exercise(entry.exercise_id), number)

    def import_lines(self, lines: Iterable[bytes], name: str) -> ImportResult:
        """Take over the entries of a JSON export: all of them, or nothing at all.

        Args:
            lines: as `services.importing` gives them.
            name: what errors call them.

        Raises:
            ImportUnreadable, FileNotText, FileTooLarge, FileUnreadable: the file is refused.
            ImportConflict: entries differ from ours with the same id; all are named.
        """
        from logbook.formats.json_reader import JsonReader

        intakes: list[PictureIntake] = []

        def take(picture: PictureRecord) -> None:
            if self._intake and not intakes:  # few logbooks have photos
                intakes.append(self._intake())
            for intake in intakes:
                intake.take(picture)

        reader = JsonReader(lines, name, take)
        try:
            with self._database.transaction() as connection:
                result = self._take_over(connection, reader, name)
                for intake in intakes:
                    if intake.conflicts:
                        names = ", ".join(intake.conflicts[:3])
                        raise ImportUnreadable(name, "picture-differs", 0, names)
                    if full := intake.full_deck():
                        raise ImportUnreadable(name, "deck-full", 0, full)
                    intake.place()
                    result = replace(result, pictures=intake.added)
        finally:
            for intake in intakes:
                intake.discard()
        return result

    def _take_over(self, connection: Connection, reader: JsonReader, name: str) -> ImportResult:
        from logbook.storage.kept_bulk import DuplicateVersion, KeptBulk
        from logbook.storage.new_entries import BulkWriter, DuplicateRevision

        added = same = 0
        conflicts: list[str] = []
        deleted: list[str] = []
        writer = BulkWriter(connection)
        records = reader.records()
        try:
            while batch := list(itertools.islice(records, _BATCH)):
                fresh, known = self._sort(batch, conflicts, deleted)
                same += known
                if not conflicts:
                    added += writer.add(fresh)
            if conflicts:
                raise ImportConflict(name, conflicts)
            writer.finish()
            kept = KeptBulk(connection)
            kept.add(reader.remains)
            if kept.conflicts:
                what, which = kept.conflicts[0]
                raise ImportUnreadable(name, f"{what}-differs", 0, which)
        except (DuplicateRevision, DuplicateVersion) as error:
            raise ImportUnreadable(name, "duplicate-revision", 0, str(error)) from None
        return ImportResult(added, same, tuple(deleted), reader.altered, kept=kept.added)

    def _sort(
        self, batch: Sequence[EntryRecord], conflicts: list[str], deleted: list[str]
    ) -> tuple[list[EntryRecord], int]:
        """Plan a part of an import: what is new, and how many are here already, unchanged."""
        from logbook.storage.bulk import known_ids, read_records

        here, gone = known_ids(self._database, [record.id for record in batch])
        ours = {r.id: r for r in read_records(self._database, list(here))} if here else {}
        conflicts += [r.id for r in batch if r.id in here and ours[r.id] != r]
        deleted += [r.id for r in batch if r.id in gone]
        fresh = [r for r in batch if r.id not in here and r.id not in gone]
        return fresh, len(here)

    def answer(
        self, exercise_id: str, text: str, name: str, *, close: bool = False
    ) -> tuple[Entry, Changes]:
        """Keep the answers of a filled-in form in the open round, or in a new one; in one act.

        Args:
            name: what errors call the form.
            close: also close the round for now.

        Raises:
            ExerciseNotFound.
            AnswerFileRefused: with every mistake in the form; nothing was kept.
            AnswerTooLong.
        """
        from logbook.core.wording import wording_of
        from logbook.formats.form_reader import parse_form
        from logbook.services.forms import find_exercise
        from logbook.services.writing import Writing, clean_value
        from logbook.storage.writes import EntryWriter

        exercise = find_exercise(self._library(), exercise_id)
        parsed = parse_form(text, exercise, self._library())
        if parsed.mistakes:
            raise AnswerFileRefused(name, parsed.mistakes)
        writing = Writing(self._database, self._library, self._now, self._writer)
        now = whole_milliseconds(self._now())
        with self._database.transaction() as connection:
            # Inside the transaction: two forms at once must not begin two rounds.
            if exercise.template:
                entry = writing.begin_note(exercise)
            else:
                entry = writing.open_or_begin(exercise)
            writer = EntryWriter(connection, self._writer)
            rid = writer.row_number(entry.id)
            if rid is None:
                rid = writer.insert(entry, now)
            writer.close_revisions(rid)
            for key, value in parsed.answers.items():
                wording = wording_of(exercise, key, self._library())
                before = entry.answer(key)
                base = before.head if before else None
                writer.write_answer(rid, key, wording, clean_value(value), base, now)
            writer.refresh(rid, now)
            writer.close_revisions(rid)
            if close:
                writer.set_state(entry.id, EntryState.CLOSED, now)
        kept = self._store.load(entry.id)
        return kept, Changes(frozenset({entry.id}), frozenset({exercise.id}))


def _encoded(chunks: Iterable[str]) -> Iterator[bytes]:
    """The chunks as bytes, gathered into pieces that are worth a write."""
    waiting: list[str] = []
    size = 0
    for chunk in chunks:
        waiting.append(chunk)
        size += len(chunk)
        if size > _PIECE:
            yield "".join(waiting).encode()
            waiting, size = [], 0
    yield "".join(waiting).encode()
