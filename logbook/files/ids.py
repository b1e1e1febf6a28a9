# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Ids for what is written: UUIDs of version 7, which sort by the time they were made."""

from __future__ import annotations

import os
import time

_FRACTIONS = 4096
_MILLISECOND = 1_000_000


class _Ids:
    """Makes ids, each later than the one before, also when the clock stands still or goes back.

    Source: RFC 9562, section 5.7, with the fraction of the millisecond in `rand_a` (section 6.2,
    method 3). By hand because a library for it takes as long to load as a note takes to keep.
    """

    def __init__(self) -> None:
        self._last = 0

    def __call__(self) -> str:
        """A new id."""
        milliseconds, rest = divmod(time.time_ns(), _MILLISECOND)
        at = max(milliseconds * _FRACTIONS + rest * _FRACTIONS // _MILLISECOND, self._last + 1)
        self._last = at
        chance = int.from_bytes(os.urandom(8), "big") >> 2
        number = (at // _FRACTIONS << 80) | (7 << 76) | (at % _FRACTIONS << 64) | (2 << 62) | chance
        text = f"{number:032x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


#: A new id as text.
new_id = _Ids()
