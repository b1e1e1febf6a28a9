# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A packet as a tagged PDF (PDF/UA-1) with its title, its language and text that can be selected.

Typst lays it out. Words go in as JSON and are never read as markup; pictures go in as bytes, so
that nothing is written to a disk. Source of the standard: ISO 14289-1:2014.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from importlib.resources import files
from pathlib import Path
from typing import Any

from logbook.core.packet import (
    Packet,
    Remark,
    SharedAnswer,
    SharedCard,
    SharedEntry,
    SharedLine,
    SharedSection,
)
from logbook.core.share_errors import FormatMissing
from logbook.formats import packet_parts as parts
from logbook.formats.packet_words import entry_facts, packet_facts, packet_title
from logbook.formats.pdf_signs import (
    fitting,
    mapped,
    rare_signs,
    signs_without_letter,
    without,
)

_ENDS = {"image/svg+xml": "svg", "image/jpeg": "jpg", "image/png": "png"}
_FONTS = Path(__file__).parent.parent / "ui" / "assets" / "fonts"
#: With more characters words are not broken at the end of a line: that takes half of the time.
_HYPHENS_MOST = 200_000
#: Entries from which a table of contents helps.
_CONTENTS_FROM = 4


def render_pdf(packet: Packet) -> bytes:
    """The pages of a packet.

    Signs that our fonts do not have come from fonts of this computer; where it has none either,
    a square stands in their place, and the first page says so.

    Raises:
        FormatMissing: what lays pages out is not on this computer.
    """
    typst = _typst()
    names = {picture.name: f"{picture.name}.{_ENDS[picture.mime]}" for picture in packet.pictures}
    data = mapped(_packet_data(packet, names), fitting)
    sources = {names[picture.name]: picture.data for picture in packet.pictures}
    # Of when it was made a file says no more than the day that stands on its first page.
    noon = datetime.combine(packet.made_on, time(12), UTC)
    try:
        return _pages(data, sources, noon, own_fonts=True)
    except typst.TypstError:
        rare = rare_signs(json.dumps(data, ensure_ascii=False))
        missing = signs_without_letter(rare, _shows)
    data["squares"] = bool(missing)
    try:
        return _pages(mapped(data, without(missing)), sources, noon, own_fonts=False)
    except typst.TypstError:
        # Signs that can be shown one by one, but not as they stand together.
        data["squares"] = True
        return _pages(mapped(data, without(rare)), sources, noon, own_fonts=False)


def rasterise(svg: bytes, width: int = 480) -> bytes:
    """A drawing as PNG, so many pixels wide: for documents that show no drawings.

    Raises:
        FormatMissing: what draws it is not on this computer.
    """
    source = f'#set page(width: {width}pt, height: auto, margin: 0pt)\n#image("p.svg", width: 100%)'
    made = _typst().compile(
        {"main.typ": source.encode(), "p.svg": svg}, format="png", ppi=72, ignore_system_fonts=True
    )
    assert isinstance(made, bytes), "one page gives one picture"
    return made


def _typst() -> Any:
    """The library, loaded when it is asked for. Its types do not know sources given by name."""
    try:
        import typst
    except ImportError:
        raise FormatMissing("typst") from None
    return typst


def _pages(data: Any, sources: dict[str, bytes], noon: datetime, *, own_fonts: bool) -> bytes:
    template = files("logbook.formats").joinpath("pdf", "packet.typ").read_bytes()
    made = _typst().compile(
        {
            "main.typ": template,
            "packet.json": json.dumps(data, ensure_ascii=False).encode(),
            **sources,
        },
        font_paths=[str(_FONTS)],
        ignore_system_fonts=own_fonts,
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=noon,
    )
    assert isinstance(made, bytes), "one format gives one file"
    return made


