# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A packet as HTML that is read and printed without scripts.

The same structure as `page/reading.js` makes, which takes its place. Every word is escaped.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from html import escape

from logbook.core.anchor_text import Look
from logbook.core.packet import (
    Packet,
    PartKind,
    Picture,
    SharedAnswer,
    SharedEntry,
    SharedLine,
)
from logbook.core.words_diff import Change, diff_words
from logbook.formats.packet_parts import who_said
from logbook.formats.packet_words import (
    KIND_WORDS,
    entry_facts,
    packet_facts,
    packet_title,
    since_words,
)

_TAGS = {Look.STRONG: "strong", Look.EMPHASIS: "em", Look.CODE: "code", Look.STRUCK: "s"}
_CHANGES = {Change.SAME: "span", Change.REMOVED: "del", Change.ADDED: "ins"}
#: With fewer entries there is nothing to look up in a table of contents.
CONTENTS_FROM = 4


def picture_style(pictures: Iterable[Picture]) -> str:
    """A style sheet that shows each picture wherever it is used: each is in the page once."""
    return "".join(
        f".{p.name}{{content:url(data:{p.mime};base64,{base64.b64encode(p.data).decode()})}}\n"
        for p in pictures
    )


def static_page(packet: Packet) -> str:
    """What a browser shows of a packet while or when no script runs."""
    return "\n".join(_page(packet)) + "\n"


def _page(packet: Packet) -> Iterator[str]:
    yield '<main class="columns"><header class="opening">'
    yield f"<h1>{escape(packet_title(packet))}</h1>"
    yield f'<p class="facts">{escape(packet_facts(packet))}</p>'
    if packet.letter:
        yield f'<p class="letter">{escape(packet.letter)}</p>'
    if packet.questions:
        yield '<section class="asks"><h2>Mijn vragen aan jou</h2><ol>'
        yield from (f'<li><p class="asked">{escape(q.text)}</p></li>' for q in packet.questions)
        yield "</ol></section>"
    yield "</header>"
    if len(packet.entries) >= CONTENTS_FROM:
        yield '<nav class="contents" aria-labelledby="inhoud"><h2 id="inhoud">Inhoud</h2><ol>'
        for number, entry in enumerate(packet.entries, 1):
            yield f'<li><a href="#bijdrage-{number}">{escape(entry.title)}</a></li>'
        yield "</ol></nav>"
    for number, entry in enumerate(packet.entries, 1):
        yield from _entry(entry, number, packet)
    yield from _threads(None, packet)
    yield "</main>"


def _entry(entry: SharedEntry, number: int, packet: Packet) -> Iterator[str]:
    yield f'<article class="entry" id="bijdrage-{number}">'
    new = ' <span class="chip">nieuw in deze ronde</span>' if entry.new else ""
    yield f"<h2>{escape(entry.title)}{new}</h2>"
    if facts := entry_facts(entry):
        yield f'<p class="facts">{facts}</p>'
    for section in entry.sections:
        yield '<section class="section">'
        if section.title:
            yield f"<h3>{escape(section.title)}</h3>"
        asked = ""
        for answer in section.answers:
            yield from _answer(answer, packet, answer.question != asked)
            asked = answer.question
        yield "</section>"
    if entry.source:
        yield f'<p class="source">{escape(entry.source)}</p>'
    yield "</article>"


def _answer(answer: SharedAnswer, packet: Packet, with_question: bool) -> Iterator[str]:
    yield '<div class="answer">'
    if answer.question and with_question:
        yield f'<h4 class="prompt">{escape(answer.question)}</h4>'
    if answer.about:
        about = answer.about
        told = f'<div class="told">{escape(about.description)}</div>' if about.description else ""
        picture = _picture(about.picture, about.description)
        yield (
            f'<div class="about">{picture}<div><div class="title">{escape(about.title)}</div>'
            f"{told}</div></div>"
        )
    yield '<div class="lines">'
    yield from map(_line, answer.lines)
    yield "</div>"
    if answer.before is not None:
        yield '<details class="before"><summary>Veranderd sinds de vorige ronde</summary>'
        pieces = (
            f"<{_CHANGES[p.change]}>{escape(p.text)}</{_CHANGES[p.change]}>"
            for p in diff_words(answer.before, answer.text)
        )
        yield f'<div class="difference">{"".join(pieces)}</div></details>'
    yield from _threads(answer.id, packet)
    yield "</div>"


def _line(line: SharedLine) -> str:
    kind = line.kind
    names = f"line {kind.value} pictured" if line.picture else f"line {kind.value}"
    mark = f' data-mark="{escape(line.mark)}"' if line.mark else ""
    text = f'<span class="text">{_styled(line)}</span>'
    if kind is not PartKind.CARD:
        return f'<p class="{names}"{mark}>{text}</p>'
    told = f'<span class="told">{escape(line.description)}</span>' if line.description else ""
    shown = f'<span class="text"{mark}>{_styled(line)}</span>'
    return f'<div class="{names}">{_picture(line.picture, line.description)}{shown}{told}</div>'


def _styled(line: SharedLine) -> str:
    made = []
    for text, looks in line.pieces:
        piece = escape(text)
        for look in looks:
            piece = f"<{_TAGS[look]}>{piece}</{_TAGS[look]}>"
        made.append(piece)
    return "".join(made)


def _picture(name: str, description: str) -> str:
    return f'<img class="{escape(name)}" alt="{escape(description)}">' if name else ""


def _threads(answer_id: str | None, packet: Packet) -> Iterator[str]:
    """Remarks of earlier rounds with their replies."""
    threads = tuple(packet.threads(answer_id))
    if not threads:
        return
    yield '<ol class="remarks">'
    for remark, replies in threads:
        kind = KIND_WORDS[remark.kind]
        done = " · verwerkt" if remark.done else ""
        yield f'<li class="remark earlier {remark.kind.value}"><p class="kind">{kind}{done}</p>'
        if remark.given_on:
            told = f"bij “{remark.given_on}”{since_words(remark)}"
            yield f'<p class="told">{escape(told)}</p>'
        yield f'<p class="said">{escape(remark.text)}</p>'
        if replies:
            yield '<ol class="replies">'
            for reply in replies:
                yield f'<li><p class="who">{escape(who_said(reply, packet))}</p>'
                yield f'<p class="said">{escape(reply.text)}</p></li>'
            yield "</ol>"
        yield "</li>"
    yield "</ol>"
