# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The kinds of field that answers are given in; apart from exercises, for what needs only these."""

from __future__ import annotations

from enum import StrEnum


class Field(StrEnum):
    """The field that a prompt gives to write in."""

    PROSE = "prose"
    LINE = "line"
    DATE = "date"
    CARDS = "cards"
    SCALE = "scale"
    CHOICE = "choice"
    COLUMNS = "columns"
    TABLE = "table"
    RANK = "rank"
    NONE = "none"
