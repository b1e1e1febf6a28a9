# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What was checked before: headers and texts by their hash, pictures by size and time.

A cache only saves work. When it is missing, damaged, of another version or cannot be written,
everything is simply checked again.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from logbook import __version__
from logbook.core.errors import LogbookError
from logbook.files.intake import parse_json, read_text
from logbook.files.replace import replace_file

_FORMAT = 2
_LIMIT = 8_000_000


class ContentCache:
    """Results of earlier checks; only those asked for since it was read are kept on `save`."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._old = _read(path) if path is not None else {}
        self._used: dict[str, Any] = {}
        self._changed = False

    def get(self, key: str) -> Any:
        """What was kept under this key, or None."""
        found = self._used.get(key)
        if found is None and key in self._old:
            found = self._used[key] = self._old[key]
        return found

    def keep(self, key: str, result: Any) -> None:
        """Keep a result that JSON can hold."""
        self._used[key] = result
        self._changed = True

    def save(self) -> None:
        """Write what was used, if anything changed; a failure is of no consequence."""
        if self._path is None or not (self._changed or len(self._used) < len(self._old)):
            return
        kept = {"format": _FORMAT, "program": __version__, "kept": self._used}
        content = json.dumps(kept, ensure_ascii=True, sort_keys=True).encode()
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            replace_file(self._path, [_hash(content).encode(), b"\n", content, b"\n"])
        except OSError:
            return


def header_key(kind: str, header: str) -> str:
    """The key of a checked header."""
    return f"header:{kind}:{_hash(header.encode('utf-8', 'surrogatepass'))}"


def text_key(kind: str, text: str) -> str:
    """The key of a text in which nothing was found wrong."""
    return f"text:{kind}:{_hash(text.encode('utf-8', 'surrogatepass'))}"


def picture_key(path: str, size: int, modified: int) -> str:
    """The key of a checked picture; it changes with the file.

    Args:
        modified: nanoseconds, as the file system says.
    """
    return f"picture:{path}:{size}:{modified}"


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _read(path: Path) -> dict[str, Any]:
    try:
        first, _, rest = read_text(path, limit=_LIMIT).partition("\n")
        content = rest.removesuffix("\n")
        # The hash keeps out what a crash, a flipped bit or a helping hand made of it.
        if first != _hash(content.encode()):
            return {}
        data = parse_json(content)
    except (LogbookError, ValueError):
        return {}
    if not isinstance(data, dict) or data.get("format") != _FORMAT:
        return {}
    kept = data.get("kept")
    return kept if data.get("program") == __version__ and isinstance(kept, dict) else {}
