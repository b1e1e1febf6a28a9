# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The raw history: what changed between two texts. Replaying it is in `record.py`.

A splice says: at this offset these characters were removed and those inserted. Texts are the
canonical JSON of a value, so that one mechanism keeps prose, card choices and numbers alike.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from logbook.core.entry import Splice

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
