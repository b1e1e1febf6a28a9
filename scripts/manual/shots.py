# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Which pictures the manual has, and what each was made of.

Needs no Qt, so that a test can tell quickly which pictures are out of date.
"""

from __future__ import annotations

from typing import NamedTuple

from scripts.manual.examples import FIRST, Manual, picture_hash
from scripts.manual.words import WORDS

#: Height at which the table of cards is cut off: below its third row.
_ROWS_OF_CARDS = 664


class Shot(NamedTuple):
    """One picture.

    Args:
        source: the example or file it shows.
        highest: what stands lower is left off; 0 for all of it.
    """

    source: str
    highest: int = 0


def shots(manual: Manual) -> dict[str, Shot]:
    """Every picture by name: one of each example, and a few more."""
    found = {name: Shot(name) for name in manual.examples}
    found["cards"] = Shot("cards", _ROWS_OF_CARDS)
    found["cards-questions"] = Shot("cards")
    found["preview"] = Shot(FIRST)
    found["preview-mistake"] = Shot(FIRST)
    return found


def hashes(manual: Manual) -> dict[str, str]:
    """What each picture should have been made of, by file name."""
    return {
        f"{name}.png": picture_hash(manual, shot.source, sorted(WORDS.get(name, {}).items()))
        for name, shot in shots(manual).items()
    }
