# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a window merely remembers: sizes, splitters, the last place. Losing it harms nobody."""

from __future__ import annotations

import base64
import binascii
import json
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSettings

Value = TypeVar("Value", str, int, float, bool, bytes, list, dict)


class WindowMemory:
    """Values by name in an INI file; each comes back as the type of its default.

    Args:
        path: the file; it is made at the first `set`.
    """

    def __init__(self, path: Path) -> None:
        self._store = QSettings(str(path), QSettings.Format.IniFormat)
        self._store.setFallbacksEnabled(False)

    def get(self, name: str, default: Value) -> Value:
        """The remembered value, or the default when there is none of that type."""
        kept = self._store.value(name)
        if not isinstance(kept, str):
            return default
        try:
            value = json.loads(kept)
            if isinstance(default, bytes):
                value = base64.b64decode(value, validate=True)
        except (ValueError, TypeError, RecursionError, binascii.Error):
            return default
        if isinstance(default, float) and type(value) is int:
            value = float(value)
        return value if type(value) is type(default) else default

    def set(self, name: str, value: str | int | float | bool | bytes | list | dict) -> None:
        """Remember a value."""
        plain = base64.b64encode(value).decode("ascii") if isinstance(value, bytes) else value
        self._store.setValue(name, json.dumps(plain))

    def save(self) -> None:
        """Write what is remembered to disk now."""
        self._store.sync()
