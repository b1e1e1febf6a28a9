# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Keeping a whole free note in one act; it must not take longer than the thought that it keeps."""

from __future__ import annotations

from logbook.core.canonical import canonical_text, content_hash
from logbook.core.constants import ANSWER_LIMIT, DRAFT, FREE, NOTE_BLOCK, PROSE
from logbook.core.entry_record import AnswerRecord, EntryRecord, RevisionRecord, SpliceRecord
from logbook.core.errors import AnswerTooLong
from logbook.core.light import TYPE_CHECKING
from logbook.core.text import clean_text
from logbook.storage.new_entries import BulkWriter
from logbook.storage.search_text import merge_steps

if TYPE_CHECKING:
    from logbook.core.text import CleanText
    from logbook.storage.new_entries import Writer
    from logbook.storage.open_file import OpenFile

#: Merge the search index a little after this many new documents on the command line.
_MERGE_EVERY = 64
MERGE_PAGES = 500


def fit_note(text: str) -> CleanText:
    """The text as it will be stored.

    Raises:
        AnswerTooLong.
    """
    cleaned = clean_text(text)
    if len(cleaned.text) > ANSWER_LIMIT:
        raise AnswerTooLong(len(cleaned.text), ANSWER_LIMIT)
    return cleaned


def add_note(file: OpenFile, writer: Writer, text: str, at: str) -> str:
    """Store a note that is finished: its one version is closed; returns its id.

    Args:
        at: the present moment, as a text of `core.moment`.

    Raises:
        AnswerTooLong: over 1,000,000 characters; nothing was kept.
        LogbookError: the disk refused; nothing was kept.
    """
    record = _record(writer, fit_note(text).text, at)
    with file.transaction() as connection:
        bulk = BulkWriter(connection)
        bulk.add([record])
        bulk.finish()
        if bulk.last_entry % _MERGE_EVERY == 0:
            merge_steps(connection, MERGE_PAGES)
    return record.id


def _record(writer: Writer, text: str, at: str) -> EntryRecord:
    canonical = canonical_text(text)
    note, version = writer.new_id(), writer.new_id()
    revision = RevisionRecord(
        id=version,
        parent=None,
        device=writer.device,
        at=at,
        value=canonical,
        sha256=content_hash(canonical),
        splices=(SpliceRecord(at, 0, "", canonical),),
    )
    answer = AnswerRecord(
        block=NOTE_BLOCK,
        prompt="",
        item="",
        kind=PROSE,
        block_title="",
        prompt_text="",
        exercise_version=None,
        card_title="",
        card_description="",
        position=0,
        terms="",
        head=version,
        revisions=(revision,),
    )
    return EntryRecord(
        id=note,
        kind=FREE,
        created_at=at,
        state=DRAFT,
        exercise_id=None,
        exercise_title="",
        exercise_version=None,
        source="",
        chapter=None,
        about_date=None,
        closed_at=None,
        deleted_at=None,
        answers=(answer,),
    )
