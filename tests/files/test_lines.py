# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from logbook.core.errors import FileTooLarge, FileUnreadable
from logbook.files.lines import lines_of, read_lines


class Broken(io.BytesIO):
    def readline(self, size: int | None = -1, /) -> bytes:
        raise OSError(5, "input/output error")


def test_lines_keep_their_ends(tmp_path: Path) -> None:
    path = tmp_path / "bestand"
    path.write_bytes(b"een\r\ntwee\ndrie")
    assert list(read_lines(path, line_limit=10)) == [b"een\r\n", b"twee\n", b"drie"]


def test_a_line_that_goes_on_is_refused() -> None:
    lines = lines_of(io.BytesIO(b"kort\n" + b"x" * 100), "stroom", line_limit=10)
    assert next(lines) == b"kort\n"
    with pytest.raises(FileTooLarge):
        next(lines)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    with pytest.raises(FileUnreadable):
        next(read_lines(tmp_path / "pijp", line_limit=10))


def test_a_stream_that_breaks_is_told() -> None:
    with pytest.raises(FileUnreadable):
        next(lines_of(Broken(), "stroom", line_limit=10))


@pytest.mark.parametrize("name", ["weg", "nul\0teken", "."])
def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileUnreadable):
        next(read_lines(tmp_path / name, line_limit=10))
