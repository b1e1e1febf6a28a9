# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A logbook opened in no time: only when nothing at all is out of the ordinary.

Whatever is, is left to `storage.database`, which brings a logbook up to date and says what is
wrong. Loads neither pathlib nor json: those take longer than a search.
"""

from __future__ import annotations

import os
import stat

from logbook.core.light import TYPE_CHECKING
from logbook.storage.engine import Connection, EngineError, connect_uri
from logbook.storage.open_file import OpenFile
from logbook.storage.schema import (
    APPLICATION_ID,
    OUR_NAMES,
    SCHEMA_VERSION,
    SEARCH_TRIGGERS,
    is_our_trigger,
)

if TYPE_CHECKING:
    from logbook.storage.checked import CheckedFiles

_MAGIC = b"SQLite format 3\x00"
_HEADER_SIZE = 100
_PLAIN = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-")


def open_quickly(place: str, checked: CheckedFiles) -> OpenFile | None:
    """The logbook at an absolute place; None when it cannot be opened without a further look.

    Args:
        checked: tells whether this state was found good; told of the next one on closing.
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
            return OpenFile(place, connection, checked)
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


def _is_ordinary(place: str, checked: CheckedFiles) -> bool:
    """Whether a whole file of this very version stands here, as it was last found good."""
    status = os.stat(place)  # noqa: PTH116 - pathlib loads slowly
    if not stat.S_ISREG(status.st_mode):
        return False
    with open(place, "rb") as stream:  # noqa: PTH123
        raw = stream.read(_HEADER_SIZE)
    if len(raw) < _HEADER_SIZE or not raw.startswith(_MAGIC) or raw[18:20] != b"\x01\x01":
        return False
    if int.from_bytes(raw[60:64], "big") != SCHEMA_VERSION:
        return False
    if int.from_bytes(raw[68:72], "big") != APPLICATION_ID:
        return False
    return checked.is_known(place)
