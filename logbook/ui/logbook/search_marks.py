# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Marks what was looked for in the entry that is read, and walks along the places.

Works on the texts in view, whoever fills them: a tint and a line below, never colour alone. The
place one stands at has a stronger tint.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from logbook.core.query import EMPTY, Query
from logbook.core.snippets import highlights
from logbook.ui.logbook.reading_pane import ReadingPane
from logbook.ui.theme import Theme
from logbook.ui.widgets.marked_label import MarkedLabel
from logbook.ui.widgets.rich_text import RichText


class Place(NamedTuple):
    """One place in a text, in Qt's count."""

    text: RichText
    start: int
    end: int


class SearchMarks(QObject):
    """Marks in one reading pane.

    Signals:
        changed(int, int): the number of the place one stands at, and how many there are.
    """

    changed = Signal(int, int)

    def __init__(self, pane: ReadingPane, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pane = pane
        self._theme = theme
        self._query = EMPTY
        self._places: list[Place] = []
        self._current = -1
        self._entry = ""
        self._wanted = ""
        self._followed: set[QWidget] = set()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        theme.changed.connect(self._soon.start)
        self._follow()

    @property
    def count(self) -> int:
        """How many places there are."""
        return len(self._places)

    @property
    def number(self) -> int:
        """At which place one stands, from 1; 0 for none."""
        return self._current + 1

    def set_query(self, query: Query) -> None:
        """Mark what this query looks for from now on."""
        if query.groups != self._query.groups:
            self._query = query
            self._current = -1
            self.refresh()

    def go(self, step: int) -> bool:
        """Go to the next (1) or the previous (-1) place; False beyond the last or first."""
        if not self._places:
            return False
        wanted = self._current + step if self._current >= 0 else (0 if step > 0 else self.count - 1)
        if not 0 <= wanted < self.count:
            return False
        self._current = wanted
        self._show()
        self._scroll()
        self.changed.emit(self.number, self.count)
        return True

    def start_at(self, entry_id: str, step: int) -> None:
        """Go to the first or the last place of this entry as soon as it is shown."""
        self._wanted = f"{step}{entry_id}"

    @Slot()
    def refresh(self) -> None:
        """Find the places anew in what is shown now."""
        self._follow()
        shown = self._pane.shown
        entry_id = shown.entry.id if shown is not None else ""
        if entry_id != self._entry:
            self._entry, self._current = entry_id, -1
        self._places = []
        if shown is not None:
            title = self._pane.title
            if isinstance(title, MarkedLabel):
                title.set_marks(highlights(shown.title, self._query), self._theme)
            for text in self._texts():
                words = text.toPlainText()
                places = Utf16(words)
                self._places += [
                    Place(text, places.of(start), places.of(end))
                    for start, end in highlights(words, self._query)
                ]
        self._current = min(self._current, self.count - 1)
        self._show()
        for step in (1, -1):
            if self._wanted == f"{step}{entry_id}":
                self._wanted = ""
                self.go(step)
        self.changed.emit(self.number, self.count)

    def _texts(self) -> list[RichText]:
        """The texts in view from top to bottom."""
        texts = [text for text in self._all_texts() if not text.isHidden()]
        column = self._pane.scroll_area
        return sorted(texts, key=lambda text: text.mapTo(column, text.rect().topLeft()).y())

    def _all_texts(self) -> list[RichText]:
        return self._pane.scroll_area.findChildren(RichText)

    def _follow(self) -> None:
        """Notice when a text is filled anew, also one that was added later."""
        for text in self._all_texts():
            if text not in self._followed:
                self._followed.add(text)
                text.destroyed.connect(self._on_text_destroyed)
                text.textChanged.connect(self._soon.start)

    def _show(self) -> None:
        tokens = self._theme.tokens
        for text in self._all_texts():
            text.set_marks(
                "search",
                [
                    _selection(place, tokens.ochre_tint, tokens.ochre, number == self._current)
                    for number, place in enumerate(self._places)
                    if place.text is text
                ],
            )

    def _scroll(self) -> None:
        place = self._places[self._current]
        cursor = QTextCursor(place.text.document())
        cursor.setPosition(place.start)
        area = self._pane.scroll_area
        holder = self._pane.scroll_area.widget()
        if holder is None:
            return
        spot = place.text.viewport().mapTo(holder, place.text.cursorRect(cursor).center())
        area.ensureVisible(spot.x(), spot.y(), 20, min(120, area.viewport().height() // 3))

    @Slot(QObject)
    def _on_text_destroyed(self, text: QObject) -> None:
        self._followed.discard(text)  # type: ignore[arg-type]
        self._places = [place for place in self._places if place.text is not text]


def _selection(place: Place, tint: str, line: str, current: bool) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    shape = QTextCharFormat()
    shape.setBackground(QColor(tint))
    shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    shape.setUnderlineColor(QColor(line))
    if current:
        shape.setBackground(QColor(line))
        shape.setForeground(QColor(tint))
    cursor = QTextCursor(place.text.document())
    cursor.setPosition(place.start)
    cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
    selection.cursor = cursor
    selection.format = shape
    return selection


class Utf16:
    """Places of a text in units of UTF-16, as Qt counts."""

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [n for n, sign in enumerate(text) if sign > "\uffff"]

    def of(self, place: int) -> int:
        """A place in characters, in units."""
        return place + sum(number < place for number in self._wide)
