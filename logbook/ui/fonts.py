# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The fonts that come along: registered when first needed, never fetched."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from logbook.settings import ReadingFont
from logbook.ui.icons import ASSETS

UI_FAMILY = "Inter"
SERIF_FAMILY = "Logboek Serif"
HYPERLEGIBLE_FAMILY = "Atkinson Hyperlegible Next"

FAMILY_OF = {
    ReadingFont.SERIF: SERIF_FAMILY,
    ReadingFont.SANS: UI_FAMILY,
    ReadingFont.HYPERLEGIBLE: HYPERLEGIBLE_FAMILY,
}
_FILES = {
    UI_FAMILY: "Inter",
    SERIF_FAMILY: "LogboekSerif",
    HYPERLEGIBLE_FAMILY: "AtkinsonHyperlegibleNext",
}


@lru_cache(maxsize=8)
def load_family(family: str) -> tuple[int, ...]:
    """Register the files of a family with Qt, once; the numbers Qt gave them."""
    files = sorted((ASSETS / "fonts").glob(f"{_FILES[family]}-*.ttf"))
    return tuple(QFontDatabase.addApplicationFont(str(path)) for path in files)


def make_font(family: str, px: int, weight: int, letter_spacing: int = 0) -> QFont:
    """A font of ours; signs it lacks come from Inter.

    Args:
        letter_spacing: room added between letters, percents of the size.
    """
    load_family(family)
    font = QFont()
    font.setFamilies([family] if family == UI_FAMILY else [family, UI_FAMILY])
    font.setPixelSize(px)
    font.setWeight(QFont.Weight(weight))
    if letter_spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, px * letter_spacing / 100)
    return font
