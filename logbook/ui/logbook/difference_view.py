# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A text to read, or two texts as one: what went is struck through, what came is underlined."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import (
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from logbook.core.words_diff import Change, Piece
from logbook.ui.theme import Theme

_PX = 17
_LONGEST_WORD = 2000
#: Stands for a line end that went or came.
_LINE_END = "¶"
#: A screen reader is told of the first changes, in so many characters at most.
_TOLD = 1500


class DifferenceView(QTextEdit):
    """Reading type, plain text, never changed by the user."""

    def __init__(self, theme: Theme, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pieces: tuple[Piece, ...] = ()
        self.setReadOnly(True)
        self.setProperty("role", "field")
        self.setAccessibleName(accessible_name)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setUndoRedoEnabled(False)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_text(self, text: str) -> None:
        """Show a text as it is."""
        self.show_pieces((Piece(Change.SAME, text),) if text else ())

    def show_pieces(self, pieces: tuple[Piece, ...]) -> None:
        """Show what changed."""
        self._pieces = pieces
        self.setAccessibleDescription(self._told())
        self._fill()

    def _fill(self) -> None:
        longest = max((len(w) for p in self._pieces for w in p.text.split()), default=0)
        wrap = QTextOption.WrapMode
        self.setWordWrapMode(
            wrap.WrapAnywhere if longest > _LONGEST_WORD else wrap.WrapAtWordBoundaryOrAnywhere
        )
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setBlockFormat(self._block_format())
        for piece in self._pieces:
            cursor.insertText(_visible(piece), self._format(piece.change))
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _format(self, change: Change) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setForeground(self._theme.color("ink"))
        if change is Change.REMOVED:
            look.setFontStrikeOut(True)
            look.setBackground(self._theme.color("rose_tint"))
        elif change is Change.ADDED:
            look.setFontUnderline(True)
            look.setBackground(self._theme.color("accent_tint"))
        return look

    def _block_format(self) -> QTextBlockFormat:
        natural = QFontMetricsF(self.font()).height()
        wanted = self._theme.px(_PX) * self._theme.line_height
        look = QTextBlockFormat()
        look.setLineHeight(
            max(100.0, 100.0 * wanted / natural),
            QTextBlockFormat.LineHeightTypes.ProportionalHeight.value,
        )
        return look

    def _told(self) -> str:
        """The changes in words."""
        names = {Change.REMOVED: self.tr("weg: {words}"), Change.ADDED: self.tr("erbij: {words}")}
        told: list[str] = []
        for piece in self._pieces:
            if piece.change in names and piece.text.strip():
                told.append(names[piece.change].format(words=piece.text.strip()[:_TOLD]))
                if sum(map(len, told)) > _TOLD:
                    told.append("…")
                    break
        return "; ".join(told)

    @Slot()
    def _on_theme_changed(self) -> None:
        font = self._theme.reading_font(_PX)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._fill()


def _visible(piece: Piece) -> str:
    """A piece as it is shown: a line end that is all that changed gets a sign."""
    if piece.change is Change.SAME or piece.text.strip() or "\n" not in piece.text:
        return piece.text
    if piece.change is Change.ADDED:
        return piece.text.replace("\n", _LINE_END + "\n")
    return piece.text.replace("\n", _LINE_END)
