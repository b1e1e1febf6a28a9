# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Answer files in a folder: several in one go, all or none, with names that say nothing."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from logbook.core.errors import FileNotWritten
from logbook.files.replace import create_file, replace_file

_MOST = 10_000


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A reaction that was written: for whom, and the name of its file."""

    packet: str
    student: str
    file: str


@contextlib.contextmanager
def write_together(folder: Path, day: date, contents: Sequence[bytes]) -> Iterator[tuple[str, ...]]:
    """Write files beside each other and give their names; when the block fails they are gone.

    Raises:
        FileNotWritten: nothing was written.
    """
    written: list[Path] = []
    try:
        for data in contents:
            written.append(_write(folder, day, data))
        yield tuple(path.name for path in written)
    except BaseException:
        for path in written:
            with contextlib.suppress(OSError):
                path.unlink()
        raise


def save_page(path: Path, page: str) -> None:
    """Write a page of the desk, such as a reading bundle, where the user wants it.

    Raises:
        FileNotWritten: what stood there still does.
    """
    try:
        replace_file(path, [page.encode()])
    except OSError as error:
        raise FileNotWritten(str(path), str(error)) from error


def _write(folder: Path, day: date, data: bytes) -> Path:
    for number in itertools.count(1):
        again = f"-{number}" if number > 1 else ""
        path = folder / f"reactie-{day.isoformat()}{again}.json"
        try:
            create_file(path, [data])
        except FileExistsError as error:
            if number < _MOST:
                continue
            raise FileNotWritten(str(path), "exists") from error
        except OSError as error:
            raise FileNotWritten(str(path), str(error)) from error
        return path
    raise AssertionError
