# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The list of Ctrl+K over the window: a field, groups of rows, what the keys do. Knows no logbook.

The keyboard stays in the field: arrows walk the list, Enter opens, Escape closes.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from logbook.ui.palette.delegate import PaletteDelegate
from logbook.ui.palette.rows import PaletteModel, Part, Row
from logbook.ui.theme import Theme
from logbook.ui.widgets.frames import Separator
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.search_field import SearchField

#: Width and the room around it, device-independent pixels at 100 % text size.
_WIDTH, _MARGIN = 640, 16
#: Where its top is: this part of the height of the window; at the edge of a window so low.
_TOP, _LOW = 0.13, 520
_FIELD = 46
#: What is typed stands above the titles.
_LEAD = 41
_VEIL = 150
#: What can be typed.
_LENGTH = 200


class PaletteView(QWidget):
    """Covers the window with a veil and stands on it.

    Signals:
        text_changed(str): the user typed.
        accepted(bool): open the current row; True when the other way of opening is asked for.
        closed(): it went away, and the keyboard is back where it was.
    """

    text_changed = Signal(str)
    accepted = Signal(bool)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._window = parent
        self._before: QWidget | None = None
        #: Whether the user chose a row since they typed.
        self.moved = False
        self.hide()
        self._build()
        self.field.textChanged.connect(self._on_field_text_changed)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._on_list_clicked)
        parent.installEventFilter(self)
        theme.changed.connect(self._dress)

    def open(self) -> None:
        """Come into view with an empty field."""
        self._before = QApplication.focusWidget()
        self.moved = False
        self.field.clear()
        self._dress()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_view(self) -> None:
        """Go away and give the keyboard back."""
        if self.isHidden():
            return
        self.hide()
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    @property
    def text(self) -> str:
        """What was typed."""
        return self.field.text()

    @property
    def current(self) -> Row | None:
        """The row that Enter opens."""
        return self.model.row_at(self.list.currentIndex().row())

    def show_parts(self, parts: Sequence[Part], count: str) -> None:
        """Show these groups; a row that the user chose stays chosen, else the first is.

        Args:
            count: how much there is, in words; "" when nothing was asked.
        """
        kept = self.current
        self.model.show(parts)
        line = self.model.line_of(kept.key) if kept is not None and self.moved else -1
        lines = self.model.lines()
        self._go_to(line if line >= 0 else (lines[0] if lines else -1))
        self.count.setText(count)
        self._fit()

    def announce(self, text: str) -> None:
        """Say something to screen readers."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, text))

    # --- building

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Zoeken in alles"))
        self.panel = QFrame(self)
        self.panel.setProperty("role", "popover")
        body = QVBoxLayout(self.panel)
        body.setContentsMargins(1, 1, 1, 1)
        body.setSpacing(0)
        self.field = SearchField(
            self.tr("Zoek een oefening, bijdrage, naslag of actie"), self._theme, self.panel
        )
        self.field.setProperty("role", "bare")
        self.field.setMaxLength(_LENGTH)
        self._top = QHBoxLayout()
        self._top.addWidget(self.field)
        body.addLayout(self._top)
        self._line = Separator(self.panel)
        body.addWidget(self._line)
        self.model = PaletteModel(self)
        self.list = _Rows(self._theme, self.panel)
        self.list.setAccessibleName(self.tr("Gevonden"))
        self.list.setProperty("role", "found")
        self.list.setModel(self.model)
        self._delegate = PaletteDelegate(self._theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._middle = QHBoxLayout()
        self._middle.addWidget(self.list)
        body.addLayout(self._middle)
        body.addWidget(Separator(self.panel))
        self._foot = QHBoxLayout()
        self.count = PlainLabel("", "small", self.panel)
        self.hint = PlainLabel("", "small", self.panel)
        self._foot.addWidget(self.count, 1)
        self._foot.addWidget(self.hint)
        body.addLayout(self._foot)

    @Slot()
    def _dress(self) -> None:
        """Take the type and the room of the theme."""
        px = self._theme.px
        self.field.setFont(self._theme.ui_font(16))
        self.field.setFixedHeight(px(_FIELD))
        self.field.setTextMargins(px(_LEAD), 0, 0, 0)
        self._top.setContentsMargins(px(6), 0, px(10), 0)
        self._foot.setContentsMargins(px(18), px(7), px(18), px(8))
        self._fit()

    def _fit(self) -> None:
        """Take the size of the window; the list as high as its rows, as far as there is room."""
        px = self._theme.px
        self.setGeometry(self._window.rect())
        width = min(px(_WIDTH), self.width() - 2 * _MARGIN)
        low = self.height() < px(_LOW)
        top = _MARGIN if low else round(self.height() * _TOP)
        self.panel.setFixedWidth(width)
        lines = range(self.model.rowCount())
        rows = sum(self._delegate.height_of(line, self.model.row_at(line)) for line in lines)
        foot = max(self.count.sizeHint().height(), 1) + px(15)
        around = px(_FIELD) + foot + px(10) + 4
        self.list.setFixedHeight(max(min(rows, self.height() - top - _MARGIN - around), 0))
        self.list.setVisible(rows > 0)
        if rows:
            self._middle.setContentsMargins(px(6), px(4), px(6), px(6))
        else:
            self._middle.setContentsMargins(0, 0, 0, 0)
        self._line.setVisible(rows > 0)
        layout = self.panel.layout()
        assert layout is not None
        layout.activate()
        # One size at once: what changes in between is painted, with all that is below the veil.
        height = self.panel.sizeHint().height()
        self.panel.setGeometry((self.width() - width) // 2, top, width, height)
        self._show_hint()
        self.list.scrollTo(self.list.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self._theme.color("background")
        color.setAlpha(_VEIL)
        QPainter(self).fillRect(event.rect(), color)

    # --- keys and mouse

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._fit()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key, control = event.key(), Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Escape:
            self.close_view()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit(bool(event.modifiers() & control))
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            pass  # nothing else takes the keyboard here
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        else:
            return self._walk(Qt.Key(key))
        return True

    def _walk(self, key: Qt.Key) -> bool:
        lines = self.model.lines()
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -self._page(),
            Qt.Key.Key_PageDown: self._page(),
            Qt.Key.Key_Home: -len(lines),
            Qt.Key.Key_End: len(lines),
        }
        if key not in steps:
            return False
        if lines:
            now = self.list.currentIndex().row()
            place = lines.index(now) if now in lines else 0
            there = place + steps[key]
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                there %= len(lines)
            self.moved = True
            self._go_to(lines[min(max(there, 0), len(lines) - 1)])
            if (row := self.current) is not None:
                self.announce(row.spoken)
        return True

    def _page(self) -> int:
        """How many rows a page has."""
        height = max(self.list.sizeHintForRow(max(self.list.currentIndex().row(), 0)), 1)
        return max(self.list.viewport().height() // height - 1, 1)

    def _go_to(self, line: int) -> None:
        index = self.model.index(line) if line >= 0 else QModelIndex()
        self.list.setCurrentIndex(index)
        if line >= 0 and line == self.model.lines()[0]:
            self.list.scrollToTop()  # with its caption
        self._show_hint()

    def _show_hint(self) -> None:
        """What the keys do, as far as there is room for it."""
        row = self.current
        parts = [self.tr("Enter opent"), self.tr("Esc sluit")] if row else [self.tr("Esc sluit")]
        if row is not None and row.other is not None:
            parts.insert(1, self.tr("Ctrl+Enter: {act}").format(act=row.other_text))
        room = self.panel.width() - self._theme.px(48) - self.count.sizeHint().width()
        metrics = self.hint.fontMetrics()
        while len(parts) > 1 and metrics.horizontalAdvance(" · ".join(parts)) > room:
            parts.pop()
        self.hint.setText(" · ".join(parts))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_view()

    @Slot(str)
    def _on_field_text_changed(self, text: str) -> None:
        self.moved = False
        self.text_changed.emit(text)

    @Slot(QModelIndex)
    def _on_list_clicked(self, index: QModelIndex) -> None:
        if self.model.row_at(index.row()) is not None:
            self.moved = True
            control = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
            self.accepted.emit(bool(control))


class _Rows(QListView):
    """Paints all of its own ground: else everything below the veil is painted with every key."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), self._theme.color("card"))
        super().paintEvent(event)
