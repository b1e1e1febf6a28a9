# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The history of an answer: its versions in order, and every moment at which it was kept.

A splice says: at this offset these characters were removed and those inserted. Texts are the
canonical JSON of a value, so that one mechanism keeps prose, card choices and numbers alike.
Whether an imported history fits together is checked in `record.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from logbook.core.entry import (
    AnswerHistory,
    Revision,
    RevisionId,
    Splice,
    Value,
    value_of,
)

#: A pause this long closes the open revision (docs/design.md).
REVISION_PAUSE = timedelta(minutes=10)


def splice_between(old: str, new: str, at: datetime) -> Splice | None:
    """The one splice that turns `old` into `new`; None when they are equal.

    Common head and tail are found by halving, so that a megabyte costs a few comparisons.
    """
    if old == new:
        return None
    head = _common_head(old, new)
    tail = _common_tail(old, new, min(len(old), len(new)) - head)
    return Splice(at, head, old[head : len(old) - tail], new[head : len(new) - tail])


def pause_is_over(last: datetime, now: datetime) -> bool:
    """Whether so much time passed that a new revision begins; a clock set back counts too."""
    return abs(now - last) > REVISION_PAUSE


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an answer in its place.

    Args:
        rank: steps from the first version, counted along `parent`.
        before: the version it was made from, None for a first one.
        aside: written beside the present text, by another device or another window: it is no
            forebear of the present version.
    """

    revision: Revision
    rank: int
    before: Revision | None
    aside: bool


def versions_in_order(history: AnswerHistory) -> tuple[Version, ...]:
    """The versions of an answer by rank, then by time; the clock never goes before the rank."""
    known = {revision.id: revision for revision in history.revisions}
    ranks: dict[RevisionId, int] = {}
    for revision in history.revisions:
        _rank(revision, known, ranks)
    forebears = set(_line_of(history.answer.head, known))
    found = [
        Version(
            revision,
            ranks[revision.id],
            known.get(revision.parent) if revision.parent else None,
            revision.id not in forebears,
        )
        for revision in history.revisions
    ]
    return tuple(sorted(found, key=lambda v: (v.rank, v.revision.at, v.revision.id)))


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment at which something was kept: after so many steps of the version at `index`.

    `step` is 0 for a version without steps: then only its end is known.
    """

    at: datetime
    index: int
    step: int


class RawHistory:
    """Every moment of an answer, rebuilt when it is asked for.

    Keeps one text and walks from there, or from the nearest end of a version, so that a long
    history costs no memory.

    Args:
        versions: as `versions_in_order` gives them.
    """

    def __init__(self, versions: tuple[Version, ...]) -> None:
        self._versions = versions
        self._here: tuple[int, int, str] | None = None
        self.moments: tuple[Moment, ...] = tuple(
            moment
            for index, version in enumerate(versions)
            for moment in _moments(index, version.revision)
        )

    def last_of(self, index: int) -> int:
        """The place in `moments` of the end of the version at `index`."""
        return max(n for n, moment in enumerate(self.moments) if moment.index == index)

    def value_at(self, number: int) -> Value | None:
        """The value as it was kept at a moment; None when the steps do not lead there."""
        moment = self.moments[number]
        revision = self._versions[moment.index].revision
        if moment.step in (0, len(revision.splices)):
            return revision.value
        try:
            text = self._walk_to(moment.index, moment.step)
            return value_of(text)
        except ValueError:
            self._here = None
            return None

    def _walk_to(self, index: int, wanted: int) -> str:
        version = self._versions[index]
        splices = version.revision.splices
        step, text = self._nearest(index, wanted)
        while step < wanted:
            splice = splices[step]
            text = _put(text, splice.offset, splice.removed, splice.inserted)
            step += 1
        while step > wanted:
            splice = splices[step - 1]
            text = _put(text, splice.offset, splice.inserted, splice.removed)
            step -= 1
        self._here = (index, step, text)
        return text

    def _nearest(self, index: int, wanted: int) -> tuple[int, str]:
        """The step to walk from, and its text."""
        version = self._versions[index]
        last = len(version.revision.splices)
        if self._here is not None and self._here[0] == index:
            _, step, text = self._here
            if abs(step - wanted) <= min(wanted, last - wanted):
                return step, text
        if wanted <= last - wanted:
            return 0, version.before.value.canonical() if version.before else ""
        return last, version.revision.value.canonical()


def _moments(index: int, revision: Revision) -> list[Moment]:
    if not revision.splices:
        return [Moment(revision.at, index, 0)]
    return [Moment(splice.at, index, n) for n, splice in enumerate(revision.splices, 1)]


def _put(text: str, offset: int, old: str, new: str) -> str:
    """The text with `new` in the place of `old`.

    Raises:
        ValueError: `old` does not stand there.
    """
    end = offset + len(old)
    if offset > len(text) or text[offset:end] != old:
        raise ValueError("a step that does not fit")
    return text[:offset] + new + text[end:]


def _rank(
    revision: Revision, known: dict[RevisionId, Revision], ranks: dict[RevisionId, int]
) -> None:
    """Fill in the rank of a revision and of those before it."""
    line = []
    for each in _line_of(revision.id, known):
        if each in ranks:
            break
        line.append(each)
    parent = known[line[-1]].parent if line else None
    rank = ranks[parent] + 1 if parent in ranks else 0
    for each in reversed(line):
        ranks[each] = rank
        rank += 1


def _line_of(head: RevisionId, known: dict[RevisionId, Revision]) -> list[RevisionId]:
    """A revision and those it was made from, newest first; ends where a parent is unknown."""
    line: dict[RevisionId, None] = {}
    at: RevisionId | None = head
    while at in known and at not in line:
        line[at] = None
        at = known[at].parent
    return list(line)


def _common_head(old: str, new: str) -> int:
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_tail(old: str, new: str, limit: int) -> int:
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if old[len(old) - middle : len(old) - low] == new[len(new) - middle : len(new) - low]:
            low = middle
        else:
            high = middle - 1
    return low
