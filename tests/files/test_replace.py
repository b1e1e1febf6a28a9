# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A file is the old one or the new one, never half."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from logbook.files.replace import create_file, place_new, remove_leftovers, replace_file


def test_a_file_is_replaced_whole_and_private(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("oud")
    replace_file(path, [b"nie", b"uw"])
    assert path.read_bytes() == b"nieuw"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_failure_halfway_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("oud")

    def chunks() -> Iterator[bytes]:
        yield b"half"
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011 - the very error the chunks raise
        replace_file(path, chunks())
    assert path.read_text() == "oud"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["a.txt"]


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="files without a name are of Linux")
def test_what_is_half_written_has_no_name(tmp_path: Path) -> None:
    """A process that dies halfway leaves nothing: nobody finds half a packet."""

    def chunks() -> Iterator[bytes]:
        yield b"half"
        assert [p for p in tmp_path.iterdir() if p.is_file()] == []
        yield b"heel"

    replace_file(tmp_path / "a.txt", chunks())
    assert (tmp_path / "a.txt").read_bytes() == b"halfheel"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["a.txt"]


@pytest.mark.parametrize("missing", ["O_TMPFILE", "link"])
def test_a_file_gets_there_where_every_file_has_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    if missing == "link":
        monkeypatch.setattr(os, "link", refuse)
    else:
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    replace_file(tmp_path / "a.txt", [b"half", b"heel"])
    create_file(tmp_path / "b.txt", [b"half", b"heel"])
    for path in (tmp_path / "a.txt", tmp_path / "b.txt"):
        assert path.read_bytes() == b"halfheel"
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == ["a.txt", "b.txt"]


def test_creating_never_writes_over_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    create_file(path, [b"eerst"])
    with pytest.raises(FileExistsError):
        create_file(path, [b"daarna"])
    assert path.read_bytes() == b"eerst"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["a.txt"]


def test_a_logbook_or_pipe_is_never_replaced(tmp_path: Path) -> None:
    database, pipe = tmp_path / "logboek.db", tmp_path / "pijp"
    database.write_bytes(b"SQLite format 3\x00 en de rest")
    os.mkfifo(pipe)
    for path in (database, pipe, tmp_path):
        with pytest.raises(FileExistsError):
            replace_file(path, [b"nieuw"])
    assert database.read_bytes() == b"SQLite format 3\x00 en de rest"
    assert pipe.is_fifo()
    assert sorted(p.name for p in tmp_path.iterdir() if not p.is_dir()) == ["logboek.db", "pijp"]


def test_a_new_file_is_placed_without_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    source, target = tmp_path / "klaar", tmp_path / "plek"
    source.write_text("tekst")
    place_new(source, target)
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["plek"]
    source.write_text("later")
    with pytest.raises(FileExistsError):
        place_new(source, target)
    assert (source.read_text(), target.read_text()) == ("later", "tekst")


def test_what_a_killed_process_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "uit.json"
    old = [".uit.json.abcd_123.new", ".uit.json.0123abcd.import-journal"]
    kept = ["uit.json", "uit.json.abcd_123.new", ".uit.json.mijn", ".anders.json.abcd_123.new"]
    for name in old + kept:
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (0, 0))
    (tmp_path / ".uit.json.zzzzzzzz.new").write_text("nog bezig")
    remove_leftovers(path)
    found = sorted(p.name for p in tmp_path.iterdir() if p.is_file())
    assert found == sorted([*kept, ".uit.json.zzzzzzzz.new"])
