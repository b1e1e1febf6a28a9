# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The one atomic write: a file is either the old one or the new one, never half.

Knows nothing of what is written; who calls it turns an OSError into a sentence.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path


def replace_file(path: Path, chunks: Iterable[bytes], *, mode: int = 0o600) -> None:
    """Write `chunks` to a temporary file beside `path`, sync it and put it in place.

    Args:
        path: target; its folder must exist.
        chunks: the content in order; it may be produced while it is written.
        mode: permissions of the new file.

    Raises:
        OSError: writing failed; `path` is as it was and no temporary file is left.
    """
    _through_temporary(path, chunks, mode, os.replace)


def create_file(path: Path, chunks: Iterable[bytes], *, mode: int = 0o600) -> None:
    """As `replace_file`, but never over something that is there.

    Raises:
        FileExistsError: `path` is there already.
        OSError: writing failed; no file is left.
    """

    def link(source: str, target: Path) -> None:
        os.link(source, target)
        Path(source).unlink()

    _through_temporary(path, chunks, mode, link)


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
    descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            for chunk in chunks:
                stream.write(chunk)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(mode)
        place(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise
    sync_folder(path.parent)
