# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A packet as a document to read, with the way from places in answers to places on screen.

Every line of an answer is one block of text. Places in answers count code points, as packets do;
places in the document count as Qt does. All words are put in as plain text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QSize, QSizeF, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QPixmap,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from logbook.core.anchor_text import Look
from logbook.core.packet import Packet, PartKind, Picture, PublicId, SharedEntry, SharedLine
from logbook.core.packet import SharedAnswer as Answer
from logbook.core.words_diff import Change, diff_words
from logbook.ui.desk.paper import KEEP, Keep, keep_together
from logbook.ui.widgets.dates import long_day
from logbook.ui.widgets.rich_text import nothing

#: What Qt would read as the end of a block, or as a picture; each is one character.
_SHOWN = {ord(sign): " " for sign in "\u2028\u2029\ufdd0\ufdd1\ufffc\r\n"}
_PICTURE = QSize(150, 112)
_LINE_FEED = "\n"

#: Gives a picture as it is shown, within a room.
Draw = Callable[[Picture, QSize], QPixmap]


class Style(NamedTuple):
    """What a document looks like: fonts by name and colours."""

    reading: Callable[[float, int], QFont]
    plain: Callable[[float, int], QFont]
    px: Callable[[float], int]
    ink: QColor
    muted: QColor
    ground: QColor
    line_height: float


class Shown(NamedTuple):
    """A line of an answer as it stands in the document.

    Args:
        start: place of its first character in the text of the answer, in code points.
        at: place of its first character in the document.
    """

    answer: PublicId
    start: int
    at: int
    text: str


class Passage(NamedTuple):
    """A passage of one answer, in code points."""

    answer: PublicId
    start: int
    end: int


