# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where commands speak: data on stdout, messages on stderr, both UTF-8; and reading stdin."""

from __future__ import annotations

import os
import sys

from logbook.core.errors import FileNotText, FileTooLarge, FileUnreadable, OutputRefused
from logbook.core.light import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

#: What errors call stdin.
STDIN = "de standaardinvoer"

# Names of files may hold them, and sentences name files.
_STEERING = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"


def prepare() -> None:
    """Speak UTF-8 whatever the system's habit; what cannot be shown becomes an escape.

    A stream that was closed before we began gives nothing and takes everything.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            from pathlib import Path

            nothing = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - for good
            setattr(sys, name, nothing)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def write(text: str) -> None:
    """Data, exactly as given.

    Raises:
        OutputRefused: it cannot go where the user sent it, such as a full disk.
        BrokenPipeError: nobody reads on.
    """
    try:
        sys.stdout.write(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputRefused(str(error)) from error


def write_chunks(chunks: Iterable[str]) -> None:
    """Data in pieces."""
    for chunk in chunks:
        write(chunk)


def write_json(value: Any) -> None:
    """Data for a program."""
    import json

    write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def write_json_array(values: Iterable[Any]) -> None:
    """An array for a program, one element at a time."""
    import json

    between = "[\n"
    for value in values:
        write(between + json.dumps(value, ensure_ascii=False))
        between = ",\n"
    write("\n]\n" if between == ",\n" else "[]\n")


def finish() -> None:
    """Let out what was written so far.

    Raises:
        OutputRefused, BrokenPipeError: see `write`.
    """
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputRefused(str(error)) from error


def visible(text: str) -> str:
    """A text in which signs that steer a terminal, or turn its order of reading, are seen."""
    if text.replace("\n", "").isprintable():
        return text
    import re

    return re.sub(_STEERING, "\ufffd", text)


def say(sentence: str) -> None:
    """A message for the person at the keyboard; when nobody can hear it, it is dropped."""
    try:  # noqa: SIM105 - contextlib loads slowly
        sys.stdout.flush()
    except OSError:
        pass  # what stdout could not let out fails once more at the end
    try:
        sys.stderr.write(visible(sentence) + "\n")
    except OSError:
        return


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
