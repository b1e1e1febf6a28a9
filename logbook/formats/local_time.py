# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Moments and days as a reader in this time zone sees them, without Qt."""

from __future__ import annotations

from datetime import date, datetime

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def local_minute(moment: datetime) -> str:
    """`2026-03-02 10:00`: local time, to the minute."""
    return moment.astimezone().isoformat(" ", "minutes")[:16]


def local_minute_of(text: str) -> str:
    """As `local_minute`, of a moment in the form of `core.moment`."""
    return local_minute(datetime.fromisoformat(text))


def day_in_words(day: date) -> str:
    """`2 maart 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
