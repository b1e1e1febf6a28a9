# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The one door to a file of ours: look at raw bytes, open, check, then write.

Which kinds of file there are stands in `family`; where nothing is said a file is a logbook. Offers
transactions; what stands in the tables is left to the stores. An encrypted file will come through
this same door. Order of the checks: docs/design.md, "Opening".
"""

from __future__ import annotations

import contextlib
import itertools
import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from logbook.core.errors import (
    DamagedLogbook,
    EmptyLogbook,
    FileUnreadable,
    FolderUnusable,
    LogbookMissing,
    NewerLogbook,
    NotALogbook,
    PathError,
)
from logbook.files.replace import place_new, remove_leftovers, sync_folder
from logbook.storage.checked import CheckedFiles
from logbook.storage.engine import Connection, connect, connect_memory, engine_errors
from logbook.storage.family import LOGBOOK, Family
from logbook.storage.open_file import OpenFile

_MAGIC = b"SQLite format 3\x00"
_HEADER_SIZE = 100


class Header(NamedTuple):
    """What the first hundred bytes of a file say about it."""

    application_id: int
    user_version: int
    page_size: int
    page_count: int


class Database(OpenFile):
    """An open logbook. Make one with `open_database`; one per thread."""

    path: Path

    def beside(self) -> Database:
        """A second connection to this file, to read with; one thread at a time, whichever.

        The file is not looked at anew: opening it would end the locks this process has on it.
        """
        with engine_errors(self.path):
            return Database(self.path, connect(self.path, any_thread=True), None)


def open_database(
    path: Path,
    *,
    create: bool = False,
    checked: CheckedFiles | None = None,
    family: Family = LOGBOOK,
) -> Database:
    """Open a logbook after checking that it is ours, whole and not newer.

    Args:
        path: the logbook file.
        create: make a missing logbook, in one step and never over something else.
        checked: remembers which state of a file passed `quick_check`, so that an unchanged
            file is not read through again; None checks always.

    Raises:
        LogbookMissing, EmptyLogbook, NotALogbook, NewerLogbook, DamagedLogbook,
        ReadOnlyLogbook, BusyLogbook, FolderUnusable, FileUnreadable: nothing was changed.
    """
    path = path.expanduser()
    if create:
        remove_leftovers(path)
    with _file_errors(path):
        if not _there(path):
            if not create:
                raise LogbookMissing(str(path))
            create_logbook(path, family)
        header = read_header(path, family)
        known_good = checked is not None and checked.is_known(path)
    with engine_errors(path):
        connection = connect(path)
        try:
            _check_names(path, connection, family)
            if not known_good:
                _quick_check(path, connection)
            # Not before the checks: leaving a write-ahead log rewrites the header.
            connection.execute("pragma journal_mode = delete")
            if header.user_version < family.version:
                _migrate(path, connection, family)
        except BaseException:
            connection.close()
            raise
    return Database(path, connection, checked)


def memory_database(path: Path) -> Database:
    """An empty logbook in memory, of which nothing ever reaches a disk; gone when it is closed.

    Args:
        path: how errors name it; there is no such file.
    """
    with engine_errors(path):
        connection = connect_memory()
        connection.execute("pragma temp_store = memory")
        connection.execute("pragma foreign_keys = on")
        LOGBOOK.migrate(connection)
    return Database(path, connection, None)


def read_header(path: Path, family: Family = LOGBOOK) -> Header:
    """Check the raw bytes of a file that exists; nothing is opened or changed.

    Raises:
        EmptyLogbook, NotALogbook, NewerLogbook, DamagedLogbook.
    """
    with path.open("rb") as stream:
        raw = stream.read(_HEADER_SIZE)
    if not raw:
        raise EmptyLogbook(str(path))
    if len(raw) < _HEADER_SIZE or not raw.startswith(_MAGIC):
        raise NotALogbook(str(path))
    page_size = struct.unpack(">H", raw[16:18])[0]
    page_count, user_version, application_id = struct.unpack(">I28xI4xI", raw[28:72])
    header = Header(
        application_id, user_version, 65536 if page_size == 1 else page_size, page_count
    )
    if header.application_id != family.application_id:
        raise NotALogbook(str(path))
    if header.user_version > family.version:
        raise NewerLogbook(str(path), header.user_version, family.version)
    if header.user_version < 1:
        raise DamagedLogbook(str(path), "no version")
    has_journal = path.with_name(path.name + "-journal").exists()
    if not has_journal and path.stat().st_size < header.page_count * header.page_size:
        raise DamagedLogbook(str(path), "file is shorter than its header says")
    return header


def create_logbook(path: Path, family: Family = LOGBOOK) -> None:
    """Make an empty file beside `path` and put it in place in one step, mode 0600.

    Raises:
        NotALogbook: a journal of another file stands where ours would be.
        FolderUnusable: the folder cannot be made or written.
    """
    if path.with_name(path.name + "-journal").exists():
        raise NotALogbook(str(path), "journal without a logbook")
    with (
        contextlib.suppress(FileExistsError),  # who comes second opens what the first one made
        _assembled(path) as new,
        contextlib.closing(connect(new, create=True)) as connection,
    ):
        family.migrate(connection)


def copy_logbook(database: Database, target: Path) -> None:
    """Copy an open logbook to a place where nothing stands yet; the copy is checked.

    Raises:
        FileExistsError: something stands at `target`, perhaps since a moment ago.
        FolderUnusable: the folder cannot be made or written.
        LogbookError: reading or writing failed; nothing stands at `target`.
    """
    with _assembled(target) as new, contextlib.closing(connect(new, create=True)) as connection:
        database.connection.backup(connection)
        _quick_check(new, connection)


@contextlib.contextmanager
def _assembled(path: Path) -> Iterator[Path]:
    """A private temporary file beside `path` that is put in place when the block succeeds."""
    new = path.with_name(f".{path.name}.{os.urandom(4).hex()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise FolderUnusable(str(path.parent), str(error)) from error
    try:
        os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with engine_errors(new):
            yield new
        place_new(new, path)
        sync_folder(path.parent)
    except FileExistsError:
        raise
    except PathError as error:
        raise type(error)(str(path), error.detail) from error
    except OSError as error:
        raise FolderUnusable(str(path.parent), str(error)) from error
    finally:
        for leftover in (new, new.with_name(new.name + "-journal")):
            with contextlib.suppress(OSError):
                leftover.unlink()


def _migrate(path: Path, connection: Connection, family: Family) -> None:
    """Copy the file beside itself, then run what is pending.

    The copy is put in place when it is whole; a file that another process brought up to date in
    the meantime is not copied once more.
    """
    version = connection.execute("pragma user_version").fetchone()[0]
    if version < family.version:
        _keep_copy(path, version, connection)
    family.migrate(connection)


def _keep_copy(path: Path, version: int, connection: Connection) -> None:
    """Copy to `logboek.versie-1.db`, or to `logboek.versie-1-2.db` when that is there, and so on.

    A name is only taken by a whole copy.
    """
    for number in itertools.count(1):
        again = f"-{number}" if number > 1 else ""
        copy = path.with_name(f"{path.stem}.versie-{version}{again}{path.suffix}")
        if copy.exists():
            continue
        remove_leftovers(copy)
        try:
            with _assembled(copy) as new, contextlib.closing(connect(new, create=True)) as target:
                connection.backup(target)
        except FileExistsError:  # another process took the name a moment ago
            continue
        return


def _check_names(path: Path, connection: Connection, family: Family) -> None:
    if name := family.foreign_name(connection):
        raise NotALogbook(str(path), name)


def _quick_check(path: Path, connection: Connection) -> None:
    result = connection.execute("pragma quick_check(1)").fetchone()[0]
    if result != "ok":
        raise DamagedLogbook(str(path), str(result))


def _there(path: Path) -> bool:
    if path.is_dir():
        raise NotALogbook(str(path), "folder")
    if path.is_symlink() and not path.exists():
        raise LogbookMissing(str(path))
    if path.exists() and not path.is_file():
        raise NotALogbook(str(path), "not a regular file")
    return path.exists()


@contextlib.contextmanager
def _file_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError as error:
        raise FileUnreadable(str(path), str(error)) from error
    except OSError as error:
        raise FolderUnusable(str(path.parent), str(error)) from error
