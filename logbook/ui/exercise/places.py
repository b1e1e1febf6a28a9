# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where in an entry someone stopped: remembered by the window, harmless to lose."""

from __future__ import annotations

from dataclasses import dataclass

from logbook.core.entry import EntryId
from logbook.ui.memory import WindowMemory

_NAME = "writer.places"
_KEPT = 60


@dataclass(frozen=True, slots=True)
class Stop:
    """A step, its question when one is shown at a time, and how far it was scrolled."""

    block_id: str
    prompt_id: str | None
    scroll: int


class Places:
    """The last places, of the entries that were open last."""

    def __init__(self, memory: WindowMemory) -> None:
        self._memory = memory

    def of(self, entry_id: EntryId) -> Stop | None:
        """Where someone stopped in this entry, or None."""
        match self._memory.get(_NAME, {}).get(entry_id):
            case [str(block), str() | None as prompt, int(scroll)]:
                return Stop(block, prompt, scroll)
        return None

    def keep(self, entry_id: EntryId, block_id: str, prompt_id: str | None, scroll: int) -> None:
        """Remember a place; the oldest one makes room."""
        known = dict(self._memory.get(_NAME, {}))
        known.pop(entry_id, None)
        known[entry_id] = [block_id, prompt_id, scroll]
        self._memory.set(_NAME, dict(list(known.items())[-_KEPT:]))
