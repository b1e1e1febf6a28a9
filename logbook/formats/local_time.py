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
    # `astimezone` would work out a time zone for each moment anew, which takes six times as long.
    return datetime.fromtimestamp(moment.timestamp()).isoformat(" ", "minutes")


def local_minute_of(text: str) -> str:
    """As `local_minute`, of a moment in the form of `core.moment`."""
    return local_minute(datetime.fromisoformat(text))


def day_in_words(day: date) -> str:
    """`2 maart 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
