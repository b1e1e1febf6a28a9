# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One card that can be pressed and dragged: a frame, its face, and words below it.

Draws itself only when it comes into view. Knows nothing of how many cards may be chosen.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QEnterEvent,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from logbook import texts
from logbook.ui.exercise.cards.faces import Face, FaceKind
from logbook.ui.exercise.cards.painting import SHAPE, paint_face
from logbook.ui.exercise.move_keys import OnlySpace, claims_move
from logbook.ui.theme import Theme

_MARGIN = 9
_GAP = 7
_RADIUS = 12
_BADGE = 24


class CardTile(OnlySpace, QPushButton):
    """A card with `title` and `lines` of text below its face.

    Args:
        lines: how many lines the text below the title may take (0 for none).
        draggable: whether the user can drag it to another place.

    Signals:
        double_pressed(str): double click; the payload is the card's reference.
        dragged(str, QPoint): the card is held above this place of the screen.
        dropped(str, QPoint): and was let go there.
    """

    double_pressed = Signal(str)
    dragged = Signal(str, QPoint)
    dropped = Signal(str, QPoint)

    def __init__(
        self, theme: Theme, face: Face, lines: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._face = face
        self._lines = lines
        self._title = face.title
        self._text = ""
        self._rank = 0
        self._marked = False
        self._landing = False
        self._press: QPoint | None = None
        self._dragging = False
        self.draggable = False
        self.setProperty("reached_otherwise", True)  # with the arrow keys, see TileArea
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._on_theme_changed)
        self._tell_name()

    @property
    def face(self) -> Face:
        """The card that is shown."""
        return self._face

    @property
    def rank(self) -> int:
        """Its place among the chosen cards from 1; 0 when it is not chosen."""
        return self._rank

    def set_face(self, face: Face) -> None:
        """Show another face, or the same one with other words."""
        self._face = face
        self._title = face.title
        self._tell_name()
        self.update()

    def set_words(self, title: str, text: str) -> None:
        """The words below the face; the card's own title when `title` is empty."""
        self._title = title or self._face.title
        self._text = text
        self._tell_name()
        self.update()

    def set_rank(self, rank: int) -> None:
        """Its place among the chosen cards; 0 when it is not chosen."""
        self._rank = rank
        self._tell_name()
        self.update()

    def set_marked(self, marked: bool) -> None:
        """Whether this is the card in hand (a frame in the accent colour)."""
        self._marked = marked
        self.update()

    def set_landing(self, landing: bool) -> None:
        """Whether a dragged card would land here."""
        if landing != self._landing:
            self._landing = landing
            self.update()

    def _tell_name(self) -> None:
        parts = [self._face.spoken]
        if self._title != self._face.title:
            parts.insert(0, self._title)
        if self._rank:
            parts.append(self.tr("Gekozen als {rank}").format(rank=texts.ordinal(self._rank)))
        self.setAccessibleName(". ".join(part.rstrip(".") for part in parts))

    # --- size and painting

    def sizeHint(self) -> QSize:
        width = self._theme.px(160)
        return QSize(width, self.height_for(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self.height_for(self._theme.px(80)))

    def height_for(self, width: int) -> int:
        """The height of a tile of this width."""
        margin = self._theme.px(_MARGIN)
        title = QFontMetrics(self._title_font()).lineSpacing() * self.title_lines
        below = QFontMetrics(self._text_font()).lineSpacing() * self._lines
        return (
            round((width - 2 * margin) * SHAPE) + title + below + 2 * margin + self._theme.px(_GAP)
        )

    @property
    def title_lines(self) -> int:
        """How many lines the title takes: none when the face says it."""
        return 0 if self._is_word and not self._own_title else 1

    @property
    def _is_word(self) -> bool:
        return self._face.kind is not FaceKind.PICTURE

    @property
    def _own_title(self) -> bool:
        return self._title != self._face.title

    def _title_font(self):
        return self._theme.ui_font(13, 600 if self._lines and not self._is_word else 400)

    def _text_font(self):
        return self._theme.ui_font(12.5)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        margin = theme.px(_MARGIN)
        width = self.width() - 2 * margin
        picture = QRect(margin, margin, width, round(width * SHAPE))
        paint_face(painter, picture, self._face, theme)
        top = picture.bottom() + theme.px(_GAP)
        top = self._paint_title(painter, QRect(margin, top, width, self.height() - top))
        self._paint_text(painter, QRect(margin, top, width, self.height() - top - margin // 2))
        if self._rank:
            self._paint_rank(painter, picture.topLeft())
        painter.end()

    def _paint_frame(self, painter: QPainter) -> None:
        theme = self._theme
        strong = self._marked or (self._rank and self.isCheckable()) or self._landing
        frame = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setBrush(theme.color("accent_tint" if self._landing else "card"))
        pen = QPen(theme.color("accent" if strong else "line"), 2 if strong else 1)
        painter.setPen(pen)
        radius = theme.px(_RADIUS)
        painter.drawRoundedRect(frame, radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("ink"), 1.5))
            painter.drawRoundedRect(frame.adjusted(3.5, 3.5, -3.5, -3.5), radius - 3, radius - 3)

    def _paint_title(self, painter: QPainter, rect: QRect) -> int:
        if not self.title_lines:
            return rect.top()
        painter.setFont(self._title_font())
        painter.setPen(self._theme.color("ink"))
        metrics = painter.fontMetrics()
        line = QRect(rect.left(), rect.top(), rect.width(), metrics.lineSpacing())
        title = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        return line.bottom() + 1

    def _paint_text(self, painter: QPainter, rect: QRect) -> None:
        text = self._text or (self._face.description if self._is_word else "")
        if not self._lines or not text:
            return
        painter.setFont(self._text_font())
        painter.setPen(self._theme.color("muted"))
        for number, line in enumerate(
            _lines(text, painter.fontMetrics(), rect.width(), self._lines)
        ):
            top = rect.top() + number * painter.fontMetrics().lineSpacing()
            place = QRect(rect.left(), top, rect.width(), painter.fontMetrics().lineSpacing())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft, line)

    def _paint_rank(self, painter: QPainter, corner: QPoint) -> None:
        theme = self._theme
        size, inset = theme.px(_BADGE), theme.px(6)
        badge = QRect(corner.x() + inset, corner.y() + inset, size, size)
        painter.setPen(QPen(theme.color("card"), 1.5))
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(badge)
        painter.setPen(theme.color("accent_ink"))
        painter.setFont(theme.ui_font(13, 600))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(self._rank))

    # --- events

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.setToolTip(self._face.description if self._face.kind is FaceKind.PICTURE else "")

    def event(self, event: QEvent) -> bool:
        return claims_move(event) or super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press = event.position().toPoint()
        self._dragging = False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is None or not self.draggable:
            super().mouseMoveEvent(event)
            return
        far = (event.position().toPoint() - self._press).manhattanLength()
        if not self._dragging and far >= QApplication.startDragDistance():
            self._dragging = True
            self.setDown(False)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self.dragged.emit(self._face.ref, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._press = None
        if self._dragging:
            self._dragging = False
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.dropped.emit(self._face.ref, event.globalPosition().toPoint())
            return
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._press = None
        event.accept()
        self.double_pressed.emit(self._face.ref)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


def _lines(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """A text broken between words into at most so many lines, the last one cut with `…`."""
    words, lines, line = text.split(), [], ""
    for position, word in enumerate(words):
        longer = f"{line} {word}".strip()
        if line and metrics.horizontalAdvance(longer) > width:
            lines.append(line)
            line = word
            if len(lines) == most - 1:
                line = " ".join(words[position:])
                break
        else:
            line = longer
    lines.append(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width))
    return lines[:most]
