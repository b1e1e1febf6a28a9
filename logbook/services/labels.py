# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Labels: make, name, colour, merge and delete them, and give them to entries.

Labels may change on closed entries too: they stand beside what was written. Every method that
changes something returns after the commit, with the `Changes` it made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from logbook.core.entry import EntryId
from logbook.core.errors import NameRefused
from logbook.core.label import (
    NAME_LIMIT,
    Label,
    LabelColour,
    LabelCount,
    LabelId,
    RemovedLabel,
    name_key,
    next_colour,
    tidy_name,
)
from logbook.core.moment import whole_milliseconds
from logbook.services.changes import Changes
from logbook.storage.database import Database
from logbook.storage.labels import LabelStore, LabelWriter
from logbook.storage.writes import Writer


class Labels:
    """Acts of the user on labels of one open logbook."""

    def __init__(self, database: Database, now: Callable[[], datetime], writer: Writer) -> None:
        self._database = database
        self._store = LabelStore(database)
        self._now = now
        self._writer = writer

    def all(self) -> tuple[LabelCount, ...]:
        """Every label in order of name, with how many entries outside the bin have it."""
        return self._store.counts()

    def label(self, label_id: LabelId) -> Label:
        """One label.

        Raises:
            LabelNotFound.
        """
        return self._store.label(label_id)

    def named(self, name: str) -> Label:
        """The label with this name; capitals, blanks and ligatures make no difference.

        Raises:
            LabelNotFound.
        """
        return self._store.named(name)

    def create(self, name: str, colour: LabelColour | None = None) -> tuple[Label, Changes]:
        """A new label.

        Args:
            colour: None takes the one that was used least.

        Raises:
            NameRefused: empty, too long, or there is a label with this name.
        """
        chosen = colour or next_colour(tuple(c.label.colour for c in self.all()))
        label = Label(LabelId(self._writer.new_id()), _good_name(name), chosen)
        with self._database.transaction() as connection:
            LabelWriter(connection).insert(label, whole_milliseconds(self._now()))
        return label, Changes(labels=True)

    def rename(self, label_id: LabelId, name: str) -> Changes:
        """Give a label another name, in every entry that has it.

        Raises:
            LabelNotFound.
            NameRefused: empty, too long, or another label has it.
        """
        good = _good_name(name)
        return self._write(lambda writer: writer.rename(label_id, good))

    def recolour(self, label_id: LabelId, colour: LabelColour) -> Changes:
        """Give a label another colour.

        Raises:
            LabelNotFound.
        """
        return self._write(lambda writer: writer.recolour(label_id, colour))

    def assign(self, entry_ids: Iterable[EntryId], label_ids: Iterable[LabelId]) -> Changes:
        """Give these labels to these entries.

        Returns:
            `entries` holds those that lacked one: `unassign` on them undoes a single label.

        Raises:
            EntryNotFound, LabelNotFound: nothing was changed.
        """
        entries, labels = tuple(entry_ids), tuple(label_ids)
        return self._write(lambda writer: writer.assign(entries, labels))

    def give(self, entry_ids: Iterable[EntryId], names: Iterable[str]) -> Changes:
        """Give the labels with these names to these entries; makes the ones that are not there.

        Returns:
            `entries` holds those that lacked one.

        Raises:
            EntryNotFound: nothing was changed.
            NameRefused: a name is empty or too long; nothing was changed.
        """
        good = {name_key(name): _good_name(name) for name in names}
        known = {name_key(each.label.name): each.label for each in self.all()}
        used = [each.colour for each in known.values()]
        now = whole_milliseconds(self._now())
        with self._database.transaction() as connection:
            writer = LabelWriter(connection)
            for key, name in good.items():
                if key not in known:
                    colour = next_colour(tuple(used))
                    known[key] = Label(LabelId(self._writer.new_id()), name, colour)
                    writer.insert(known[key], now)
                    used.append(colour)
            touched = writer.assign(entry_ids, [known[key].id for key in good])
        return _changes(touched)

    def unassign(self, entry_ids: Iterable[EntryId], label_ids: Iterable[LabelId]) -> Changes:
        """Take these labels away from these entries.

        Returns:
            `entries` holds those that had one: `assign` on them undoes a single label.

        Raises:
            EntryNotFound, LabelNotFound: nothing was changed.
        """
        entries, labels = tuple(entry_ids), tuple(label_ids)
        return self._write(lambda writer: writer.unassign(entries, labels))

    def delete(self, label_id: LabelId) -> tuple[RemovedLabel, Changes]:
        """Delete a label and take it away from every entry; `restore` undoes it.

        Raises:
            LabelNotFound.
        """
        with self._database.transaction() as connection:
            removed = LabelWriter(connection).remove(label_id)
        return removed, _changes(removed.entries)

    def merge(self, source: LabelId, target: LabelId) -> tuple[RemovedLabel, Changes]:
        """Let one label take the place of another in every entry; `restore` undoes it.

        Args:
            source: the label that goes; `target` stays as it is.

        Raises:
            LabelNotFound: one is not there.
            ValueError: they are the same.
        """
        if source == target:
            raise ValueError(source)
        with self._database.transaction() as connection:
            writer = LabelWriter(connection)
            removed = writer.remove(source)
            gained = writer.assign(removed.entries, [target])
        merged = RemovedLabel(removed.label, removed.created_at, removed.entries, target, gained)
        return merged, _changes(removed.entries)

    def restore(self, removed: RemovedLabel) -> Changes:
        """Put back what `delete` or `merge` took away, to the entries that are there still.

        Raises:
            NameRefused: another label has this name by now.
        """
        with self._database.transaction() as connection:
            writer = LabelWriter(connection)
            writer.insert(removed.label, removed.created_at)
            entries = writer.present(removed.entries)
            writer.assign(entries, [removed.label.id])
            if removed.merged_into is not None and writer.exists(removed.merged_into):
                writer.unassign(writer.present(removed.gained), [removed.merged_into])
        return _changes(entries)

    def _write(self, act: Callable[[LabelWriter], tuple[str, ...]]) -> Changes:
        with self._database.transaction() as connection:
            touched = act(LabelWriter(connection))
        return _changes(touched)


def _good_name(name: str) -> str:
    """A name as it is kept.

    Raises:
        NameRefused: empty or too long.
    """
    tidy = tidy_name(name)
    if not tidy:
        raise NameRefused("label", "empty")
    if len(tidy) > NAME_LIMIT:
        raise NameRefused("label", "too-long", str(NAME_LIMIT))
    return tidy


def _changes(entry_ids: Iterable[str]) -> Changes:
    return Changes(entries=frozenset(map(EntryId, entry_ids)), labels=True)
