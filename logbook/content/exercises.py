# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Parses one exercise: text in, an `Exercise` or every mistake in it out.

Knows one file. Whether pages, local files and other exercises that it names are really there
is left to `library`, which knows all of them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from logbook.content.block_reader import (
    BlockReader,
    Built,
    Surroundings,
    check_double,
    read_id,
)
from logbook.content.cache import ContentCache
from logbook.content.front_matter import Document, read_document
from logbook.content.kinds import KINDS
from logbook.content.markup import check_markup, remembered
from logbook.content.prepared import References
from logbook.content.reporter import Reporter
from logbook.content.scanner import Outline, Part, code_lines, scan
from logbook.content.sentences import Mistake, hint, listed
from logbook.core.entry import NOTE_BLOCK
from logbook.core.exercise import (
    Block,
    BlockKind,
    Exercise,
    Field,
    Origin,
    RecallSettings,
    Sensitivity,
    Together,
)
from logbook.core.follow_up import FOLLOW_UP_BLOCK, OWN_INTENTION_BLOCK
from logbook.core.library import Problem
from logbook.core.margin import MARGIN_BLOCK

BLOCKS_MOST = 200

#: Blocks of the program's own.
_TAKEN = frozenset({NOTE_BLOCK, MARGIN_BLOCK, FOLLOW_UP_BLOCK, OWN_INTENTION_BLOCK})
_KNOWN = {kind.value: kind for kind in BlockKind}


class ParsedExercise(NamedTuple):
    """The outcome of one file.

    Args:
        exercise: None when there are problems.
        problems: by line; empty when there is an exercise.
        references: pages and files that the text names.
        recalls: (line, exercise, block) of every `.recall`.
        chapter_line: where the header names the chapter.
    """

    exercise: Exercise | None
    problems: tuple[Problem, ...]
    references: References
    recalls: tuple[tuple[int, str, str], ...] = ()
    chapter_line: int = 1


def parse_exercise(
    text: str,
    path: str,
    surroundings: Surroundings | None = None,
    *,
    loose: bool = False,
    file_id: str | None = None,
    cache: ContentCache | None = None,
) -> ParsedExercise:
    """Parse the text of an exercise file.

    Args:
        path: how problems name the file.
        loose: a template or extra exercise, which has no chapter.
        file_id: the id that the file's name asks for; None when there is no file.
    """
    reporter = Reporter(path)
    document = read_document(text, "loose" if loose else "exercise", reporter, cache)
    if not document.readable:
        return ParsedExercise(None, reporter.sorted(), References())
    code = code_lines(document.lines, document.start, reporter)
    outline = scan(document.lines, document.start, code, reporter)
    lines, headings = document.lines, outline.heading_lines
    references = remembered(
        "exercise",
        lines,
        reporter,
        cache,
        lambda: check_markup(lines, document.start, code, headings, reporter),
    )
    recalls: list[tuple[int, str, str]] = []
    blocks = _blocks(outline, surroundings or Surroundings(), recalls, reporter)
    _check_answers(references, outline, reporter)
    header = document.header
    if header is not None:
        _check_header(header, document, outline, references, file_id, reporter)
    if header is None or reporter.problems:
        return ParsedExercise(None, reporter.sorted(), references)
    exercise = _exercise(header, outline, blocks)
    recalls = [(line, name or exercise.id, block) for line, name, block in recalls]
    chapter_line = document.line_of("chapter")
    return ParsedExercise(exercise, (), references, tuple(recalls), chapter_line)


def _exercise(header: dict[str, Any], outline: Outline, blocks: tuple[Block, ...]) -> Exercise:
    enums = {
        "origin": Origin(header["origin"]),
        "sensitivity": Sensitivity(header["sensitivity"]),
        "together": Together(header["together"]),
    }
    blocks = tuple(
        replace(block, settings=RecallSettings(header["id"], block.settings.block))
        if isinstance(block.settings, RecallSettings) and not block.settings.exercise
        else block
        for block in blocks
    )
    values = header | enums
    return Exercise(**values, introduction=outline.introduction.source, blocks=blocks)


