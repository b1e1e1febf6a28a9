# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a preview remembers while it is open: as a window's memory, without a file."""

from __future__ import annotations

from logbook.ui.memory import Value, WindowMemory


class PassingMemory(WindowMemory):
    """Values by name, gone with the window."""

    def __init__(self) -> None:
        # Not the initialiser of the real one: it opens the file of the window.
        self._values: dict[str, object] = {}

    def get(self, name: str, default: Value) -> Value:
        """What was set under this name, or the default when there is none of its type."""
        value = self._values.get(name, default)
        return value if isinstance(value, type(default)) else default

    def set(self, name: str, value: str | int | float | bool | bytes | list | dict) -> None:
        """Remember a value until the window closes."""
        self._values[name] = value

    def save(self) -> None:
        """There is nothing to save to."""
