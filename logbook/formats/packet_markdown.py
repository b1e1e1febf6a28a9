# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A packet as Markdown: to read anywhere, and to paste in another document.

Every word is escaped, so that it reads back as it was seen: nothing the user typed becomes markup
of somebody else's program.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from logbook.core.anchor_text import Look
from logbook.core.packet import Packet, PartKind, SharedAnswer, SharedEntry, SharedLine
from logbook.core.words_diff import Change
from logbook.formats import packet_parts as parts
from logbook.formats.packet_words import entry_facts, packet_facts, packet_title

# Not every reader of Markdown knows a backslash before `<` and `&`: those become entities.
_HTML = re.compile(r"<(?=[A-Za-z/!?])|&(?=#|\w+;)")
_ENTITIES = {"<": "&lt;", "&": "&amp;"}
_SIGNS = re.compile(r"([\\`*_\[\]>|~#$])")
_AT_START = re.compile(r"^(\s*\d{0,9})([-+=.)])")
_MARKS = {Look.STRONG: "**", Look.EMPHASIS: "*", Look.STRUCK: "~~"}
_CHANGES: dict[Change, list[str]] = {Change.SAME: [], Change.REMOVED: ["~~"], Change.ADDED: ["**"]}
_IN_LIST = (PartKind.ITEM, PartKind.OPTION, PartKind.ROW, PartKind.CARD)
_NUMBER = re.compile(r"\d{1,9}[.)]")
_CODE = "    "


def render_packet_markdown(packet: Packet) -> str:
    """The text of a packet, one document; pictures stay out, their words stay."""
    return "\n".join(_document(packet)).strip() + "\n"


def _document(packet: Packet) -> Iterator[str]:
    yield f"# {escaped(packet_title(packet))}\n"
    yield f"{escaped(packet_facts(packet))}\n"
    for part in filter(str.strip, packet.letter.split("\n")):
        yield f"{escaped(part)}\n"
    if packet.questions:
        yield f"## {parts.QUESTIONS}\n"
        for number, question in enumerate(packet.questions, 1):
            yield f"{number}. {escaped(' '.join(question.text.split()))}"
        yield ""
    for entry in packet.entries:
        yield from _entry(entry, packet)
    said = list(_threads(packet, None))
    if said:
        yield f"## {parts.ABOUT_ALL}\n"
        yield from said


def _entry(entry: SharedEntry, packet: Packet) -> Iterator[str]:
    yield f"## {escaped(parts.entry_title(entry))}\n"
    facts = [entry_facts(entry)] if entry_facts(entry) else []
    if entry.new:
        facts.append(parts.NEW_ENTRY)
    if facts:
        yield f"{escaped(' · '.join(facts))}\n"
    for section in entry.sections:
        if section.title.strip():
            yield f"### {escaped(section.title)}\n"
        asked = ""
        for answer in section.answers:
            yield from _answer(answer, packet, answer.question != asked)
            asked = answer.question
    if entry.source:
        yield f"*{escaped(entry.source)}*\n"


def _answer(answer: SharedAnswer, packet: Packet, with_question: bool) -> Iterator[str]:
    if answer.question.strip() and with_question:
        yield f"#### {escaped(answer.question)}\n"
    if answer.about and answer.about.title:
        yield f"**{escaped(answer.about.title)}**\n"
    before: PartKind | None = None
    for line in answer.lines:
        in_list = line.kind in _IN_LIST
        together = (*_IN_LIST, PartKind.CODE)
        if before is not None and not (line.kind in together and line.kind is before):
            yield ""
        yield _line(line, in_list)
        before = line.kind
    yield ""
    yield from _changes(answer)
    yield from _threads(packet, answer.id)


def _line(line: SharedLine, in_list: bool) -> str:
    if line.kind is PartKind.CODE:
        return f"{_CODE}{line.text}"
    text = _styled(line)
    if line.kind is PartKind.CARD and line.description:
        text += f": {escaped(' '.join(line.description.split()))}"
    if in_list:
        return f"{line.mark if _NUMBER.fullmatch(line.mark) else '-'} {text}"
    if line.kind is PartKind.QUOTE:
        return f"> {text}"
    if line.kind is PartKind.HEADING:
        return f"**{text}**"
    return text


def _styled(line: SharedLine) -> str:
    if line.kind is PartKind.HEADING or not line.styles:
        return escaped(line.text)
    shown = ""
    for piece in line.pieces:
        marks = [_MARKS[look] for look in sorted(piece.looks) if look in _MARKS]
        shown += _marked(piece.text, marks)
    # A mark of ours at the start is no mark of a list: no sign follows it that makes it one.
    return _AT_START.sub(r"\1\\\2", shown)


def _marked(words: str, marks: list[str]) -> str:
    """Words between marks; blanks at their ends stay outside."""
    inner = words.strip()
    if not inner or not marks:
        return _plain(words)
    begin = words.index(inner)
    before, after = words[:begin], words[begin + len(inner) :]
    return f"{before}{''.join(marks)}{_plain(inner)}{''.join(reversed(marks))}{after}"


def _changes(answer: SharedAnswer) -> Iterator[str]:
    pieces = parts.changes(answer)
    if pieces:
        shown = "".join(
            "\n".join(_marked(part, _CHANGES[piece.change]) for part in piece.text.split("\n"))
            for piece in pieces
        )
        yield from _quoted([f"*{parts.CHANGED}*", "", *shown.split("\n")])


def _threads(packet: Packet, answer_id: str | None) -> Iterator[str]:
    """Remarks of earlier rounds with their replies, as quotes."""
    for thread in packet.threads(answer_id):
        lines = [f"**{escaped(parts.remark_facts(thread.remark, packet))}**", ""]
        if about := parts.about_words(thread.remark):
            lines += [escaped(about), ""]
        lines += map(escaped, thread.remark.text.split("\n"))
        for reply in thread.replies:
            name = escaped(parts.who_said(reply, packet))
            lines += ["", f"**{name}**", "", *map(escaped, reply.text.split("\n"))]
        yield from _quoted(lines)


def _quoted(lines: Iterable[str]) -> Iterator[str]:
    yield from (f"> {line}".rstrip() for line in lines)
    yield ""


def escaped(text: str) -> str:
    """A text with its signs escaped, so that Markdown shows it as it is."""
    return _AT_START.sub(r"\1\\\2", _plain(text))


def _plain(text: str) -> str:
    return _HTML.sub(lambda found: _ENTITIES[found[0]], _SIGNS.sub(r"\\\1", text))
