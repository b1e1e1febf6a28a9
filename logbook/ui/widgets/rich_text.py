# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Sanitised HTML to read, in the fonts and colours of the theme; loads nothing from outside."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QTextEdit, QWidget

from logbook.ui.theme import Theme

#: A picture that lost its address when the text was cleaned; Qt would look for a file without name.
_NO_ADDRESS = re.compile(r'<img(?: (?!src=)[\w-]+="[^"]*")*>')


class RichText(QTextBrowser):
    """Shows HTML that was sanitised before, as high as its content.

    Args:
        px: the size of the text at 100 %.
        reading: the reading type; otherwise the interface type.
        picture: gives the picture (QImage, QPixmap or bytes) for an address in the text, or None.

    Signals:
        link_activated(str): the address of a link that was chosen; nothing is opened here.
    """

    link_activated = Signal(str)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        px: float = 16,
        reading: bool = True,
        token: str = "ink",
        picture: Callable[[str], object | None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._px = px
        self._reading = reading
        self._token = token
        self._picture = picture
        self._html = ""
        self._has_links = False
        self._marks: dict[str, list[QTextEdit.ExtraSelection]] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setOpenLinks(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._on_anchor_clicked)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_html(self, html: str) -> None:
        """Show this HTML; it must have been sanitised."""
        html = _NO_ADDRESS.sub("", html)
        self._html = html
        self._has_links = "<a " in html
        self.setHtml(html)
        # Only text with links is worth a stop of the Tab key.
        focus = Qt.FocusPolicy.StrongFocus if self._has_links else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(focus)
        if not self.accessibleName():
            self.setAccessibleName(self.toPlainText()[:80] or self.tr("Tekst"))
        self._fit()

    def set_marks(self, owner: str, marks: list[QTextEdit.ExtraSelection]) -> None:
        """Mark places in the text; marks of other owners stay, later owners lie on top."""
        self._marks[owner] = marks
        self.setExtraSelections([mark for each in self._marks.values() for mark in each])

    def loadResource(self, _kind: int, name: QUrl | str) -> object | None:
        address = name.toString() if isinstance(name, QUrl) else str(name)
        found = self._picture(address) if self._picture is not None else None
        # Without an answer Qt would look for a file of that name itself.
        return nothing() if found is None else found

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.viewport().width(), 120)))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.height())

    def heightForWidth(self, width: int) -> int:
        size = self.document().size()
        if abs(self.document().textWidth() - width) < 1:
            return int(size.height()) + 2
        probe = self.document().clone()
        probe.setTextWidth(width)
        return int(probe.size().height()) + 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, not the text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The arrow keys and page keys belong to the page that scrolls.
        if event.key() in (
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
            Qt.Key.Key_PageUp,
            Qt.Key.Key_PageDown,
        ):
            event.ignore()
            return
        super().keyPressEvent(event)

    @Slot()
    def _fit(self) -> None:
        height = int(self.document().size().height()) + 2
        if height != self.minimumHeight():
            self.setFixedHeight(height)
            self.updateGeometry()

    @Slot(QUrl)
    def _on_anchor_clicked(self, address: QUrl) -> None:
        self.link_activated.emit(address.toString())

    @Slot()
    def _on_theme_changed(self) -> None:
        theme = self._theme
        font = theme.reading_font(self._px) if self._reading else theme.ui_font(self._px)
        self.document().setDefaultFont(font)
        self.document().setIndentWidth(theme.px(24))
        self.document().setDefaultStyleSheet(self._css(theme))
        if self._html:
            self.setHtml(self._html)
            self._fit()

    def _css(self, theme: Theme) -> str:
        tokens = theme.tokens
        color = getattr(tokens, self._token)
        px = theme.px
        room = theme.line_room if self._reading else 1.0
        line, item = round(125 * room), round(120 * room)
        return (
            f"body {{ color: {color}; line-height: {line}%; }}"
            f"p, ul, ol, dl {{ color: {color}; }}"
            f"p, ul, ol {{ margin-top: 0; margin-bottom: {px(10)}px; line-height: {line}%; }}"
            f"li {{ margin-bottom: {px(4)}px; line-height: {item}%; }}"
            f".private {{ background-color: {tokens.ochre_tint}; }}"
            f".private-mark {{ color: {tokens.muted}; }}"
            f"h1, h2 {{ font-size: {px(self._px * 1.28)}px; font-weight: 600;"
            f" margin-top: {px(18)}px; margin-bottom: {px(6)}px; }}"
            f"h3, h4 {{ font-size: {px(self._px * 1.08)}px; font-weight: 600;"
            f" margin-top: {px(14)}px; margin-bottom: {px(4)}px; }}"
            f"a {{ color: {tokens.accent}; text-decoration: underline; }}"
            f"blockquote {{ color: {tokens.muted}; margin-left: {px(16)}px; }}"
            f"code, pre {{ background-color: {tokens.panel}; }}"
            f"table {{ border-collapse: collapse; border-color: {tokens.line}; }}"
            f"th {{ background-color: {tokens.panel}; padding: {px(6)}px; text-align: left; }}"
            f"td {{ padding: {px(6)}px; }}"
        )


def nothing() -> QImage:
    """An empty picture: what stands for everything that is not loaded."""
    empty = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    empty.fill(0)
    return empty
