# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The shipped sentences to begin a remark with: for every chapter, each once, as questions."""

from __future__ import annotations

from logbook.content.starters import SHIPPED, read_starters

STARTERS = read_starters(SHIPPED)


def test_every_chapter_has_the_seven_moves() -> None:
    assert {chapter: len(lines) for chapter, lines in STARTERS.items()} == dict.fromkeys(
        range(11), 7
    )


def test_they_are_questions_and_stand_once() -> None:
    lines = [line for found in STARTERS.values() for line in found]
    assert all(line.endswith("?") for line in lines)
    assert len(lines) == len(set(lines))
    assert not any("!" in line or line.startswith("Waarom") for line in lines)
