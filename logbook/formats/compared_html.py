# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Rounds of an exercise beside each other as one page to read or print: nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape

from logbook.core.arrange import Part
from logbook.core.compare import ComparedBlock, ComparedQuestion, ComparedRound
from logbook.core.compare_kinds import ScalePositions, TableRows, scale_positions, table_rows
from logbook.core.entry import AnswerKey
from logbook.formats.compared import Page, places_told
from logbook.formats.form_text import one_line
from logbook.formats.html_parts import Parts
from logbook.formats.html_style import STYLE
from logbook.formats.local_time import day_in_words
from logbook.formats.markdown import Readable
from logbook.formats.rich_text import UserText

_STYLE = """\
body { max-width: 78rem; }
main > section { margin: 2.5rem 0; }
.rounds {
  display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem;
  margin: 0.75rem 0 1.5rem;
}
.round { padding: 1rem 1.1rem; background: var(--panel); border: 1px solid var(--line);
  border-radius: 0.75rem; }
.round:last-child { background: var(--card); }
.round > .told:first-child { margin-top: 0; }
.moves { margin: 0.25rem 0; }
.scale { max-width: 40rem; margin: 0.75rem 0; }
.scale svg { width: 100%; height: auto; display: block; }
.scale line { stroke: var(--muted); stroke-width: 1.5; }
.scale circle { fill: var(--accent); }
.scale text { fill: var(--background); font: 600 13px Inter, system-ui, sans-serif;
  text-anchor: middle; dominant-baseline: central; }
.ends { display: flex; justify-content: space-between; gap: 2rem; font-size: 0.9rem; }
.ends span:last-child { text-align: right; }
tr.row th { font-weight: 600; }
@media print {
  .rounds { grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); }
  .round, .scale { break-inside: avoid; }
}
"""
_MARK, _WIDTH = 26, 640


def render_html(page: Page) -> str:
    """The page, whole."""
    parts = Parts(page.library, UserText())
    title = escape(one_line(page.comparison.title))
    heads = "".join(f"<p>{escape(head)}</p>\n" for head in page.heads)
    day = day_in_words(page.made_at.astimezone().date())
    body = "".join(_block(block, page, parts) for block in page.comparison.blocks)
    return f"""<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>{title}</title>
<style>
{STYLE}{_STYLE}</style>
</head>
<body>
<header>
<h1>{title}</h1>
{heads}<p>Gemaakt op {day}.</p>
</header>
<main>
{body}</main>
</body>
</html>
"""


def _block(block: ComparedBlock, page: Page, parts: Parts) -> str:
    lines = ["<section>", f"<h2>{escape(one_line(block.title) or block.block)}</h2>"]
    if not block.exists_now:
        lines.append(f'<p class="note">{escape(page.said.gone)}</p>')
    for question in block.questions:
        lines += _question(question, one_line(block.title), page, parts)
    return "\n".join((*lines, "</section>\n"))


def _question(question: ComparedQuestion, title: str, page: Page, parts: Parts) -> Iterator[str]:
    asked, now = page.asked(question), one_line(question.question_now)
    if asked and asked != title:
        yield f"<h3>{escape(asked)}</h3>"
    if now and now != one_line(question.question):
        yield f'<p class="note">Nu staat er: {escape(now)}</p>'
    if question.changed_kind:
        yield f'<p class="note">{escape(page.said.changed_kind)}</p>'
    for sentence in page.moves(question):
        yield f'<p class="moves">{escape(sentence)}</p>'
    exercise = page.comparison.exercise
    for scale in scale_positions(question, exercise):
        yield _scale(scale, page.comparison.rounds)
    table = None if question.changed_kind else table_rows(question, exercise)
    if table is not None:
        yield _table(table, page.heads)
        if not any(answer.text.strip() for answer in question.answers):
            return
    yield '<div class="rounds">'
    for place, answer in enumerate(question.answers):
        yield f'<div class="round">\n<p class="told">{escape(page.heads[place])}</p>'
        if answer.wording is not None and not question.same_wording:
            yield f"<p><strong>{escape(one_line(answer.wording.prompt_text))}</strong></p>"
        if answer.part is None:
            yield f'<p class="note">{escape(page.absence(question, answer))}</p>'
        else:
            yield _answer(answer.part, place, page, parts, with_rows=table is None)
        yield "</div>"
    yield "</div>"


