# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The lines of a file that is about to be imported, from disk or from a stream."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from logbook.files import lines
from logbook.formats.json_reader import LINE_LIMIT


def read_lines(path: Path) -> Iterator[bytes]:
    """The lines of a file.

    Raises:
        FileUnreadable, FileTooLarge.
    """
    return lines.read_lines(path, line_limit=LINE_LIMIT)


def lines_of(stream: BinaryIO, name: str) -> Iterator[bytes]:
    """The lines of a stream; `name` is what errors call it.

    Raises:
        FileUnreadable, FileTooLarge.
    """
    return lines.lines_of(stream, name, line_limit=LINE_LIMIT)
