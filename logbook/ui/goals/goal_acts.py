# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Acts on learning goals: make, link, close, reopen, delete; and how a goal is called in a line."""

from __future__ import annotations

from logbook.core.entry import EntryId
from logbook.core.goal import Goal, GoalId, GoalLine, RemovedGoal
from logbook.core.text import first_line
from logbook.ui.acts import Acts

_LINE = 90


class GoalActs(Acts):
    """What a user does with learning goals; a refusal is said by `say`."""

    def all(self) -> tuple[GoalLine, ...]:
        """Every goal, open ones first; nothing when they cannot be read."""
        return self.ask(self._context.services.goals.all) or ()

    def of_entry(self, entry_id: EntryId) -> tuple[Goal, ...]:
        """The goals an entry goes with."""
        return self.ask(lambda: self._context.services.goals.of_entry(entry_id)) or ()

    def turn(self, entry_id: EntryId, goal_id: GoalId, *, on: bool) -> bool:
        """Let an entry go with a goal, or no longer."""
        goals = self._context.services.goals
        act = goals.link if on else goals.unlink
        return self.do(lambda: act([entry_id], goal_id))

    def create(self, text: str, entry_id: EntryId | None = None) -> Goal | None:
        """Make a goal, and let an entry go with it."""
        made = self.gain(lambda: self._context.services.goals.create(text))
        if made is not None and entry_id is not None:
            self.turn(entry_id, made.id, on=True)
        return made

    def set_open(self, goal_id: GoalId, *, is_open: bool) -> bool:
        """Go on with a goal, or say that it is done with for now."""
        goals = self._context.services.goals
        act = goals.reopen if is_open else goals.close
        return self.do(lambda: act(goal_id))

    def delete(self, goal_id: GoalId) -> RemovedGoal | None:
        """Delete a goal; `restore` undoes it."""
        return self.gain(lambda: self._context.services.goals.delete(goal_id))

    def restore(self, removed: RemovedGoal) -> bool:
        """Put back what was deleted."""
        return self.do(lambda: self._context.services.goals.restore(removed))


def goal_line(goal: Goal) -> str:
    """A goal in one line."""
    return first_line(goal.text, _LINE)
