# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Reads the shipped word lists: one word or name a line, and OpenTaal's dictionary as sets.

The dictionary says which of its words with a capital may be somebody's name: those get an s or 's
(flag PN), and their people have no name of their own (flag PI, as in `Woerdense`).
"""

from __future__ import annotations

from pathlib import Path

from logbook.core.errors import FileUnreadable
from logbook.core.trace import Knowledge

_NAME_FLAG, _PLACE_FLAG = "PN", "PI"


def read_words(path: Path) -> tuple[str, ...]:
    """The lines of a list, without its comments.

    Raises:
        FileUnreadable: the list is not there.
    """
    lines = (line.strip() for line in _read(path).split("\n"))
    return tuple(line for line in lines if line and not line.startswith("#"))


def load_knowledge(folder: Path) -> Knowledge:
    """What the traceability check knows, from the shipped lists. Takes 0.2 s and 25 MB.

    Args:
        folder: holds `nl.dic`, `vakwoorden.txt`, `plaatsen.txt`, `plaatsen-groot.txt`,
            `voornamen.txt`, `achternamen.txt` and `bekend.txt`.

    Raises:
        FileUnreadable: a list is not there.
    """
    words: set[str] = set()
    capitals: set[str] = set()
    names: set[str] = set()
    # the ij of the dictionary is one character; texts have two
    source = _read(folder / "nl.dic").replace("ĳ", "ij").replace("Ĳ", "IJ")
    for line in source.split("\n")[1:]:
        word, _, flags = line.partition("/")
        if not word[:1].isupper():
            words.add(word)
        elif flags and _is_name(flags):
            names.add(word)
        else:
            capitals.add(word)
    names.update(read_words(folder / "achternamen.txt"))
    field = read_words(folder / "vakwoorden.txt")
    words.update(word for word in field if not word[0].isupper())
    return Knowledge(
        words=frozenset(words),
        capitals=frozenset(capitals),
        surnames=frozenset(names),
        first_names=frozenset(read_words(folder / "voornamen.txt")),
        large_places=frozenset(read_words(folder / "plaatsen-groot.txt")),
        small_places=frozenset(read_words(folder / "plaatsen.txt")),
        known=frozenset(read_words(folder / "bekend.txt"))
        | frozenset(word for word in field if word[0].isupper()),
    )


def _is_name(flags: str) -> bool:
    pairs = [flags[at : at + 2] for at in range(0, len(flags), 2)]
    return _NAME_FLAG in pairs and _PLACE_FLAG not in pairs


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise FileUnreadable(str(path), str(error)) from error
