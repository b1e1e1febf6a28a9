# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A large file from outside, one line at a time, so that memory stays flat.

Belongs to the gate of `intake.py`; what the lines mean is left to others.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from logbook.core.errors import FileTooLarge, FileUnreadable


def read_lines(path: Path, *, line_limit: int) -> Iterator[bytes]:
    """The lines of a regular file, each with its line end.

    Raises:
        FileUnreadable: it is missing, not a regular file, or the system refuses.
        FileTooLarge: a line holds more than `line_limit` bytes.
    """
    try:
        # First without opening: a pipe without a writer would wait for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise FileUnreadable(str(path), "not a regular file")
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        raise FileUnreadable(str(path), str(error)) from error
    with stream:
        yield from lines_of(stream, str(path), line_limit=line_limit)


def lines_of(stream: BinaryIO, name: str, *, line_limit: int) -> Iterator[bytes]:
    """The lines of an open stream, each with its line end; `name` is what errors call it.

    Raises:
        FileTooLarge: a line holds more than `line_limit` bytes.
        FileUnreadable: reading failed.
    """
    while True:
        try:
            line = stream.readline(line_limit + 1)
        except OSError as error:
            raise FileUnreadable(name, str(error)) from error
        if not line:
            return
        if len(line) > line_limit:
            raise FileTooLarge(name, len(line), line_limit)
        yield line
