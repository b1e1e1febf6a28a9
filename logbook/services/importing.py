# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A file that is about to be imported: read from disk or a stream, checked without a logbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from logbook.files.lines import lines_of, read_lines
from logbook.formats.json_format import LINE_LIMIT, JsonReader


@dataclass(frozen=True, slots=True)
class Incoming:
    """Lines that can be asked for again; `name` is what errors call the file."""

    name: str
    lines: Callable[[], Iterator[bytes]]

    @classmethod
    def from_file(cls, path: Path) -> Incoming:
        """A file; it is read at each asking."""
        return cls(str(path), lambda: read_lines(path, line_limit=LINE_LIMIT))

    @classmethod
    def from_stream(cls, stream: BinaryIO, name: str) -> Incoming:
        """A stream, kept in memory: words of a logbook never go to a temporary file."""
        kept = list(lines_of(stream, name, line_limit=LINE_LIMIT))
        return cls(name, lambda: iter(kept))

    def check(self) -> int:
        """Read everything and keep nothing; how many entries there are.

        Raises:
            ImportUnreadable, FileNotText, FileTooLarge, FileUnreadable.
        """
        return sum(1 for _ in JsonReader(self.lines(), self.name).records())
