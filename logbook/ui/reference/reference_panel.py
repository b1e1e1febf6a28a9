# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A reference page to read beside an exercise, with a way back through the pages one followed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from logbook.core.library import ReferencePage
from logbook.services.rendering import Note, reference_in, render_html, split_notes
from logbook.ui.context import Context
from logbook.ui.reference.outside import open_outside
from logbook.ui.widgets.buttons import IconButton
from logbook.ui.widgets.columns import FlowLayout, ReadingColumn
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import Chip, PlainLabel
from logbook.ui.widgets.rich_text import RichText

_NOTE_ROLES = {"zorg": "care", "casus": "case", "tip": "tip"}
_TEXT = 15


class ReferencePanel(QWidget):
    """Shows one reference page; links to other pages are followed inside the panel.

    Signals:
        close_requested(): the user is done; the window returns the focus.
    """

    close_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._trail: list[str] = []
        self._place = -1
        self.content: QWidget | None = None
        self._build()
        self._connect_signals()

    @property
    def path(self) -> str:
        """The path of the page in view, or ""."""
        return self._trail[self._place] if self._trail else ""

    def open_page(self, path: str) -> None:
        """Show a page such as `models/referentiekader`; pages seen before stay behind it."""
        if path != self.path:
            self._trail[self._place + 1 :] = [path]
            self._place = len(self._trail) - 1
        self._show()

    @Slot()
    def go_back(self) -> None:
        """The page seen before this one."""
        if self._place > 0:
            self._place -= 1
            self._show()

    @Slot()
    def go_forward(self) -> None:
        """The page one went back from."""
        if self._place + 1 < len(self._trail):
            self._place += 1
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    # -- building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._context.theme
        self.setAccessibleName(self.tr("Naslag"))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        bar = QFrame(self)
        bar.setProperty("role", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(20, 10, 12, 10)
        row.setSpacing(4)
        row.addWidget(PlainLabel(self.tr("Naslag"), "section", bar))
        row.addStretch(1)
        self.back = IconButton("arrow-left", self.tr("Vorige pagina"), theme, bar)
        self.forward = IconButton("arrow-right", self.tr("Volgende pagina"), theme, bar)
        self.close_button = IconButton("x", self.tr("Naslag sluiten (Esc)"), theme, bar)
        for each in (self.back, self.forward, self.close_button):
            row.addWidget(each)
        body.addWidget(bar)
        self.column = ReadingColumn(theme, self, margins=(24, 20))
        self.column.setAccessibleName(self.tr("Pagina van de naslag"))
        body.addWidget(self.column, 1)

    def _connect_signals(self) -> None:
        self.back.clicked.connect(self.go_back)
        self.forward.clicked.connect(self.go_forward)
        self.close_button.clicked.connect(self.close_requested)

    def _show(self) -> None:
        page = self._context.services.content.library().pages.get(self.path)
        if self.content is not None:
            self.column.body.removeWidget(self.content)
            self.content.hide()
            self.content.deleteLater()
        self.content = self._unknown() if page is None else self._page(page)
        self.column.body.addWidget(self.content)
        self.column.body.setAlignment(self.content, Qt.AlignmentFlag.AlignTop)
        self.column.verticalScrollBar().setValue(0)
        for each in (self.back, self.forward):
            each.setVisible(len(self._trail) > 1)
        self.back.setEnabled(self._place > 0)
        self.forward.setEnabled(self._place + 1 < len(self._trail))
        self.close_button.setFocus()

    def _page(self, page: ReferencePage) -> QWidget:
        content = QWidget(self)
        body = QVBoxLayout(content)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(10)
        marks = QWidget(content)
        flow = FlowLayout(marks, 6)
        flow.addWidget(Chip(self._kind(page.kind), "accent", marks))
        if page.status == "historisch":
            flow.addWidget(Chip(self.tr("historisch"), "ochre", marks))
        body.addWidget(marks)
        self.title = PlainLabel(page.title, "page-title", content, wrap=True)
        body.addWidget(self.title)
        if page.summary:
            body.addWidget(PlainLabel(page.summary, "muted", content, wrap=True))
        body.addSpacing(4)
        for part in split_notes(page.body):
            if isinstance(part, Note):
                body.addWidget(self._note(part, content))
            else:
                body.addWidget(self._rich_text(part.markdown, content))
        if page.source:
            source = self.tr("Bron: {source}").format(source=page.source)
            body.addSpacing(8)
            body.addWidget(PlainLabel(source, "small", content, wrap=True))
        return content

    def _note(self, note: Note, parent: QWidget) -> QWidget:
        frame = CardFrame(parent, _NOTE_ROLES.get(note.kind, "tip"), 16)
        if note.title:
            frame.body.addWidget(PlainLabel(note.title, "strong", frame, wrap=True))
        frame.body.addWidget(self._rich_text(note.markdown, frame))
        return frame

    def _rich_text(self, markdown: str, parent: QWidget) -> RichText:
        text = RichText(self._context.theme, parent, px=_TEXT)
        text.set_html(render_html(markdown))
        text.link_activated.connect(self._on_link_activated)
        return text

    def _unknown(self) -> QWidget:
        content = QWidget(self)
        body = QVBoxLayout(content)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(10)
        self.title = PlainLabel(self.tr("Deze pagina is er niet"), "title", content, wrap=True)
        body.addWidget(self.title)
        words = self.tr(
            "De naslag heeft geen pagina “{path}”. Je kunt gewoon verder met de oefening."
        ).format(path=self.path)
        body.addWidget(PlainLabel(words, "muted", content, wrap=True))
        return content

    def _kind(self, kind: str) -> str:
        return {
            "model": self.tr("model"),
            "term": self.tr("begrip"),
            "list": self.tr("lijst"),
            "chooser": self.tr("keuzehulp"),
            "module": self.tr("zorgmodule"),
            "literature": self.tr("literatuur"),
        }.get(kind, kind)

    @Slot(str)
    def _on_link_activated(self, address: str) -> None:
        if page := reference_in(address):
            self.open_page(page)
        else:
            open_outside(self._context.messages, self, address)