def _shows(signs: str) -> bool:
    """Whether there is a letter for each of these signs on this computer."""
    typst = _typst()
    source = (
        '#set document(title: "x")\n#set text(font: ("Logboek Serif", "Inter"))\n'
        '#text(json("signs.json"))'
    )
    try:
        typst.compile(
            {"main.typ": source.encode(), "signs.json": json.dumps(signs).encode()},
            font_paths=[str(_FONTS)],
            format="pdf",
            pdf_standards=["ua-1"],
        )
    except typst.TypstError:
        return False
    return True


# --- what the template reads ----------------------------------------------------------------------


def _packet_data(packet: Packet, names: dict[str, str]) -> dict[str, Any]:
    size = sum(len(line.text) for answer in packet.answers() for line in answer.lines)
    return {
        "title": packet_title(packet),
        "author": packet.sender,
        "facts": packet_facts(packet),
        "letter": [_text(part) for part in packet.letter.split("\n") if part.strip()],
        "questions-title": parts.QUESTIONS,
        "questions": [question.text for question in packet.questions],
        "contents": len(packet.entries) >= _CONTENTS_FROM,
        "hyphens": size <= _HYPHENS_MOST,
        "squares": False,
        "changed": parts.CHANGED,
        "entries": [_entry(entry, packet, names) for entry in packet.entries],
        "about-all": parts.ABOUT_ALL,
        "threads": _threads(packet, None),
    }


def _entry(entry: SharedEntry, packet: Packet, names: dict[str, str]) -> dict[str, Any]:
    facts = [entry_facts(entry)] if entry_facts(entry) else []
    return {
        "title": parts.entry_title(entry),
        "facts": " · ".join([*facts, parts.NEW_ENTRY] if entry.new else facts),
        "source": entry.source,
        "sections": [_section(section, packet, names) for section in entry.sections],
    }


def _section(section: SharedSection, packet: Packet, names: dict[str, str]) -> dict[str, Any]:
    """A section whose answers have their question only where it changes."""
    asked = [""] + [answer.question for answer in section.answers]
    return {
        "title": section.title.strip(),
        "answers": [
            _answer(answer, packet, names)
            | {"question": answer.question.strip() if answer.question != before else ""}
            for before, answer in zip(asked, section.answers, strict=False)
        ],
    }


def _answer(answer: SharedAnswer, packet: Packet, names: dict[str, str]) -> dict[str, Any]:
    return {
        "about": _card(answer.about, names) if answer.about else None,
        "lines": [_line(line, names) for line in answer.lines],
        "changes": [
            {"change": piece.change.value, "text": piece.text} for piece in parts.changes(answer)
        ],
        "threads": _threads(packet, answer.id),
    }


def _threads(packet: Packet, answer_id: str | None) -> list[dict[str, Any]]:
    return [
        {
            "facts": parts.remark_facts(thread.remark, packet),
            "about": parts.about_words(thread.remark),
            "said": _said(thread.remark),
            "replies": [
                {"who": parts.who_said(reply, packet), "said": _said(reply)}
                for reply in thread.replies
            ],
        }
        for thread in packet.threads(answer_id)
    ]


def _said(remark: Remark) -> list[str]:
    return [part for part in remark.text.split("\n") if part.strip()]


def _card(card: SharedCard, names: dict[str, str]) -> dict[str, str]:
    return {
        "title": card.title,
        "description": card.description,
        "picture": names.get(card.picture, ""),
        "alt": card.description or card.title or "kaart",
    }


def _line(line: SharedLine, names: dict[str, str]) -> dict[str, Any]:
    return {
        "kind": line.kind.value,
        "mark": line.mark,
        "rtl": parts.reads_from_right(line.text),
        "pieces": [
            {"text": piece.text, "looks": sorted(look.value for look in piece.looks)}
            for piece in line.pieces
        ],
        "description": line.description,
        "picture": names.get(line.picture, ""),
        "alt": line.description or line.text or "kaart",
    }


def _text(text: str) -> dict[str, Any]:
    return {"text": text, "rtl": parts.reads_from_right(text)}
