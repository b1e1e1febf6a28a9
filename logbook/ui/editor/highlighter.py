# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Shows Markdown styled while it is typed: `line_style` says where, this says how it looks."""

from __future__ import annotations

import re

from PySide6.QtCore import Slot
from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from logbook.ui.editor.line_style import Style, style_line
from logbook.ui.theme import Theme

# Qt counts UTF-16 units: a character outside the first plane is two of them.
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
#: The state of a line after which a private passage goes on.
_PRIVATE = 1
_BOLD = int(Style.BOLD)
#: The address of an entry in a link: there, and out of the way.
_ADDRESS_PX = 3.0
_HEADING_PX = {0: 18.0, 1: 24.0, 2: 21.5, 3: 19.5, 4: 18.0, 5: 18.0, 6: 18.0}


class MarkdownHighlighter(QSyntaxHighlighter):
    """Styles each block by itself; only whether a private passage is open comes from the last."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        self._formats: dict[tuple[int, int], QTextCharFormat] = {}
        theme.changed.connect(self._on_theme_changed)

    def highlightBlock(self, text: str) -> None:
        private = self.previousBlockState() == _PRIVATE
        if not text:
            self.setCurrentBlockState(_PRIVATE if private else 0)
            return
        line = style_line(text if text.isascii() else _ASTRAL.sub("xx", text), private)
        self.setCurrentBlockState(_PRIVATE if line.private else 0)
        if line.heading:
            self.setFormat(0, len(text) * 2, self._format(line.heading, _BOLD))
        also = _BOLD if line.heading else 0
        known = self._formats
        for start, end, look in line.runs:
            style = int(look) | also
            format_ = known.get((line.heading, style)) or self._format(line.heading, style)
            self.setFormat(start, end - start, format_)

    def is_private_to_the_end(self) -> bool:
        """Whether a private passage has no end."""
        document = self.document()
        return document is not None and document.lastBlock().userState() == _PRIVATE

    def _format(self, heading: int, style: int) -> QTextCharFormat:
        known = self._formats.get((heading, style))
        if known is None:
            known = self._formats[heading, style] = self._make_format(heading, Style(style))
        return known

    def _make_format(self, heading: int, style: Style) -> QTextCharFormat:
        format_ = QTextCharFormat()
        if heading:
            format_.setProperty(
                QTextCharFormat.Property.FontPixelSize, self._theme.px(_HEADING_PX[heading])
            )
        if style & Style.BOLD:
            format_.setFontWeight(QFont.Weight.DemiBold if heading else QFont.Weight.Bold)
        if style & (Style.ITALIC | Style.QUOTE):
            format_.setFontItalic(not style & Style.MARK)
        if style & Style.MARK:
            format_.setForeground(self._theme.color("muted"))
            format_.setFontWeight(QFont.Weight.Normal)
        elif style & Style.LINK:
            format_.setForeground(self._theme.color("accent"))
        elif style & Style.CODE:
            format_.setForeground(self._theme.color("muted"))
        if style & Style.ADDRESS:
            format_.setProperty(QTextCharFormat.Property.FontPixelSize, self._theme.px(_ADDRESS_PX))
        if style & Style.PRIVATE:
            format_.setBackground(self._theme.color("ochre_tint"))
            format_.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            format_.setUnderlineColor(self._theme.color("muted"))
        return format_

    @Slot()
    def _on_theme_changed(self) -> None:
        self._formats.clear()
        self.rehighlight()
