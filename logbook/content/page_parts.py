# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a reference page gives to exercises: the phases of a model, the arguments of a chooser.

Both stand in ordinary Markdown: headings with an id, and one table. Source of the rules:
docs/design.md, "Exercise files".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from logbook.content.attributes import is_kebab, split_heading
from logbook.content.block_reader import check_double, suggested_id
from logbook.content.front_matter import Document
from logbook.content.passages import Passage, find_table
from logbook.content.reporter import Reporter
from logbook.content.scanner import code_lines
from logbook.content.sentences import Mistake
from logbook.content.standard_prompts import CONCLUSION
from logbook.core.exercise import Argument, Prompt

ARGUMENTS_MOST = 80
CHOOSER_HEADER = ("code", "argument", "pleit voor", "pleit tegen", "bron")

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.*)")


def read_phases(document: Document, reporter: Reporter) -> tuple[Prompt, ...]:
    """Every heading with an id as a question, the text up to the next heading as explanation."""
    if not document.readable or "{#" not in document.body:
        return ()
    phases = []
    seen: dict[str, int] = {}
    for number, heading, under in _headings(document, reporter):
        title, attributes = split_heading(heading, number, reporter)
        if not attributes.id:
            continue
        if not is_kebab(attributes.id):
            example = suggested_id(attributes.id)
            reporter.add(number, Mistake.ID_FORM, id=attributes.id, example=example)
        check_double(attributes.id, number, seen, reporter)
        phases.append(Prompt(attributes.id, title, under, line=number))
    return tuple(phases)


def _headings(document: Document, reporter: Reporter) -> Iterator[tuple[int, str, str]]:
    """Line number and text of each heading, and the text up to the next one."""
    code = code_lines(document.lines, document.start, Reporter(reporter.path))
    found = [
        (number, match[1].strip())
        for number, line in enumerate(document.lines, 1)
        if number > document.start and number not in code and (match := _HEADING.fullmatch(line))
    ]
    ends = [number for number, _ in found] + [len(document.lines) + 1]
    for (number, heading), end in zip(found, ends[1:], strict=True):
        passage = Passage(tuple(document.lines[number : end - 1]), number + 1)
        yield number, heading, passage.source


def read_arguments(document: Document, reporter: Reporter) -> tuple[Argument, ...]:
    """The rows of the first table of a chooser page."""
    if not document.readable:
        return ()
    lines = tuple(document.lines[document.start :])
    table = find_table(Passage(lines, document.start + 1))
    if table is None or tuple(cell.casefold() for cell in table.header) != CHOOSER_HEADER:
        reporter.add(table.line if table else document.start + 1, Mistake.CHOOSER_TABLE)
        return ()
    if len(table.rows) < 2:
        reporter.add(table.line, Mistake.ARGUMENTS_MISSING)
    if len(table.rows) > ARGUMENTS_MOST:
        reporter.add(
            table.rows[ARGUMENTS_MOST][0], Mistake.ARGUMENTS_TOO_MANY, limit=ARGUMENTS_MOST
        )
    seen: dict[str, int] = {}
    found = []
    for number, cells in table.rows[:ARGUMENTS_MOST]:
        if len(cells) != len(CHOOSER_HEADER):
            reporter.add(
                number, Mistake.TABLE_UNEVEN, count=len(cells), expected=len(CHOOSER_HEADER)
            )
            continue
        code, text, pro, contra, source = cells
        argument = Argument(code, text, _forms(pro), _forms(contra), source)
        if not is_kebab(code) or code == CONCLUSION.id:
            reporter.add(number, Mistake.ARGUMENT_CODE, id=code)
        if not text:
            reporter.add(number, Mistake.ARGUMENT_EMPTY)
        if not argument.pro and not argument.contra:
            reporter.add(number, Mistake.ARGUMENT_IDLE)
        check_double(code, number, seen, reporter)
        found.append(argument)
    return tuple(found)


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form.strip() for form in cell.split(",") if form.strip()))
