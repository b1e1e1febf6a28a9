# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where the user is and was: wishes that can be carried out again, and their text form."""

from __future__ import annotations

from typing import Any

from logbook.ui.navigation import (
    CompareRounds,
    FindEntries,
    LookBack,
    NewNote,
    OpenChapter,
    OpenDesk,
    OpenEntry,
    OpenExercise,
    OpenFeedback,
    OpenPage,
    OpenWords,
    ReadEntry,
    Wish,
)

#: How many places are kept to go back to.
LIMIT = 50
_KINDS: dict[str, type[Wish]] = {
    kind.__name__: kind
    for kind in (
        OpenPage,
        OpenExercise,
        OpenEntry,
        ReadEntry,
        OpenChapter,
        LookBack,
        OpenWords,
        OpenFeedback,
        OpenDesk,
    )
}


class History:
    """The present place and the ones before it."""

    def __init__(self) -> None:
        self._past: list[Wish] = []
        self.current: Wish | None = None

    def go(self, place: Wish) -> None:
        """Note that the user went somewhere."""
        if place == self.current:
            return
        if self.current is not None:
            self._past.append(self.current)
            del self._past[:-LIMIT]
        self.current = place

    @property
    def before(self) -> Wish | None:
        """The place one came from; None when there is none."""
        return self._past[-1] if self._past else None

    def back(self) -> Wish | None:
        """Return to the place before; None when there is none."""
        if not self._past:
            return None
        self.current = self._past.pop()
        return self.current

    def settle(self, place: Wish) -> None:
        """The present place turned out to be this one: a new note got its id."""
        self.current = place


def repeatable(wish: Wish) -> Wish:
    """The wish that leads to the same place without beginning something new there."""
    if isinstance(wish, OpenExercise):
        return OpenExercise(wish.exercise_id)
    return wish


def to_memory(place: Wish | None) -> dict[str, Any]:
    """A place as plain values, {} when it cannot be returned to.

    What was searched stays out of the memory of the window: it may be anybody's name.
    """
    if isinstance(place, FindEntries):
        place = OpenPage("logbook")
    if isinstance(place, CompareRounds):
        place = OpenPage("revisit")
    if place is None or isinstance(place, NewNote) or type(place).__name__ not in _KINDS:
        return {}
    return {"kind": type(place).__name__} | place.values()


def from_memory(values: dict[str, Any]) -> Wish | None:
    """The place in plain values, or None when it cannot be understood."""
    kept = dict(values)
    kind = _KINDS.get(str(kept.pop("kind", "")))
    if kind is None:
        return None
    if not all(isinstance(value, str | bool | int) for value in kept.values()):
        return None
    if "entry_id" in kept:
        kept["entry_id"] = str(kept["entry_id"])
    try:
        return kind(**kept)
    except TypeError:
        return None
