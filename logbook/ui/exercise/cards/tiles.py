# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Tiles in rows: as many beside each other as fit, walked with the arrow keys, dragged to a place.

What pressing a tile means is left to `CardGrid` (choosing) and `CardStrip` (going to a card).
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from logbook.ui.exercise.blocks.tab_order import set_tab_order
from logbook.ui.exercise.cards.faces import Face
from logbook.ui.exercise.cards.tile import CardTile
from logbook.ui.theme import Theme

_GAP = 12
_NEXT: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


def reveal(widget: QWidget) -> None:
    """Scroll so that a widget is in view, in whatever scrolls around it."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, 24, 24)
            return
        parent = parent.parentWidget()


class TileArea(QWidget):
    """Tiles of equal size. One of them can be reached with Tab; arrows walk to the others.

    Args:
        narrowest, widest: width of a tile at 100 % text size.
        lines: lines of text below the title of a tile.

    Signals:
        pressed(str): a tile was clicked, or Space was pressed on it; in a strip also walked to.
        taken(str): a tile was clicked, or Space was pressed on it; after `pressed`.
        moved(str, int): the user moved a card to this place, counted from 0.
        double_pressed(str): double click.
        large_requested(str): Enter.
    """

    pressed = Signal(str)
    taken = Signal(str)
    double_pressed = Signal(str)
    moved = Signal(str, int)
    large_requested = Signal(str)

    def __init__(
        self, theme: Theme, narrowest: int, widest: int, lines: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrowest = narrowest
        self._widest = widest
        self._lines = lines
        self._tiles: list[CardTile] = []
        self._current = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    @property
    def tiles(self) -> tuple[CardTile, ...]:
        """The tiles in order."""
        return tuple(self._tiles)

    @property
    def current(self) -> str:
        """The card that Tab leads to; "" when there are none."""
        return self._current

    def tile(self, ref: str) -> CardTile | None:
        """The tile of a card, or None."""
        return next((tile for tile in self._tiles if tile.face.ref == ref), None)

    def set_faces(self, faces: Sequence[Face], lines: int | None = None) -> None:
        """Show these cards in this order; tiles that stay keep the focus."""
        if lines is not None and lines != self._lines:
            self._lines = lines
            self._drop(self._tiles)
            self._tiles = []
        known = {tile.face.ref: tile for tile in self._tiles}
        self._tiles = []
        for face in faces:
            tile = known.pop(face.ref, None)
            if tile is None:
                tile = self._make_tile(face)
            elif tile.face != face:
                tile.set_face(face)
            self._tiles.append(tile)
        self._drop(list(known.values()))
        set_tab_order(self, self._tiles)
        self._point_to(self._current)
        self._place()

    def focus_tile(self, ref: str, *, in_view: bool = True) -> None:
        """Put the focus on a card, and bring it into view unless what is above is read first."""
        tile = self.tile(ref)
        if tile is not None:
            self._point_to(ref)
            tile.setFocus(Qt.FocusReason.OtherFocusReason)
            if in_view:
                reveal(tile)

    def sizeHint(self) -> QSize:
        width = self._theme.px(self._narrowest) * 4
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(100), self.heightForWidth(max(self.width(), 100)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return places[-1].bottom() + 1 if places else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        tile = self.focusWidget()
        if not isinstance(tile, CardTile) or tile not in self._tiles:
            super().keyPressEvent(event)
            return
        place, key = self._tiles.index(tile), event.key()
        columns = self._columns(self.width())
        steps: dict[int, int] = {**_NEXT, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in steps:
            self._move(tile, 1 if steps[key] > 0 else -1)
        elif key in steps:
            self._walk_to(place + steps[key], abs(steps[key]) == 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk_to(0 if key == Qt.Key.Key_Home else len(self._tiles) - 1, True)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.large_requested.emit(tile.face.ref)
        else:
            super().keyPressEvent(event)

    def _make_tile(self, face: Face) -> CardTile:
        tile = CardTile(self._theme, face, self._lines, self)
        tile.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        tile.clicked.connect(self._on_tile_clicked)
        tile.double_pressed.connect(self.double_pressed)
        tile.dragged.connect(self._on_tile_dragged)
        tile.dropped.connect(self._on_tile_dropped)
        tile.show()
        return tile

    def _drop(self, tiles: Sequence[CardTile]) -> None:
        for tile in tiles:
            tile.hide()
            tile.deleteLater()

    def _walk_to(self, place: int, clamp: bool) -> None:
        if clamp:
            place = max(0, min(place, len(self._tiles) - 1))
        if 0 <= place < len(self._tiles):
            self.focus_tile(self._tiles[place].face.ref)

    def _move(self, tile: CardTile, by: int) -> None:
        if tile.rank:
            self.moved.emit(tile.face.ref, tile.rank - 1 + by)
            reveal(tile)

    def _point_to(self, ref: str) -> None:
        refs = [tile.face.ref for tile in self._tiles]
        self._current = ref if ref in refs else (refs[0] if refs else "")
        for tile in self._tiles:
            on = tile.face.ref == self._current
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)

    # --- places

    def _columns(self, width: int) -> int:
        gap, narrow = self._theme.px(_GAP), self._theme.px(self._narrowest)
        return max(1, min((width + gap) // (narrow + gap), max(1, len(self._tiles))))

    def _places(self, width: int) -> list[QRect]:
        if not self._tiles:
            return []
        columns, gap = self._columns(width), self._theme.px(_GAP)
        wide = min((width - gap * (columns - 1)) // columns, self._theme.px(self._widest))
        # Measuring type costs time: once for each make of tile, not for each tile.
        makes = {tile.title_lines: tile for tile in self._tiles}
        high = max(tile.height_for(wide) for tile in makes.values())
        return [
            QRect((n % columns) * (wide + gap), (n // columns) * (high + gap), wide, high)
            for n in range(len(self._tiles))
        ]

    def _place(self) -> None:
        for tile, place in zip(self._tiles, self._places(self.width()), strict=True):
            tile.setGeometry(place)
        self.updateGeometry()

    # --- events of tiles

    @Slot()
    def _on_tile_clicked(self) -> None:
        tile = self.sender()
        if isinstance(tile, CardTile):
            self._point_to(tile.face.ref)
            self.pressed.emit(tile.face.ref)
            self.taken.emit(tile.face.ref)

    @Slot(str, QPoint)
    def _on_tile_dragged(self, ref: str, where: QPoint) -> None:
        target = self._landing_at(ref, where)
        for tile in self._tiles:
            tile.set_landing(tile is target)

    @Slot(str, QPoint)
    def _on_tile_dropped(self, ref: str, where: QPoint) -> None:
        target = self._landing_at(ref, where)
        for tile in self._tiles:
            tile.set_landing(False)
        if target is not None:
            self.moved.emit(ref, target.rank - 1)

    def _landing_at(self, ref: str, where: QPoint) -> CardTile | None:
        here = self.mapFromGlobal(where)
        for tile in self._tiles:
            if tile.rank and tile.face.ref != ref and tile.geometry().contains(here):
                return tile
        return None

    @Slot()
    def _on_theme_changed(self) -> None:
        self._place()
        self.update()


class CardGrid(TileArea):
    """The table of cards: pressing one chooses it or puts it back."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 146, 240, 0, parent)

    def set_chosen(self, cards: Sequence[str]) -> None:
        """Show which cards are chosen, in this order."""
        for tile in self._tiles:
            rank = cards.index(tile.face.ref) + 1 if tile.face.ref in cards else 0
            tile.setCheckable(True)
            tile.setChecked(bool(rank))
            tile.draggable = bool(rank)
            if rank != tile.rank:
                tile.set_rank(rank)


class CardStrip(TileArea):
    """The chosen cards in a row, with words below each; pressing one takes it in hand."""

    def __init__(
        self, theme: Theme, movable: bool, lines: int = 3, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, 132, 200, lines, parent)
        self._movable = movable

    def set_faces(self, faces: Sequence[Face], lines: int | None = None) -> None:
        super().set_faces(faces, lines)
        if not self._movable:
            return
        for number, tile in enumerate(self._tiles, 1):
            tile.draggable = True
            if tile.rank != number:
                tile.set_rank(number)

    def mark(self, ref: str) -> None:
        """Show which card is in hand."""
        self._point_to(ref)
        for tile in self._tiles:
            tile.set_marked(tile.face.ref == ref)

    def _walk_to(self, place: int, clamp: bool) -> None:
        super()._walk_to(place, clamp)
        self.pressed.emit(self.current)

    def _move(self, tile: CardTile, by: int) -> None:
        if self._movable:
            super()._move(tile, by)
