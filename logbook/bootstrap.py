# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The composition root: paths, settings, database and services become one frozen value."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from logbook.core.errors import FolderUnusable, LogbookError, SettingsDamaged
from logbook.files.replace import create_file
from logbook.paths import Paths, find_paths
from logbook.services.content import ContentService
from logbook.services.place import move_logbook
from logbook.services.reading import Reading
from logbook.services.transfer import Transfer
from logbook.services.writing import Writing
from logbook.settings import Settings, load_settings
from logbook.storage.checked import CheckedFiles
from logbook.storage.database import Database, open_database
from logbook.storage.writes import Writer


@dataclass(frozen=True, slots=True)
class Services:
    """Everything a window or a command can do with one open logbook."""

    paths: Paths
    content: ContentService
    reading: Reading
    writing: Writing
    transfer: Transfer
    _database: Database

    def close(self) -> None:
        """Close the logbook."""
        self._database.close()

    def move(self, target: Path) -> None:
        """Move the logbook to another place and close it; open it there anew.

        Raises:
            LogbookError: it stays where it is, open.
        """
        move_logbook(self._database, target)


def locate(logbook: Path | None = None) -> tuple[Paths, Settings, LogbookError | None]:
    """The places and choices of this user, the same for window and commands.

    The logbook is the one asked for, else `LOGBOOK_FILE`, else the one in the settings, else
    the default.

    Args:
        logbook: the file asked for on the command line.

    Returns:
        Places, settings, and what was wrong with the settings file (then the defaults hold).
    """
    paths = find_paths(logbook=logbook)
    settings, problem = Settings(), None
    try:
        settings = load_settings(paths.settings)
    except SettingsDamaged as error:
        problem = error
    if settings.logbook and logbook is None and not os.environ.get("LOGBOOK_FILE"):
        paths = replace(paths, logbook=Path(settings.logbook).expanduser().absolute())
    return paths, settings, problem


def now_utc() -> datetime:
    """The present moment, aware UTC."""
    return datetime.now(UTC)


def new_id() -> str:
    """A new UUIDv7 as text."""
    import uuid_utils

    return str(uuid_utils.uuid7())


def open_services(paths: Paths, *, create: bool, now: Callable[[], datetime] = now_utc) -> Services:
    """Open the logbook and build the services on it.

    Args:
        create: make a missing logbook (window, `note`, `answer`, `import`, `demo`).

    Raises:
        LogbookError: the logbook cannot be opened; nothing was changed.
    """
    database = open_database(paths.logbook, create=create, checked=CheckedFiles(paths.checked))
    content = ContentService(paths)
    writer = Writer(device_id(paths.device), new_id)
    return Services(
        paths,
        content,
        Reading(database, content.library, now),
        Writing(database, content.library, now, writer),
        Transfer(database, content.library, now, writer),
        database,
    )


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
    fresh = secrets.token_hex(8)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        create_file(path, [fresh.encode()])
    except FileExistsError:
        return device_id(path)
    except OSError as error:
        raise FolderUnusable(str(path.parent), str(error)) from error
    return fresh


def set_private_umask() -> None:
    """Files of this process are readable by their owner only."""
    os.umask(0o077)
