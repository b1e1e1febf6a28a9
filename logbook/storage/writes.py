# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""EntryWriter: every change to entries, inside a transaction the caller holds.

Keeps together what belongs together: an answer, its revision, its step of the raw history and
the derived columns of its entry. Rules: docs/design.md, "Entry, round, answer, revision".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from logbook.core.canonical import content_hash
from logbook.core.entry import (
    AnswerKey,
    Entry,
    EntryId,
    EntryState,
    RevisionId,
    Splice,
    Value,
    Wording,
)
from logbook.core.errors import EntryNotFound
from logbook.core.history import pause_is_over, splice_between
from logbook.core.moment import to_text
from logbook.core.said import said
from logbook.storage.derived import derive
from logbook.storage.engine import Connection
from logbook.storage.kept import forget_entries, prune_places
from logbook.storage.links import links_in, put_links
from logbook.storage.new_entries import Writer as Writer
from logbook.storage.rows import (
    ANSWER_COLUMNS,
    ENTRY_COLUMNS,
    answer_of,
    entry_values,
    moment_of,
    wording_values,
)
from logbook.storage.search_text import document_of, put_document, remove_documents

_INSERT_ENTRY = (
    f"insert into entries ({ENTRY_COLUMNS}, written_at) values (?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_INSERT_ANSWER = (
    "insert into answers (kind, block_title, prompt_text, exercise_version, card_title,"
    " card_description, position, terms, entry, block, prompt, item, head)"
    " values (?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_INSERT_REVISION = (
    "insert into revisions (id, answer, parent, device, at, value, sha256, open)"
    " values (?,?,?,?,?,?,?,?)"
)
_INSERT_SPLICE = "insert into splices (revision, at, offset, removed, inserted) values (?,?,?,?,?)"


