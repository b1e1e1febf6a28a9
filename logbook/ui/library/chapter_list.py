# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The chapters as a column: a ring with the count, number and title, grouped by part."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from logbook import texts
from logbook.core.progress import ChapterProgress
from logbook.ui.library.extras import EXTRA
from logbook.ui.theme import Theme
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.ring import Ring
from logbook.ui.widgets.rover import Rover
from logbook.ui.widgets.row_button import RowButton

_RING = 36


class ChapterItem(RowButton):
    """One chapter in the column."""

    def __init__(
        self, chapter: ChapterProgress, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.number = chapter.chapter.number
        self.setCheckable(True)
        self.setAutoExclusive(True)
        edge = 9 if self.number == EXTRA else 5
        self.row.setContentsMargins(12, edge, 12, edge)
        self._theme = theme
        self._sign = self._ring = None
        if self.number == EXTRA:
            self._sign = QLabel(self)
            self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.add_passive(self._sign)
            theme.changed.connect(self._show_sign)
            self._show_sign()
        else:
            self._ring = Ring(chapter.done, chapter.total, theme, _RING, self)
            self.add_passive(self._ring)
        words = QWidget(self)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        self._name = self.tr("Hoofdstuk {number}").format(number=self.number)
        if self._ring is not None:
            column.addWidget(PlainLabel(self._name, "small", words))
        self._title = PlainLabel(chapter.chapter.title, "strong", words, wrap=True)
        column.addWidget(self._title)
        self.add_passive(words, 1)
        self.set_chapter(chapter)

    def set_chapter(self, chapter: ChapterProgress) -> None:
        """Show another count of the same chapter."""
        title = chapter.chapter.title
        self._title.setText(title)
        if self._ring is None:
            self.setAccessibleName(f"{title}, {texts.exercises(chapter.total)}")
            return
        self._ring.set_count(chapter.done, chapter.total)
        facts = texts.exercises_done(chapter.done, chapter.total)
        self.setAccessibleName(f"{self._name}, {title}, {facts}")

    @Slot()
    def _show_sign(self) -> None:
        if self._sign is not None:
            self._sign.setFixedWidth(self._theme.px(_RING))
            self._sign.setPixmap(self._theme.pixmap("library", 20, "muted"))


class ChapterList(QScrollArea):
    """The column of chapters; one is chosen.

    Signals:
        chapter_chosen(int): the user went to this chapter.
        entered(): the user wants to go on to its exercises (Enter or Right).
    """

    chapter_chosen = Signal(int)
    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items: list[ChapterItem] = []
        self._shape: tuple[tuple[int, str], ...] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rover = Rover(self, out=(Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter))
        self._rover.moved.connect(self._on_rover_moved)
        self._rover.left_behind.connect(self.entered)

    def set_chapters(self, chapters: Sequence[ChapterProgress]) -> None:
        """Show these chapters; items are kept when only counts differ."""
        shape = tuple((c.chapter.number, c.chapter.part) for c in chapters)
        if shape == self._shape and self._items:
            for item, chapter in zip(self._items, chapters, strict=True):
                item.set_chapter(chapter)
            self._show_total(chapters)
            return
        self._shape = shape
        self._build(chapters)

    def set_current(self, number: int | None) -> None:
        """Mark a chapter as chosen; None marks none."""
        for item in self._items:
            item.setAutoExclusive(False)
            item.setChecked(item.number == number)
            item.setAutoExclusive(True)
            if item.number == number:
                self._rover.set_current(item)
                self.ensureWidgetVisible(item, 0, 0)

    def focus(self) -> None:
        """Bring the focus to the chosen chapter."""
        self._rover.focus()

    def _build(self, chapters: Sequence[ChapterProgress]) -> None:
        holder = QWidget()
        holder.setProperty("role", "scrolled")
        column = QVBoxLayout(holder)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(1)
        self._items = []
        heading = PlainLabel(self.tr("Hoofdstukken"), "section", holder)
        heading.setContentsMargins(12, 4, 12, 6)
        column.addWidget(heading)
        part = ""
        for chapter in chapters:
            if chapter.chapter.part and chapter.chapter.part != part:
                heading = PlainLabel(part_title(chapter.chapter.part), "section", holder)
                heading.setContentsMargins(12, 10, 12, 3)
                column.addWidget(heading)
            elif chapter.chapter.number == EXTRA or (part and not chapter.chapter.part):
                column.addSpacing(9)
            part = chapter.chapter.part
            item = ChapterItem(chapter, self._theme, holder)
            item.clicked.connect(self._on_item_clicked)
            column.addWidget(item)
            self._items.append(item)
        column.addStretch(1)
        column.addWidget(self._build_foot(holder))
        self._show_total(chapters)
        self.setWidget(holder)
        self._rover.set_widgets(self._items)

    def _build_foot(self, parent: QWidget) -> PlainLabel:
        self._total = PlainLabel("", "small", parent, wrap=True)
        self._total.setContentsMargins(12, 8, 12, 0)
        return self._total

    def _show_total(self, shelves: Sequence[ChapterProgress]) -> None:
        chapters = [c for c in shelves if c.chapter.number != EXTRA]
        done, total = sum(c.done for c in chapters), sum(c.total for c in chapters)
        skipped = sum(e.skipped for c in chapters for e in c.exercises)
        parts = [texts.exercises_done(done, total)]
        if skipped:
            parts.append(self.tr("{count} overgeslagen").format(count=skipped))
        self._total.setText(", ".join(parts))

    @Slot()
    def _on_item_clicked(self) -> None:
        item = self.sender()
        if isinstance(item, ChapterItem):
            item.setChecked(True)
            self.chapter_chosen.emit(item.number)

    @Slot(QWidget)
    def _on_rover_moved(self, item: QWidget) -> None:
        if isinstance(item, ChapterItem):
            self.ensureWidgetVisible(item)
            item.setChecked(True)
            self.chapter_chosen.emit(item.number)


def part_title(part: str) -> str:
    """`het-gesprek` as a heading: `Het gesprek`."""
    words = part.replace("-", " ").strip()
    return words[:1].upper() + words[1:]
