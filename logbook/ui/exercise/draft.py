# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Draft: the entry that is being written, with autosave.

Holds every value on screen, keeps what changed durable within two seconds and tells when that
is true. Knows no widgets: fields give values and listen; how they look is left to them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from logbook.core.entry import (
    ANSWER_LIMIT,
    AnswerKey,
    Entry,
    EntryId,
    RevisionId,
    Value,
)
from logbook.core.errors import AnswerTooLong, EntryNotFound, LogbookError
from logbook.core.exercise import Exercise
from logbook.core.kept import LinkedEntry
from logbook.core.library import Library
from logbook.services.changes import Changes
from logbook.services.writing import Edit

if TYPE_CHECKING:
    # Only for its type: a draft also runs without a window (tests that kill the process).
    from logbook.ui.context import Context

#: Milliseconds from the first unsaved change to the save; half of what is promised.
SAVE_AFTER = 1000
#: Milliseconds before a failed save is tried again, longer each time.
RETRY_AFTER = (2000, 4000, 8000, 10_000)
#: Milliseconds between telling other screens of saves made while typing goes on.
TELL_AFTER = 2000


class Draft(QObject):
    """The open entry. Give it what the user does with `set_value`; read back with `value`.

    Args:
        context: services and notifier of the window.
        entry: as begun or as stored, with its answers.
        exercise: the exercise of a round or the template of a note; None for a plain note.

    Signals:
        value_changed(AnswerKey): a value is another one now, by the user or by another process.
            Also sent for the field that made the change: compare before filling.
        items_changed(str): what is chosen in this block, or its order, changed.
        saved(datetime): after a commit; its moment, aware UTC.
        save_failed(LogbookError): a save was refused; text stays, saving is tried again.
        too_long_changed(AnswerKey, bool): an answer went over the limit, or is within it again.
        saving_changed(): `pending`, `failure` or `saved_at` changed.
        entry_requested(str): a link to another entry was followed in a field.
    """

    value_changed = Signal(object)
    items_changed = Signal(str)
    saved = Signal(object)
    save_failed = Signal(object)
    too_long_changed = Signal(object, bool)
    saving_changed = Signal()
    entry_requested = Signal(str)

    def __init__(
        self,
        context: Context,
        entry: Entry,
        exercise: Exercise | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self._writing = context.services.writing
        self._reading = context.services.reading
        self._content = context.services.content
        self._today = context.services.today
        self._notifier = context.notifier
        self.exercise = exercise
        self._entry = entry
        self._values: dict[AnswerKey, Value] = {}
        self._heads: dict[AnswerKey, RevisionId] = {}
        self._pending: set[AnswerKey] = set()
        self._along: set[AnswerKey] = set()
        self._too_long: set[AnswerKey] = set()
        self._failure: LogbookError | None = None
        self._failures = 0
        self._saved_at: datetime | None = None
        self._stale = False
        self._open_versions = False
        self._untold: Changes | None = None
        self._telling = False
        self._gone = False
        self._fill(entry)
        self._timer = self._make_timer(self._on_timer_timeout)
        self._tell_timer = self._make_timer(self._on_tell_timer_timeout)
        self._notifier.changed.connect(self._on_notifier_changed)

    @property
    def entry(self) -> Entry:
        """The entry as it is stored now; as it was begun while nothing is stored."""
        if self._stale:
            try:
                self._entry = self._reading.entry(self._entry.id)
                self._stale = False
            except LogbookError:
                return self._entry
        return self._entry

    @property
    def entry_id(self) -> EntryId:
        """The id of the entry; known before it is stored."""
        return self._entry.id

    @property
    def library(self) -> Library:
        """All exercises, decks and pages as they are now."""
        return self._content.library()

    @property
    def is_stored(self) -> bool:
        """Whether the entry exists in the logbook: from the first keystroke that was kept."""
        return bool(self._heads)

    @property
    def is_gone(self) -> bool:
        """Whether the entry was deleted for good elsewhere; the next change stores it again."""
        return self._gone

    @property
    def pending(self) -> bool:
        """Whether something on screen is not durable yet."""
        return bool(self._pending)

    @property
    def is_telling(self) -> bool:
        """Whether the changes that screens hear of now are this draft's own."""
        return self._telling

    @property
    def failure(self) -> LogbookError | None:
        """Why the last save was refused; None when it went well."""
        return self._failure

    @property
    def saved_at(self) -> datetime | None:
        """The last commit of this draft, aware UTC; None before the first."""
        return self._saved_at

    @property
    def today(self) -> date:
        """The local day of the clock of the logbook."""
        return self._today()

    def titles_like(self, beginning: str) -> tuple[LinkedEntry, ...]:
        """Entries that a text can link to, as `services.reading.titles_like`."""
        return self._reading.titles_like(beginning)

    def value(self, key: AnswerKey) -> Value:
        """What is on screen under this key; an empty value when there is nothing."""
        return self._values.get(key, Value())

    def values(self) -> dict[AnswerKey, Value]:
        """Everything on screen, also what is not durable yet."""
        return dict(self._values)

    def items(self, block_id: str) -> tuple[str, ...]:
        """What is chosen in a block, in order (`Value.chosen`)."""
        return self.value(AnswerKey(block_id)).chosen

    def is_too_long(self, key: AnswerKey) -> bool:
        """Whether this answer is over the limit and therefore not kept."""
        return key in self._too_long

    def fill_in(self, known: Mapping[AnswerKey, Value]) -> None:
        """Put values on screen that nobody typed; kept with the first that the user changes."""
        self._values.update(known)
        self._along.update(known)

    def set_value(self, key: AnswerKey, value: Value) -> None:
        """The user changed an answer: it will be durable within two seconds."""
        before = self.value(key)
        if value == before:
            return
        self._values[key] = value
        was_pending = self.pending
        self._pending |= {key, *self._along}
        self._along.clear()
        if self._gone:
            self._gone = False
            self._pending.update(self._values)
        self._watch_length(key, value)
        if not self._timer.isActive():
            self._timer.start(SAVE_AFTER)
        self._tell_value(key, before, value)
        if not was_pending:
            self.saving_changed.emit()

    def flush(self, close_revisions: bool = False) -> bool:
        """Make everything durable now.

        Args:
            close_revisions: end the versions too: at a change of step, on leaving, on closing.

        Returns:
            Whether nothing is pending any more.
        """
        self._timer.stop()
        done = self._save(close_revisions)
        self._tell_changes()
        return done

    def reload(self) -> None:
        """Take in what another process wrote; what is pending here stays."""
        if not self.is_stored:
            return
        try:
            entry = self._reading.entry(self._entry.id)
        except EntryNotFound:
            # Deleted elsewhere: what is on screen stays, the next change stores all of it again.
            self._heads.clear()
            self._gone = True
            return
        except LogbookError as error:
            self._set_failure(error)
            return
        self._entry, self._stale = entry, False
        before = self._values
        pending = {key: before[key] for key in self._pending}
        bases = {key: self._heads[key] for key in self._pending if key in self._heads}
        self._fill(entry)
        self._values.update(pending)
        self._heads.update(bases)
        for key in before.keys() | self._values.keys():
            self._tell_value(key, before.get(key, Value()), self.value(key))

    def stop(self) -> None:
        """End the autosave; call `flush` first."""
        self._timer.stop()
        self._tell_changes()
        self._notifier.changed.disconnect(self._on_notifier_changed)

    def _make_timer(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(slot)
        return timer

    def _fill(self, entry: Entry) -> None:
        self._values = {answer.key: answer.value for answer in entry.answers}
        self._heads = {answer.key: answer.head for answer in entry.answers}

    def _tell_value(self, key: AnswerKey, before: Value, after: Value) -> None:
        if before == after:
            return
        self.value_changed.emit(key)
        if key == AnswerKey(key.block) and before.chosen != after.chosen:
            self.items_changed.emit(key.block)

    def _watch_length(self, key: AnswerKey, value: Value) -> None:
        too_long = _length(value) > ANSWER_LIMIT
        if too_long == (key in self._too_long):
            return
        if too_long:
            self._too_long.add(key)
        else:
            self._too_long.discard(key)
        self.too_long_changed.emit(key, too_long)

    def _save(self, close_revisions: bool) -> bool:
        keys = sorted(self._pending - self._too_long)
        if not keys and not (close_revisions and self._open_versions):
            return self._judge_length()
        edits = [Edit(key, self._values[key], self._heads.get(key)) for key in keys]
        try:
            saved = self._writing.save(self._entry, edits, close_revisions=close_revisions)
        except LogbookError as error:
            self._set_failure(error)
            return False
        self._pending.difference_update(keys)
        self._heads.update(saved.heads)
        self._failures = 0
        self._failure = None
        if saved.heads:
            self._stale = True
            self._saved_at = saved.at
            self._untold = saved.changes
            self.saved.emit(saved.at)
        self._open_versions = not close_revisions and self.is_stored
        self.saving_changed.emit()
        return self._judge_length()

    def _judge_length(self) -> bool:
        """Answers over the limit cannot be kept; the others were."""
        refused = sorted(self._pending & self._too_long)
        if refused:
            error = AnswerTooLong(_length(self._values[refused[0]]), ANSWER_LIMIT)
            self._failure = error
            self.save_failed.emit(error)
            self.saving_changed.emit()
        return not self._pending

    def _set_failure(self, error: LogbookError) -> None:
        self._failure = error
        if self._pending:
            self._timer.start(RETRY_AFTER[min(self._failures, len(RETRY_AFTER) - 1)])
        self._failures += 1
        self.save_failed.emit(error)
        self.saving_changed.emit()

    def _tell_changes(self) -> None:
        self._tell_timer.stop()
        changes, self._untold = self._untold, None
        if changes is None:
            return
        self._telling = True
        try:
            self._notifier.announce(changes)
        finally:
            self._telling = False

    @Slot()
    def _on_timer_timeout(self) -> None:
        self._save(close_revisions=False)
        if self._untold is not None and not self._tell_timer.isActive():
            self._tell_timer.start(TELL_AFTER)

    @Slot()
    def _on_tell_timer_timeout(self) -> None:
        self._tell_changes()

    @Slot(object)
    def _on_notifier_changed(self, changes: Changes) -> None:
        if not self._telling and changes.touches(self._entry.id):
            self.reload()


def _length(value: Value) -> int:
    return len(value.text) + len(value.own) + sum(map(len, value.cells))
