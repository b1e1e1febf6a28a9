# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A packet as Markdown: to read anywhere, and to paste in another document.

Every word is escaped, so that it reads back as it was seen: nothing the user typed becomes markup
of somebody else's program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from logbook.core.anchor_text import Look
from logbook.core.packet import Packet, PartKind, SharedAnswer, SharedLine
from logbook.formats.packet_pdf import styled_pieces
from logbook.formats.packet_words import entry_facts, packet_facts, packet_title

_SIGNS = re.compile(r"([\\`*_\[\]<>|~#])")
_AT_START = re.compile(r"^(\s*)([-+]|\d{1,9}[.)])(?=\s)")
_MARKS = {Look.STRONG: "**", Look.EMPHASIS: "*", Look.CODE: "`", Look.STRUCK: "~~"}


def render_packet_markdown(packet: Packet) -> str:
    """The text of a packet, one document; pictures stay out, their words stay."""
    return "\n".join(_document(packet)).strip() + "\n"


def _document(packet: Packet) -> Iterator[str]:
    yield f"# {escaped(packet_title(packet))}\n"
    yield f"{escaped(packet_facts(packet))}\n"
    for part in filter(str.strip, packet.letter.split("\n")):
        yield f"{escaped(part)}\n"
    if packet.questions:
        yield "## Mijn vragen aan jou\n"
        for number, question in enumerate(packet.questions, 1):
            yield f"{number}. {escaped(' '.join(question.text.split()))}"
        yield ""
    for entry in packet.entries:
        yield f"## {escaped(entry.title)}\n"
        if facts := entry_facts(entry):
            yield f"{escaped(facts)}\n"
        for section in entry.sections:
            if section.title:
                yield f"### {escaped(section.title)}\n"
            asked = ""
            for answer in section.answers:
                yield from _answer(answer, answer.question != asked)
                asked = answer.question
        if entry.source:
            yield f"*{escaped(entry.source)}*\n"


def _answer(answer: SharedAnswer, with_question: bool) -> Iterator[str]:
    if answer.question and with_question:
        yield f"#### {escaped(answer.question)}\n"
    if answer.about and answer.about.title:
        yield f"**{escaped(answer.about.title)}**\n"
    before: PartKind | None = None
    for line in answer.lines:
        in_list = line.kind in (PartKind.ITEM, PartKind.OPTION, PartKind.ROW, PartKind.CARD)
        if before is not None and not (in_list and line.kind is before):
            yield ""
        yield _line(line, in_list)
        before = line.kind
    yield ""


def _line(line: SharedLine, in_list: bool) -> str:
    text = _styled(line)
    if line.kind is PartKind.CARD and line.description:
        text += f": {escaped(line.description)}"
    if in_list:
        return f"{line.mark or '-'} {text}"
    if line.kind is PartKind.QUOTE:
        return f"> {text}"
    if line.kind is PartKind.HEADING:
        return f"**{text}**"
    return text


def _styled(line: SharedLine) -> str:
    if line.kind is PartKind.HEADING or not line.styles:
        return escaped(line.text)
    shown = ""
    for piece in styled_pieces(line):
        words = piece["text"]
        inner = words.strip()
        if not inner:
            shown += words
            continue
        marks = [_MARKS[Look(look)] for look in piece["looks"] if look != Look.CODE.value]
        begin, end = "".join(marks), "".join(reversed(marks))
        before, after = words[: words.index(inner)], words[words.index(inner) + len(inner) :]
        shown += f"{before}{begin}{escaped(inner)}{end}{after}"
    return shown


def escaped(text: str) -> str:
    """A text with its signs escaped, so that Markdown shows it as it is."""
    return _AT_START.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", text))
