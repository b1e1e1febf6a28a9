# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Links between entries while writing: `[[` offers titles, Ctrl+Enter or Ctrl+click follows a link.

The keyboard stays in the text: arrows choose, Enter and Tab insert, Escape leaves what was typed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from logbook.core.entry_links import link_to
from logbook.core.errors import LogbookError
from logbook.core.kept import LinkedEntry
from logbook.ui.editor.entry_link import OPENING, Typed, entry_at, typed_before
from logbook.ui.editor.markdown_editor import MarkdownEditor
from logbook.ui.theme import Theme
from logbook.ui.widgets.dates import local_day, short_day

_WIDTH = 380
_ROWS = 6
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN = frozenset((*_ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down))

#: Gives the entries whose titles have these words.
Titles = Callable[[str], Sequence[LinkedEntry]]


class LinkPopup(QFrame):
    """Titles with their day, below the text cursor; never takes the keyboard.

    Signals:
        chosen(LinkedEntry): the mouse chose one.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._found: tuple[LinkedEntry, ...] = ()
        self.setProperty("role", "popover")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QVBoxLayout(self)
        body.setContentsMargins(5, 5, 5, 5)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Bijdragen om naar te verwijzen"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._on_item_clicked)
        body.addWidget(self.list)
        self.hide()

    @property
    def current(self) -> LinkedEntry | None:
        """The entry that Enter takes."""
        row = self.list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def offer(self, found: Sequence[LinkedEntry], editor: MarkdownEditor) -> None:
        """Show these below the text cursor of a field, or above it when there is no room."""
        self._found = tuple(found)
        self.list.clear()
        window = editor.window()
        width = min(self._theme.px(_WIDTH), window.width() - 16)
        for entry in self._found:
            item = QListWidgetItem(self._line(entry, width - self._theme.px(40)), self.list)
            item.setToolTip(entry.title)
        self.list.setCurrentRow(0)
        rows = min(len(self._found), _ROWS) * max(self.list.sizeHintForRow(0), 1)
        self.list.setFixedHeight(rows + 4)
        self.resize(width, rows + 16)
        cursor = editor.cursorRect()
        below = editor.viewport().mapTo(window, cursor.bottomLeft() + QPoint(0, 4))
        if below.y() + self.height() > window.height():
            above = editor.viewport().mapTo(window, cursor.topLeft() - QPoint(0, 4))
            below.setY(max(above.y() - self.height(), 0))
        below.setX(max(8, min(below.x(), window.width() - width - 8)))
        self.move(below)
        self.show()
        self.raise_()
        self._say(editor)

    def step(self, step: int, editor: MarkdownEditor) -> None:
        """To the next or the one before; round at the ends."""
        count = self.list.count()
        self.list.setCurrentRow((self.list.currentRow() + step) % max(count, 1))
        self._say(editor)

    def _line(self, entry: LinkedEntry, width: int) -> str:
        """`Titel · 12 nov`, of which only the title gives way."""
        day = f" · {short_day(local_day(entry.created_at))}" if entry.created_at else ""
        metrics = self.list.fontMetrics()
        room = width - metrics.horizontalAdvance(day)
        return metrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, room) + day

    def _say(self, editor: MarkdownEditor) -> None:
        item = self.list.currentItem()
        if item is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(editor, item.text()))

    @Slot(QListWidgetItem)
    def _on_item_clicked(self, _item: QListWidgetItem) -> None:
        self.chosen.emit(self.current)


class EntryLinks(QObject):
    """Gives one field its links; lives as long as that field.

    Args:
        titles: gives entries to link to.
        own_id: the entry that is written, which is not offered.

    Signals:
        entry_requested(str): open the entry with this id.
    """

    entry_requested = Signal(str)

    def __init__(self, editor: MarkdownEditor, theme: Theme, titles: Titles, own_id: str) -> None:
        super().__init__(editor)
        self._editor = editor
        self._theme = theme
        self._titles = titles
        self._own_id = own_id
        self._dismissed: tuple[int, int] | None = None
        self.popup: LinkPopup | None = None
        # The cursor follows the text only after it was told.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._offer)
        editor.text_edited.connect(self._soon.start)
        editor.cursor_moved.connect(self._on_cursor_moved)
        editor.set_links(self)
        editor.destroyed.connect(self._on_editor_destroyed)

    @property
    def is_open(self) -> bool:
        """Whether titles are offered now."""
        return self.popup is not None and self.popup.isVisible()

    # -- keys and mouse ----------------------------------------------------------------------------

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key is for a link and not for the text."""
        key = event.key()
        if key not in _OWN:
            return False
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ENTER and modifiers == Qt.KeyboardModifier.ControlModifier:
            return bool(self._entry_at_cursor())
        return self.is_open and modifiers == Qt.KeyboardModifier.NoModifier

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks that is for a link; whether that is all it does."""
        if not self.is_open or self.popup is None:
            self.entry_requested.emit(self._entry_at_cursor())
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.popup.step(1 if event.key() == Qt.Key.Key_Down else -1, self._editor)
        elif event.key() == Qt.Key.Key_Escape:
            self._dismissed = self._opening(self._typed())
            self.close()
        else:
            self._insert(self.popup.current)
        return True

    def click(self, event: QMouseEvent) -> bool:
        """Follow the link under a Ctrl+click; whether there is one."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if not control or event.button() != Qt.MouseButton.LeftButton:
            return False
        found = self._entry_at_point(event.position().toPoint())
        if found:
            self.entry_requested.emit(found)
        return bool(found)

    def tell(self, point: QPoint, on_screen: QPoint) -> bool:
        """Say what opens the link at this place of the viewport; whether there is one."""
        found = self._entry_at_point(point)
        if found:
            hint = self.tr("Ctrl+klik of Ctrl+Enter opent deze bijdrage")
            QToolTip.showText(on_screen, hint, self._editor)
        return bool(found)

    def _entry_at_point(self, point: QPoint) -> str:
        return _entry_of(self._editor.cursorForPosition(point))

    def _entry_at_cursor(self) -> str:
        return _entry_of(self._editor.textCursor())

    # -- offering ----------------------------------------------------------------------------------

    def _typed(self) -> Typed | None:
        cursor = self._editor.textCursor()
        line = cursor.block().text()
        if OPENING not in line or cursor.hasSelection() or self._editor.isReadOnly():
            return None
        return typed_before(*_before(cursor, line))

    def _opening(self, typed: Typed | None) -> tuple[int, int] | None:
        """Line and place of the opening that is typed behind."""
        return (self._editor.textCursor().blockNumber(), typed.start) if typed else None

    @Slot()
    def _offer(self) -> None:
        typed = self._typed()
        opening = self._opening(typed)
        if typed is None or opening is None:
            self._dismissed = None
        if typed is None or opening == self._dismissed or not self._editor.hasFocus():
            self.close()
            return
        try:
            found = [each for each in self._titles(typed.words) if each.id != self._own_id]
        except LogbookError:
            found = []  # writing goes on; a link can be made later
        if not found:
            self.close()
            return
        if self.popup is None or self.popup.parentWidget() is not self._editor.window():
            self._make_popup()
        assert self.popup is not None
        self.popup.offer(found, self._editor)

    def _make_popup(self) -> None:
        if self.popup is not None:
            self.popup.deleteLater()
        self.popup = LinkPopup(self._theme, self._editor.window())
        self.popup.chosen.connect(self._insert)

    @Slot(object)
    def _insert(self, entry: LinkedEntry | None) -> None:
        typed = self._typed()
        self.close()
        if entry is None or typed is None:
            return
        cursor = self._editor.textCursor()
        ahead = QTextCursor(cursor)
        ahead.movePosition(
            QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor, 2
        )
        length = _units(typed.words) + 2
        end = cursor.position() + (2 if ahead.selectedText() == "]]" else 0)
        start = cursor.position() - length
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(link_to(entry.id, entry.title))
        self._editor.setTextCursor(cursor)

    @Slot()
    def _on_cursor_moved(self) -> None:
        if self.is_open:
            QTimer.singleShot(0, self, self._close_elsewhere)

    @Slot()
    def _close_elsewhere(self) -> None:
        if self._typed() is None:
            self.close()

    @Slot()
    def close(self) -> None:
        """Offer nothing any more."""
        if self.popup is not None:
            self.popup.hide()

    @Slot()
    def _on_editor_destroyed(self) -> None:
        if self.popup is not None:
            self.popup.deleteLater()
            self.popup = None


def _before(cursor: QTextCursor, line: str) -> tuple[str, int]:
    """The line of a cursor, and its place there in characters."""
    units = line.encode("utf-16-le")[: cursor.positionInBlock() * 2]
    return line, len(units.decode("utf-16-le", "ignore"))


def _entry_of(cursor: QTextCursor) -> str:
    return entry_at(*_before(cursor, cursor.block().text()))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
