# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The one SQLite engine (SQLCipher's build), its connections and its errors.

One engine for plain and encrypted files alike, so that behaviour is the same on every machine
(docs/decisions). Everything the engine raises becomes a `LogbookError` here.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

import sqlcipher3
from sqlcipher3 import dbapi2 as engine

from logbook.core.errors import (
    BusyLogbook,
    DamagedLogbook,
    DiskFull,
    LogbookError,
    LogbookGone,
    NotALogbook,
    ReadOnlyLogbook,
    StorageFailed,
)

Connection: TypeAlias = Any  # engine.Connection; the engine has no type information
EngineError: type[Exception] = engine.Error
IntegrityError: type[Exception] = engine.IntegrityError


class UnreadableRow(ValueError):
    """A stored row does not hold what this program writes; its message names no words."""


#: How long a writer waits for another process, in seconds (docs/design.md).
BUSY_TIMEOUT = 5.0

_ERRORS: dict[str, type[LogbookError]] = {
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
    uri = f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"
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


@contextlib.contextmanager
def engine_errors(path: Path) -> Iterator[None]:
    """Turn what the engine raises about the file at `path` into a `LogbookError`."""
    try:
        yield
    except (UnicodeDecodeError, UnreadableRow) as error:
        raise DamagedLogbook(str(path), type(error).__name__) from error
    except EngineError as error:
        # A text that is no UTF-8 has no error name, and the message would quote it.
        if isinstance(error, engine.OperationalError) and "UTF-8" in str(error):
            raise DamagedLogbook(str(path), "UTF-8") from error
        name = getattr(error, "sqlite_errorname", None) or ""
        if name.startswith("SQLITE_IOERR"):
            kind: type[LogbookError] = LogbookGone if not path.exists() else StorageFailed
        else:
            base = "_".join(name.split("_")[:2])
            kind = _ERRORS.get(base, StorageFailed)
        if kind is LogbookGone and path.exists():
            kind = ReadOnlyLogbook
        raise kind(str(path), f"{name} {error}".strip()) from error
