# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Reads found files into values, and checks what they say of each other.

A shelf may lean on another: what it lacks itself is looked up there. A file with a mistake is
left out and named; the others are still placed.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from logbook.content.block_reader import Surroundings
from logbook.content.cache import ContentCache
from logbook.content.decks import ParsedDeck, parse_deck
from logbook.content.exercises import ParsedExercise, parse_exercise
from logbook.content.folders import Role, Source
from logbook.content.pictures import PictureGate
from logbook.content.prepared import References
from logbook.content.reporter import Reporter
from logbook.content.resources import (
    ParsedChapter,
    ParsedPage,
    options_of,
    parse_chapter,
    parse_page,
)
from logbook.content.sentences import Mistake, hint
from logbook.core.errors import FileNotText, FileTooLarge, LinkOutside, LogbookError
from logbook.core.exercise import Chapter, Deck, Exercise
from logbook.core.library import Problem, ReferencePage
from logbook.files.intake import is_inside, read_text

FILE_LIMIT = 256 * 1024

_LOOSE = frozenset({Role.TEMPLATE, Role.EXTRA})
_EXERCISES = frozenset({Role.EXERCISE, Role.TEMPLATE, Role.EXTRA})


class Named(NamedTuple):
    """A file that the text of a source names at a line."""

    source: Source
    line: int
    file: Path


