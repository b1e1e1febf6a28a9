# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The one SQLite engine (SQLCipher's build), its connections and its errors.

One engine for plain and encrypted files alike, so that behaviour is the same on every machine
(docs/decisions). Everything the engine raises becomes a `LogbookError` here.
"""

from __future__ import annotations

import os
import sys

import sqlcipher3
from sqlcipher3 import dbapi2 as engine

from logbook.core.errors import (
    BusyLogbook,
    DamagedLogbook,
    DiskFull,
    LogbookError,
    LogbookGone,
    NotALogbook,
    PathError,
    ReadOnlyLogbook,
    StorageFailed,
)
from logbook.core.light import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType, TracebackType
    from typing import Any, TypeAlias

    Connection: TypeAlias = Any  # the engine has no type information
else:
    Connection = engine.Connection

EngineError: type[Exception] = engine.Error
IntegrityError: type[Exception] = engine.IntegrityError


class UnreadableRow(ValueError):
    """A stored row does not hold what this program writes; its message names no words."""


#: How long a writer waits for another process, in seconds (docs/design.md).
BUSY_TIMEOUT = 5.0

_ERRORS: dict[str, type[PathError]] = {
    "SQLITE_BUSY": BusyLogbook,
    "SQLITE_LOCKED": BusyLogbook,
    "SQLITE_CORRUPT": DamagedLogbook,
    # Our statements fit our tables: what does not parse any more is a damaged schema.
    "SQLITE_ERROR": DamagedLogbook,
    "SQLITE_NOTADB": NotALogbook,
    "SQLITE_FULL": DiskFull,
    "SQLITE_READONLY": ReadOnlyLogbook,
    "SQLITE_PERM": ReadOnlyLogbook,
    "SQLITE_CANTOPEN": LogbookGone,
}


def connect(path: Path, *, create: bool = False, any_thread: bool = False) -> Connection:
    """A connection with our pragmas, in autocommit: only `transaction()` opens transactions.

    Args:
        create: make the file; otherwise a missing file is an error.
        any_thread: its owner sees to it that one thread at a time uses it.
    """
    return connect_uri(path.absolute().as_uri(), create=create, any_thread=any_thread)


def connect_uri(uri: str, *, create: bool = False, any_thread: bool = False) -> Connection:
    """As `connect`, for who has no `Path`."""
    uri = f"{uri}?mode={'rwc' if create else 'rw'}"
    connection = engine.connect(
        uri, uri=True, timeout=BUSY_TIMEOUT, isolation_level=None, check_same_thread=not any_thread
    )
    try:
        connection.execute("pragma trusted_schema = off")
        connection.execute("pragma foreign_keys = on")
        connection.execute("pragma synchronous = full")
        connection.execute("pragma secure_delete = on")
    except BaseException:
        connection.close()
        raise
    return connection


def connect_memory() -> Connection:
    """A connection to an empty database in memory, in autocommit."""
    return engine.connect(":memory:", isolation_level=None)


def import_sqlite_utils() -> ModuleType:
    """sqlite-utils on top of our engine; it looks for `pysqlite3` first.

    Set in a function and not at import, so that short paths never pay for it.
    """
    sys.modules.setdefault("pysqlite3", sqlcipher3)
    sys.modules.setdefault("pysqlite3.dbapi2", engine)
    import sqlite_utils

    return sqlite_utils


class engine_errors:  # noqa: N801 - reads as the function that it could be
    """Turn what the engine raises about the file at `path` into a `LogbookError`.

    A class, because `contextlib` loads as long as a search takes.
    """

    __slots__ = ("_path",)

    def __init__(self, path: Path | str) -> None:
        self._path = path

    def __enter__(self) -> None:
        """Nothing is done before."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if isinstance(error, (UnicodeDecodeError, UnreadableRow)):
            raise DamagedLogbook(str(self._path), type(error).__name__) from error
        if isinstance(error, EngineError):
            raise _told(error, str(self._path)) from error


def _told(error: Exception, path: str) -> LogbookError:
    """What an error of the engine means for the file."""
    # A text that is no UTF-8 has no error name, and the message would quote it.
    if isinstance(error, engine.OperationalError) and "UTF-8" in str(error):
        return DamagedLogbook(path, "UTF-8")
    name = getattr(error, "sqlite_errorname", None) or ""
    is_there = os.path.exists(path)  # noqa: PTH110 - a search does without pathlib
    if name.startswith("SQLITE_IOERR"):
        kind: type[PathError] = StorageFailed if is_there else LogbookGone
    else:
        kind = _ERRORS.get("_".join(name.split("_")[:2]), StorageFailed)
    if kind is LogbookGone and is_there:
        kind = ReadOnlyLogbook
    return kind(path, f"{name} {error}".strip())
