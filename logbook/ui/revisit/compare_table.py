# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Tables of rounds row by row, and checklists item by item, as HTML for screen and paper.

One column per round: what stood in a row then, beside what stands in it in another round.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape

from PySide6.QtCore import QCoreApplication

from logbook import texts
from logbook.core.compare import ComparedAnswer, ComparedQuestion, Comparison
from logbook.core.compare_kinds import TableRows
from logbook.core.library import Library
from logbook.ui.logbook.look import Look
from logbook.ui.logbook.private_html import mark_private, user_html
from logbook.ui.revisit.compare_words import absence
from logbook.ui.said import title_of

#: Per cent of the width for what stands before the rounds: a heading of a column, or a sentence.
_NARROW, _WIDE = 22, 36


def rows_html(table: TableRows, heads: Sequence[str], look: Look) -> str:
    """Row by row: per row of the table a line for each of its columns.

    Args:
        heads: what the rounds are called.
    """
    lines: list[str] = []
    for number, row in enumerate(table.rows, 1):
        if len(table.rows) > 1:
            words = _tr("Rij {number}").format(number=number)
            lines.append(_band(words, len(heads) + 1, look))
        width = max(len(cells) for cells in row if cells is not None)
        for place in range(max(width, len(table.titles))):
            title = table.titles[place] if place < len(table.titles) else str(place + 1)
            cells = [_cell(cells, place, look) for cells in row]
            lines.append(_line(_small(title, look), cells))
    return _table(heads, lines, look)


def states_html(
    questions: Iterable[ComparedQuestion],
    comparison: Comparison,
    library: Library,
    heads: Sequence[str],
    look: Look,
) -> str:
    """A checklist or the arguments of a chooser: per item how it stood in each round, and why."""
    lines = []
    for question in questions:
        cells = []
        for place, answer in enumerate(question.answers):
            cells.append(_state(question, answer, place, comparison, library, look))
        asked = escape(question.question or question.question_now)
        lines.append(_line(asked, cells))
    return _table(heads, lines, look, _WIDE)


def without_rows(question: ComparedQuestion) -> ComparedQuestion:
    """The question with only what was written below a table."""
    answers = (
        replace(answer, part=replace(answer.part, rows=())) if answer.part else answer
        for answer in question.answers
    )
    return replace(question, answers=tuple(answers))


def _state(
    question: ComparedQuestion,
    answer: ComparedAnswer,
    place: int,
    comparison: Comparison,
    library: Library,
    look: Look,
) -> str:
    part = answer.part
    if part is None:
        return _muted(absence(question, answer), look)
    entry, exercise = comparison.entries[place], comparison.exercise
    states = [title_of(option, part, entry, exercise, library) for option in part.value.options]
    stands = f"<p><b>{escape(texts.joined(states))}</b></p>" if states else ""
    return stands + (user_html(part.value.text) if part.value.text.strip() else "")


def _cell(cells: tuple[str, ...] | None, place: int, look: Look) -> str:
    if cells is None:
        return _muted(_tr("geen rij"), look)
    text = cells[place].strip() if place < len(cells) else ""
    return mark_private(escape(text).replace("\n", "<br>")) if text else _muted("–", look)


def _table(heads: Sequence[str], lines: Sequence[str], look: Look, first: int = _NARROW) -> str:
    share = (100 - first) // max(len(heads), 1)
    names = "".join(
        f'<th align="left" width="{share}%">{_small(head, look)}</th>' for head in heads
    )
    return (
        '<table border="1" cellspacing="0" width="100%" style="border-collapse:collapse;'
        f'border-style:solid;border-color:{look.tokens.line}">'
        f'<tr><th width="{first}%"></th>{names}</tr>{"".join(lines)}</table>'
    )


def _line(title: str, cells: Sequence[str]) -> str:
    shown = "".join(f'<td valign="top">{cell}</td>' for cell in cells)
    return f'<tr><td valign="top">{title}</td>{shown}</tr>'


def _band(words: str, width: int, look: Look) -> str:
    panel = look.tokens.panel
    return f'<tr><td colspan="{width}" bgcolor="{panel}">{_small(words, look)}</td></tr>'


def _small(text: str, look: Look) -> str:
    style = f"font-family:'{look.ui_family}';font-size:{look.px(12.5)}px;font-weight:600"
    return f'<span style="{style}">{escape(text)}</span>'


def _muted(text: str, look: Look) -> str:
    style = f"font-family:'{look.ui_family}';font-size:{look.px(12.5)}px;color:{look.tokens.muted}"
    return f'<span style="{style}">{escape(text)}</span>'


def _tr(text: str) -> str:
    return QCoreApplication.translate("CompareTable", text)
