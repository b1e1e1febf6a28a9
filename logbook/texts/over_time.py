# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Sentences about words over time: quarters in words, and how often."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from logbook.core.over_time import Quarter

_MONTHS = (
    "januari – maart",
    "april – juni",
    "juli – september",
    "oktober – december",
)
_SHORT = ("jan – mrt", "apr – jun", "jul – sep", "okt – dec")


def quarter_title(quarter: Quarter) -> str:
    """`oktober – december 2026`."""
    return f"{_MONTHS[quarter.number - 1]} {quarter.year}"


def quarter_short(quarter: Quarter) -> str:
    """`okt – dec 2026`."""
    return f"{_SHORT[quarter.number - 1]} {quarter.year}"


def times(number: int) -> str:
    """`1 keer`, `12 keer`."""
    return f"{number} keer"
