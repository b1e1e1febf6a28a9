# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The popover in which an entry is linked to learning goals; a new one can be made there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from logbook import texts
from logbook.core.entry import EntryId
from logbook.core.goal import Goal, GoalId
from logbook.ui.goals.goal_acts import GoalActs, goal_line
from logbook.ui.theme import Theme
from logbook.ui.widgets.tick_popover import PopoverWords, Tick, TickPopover


class GoalPopover(TickPopover):
    """Ticks the learning goals of one entry: the open ones, and those it goes with already.

    Signals:
        changed(): the goals of the entry are other ones.
    """

    changed = Signal()

    def __init__(self, theme: Theme, acts: GoalActs, parent: QWidget | None = None) -> None:
        words = PopoverWords(
            title=_tr("Leerdoelen bij deze bijdrage"),
            find=_tr("Zoek of schrijf een leerdoel"),
            make=_tr("Nieuw leerdoel: “{name}”"),
            nothing=_tr("Je hebt nog geen leerdoelen. Typ er een om te beginnen."),
            manage=_tr("Alle leerdoelen …"),
        )
        super().__init__(theme, words, parent)
        self._acts = acts
        self._entry_id: EntryId | None = None
        self._on: set[str] = set()
        self.ticked.connect(self._on_ticked)
        self.make_requested.connect(self._on_make_requested)

    def ask(self, entry_id: EntryId, goals: tuple[Goal, ...], below: QWidget) -> None:
        """Come into view for an entry that goes with these goals."""
        self._entry_id = entry_id
        self._on = {goal.id for goal in goals}
        self._fill()
        self.open_below(below)

    def _fill(self) -> None:
        lines = [each for each in self._acts.all() if each.goal.is_open or each.goal.id in self._on]
        self.set_ticks(
            [
                Tick(
                    each.goal.id,
                    goal_line(each.goal),
                    each.goal.id in self._on,
                    note=texts.entries(each.entries),
                )
                for each in lines
            ]
        )

    @Slot(str, bool)
    def _on_ticked(self, goal_id: str, on: bool) -> None:
        if self._entry_id is None or not self._acts.turn(self._entry_id, GoalId(goal_id), on=on):
            return
        (self._on.add if on else self._on.discard)(goal_id)
        self._fill()
        self.changed.emit()

    @Slot(str)
    def _on_make_requested(self, text: str) -> None:
        made = self._acts.create(text, self._entry_id)
        if made is not None:
            self._on.add(made.id)
            self._fill()
            self.changed.emit()


def _tr(text: str) -> str:
    return QCoreApplication.translate("GoalPopover", text)
