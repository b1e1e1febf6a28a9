# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A packet as a Word document, in which remarks are Word's own comments.

Bookmarks carry the public ids: one for the packet, one around each answer, so that comments find
their way home (`docx_remarks`). Earlier remarks go along as comments with the id in their initials.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

from logbook.core.packet import (
    Author,
    Packet,
    PartKind,
    Picture,
    Remark,
    SharedAnswer,
    SharedEntry,
    SharedLine,
)
from logbook.formats.packet_pdf import rasterise, styled_pieces
from logbook.formats.packet_words import KIND_WORDS, entry_facts, packet_facts, packet_title

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

#: Beginnings of the names of our bookmarks; Word allows forty characters.
PACKET_MARK, PAIR_MARK, ANSWER_MARK = "p_", "q_", "a_"
#: Initials of a comment that went along: so many digits of the id of its remark.
KNOWN_DIGITS = 9
_LISTS = {PartKind.ITEM, PartKind.OPTION, PartKind.ROW, PartKind.CARD}


def render_docx(packet: Packet) -> bytes:
    """The document of a packet."""
    return _Writer(packet).write()


class _Writer:
    """Writes one packet; bookmarks are numbered through the document."""

    def __init__(self, packet: Packet) -> None:
        import docx

        self._packet = packet
        self._document: Document = docx.Document()
        self._pictures = {p.name: _raster(p) for p in packet.pictures}
        self._bookmarks = 0

    def write(self) -> bytes:
        """The bytes of the document."""
        packet = self._packet
        self._set_up()
        title = self._document.add_heading(packet_title(packet), 0)
        self._bookmark([title], f"{PACKET_MARK}{packet.id}")
        facts = self._told(packet_facts(packet))
        self._bookmark([facts], f"{PAIR_MARK}{packet.pair}_{packet.round}")
        for part in filter(str.strip, packet.letter.split("\n")):
            self._document.add_paragraph(part)
        if packet.questions:
            self._document.add_heading("Mijn vragen aan jou", 1)
            for question in packet.questions:
                self._document.add_paragraph(question.text, style="List Number")
        for entry in packet.entries:
            self._entry(entry)
        stream = io.BytesIO()
        self._document.save(stream)
        return stream.getvalue()

    def _set_up(self) -> None:
        from docx.shared import Pt, RGBColor

        packet, document = self._packet, self._document
        facts = document.core_properties
        facts.title, facts.author, facts.language = packet_title(packet), packet.sender, "nl-NL"
        facts.comments, facts.last_modified_by = "", packet.sender
        day = datetime.combine(packet.made_on, time(12), UTC)
        facts.created = facts.modified = day
        styles = document.styles
        styles["Normal"].font.name = "Georgia"
        styles["Normal"].font.size = Pt(11)
        for number in range(5):
            heading = styles["Title" if number == 0 else f"Heading {number}"]
            heading.font.name = "Georgia"
            heading.font.color.rgb = RGBColor(0x26, 0x30, 0x2F)
        _set_language(document)

    def _entry(self, entry: SharedEntry) -> None:
        self._document.add_heading(entry.title, 1)
        if told := entry_facts(entry):
            self._told(told)
        for section in entry.sections:
            if section.title:
                self._document.add_heading(section.title, 2)
            asked = ""
            for answer in section.answers:
                if answer.question and answer.question != asked:
                    self._document.add_heading(answer.question, 3)
                asked = answer.question
                self._answer(answer)
        if entry.source:
            self._told(entry.source)

    def _answer(self, answer: SharedAnswer) -> None:
        if answer.about and answer.about.title:
            paragraph = self._document.add_paragraph()
            self._picture(paragraph, answer.about.picture, answer.about.title, 1.2)
            paragraph.add_run(answer.about.title).bold = True
        made: list[tuple[Paragraph, list[tuple[int, int, Run]]]] = []
        at = 0
        for line in answer.lines:
            made.append(self._line(line, at))
            at += len(line.text) + 1
            if line.kind is PartKind.CARD and line.description:
                # Not between the marks of the answer's own words: it is no part of its text.
                self._told(line.description)
        if made:
            self._bookmark([p for p, _ in made], f"{ANSWER_MARK}{answer.id}")
        runs = [run for _, found in made for run in found]
        for remark in self._packet.remarks:
            if remark.answer == answer.id:
                self._comment(remark, runs)

    def _line(self, line: SharedLine, at: int) -> tuple[Paragraph, list[tuple[int, int, Run]]]:
        """One line as a paragraph, with where each of its runs stands in the answer's text."""
        style = "List Paragraph" if line.kind in _LISTS else None
        paragraph = self._document.add_paragraph(style=style)
        if line.kind in _LISTS:
            if line.kind is PartKind.CARD:
                self._picture(paragraph, line.picture, line.description or line.text, 2.4)
            paragraph.add_run(f"{line.mark or '•'}\t")
        runs = []
        for piece in styled_pieces(line):
            run = paragraph.add_run(piece["text"])
            looks = piece["looks"]
            run.bold = True if "strong" in looks or line.kind is PartKind.HEADING else None
            run.italic = True if "emphasis" in looks or line.kind is PartKind.QUOTE else None
            run.font.strike = True if "struck" in looks else None
            if "code" in looks or line.kind is PartKind.CODE:
                run.font.name = "Courier New"
            runs.append((at, at + len(piece["text"]), run))
            at += len(piece["text"])
        return paragraph, runs

    def _comment(self, remark: Remark, runs: list[tuple[int, int, Run]]) -> None:
        """An earlier remark or reply as a comment, at the runs it touches."""
        quote = remark.quote
        touched = [
            run
            for start, end, run in runs
            if quote is None or (start < quote.end and quote.start < end)
        ]
        if not touched:
            return
        own = remark.author is Author.STUDENT
        author = (self._packet.sender or "student") if own else (self._packet.reader or "lezer")
        kind = "" if own else f"{KIND_WORDS[remark.kind]}: "
        self._document.add_comment(
            [touched[0], touched[-1]],
            f"{kind}{remark.text}",
            author=author,
            initials=remark.id[:KNOWN_DIGITS],
        )

    def _told(self, words: str) -> Paragraph:
        from docx.shared import Pt, RGBColor

        paragraph = self._document.add_paragraph()
        run = paragraph.add_run(words)
        run.font.size = Pt(9)
        run.font.color.rgb = RGBColor(0x62, 0x6C, 0x69)
        return paragraph

    def _picture(self, paragraph: Paragraph, name: str, alt: str, width: float) -> None:
        from docx.shared import Cm

        data = self._pictures.get(name)
        if data is None:
            return
        shape = paragraph.add_run().add_picture(io.BytesIO(data), width=Cm(width))
        shape._inline.docPr.set("descr", alt)  # Word calls the text alternative so
        paragraph.add_run(" ")

    def _bookmark(self, paragraphs: list[Paragraph], name: str) -> None:
        """A bookmark from the start of the first paragraph to the end of the last."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        self._bookmarks += 1
        ends: dict[str, Any] = {}
        for tag in ("bookmarkStart", "bookmarkEnd"):
            ends[tag] = OxmlElement(f"w:{tag}")
            ends[tag].set(qn("w:id"), str(self._bookmarks))
        ends["bookmarkStart"].set(qn("w:name"), name)
        first, last = paragraphs[0]._p, paragraphs[-1]._p
        first.insert(1 if first.pPr is not None else 0, ends["bookmarkStart"])
        last.append(ends["bookmarkEnd"])


def _raster(picture: Picture) -> bytes:
    """A picture as Word can show it: drawings become pixels."""
    return rasterise(picture.data) if picture.mime == "image/svg+xml" else picture.data


def _set_language(document: Document) -> None:
    """Say that the text is Dutch, for spelling and for reading aloud."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for defaults in _defaults(document):
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "nl-NL")
        language.set(qn("w:eastAsia"), "nl-NL")
        for known in defaults.findall(qn("w:lang")):
            defaults.remove(known)
        defaults.append(language)


def _defaults(document: Document) -> Iterator[Any]:
    from docx.oxml.ns import qn

    found = document.styles.element.find(
        f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"
    )
    if found is not None:
        yield found
