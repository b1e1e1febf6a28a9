# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The random id of this device, in a file outside the logbook."""

from __future__ import annotations

import os
from pathlib import Path

from logbook.core.errors import FolderUnusable
from logbook.files.replace import create_file


def device_id(path: Path) -> str:
    """This device's random id, made at the first call. It lives outside the logbook.

    Raises:
        FolderUnusable: it cannot be kept.
    """
    try:
        known = path.read_text(encoding="ascii").strip()
        if known.isalnum():
            return known
        path.unlink()
    except FileNotFoundError:
        pass
    except (OSError, UnicodeDecodeError) as error:
        raise FolderUnusable(str(path.parent), str(error)) from error
    fresh = os.urandom(8).hex()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        create_file(path, [fresh.encode()])
    except FileExistsError:
        return device_id(path)
    except OSError as error:
        raise FolderUnusable(str(path.parent), str(error)) from error
    return fresh
