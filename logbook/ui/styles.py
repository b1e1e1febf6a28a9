# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The one stylesheet, made from the palette. Widgets ask for a look by their property `role`.

The rules stand in `styles_text` (words, buttons, frames), `styles_controls` (fields, lists, menus),
`styles_labels` (what a user hangs on entries) and `styles_remarks` (what readers said); here they
get their colours and sizes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from logbook.ui.icons import ASSETS
from logbook.ui.styles_controls import CONTROLS
from logbook.ui.styles_labels import LABELS
from logbook.ui.styles_remarks import REMARKS
from logbook.ui.styles_text import TEXT

if TYPE_CHECKING:
    from collections.abc import Callable

    from logbook.ui.tokens import Tokens

_COLOR = re.compile(r"@([a-z_]+)")
_LENGTH = re.compile(r"\b(\d+(?:\.\d+)?)u\b")


def stylesheet(
    tokens: Tokens,
    dark: bool,
    px: Callable[[float], int],
    reading_family: str,
    letter_spacing: float = 0,
) -> str:
    """The stylesheet of the whole program.

    Args:
        px: a length at 100 % text size to device-independent pixels.
        reading_family: the family of titles and questions.
        letter_spacing: room between the letters of questions, as a factor of their size.
    """
    controls = (ASSETS / "controls" / ("dark" if dark else "light")).as_posix()
    values = tokens._asdict() | {"reading": f'"{reading_family}", "Inter"', "mark": controls}
    rules = TEXT + CONTROLS + LABELS + REMARKS
    if letter_spacing:
        rules += _spacing(letter_spacing, px)
    text = _LENGTH.sub(lambda found: f"{px(float(found[1]))}px", rules)
    return _COLOR.sub(lambda found: values[found[1]], text)


def _spacing(factor: float, px: Callable[[float], int]) -> str:
    """Room between the letters of questions and of titles of what was written."""
    return "".join(
        f'QLabel[role="{role}"] {{ letter-spacing: {px(size) * factor:.2f}px; }}\n'
        for role, size in (("page-title", 26), ("title", 20), ("heading", 18), ("reading", 17))
    )