class EntryWriter:
    """Changes to entries on a connection that is inside `Database.transaction()`."""

    def __init__(self, connection: Connection, writer: Writer) -> None:
        self._connection = connection
        self._writer = writer

    def row_number(self, entry_id: EntryId) -> int | None:
        """The row number of an entry, or None when it is not stored (yet)."""
        row = self._connection.execute(
            "select rid from entries where id = ?", (entry_id,)
        ).fetchone()
        return None if row is None else int(row[0])

    def stored(self, entry_id: EntryId) -> tuple[int, EntryState] | None:
        """Row number and state of an entry, or None when it is not stored (yet)."""
        row = self._connection.execute(
            "select rid, state from entries where id = ?", (entry_id,)
        ).fetchone()
        return None if row is None else (int(row[0]), EntryState(row[1]))

    def insert(self, entry: Entry, now: datetime) -> int:
        """Store a new entry without answers; returns its row number."""
        self._connection.execute("delete from tombstones where id = ?", (entry.id,))
        cursor = self._connection.execute(_INSERT_ENTRY, (*entry_values(entry), to_text(now)))
        return int(cursor.lastrowid)

    def write_answer(
        self,
        rid: int,
        key: AnswerKey,
        wording: Wording,
        value: Value,
        base: RevisionId | None,
        now: datetime,
    ) -> RevisionId:
        """Keep a value: extend the open revision of this device, or begin a new one.

        Args:
            rid: row number of the entry.
            base: the revision that the writer saw last, None for a first answer. When another
                process has written since, the new revision becomes a child of `base`: both stay.

        Returns:
            The revision that now holds the value.
        """
        canonical = value.canonical()
        found = self._connection.execute(
            "select rid, head from answers where entry = ? and block = ? and prompt = ?"
            " and item = ?",
            (rid, key.block, key.prompt, key.item),
        ).fetchone()
        if found is None:
            return self._first_revision(rid, key, wording, canonical, now)
        answer, head = int(found[0]), str(found[1])
        at = to_text(now)
        last = (self._revision(base) if base else None) or self._revision(head)
        assert last is not None, "an answer always has a head"
        same_head = last.id == head
        if canonical == last.value and same_head:
            return RevisionId(head)
        splice = splice_between(last.value, canonical, now)
        if same_head and last.open_for(self._writer.device, now):
            self._connection.execute(
                "update revisions set at = ?, value = ?, sha256 = ? where rid = ?",
                (at, canonical, content_hash(canonical), last.rid),
            )
            self._add_splice(last.rid, splice)
            return RevisionId(head)
        self._connection.execute(
            "update revisions set open = 0 where answer = ? and open = 1", (answer,)
        )
        new = self._add_revision(answer, last.id, canonical, at)
        self._add_splice(new[1], splice)
        self._connection.execute(
            "update answers set kind = ?, block_title = ?, prompt_text = ?, exercise_version = ?,"
            # What is gone from the exercise leaves its words: the answer was given to them.
            " card_title = coalesce(nullif(?, ''), card_title),"
            " card_description = coalesce(nullif(?, ''), card_description),"
            " position = ?, terms = coalesce(nullif(?, ''), terms), head = ? where rid = ?",
            (*wording_values(wording), new[0], answer),
        )
        return new[0]

    def close_revisions(self, rid: int) -> None:
        """Close the open revisions of an entry: the next change begins a new version."""
        self._connection.execute(
            "update revisions set open = 0 where open = 1"
            " and answer in (select rid from answers where entry = ?)",
            (rid,),
        )

    def close_revision(self, rid: int, key: AnswerKey) -> None:
        """Close the open revision of one answer."""
        self._connection.execute(
            "update revisions set open = 0 where open = 1 and answer = (select rid from answers"
            " where entry = ? and block = ? and prompt = ? and item = ?)",
            (rid, key.block, key.prompt, key.item),
        )

    def refresh(self, rid: int, now: datetime) -> None:
        """Bring what is derived from the answers up to date: title, excerpt, document, links."""
        answers = [
            answer_of(row)
            for row in self._connection.execute(
                f"select {ANSWER_COLUMNS} from answers a join revisions r on r.id = a.head"
                " where a.entry = ? order by a.position, a.rid",
                (rid,),
            )
        ]
        kind, exercise_title = self._connection.execute(
            "select kind, exercise_title from entries where rid = ?", (rid,)
        ).fetchone()
        answered = [said(answer) for answer in answers]
        derived = derive(kind, exercise_title, answered)
        self._connection.execute(
            "update entries set title = ?, excerpt = ?, filled = ?, written_at = ? where rid = ?",
            (derived.title, derived.excerpt, int(derived.filled), to_text(now), rid),
        )
        put_document(self._connection, rid, document_of(derived.title, answered))
        put_links(self._connection, rid, links_in(answered))
        prune_places(self._connection, rid, answers)

    def set_form(self, entry_id: EntryId, form: Entry) -> None:
        """Give a note the form of another one that was begun, or none.

        Raises:
            EntryNotFound.
        """
        self._update(
            entry_id,
            "exercise_id = ?, exercise_title = ?, exercise_version = ?, source = ?",
            (form.exercise_id, form.exercise_title, form.exercise_version, form.source),
        )

    def set_state(self, entry_id: EntryId, state: EntryState, closed_at: datetime | None) -> None:
        """Open or close an entry.

        Raises:
            EntryNotFound.
        """
        self._update(
            entry_id,
            "state = ?, closed_at = ?",
            (state.value, to_text(closed_at) if closed_at else None),
        )

    def set_deleted(self, entry_id: EntryId, deleted_at: datetime | None) -> None:
        """Put an entry in the bin, or take it out (None).

        Raises:
            EntryNotFound.
        """
        self._update(entry_id, "deleted_at = ?", (to_text(deleted_at) if deleted_at else None,))

    def set_about_date(self, entry_id: EntryId, about: date | None) -> None:
        """Set the day an entry is about.

        Raises:
            EntryNotFound.
        """
        self._update(entry_id, "about_date = ?", (about.isoformat() if about else None,))

    def delete_for_good(self, entry_ids: Iterable[EntryId], now: datetime) -> None:
        """Remove entries with all their history; only tombstones (id, time) stay.

        Raises:
            EntryNotFound.
        """
        rids = {entry_id: self.row_number(entry_id) for entry_id in entry_ids}
        for entry_id, rid in rids.items():
            if rid is None:
                raise EntryNotFound(entry_id)
        # Triggers of a cascade do fire, but the index wants the texts before they go.
        remove_documents(self._connection, [rid for rid in rids.values() if rid is not None])
        forget_entries(self._connection, rids)
        self._connection.executemany(
            "delete from entries where rid = ?", [(rid,) for rid in rids.values()]
        )
        self._connection.executemany(
            "insert or replace into tombstones (id, deleted_at) values (?, ?)",
            [(entry_id, to_text(now)) for entry_id in rids],
        )

    def set_skipped(self, exercise_id: str, skipped_at: datetime | None) -> None:
        """Mark an exercise as skipped, or take the mark away (None)."""
        self._connection.execute(
            "delete from skipped_exercises where exercise_id = ?", (exercise_id,)
        )
        if skipped_at is not None:
            self._connection.execute(
                "insert into skipped_exercises (exercise_id, skipped_at) values (?, ?)",
                (exercise_id, to_text(skipped_at)),
            )

    def _first_revision(
        self, rid: int, key: AnswerKey, wording: Wording, canonical: str, now: datetime
    ) -> RevisionId:
        cursor = self._connection.execute(
            _INSERT_ANSWER,
            (*wording_values(wording), rid, key.block, key.prompt, key.item, ""),
        )
        answer = int(cursor.lastrowid)
        revision, revision_rid = self._add_revision(answer, None, canonical, to_text(now))
        self._add_splice(revision_rid, splice_between("", canonical, now))
        self._connection.execute("update answers set head = ? where rid = ?", (revision, answer))
        return revision

    def _add_revision(
        self, answer: int, parent: str | None, canonical: str, at: str
    ) -> tuple[RevisionId, int]:
        revision = RevisionId(self._writer.new_id())
        cursor = self._connection.execute(
            _INSERT_REVISION,
            (
                revision,
                answer,
                parent,
                self._writer.device,
                at,
                canonical,
                content_hash(canonical),
                1,
            ),
        )
        return revision, int(cursor.lastrowid)

    def _add_splice(self, revision: int, splice: Splice | None) -> None:
        if splice is not None:
            self._connection.execute(
                _INSERT_SPLICE,
                (revision, to_text(splice.at), splice.offset, splice.removed, splice.inserted),
            )

    def _revision(self, revision_id: str) -> _Stored | None:
        row = self._connection.execute(
            "select rid, id, device, at, value, open from revisions where id = ?", (revision_id,)
        ).fetchone()
        if row is None:
            return None
        return _Stored(row[0], row[1], row[2], moment_of(row[3]), row[4], bool(row[5]))

    def _update(self, entry_id: EntryId, assignment: str, values: tuple[object, ...]) -> None:
        cursor = self._connection.execute(
            f"update entries set {assignment} where id = ?", (*values, entry_id)
        )
        if cursor.rowcount == 0:
            raise EntryNotFound(entry_id)


@dataclass(frozen=True, slots=True)
class _Stored:
    rid: int
    id: str
    device: str
    at: datetime
    value: str
    open: bool

    def open_for(self, device: str, now: datetime) -> bool:
        """Whether this device may still extend the revision at this moment."""
        return self.open and self.device == device and not pause_is_over(self.at, now)
