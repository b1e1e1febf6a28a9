# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The random id of this device, in a file outside the logbook."""

from __future__ import annotations

import os

from logbook.core.errors import FolderUnusable
from logbook.core.light import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def known_device(path: str | Path) -> str:
    """This device's id when there is one, else "".

    Raises:
        OSError, UnicodeDecodeError: it cannot be read.
    """
    try:
        with open(path, encoding="ascii") as stream:  # noqa: PTH123 - pathlib loads slowly
            known = stream.read().strip()
    except FileNotFoundError:
        return ""
    return known if known.isalnum() else ""


def device_id(path: Path) -> str:
    """This device's random id, made at the first call. It lives outside the logbook.

    Raises:
        FolderUnusable: it cannot be kept.
    """
    try:
        if known := known_device(path):
            return known
        path.unlink(missing_ok=True)
    except (OSError, UnicodeDecodeError) as error:
        raise FolderUnusable(str(path.parent), str(error)) from error
    from logbook.files.replace import create_file

    fresh = os.urandom(8).hex()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        create_file(path, [fresh.encode()])
    except FileExistsError:
        return device_id(path)
    except OSError as error:
        raise FolderUnusable(str(path.parent), str(error)) from error
    return fresh
