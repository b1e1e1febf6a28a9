# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A logbook of six years, to try looking back by hand: `python -m benchmarks.six_years PATH`.

Written through the services themselves, with a clock that is moved: rounds over years, intentions
with dates, dates of one's own, cards that stay and go, answers that were emptied, questions worded
otherwise in the first years, a block of another kind, an exercise that is gone.
"""

from __future__ import annotations

import argparse
import os
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from benchmarks import six_years_words as words
from benchmarks.filling import Filler
from logbook.bootstrap import Services, open_services
from logbook.core.entry import NOTE_BLOCK, AnswerKey, Entry, EntryId, Value
from logbook.core.entry_links import link_to
from logbook.core.exercise import Block, BlockKind, Exercise, Field, Prompt
from logbook.core.library import Library
from logbook.paths import find_paths
from logbook.services.content import ContentService
from logbook.services.edits import Edit

YEARS = 6
#: This one has forty rounds, this one was removed, and this block was once prose.
OFTEN = "wat-mij-raakt"
GONE = "mijn-eerste-indruk"
_LABELS = ("stage", "supervisie", "lastig gesprek", "team", "thuis")
_GOALS = ("Ik wacht langer voor ik antwoord geef.", "Ik leer mijn grens te zeggen.")


class PastContent(ContentService):
    """The exercises as they stood; `past` gives those of the first two years."""

    past = False

    def library(self) -> Library:
        """All content, as it was or as it is."""
        now = super().library()
        return _earlier(now) if self.past else now


class Author:
    """Writes the years, oldest day first.

    Args:
        end: the last day; everything is written before it.
    """

    def __init__(self, path: Path, end: datetime, seed: int) -> None:
        self._rng = random.Random(seed)
        self._end = end
        self._start = end - timedelta(days=round(YEARS * 365.25))
        self._now = self._start
        self._content = PastContent(find_paths())
        self.services: Services = open_services(
            find_paths(logbook=path), create=True, now=lambda: self._now
        )
        self.services.content = self._content
        self._last: dict[str, EntryId] = {}
        self._notes: list[EntryId] = []
        self._goals: list[str] = []

    def write(self) -> None:
        """Write everything."""
        for number, (moment, act) in enumerate(sorted(self._plan(), key=lambda item: item[0])):
            self._now = moment
            self._content.past = self._year < 2
            if number % 25 == 24:
                self._return_to_intentions()
            if act:
                self._round(act)
            else:
                self._note()
        self._now = self._end
        self._content.past = False
        self._leave_open()

    @property
    def _year(self) -> int:
        return min(YEARS - 1, int((self._now - self._start).days / 365.25))

    def _plan(self) -> Iterator[tuple[datetime, str]]:
        """Every moment of writing with the exercise that is done, "" for a note."""
        rng, days = self._rng, (self._end - self._start).days - 1
        for _ in range(YEARS * 110):
            yield self._moment(rng.randrange(days)), ""
        exercises = sorted(self._content.library().exercises)
        for rank, name in enumerate(exercises):
            if name == OFTEN or rank % 7 == 6:  # some are never done
                continue
            first = rng.randrange(min(days, 100 + rank * 24))
            for number in range(rng.choice((1, 1, 2, 3, 4, 6))):
                day = first + number * rng.choice((180, 365, 365, 400))
                if day < days:
                    yield self._moment(day), name
        for number in range(40):
            yield self._moment(number * days // 40 + 20), OFTEN
        for day in (90, 400):
            yield self._moment(day), GONE
        for years in (1, 2, 5):  # something on this very day, years ago
            yield self._moment(days + 1 - round(years * 365.25)), ""

    def _moment(self, day: int) -> datetime:
        seconds = self._rng.randrange(8 * 3600, 21 * 3600)
        at = self._start.replace(hour=0, minute=0, second=0) + timedelta(days=day, seconds=seconds)
        return min(at, self._end - timedelta(hours=1))

    def _note(self) -> None:
        rng, services = self._rng, self.services
        text = words.text(rng, self._year, rng.randint(2, 9))
        if rng.random() < 0.1:
            text += f"\n\n%%{words.text(rng, self._year, 1)}%%"
        if self._notes and rng.random() < 0.08:
            text += f"\n\nZie ook {link_to(rng.choice(self._notes), 'een eerdere notitie')}."
        entry = services.writing.add_note(text)
        self._notes.append(entry.id)
        if rng.random() < 0.3:
            services.labels.give([entry.id], [rng.choice(_LABELS)])
        if rng.random() < 0.1:
            self._now += timedelta(days=1)
            services.margin.add(entry.id, words.text(rng, self._year, 1))

    def _round(self, exercise_id: str) -> None:
        services, rng = self.services, self._rng
        exercise = self._content.library().exercise(exercise_id)
        if exercise is None:
            return
        last = self._last.get(exercise_id)
        before = services.reading.entry(last) if last else None
        entry = services.writing.begin_round(exercise)
        filler = Filler(rng, self._content.library(), self._year, self._now.date())
        saved = services.writing.save(entry, filler.edits(exercise, before), close_revisions=True)
        stored = services.reading.entry(entry.id) if saved.heads else entry
        self._change_some(stored)
        self._now += timedelta(minutes=30)
        services.writing.close_for_now(entry.id)
        self._last[exercise_id] = entry.id
        if exercise.chapter and rng.random() < 0.25:
            self._conclude(exercise.chapter)

    def _conclude(self, chapter: int) -> None:
        """Write the one sentence of a chapter, or another one than before."""
        conclusions = self.services.conclusions
        entry = conclusions.of(chapter) or conclusions.begin(chapter)
        form = self._content.library().exercise(entry.exercise_id)
        target = form.first_prose if form else None
        if target is None:
            return
        key = AnswerKey(target[0].id, target[1].id)
        answer = entry.answer(key)
        edit = Edit(key, Value(words.conclusion(self._rng)), answer.head if answer else None)
        self.services.writing.save(entry, [edit], close_revisions=True)

    def _return_to_intentions(self) -> None:
        """Say how most of what is due went; leave the rest, and put some off."""
        rng, intentions = self._rng, self.services.intentions
        today = self._now.date()
        for intention in intentions.due(today):
            chance = rng.random()
            if chance < 0.1:
                continue
            if chance < 0.2:
                intentions.move(intention, today + timedelta(days=30))
                continue
            tried = rng.choices(("yes", "partly", "not-yet", "let-go"), (4, 3, 2, 1))[0]
            again = today + timedelta(days=45) if tried == "not-yet" else None
            went = words.happened(rng) if tried != "let-go" else ""
            intentions.answer(intention, tried, went, words.intention(rng), again)

    def _change_some(self, entry: Entry) -> None:
        """Empty an answer now and then, and write another anew."""
        prose = [a for a in entry.answers if a.wording.kind == "prose" and not a.key.item]
        if not prose or self._rng.random() < 0.6:
            return
        self._now += timedelta(minutes=15)
        answer = self._rng.choice(prose)
        empty = self._rng.random() < 0.4
        value = Value("" if empty else words.text(self._rng, self._year, 3))
        edits = [Edit(answer.key, value, answer.head)]
        self.services.writing.save(entry, edits, close_revisions=True)

    def _leave_open(self) -> None:
        """What is under way on the last day: goals, an open round, an open note, a pin, dates."""
        services, rng = self.services, self._rng
        today, revisiting = self._end.date(), self.services.revisiting
        revisiting.set_evaluation(today + timedelta(days=40))
        revisiting.set_own(self._notes[-20], "", today)
        revisiting.set_own(self._notes[-60], "", today + timedelta(days=90))
        revisiting.set_own(self._last[OFTEN], "", None)
        services.intentions.add(words.intention(rng), day=today + timedelta(days=7))
        services.intentions.add(words.intention(rng), day=today, entry_id=self._notes[-3])
        for text in _GOALS:
            goal, _ = services.goals.create(text)
            services.goals.link(rng.sample(self._notes, 6), goal.id)
        services.organising.pin(self._notes[-1])
        exercise = self._content.library().exercise("kernkwadrant")
        if exercise is not None:
            entry = services.writing.begin_round(exercise)
            filler = Filler(rng, self._content.library(), YEARS - 1, self._now.date())
            services.writing.save(entry, filler.edits(exercise, None)[:3])
        note = services.writing.begin_note()
        services.writing.save(note, [Edit(AnswerKey(NOTE_BLOCK), Value(words.text(rng, 5, 2)))])


def main() -> None:
    """Write the logbook that was asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.six_years")
    parser.add_argument("path", type=Path, help="a file that is not there yet")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--end", type=date.fromisoformat, help="the last day; today by default")
    options = parser.parse_args()
    if options.path.exists():
        parser.error(f"{options.path} is there already")
    end = datetime.now(UTC).replace(microsecond=0)
    if options.end:
        end = datetime(options.end.year, options.end.month, options.end.day, 18, tzinfo=UTC)
    os.environ.setdefault("LOGBOOK_HOME", str(options.path.absolute().parent))
    author = Author(options.path.absolute(), end, options.seed)
    author.write()
    author.services.close()


