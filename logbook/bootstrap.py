# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The composition root: paths, settings, database and services become one frozen value."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from logbook.clock import now_utc
from logbook.core.errors import LogbookError
from logbook.core.recall_days import local_day
from logbook.files.device import device_id
from logbook.files.ids import new_id as new_id
from logbook.paths import Paths, find_paths, word_lists_folder
from logbook.storage.checked import CheckedFiles
from logbook.storage.database import Database, memory_database, open_database

if TYPE_CHECKING:
    from logbook.core.library import Library
    from logbook.services.calendar import ChosenDates
    from logbook.services.comparing import Comparing
    from logbook.services.conclusions import Conclusions
    from logbook.services.content import ContentService
    from logbook.services.desk import Desk
    from logbook.services.everything import Everything
    from logbook.services.feedback import Feedback
    from logbook.services.finding import Finding
    from logbook.services.goals import Goals
    from logbook.services.intentions import Intentions
    from logbook.services.labels import Labels
    from logbook.services.margin import Margin
    from logbook.services.opening import Opening
    from logbook.services.organising import Organising
    from logbook.services.over_time import OverTime
    from logbook.services.own_cards import OwnCards
    from logbook.services.own_pictures import PictureIntake
    from logbook.services.packages import Packages
    from logbook.services.reading import Reading
    from logbook.services.revisiting import Revisiting
    from logbook.services.searcher import Searcher
    from logbook.services.sharing import Sharing
    from logbook.services.spelling import Spelling
    from logbook.services.threads import Threads
    from logbook.services.trace_edits import TraceEdits
    from logbook.services.trace_marks import TraceMarks
    from logbook.services.traces import Traces
    from logbook.services.transfer import Transfer
    from logbook.services.writing import Writing
    from logbook.settings import Settings
    from logbook.storage.writes import Writer


class Services:
    """Everything a window or a command can do with one open logbook.

    Each part is built, and its modules imported, when it is first asked for: a note needs no
    exercises and a list no exports.
    """

    #: Whether anything stays after closing; else nothing that writes beside the logbook is offered.
    keeps = True

    def __init__(
        self, paths: Paths, database: Database, now: Callable[[], datetime], device: str
    ) -> None:
        self.paths = paths
        self._database = database
        self.now = now
        self._device = device

    def today(self) -> date:
        """The local day of the clock of this logbook."""
        return local_day(self.now(), None)

    @cached_property
    def content(self) -> ContentService:
        """Exercises, decks and reference pages."""
        from logbook.services.content import ContentService

        return ContentService(self.paths)

    @cached_property
    def packages(self) -> Packages:
        """Packages of exercises: look into one, install, list and remove."""
        from logbook.services.packages import Packages

        return Packages(self.paths)

    @cached_property
    def reading(self) -> Reading:
        """Lists, entries and progress."""
        from logbook.services.reading import Reading

        return Reading(self._database, self._library, self.now)

    @cached_property
    def comparing(self) -> Comparing:
        """Rounds of one exercise beside each other."""
        from logbook.services.comparing import Comparing

        return Comparing(self._database, self._library, self.now)

    @cached_property
    def finding(self) -> Finding:
        """Searches."""
        from logbook.services.finding import Finding

        return Finding(self._database, self._library)

    @cached_property
    def searcher(self) -> Searcher:
        """Searches beside the main thread."""
        from logbook.services.searcher import Searcher

        return Searcher(self._database.beside, self._library)

    @cached_property
    def everything(self) -> Everything:
        """Finding anything by its name, beside the main thread; searches of its own."""
        from logbook.services.everything import Everything

        return Everything(self._database.beside, self._library)

    @cached_property
    def writing(self) -> Writing:
        """Acts of the user on entries."""
        from logbook.services.writing import Writing

        return Writing(self._database, self._library, self.now, self._writer)

    @cached_property
    def labels(self) -> Labels:
        """Labels and who has them."""
        from logbook.services.labels import Labels

        return Labels(self._database, self.now, self._writer)

    @cached_property
    def goals(self) -> Goals:
        """Learning goals and the entries that go with them."""
        from logbook.services.goals import Goals

        return Goals(self._database, self.now, self._writer)

    @cached_property
    def margin(self) -> Margin:
        """Margin notes, also beside closed entries."""
        from logbook.services.margin import Margin

        return Margin(self._database, self._library, self.now, self._writer)

    @cached_property
    def revisiting(self) -> Revisiting:
        """What comes back, and when; lives as long as this opening."""
        from logbook.services.revisiting import Revisiting

        return Revisiting(self._database, self._library, self.now, self._writer)

    @cached_property
    def intentions(self) -> Intentions:
        """Intentions and how they went."""
        from logbook.services.intentions import Intentions

        return Intentions(self._database, self._library, self.now, self._writer)

    @cached_property
    def opening(self) -> Opening:
        """What Vandaag says of looking back, read beside the main thread."""
        from logbook.services.opening import Opening

        return Opening(self._database, self.revisiting, self.intentions)

    @cached_property
    def conclusions(self) -> Conclusions:
        """One sentence for each chapter."""
        from logbook.services.conclusions import Conclusions

        return Conclusions(self._database, self._library, self.now, self._writer)

    @cached_property
    def threads(self) -> Threads:
        """What happened with an exercise over time."""
        from logbook.services.threads import Threads

        return Threads(self._database, self.intentions)

    @cached_property
    def organising(self) -> Organising:
        """Pins and saved searches."""
        from logbook.services.organising import Organising

        return Organising(self._database, self.now, self._writer)

    @cached_property
    def over_time(self) -> OverTime:
        """The user's own words through the years; counted when they are first asked for."""
        from logbook.services.over_time import STOP_WORDS, OverTime

        return OverTime(self._database, word_lists_folder() / STOP_WORDS)

    @cached_property
    def calendar(self) -> ChosenDates:
        """The dates that the user chose, as a calendar file."""
        from logbook.services.calendar import ChosenDates

        return ChosenDates(self.paths.logbook, self.revisiting, self._library, self.now)

    @cached_property
    def traces(self) -> Traces:
        """The traceability check; its lists are read when it is first used."""
        from logbook.services.traces import Traces

        return Traces(word_lists_folder())

    @cached_property
    def spelling(self) -> Spelling:
        """Spelling; its dictionary is read when it is first used."""
        from logbook.services.spelling import Spelling

        return Spelling(word_lists_folder(), self.paths.own_words)

    @cached_property
    def trace_marks(self) -> TraceMarks:
        """What the user decided about traces."""
        from logbook.services.trace_marks import TraceMarks

        return TraceMarks(self._database, self.now)

    @cached_property
    def trace_edits(self) -> TraceEdits:
        """Findings in a stored entry, replaced or ignored."""
        from logbook.services.trace_edits import TraceEdits

        return TraceEdits(self.reading, self.writing, self.margin, self.traces, self.trace_marks)

    @cached_property
    def sharing(self) -> Sharing:
        """Sharing with somebody: choose, replace names, look, send."""
        from logbook.content.word_lists import read_words
        from logbook.services.sharing import Sharing

        return Sharing(
            self._database,
            self._library,
            self.now,
            self.traces,
            lambda: read_words(word_lists_folder() / "wachtzinwoorden.txt"),
            lambda before, built: self.feedback.for_next_round(before, built),
        )

    @cached_property
    def feedback(self) -> Feedback:
        """What readers gave back: take it in, read it in place, answer it."""
        from logbook.services.feedback import Feedback

        return Feedback(self._database, self._library, self.now)

    @cached_property
    def desk(self) -> Desk:
        """The supervisor's desk: packets of students, in a file of its own."""
        from logbook.services.desk_open import make_desk

        return make_desk(self.paths, self._library, self.now)

    @cached_property
    def transfer(self) -> Transfer:
        """Exports, imports and filled-in forms."""
        from logbook.services.transfer import Transfer

        return Transfer(self._database, self._library, self.now, self._writer, self._picture_intake)

    @cached_property
    def own_cards(self) -> OwnCards:
        """Decks of the user's own photos."""
        from logbook.services.own_cards import OwnCards

        return OwnCards(self.paths.own_decks, self.content.forget)

    def _picture_intake(self) -> PictureIntake:
        from logbook.services.own_pictures import PictureIntake

        return PictureIntake(self.own_cards, self.paths.own_decks)

    @cached_property
    def _writer(self) -> Writer:
        from logbook.storage.new_entries import Writer

        return Writer(self._device, new_id)

    def _library(self) -> Library:
        return self.content.library()

    def close(self) -> None:
        """Close the logbook; packages that were removed cannot be put back any more."""
        self._close_others()
        if "packages" in self.__dict__:
            self.packages.close()
        self._database.close()

    def move(self, target: Path) -> None:
        """Move the logbook to another place and close it; open it there anew.

        Raises:
            LogbookError: it stays where it is, open.
        """
        from logbook.services.place import move_logbook

        self._close_others()
        move_logbook(self._database, target)

    def _close_others(self) -> None:
        for name in ("searcher", "everything", "over_time", "opening", "desk"):
            if name in self.__dict__:
                getattr(self, name).close()


