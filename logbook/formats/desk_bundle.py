# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Packets below each other on paper: one page for a whole evening of reading, without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from logbook.core.desk import DeskPacket, Student
from logbook.formats.local_time import day_in_words
from logbook.formats.packet_static import picture_style, static_page

_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
    " form-action 'none'"
)
_STYLE = """\
.packet { max-width: 45rem; margin: 0 auto; padding: 2rem clamp(1rem, 4vw, 2rem) 0; }
.packet .columns { padding: 0; }
.packet .asked-before { margin: .75rem 0 1rem; padding-left: 1.4rem; }
.empty { border-bottom: 1px solid var(--line); height: 2.2rem; }
@media print {
  .packet { max-width: none; padding: 0; }
  .packet + .packet { break-before: page; }
  .packet .columns { padding-right: 4.5cm; }
}
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
    style = (files("logbook.formats") / "page" / "page.css").read_text("utf-8")
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
            f"<style>{style}{_STYLE}{styles}</style></head><body>",
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
        yield '<h4>Wat je eerder vroeg</h4><ul class="asked-before">'
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