@dataclass(slots=True)
class Shelf:
    """All values by id, and where each id was met first.

    Args:
        met: source by (sort, id) of every file, also of those with mistakes.
        named: the pictures and other files that texts and decks of this shelf name.
    """

    cache: ContentCache
    chapters: ChainMap[int, Chapter] = field(default_factory=ChainMap)
    exercises: ChainMap[str, Exercise] = field(default_factory=ChainMap)
    decks: ChainMap[str, Deck] = field(default_factory=ChainMap)
    pages: ChainMap[str, ReferencePage] = field(default_factory=ChainMap)
    met: ChainMap[tuple[str, str], Source] = field(default_factory=ChainMap)
    problems: dict[Path, tuple[Problem, ...]] = field(default_factory=dict)
    named: list[Named] = field(default_factory=list)

    def leaning(self) -> Shelf:
        """An empty shelf that looks up here what it lacks."""
        return Shelf(
            self.cache,
            self.chapters.new_child(),
            self.exercises.new_child(),
            self.decks.new_child(),
            self.pages.new_child(),
            self.met.new_child(),
        )

    def fill(self, sources: Iterable[Source]) -> None:
        """Read the files, in the order of the sources; problems are kept by file."""
        found = list(sources)
        fresh = [(source, self._meet(source)) for source in found]
        by_role: dict[Role, list[tuple[Source, Reporter]]] = {}
        for source, reporter in fresh:
            by_role.setdefault(source.role, []).append((source, reporter))
        for source, reporter in by_role.get(Role.PAGE, []):
            self._page(source, reporter)
        for source, reporter in by_role.get(Role.DECK, []):
            self._deck(source, reporter)
        numbers: dict[Path, int | None] = {}
        for source, reporter in by_role.get(Role.CHAPTER, []):
            numbers[source.file.parent] = self._chapter(source, reporter)
        around = self._surroundings()
        parsed = [
            (source, reporter, self._exercise(source, reporter, around))
            for source, reporter in fresh
            if source.role in _EXERCISES
        ]
        blocks = {name: _block_ids(exercise) for name, exercise in self.exercises.items()}
        for source, _, outcome in parsed:
            if outcome is not None and outcome.exercise is not None:
                blocks.setdefault(source.name, _block_ids(outcome.exercise))
        for source, reporter, outcome in parsed:
            self._place(source, reporter, outcome, numbers, blocks)
        for source, reporter in fresh:
            self.problems[source.file] = reporter.sorted()

    def _meet(self, source: Source) -> Reporter:
        reporter = Reporter(source.shown)
        key = _key(source)
        if key is not None:
            first = self.met.maps[0].setdefault(key, source)
            if first is not source:
                note = " (meegeleverd)" if source.own and not first.own else ""
                reporter.add(1, Mistake.TAKEN, name=key[1], other=first.shown + note)
        return reporter

    def _read(self, source: Source, reporter: Reporter) -> str | None:
        try:
            return read_text(source.file, limit=FILE_LIMIT, inside=source.root)
        except FileTooLarge:
            reporter.add(0, Mistake.FILE_TOO_LARGE, limit=FILE_LIMIT // 1024)
        except FileNotText:
            reporter.add(0, Mistake.FILE_NOT_TEXT)
        except LinkOutside:
            reporter.add(0, Mistake.FILE_LINK_OUTSIDE)
        except LogbookError:
            reporter.add(0, Mistake.FILE_UNREADABLE)
        return None

    def _page(self, source: Source, reporter: Reporter) -> None:
        text = self._read(source, reporter)
        if text is None:
            return
        parsed = parse_page(text, source.shown, source.target, self.cache)
        self._check(source, parsed, reporter)
        if parsed.page is not None and not reporter.problems:
            self.pages[source.target] = parsed.page

    def _deck(self, source: Source, reporter: Reporter) -> None:
        text = self._read(source, reporter)
        if text is None:
            return
        folder = source.file.parent
        parsed = parse_deck(text, source.shown, folder, self.cache, own=source.own)
        gate = PictureGate(self.cache)
        for line, name in parsed.pictures:
            self.named.append(Named(source, line, folder / name))
            gate.check(folder, name, line, reporter)
        self._check(source, parsed, reporter)
        if parsed.deck is not None and not reporter.problems:
            self.decks[parsed.deck.id] = parsed.deck

    def _chapter(self, source: Source, reporter: Reporter) -> int | None:
        """The number of the chapter, None when its file has mistakes."""
        text = self._read(source, reporter)
        if text is None:
            return None
        parsed = parse_chapter(text, source.shown, self.cache)
        self._check(source, parsed, reporter)
        chapter = parsed.chapter
        if chapter is None:
            return None
        first = self.chapters.maps[0].get(chapter.number)
        elsewhere = first is not None and source.root not in Path(first.path).parents
        if first is not None and source.package and elsewhere:
            # What a package brings joins the chapter that is there.
            return None if reporter.problems else chapter.number
        if first is not None:
            reporter.add(
                1, Mistake.TAKEN, name=f"Hoofdstuk {chapter.number}", other=_short(first.path)
            )
        if reporter.problems:
            return None
        self.chapters[chapter.number] = replace(chapter, path=str(source.file))
        return chapter.number

    def _surroundings(self) -> Surroundings:
        decks: dict[str, int | None] = {name: None for sort, name in self.met if sort == "deck"}
        decks |= {name: len(deck.cards) for name, deck in self.decks.items()}
        by_folder: dict[str, dict[str, ReferencePage]] = {}
        for target, page in self.pages.items():
            folder, _, name = target.rpartition("/")
            by_folder.setdefault(folder, {})[name] = page
        lists = {name: options_of(page) for name, page in by_folder.get("lists", {}).items()}
        models = {name: page.phases for name, page in by_folder.get("models", {}).items()}
        choosers = {name: page.arguments for name, page in by_folder.get("choosers", {}).items()}
        return Surroundings(decks, lists, models, choosers)

    def _exercise(
        self, source: Source, reporter: Reporter, around: Surroundings
    ) -> ParsedExercise | None:
        text = self._read(source, reporter)
        if text is None:
            return None
        return parse_exercise(
            text,
            source.shown,
            around,
            loose=source.role in _LOOSE,
            file_id=source.name,
            cache=self.cache,
        )

    def _place(
        self,
        source: Source,
        reporter: Reporter,
        parsed: ParsedExercise | None,
        numbers: dict[Path, int | None],
        blocks: dict[str, frozenset[str]],
    ) -> None:
        if parsed is None:
            return
        self._check(source, parsed, reporter)
        for line, exercise_id, block in parsed.recalls:
            if ("exercise", exercise_id) not in self.met:
                names = [name for sort, name in self.met if sort == "exercise"]
                reporter.add(
                    line,
                    Mistake.RECALL_EXERCISE,
                    name=f"{exercise_id}#{block}",
                    hint=hint(exercise_id, names),
                )
            elif exercise_id in blocks and block not in blocks[exercise_id]:
                near = hint(block, blocks[exercise_id])
                name = f"{exercise_id}#{block}"
                reporter.add(line, Mistake.RECALL_BLOCK, name=name, hint=near)
        exercise = parsed.exercise
        if exercise is None:
            return
        if exercise.chapter is not None:
            folder = source.file.parent
            self._check_chapter(exercise.chapter, parsed.chapter_line, folder, numbers, reporter)
        if not reporter.problems:
            self.exercises[exercise.id] = replace(
                exercise,
                path=str(source.file),
                own=source.own,
                template=source.role is Role.TEMPLATE,
                extra=source.role is Role.EXTRA,
            )

    def _check_chapter(
        self,
        number: int,
        line: int,
        folder: Path,
        numbers: dict[Path, int | None],
        reporter: Reporter,
    ) -> None:
        if folder in numbers:
            expected = numbers[folder]
            if expected is not None and expected != number:
                reporter.add(line, Mistake.CHAPTER_DIFFERS, number=number, folder=expected)
        elif number not in self.chapters:
            reporter.add(line, Mistake.CHAPTER_UNKNOWN, number=number)

    def _check(
        self,
        source: Source,
        parsed: ParsedExercise | ParsedPage | ParsedDeck | ParsedChapter,
        reporter: Reporter,
    ) -> None:
        """Take over the problems of one file and check what its text refers to."""
        reporter.problems.extend(parsed.problems)
        references: References = parsed.references
        for line, target in references.pages:
            if ("page", target) not in self.met:
                names = [name for sort, name in self.met if sort == "page"]
                reporter.add(line, Mistake.PAGE_UNKNOWN, target=target, hint=hint(target, names))
        folder = source.file.parent
        for line, target in references.files:
            path = folder / target
            self.named.append(Named(source, line, path))
            try:
                inside = is_inside(path, folder)
                there = inside and path.is_file()
            except (OSError, ValueError):
                inside, there = True, False
            if not inside:
                reporter.add(line, Mistake.LINK_OUTSIDE, target=target)
            elif not there:
                reporter.add(line, Mistake.LINK_MISSING, target=target)
        gate = PictureGate(self.cache)
        for line, target in references.pictures:
            self.named.append(Named(source, line, folder / target))
            gate.check(folder, target, line, reporter)


def _key(source: Source) -> tuple[str, str] | None:
    """Under which sort and id a file stands on the shelf; chapters are told by their header."""
    if source.role is Role.PAGE:
        return "page", source.target
    if source.role is Role.DECK:
        return "deck", source.file.parent.name
    if source.role is Role.CHAPTER:
        return None
    return "exercise", source.name


def _block_ids(exercise: Exercise) -> frozenset[str]:
    return frozenset(block.id for block in exercise.blocks)


def _short(path: str) -> str:
    return "/".join(Path(path).parts[-3:])
