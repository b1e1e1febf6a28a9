# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A packet as a Word document, in which remarks are Word's own comments.

Bookmarks carry the public ids: two at the top for the packet, one around each line of an answer
and one around the answer with what belongs to it, so that comments find their way home
(`docx_remarks`). Earlier remarks go along as comments.
"""

from __future__ import annotations

from collections.abc import Iterable

from logbook.core.anchor_text import Look
from logbook.core.packet import (
    Packet,
    PartKind,
    Picture,
    SharedAnswer,
    SharedEntry,
    SharedLine,
)
from logbook.core.words_diff import Change
from logbook.files.photos import photo_facts
from logbook.formats import packet_parts as parts
from logbook.formats.docx_comments import Comments, Hung, known_bookmarks
from logbook.formats.docx_styles import PAGE, footer, settings, styles
from logbook.formats.docx_xml import (
    HEAD,
    ROOTS,
    core_properties,
    drawing,
    package,
    paragraph,
    run,
)
from logbook.formats.packet_pdf import rasterise
from logbook.formats.packet_words import entry_facts, packet_facts, packet_title

#: Beginnings of the names of our bookmarks; Word allows forty characters in all.
PACKET_MARK, PAIR_MARK, LINE_MARK, AROUND_MARK = "p_", "q_", "a_", "b_"
_END = "</w:p>"
_PIXELS = 320
_CARD_WIDTH, _ABOUT_WIDTH = 2.4, 1.2
_STYLES = {
    PartKind.ITEM: "Listed",
    PartKind.OPTION: "Listed",
    PartKind.ROW: "Row",
    PartKind.QUOTE: "Cited",
    PartKind.CODE: "Code",
    PartKind.HEADING: "Head",
    PartKind.CARD: "Card",
}
_LOOKS = (
    (Look.CODE, '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'),
    (Look.STRONG, "<w:b/><w:bCs/>"),
    (Look.EMPHASIS, "<w:i/><w:iCs/>"),
    (Look.STRUCK, "<w:strike/>"),
)
_CHANGES = {
    Change.SAME: "",
    Change.REMOVED: '<w:strike/><w:color w:val="626C69"/>',
    Change.ADDED: '<w:b/><w:u w:val="single"/>',
}


def render_docx(packet: Packet) -> bytes:
    """The document of a packet.

    Raises:
        FormatMissing: what draws its pictures is not on this computer.
    """
    return _Writer(packet).write()


class _Writer:
    """Writes one packet; bookmarks and drawings are numbered through the document."""

    def __init__(self, packet: Packet) -> None:
        self._packet = packet
        self._body: list[str] = []
        self._before = ""  # goes into the next paragraph, before its words
        self._pictures = {
            p.name: (f"rId{n}", _raster(p)) for n, p in enumerate(packet.pictures, 100)
        }
        self._sizes = {name: _size(data) for name, (_, (_, data)) in self._pictures.items()}
        self._comments = Comments(packet)
        self._bookmarks = 0
        self._drawings = 0

    def write(self) -> bytes:
        """The bytes of the document."""
        packet = self._packet
        self._top()
        for entry in packet.entries:
            self._entry(entry)
        document = (
            f"{HEAD}<w:document {ROOTS}><w:body>{''.join(self._body)}{PAGE}</w:body></w:document>"
        )
        texts = {
            "document": document,
            "styles": styles(),
            "settings": settings(),
            "footer": footer(),
            "comments": self._comments.part(),
            "commentsExtended": self._comments.threads_part(),
            "core": core_properties(packet_title(packet), packet.sender, packet.made_on),
        }
        return package(texts, (picture for _, picture in self._pictures.values()))

    def _top(self) -> None:
        packet = self._packet
        title = packet_title(packet)
        hung = self._comments.hang(None, len(title))
        names = [f"{PACKET_MARK}{packet.id}", *known_bookmarks(hung)]
        shown = run(title)
        for each in reversed(hung):
            shown = f"{each.starts}{shown}{each.ends}"
        for name in names:
            shown = self._marked(name, shown)
        self._add("Title", shown)
        pair = f"{PAIR_MARK}{packet.pair}_{packet.round}"
        self._add("Told", self._marked(pair, run(packet_facts(packet))))
        for part in filter(str.strip, packet.letter.split("\n")):
            self._words("", part)
        if packet.questions:
            self._words("Heading1", parts.QUESTIONS)
            for number, question in enumerate(packet.questions, 1):
                self._add("Listed", run(f"{number}.\t{' '.join(question.text.split())}"))

    def _entry(self, entry: SharedEntry) -> None:
        self._words("Heading1", parts.entry_title(entry))
        facts = [entry_facts(entry)] if entry_facts(entry) else []
        if entry.new:
            facts.append(parts.NEW_ENTRY)
        if facts:
            self._words("Told", " · ".join(facts))
        for section in entry.sections:
            if section.title.strip():
                self._words("Heading2", section.title)
            asked = ""
            for answer in section.answers:
                if answer.question.strip() and answer.question != asked:
                    self._words("Heading3", answer.question)
                asked = answer.question
                self._answer(answer)
        if entry.source:
            self._words("Source", entry.source)

    def _answer(self, answer: SharedAnswer) -> None:
        if not answer.lines:
            return
        self._bookmarks += 1
        around = self._bookmarks
        hung = self._comments.hang(answer.id, len(answer.text))
        self._before = _bookmark_start(around, f"{AROUND_MARK}{answer.id}")
        self._before += "".join(self._marked(name, "") for name in known_bookmarks(hung))
        if answer.about and answer.about.title:
            picture = self._picture(answer.about.picture, answer.about.title, _ABOUT_WIDTH)
            self._add("About", f"{picture}{run(answer.about.title)}")
        at = 0
        for number, line in enumerate(answer.lines, 1):
            self._line(line, f"{LINE_MARK}{answer.id}_{number}", at, hung)
            at += len(line.text) + 1
        self._changes(answer)
        # Marks stand in paragraphs: between them LibreOffice takes them elsewhere.
        self._body[-1] = f"{self._body[-1].removesuffix(_END)}{_bookmark_end(around)}{_END}"

    def _line(self, line: SharedLine, name: str, at: int, hung: Iterable[Hung]) -> None:
        """One line as a paragraph; its bookmark holds its own words and nothing else."""
        rtl = parts.reads_from_right(line.text)
        before = ""
        if line.kind is PartKind.CARD:
            before = self._picture(line.picture, line.description or line.text, _CARD_WIDTH)
            before += run(f"{line.mark} ") if line.mark else ""
        elif line.kind in (PartKind.ITEM, PartKind.OPTION):
            before = run(f"{line.mark or '•'}\t")
        shown = self._marked(name, _line_runs(line, at, hung, rtl=rtl))
        self._add(_STYLES.get(line.kind, ""), f"{before}{shown}", "<w:bidi/>" if rtl else "")
        if line.kind is PartKind.CARD and line.description:
            self._words("CardTold", line.description)

    def _changes(self, answer: SharedAnswer) -> None:
        pieces = parts.changes(answer)
        if not pieces:
            return
        shown = [run(f"{parts.CHANGED}: ")]
        for piece in pieces:
            lines = piece.text.split("\n")
            shown.append("<w:r><w:br/></w:r>".join(run(t, _CHANGES[piece.change]) for t in lines))
        self._add("Changed", "".join(shown))

    def _picture(self, name: str, alt: str, width: float) -> str:
        if name not in self._pictures:
            return ""
        self._drawings += 1
        relation = self._pictures[name][0]
        made = drawing(self._drawings, relation, alt or "kaart", self._sizes[name], width)
        return made + run("\t" if width == _CARD_WIDTH else "  ")

    def _marked(self, name: str, content: str) -> str:
        self._bookmarks += 1
        number = self._bookmarks
        return f"{_bookmark_start(number, name)}{content}{_bookmark_end(number)}"

    def _words(self, style: str, text: str) -> None:
        rtl = "<w:bidi/>" if parts.reads_from_right(text) else ""
        self._add(style, run(" ".join(text.split("\n"))), rtl)

    def _add(self, style: str, content: str, extra: str = "") -> None:
        self._body.append(paragraph(style, f"{self._before}{content}", extra))
        self._before = ""


def _line_runs(line: SharedLine, at: int, hung: Iterable[Hung], *, rtl: bool) -> str:
    """The runs of a line, cut where its look changes and where a comment begins or ends.

    Args:
        at: where the line begins in the text of its answer.
    """
    size = len(line.text)
    edges: dict[int, list[str]] = {}
    for each in hung:
        # Where one ends stands before where the next begins.
        if at <= each.start <= at + size:
            edges.setdefault(each.start - at, []).append(each.starts)
        if at <= each.end <= at + size:
            edges.setdefault(each.end - at, []).insert(0, each.ends)
    made = [*edges.pop(0, [])]
    place = 0
    for piece in line.pieces:
        looks = "".join(look for name, look in _LOOKS if name in piece.looks)
        looks += "<w:rtl/>" if rtl else ""
        end = place + len(piece.text)
        cuts = [edge for edge in sorted(edges) if place < edge <= end]
        for cut in cuts:
            made += [run(line.text[place:cut], looks), *edges.pop(cut)]
            place = cut
        if place < end:
            made.append(run(line.text[place:end], looks))
            place = end
    return "".join(made)


def _bookmark_start(number: int, name: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'


def _bookmark_end(number: int) -> str:
    return f'<w:bookmarkEnd w:id="{number}"/>'


def _raster(picture: Picture) -> tuple[str, bytes]:
    """A picture as Word can show it, with its name: drawings become pixels."""
    if picture.mime == "image/svg+xml":
        return f"{picture.name}.png", rasterise(picture.data, _PIXELS)
    return f"{picture.name}.{'jpg' if picture.mime == 'image/jpeg' else 'png'}", picture.data


def _size(data: bytes) -> tuple[int, int]:
    facts = photo_facts(data)
    return facts.width, facts.height
