# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Which names of files from outside are safe to give to a file, on every system alike.

Source: Microsoft Learn, "Naming Files, Paths, and Namespaces", for the names and signs that
Windows keeps for itself.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

#: Folders and the file itself.
DEPTH = 6
PART_LENGTH = 100

_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)
_REFUSED_SIGNS = frozenset('<>:"|?*')


class NameRefused(ValueError):
    """A name that is not given to a file.

    Args:
        reason: "out" (it leads elsewhere), "name" (not usable everywhere), "reserved", "deep" or
            "double" (the same as another to some systems).
        fact: the name.
    """

    def __init__(self, reason: str, fact: str) -> None:
        super().__init__(reason, fact)
        self.reason = reason
        self.fact = fact


def check_name(name: str) -> None:
    """Refuse a path that leads out of its folder or cannot stand on every system.

    Args:
        name: with slashes between its parts.

    Raises:
        NameRefused: with the first reason found.
    """
    parts = name.split("/")
    drive = len(parts[0]) > 1 and parts[0][1] == ":"
    if "\\" in name or drive or parts[0] in ("", "~") or not {".", ".."}.isdisjoint(parts):
        raise NameRefused("out", name)
    if len(parts) > DEPTH:
        raise NameRefused("deep", name)
    for part in parts:
        if not part.isprintable() or not _REFUSED_SIGNS.isdisjoint(part):
            raise NameRefused("name", name)
        if not part or len(part.encode()) > PART_LENGTH or part[0] in ". " or part[-1] in ". ":
            raise NameRefused("name", name)
        if part.partition(".")[0].rstrip().lower() in _RESERVED:
            raise NameRefused("reserved", name)


def check_together(names: Iterable[str]) -> None:
    """Refuse names that are one and the same to a system that sees no capitals or accents apart.

    Folders count too: `a/x` and `A/y` would fall into one folder, and a file cannot be a folder.

    Raises:
        NameRefused: for the second of the two.
    """
    spelled: dict[str, tuple[str, bool]] = {}
    for name in names:
        parts = name.split("/")
        for end in range(1, len(parts) + 1):
            path, is_file = "/".join(parts[:end]), end == len(parts)
            known = spelled.setdefault(_folded(path), (path, is_file))
            if known != (path, is_file):
                raise NameRefused("double", name)


def _folded(path: str) -> str:
    folded = unicodedata.normalize("NFKC", path).casefold()
    return unicodedata.normalize("NFKC", folded)
