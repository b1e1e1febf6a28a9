# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
import os
from pathlib import Path

import pytest

from logbook.files import set_folder


@pytest.fixture
def parent(tmp_path: Path) -> Path:
    """The folder in which folders are placed."""
    made = tmp_path / "bundles"
    made.mkdir()
    return made


def filled(parent: Path, text: str = "nieuw") -> Path:
    staged = set_folder.make_staging(parent)
    set_folder.write_new(staged / "map" / "a.md", [text.encode()])
    return staged


def text_in(folder: Path) -> str:
    return (folder / "map" / "a.md").read_text()


def names(parent: Path) -> list[str]:
    return sorted(path.name for path in parent.iterdir())


def old(path: Path) -> Path:
    os.utime(path, (1_000_000, 1_000_000))
    return path


def test_a_filled_folder_gets_its_name(parent: Path) -> None:
    set_folder.place(filled(parent), parent / "x")
    assert text_in(parent / "x") == "nieuw"
    assert names(parent) == ["x"]


def test_a_new_folder_takes_the_place_of_the_old(parent: Path) -> None:
    set_folder.place(filled(parent, "oud"), parent / "x")
    set_folder.place(filled(parent), parent / "x")
    assert text_in(parent / "x") == "nieuw"
    assert names(parent) == ["x"]


def test_when_the_new_cannot_come_the_old_stays(parent: Path) -> None:
    set_folder.place(filled(parent, "oud"), parent / "x")
    with pytest.raises(OSError, match=r"\.new-none"):
        set_folder.place(parent / ".new-none", parent / "x")
    assert text_in(parent / "x") == "oud"
    assert names(parent) == ["x"]


def test_a_file_is_never_written_over(parent: Path) -> None:
    set_folder.write_new(parent / "a", [b"een"])
    with pytest.raises(FileExistsError):
        set_folder.write_new(parent / "a", [b"twee"])


def test_a_link_is_never_followed(parent: Path) -> None:
    (parent / "a").symlink_to(parent / "elders")
    with pytest.raises(OSError, match="a"):
        set_folder.write_new(parent / "a", [b"een"])
    assert not (parent / "elders").exists()


def test_what_was_set_aside_can_come_back(parent: Path) -> None:
    target = parent / "x"
    set_folder.place(filled(parent), target)
    set_folder.set_aside(target)
    assert not target.exists()
    set_folder.put_back(target)
    assert text_in(target) == "nieuw"


def test_what_was_set_aside_goes_when_a_new_one_comes(parent: Path) -> None:
    target = parent / "x"
    set_folder.place(filled(parent, "oud"), target)
    set_folder.set_aside(target)
    set_folder.place(filled(parent), target)
    assert names(parent) == ["x"]
    with pytest.raises(OSError, match="removed"):
        set_folder.put_back(target)


def test_forgetting_deletes_what_was_set_aside(parent: Path) -> None:
    set_folder.place(filled(parent), parent / "x")
    set_folder.set_aside(parent / "x")
    set_folder.forget_removed(parent / "x")
    assert names(parent) == []


def test_a_process_that_died_between_old_and_new_leaves_the_old(parent: Path) -> None:
    staged = old(filled(parent))
    set_folder.place(filled(parent, "oud"), parent / "x")
    (parent / "x").rename(parent / ".old-x")
    set_folder.recover(parent)
    assert text_in(parent / "x") == "oud"
    assert not staged.exists()
    assert names(parent) == ["x"]


def test_a_process_that_died_after_the_new_came_leaves_the_new(parent: Path) -> None:
    filled(parent, "oud").rename(parent / ".old-x")
    filled(parent).rename(parent / "x")
    set_folder.recover(parent)
    assert text_in(parent / "x") == "nieuw"
    assert names(parent) == ["x"]


def test_what_another_process_is_busy_with_is_left_alone(parent: Path) -> None:
    staged = filled(parent)
    (parent / ".removed-x").mkdir()
    set_folder.recover(parent)
    assert names(parent) == sorted([staged.name, ".removed-x"])


def test_old_leftovers_are_cleaned(parent: Path) -> None:
    old(filled(parent))
    for name in (".removed-x", ".gone-abc"):
        (parent / name / "map").mkdir(parents=True)
        old(parent / name)
    set_folder.recover(parent)
    assert names(parent) == []


def test_nothing_there_is_nothing_to_recover(parent: Path) -> None:
    set_folder.recover(parent / "none")
    assert names(parent) == []


def test_every_file_is_made_durable_and_told(parent: Path) -> None:
    staged = filled(parent)
    set_folder.write_new(staged / "b.md", [b"x"])
    seen: list[int] = []
    set_folder.sync_tree(staged, lambda: seen.append(1))
    assert len(seen) == 2


@pytest.mark.parametrize("name", [".gone-x", ".new-x", ".old-x", ".removed-x"])
@pytest.mark.parametrize("kind", ["pipe", "link", "dangling", "file"])
def test_what_is_no_folder_under_a_hidden_name_goes(parent: Path, name: str, kind: str) -> None:
    kept = parent.parent / "elders"
    kept.mkdir()
    (kept / "a").write_text("blijft")
    plant(parent / name, kind, kept)
    os.utime(parent / name, (1_000_000, 1_000_000), follow_symlinks=False)
    set_folder.recover(parent)
    assert names(parent) == []
    assert (kept / "a").read_text() == "blijft"


@pytest.mark.parametrize("kind", ["pipe", "link", "dangling", "file"])
def test_what_is_no_folder_gives_way(parent: Path, kind: str) -> None:
    kept = parent.parent / "elders"
    kept.mkdir()
    plant(parent / "x", kind, kept)
    plant(parent / ".old-x", kind, kept)
    set_folder.place(filled(parent), parent / "x")
    assert text_in(parent / "x") == "nieuw"
    assert names(parent) == ["x"]
    assert kept.is_dir()


def plant(path: Path, kind: str, elsewhere: Path) -> None:
    """Something that is no folder."""
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "link":
            path.symlink_to(elsewhere)
        case "dangling":
            path.symlink_to(elsewhere / "none")
        case _:
            path.write_text("x")
