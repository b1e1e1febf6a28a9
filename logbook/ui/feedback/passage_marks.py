# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Passages of remarks in the text on screen: found, marked with tint and line, and clicked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from logbook.core.anchor_text import anchor_text
from logbook.core.entry import AnswerKey, Entry
from logbook.core.remarks import PlacedRemark
from logbook.ui.feedback.passages import Squeezed, passage_between
from logbook.ui.logbook.answer_places import PROSE, WHOLE, place_name, regions
from logbook.ui.logbook.search_marks import Utf16
from logbook.ui.styles_remarks import READER_MARKS
from logbook.ui.theme import Theme
from logbook.ui.widgets.rich_text import RichText

_OWNER = "remarks"
#: How strong the tint of the passage one stands at is, of 255; its words stay easy to read.
_STRONG = 84
_LINES = {
    "solid": QTextCharFormat.UnderlineStyle.SingleUnderline,
    "dashed": QTextCharFormat.UnderlineStyle.DashUnderline,
    "dotted": QTextCharFormat.UnderlineStyle.DotLine,
    "double": QTextCharFormat.UnderlineStyle.DashDotLine,
}


class Passage(NamedTuple):
    """Where the passage of a remark stands, in Qt's count; `number` is that of its reader."""

    text: RichText
    start: int
    end: int
    remark_id: str
    number: int


class PassageMarks(QObject):
    """Marks in the texts of one screen.

    Args:
        texts: the texts in view, from top to bottom.

    Signals:
        clicked(str): a passage was clicked; the id of its remark.
        moved(): a text was filled anew or has another width.
    """

    clicked = Signal(str)
    moved = Signal()

    def __init__(
        self, texts: Callable[[], list[RichText]], theme: Theme, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._theme = theme
        self._followed: list[RichText] = []
        self._pressed = QPoint()
        self.passages: list[Passage] = []
        self._current = ""

    def find(
        self,
        entry: Entry,
        lines: Mapping[AnswerKey, str],
        remarks: Iterable[tuple[PlacedRemark, int]],
    ) -> None:
        """Find these remarks, each with the number of its reader, in the texts in view.

        Args:
            lines: the anchor text of each answer, as `share_build.home_lines` gives it.
        """
        self._follow()
        self.passages = []
        shown = [(text, _Words(text)) for text in self._texts() if not text.isHidden()]
        for placed, number in remarks:
            key, place = placed.remark.key, placed.placed
            if key is None or place is None or placed.is_lost or key not in lines:
                continue
            for text, words in shown:
                found = words.find(entry, key, lines[key], place.start, place.end)
                if found is not None:
                    self.passages.append(Passage(text, *found, placed.remark.id, number))
                    break
        self._show()

    def set_current(self, remark_id: str) -> None:
        """Let the passage of this remark stand out; "" lets none."""
        if remark_id != self._current:
            self._current = remark_id
            self._show()

    def passage(self, remark_id: str) -> Passage | None:
        """The passage of a remark; None when it is not in view."""
        return next((each for each in self.passages if each.remark_id == remark_id), None)

    def top(self, passage: Passage, inside: QWidget) -> int:
        """How far below the top of a widget a passage stands."""
        cursor = QTextCursor(passage.text.document())
        cursor.setPosition(min(passage.start, _last(passage.text)))
        spot = passage.text.cursorRect(cursor).topLeft()
        return passage.text.viewport().mapTo(inside, spot).y()

    def _show(self) -> None:
        for text in self._texts():
            # The one in focus last: it lies on top where passages overlap.
            own = [each for each in self.passages if each.text is text]
            own.sort(key=lambda each: each.remark_id == self._current)
            text.set_marks(_OWNER, [mark for each in own for mark in self._marks(each)])

    def _marks(self, passage: Passage) -> list[QTextEdit.ExtraSelection]:
        """One mark for each line of text: over several it would tint their bullets too."""
        token, line = READER_MARKS[passage.number % len(READER_MARKS)]
        shape = QTextCharFormat()
        shape.setBackground(self._theme.color(f"{token}_tint"))
        shape.setUnderlineStyle(_LINES[line])
        shape.setUnderlineColor(self._theme.color(token))
        if passage.remark_id == self._current:
            strong = self._theme.color(token)
            strong.setAlpha(_STRONG)
            shape.setBackground(strong)
        made = []
        end = min(passage.end, _last(passage.text))
        block = passage.text.document().findBlock(passage.start)
        while block.isValid() and block.position() < end:
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(block)
            cursor.setPosition(max(passage.start, block.position()))
            stop = min(end, block.position() + block.length() - 1)
            cursor.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            mark.format = shape
            if cursor.hasSelection():
                made.append(mark)
            block = block.next()
        return made

    # -- following the texts -----------------------------------------------------------------------

    def _follow(self) -> None:
        for text in self._texts():
            if text not in self._followed:
                self._followed.append(text)
                text.textChanged.connect(self.moved)
                text.installEventFilter(self)
                text.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self.moved.emit()
        elif isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            if event.type() == QEvent.Type.MouseButtonPress:
                self._pressed = event.position().toPoint()
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._on_released(watched, event.position().toPoint())
        return super().eventFilter(watched, event)

    def _on_released(self, watched: QObject, spot: QPoint) -> None:
        if (spot - self._pressed).manhattanLength() > 4:
            return  # words were selected
        text = next((t for t in self._followed if t.viewport() is watched), None)
        if text is None or text.anchorAt(spot):
            return
        at = text.cursorForPosition(spot).position()
        inside = [p for p in self.passages if p.text is text and p.start <= at <= p.end]
        if inside:
            nearest = min(inside, key=lambda each: each.end - each.start)
            self.clicked.emit(nearest.remark_id)


def _last(text: RichText) -> int:
    """The last place a cursor can have in a text."""
    return text.document().characterCount() - 1


class _Words:
    """The words of one text on screen, answer for answer; each is laid out once."""

    def __init__(self, text: RichText) -> None:
        self._units = text.toPlainText().encode("utf-16-le", "surrogatepass")
        self._regions = regions(text.document())
        self._prose: dict[AnswerKey, str] = {}
        self._pairs: dict[str, tuple[Squeezed, Squeezed, Utf16]] = {}

    def find(
        self, entry: Entry, key: AnswerKey, lines: str, start: int, end: int
    ) -> tuple[int, int] | None:
        """Where a passage of an answer stands, in Qt's count; None when it is not sure."""
        if key not in self._prose:
            answer = entry.answer(key)
            self._prose[key] = anchor_text(answer.value.text).text if answer is not None else ""
        prose = self._prose[key]
        before = len(lines) - len(prose)
        if start >= before and lines.endswith(prose):
            return self._find(place_name(PROSE, key), prose, start - before, end - before)
        return self._find(place_name(WHOLE, key), lines, start, end)

    def _find(self, name: str, text: str, start: int, end: int) -> tuple[int, int] | None:
        if name not in self._regions:
            return None
        begin, stop = self._regions[name]
        if name not in self._pairs:
            shown = self._units[2 * begin : 2 * stop].decode("utf-16-le", "replace")
            self._pairs[name] = Squeezed(shown), Squeezed(text), Utf16(shown)
        words, wanted, units = self._pairs[name]
        found = passage_between(words, wanted, start, end)
        return (begin + units.of(found[0]), begin + units.of(found[1])) if found else None
