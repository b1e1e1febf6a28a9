# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Rounds of one exercise beside each other: which there are, what they hold, one page of it.

A list of rounds reads no answers; a comparison reads those of its two to five rounds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from logbook.core.compare import (
    MOST,
    ComparedQuestion,
    ComparedRound,
    Comparison,
    compare,
    first_and_last,
)
from logbook.core.entry import AnswerKey, Entry, EntryId, EntryState
from logbook.core.errors import FileNotWritten, RoundsNotCompared
from logbook.core.library import Library
from logbook.core.private import public_entry
from logbook.core.search import EntryFilter
from logbook.files.replace import replace_file
from logbook.services.forms import find_exercise
from logbook.storage.database import Database
from logbook.storage.entries import EntryStore

if TYPE_CHECKING:
    from logbook.core.exercise import ScaleSettings
    from logbook.formats.compared import Said


class Comparing:
    """Comparisons of one open logbook; changes nothing."""

    def __init__(
        self, database: Database, library: Callable[[], Library], now: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._store = EntryStore(database)
        self._library = library
        self._now = now

    def rounds(self, exercise_id: str) -> tuple[ComparedRound, ...]:
        """The rounds of an exercise that hold something, the oldest first; not those in the bin."""
        rounds = self._store.rounds(exercise_id)
        lines = self._store.summaries(EntryFilter(exercise_id=exercise_id), limit=len(rounds))
        about = {line.id: line.about_date for line in lines}
        return tuple(
            ComparedRound(
                found.entry_id,
                number,
                found.created_at,
                about.get(found.entry_id),
                found.state is EntryState.CLOSED,
            )
            for number, found in enumerate(rounds, 1)
            if found.filled
        )

    def compare(
        self, exercise_id: str, entry_ids: Sequence[EntryId] = (), block: str = ""
    ) -> Comparison:
        """Lay rounds beside each other, the oldest first.

        Args:
            entry_ids: which rounds; () takes the first and the last.
            block: only this block; "" for all.

        Raises:
            ExerciseNotFound: there is no such exercise, and nothing was written in it.
            RoundsNotCompared: there are none, or not these, or too many.
        """
        known = self.rounds(exercise_id)
        if not known:
            find_exercise(self._library(), exercise_id)
            raise RoundsNotCompared(exercise_id, 0, MOST)
        chosen = [each for each in known if each.entry_id in entry_ids]
        if len(chosen) < len(set(entry_ids)) or len(chosen) > MOST:
            raise RoundsNotCompared(exercise_id, len(known), MOST)
        rounds = chosen or first_and_last(known)
        entries = [self._store.load(each.entry_id) for each in rounds]
        exercise = self._library().exercise(exercise_id)
        return compare(entries, exercise, numbers=[each.number for each in rounds], block=block)

    def question(
        self, entry_id: EntryId, block: str, prompt: str = "", item: str = ""
    ) -> ComparedQuestion | None:
        """One question of one round, for beside a new answer; None when it was not answered.

        Raises:
            EntryNotFound.
        """
        entry = self._store.load(entry_id)
        found = compare([entry], self._library().exercise(entry.exercise_id), block=block)
        key = AnswerKey(block, prompt, item)
        return next((question for question in found.questions if question.key == key), None)

    def page(self, comparison: Comparison, format_name: str, *, with_private: bool = False) -> str:
        """A comparison as one page to read, keep or print.

        Args:
            format_name: "text" or "html".
            with_private: also private passages, `%%…%%`.
        """
        from logbook.formats.compared import Page, render_text
        from logbook.formats.compared_html import render_html

        shown = comparison if with_private else self._public(comparison)
        page = Page(shown, self._library(), self._now(), _said())
        return {"text": render_text, "html": render_html}[format_name](page)

    def save(
        self,
        comparison: Comparison,
        path: Path,
        format_name: str = "html",
        *,
        with_private: bool = False,
    ) -> None:
        """Write the page to a file: whole, readable by its owner only, or not at all.

        Raises:
            FileNotWritten: what was at `path` is as it was.
        """
        own = self._database.path.resolve()
        text = self.page(comparison, format_name, with_private=with_private)
        try:
            if path.resolve() in (own, own.with_name(own.name + "-journal")):
                raise FileNotWritten(str(path), "the logbook itself")
            replace_file(path, [text.encode()])
        except OSError as error:
            raise FileNotWritten(str(path), str(error)) from error

    def _public(self, comparison: Comparison) -> Comparison:
        return compare(
            [_public(entry) for entry in comparison.entries],
            comparison.exercise,
            numbers=[each.number for each in comparison.rounds],
            block=comparison.block,
        )


def _said() -> Said:
    """The sentences of a page."""
    from logbook import texts
    from logbook.core.plain import Words
    from logbook.formats.compared import Said
    from logbook.formats.local_time import day_in_words
    from logbook.texts import comparing
    from logbook.texts.photos import own_photo

    def place(number: int, scale: ScaleSettings | None) -> str:
        return texts.scale_place(number, scale.high_number if scale else None)

    return Said(
        Words(place, day_in_words, texts.own_card, own_photo(), texts.STANDARD_OPTIONS),
        comparing.moves,
        comparing.ORDER_CHANGED,
        comparing.CHANGED_KIND,
        comparing.GONE,
        comparing.EMPTIED,
        comparing.NOTHING,
        comparing.NOT_CHOSEN,
    )


def _public(entry: Entry) -> Entry:
    """A round as it may leave: an answer of which nothing is left was not given."""
    public = public_entry(entry)
    kept = tuple(
        after
        for before, after in zip(entry.answers, public.answers, strict=True)
        if before.value.is_empty or not after.value.is_empty
    )
    return replace(public, answers=kept)