def locate(logbook: Path | None = None) -> tuple[Paths, Settings, LogbookError | None]:
    """The places and choices of this user, the same for window and commands.

    The logbook is the one asked for, else `LOGBOOK_FILE`, else the one in the settings, else
    the default.

    Returns:
        Places, settings, and what was wrong with the settings file (then the defaults hold).
    """
    from logbook.core.errors import SettingsDamaged
    from logbook.settings import Settings, load_settings

    paths = find_paths(logbook=logbook)
    settings, problem = Settings(), None
    try:
        settings = load_settings(paths.settings)
    except SettingsDamaged as error:
        problem = error
    return paths.with_choice(settings.logbook), settings, problem


def place_of(logbook: Path | None = None) -> tuple[Paths, LogbookError | None]:
    """`locate` for a command: the settings are read only when they can say which logbook it is."""
    paths = find_paths(logbook=logbook)
    if paths.asked_for or not paths.settings.exists():
        return paths, None
    paths, _, problem = locate(logbook)
    return paths, problem


def open_services(paths: Paths, *, create: bool, now: Callable[[], datetime] = now_utc) -> Services:
    """Open the logbook and build the services on it.

    Args:
        create: make a missing logbook (window, `note`, `answer`, `import`, `demo`).

    Raises:
        LogbookError: the logbook cannot be opened; nothing was changed.
    """
    database = open_database(paths.logbook, create=create, checked=CheckedFiles(paths.checked))
    return Services(paths, database, now, device_id(paths.device))


class PassingServices(Services):
    """Services on a logbook in memory: the real ones, of which nothing stays.

    Args:
        content: gives the exercises instead of the folders of the program.
    """

    keeps = False

    def __init__(self, paths: Paths, content: ContentService) -> None:
        database = memory_database(Path(":memory:"))
        super().__init__(paths, database, now_utc, "preview")
        self.content = content

    @cached_property
    def own_cards(self) -> OwnCards:
        """Own decks that are never there; screens look at `keeps` before they offer them."""
        from logbook.services.own_cards import OwnCards

        return OwnCards(Path(os.devnull) / "decks", self.content.forget)


def set_private_umask() -> None:
    """Files of this process are readable by their owner only, and a crash leaves no memory."""
    os.umask(0o077)
    with contextlib.suppress(ImportError, OSError, ValueError):  # not on Windows
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
