# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Keeps Python 3.11 alive under PySide6 6.12, which counts `None` wrongly.

In 6.12.0 every call that returns `None` gives back one reference to it too many. From Python 3.12
on `None` is not counted and nothing happens; on 3.11 the count reaches zero after some thousands
of calls and the interpreter aborts ("deallocating None"). So `None` gets a head start that no
session can use up. Remove this when Python 3.11 is no longer supported.
"""

from __future__ import annotations

import ctypes
import sys

_HEAD_START = 1 << 40


def keep_none() -> None:
    """Make sure that `None` outlives the program; does nothing where Python sees to that."""
    counted = sys.implementation.name == "cpython" and sys.version_info < (3, 12)
    if not counted or sys.getrefcount(None) >= _HEAD_START:
        return
    # The count is the first field of every object, but for special builds: look before writing.
    field = ctypes.c_ssize_t.from_address(id(None))
    if abs(field.value - sys.getrefcount(None)) < 100:
        field.value += _HEAD_START