class PacketDocument(QTextDocument):
    """The document of one packet.

    Args:
        top: lines to begin with: (words, is it a heading).
        changes: show below each answer what changed since the round before.
    """

    def __init__(
        self,
        packet: Packet,
        look: Style,
        draw: Draw,
        top: Iterable[tuple[str, bool]] = (),
        changes: bool = False,
    ) -> None:
        super().__init__()
        self._look = look
        self._draw = draw
        self._pictures = {picture.name: picture for picture in packet.pictures}
        self._drawn: dict[str, bool] = {}
        self.lines: list[Shown] = []
        self._of: dict[str, list[Shown]] = {}
        self.setDocumentMargin(0)
        self.setUndoRedoEnabled(False)
        self.setDefaultFont(look.reading(18, 400))
        self._cursor = QTextCursor(self)
        self._first = True
        self._cursor.beginEditBlock()
        for words, heading in top:
            self._write(
                words, look.plain(13, 600 if heading else 400), above=10 if heading else 3,
                muted=not heading, keep=Keep.WITH_NEXT if heading else Keep.NONE,
            )  # fmt: skip
        for entry in packet.entries:
            self._entry(packet, entry, changes)
        self._cursor.endEditBlock()

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing is loaded: pictures were put in with the words."""
        return nothing()

    def setPageSize(self, size: QSizeF | QSize) -> None:
        """Divide it into pages, so that what belongs together stays together."""
        super().setPageSize(size)
        keep_together(self)

    # --- places -------------------------------------------------------------------------------

    def passage(self, start: int, end: int) -> Passage | None:
        """The passage between two places of the document, within the first answer they touch."""
        answer: PublicId | None = None
        first = last = 0
        for line in self.lines:
            size = width(line.text)
            low, high = max(start, line.at), min(end, line.at + size)
            if low >= high:
                continue
            if answer is None:
                answer = line.answer
                first = line.start + _points(line.text, low - line.at)
            if line.answer != answer:
                break
            last = line.start + _points(line.text, high - line.at)
        if answer is None:
            return None
        return self._trimmed(answer, first, last)

    def spans(self, passage: Passage) -> list[tuple[int, int]]:
        """Where a passage stands in the document, a span for each line."""
        found = []
        for line in self._of.get(passage.answer, ()):
            low = max(passage.start - line.start, 0)
            high = min(passage.end - line.start, len(line.text))
            if low < high:
                found.append((line.at + width(line.text[:low]), line.at + width(line.text[:high])))
        return found

    def place_of(self, answer: str) -> int:
        """Where an answer begins; the end of the document when it is not there."""
        lines = self._of.get(answer)
        return lines[0].at if lines else self.characterCount()

    def _trimmed(self, answer: PublicId, start: int, end: int) -> Passage | None:
        text = _LINE_FEED.join(line.text for line in self._of[answer])
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Passage(answer, start, end) if start < end else None

    # --- building -----------------------------------------------------------------------------

    def _entry(self, packet: Packet, entry: SharedEntry, changes: bool) -> None:
        look = self._look
        facts = [packet.sender] if packet.sender else []
        facts += [long_day(entry.day)] if entry.day else []
        facts += [f"{entry.round}e keer"] if entry.round > 1 else []
        facts += ["nieuw in deze ronde"] if entry.new else []
        above = 0 if self._first else 44
        if facts:
            self._write(
                " · ".join(facts), look.plain(14, 400), above=above, muted=True, keep=Keep.WITH_NEXT
            )
        self._write(
            entry.title, look.reading(26, 600), above=4 if facts else above, below=6, heading=1
        )
        for section in entry.sections:
            if section.title:
                self._write(section.title, look.reading(20, 600), above=20, heading=2)
            asked = section.title
            for answer in section.answers:
                if answer.question and answer.question != asked:
                    self._write(answer.question, look.reading(18, 600), above=16, heading=3)
                asked = answer.question or asked
                self._answer(answer, changes)
        if entry.source:
            self._write(
                entry.source, look.plain(12.5, 400), above=14, muted=True, keep=Keep.WITH_BEFORE
            )

    def _answer(self, answer: Answer, changes: bool) -> None:
        look = self._look
        if answer.about is not None:
            self._picture(answer.about.picture)
            self._write(answer.about.title, look.plain(14, 600), above=10, keep=Keep.WITH_NEXT)
            if answer.about.description:
                self._write(
                    answer.about.description, look.plain(13, 400), above=1, muted=True,
                    keep=Keep.WITH_NEXT,
                )  # fmt: skip
        start = 0
        for line in answer.lines:
            self._line(answer.id, start, line)
            start += len(line.text) + 1
        if changes and answer.before is not None:
            self._change(answer.before, answer.text)

    def _line(self, answer: PublicId, start: int, line: SharedLine) -> None:
        look = self._look
        if line.kind is PartKind.CARD:
            self._picture(line.picture)
        heading = line.kind is PartKind.HEADING
        font = look.reading(18, 600 if heading else 400)
        if line.kind is PartKind.CODE:
            font.setStyleHint(QFont.StyleHint.Monospace)
        mark = f"{line.mark} " if line.mark else ("•  " if line.kind is PartKind.ITEM else "")
        indent = 1 if line.kind in (PartKind.ITEM, PartKind.QUOTE) else 0
        self._block(above=8, indent=indent, keep=Keep.WITH_NEXT if heading else Keep.NONE)
        form = self._chars(font, muted=line.kind is PartKind.QUOTE)
        self._cursor.insertText(mark.translate(_SHOWN), form)
        at = self._cursor.position()
        shown = line.text.translate(_SHOWN)
        self._cursor.insertText(shown, form)
        for style in line.styles:
            begin, end = width(line.text[: style.start]), width(line.text[: style.end])
            self._style(at + begin, at + end, style.look)
        self.lines.append(Shown(answer, start, at, line.text))
        self._of.setdefault(answer, []).append(self.lines[-1])
        if line.description:
            self._write(
                line.description, look.plain(13, 400), above=1, muted=True, keep=Keep.WITH_BEFORE
            )

    def _style(self, start: int, end: int, look: Look) -> None:
        form = QTextCharFormat()
        if look is Look.STRONG:
            form.setFontWeight(600)
        elif look is Look.EMPHASIS:
            form.setFontItalic(True)
        elif look is Look.STRUCK:
            form.setFontStrikeOut(True)
        else:
            form.setBackground(self._look.ground)
        cursor = QTextCursor(self)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(form)

    def _change(self, before: str, now: str) -> None:
        look = self._look
        self._write(
            "Veranderd sinds de vorige ronde", look.plain(12.5, 600), above=10, muted=True,
            keep=Keep.WITH_NEXT,
        )  # fmt: skip
        self._block(above=2, indent=1)
        for piece in diff_words(before, now):
            form = self._chars(look.plain(14, 400), muted=piece.change is not Change.ADDED)
            form.setFontStrikeOut(piece.change is Change.REMOVED)
            form.setFontUnderline(piece.change is Change.ADDED)
            self._cursor.insertText(piece.text.translate(_SHOWN), form)

    def _picture(self, name: str) -> None:
        picture = self._pictures.get(name)
        if picture is None:
            return
        px = self._look.px
        address = QUrl(f"picture:{name}")
        if name not in self._drawn:
            pixmap = self._draw(picture, QSize(px(_PICTURE.width()), px(_PICTURE.height())))
            self._drawn[name] = not pixmap.isNull()
            self.addResource(int(QTextDocument.ResourceType.ImageResource.value), address, pixmap)
        if self._drawn[name]:
            self._block(above=10, keep=Keep.WITH_NEXT, lines=False)
            self._cursor.insertImage(address.toString())

    def _write(
        self,
        words: str,
        font: QFont,
        *,
        above: float = 0,
        below: float = 0,
        muted: bool = False,
        heading: int = 0,
        keep: Keep = Keep.NONE,
    ) -> None:
        self._block(above=above, below=below, heading=heading, keep=keep)
        self._cursor.insertText(" ".join(words.split()), self._chars(font, muted=muted))

    def _block(
        self,
        *,
        above: float = 0,
        below: float = 0,
        indent: int = 0,
        heading: int = 0,
        keep: Keep = Keep.NONE,
        lines: bool = True,
    ) -> None:
        form = QTextBlockFormat()
        form.setTopMargin(self._look.px(above) if above and not self._first else 0)
        form.setBottomMargin(self._look.px(below) if below else 0)
        form.setIndent(indent)
        form.setHeadingLevel(heading)
        form.setProperty(KEEP, int(Keep.WITH_NEXT if heading else keep))
        if lines:  # a picture has the height it has
            kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
            form.setLineHeight(round(self._look.line_height * 85), int(kind.value))
        if self._first:
            self._cursor.setBlockFormat(form)
            self._first = False
        else:
            self._cursor.insertBlock(form)

    def _chars(self, font: QFont, *, muted: bool = False) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(font)
        form.setForeground(self._look.muted if muted else self._look.ink)
        return form


def width(text: str) -> int:
    """How many characters Qt counts in a text."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _points(text: str, width: int) -> int:
    """How many code points stand before a place of Qt in a text; half a character counts whole."""
    if text.isascii():
        return width
    data = text.encode("utf-16-le", "surrogatepass")[: 2 * width]
    return len(data.decode("utf-16-le", "replace"))
