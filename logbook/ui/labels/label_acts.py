# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Acts on labels: give, take away, make, rename, colour, merge, delete; each can be undone."""

from __future__ import annotations

from logbook.core.entry import EntryId
from logbook.core.label import Label, LabelColour, LabelCount, LabelId, RemovedLabel
from logbook.ui.acts import Acts


class LabelActs(Acts):
    """What a user does with labels; a refusal is said by `say`."""

    def all(self) -> tuple[LabelCount, ...]:
        """Every label in order of name, with its count; nothing when they cannot be read."""
        return self.ask(self._context.services.labels.all) or ()

    def turn(self, entry_id: EntryId, label_id: LabelId, *, on: bool) -> bool:
        """Give a label to an entry, or take it away."""
        labels = self._context.services.labels
        act = labels.assign if on else labels.unassign
        return self.do(lambda: act([entry_id], [label_id]))

    def create(
        self, name: str, colour: LabelColour | None = None, entry_id: EntryId | None = None
    ) -> Label | None:
        """Make a label, and give it to an entry."""
        made = self.gain(lambda: self._context.services.labels.create(name, colour))
        if made is not None and entry_id is not None:
            self.turn(entry_id, made.id, on=True)
        return made

    def rename(self, label_id: LabelId, name: str) -> bool:
        """Give a label another name."""
        return self.do(lambda: self._context.services.labels.rename(label_id, name))

    def recolour(self, label_id: LabelId, colour: LabelColour) -> bool:
        """Give a label another colour."""
        return self.do(lambda: self._context.services.labels.recolour(label_id, colour))

    def delete(self, label_id: LabelId) -> RemovedLabel | None:
        """Delete a label; `restore` undoes it."""
        return self.gain(lambda: self._context.services.labels.delete(label_id))

    def merge(self, source: LabelId, target: LabelId) -> RemovedLabel | None:
        """Let one label take the place of another; `restore` undoes it."""
        return self.gain(lambda: self._context.services.labels.merge(source, target))

    def restore(self, removed: RemovedLabel) -> bool:
        """Put back what was deleted or merged."""
        return self.do(lambda: self._context.services.labels.restore(removed))
