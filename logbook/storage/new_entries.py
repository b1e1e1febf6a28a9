# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Stores entries that are not there yet, whole, from records: one note, or an import of thousands.

Changes to entries that are there are in `writes.py`. Loads fast, for a note is kept with it.
"""

from __future__ import annotations

from logbook.core.constants import ENTRY_SCHEME
from logbook.core.entry_record import AnswerRecord, EntryRecord
from logbook.core.light import TYPE_CHECKING, NamedTuple
from logbook.core.said import said_in
from logbook.storage.derived import derive
from logbook.storage.engine import IntegrityError
from logbook.storage.search_text import add_all_words, add_words, document_of, document_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from logbook.storage.engine import Connection

_ENTRY_COLUMNS = ", ".join(EntryRecord._fields[:-1])
_ANSWER_COLUMNS = ", ".join(AnswerRecord._fields[:-1])
_INSERT_ENTRY = (
    f"insert into entries (rid, {_ENTRY_COLUMNS}, written_at, title, excerpt, filled)"
    " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_INSERT_ANSWER = (
    f"insert into answers (rid, entry, {_ANSWER_COLUMNS}) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_INSERT_REVISION = (
    "insert into revisions (rid, answer, id, parent, device, at, value, sha256, open)"
    " values (?,?,?,?,?,?,?,?,0)"
)
_INSERT_SPLICE = "insert into splices (revision, at, offset, removed, inserted) values (?,?,?,?,?)"
_INSERT_DOCUMENT = (
    "insert into search_text (rid, title, prompts, answers, cards) values (?,?,?,?,?)"
)

_INSERT_LINK = "insert into entry_links (source, target) values (?,?)"


#: From so many entries on, the words of the index are read all at once.
_MANY = 2_000


class Writer(NamedTuple):
    """Who writes: this device, and where new ids come from."""

    device: str
    new_id: Callable[[], str]


class DuplicateRevision(ValueError):
    """A revision with this id is in the logbook already, under another entry."""


class BulkWriter:
    """Stores entries inside a transaction the caller holds; none of the ids may be there yet.

    `finish` comes after the last of them.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        #: The row number of the entry that was stored last.
        self.last_entry = self._last("entries")
        self._answer = self._last("answers")
        self._revision = self._last("revisions")
        #: Row number and document of the first entries.
        self._documents: list[tuple[int, str, str, str, str]] = []

    def add(self, records: Iterable[EntryRecord]) -> int:
        """Store entries with all they hold; returns how many.

        Raises:
            DuplicateRevision: the transaction must be given up.
        """
        entries, answers, revisions, splices, documents, links = [], [], [], [], [], []
        for record in records:
            self.last_entry += 1
            answered = [said_in(answer) for answer in record.answers]
            derived = derive(record.kind, record.exercise_title, answered)
            moments = [r.at for a in record.answers for r in a.revisions]
            written = max(moments, default=record.created_at)
            entries.append(
                (
                    self.last_entry,
                    *record[:-1],
                    written,
                    derived.title,
                    derived.excerpt,
                    int(derived.filled),
                )
            )
            document = document_of(derived.title, answered)
            documents.append((self.last_entry, *document))
            if ENTRY_SCHEME in document[2]:  # few do, and looking at every value takes time
                from logbook.storage.links import links_in

                links += [(self.last_entry, target) for target in links_in(answered)]
            for answer in record.answers:
                self._answer += 1
                answers.append((self._answer, self.last_entry, *answer[:-1]))
                for revision in answer.revisions:
                    self._revision += 1
                    revisions.append((self._revision, self._answer, *revision[:-1]))
                    splices += [(self._revision, *splice) for splice in revision.splices]
        for sql, rows in (
            (_INSERT_ENTRY, entries),
            (_INSERT_ANSWER, answers),
            (_INSERT_REVISION, revisions),
            (_INSERT_SPLICE, splices),
            (_INSERT_DOCUMENT, documents),
            (_INSERT_LINK, links),
        ):
            try:
                self._connection.executemany(sql, rows)
            except IntegrityError as error:
                raise DuplicateRevision(str(error)) from error
        if len(self._documents) < _MANY:
            self._documents += documents
        return len(entries)

    def finish(self) -> None:
        """Bring the list of words up to date, after the last entry."""
        if len(self._documents) < _MANY:
            texts = (text for document in self._documents for text in document[1:])
            add_words(self._connection, document_words(texts))
        else:
            add_all_words(self._connection)

    def _last(self, table: str) -> int:
        sql = f"select coalesce(max(rid), 0) from {table}"
        return int(self._connection.execute(sql).fetchone()[0])
