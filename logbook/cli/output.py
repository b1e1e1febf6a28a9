# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where commands speak: data on stdout, messages on stderr, both UTF-8; and reading stdin."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

from logbook.core.errors import FileNotText, FileTooLarge, FileUnreadable

#: What errors call stdin.
STDIN = "de standaardinvoer"


def prepare() -> None:
    """Speak UTF-8 whatever the system's habit; what cannot be shown becomes an escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def write(text: str) -> None:
    """Data, exactly as given."""
    sys.stdout.write(text)


def write_chunks(chunks: Iterable[str]) -> None:
    """Data in pieces."""
    for chunk in chunks:
        sys.stdout.write(chunk)


def write_json(value: Any) -> None:
    """Data for a program."""
    import json

    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def write_json_array(values: Iterable[Any]) -> None:
    """An array for a program, one element at a time."""
    import json

    between = "[\n"
    for value in values:
        sys.stdout.write(between + json.dumps(value, ensure_ascii=False))
        between = ",\n"
    sys.stdout.write("\n]\n" if between == ",\n" else "[]\n")


def say(sentence: str) -> None:
    """A message for the person at the keyboard."""
    sys.stdout.flush()
    sys.stderr.write(sentence + "\n")


def read_input(name: str, limit: int) -> tuple[str, str]:
    """The text of a file, or of stdin for `-`, and what errors call it.

    Args:
        limit: in bytes.

    Raises:
        FileNotText, FileTooLarge, FileUnreadable.
    """
    if name != "-":
        from pathlib import Path

        from logbook.files.intake import read_text

        return read_text(Path(name), limit=limit), name
    try:
        content = sys.stdin.buffer.read(limit + 1)
    except OSError as error:
        raise FileUnreadable(STDIN, str(error)) from error
    if len(content) > limit:
        raise FileTooLarge(STDIN, len(content), limit)
    try:
        return content.decode("utf-8-sig"), STDIN
    except UnicodeDecodeError as error:
        raise FileNotText(STDIN, f"byte {error.start}") from error
