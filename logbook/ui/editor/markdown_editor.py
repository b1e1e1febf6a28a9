# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The field for what people write: Markdown looks styled while typing, the text stays as typed.

Grows with its text, keeps its own undo, turns pasted formatting into Markdown. Where the text
is kept is left to whoever listens to `text_edited`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget

from logbook.core.entry import ANSWER_LIMIT
from logbook.ui.editor.cursor_edits import (
    as_lines,
    break_line_at,
    put_text,
    toggle_emphasis_at,
    toggle_private_at,
    with_change,
)
from logbook.ui.editor.editor_menu import add_writing_acts
from logbook.ui.editor.field_look import set_line_height, wrap_mode
from logbook.ui.editor.growing_field import MARGIN, GrowingField
from logbook.ui.editor.highlighter import MarkdownHighlighter
from logbook.ui.editor.links import Links
from logbook.ui.editor.pasting import can_paste, changed_sentence, read_pasted, too_long_sentence
from logbook.ui.theme import Theme

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
#: There the system itself asks for a menu at Shift+F10.
_KNOWS_SHIFT_F10 = sys.platform == "win32"

#: Puts actions in a menu for a place in the text.
MenuPart = Callable[[QMenu, QTextCursor], None]
#: Paints over the text that stands in this part of the viewport.
PaintsOver = Callable[[QPainter, QRect], None]

_SHORTCUT, _PRESS = QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress
_TIP = QEvent.Type.ToolTip
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_ENTER = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))