def _answer(part: Part, place: int, page: Page, parts: Parts, *, with_rows: bool) -> str:
    rows = part.rows if with_rows else ()
    bare = replace(part, key=AnswerKey(part.key.block, part.key.prompt), rows=rows)
    comparison = page.comparison
    number = comparison.rounds[place].number
    item = Readable(comparison.entries[place], comparison.exercise, number)
    asides = [
        '<aside class="margin">\n<p class="told">Kanttekening van '
        f"{day_in_words(note.written_at.astimezone().date())}</p>\n"
        f"{parts.words(note.text)}\n</aside>"
        for note in part.margin
        if note.text.strip()
    ]
    return "\n".join((parts.part(bare, item, 4), *asides))


def _scale(scale: ScalePositions, rounds: Sequence[ComparedRound]) -> str:
    """A line with the number of each round at its place; what stands there too comes above it."""
    places: dict[int, list[int]] = {}
    for item, place in zip(rounds, scale.positions, strict=True):
        if place is not None:
            places.setdefault(min(max(place, scale.low), scale.high), []).append(item.number)
    height = max(map(len, places.values())) * (_MARK + 2) + 4
    base = height - _MARK / 2 - 2
    step = (_WIDTH - _MARK - 2) / max(scale.high - scale.low, 1)
    marks = []
    for tick in range(scale.low, scale.high + 1) if scale.high - scale.low <= 40 else ():
        x = _MARK / 2 + 1 + (tick - scale.low) * step
        marks.append(f'<line x1="{x:g}" y1="{base - 4:g}" x2="{x:g}" y2="{base + 4:g}"/>')
    for place, numbers in places.items():
        x = _MARK / 2 + 1 + (place - scale.low) * step
        for rank, number in enumerate(numbers):
            y = base - rank * (_MARK + 2)
            marks.append(f'<circle cx="{x:g}" cy="{y:g}" r="{_MARK / 2:g}"/>')
            marks.append(f'<text x="{x:g}" y="{y:g}">{number}</text>')
    told = escape(places_told(scale, rounds))
    end = _WIDTH - _MARK / 2 - 1
    line = f'<line x1="{_MARK / 2 + 1:g}" y1="{base:g}" x2="{end:g}" y2="{base:g}"/>'
    return (
        f'<div class="scale">\n<svg viewBox="0 0 {_WIDTH} {height}" role="img"'
        f' aria-label="{told}">{line}{"".join(marks)}</svg>\n<p class="ends">'
        f"<span>{scale.low} {escape(one_line(scale.low_words))}</span>"
        f"<span>{scale.high} {escape(one_line(scale.high_words))}</span></p>\n</div>"
    )


def _table(table: TableRows, heads: Sequence[str]) -> str:
    names = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    lines = []
    for number, row in enumerate(table.rows, 1):
        if len(table.rows) > 1:
            band = f'<th colspan="{len(heads) + 1}">Rij {number}</th>'
            lines.append(f'<tr class="row">{band}</tr>')
        width = max(max(len(cells) for cells in row if cells is not None), len(table.titles))
        for place in range(width):
            title = table.titles[place] if place < len(table.titles) else str(place + 1)
            cells = "".join(f"<td>{_cell(cells, place)}</td>" for cells in row)
            lines.append(f'<tr><th scope="row">{escape(one_line(title))}</th>{cells}</tr>')
    body = "\n".join(lines)
    return f"<table>\n<thead><tr><td></td>{names}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _cell(cells: tuple[str, ...] | None, place: int) -> str:
    text = cells[place].strip() if cells is not None and place < len(cells) else ""
    return escape(text).replace("\n", "<br>") or "–"
