# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Reads the shipped sentences that a remark may begin with: `[chapter]`, then one a line."""

from __future__ import annotations

from pathlib import Path

from logbook.content.word_lists import read_words

#: Those that come with the program.
SHIPPED = Path(__file__).with_name("beginzinnen.txt")


def read_starters(path: Path) -> dict[int, tuple[str, ...]]:
    """Sentences by chapter in their order; 0 is for every chapter.

    Raises:
        FileUnreadable: the list is not there.
    """
    found: dict[int, list[str]] = {}
    chapter = 0
    for line in read_words(path):
        if line.startswith("[") and line.endswith("]"):
            chapter = int(line[1:-1])
        else:
            found.setdefault(chapter, []).append(line)
    return {number: tuple(lines) for number, lines in found.items()}