def _earlier(library: Library) -> Library:
    """The exercises of the first years: other words, a block of another kind, one more."""
    exercises = {name: _reworded(exercise) for name, exercise in library.exercises.items()}
    exercises[GONE] = _gone(next(iter(library.exercises.values())))
    return replace(library, exercises=exercises)


def _reworded(exercise: Exercise) -> Exercise:
    if exercise.order % 2:
        return exercise
    blocks = tuple(map(_earlier_block, exercise.blocks))
    return replace(exercise, blocks=blocks, version=max(1, exercise.version - 1))


def _earlier_block(block: Block) -> Block:
    if block.kind is BlockKind.SCALE:  # a scale that was once a question to write about
        prompt = Prompt(block.prompts[0].id, block.prompts[0].text)
        return Block(block.id, BlockKind.TEXT, block.title, block.body, (prompt,))
    if block.kind is not BlockKind.TEXT:
        return block
    prompts = tuple(
        replace(p, text=f"Eerst even dit: {p.text[:1].lower()}{p.text[1:]}")
        if p.field is Field.PROSE
        else p
        for p in block.prompts
    )
    return replace(block, prompts=prompts)


def _gone(like: Exercise) -> Exercise:
    question = Prompt("", "Wat was je eerste indruk, en wat bleef daarvan over?")
    block = Block("indruk", BlockKind.TEXT, "Je eerste indruk", prompts=(question,))
    return replace(like, id=GONE, title="Mijn eerste indruk", blocks=(block,), version=1, order=9)


if __name__ == "__main__":
    main()
