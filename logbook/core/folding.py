# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Text as a search compares it, and where each sign of it stood in the original.

Folded: NFKC (the ij ligature becomes i + j), lower case, Latin letters without accents. A word is a
run of letters and digits. That is what the index does too (docs/design.md, "Search document").
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

#: Stands for a sign that folds to none or to several; it never survives `clean_text`.
_ODD = "\uffff"


class _Folds(dict[int, str]):
    """One sign per sign, looked up once each; `_ODD` where that cannot be."""

    def __missing__(self, code: int) -> str:
        piece = _fold_sign(chr(code))
        self[code] = piece if len(piece) == 1 else _ODD
        return self[code]


_FOLDS = _Folds()


class _Pieces(dict[str, str]):
    """What each sign becomes, looked up once each."""

    def __missing__(self, sign: str) -> str:
        self[sign] = piece = _fold_sign(sign)
        return piece


_PIECES = _Pieces()


class _Letters(dict[int, str]):
    """Letters and digits as they are, a blank for every other sign; looked up once each."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        self[code] = sign if sign.isalnum() else " "
        return self[code]


_LETTERS = _Letters()


def fold(text: str) -> str:
    """The text folded; its length may differ."""
    if text.isascii():
        return text.lower()
    folded = text.translate(_FOLDS)
    return folded if _ODD not in folded else "".join(map(_PIECES.__getitem__, text))


def fold_in_place(text: str) -> tuple[str, Sequence[int]]:
    """The text folded, and per folded sign (and one past the last) its place in the original."""
    if text.isascii():
        return text.lower(), range(len(text) + 1)
    folded = text.translate(_FOLDS)
    if _ODD not in folded:
        return folded, range(len(text) + 1)
    pieces, places = [], []
    for place, sign in enumerate(text):
        piece = _PIECES[sign]
        pieces.append(piece)
        places += [place] * len(piece)
    return "".join(pieces), [*places, len(text)]


def words_of(folded: str) -> list[str]:
    """The words of a folded text, in order."""
    return folded.translate(_LETTERS).split()


def _fold_sign(sign: str) -> str:
    pieces = []
    for part in unicodedata.normalize("NFKC", sign).lower():
        if "\u0300" <= part <= "\u036f":  # an accent by itself: the word goes on without it
            continue
        base = unicodedata.normalize("NFD", part)[0]
        pieces.append(base if base.isascii() else part)
    return "".join(pieces)