class MarkdownEditor(GrowingField):
    """A text field of any length. Its text goes in and out exactly as it is.

    Args:
        theme: fonts and colours; followed live.
        accessible_name: what a screen reader says; never empty.
        placeholder: shown while the field is empty.
        single_line: Enter leaves the field, pasted line ends become blanks; long text wraps.

    Signals:
        text_edited(): the user changed the text; never sent by `set_text`.
        focus_left(): the field lost the keyboard.
        cursor_moved(): the text cursor stands elsewhere, or the field grew around it.
        notice(str): a sentence about a paste that was changed or refused.
        shown(): the field came into view.
        hovered(QPoint): the mouse rests at this place of the viewport.
        next_unknown_requested(), explain_requested(): F7 and Ctrl+. were pressed.
    """

    text_edited = Signal()
    focus_left = Signal()
    notice = Signal(str)
    shown = Signal()
    hovered = Signal(object)
    next_unknown_requested = Signal()
    explain_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        accessible_name: str,
        placeholder: str = "",
        single_line: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._single_line = single_line
        self._minimum_lines = 1 if single_line else 4
        self._paints_over: PaintsOver | None = None
        self._filling = False
        self._entered = False
        self._plain_paste = False
        self._text = ""
        self._changes: list[tuple[int, int, int]] = []
        self._menu_parts: list[MenuPart] = []
        self._links: Links | None = None
        self.setProperty("role", "field")
        self.setAccessibleName(accessible_name)
        self.setPlaceholderText(placeholder)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)
        self._highlighter = MarkdownHighlighter(self.document(), theme)
        self._apply_look()
        self._connect_signals()

    def text(self) -> str:
        """The text exactly as typed, or as given to `set_text`."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show this text. Sends nothing; the same text keeps cursor and undo."""
        if text == self._text:
            return
        self._filling = True
        self._wrap_for(text, again=True)
        self.setPlainText(text)
        self._text = text
        self._apply_blocks(again=True)
        self._filling = False
        self._entered = False
        self.fit_height()

    def toggle_bold(self) -> None:
        """Make the selection or the word bold, or plain again."""
        if not self.isReadOnly():
            self.setTextCursor(toggle_emphasis_at(self.textCursor(), "**"))

    def toggle_italic(self) -> None:
        """Make the selection or the word italic, or plain again."""
        if not self.isReadOnly():
            self.setTextCursor(toggle_emphasis_at(self.textCursor(), "*"))

    def toggle_private(self) -> None:
        """Make the selection or the word "alleen voor mij", or public again."""
        if not self.isReadOnly():
            self.setTextCursor(toggle_private_at(self.textCursor(), self._text))

    def is_private_to_the_end(self) -> bool:
        """Whether a private passage was begun and not ended."""
        return self._highlighter.is_private_to_the_end()

    def paste_plain(self) -> None:
        """Paste the words of the clipboard without their formatting."""
        self._plain_paste = True
        self.paste()
        self._plain_paste = False

    def add_menu_part(self, part: MenuPart) -> None:
        """Let somebody put actions at the top of the menu, for the place it is asked at."""
        self._menu_parts.append(part)

    def set_links(self, links: Links) -> None:
        """Let these have keys and clicks that are for a link."""
        self._links = links

    def set_paints_over(self, paints: PaintsOver) -> None:
        """Let somebody paint over the text, each time that it is painted."""
        self._paints_over = paints

    def replace_text(self, text: str) -> None:
        """Make the text this one as the user would: one step to undo."""
        cursor = put_text(self.document(), self._text, text)
        if cursor is not None:
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._paints_over is not None:
            with QPainter(self.viewport()) as painter:
                self._paints_over(painter, event.rect())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key not in _SPECIAL:  # a letter; this is as short as it can be
            super().keyPressEvent(event)
            return
        modifiers = event.modifiers() & ~_KEYPAD
        if key in _ENTER:
            if modifiers & ~_SHIFT:
                event.ignore()
            elif self._single_line:
                self.focusNextChild()
            else:
                self._break_line(plain=bool(modifiers & _SHIFT))
        elif (act := _ACTS.get((modifiers, key))) is not None:
            act(self)
        elif modifiers == _CONTROL and key == Qt.Key.Key_Period:
            self.explain_requested.emit()
        elif key == Qt.Key.Key_F7 and not modifiers:
            self.next_unknown_requested.emit()
        elif key == Qt.Key.Key_F10 and modifiers == _SHIFT and not _KNOWS_SHIFT_F10:
            self._open_menu(self.textCursor(), self.cursorRect().bottomLeft())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if kind is _SHORTCUT or kind is _PRESS:
            assert isinstance(event, QKeyEvent)
            links = self._links
            if links is not None and links.wants(event):
                if kind is _SHORTCUT:
                    event.accept()
                    return True
                if links.press(event):
                    return True
            # Our keys are for the text, also when a window action listens to them.
            if kind is _SHORTCUT and (event.modifiers(), event.key()) in _ACTS:
                event.accept()
                return True
        elif kind is _TIP and isinstance(event, QHelpEvent):
            point = self.viewport().mapFrom(self, event.pos())
            if self._links is not None and self._links.tell(point, event.globalPos()):
                return True
            self.hovered.emit(point)
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._links is None or not self._links.click(event):
            super().mouseReleaseEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        if self._links is not None:
            self._links.close()
        super().hideEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # One goes on where the text ends; a mouse says itself where.
        if not self._entered and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.moveCursor(QTextCursor.MoveOperation.End)
        self._entered = True
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self._links is not None:
            self._links.close()
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.focus_left.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ReadOnlyChange:
            self.setTextInteractionFlags(
                self.textInteractionFlags() | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._open_menu(self.textCursor(), self.cursorRect().bottomLeft())
        else:
            self._open_menu(self.cursorForPosition(event.pos()), event.pos())

    def _open_menu(self, cursor: QTextCursor, at: QPoint) -> None:
        menu = self.createStandardContextMenu(at)
        for part in self._menu_parts:
            part(menu, cursor)
        if not self.isReadOnly():
            add_writing_acts(menu, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(at))

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(as_lines(self.textCursor().selectedText()))
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return can_paste(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        pasted = read_pasted(source, plain=self._plain_paste, one_line=self._single_line)
        cursor = self.textCursor()
        left = len(self._text) - len(cursor.selectedText())
        if left + len(pasted.text) > ANSWER_LIMIT:
            self.notice.emit(too_long_sentence())
            return
        self._wrap_for(pasted.text, again=False)
        cursor.insertText(pasted.text)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        if pasted.changed:
            self.notice.emit(changed_sentence())

    def _wrap_for(self, text: str, *, again: bool) -> None:
        mode = wrap_mode(text)
        if again or mode is QTextOption.WrapMode.WrapAnywhere:
            self.setWordWrapMode(mode)

    def _break_line(self, *, plain: bool) -> None:
        cursor = self.textCursor()
        break_line_at(cursor, plain=plain)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _connect_signals(self) -> None:
        self.document().contentsChange.connect(self._on_document_contents_change)
        self.document().contentsChanged.connect(self._on_document_contents_changed)
        self.document().documentLayout().documentSizeChanged.connect(self.fit_height)
        self.cursorPositionChanged.connect(self.cursor_moved)
        self._theme.changed.connect(self._on_theme_changed)

    def _apply_look(self) -> None:
        font = self._theme.reading_font(18)
        self.setFont(font)
        self.viewport().setFont(font)  # the placeholder is painted with it
        self.document().setDefaultFont(font)
        self.document().setDocumentMargin(MARGIN)
        self._filling = True
        self._apply_blocks(again=False)
        self._filling = False
        self.fit_height()

    def _apply_blocks(self, *, again: bool) -> None:
        """Give every line its height; costs the undo of before, so only for new text (`again`)
        or another type.
        """
        natural = QFontMetricsF(self.font()).height()
        percent = round(max(100.0, 100.0 * self._theme.px(18) * self._theme.line_height / natural))
        present = self.document().firstBlock().blockFormat().lineHeight()
        if again or abs(percent - present) > 2:
            set_line_height(self.document(), percent)

    @Slot(int, int, int)
    def _on_document_contents_change(self, position: int, removed: int, added: int) -> None:
        if not self._filling:
            self._changes.append((position, removed, added))

    @Slot()
    def _on_document_contents_changed(self) -> None:
        changes, self._changes = self._changes, []
        if self._filling:
            return
        # Of a long text only what changed is read: all of it at every key would be felt.
        text = with_change(self._text, self.document(), changes)
        if text is None:
            text = as_lines(self.document().toRawText())
        if text != self._text:
            self._text = text
            self.text_edited.emit()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._apply_look()


_ACTS: dict[tuple[Qt.KeyboardModifier, int], Callable[[MarkdownEditor], None]] = {
    (_CONTROL, Qt.Key.Key_B): MarkdownEditor.toggle_bold,
    (_CONTROL, Qt.Key.Key_I): MarkdownEditor.toggle_italic,
    (_CONTROL | _SHIFT, Qt.Key.Key_V): MarkdownEditor.paste_plain,
    (_CONTROL | _SHIFT, Qt.Key.Key_P): MarkdownEditor.toggle_private,
}
#: All keys that do something of ours.
_SPECIAL = _ENTER | {
    Qt.Key.Key_Period,
    Qt.Key.Key_F7,
    Qt.Key.Key_F10,
    *(Qt.Key(key) for _, key in _ACTS),
}
