# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Remembers which state of a logbook file passed `quick_check`.

Reading a large file through at every start would cost more than everything else together;
a file that is byte for byte where we left it needs no second look. The memory is a small JSON
file in the cache folder: losing it costs one check, never anything else.
"""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path

_KEPT = 20


class CheckedFiles:
    """States (size, time of change, change counter) of files by absolute path."""

    def __init__(self, record: Path) -> None:
        self._record = record

    def is_known(self, path: Path) -> bool:
        """Whether this file is exactly as it was when it was last found good."""
        if path.with_name(path.name + "-journal").exists():
            return False
        return self._read().get(str(path.absolute())) == _state(path)

    def remember(self, path: Path) -> None:
        """Note the present state of a file that is known to be good."""
        known = self._read()
        name, state = str(path.absolute()), _state(path)
        if known.get(name) == state:
            return
        known.pop(name, None)
        known[name] = state
        kept = dict(list(known.items())[-_KEPT:])
        # A cache: written whole, but not synced; a torn one is read as empty.
        with contextlib.suppress(OSError):
            self._record.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            temporary = self._record.with_name(f"{self._record.name}.{os.getpid()}")
            temporary.write_text(json.dumps(kept), encoding="utf-8")
            temporary.replace(self._record)

    def _read(self) -> dict[str, list[int]]:
        try:
            data = json.loads(self._record.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return data if isinstance(data, dict) else {}


def _state(path: Path) -> list[int]:
    with path.open("rb") as stream:
        header = stream.read(28)
    status = path.stat()
    return [status.st_size, status.st_mtime_ns, int.from_bytes(header[24:28], "big")]
