# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Checks lines of one field beside the main thread and remembers what it found.

Dictionary and lists are loaded in a pause, because loading the dictionary holds up the window for
a moment however it is done.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from logbook.core.entry import EntryId
from logbook.core.errors import LogbookError
from logbook.services.changes import Changes
from logbook.settings import Settings
from logbook.ui.background import run
from logbook.ui.checking.lines import CheckedLine, check_line
from logbook.ui.context import Context

if TYPE_CHECKING:
    from logbook.services.spelling import Spelling

_log = logging.getLogger(__name__)
#: So many lines are remembered; with more, all are forgotten.
_KEPT = 2_000
#: Characters that go to the other thread at a time.
_PORTION = 6_000

#: The words of a line, and whether it begins in a private passage.
Line = tuple[str, bool]


class LineChecker(QObject):
    """Spelling and traces of the lines of one field.

    Args:
        entry_id: the entry in which things may be ignored.

    Signals:
        checked(): more is known now.
        forgotten(): what was known may be other now: ask again.
    """

    checked = Signal()
    forgotten = Signal()

    def __init__(self, context: Context, entry_id: EntryId, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._entry_id = entry_id
        self._known: dict[Line, CheckedLine] = {}
        self._ignored: frozenset[str] | None = None
        self._busy = False
        self._failed = False
        self._round = 0
        self._stop = threading.Event()
        settings = context.preferences.settings
        self._wanted = (settings.check_spelling, settings.check_traces)
        context.preferences.changed.connect(self._on_preferences_changed)
        context.notifier.changed.connect(self._on_notifier_changed)

    @property
    def is_on(self) -> bool:
        """Whether anything is to be checked at all."""
        spelling, traces = self._wanted
        return not self._failed and (traces or (spelling and self._spelling.available))

    @property
    def checks_spelling(self) -> bool:
        """Whether unknown words are looked for."""
        return self._wanted[0] and self._spelling.available

    @property
    def is_ready(self) -> bool:
        """Whether everything that is wanted is loaded."""
        services = self._context.services
        _, traces = self._wanted
        # What is loaded is asked first: whether there is a dictionary is asked of the disk.
        return (self._spelling.ready or not self.checks_spelling) and (
            not traces or services.traces.ready
        )

    def known(self, line: Line) -> CheckedLine | None:
        """What stands in a line; None when it was not looked at yet."""
        return self._known.get(line)

    def want(self, lines: Sequence[Line]) -> None:
        """Look at lines beside the main thread; `checked` says when more is known."""
        if self._busy or not self.is_on:
            return
        portion: list[Line] = []
        length = 0
        for line in lines:
            if line not in self._known and length < _PORTION:
                portion.append(line)
                length += len(line[0])
        if not portion:
            return
        if self._ignored is None:
            self._ignored = self._read_ignored()
        self._busy = True
        self._stop = threading.Event()
        work = partial(self._check, portion, self._ignored, self._stop)
        run(work, partial(self._take, self._round), self._on_failed, self)

    def now(self, line: Line) -> CheckedLine:
        """What stands in one line, at once."""
        if self._ignored is None:
            self._ignored = self._read_ignored()
        found = self._known.get(line)
        if found is None:
            found = self._check([line], self._ignored, threading.Event()).get(line, CheckedLine())
            self._known[line] = found
        return found

    def hold(self) -> None:
        """The user types: what is under way ends soon."""
        self._stop.set()

    def forget(self) -> None:
        """Everything may be other now."""
        self._round += 1
        self._known.clear()
        self._ignored = None
        self.forgotten.emit()

    @property
    def _spelling(self) -> Spelling:
        return self._context.services.spelling

    def _read_ignored(self) -> frozenset[str]:
        try:
            return self._context.services.trace_marks.ignored(self._entry_id)
        except LogbookError:
            return frozenset()

    def _check(
        self, lines: Sequence[Line], ignored: frozenset[str], stop: threading.Event
    ) -> dict[Line, CheckedLine]:
        services = self._context.services
        spelling = services.spelling if self.checks_spelling else None
        traces = services.traces if self._wanted[1] else None
        done: dict[Line, CheckedLine] = {}
        for line in lines:
            if stop.is_set():
                break
            done[line] = check_line(*line, spelling, traces, self._entry_id, ignored)
        return done

    def _take(self, round_: int, done: dict[Line, CheckedLine]) -> None:
        self._busy = False
        if round_ != self._round:
            self.forgotten.emit()
            return
        if len(self._known) > _KEPT:
            self._known.clear()
        self._known.update(done)
        self.checked.emit()

    def _on_failed(self, error: Exception) -> None:
        # A list or the dictionary cannot be read: writing goes on without underlines.
        self._busy = False
        self._failed = True
        _log.warning("checking is off: %s", type(error).__name__)

    @Slot(object)
    def _on_preferences_changed(self, settings: Settings) -> None:
        wanted = (settings.check_spelling, settings.check_traces)
        if wanted != self._wanted:
            self._wanted = wanted
            self.forget()

    @Slot(object)
    def _on_notifier_changed(self, changes: Changes) -> None:
        if changes.words or (
            self._ignored is not None
            and changes.touches(self._entry_id)
            and self._read_ignored() != self._ignored
        ):
            self.forget()
