# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The learning goals in Voortgang: open ones first, each with the number of entries, as a fact."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook import texts
from logbook.core.goal import GoalId, GoalLine
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.tab_order import set_tab_order
from logbook.ui.goals.goal_acts import GoalActs, goal_line
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.dates import local_day, short_day
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout
from logbook.ui.widgets.row_button import RowButton

#: So many goals stand on the card; the dialog has all.
_SHOWN = 8


class GoalsCard(CardFrame):
    """A row for each goal, and the way to the dialog.

    Signals:
        navigation_requested(Wish): read an entry that goes with a goal.
    """

    navigation_requested = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._acts = GoalActs(context, self)
        head = QWidget(self)
        flow = FlowLayout(head, spacing=16)
        flow.addWidget(PlainLabel(self.tr("Leerdoelen"), "strong", head))
        self.summary = PlainLabel("", "small", head)
        flow.addWidget(self.summary)
        self.body.addWidget(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)
        self.rows: list[RowButton] = []
        self.open_button = Button("", "link", "target", self)
        self.open_button.clicked.connect(self._on_open_clicked)
        self.body.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.fill()

    def fill(self) -> None:
        """Read the goals again."""
        lines = self._acts.all()
        number = sum(line.goal.is_open for line in lines)
        words = self.tr("{open} open · {closed} afgerond")
        self.summary.setText(words.format(open=number, closed=len(lines) - number))
        self.summary.setVisible(bool(lines))
        clear_layout(self._rows)
        self.rows = [self._row(line) for line in lines[:_SHOWN]]
        for row in self.rows:
            self._rows.addWidget(row)
            row.show()
        set_tab_order(self, [*self.rows, self.open_button])
        caption = self.tr("Alle leerdoelen …") if lines else self.tr("Een leerdoel schrijven …")
        self.open_button.setText(caption)

    def _row(self, line: GoalLine) -> RowButton:
        facts = [] if line.goal.is_open else [self.tr("afgerond")]
        facts.append(texts.entries(line.entries))
        if line.last_at is not None:
            last = short_day(local_day(line.last_at))
            facts.append(self.tr("de laatste van {day}").format(day=last))
        title, said = goal_line(line.goal), " · ".join(facts)
        row = RowButton(f"{title}, {', '.join(facts)}", self)
        row.setProperty("goal_id", line.goal.id)
        words = QWidget(row)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        role = "body" if line.goal.is_open else "muted"
        column.addWidget(PlainLabel(title, role, words, wrap=True))
        column.addWidget(PlainLabel(said, "small", words, wrap=True))
        row.add_passive(words, 1)
        row.clicked.connect(self._on_row_clicked)
        return row

    def _open(self, goal_id: GoalId | None) -> None:
        from logbook.ui.goals.goals_dialog import GoalsDialog  # few who look open it

        wish = GoalsDialog.ask(self._context, self.window(), goal_id)
        if wish is not None:
            self.navigation_requested.emit(wish)

    @Slot()
    def _on_row_clicked(self) -> None:
        self._open(GoalId(self.sender().property("goal_id")))

    @Slot()
    def _on_open_clicked(self) -> None:
        self._open(None)
