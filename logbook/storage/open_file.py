# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A file of ours that is open: reading from it, one act of the user at a time, and closing.

How one is opened, after which checks, is left to `database.py` and `quick.py`. Loads fast.
"""

from __future__ import annotations

import os

from logbook.core.errors import LogbookGone
from logbook.core.light import TYPE_CHECKING
from logbook.storage.engine import engine_errors

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import TracebackType
    from typing import Any

    from logbook.storage.checked import CheckedFiles
    from logbook.storage.engine import Connection


class OpenFile:
    """An open file; one per thread.

    Args:
        checked: where closing notes that this state of the file is good; None notes nothing.
    """

    path: str | Path

    def __init__(
        self, path: str | Path, connection: Connection, checked: CheckedFiles | None
    ) -> None:
        self.path = path
        self.connection = connection
        self._checked = checked
        self._identity = _identity(path)
        self._closed = False

    def transaction(self) -> _Act:
        """One act of the user: `begin immediate` … commit, or nothing at all. Gives the connection.

        Raises:
            LogbookError: the file is gone, busy, full, read-only or damaged; nothing was written.
        """
        return _Act(self)

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a reading statement."""
        with engine_errors(self.path):
            found: list[tuple[Any, ...]] = self.connection.execute(sql, parameters).fetchall()
            return found

    def data_version(self) -> int:
        """A number that changes when another connection has written."""
        return int(self.rows("pragma data_version")[0][0])

    def check_in_place(self) -> None:
        """Refuse to go on when another file, or none, stands where this one was.

        Raises:
            LogbookGone.
        """
        if self._identity is not None and _identity(self.path) != self._identity:
            raise LogbookGone(str(self.path))

    def close(self) -> None:
        """Close, and remember that this state of the file is good."""
        if self._closed:
            return
        self._closed = True
        with engine_errors(self.path):
            self.connection.close()
        if self._checked is not None and _identity(self.path) == self._identity is not None:
            self._checked.remember(self.path)


class _Act:
    """See `OpenFile.transaction`; a class, because `contextlib` loads as long as a note takes."""

    __slots__ = ("_file",)

    def __init__(self, file: OpenFile) -> None:
        self._file = file

    def __enter__(self) -> Connection:
        self._file.check_in_place()
        with engine_errors(self._file.path):
            self._file.connection.execute("begin immediate")
        return self._file.connection

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        connection, errors = self._file.connection, engine_errors(self._file.path)
        with errors:
            try:
                if error is None:
                    self._file.check_in_place()
                    connection.execute("commit")
            finally:
                if connection.in_transaction:
                    connection.execute("rollback")
        errors.__exit__(kind, error, traceback)


def _identity(path: str | Path) -> tuple[int, int] | None:
    try:
        status = os.stat(path)  # noqa: PTH116 - pathlib loads slowly
    except OSError:
        return None
    return status.st_dev, status.st_ino
