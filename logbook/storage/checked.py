# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Remembers which state of a logbook file passed `quick_check`.

Reading a large file through at every start would cost more than everything else together;
a file that is byte for byte where we left it needs no second look. The memory is a small file in
the cache folder, a line for each: losing it costs one check, never anything else. Loads fast.
"""

from __future__ import annotations

import os

from logbook.core.light import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_KEPT = 20


class CheckedFiles:
    """States (size, time of change, change counter) of files by absolute path."""

    def __init__(self, record: str | Path) -> None:
        self._record = os.fspath(record)

    def is_known(self, path: str | Path) -> bool:
        """Whether this file is exactly as it was when it was last found good.

        Raises:
            OSError: it cannot be read.
        """
        if os.path.exists(f"{os.fspath(path)}-journal"):  # noqa: PTH110 - pathlib loads slowly
            return False
        return self._read().get(_name(path)) == _state(path)

    def remember(self, path: str | Path) -> None:
        """Note the present state of a file that is known to be good; does nothing if it cannot."""
        # A cache: written whole, but not synced; a torn one is read as far as it goes.
        try:
            known, name, state = self._read(), _name(path), _state(path)
            if known.get(name) == state or "\n" in name:
                return
            known.pop(name, None)
            known[name] = state
            lines = [f"{state} {name}\n" for name, state in known.items()][-_KEPT:]
            os.makedirs(os.path.dirname(self._record), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120
            temporary = f"{self._record}.{os.getpid()}"
            with open(temporary, "wb") as stream:  # noqa: PTH123
                stream.write(os.fsencode("".join(lines)))
            os.replace(temporary, self._record)  # noqa: PTH105
        except OSError:
            return

    def _read(self) -> dict[str, str]:
        try:
            with open(self._record, "rb") as stream:  # noqa: PTH123
                lines = os.fsdecode(stream.read()).split("\n")
        except (OSError, ValueError):
            return {}
        # Three numbers, and the rest of the line.
        parts = (line.split(" ", 3) for line in lines)
        return {found[3]: " ".join(found[:3]) for found in parts if len(found) == 4}


def _name(path: str | Path) -> str:
    name = os.fspath(path)
    return name if os.path.isabs(name) else os.path.join(os.getcwd(), name)  # noqa: PTH109, PTH117, PTH118


def _state(path: str | Path) -> str:
    with open(path, "rb") as stream:  # noqa: PTH123
        header = stream.read(28)
    status = os.stat(path)  # noqa: PTH116
    return f"{status.st_size} {status.st_mtime_ns} {int.from_bytes(header[24:28], 'big')}"
