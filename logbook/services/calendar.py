# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Dates that the user chose as a calendar file: written once, or kept up to date at a place.

The file is all there is: no process in the background and nothing on the network. Which program
reads it, and when, is up to the user.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from logbook.core.errors import FileNotText, FileNotWritten, FileTooLarge, FileUnreadable
from logbook.files.intake import read_text
from logbook.files.replace import replace_file
from logbook.formats.ics import Event, KeptEvent, is_ours, read_calendar, render_calendar, uid_of
from logbook.texts.calendar import EVALUATION_EVENT, EVENT_DESCRIPTION, event_summary

if TYPE_CHECKING:
    from logbook.core.library import Library
    from logbook.services.revisiting import Revisiting

#: A calendar of ours of ten thousand dates has some four megabytes.
_LIMIT = 5_000_000
_EVALUATION = "evaluation"


class ChosenDates:
    """The dates that the user chose in one open logbook, as a calendar.

    Args:
        logbook: the file that a calendar may never replace.
    """

    def __init__(
        self,
        logbook: Path,
        revisiting: Revisiting,
        library: Callable[[], Library],
        now: Callable[[], datetime],
    ) -> None:
        self._logbook = logbook
        self._revisiting = revisiting
        self._library = library
        self._now = now

    def events(self) -> tuple[Event, ...]:
        """Every date by day: looking back, intentions, the next evaluation."""
        library, found = self._library(), []
        for offer in self._revisiting.chosen():
            if offer.due is None:
                continue
            exercise = library.exercise(offer.exercise_id)
            summary = event_summary(offer.kind, exercise.title if exercise else "")
            found.append(Event(uid_of(*offer.key), offer.due, summary))
        evaluation = self._revisiting.evaluation
        if evaluation is not None:
            found.append(Event(uid_of(_EVALUATION), evaluation, EVALUATION_EVENT))
        return tuple(sorted(found, key=lambda event: (event.day, event.uid)))

    def text(self) -> str:
        """The calendar as a text, with nothing known of an earlier one."""
        return self._render({})

    def export(self, path: Path) -> int:
        """Write the calendar to a file; how many dates are in it.

        Raises:
            FileNotWritten: what was at `path` is as it was.
        """
        self._check_target(path)
        self._write(path, self._render(self._before(path)))
        return len(self.events())

    def keep(self, path: Path) -> bool:
        """Bring the calendar at this place up to date; False when it was already.

        Raises:
            FileNotWritten: it cannot be written, or something else stands there, which stays.
        """
        self._check_target(path)
        old = self._old_text(path)
        if old and not is_ours(old):
            raise FileNotWritten(str(path), "not a calendar of ours")
        new = self._render(read_calendar(old))
        if new == old:
            return False
        self._write(path, new)
        return True

    def _render(self, before: dict[str, KeptEvent]) -> str:
        return render_calendar(self.events(), EVENT_DESCRIPTION, self._now(), before)

    def _before(self, path: Path) -> dict[str, KeptEvent]:
        """What stands in a calendar of ours at this place; nothing when that cannot be told."""
        try:
            return read_calendar(self._old_text(path))
        except FileNotWritten:
            return {}

    def _old_text(self, path: Path) -> str:
        """The file as it is, "" when there is none.

        Raises:
            FileNotWritten: something that is no text stands there.
        """
        if not path.exists():
            return ""
        try:
            return read_text(path, limit=_LIMIT)
        except (FileNotText, FileTooLarge, FileUnreadable) as error:
            raise FileNotWritten(str(path), "not a calendar of ours") from error

    def _check_target(self, path: Path) -> None:
        own = self._logbook.resolve()
        if path.resolve() in (own, own.with_name(own.name + "-journal")):
            raise FileNotWritten(str(path), "the logbook itself")

    def _write(self, path: Path, text: str) -> None:
        try:
            replace_file(path, [text.encode()])
        except OSError as error:
            raise FileNotWritten(str(path), str(error)) from error
