# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A guard against a mistake of PySide6 6.12 on Python before 3.12.

Every call into Qt that returns nothing gives back one reference to None too many. From 3.12 on
None never dies, so nothing happens there; before, a long session ends in "Fatal Python error:
deallocating None". PySide6 6.11 and older count well. `tests/ui/test_none_guard.py` shows it.
"""

from __future__ import annotations

import ctypes
import sys

#: More references than any session can lose.
_PLENTY = 1 << 60


def keep_none_alive() -> None:
    """Give None so many references that losing some does no harm. May be called again."""
    if sys.version_info < (3, 12) and sys.getrefcount(None) < _PLENTY // 2:
        # In CPython an object begins with its count of references, and id() is its place.
        ctypes.c_ssize_t.from_address(id(None)).value += _PLENTY
