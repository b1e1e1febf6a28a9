# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a page to read needs to know of the theme, on screen and on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from logbook.ui.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Look:
    """Colours, lengths and the type of small print."""

    tokens: Tokens
    px: Callable[[float], int]
    ui_family: str
