# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The chapters below each other: ring, title, a dot per exercise, last day and marks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from logbook import texts
from logbook.core.progress import ChapterProgress, ExerciseState
from logbook.services.progress_table import local_day, state_words
from logbook.ui.exercise.blocks.tab_order import set_tab_order
from logbook.ui.progress.dot import Dot
from logbook.ui.progress.facts import Facts
from logbook.ui.progress.grid_rover import GridRover
from logbook.ui.theme import Theme
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.dates import long_day, short_day
from logbook.ui.widgets.frames import Separator
from logbook.ui.widgets.labels import Chip, ChipKind, PlainLabel
from logbook.ui.widgets.layouts import clear_layout
from logbook.ui.widgets.ring import Ring
from logbook.ui.widgets.row_button import RowButton

#: Shares of the width: title, dots, last day, marks.
_SHARES = (30, 33, 11, 26)
_RING = 36
#: Marks that the spoken name of a row has too.
_LOOK_BACK, _INTENTION = "terugblik klaar", "open voornemen"


class ChapterRow(RowButton):
    """One chapter; `dots` holds a control per exercise."""

    def __init__(
        self,
        chapter: ChapterProgress,
        facts: Facts,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_spoken(chapter, facts), parent)
        self.number = chapter.chapter.number
        self._theme = theme
        self.add_passive(Ring(chapter.done, chapter.total, theme, _RING, self))
        self._facts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._facts.setSpacing(10)
        self.row.addLayout(self._facts, 1)
        title = PlainLabel(f"{self.number}  {chapter.chapter.title}", "strong", self, wrap=True)
        title.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.dots: list[Dot] = []
        day = local_day(chapter.last_written)
        self._day = short_day(day) if day else ""
        self._last = PlainLabel("", "small", self, wrap=True)
        self._last.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._parts = (
            title,
            self._build_dots(chapter, facts),
            self._last,
            self._build_marks(chapter, facts),
        )
        for part in self._parts:
            self._facts.addWidget(part)
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """Put the facts below each other when there is little room."""
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._facts.setDirection(down if compact else right)
        self._facts.setSpacing(3 if compact else 10)
        edge = 9 if compact else 3
        self.row.setContentsMargins(12, edge, 12, edge)
        ignored, preferred = QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        for number, part in enumerate(self._parts):
            self._facts.setStretch(number, 0 if compact else _SHARES[number])
            policy = part.sizePolicy()
            policy.setHorizontalPolicy(preferred if compact else ignored)
            part.setSizePolicy(policy)
        in_words = self.tr("laatst op {day}").format(day=self._day)
        self._last.setText(in_words if compact else self._day or "—")
        self._last.setVisible(bool(self._day) or not compact)
        self._parts[3].setVisible(self._has_marks or not compact)

    def _build_dots(self, chapter: ChapterProgress, facts: Facts) -> QWidget:
        holder = QWidget(self)
        flow = FlowLayout(holder, spacing=0)
        for progress in chapter.exercises:
            words = state_words(progress, facts.exchanged, facts.due)
            dot = Dot(progress, words, self._theme, holder)
            flow.addWidget(dot)
            self.dots.append(dot)
        return _growing(holder)

    def _build_marks(self, chapter: ChapterProgress, facts: Facts) -> QWidget:
        outer = QWidget(self)
        outer.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        middle = QVBoxLayout(outer)
        middle.setContentsMargins(0, 0, 0, 0)
        holder = QWidget(outer)
        flow = FlowLayout(holder, spacing=6)
        middle.addStretch(1)
        middle.addWidget(holder)
        middle.addStretch(1)
        marks: list[tuple[str, ChipKind]] = []
        if facts.offers_of(chapter):
            marks.append((_LOOK_BACK, "ochre"))
        if facts.intends_in(chapter):
            marks.append((_INTENTION, "neutral"))
        if any(e.state is ExerciseState.DRAFT for e in chapter.exercises):
            marks.append((self.tr("concept"), "neutral"))
        if any(r.entry_id in facts.exchanged for e in chapter.exercises for r in e.rounds):
            marks.append((self.tr("uitgewisseld"), "neutral"))
        for mark, kind in marks:
            flow.addWidget(Chip(mark, kind, holder))
        self._has_marks = bool(marks)
        return _growing(outer)


class ChapterRows(QWidget):
    """All chapters with a heading above the columns.

    Signals:
        chapter_chosen(int): the user wants to see the page of this chapter.
    """

    chapter_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self.rows: list[ChapterRow] = []
        self._compact = False
        self._head = self._build_head()
        self._column.addWidget(self._head)
        self._rover = GridRover(self)
        self.moved = self._rover.moved

    def set_facts(self, facts: Facts) -> None:
        """Show the chapters in these facts."""
        clear_layout(self._column, keep=1)
        self.rows = []
        for chapter in facts.chapters:
            if self.rows:
                self._column.addWidget(Separator(self))
            row = ChapterRow(chapter, facts, self._theme, self)
            row.clicked.connect(self._on_row_clicked)
            for dot in row.dots:
                dot.clicked.connect(row.click)
            row.set_compact(self._compact)
            self._column.addWidget(row)
            row.show()  # at once, so that it can take the focus
            self.rows.append(row)
        lines = [[row, *row.dots] for row in self.rows]
        set_tab_order(self, [each for line in lines for each in line])
        self._rover.set_rows(lines)

    def set_compact(self, compact: bool) -> None:
        """Lay out for little room."""
        self._compact = compact
        self._head.setVisible(not compact)
        for row in self.rows:
            row.set_compact(compact)

    def focus(self) -> None:
        """Bring the focus to the row or dot that had it last."""
        self._rover.focus()

    def _build_head(self) -> QWidget:
        head = QWidget(self)
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 2, 12, 6)
        row.setSpacing(10)
        self._head_gap = QWidget(head)
        row.addWidget(self._head_gap)
        captions = (
            self.tr("Hoofdstuk"),
            self.tr("Een stip per oefening, met het aantal rondes"),
            self.tr("Laatst"),
            "",
        )
        for caption, share in zip(captions, _SHARES, strict=True):
            label = PlainLabel(caption, "small", head, wrap=True)
            label.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
            policy = label.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            label.setSizePolicy(policy)
            row.addWidget(label, share)
        self._theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        return head

    @Slot()
    def _on_theme_changed(self) -> None:
        self._head_gap.setFixedWidth(self._theme.px(_RING) + 2)

    @Slot()
    def _on_row_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, ChapterRow):
            self.chapter_chosen.emit(row.number)


def _growing(holder: QWidget) -> QWidget:
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder


def _spoken(chapter: ChapterProgress, facts: Facts) -> str:
    about = chapter.chapter
    parts = [f"{about.number} {about.title}", texts.exercises_done(chapter.done, chapter.total)]
    day = local_day(chapter.last_written)
    if day is not None:
        parts.append(f"laatst op {long_day(day)}")
    if facts.offers_of(chapter):
        parts.append(_LOOK_BACK)
    if facts.intends_in(chapter):
        parts.append(_INTENTION)
    return ", ".join(parts)
