# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The text of a packet on screen: read it, select words, see where remarks stand.

The keyboard does all of it: the caret walks with the arrows, Shift selects, Z selects the next
sentence, a digit remarks.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLine,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from logbook.core.packet import RemarkKind
from logbook.ui.desk.packet_document import PacketDocument, Passage
from logbook.ui.desk.places import levels_of, places_of, sentence_beside
from logbook.ui.theme import Theme

#: Kinds of remarks in the order of their keys, 1 to 5.
KINDS = (
    RemarkKind.QUESTION,
    RemarkKind.RECOGNITION,
    RemarkKind.MIRROR,
    RemarkKind.THEORY,
    RemarkKind.TIP,
)
#: Their colour and line: never colour alone.
KIND_LOOK = {
    RemarkKind.QUESTION: ("rose", Qt.PenStyle.SolidLine),
    RemarkKind.RECOGNITION: ("ochre", Qt.PenStyle.DashLine),
    RemarkKind.MIRROR: ("blue", Qt.PenStyle.DotLine),
    RemarkKind.THEORY: ("violet", Qt.PenStyle.DashDotLine),
    RemarkKind.TIP: ("ochre", Qt.PenStyle.DashLine),
}
_FIELDS = {
    Qt.Key.Key_7: "answer",
    Qt.Key.Key_8: "general",
    Qt.Key.Key_9: "notes",
}
_KEYS = {Qt.Key(Qt.Key.Key_1.value + number): kind for number, kind in enumerate(KINDS)}
#: Room between the lines under passages that overlap, at 100 %.
_STEP = 3.5
_LEVELS = 4
_ROOM_ABOVE = 22
_TINT, _TINT_ON = 150, 255
_PLAIN_OR_SHIFT = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
_BY_ITSELF = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class Mark(NamedTuple):
    """A remark in the text."""

    remark: str
    kind: RemarkKind
    passage: Passage