def _check_header(
    header: dict[str, Any],
    document: Document,
    outline: Outline,
    references: References,
    file_id: str | None,
    reporter: Reporter,
) -> None:
    if file_id is not None and header["id"] != file_id:
        reporter.add(
            document.line_of("id"),
            Mistake.ID_NOT_NAME,
            id=header["id"],
            what="het bestand",
            name=f"{file_id}.md",
        )
    if header["sensitivity"] == Sensitivity.HIGH.value:
        end = outline.parts[0].heading.line if outline.parts else len(document.lines) + 1
        if not any(kind == "zorg" and line < end for line, kind in references.admonitions):
            reporter.add(document.line_of("sensitivity"), Mistake.CARE_NOTE_MISSING)


def _blocks(
    outline: Outline,
    surroundings: Surroundings,
    recalls: list[tuple[int, str, str]],
    reporter: Reporter,
) -> tuple[Block, ...]:
    count = sum(1 + len(part.parts) for part in outline.parts)
    if not count:
        reporter.add(outline.introduction.first, Mistake.NO_BLOCKS)
    if count > BLOCKS_MOST:
        reporter.add(outline.parts[0].heading.line, Mistake.TOO_MANY_BLOCKS, limit=BLOCKS_MOST)
        return ()
    kinds = [_kind_of(part, reporter) for part in outline.parts]
    ids = [read_id(part.heading, reporter) for part in outline.parts]
    everywhere = {found: kind for found, kind in zip(ids, kinds, strict=True) if found}
    above: dict[str, BlockKind | None] = {}
    seen: dict[str, int] = {}
    blocks: list[Block] = []
    for part, kind, block_id in zip(outline.parts, kinds, ids, strict=True):
        check_double(block_id, part.heading.line, seen, reporter)
        if block_id in _TAKEN:
            reporter.add(part.heading.line, Mistake.ID_TAKEN, id=block_id)
        sort = kind or BlockKind.TEXT
        reader = BlockReader(
            part, sort, reporter, surroundings, above, everywhere, recalls, _line_field(part)
        )
        if kind is None:
            reader.prompts(answers=Field.PROSE)  # its questions can have mistakes all the same
        else:
            built = _build(reader)
            heading = part.heading
            blocks.append(
                Block(
                    block_id,
                    kind,
                    heading.title,
                    built.body,
                    built.prompts,
                    built.settings,
                    heading.line,
                )
            )
        if block_id:
            above[block_id] = kind
    return tuple(blocks)


def _kind_of(part: Part, reporter: Reporter) -> BlockKind | None:
    """The kind of a block; None when it cannot be told or used."""
    line = part.heading.line
    classes = part.heading.attributes.classes
    names = [name for name in classes if name != "line"]
    for name in names:
        if name not in _KNOWN:
            reporter.add(
                line,
                Mistake.KIND_UNKNOWN,
                name=name,
                hint=hint(name, _KNOWN),
                choices=listed(f".{kind}" for kind in _KNOWN),
            )
    if len(names) > 1:
        reporter.add(line, Mistake.KIND_DOUBLE, names=listed(f".{name}" for name in names))
    if len(names) > 1 or any(name not in _KNOWN for name in names):
        return None
    kind = _KNOWN[names[0]] if names else BlockKind.TEXT
    if "line" in classes and kind is not BlockKind.TEXT:
        reporter.add(line, Mistake.LINE_ELSEWHERE)
    return kind


def _line_field(part: Part) -> Field:
    return Field.LINE if "line" in part.heading.attributes.classes else Field.PROSE


def _build(reader: BlockReader) -> Built:
    kind = KINDS[reader.kind]
    for name in reader.part.heading.attributes.values:
        if name not in kind.attributes:
            allowed = (
                f"Hier kunnen: {', '.join(kind.attributes)}."
                if kind.attributes
                else ("Haal het weg.")
            )
            reader.add(
                Mistake.ATTRIBUTE_UNKNOWN,
                name=name,
                hint=hint(name, kind.attributes),
                allowed=allowed,
            )
    if kind.prompts is False and reader.part.parts:
        reader.add(Mistake.PROMPTS_NOT_HERE, reader.part.parts[0].heading.line)
    elif kind.prompts is True and not reader.part.parts:
        reader.add(Mistake.PROMPTS_MISSING)
    return kind.build(reader)


def _check_answers(references: References, outline: Outline, reporter: Reporter) -> None:
    """`answer:BLOCK` must name a block above the block in which the link stands."""
    for line, target in references.answers:
        above = [part.heading.attributes.id for part in outline.parts if part.heading.line <= line]
        if target not in above[:-1]:
            near = hint(target, above[:-1])
            reporter.add(line, Mistake.ANSWER_UNKNOWN, target=target, hint=near)
