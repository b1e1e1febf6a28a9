# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Whole folders put in place, set aside and put back, so that a reader sees the old or the new.

Works in one parent folder with hidden names of its own: `.new-…` is being filled, `.old-NAME` gives
way to its follower, `.removed-NAME` waits for the user's second thoughts, `.gone-…` is being
deleted. What a killed process left behind is put right by `recover`.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from logbook.files.replace import sync_folder

_NEW, _OLD, _REMOVED, _GONE = ".new-", ".old-", ".removed-", ".gone-"
_AT_WORK = 3_600
_SECOND_THOUGHTS = 24 * 3_600
_WAITING = ((_NEW, _AT_WORK), (_REMOVED, _SECOND_THOUGHTS))


def make_staging(parent: Path) -> Path:
    """A new empty folder in `parent`, to be filled and then given its name by `place`.

    Raises:
        OSError: it cannot be made.
    """
    parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    return Path(tempfile.mkdtemp("", _NEW, parent))


def write_new(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a file that is not there yet, with its folders; never through a link.

    Raises:
        OSError: it is there already, or writing failed.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        for chunk in chunks:
            stream.write(chunk)


def sync_tree(folder: Path, after_each: Callable[[], None]) -> None:
    """Make everything below a folder durable.

    Args:
        after_each: called after every file; may raise to stop.

    Raises:
        OSError: the disk refused.
    """
    for place, _, files in os.walk(folder):
        for name in files:
            descriptor = os.open(Path(place) / name, os.O_RDWR | getattr(os, "O_BINARY", 0))
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
            after_each()
        sync_folder(Path(place))


def place(staged: Path, target: Path) -> None:
    """Give a filled folder its name; what stood there keeps its place until then.

    Raises:
        OSError: it failed; `target` is as it was and `staged` is where it was.
    """
    old = _aside(target, _OLD)
    _delete(old)
    moved = os.path.lexists(target)
    if moved:
        target.rename(old)
    try:
        staged.rename(target)
    except OSError:
        if moved:
            old.rename(target)
        raise
    sync_folder(target.parent)
    _delete(old)
    _delete(_aside(target, _REMOVED))


def set_aside(target: Path) -> None:
    """Take a folder away, so that it can be put back.

    Raises:
        OSError: it failed; `target` is as it was.
    """
    removed = _aside(target, _REMOVED)
    _delete(removed)
    target.rename(removed)
    with contextlib.suppress(OSError):
        os.utime(removed)
    sync_folder(target.parent)


def put_back(target: Path) -> None:
    """Undo `set_aside`.

    Raises:
        OSError: it is gone, or something else stands there now.
    """
    _aside(target, _REMOVED).rename(target)
    sync_folder(target.parent)


def forget_removed(target: Path) -> None:
    """Delete for good what `set_aside` kept."""
    _delete(_aside(target, _REMOVED))


def discard(staged: Path) -> None:
    """Delete a folder that was being filled."""
    _delete(staged)


def recover(parent: Path) -> None:
    """Put right what a killed process or a power cut left behind; does what it can.

    A folder that had given way when its follower did not come yet gets its place back. What
    another process may be busy with is left alone for an hour, and what was removed for a day.
    """
    names: list[str] = []
    with contextlib.suppress(OSError), os.scandir(parent) as found:
        names = sorted(item.name for item in found if item.name.startswith("."))
    for name in names:
        path = parent / name
        if name.startswith(_OLD):
            _recover_old(path, parent / name.removeprefix(_OLD))
        elif name.startswith(_GONE):
            _erase(path)
        elif any(name.startswith(mark) and _is_older(path, age) for mark, age in _WAITING):
            _delete(path)


def _recover_old(old: Path, target: Path) -> None:
    if os.path.lexists(target) or not _is_real_folder(old):
        _delete(old)
        return
    with contextlib.suppress(OSError):
        old.rename(target)
        sync_folder(target.parent)


def _is_older(path: Path, seconds: int) -> bool:
    try:
        return path.stat(follow_symlinks=False).st_mtime < time.time() - seconds
    except OSError:
        return False


def _aside(target: Path, mark: str) -> Path:
    return target.with_name(f"{mark}{target.name}")


def _delete(path: Path) -> None:
    """Take a folder away in one step, then delete it; half of it is never seen under its name."""
    if not os.path.lexists(path):
        return
    if not _is_real_folder(path):
        _erase(path)
        return
    try:
        gone = Path(tempfile.mkdtemp("", _GONE, path.parent))
        path.rename(gone / path.name)
    except OSError:
        gone = path
    _erase(gone)


def _erase(path: Path) -> None:
    """Delete a folder with all in it, or one thing that is no folder; a link is not followed."""
    if _is_real_folder(path):
        shutil.rmtree(path, ignore_errors=True)
    else:  # `rmtree` would open a pipe, and wait for ever
        with contextlib.suppress(OSError):
            path.unlink()


def _is_real_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()
