# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Keeps Python 3.11 alive under PySide6 6.12, which counts `None` and `True` wrongly.

In 6.12.0 every call that returns `None`, and every `emit` (it returns `True`), gives back one
reference too many. From Python 3.12 on these values are not counted and nothing happens; on 3.11
the count reaches zero after some hundreds of signals or thousands of calls and the interpreter
aborts ("deallocating None"). So they get a head start that no session can use up. Remove this
when Python 3.11 is no longer supported.
"""

from __future__ import annotations

import sys

_HEAD_START = 1 << 40
_START = 20_000


def enough_for_a_start() -> tuple[object, ...]:
    """References to hold on to until `keep_none`: that takes as long as drawing a screen."""
    return (None, True, False) * _START


def keep_none() -> None:
    """Make sure that `None`, `True` and `False` outlive the program where Python counts them."""
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    for value in (None, True, False):
        _keep(value)


def _keep(value: bool | None) -> None:
    if sys.getrefcount(value) >= _HEAD_START:
        return
    import ctypes

    # The count is the first field of every object, but for special builds: look before writing.
    field = ctypes.c_ssize_t.from_address(id(value))
    if abs(field.value - sys.getrefcount(value)) < 100:
        field.value += _HEAD_START
