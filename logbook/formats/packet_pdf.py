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
from itertools import pairwise
from pathlib import Path
from typing import Any

from logbook.core.packet import Packet, SharedAnswer, SharedCard, SharedLine
from logbook.formats.packet_words import entry_facts, packet_facts, packet_title

_ENDS = {"image/svg+xml": "svg", "image/jpeg": "jpg", "image/png": "png"}


def render_pdf(packet: Packet) -> bytes:
    """The pages of a packet."""
    import typst

    names = {picture.name: f"{picture.name}.{_ENDS[picture.mime]}" for picture in packet.pictures}
    template = files("logbook.formats").joinpath("pdf", "packet.typ").read_bytes()
    data = json.dumps(_packet_data(packet, names), ensure_ascii=False).encode()
    sources: dict[str, bytes] = {"main.typ": template, "packet.json": data}
    sources |= {names[picture.name]: picture.data for picture in packet.pictures}
    fonts = Path(__file__).parent.parent / "ui" / "assets" / "fonts"
    # Its type information does not know yet that sources may be given by name.
    made = typst.compile(  # type: ignore[call-overload]
        sources,
        font_paths=[str(fonts)],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["ua-1"],
        # Of when it was made a file says no more than the day that stands on its first page.
        timestamp=datetime.combine(packet.made_on, time(12), UTC),
    )
    assert isinstance(made, bytes), "one format gives one file"
    return made


def _packet_data(packet: Packet, names: dict[str, str]) -> dict[str, Any]:
    return {
        "title": packet_title(packet),
        "author": packet.sender,
        "facts": packet_facts(packet),
        "letter": [part for part in packet.letter.split("\n") if part.strip()],
        "questions": [question.text for question in packet.questions],
        "entries": [
            {
                "title": entry.title,
                "facts": entry_facts(entry),
                "source": entry.source,
                "sections": [
                    {
                        "title": section.title,
                        "answers": _answers(section.answers, names),
                    }
                    for section in entry.sections
                ],
            }
            for entry in packet.entries
        ],
    }


def _answers(answers: tuple[SharedAnswer, ...], names: dict[str, str]) -> list[dict[str, Any]]:
    """Answers with their question only where it changes."""
    made = []
    asked = ""
    for answer in answers:
        made.append(
            {
                "question": answer.question if answer.question != asked else "",
                "about": _card(answer.about, names) if answer.about else None,
                "lines": [_line(line, names) for line in answer.lines],
            }
        )
        asked = answer.question
    return made


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
        "pieces": styled_pieces(line),
        "description": line.description,
        "picture": names.get(line.picture, ""),
        "alt": line.description or line.text or "kaart",
    }


def styled_pieces(line: SharedLine) -> list[dict[str, Any]]:
    """The text of a line cut where its look changes: `text` and the names of its `looks`."""
    cuts = sorted({0, len(line.text), *(p for s in line.styles for p in (s.start, s.end))})
    return [
        {
            "text": line.text[start:end],
            "looks": sorted(
                {s.look.value for s in line.styles if s.start <= start and end <= s.end}
            ),
        }
        for start, end in pairwise(cuts)
    ]


def rasterise(svg: bytes, width: int = 480) -> bytes:
    """A drawing as PNG, so many pixels wide: for documents that show no drawings."""
    import typst

    source = f'#set page(width: {width}pt, height: auto, margin: 0pt)\n#image("p.svg", width: 100%)'
    made = typst.compile(  # type: ignore[call-overload]
        {"main.typ": source.encode(), "p.svg": svg}, format="png", ppi=72, ignore_system_fonts=True
    )
    assert isinstance(made, bytes), "one page gives one picture"
    return made