class PacketReader(QTextEdit):
    """The text, to read and to select in.

    Signals:
        selection_moved(): other words are selected, or none.
        remark_requested(RemarkKind): a digit was pressed with words selected.
        starters_requested(): the key for sentences was pressed with words selected.
        field_requested(str): the key of a field: "answer", "general" or "notes".
        mark_chosen(str): a passage with a remark was clicked, or Enter pressed in it.
        resized(): the room for the text changed.
        looked_at(): the user came here with the keyboard or the mouse.
    """

    selection_moved = Signal()
    remark_requested = Signal(object)
    starters_requested = Signal()
    field_requested = Signal(str)
    mark_chosen = Signal(str)
    resized = Signal()
    looked_at = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._document: PacketDocument | None = None
        self._marks: list[Mark] = []
        self._levels: dict[str, int] = {}
        self._current = ""
        self._found: tuple[str, ...] = ()
        self.setReadOnly(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setProperty("role", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Wat de student deelde"))
        self.setAccessibleDescription(
            self.tr(
                "Selecteer woorden, of met Z een zin, en druk op een cijfer van 1 tot 5 voor een"
                " opmerking. 8 gaat naar de algemene reactie, 9 naar je notities."
            )
        )
        self.selectionChanged.connect(self.selection_moved)

    # --- showing ------------------------------------------------------------------------------

    def show_document(self, document: PacketDocument) -> None:
        """Show this document in place of another."""
        before, self._document = self._document, document
        self._marks = []
        document.setParent(self)
        self.setDocument(document)
        self.setCursorWidth(2)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setExtraSelections([])
        if before is not None:
            before.deleteLater()

    def show_words(self, words: str) -> None:
        """Show only these words, in which nothing can be remarked on."""
        self._document, self._marks = None, []
        self.setExtraSelections([])
        self.setDocument(QTextDocument(words, self))

    def show_marks(self, marks: Iterable[Mark], current: str = "") -> None:
        """Mark the passages of remarks; `current` stands out."""
        self._marks = sorted(marks, key=lambda m: self._first_of(m))
        self._current = current
        spans = {mark.remark: self._spans(mark) for mark in self._marks}
        self._levels = levels_of({r: (s[0][0], s[-1][1]) for r, s in spans.items() if s}, _LEVELS)
        self._tint()
        self.viewport().update()

    def set_current(self, remark: str) -> None:
        """Let the passage of a remark stand out, and bring it into view."""
        self._current = remark
        self._tint()
        self.viewport().update()

    def show_remark(self, remark: str) -> None:
        """Scroll to the passage of a remark."""
        for mark in self._marks:
            spans = self._spans(mark)
            if mark.remark == remark and spans:
                cursor = QTextCursor(self.document())
                cursor.setPosition(spans[0][0])
                rect = self.cursorRect(cursor)
                if not self.viewport().rect().contains(rect):
                    bar = self.verticalScrollBar()
                    bar.setValue(bar.value() + rect.top() - self.viewport().height() // 3)

    def go_behind(self, remark: str) -> None:
        """Bring the keyboard here, with the caret behind the passage of a remark."""
        spans = [s for mark in self._marks if mark.remark == remark for s in self._spans(mark)]
        if spans:
            cursor = self.textCursor()
            cursor.setPosition(spans[-1][1])
            self.setTextCursor(cursor)
        self.setFocus()

    def show_found(self, words: tuple[str, ...]) -> None:
        """Let words that are sought stand out, in this text and in the next ones."""
        self._found = words
        self._tint()

    def go_to_found(self) -> None:
        """Bring the caret to the first place of a word that is sought."""
        places = places_of(self.toPlainText(), self._found)
        if places:
            cursor = self.textCursor()
            cursor.setPosition(places[0][0])
            self.setTextCursor(cursor)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.cursorRect().top() - self.viewport().height() // 3)

    def passage(self) -> Passage | None:
        """The selected passage, None when no words of an answer are selected."""
        cursor = self.textCursor()
        if self._document is None or not cursor.hasSelection():
            return None
        return self._document.passage(cursor.selectionStart(), cursor.selectionEnd())

    def drop_selection(self) -> None:
        """Select nothing; the caret stays where the selection ended."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def choose_sentence(self, step: int) -> None:
        """Select the next sentence of an answer from the caret on, or the one before."""
        if self._document is None:
            return
        cursor = self.textCursor()
        place = cursor.selectionEnd() if step > 0 else cursor.selectionStart()
        found = sentence_beside(self._document.lines, place, step)
        if found is not None:
            cursor.setPosition(found[0])
            cursor.setPosition(found[1], QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def place_of(self, answer: str, start: int) -> tuple[int, int]:
        """What sorts remarks in the order of the text."""
        if self._document is None:
            return 0, start
        return self._document.place_of(answer), start

    # --- marks --------------------------------------------------------------------------------

    def _first_of(self, mark: Mark) -> tuple[int, int]:
        spans = self._spans(mark)
        return spans[0] if spans else (0, 0)

    def _spans(self, mark: Mark) -> list[tuple[int, int]]:
        return self._document.spans(mark.passage) if self._document is not None else []

    def _tint(self) -> None:
        selections = []
        for start, end in places_of(self.toPlainText(), self._found):
            form = QTextCharFormat()
            form.setBackground(self._theme.color("selection"))
            selections.append(self._selection(start, end, form))
        for mark in self._marks:
            token = KIND_LOOK[mark.kind][0]
            color = QColor(getattr(self._theme.tokens, f"{token}_tint"))
            on = mark.remark == self._current
            if on:
                color = QColor(self._theme.tokens.selection)
            color.setAlpha(_TINT_ON if on else _TINT)
            for start, end in self._spans(mark):
                form = QTextCharFormat()
                form.setBackground(color)
                selections.append(self._selection(start, end, form))
        self.setExtraSelections(selections)

    def _selection(self, start: int, end: int, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.format, selection.cursor = form, cursor  # type: ignore[attr-defined]
        return selection

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._marks:
            return
        painter = QPainter(self.viewport())
        for mark in self._marks:
            self._draw_line(painter, mark, event)
        painter.end()

    def _draw_line(self, painter: QPainter, mark: Mark, event: QPaintEvent) -> None:
        token, style = KIND_LOOK[mark.kind]
        thick = 2.5 if mark.remark == self._current else 1.6
        painter.setPen(QPen(self._theme.color(token), thick * self._theme.scale, style))
        down = (1 + _STEP * self._levels.get(mark.remark, 0)) * self._theme.scale
        top = -self.verticalScrollBar().value()
        shift = QPointF(-self.horizontalScrollBar().value(), top)
        layout = self.document().documentLayout()
        for start, end in self._spans(mark):
            block = self.document().findBlock(start)
            if not block.isValid():
                continue
            place = layout.blockBoundingRect(block)
            if place.top() + top > event.rect().bottom() or place.bottom() + top < 0:
                continue
            lines = block.layout()
            for number in range(lines.lineCount()):
                line = lines.lineAt(number)
                low = max(start - block.position(), line.textStart())
                high = min(end - block.position(), line.textStart() + line.textLength())
                if low >= high:
                    continue
                x1, x2 = _x(line, low), _x(line, high)
                origin = lines.position() + shift
                y = origin.y() + line.y() + line.ascent() + line.descent() + down
                painter.drawLine(QPointF(origin.x() + x1, y), QPointF(origin.x() + x2, y))

    # --- events -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.looked_at.emit()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        key = Qt.Key(event.key()) if plain else None
        if key in _KEYS and self.passage() is not None:
            self.remark_requested.emit(_KEYS[key])
        elif key == Qt.Key.Key_6 and self.passage() is not None:
            self.starters_requested.emit()
        elif key in _FIELDS:
            self.field_requested.emit(_FIELDS[key])
        elif event.key() == Qt.Key.Key_Z and event.modifiers() in _PLAIN_OR_SHIFT:
            self.choose_sentence(-1 if event.modifiers() else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose_at(self.textCursor().position())
        elif key == Qt.Key.Key_Escape and self.textCursor().hasSelection():
            self.drop_selection()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # After a dialog or another window the keyboard comes back by itself.
        if event.reason() not in _BY_ITSELF:
            self.looked_at.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event)
        self.looked_at.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.looked_at.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if not self.textCursor().hasSelection():
            self._choose_at(self.cursorForPosition(event.position().toPoint()).position())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_column()
        self.resized.emit()

    def place_column(self) -> None:
        """Give the text a readable width, in the middle of the room there is."""
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        wanted = self._theme.px(self._theme.column_width)
        side = max(34 if room > 480 else 16, (room - wanted) // 2)
        margins = self.viewportMargins()
        if (margins.left(), margins.top()) != (side, _ROOM_ABOVE):
            self.setViewportMargins(side, _ROOM_ABOVE, side, 0)

    @Slot()
    def _choose_at(self, place: int) -> None:
        here = [
            mark.remark
            for mark in self._marks
            if any(start <= place < end for start, end in self._spans(mark))
        ]
        if not here:
            return
        # Several lie on top of each other: each time the next one.
        after = here.index(self._current) + 1 if self._current in here else 0
        self.mark_chosen.emit(here[after % len(here)])


def _x(line: QTextLine, place: int) -> float:
    """Where a place stands in a line, from the left."""
    found: Any = line.cursorToX(place)
    return float(found[0])
