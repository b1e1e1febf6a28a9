# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Packets below each other on paper: one page for a whole evening of reading, without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from logbook.core.desk import DeskPacket, Student
from logbook.formats.html_style import STYLE
from logbook.formats.local_time import day_in_words
from logbook.formats.packet_static import picture_style, static_page

_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
    " form-action 'none'"
)
_STYLE = """\
main, .opening { display: block; padding: 0; max-width: none; }
.question { font-size: 1.05rem; }
.words { white-space: pre-wrap; }
.words .line { margin: 0 0 0.35rem; }
.words .item::before { content: attr(data-mark) " "; }
.about { display: flex; gap: 0.75rem; align-items: center; margin: 0.5rem 0; }
.about img, .card img { width: 6rem; }
.line.card { display: block; }
.remarks { list-style: none; margin: 0.75rem 0; padding: 0 0 0 0.9rem;
  border-left: 2px solid var(--line); font-size: 0.95rem; }
.remarks .replies { list-style: none; padding-left: 1rem; }
.remarks p { margin: 0.1rem 0; }
.kind, .who { color: var(--muted); font-size: 0.85rem; }
del { text-decoration: line-through; color: var(--muted); }
ins { text-decoration: underline; }
.packet + .packet { break-before: page; margin-top: 4rem; }
.empty { border-bottom: 1px solid var(--line); height: 2.2rem; }
@media print { .packet main { padding-right: 5.5cm; } details.before { display: none; } }
"""
#: Only our own tags hold these: quotes in texts are escaped.
_ANCHOR = re.compile(r'(id|href|aria-labelledby)="(#?)(bijdrage-\d+|inhoud)"')
_PICTURE = re.compile(r'<img class="(p\d+)"')
_RULE = re.compile(r"^\.(p\d+)\{", re.MULTILINE)
_LINES = 4


#: A student, a packet, and earlier questions with what became of them, in words.
Bundled = tuple[Student, DeskPacket, tuple[tuple[str, str], ...]]


def bundle_page(packets: Iterable[Bundled], room: bool = True) -> str:
    """A page with these packets in order.

    Args:
        room: leave lines to write on after each packet.
    """
    found = list(packets)
    styles = "".join(
        _own(_RULE, number, picture_style(each.packet.pictures))
        for number, (_, each, _) in enumerate(found, 1)
    )
    return "\n".join(
        (
            '<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            "<title>Leesbundel</title>",
            f"<style>{STYLE}{_STYLE}{styles}</style></head><body>",
            *(
                line
                for number, bundled in enumerate(found, 1)
                for line in _packet(number, bundled, room)
            ),
            "</body></html>\n",
        )
    )


def _packet(number: int, bundled: Bundled, room: bool) -> Iterator[str]:
    student, each, asked = bundled
    yield '<div class="packet">'
    facts = [escape(student.name)]
    facts += [escape(student.group)] if student.group else []
    if student.next_session:
        facts.append(f"volgende bijeenkomst {day_in_words(student.next_session)}")
    yield f'<p class="facts">{" · ".join(facts)}</p>'
    if asked:
        yield "<h3>Wat je eerder vroeg</h3><ul>"
        for question, what in asked:
            yield f'<li>{escape(question)} <span class="told">({escape(what)})</span></li>'
        yield "</ul>"
    page = static_page(each.packet)
    page = _ANCHOR.sub(lambda f: f'{f[1]}="{f[2]}pakket-{number}-{f[3]}"', page)
    yield _PICTURE.sub(lambda f: f'<img class="pakket-{number}-{f[1]}"', page)
    if room:
        yield '<div aria-hidden="true">' + '<div class="empty"></div>' * _LINES + "</div>"
    yield "</div>"


def _own(pattern: re.Pattern[str], number: int, styles: str) -> str:
    return pattern.sub(lambda found: f".pakket-{number}-{found[1]}{{", styles)
