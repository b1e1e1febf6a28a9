# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Things below each other in an order that the user makes. Knows no draft.

Moving goes by dragging, by the buttons at the right, or by Alt with an arrow; each row says its
place.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from logbook import texts
from logbook.ui.exercise.blocks.line_list import DragHandle
from logbook.ui.exercise.blocks.tab_order import set_tab_order
from logbook.ui.exercise.cards.faces import Face, FaceKind
from logbook.ui.exercise.cards.limit import announce
from logbook.ui.exercise.cards.painting import FaceView
from logbook.ui.exercise.move_keys import claims_move
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import IconButton
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.rover import Rover

_PICTURE = 96
_RADIUS = 10
_MOVES: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RankRow(QPushButton):
    """One thing with its place. The row itself takes the keyboard.

    Signals:
        move_requested(int): so many places down (up, when negative).
        dragged(QPoint): held above this place of the screen.
        dropped(QPoint): let go there.
    """

    move_requested = Signal(int)
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, theme: Theme, face: Face, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._landing = False
        self._press: QPoint | None = None
        self._dragging = False
        self.face = face
        self.setProperty("role", "row")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.handle = DragHandle(theme, self)
        self.handle.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.number = PlainLabel("", "heading", self)
        self.picture: FaceView | None = None
        self.title = PlainLabel(face.title, "body", self, wrap=True)
        self.up = IconButton("arrow-up", "", theme, self, "muted", 16)
        self.down = IconButton("arrow-down", "", theme, self, "muted", 16)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(10, 7, 8, 7)
        row.setSpacing(10)
        row.addWidget(self.handle)
        row.addWidget(self.number)
        if face.kind is FaceKind.PICTURE:
            self.picture = FaceView(theme, face, _PICTURE, self)
            row.addWidget(self.picture)
        row.addWidget(self.title, 1)
        row.addWidget(self.up)
        row.addWidget(self.down)
        for inside in (self.number, self.title, *filter(None, (self.picture,))):
            inside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.up.clicked.connect(self._on_up_clicked)
        self.down.clicked.connect(self._on_down_clicked)
        for each in (self.up, self.down):
            # Tab stops at the row; Alt with an arrow does what the buttons do.
            each.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            each.setProperty("reached_otherwise", True)

    def set_face(self, face: Face) -> None:
        """Show other words for the same thing."""
        self.face = face
        self.title.setText(face.title)
        if self.picture is not None:
            self.picture.set_face(face)

    def set_place(self, rank: int, total: int, settled: bool) -> None:
        """Say where it stands; `settled` once the user made or confirmed the order."""
        self.number.setText(f"{rank}.")
        self.number.setEnabled(settled)
        place = texts.rank_place(rank, total)
        self.setAccessibleName(f"{self.face.title.rstrip('.')}, {place}")
        self.up.set_name(self.tr("{item} naar boven").format(item=self.face.title))
        self.down.set_name(self.tr("{item} naar beneden").format(item=self.face.title))
        self.up.setEnabled(rank > 1)
        self.down.setEnabled(rank < total)

    def set_landing(self, landing: bool) -> None:
        """Whether a dragged row would land here."""
        if landing != self._landing:
            self._landing = landing
            self.update()

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._row.heightForWidth(width)

    def event(self, event: QEvent) -> bool:
        return claims_move(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in _MOVES:
            self.move_requested.emit(_MOVES[event.key()])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press = event.globalPosition().toPoint()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where = event.globalPosition().toPoint()
        if self._press is None:
            return
        if self._dragging or abs(where.y() - self._press.y()) > 6:
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(where)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        dragging, self._dragging, self._press = self._dragging, False, None
        if dragging:
            self.dropped.emit(event.globalPosition().toPoint())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self.hasFocus()
        width = 2 if focus or self._landing else 1
        around = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setBrush(theme.color("accent_tint" if self._landing else "card"))
        painter.setPen(QPen(theme.color("accent" if focus or self._landing else "line"), width))
        painter.drawRoundedRect(around, _RADIUS, _RADIUS)
        painter.end()

    @Slot()
    def _on_up_clicked(self) -> None:
        self.move_requested.emit(-1)

    @Slot()
    def _on_down_clicked(self) -> None:
        self.move_requested.emit(1)


class RankList(QWidget):
    """Rows in an order.

    Signals:
        order_changed(list): the references in the order that the user made.
    """

    order_changed = Signal(list)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settled = False
        self.rows: list[RankRow] = []
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(8)
        self._rover = Rover(self)

    @property
    def order(self) -> tuple[str, ...]:
        """The references as they stand."""
        return tuple(row.face.ref for row in self.rows)

    def set_faces(self, faces: Sequence[Face], settled: bool) -> None:
        """Show these things in this order; rows that stay keep the keyboard."""
        self._settled = settled
        known = {row.face.ref: row for row in self.rows}
        rows = []
        for face in faces:
            row = known.pop(face.ref, None)
            if row is None:
                row = self._make_row(face)
            elif row.face != face:
                row.set_face(face)
            rows.append(row)
        for row in known.values():
            row.hide()
            row.deleteLater()
        self._show(rows)

    def focus(self) -> None:
        """Put the keyboard on the row where Tab would stop."""
        self._rover.focus()

    def _make_row(self, face: Face) -> RankRow:
        row = RankRow(self._theme, face, self)
        row.move_requested.connect(self._on_row_move_requested)
        row.dragged.connect(self._on_row_dragged)
        row.dropped.connect(self._on_row_dropped)
        return row

    def _show(self, rows: list[RankRow]) -> None:
        same = rows == self.rows
        stop = self._rover.current
        self.rows = rows
        for place, row in enumerate(rows):
            if self._body.indexOf(row) != place:
                self._body.removeWidget(row)
                self._body.insertWidget(place, row)
            row.set_place(place + 1, len(rows), self._settled)
        if not same:
            self._rover.set_widgets(rows)
            if stop in rows:
                self._rover.set_current(stop)  # type: ignore[arg-type]
        # New rows belong here for Tab too, before what stands below the list.
        set_tab_order(self, rows)
        if rows:
            self.setFocusProxy(self._rover.current or rows[0])

    def _move(self, row: RankRow, place: int) -> None:
        rows = [each for each in self.rows if each is not row]
        place = max(0, min(place, len(rows)))
        rows.insert(place, row)
        focused = row.hasFocus() or row.up.hasFocus() or row.down.hasFocus()
        if rows != self.rows:
            self._settled = True
            self._show(rows)
            self.order_changed.emit(list(self.order))
            announce(row, row.accessibleName())
        if focused:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_at(self, where: QPoint) -> int:
        y = self.mapFromGlobal(where).y()
        for place, row in enumerate(self.rows):
            if y < row.geometry().bottom() + 4:
                return place
        return len(self.rows) - 1

    @Slot(int)
    def _on_row_move_requested(self, down: int) -> None:
        row = self.sender()
        if isinstance(row, RankRow):
            self._move(row, self.rows.index(row) + down)

    @Slot(QPoint)
    def _on_row_dragged(self, where: QPoint) -> None:
        at = self._place_at(where)
        for place, row in enumerate(self.rows):
            row.set_landing(place == at and row is not self.sender())

    @Slot(QPoint)
    def _on_row_dropped(self, where: QPoint) -> None:
        for each in self.rows:
            each.set_landing(False)
        row = self.sender()
        if isinstance(row, RankRow):
            self._move(row, self._place_at(where))
