# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The one atomic write: a file is either the old one or the new one, never half.

Knows nothing of what is written, only that a logbook or a device is never written over; who calls
it turns an OSError into a sentence.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

_DATABASE = b"SQLite format 3\x00"
_LEFTOVER = r"[a-z0-9_]{8}\.(?:new|import)(?:-journal)?"
_AT_WORK = 3600
_OF_PROCESS = "/proc/self/fd"
_CHUNK = 1 << 20
_BINARY = getattr(os, "O_BINARY", 0)


def replace_file(path: Path, chunks: Iterable[bytes], *, mode: int = 0o600) -> None:
    """Write `chunks` to a temporary file beside `path`, sync it and put it in place.

    Args:
        path: target; its folder must exist.
        chunks: the content in order; it may be produced while it is written.
        mode: permissions of the new file.

    Raises:
        OSError: writing failed, or a folder, device, pipe or database stands there; `path` is as
            it was and no temporary file is left.
    """
    _check_target(path)
    _through_temporary(path, chunks, mode, os.replace)


def create_file(path: Path, chunks: Iterable[bytes], *, mode: int = 0o600) -> None:
    """As `replace_file`, but never over something that is there.

    Raises:
        FileExistsError: `path` is there already.
        OSError: writing failed; no file is left.
    """

    def place(source: str, target: Path) -> None:
        place_new(Path(source), target)

    _through_temporary(path, chunks, mode, place)


def place_new(source: Path, target: Path) -> None:
    """Give a finished file its name in the same folder, in one step and never over another.

    Raises:
        FileExistsError: `target` is there already; `source` is where it was.
    """
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except (NotImplementedError, OSError):
        # File systems without hard links (FAT, some network drives): claim the name first.
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            source.replace(target)
        except OSError:
            target.unlink()
            raise
    else:
        source.unlink()


def _check_target(path: Path) -> None:
    if not path.exists():
        return
    if not path.is_file():
        raise FileExistsError(errno.EEXIST, "not a regular file", str(path))
    with path.open("rb") as stream:
        if stream.read(len(_DATABASE)) == _DATABASE:
            raise FileExistsError(errno.EEXIST, "a database", str(path))


def remove_leftovers(path: Path) -> None:
    """Remove temporary files for `path` that a killed process or a power cut left behind.

    Only names that this program gives, and none of the last hour: another may be at work.
    """
    pattern = re.compile(re.escape(f".{path.name}.") + _LEFTOVER)
    before = time.time() - _AT_WORK
    with contextlib.suppress(OSError), os.scandir(path.parent) as found:
        for item in found:
            if not pattern.fullmatch(item.name) or not item.is_file(follow_symlinks=False):
                continue
            with contextlib.suppress(OSError):
                if item.stat(follow_symlinks=False).st_mtime < before:
                    Path(item.path).unlink()


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` durable; does nothing where folders cannot be opened."""
    flags = getattr(os, "O_DIRECTORY", None)
    if flags is None:
        return
    descriptor = os.open(folder, os.O_RDONLY | flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _through_temporary(
    path: Path, chunks: Iterable[bytes], mode: int, place: Callable[[str, Path], None]
) -> None:
    remove_leftovers(path)
    # By hand: `tempfile` loads longer than a small export takes.
    temporary = str(path.with_name(f".{path.name}.{os.urandom(4).hex()}.new"))
    try:
        with _open_temporary(temporary) as stream:
            for chunk in chunks:
                stream.write(chunk)
            stream.flush()
            os.fsync(stream.fileno())
            _name(stream, temporary)
        Path(temporary).chmod(mode)
        place(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise
    sync_folder(path.parent)


def _open_temporary(temporary: str) -> BinaryIO:
    """A new file to write, without a name where the system can do that: a kill leaves nothing."""
    nameless = getattr(os, "O_TMPFILE", None)
    if nameless is not None and Path(_OF_PROCESS).is_dir():
        with contextlib.suppress(OSError):  # not on every file system
            folder = Path(temporary).parent
            return os.fdopen(os.open(folder, nameless | os.O_RDWR, 0o600), "w+b")
    return os.fdopen(_create(temporary), "wb")


def _create(temporary: str) -> int:
    return os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY, 0o600)


def _name(written: BinaryIO, temporary: str) -> None:
    """Give a file without a name this one; where that may not be, write it anew under the name."""
    if os.fstat(written.fileno()).st_nlink:
        return
    # With a folder of the source, Python has the system follow the link in /proc.
    folder = os.open(Path(temporary).parent, os.O_RDONLY)
    try:
        os.link(f"{_OF_PROCESS}/{written.fileno()}", temporary, src_dir_fd=folder)
    except OSError:
        written.seek(0)
        with os.fdopen(_create(temporary), "wb") as stream:
            while chunk := written.read(_CHUNK):
                stream.write(chunk)
            stream.flush()
            os.fsync(stream.fileno())
    finally:
        os.close(folder)
