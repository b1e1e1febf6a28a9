# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The panel beside the writer: steps, labels, rounds, feedback, looking back, source, skipping."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from logbook.ui.exercise.blocks.tab_order import set_tab_order
from logbook.ui.exercise.rounds import EarlierRound
from logbook.ui.exercise.step_row import StepRow
from logbook.ui.exercise.walk import StepState
from logbook.ui.feedback.round_remarks import RoundRemarks
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.frames import Separator
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout, quiet_scroll_area

_WIDTH = 286
_WIDEST = 420
_NARROWEST_COLUMN = 430


class SidePanel(QFrame):
    """Everything beside the text; folding it away is left to the page.

    Signals:
        step_chosen(int): the rank of a step.
        round_chosen(EntryId): an earlier round to read.
        new_round_requested(), skip_requested(bool): True to skip, False to take that back.
    """

    step_chosen = Signal(int)
    round_chosen = Signal(str)
    new_round_requested = Signal()
    skip_requested = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._skipped = False
        self._shown_rounds: tuple[EarlierRound, ...] = ()
        self.rows: list[StepRow] = []
        self.setProperty("role", "side")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        area = quiet_scroll_area(self)
        holder = QWidget()
        holder.setProperty("role", "scrolled")
        self._body = QVBoxLayout(holder)
        self._body.setContentsMargins(20, 24, 20, 24)
        self._body.setSpacing(18)
        area.setWidget(holder)
        area.viewport().setAutoFillBackground(False)
        holder.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(area)
        self._build()
        theme.changed.connect(self._fit)
        self._fit()

    def set_steps(self, titles: Sequence[str]) -> None:
        """Show these steps."""
        for row in self.rows:
            self._steps.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for rank, title in enumerate(titles):
            row = StepRow(self._theme, title, self)
            row.setProperty("rank", rank)
            row.clicked.connect(self._on_row_clicked)
            self._steps.addWidget(row)
            self.rows.append(row)
        set_tab_order(self._steps_part, self.rows)

    def add_tags(self, tags: QWidget) -> None:
        """Show the labels and learning goals of the round here."""
        self._tags.addWidget(tags)
        self._tags_part.show()

    def add_coming_back(self, thread: QWidget, come_back: QWidget) -> None:
        """Show the thread of the exercise, and when the round comes back, here."""
        self._back.addWidget(thread)
        self._back.addWidget(come_back)

    def add_remarks(self, remarks: RoundRemarks) -> None:
        """Show what readers said about the rounds of the exercise here, when they did."""
        self._remarks.addWidget(remarks)
        remarks.filled.connect(self._remarks_part.setVisible)

    def show_steps(self, states: Sequence[StepState], current: int) -> None:
        """Show how the steps stand and which one is on screen; -1 says one cannot go there now."""
        for rank, (row, state) in enumerate(zip(self.rows, states, strict=True)):
            row.show_state(state, current=rank == current)
            row.setEnabled(current >= 0)

    def set_earlier(self, rounds: Sequence[EarlierRound], *, new_round: bool) -> None:
        """Show earlier rounds, newest first, and whether a new one may begin."""
        self._new_round.setVisible(new_round)
        self._earlier_part.setVisible(bool(rounds) or new_round)
        heading = self._earlier_part.findChild(PlainLabel, "heading")
        if heading is not None:
            heading.setVisible(bool(rounds))
        if tuple(rounds) == self._shown_rounds:
            return
        self._shown_rounds = tuple(rounds)
        clear_layout(self._earlier)
        for earlier in rounds:
            link = Button(earlier.caption, "link", "", self)
            link.setProperty("entry_id", earlier.entry_id)
            link.clicked.connect(self._on_round_clicked)
            self._earlier.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            if earlier.details:
                details = PlainLabel(earlier.details, "small", self, wrap=True)
                details.setContentsMargins(0, 0, 0, 4)
                self._earlier.addWidget(details)

    def set_source(self, source: str) -> None:
        """Show where the exercise comes from."""
        self._source.setText(source)
        self._source_part.setVisible(bool(source))

    def set_skipping(self, *, offered: bool, skipped: bool) -> None:
        """Offer to skip the exercise, or to take that back."""
        self._skipped = skipped
        self._skip.setText(self.tr("Toch doen") if skipped else self.tr("Overslaan"))
        self._skip_words.setVisible(skipped)
        self._skip_part.setVisible(offered or skipped)

    def _build(self) -> None:
        self._steps_part, self._steps = self._part(self.tr("STAPPEN"), line=False)
        self._steps.setSpacing(2)
        self._body.addWidget(self._steps_part)
        self._tags_part, self._tags = self._part(self.tr("LABELS EN LEERDOELEN"))
        self._tags_part.hide()
        self._body.addWidget(self._tags_part)
        self._earlier_part, earlier = self._part(self.tr("EERDER"))
        self._earlier = QVBoxLayout()
        self._earlier.setSpacing(2)
        earlier.addLayout(self._earlier)
        self._new_round = Button(self.tr("Nieuwe ronde"), "", "repeat-2", self)
        self._new_round.clicked.connect(self.new_round_requested)
        earlier.addWidget(self._new_round, 0, Qt.AlignmentFlag.AlignLeft)
        self._body.addWidget(self._earlier_part)
        self._remarks_part, self._remarks = self._part(self.tr("FEEDBACK"))
        self._remarks_part.hide()
        self._body.addWidget(self._remarks_part)
        back_part, self._back = self._part(self.tr("TERUGBLIK EN VOORNEMENS"))
        self._body.addWidget(back_part)
        self._source_part, source = self._part(self.tr("BRON"))
        self._source = PlainLabel("", "small", self, wrap=True)
        self._source.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        source.addWidget(self._source)
        self._body.addWidget(self._source_part)
        self._skip_part, skip = self._part("")
        self._skip_words = PlainLabel(
            self.tr("Je slaat deze oefening over. Dat mag altijd, en je kunt je bedenken."),
            "small",
            self,
            wrap=True,
        )
        self._skip = Button("", "link", "", self)
        self._skip.clicked.connect(self._on_skip_clicked)
        skip.addWidget(self._skip_words)
        skip.addWidget(self._skip, 0, Qt.AlignmentFlag.AlignLeft)
        self._body.addWidget(self._skip_part)
        self._body.addStretch(1)

    def _part(self, heading: str, *, line: bool = True) -> tuple[QWidget, QVBoxLayout]:
        part = QWidget(self)
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        if line:
            layout.addWidget(Separator(part))
            layout.addSpacing(10)
        if heading:
            title = PlainLabel(heading, "section", part)
            title.setObjectName("heading")
            layout.addWidget(title)
        return part, layout

    @Slot()
    def _fit(self) -> None:
        self.setFixedWidth(min(self._theme.px(_WIDTH), _WIDEST))

    @Slot()
    def _on_row_clicked(self) -> None:
        self.step_chosen.emit(self.sender().property("rank"))

    @Slot()
    def _on_round_clicked(self) -> None:
        self.round_chosen.emit(self.sender().property("entry_id"))

    @Slot()
    def _on_skip_clicked(self) -> None:
        self.skip_requested.emit(not self._skipped)


def has_room_beside(theme: Theme, width: int) -> bool:
    """Whether the panel leaves enough of this width for a column to write in."""
    return width >= min(theme.px(_WIDTH), _WIDEST) + theme.px(_NARROWEST_COLUMN)
