# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A logbook opened to read in, in no time: only when nothing at all is out of the ordinary.

Whatever is, is left to `storage.database`, which brings a logbook up to date and says what is
wrong. Loads neither pathlib nor json: those take longer than a search.
"""

from __future__ import annotations

import os
import stat

from logbook.core.light import TYPE_CHECKING
from logbook.storage.engine import Connection, EngineError, connect_uri, engine_errors
from logbook.storage.schema import (
    APPLICATION_ID,
    OUR_NAMES,
    SCHEMA_VERSION,
    SEARCH_TRIGGERS,
    is_our_trigger,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

_MAGIC = b"SQLite format 3\x00"
_HEADER_SIZE = 100
_PLAIN = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-")


class QuickLogbook:
    """An open logbook of which is read only; offers what `Database` offers for that."""

    def __init__(self, path: str, connection: Connection) -> None:
        self.path = path
        self.connection = connection

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a reading statement."""
        with engine_errors(self.path):
            found: list[tuple[Any, ...]] = self.connection.execute(sql, parameters).fetchall()
            return found

    def data_version(self) -> int:
        """A number that changes when another connection has written."""
        return int(self.rows("pragma data_version")[0][0])

    def close(self) -> None:
        """Close; nothing was written."""
        self.connection.close()


def open_quickly(place: str, checked: str) -> QuickLogbook | None:
    """The logbook at an absolute place; None when it cannot be opened without a further look.

    Args:
        checked: the file of `CheckedFiles`, which tells whether this state was found good.
    """
    try:
        if not _is_ordinary(place, checked):
            return None
    except (OSError, ValueError):
        return None
    signs = (chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in os.fsencode(place))
    connection = None
    try:
        connection = connect_uri(f"file://{''.join(signs)}")
        if not foreign_name(connection):
            return QuickLogbook(place, connection)
    except (EngineError, UnicodeDecodeError):
        pass
    if connection is not None:
        connection.close()
    return None


def foreign_name(connection: Connection) -> str:
    """The first name in a file that is not ours, or that says something else; "" for none.

    A missing name makes the file foreign too, unless an older schema lacks it.
    """
    names = set()
    for kind, name, sql in connection.execute("select type, name, sql from sqlite_master"):
        if kind == "index":
            continue
        names.add(name)
        # A trigger runs what it says: one that says something else than ours is foreign too.
        ours = name in OUR_NAMES and (kind == "trigger") == (name in SEARCH_TRIGGERS)
        if not ours or kind == "view" or (kind == "trigger" and not is_our_trigger(name, sql)):
            return str(name)
    return "" if "entries" in names else "entries"


def _is_ordinary(place: str, checked: str) -> bool:
    """Whether a whole file of this very version stands here, as it was last found good."""
    status = os.stat(place)  # noqa: PTH116 - pathlib loads slowly
    # The other file may be there as a link that leads nowhere: then it does not exist, as ever.
    if not stat.S_ISREG(status.st_mode) or os.path.exists(place + "-journal"):  # noqa: PTH110
        return False
    with open(place, "rb") as stream:  # noqa: PTH123
        raw = stream.read(_HEADER_SIZE)
    if len(raw) < _HEADER_SIZE or not raw.startswith(_MAGIC) or raw[18:20] != b"\x01\x01":
        return False
    if int.from_bytes(raw[60:64], "big") != SCHEMA_VERSION:
        return False
    if int.from_bytes(raw[68:72], "big") != APPLICATION_ID:
        return False
    if not place.isascii() or not place.isprintable() or '"' in place or "\\" in place:
        return False  # JSON would write it in another way
    state = [status.st_size, status.st_mtime_ns, int.from_bytes(raw[24:28], "big")]
    with open(checked, encoding="utf-8") as known:  # noqa: PTH123
        return f'"{place}": {state}' in known.read()
