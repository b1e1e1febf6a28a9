# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Moments as text: UTC, ISO 8601, milliseconds, so that text order is time order."""

from __future__ import annotations

from datetime import UTC, datetime


def to_text(moment: datetime) -> str:
    """`2026-11-21T14:02:03.123Z`; the moment must be timezone-aware."""
    utc = moment.astimezone(UTC)
    return utc.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def from_text(text: str) -> datetime:
    """The aware UTC moment in a text of `to_text`, or any ISO 8601 moment with an offset.

    Raises:
        ValueError: not a moment, or one without an offset.
    """
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("moment without offset")
    return moment.astimezone(UTC)


def whole_milliseconds(moment: datetime) -> datetime:
    """The moment as it will read back from text."""
    return moment.astimezone(UTC).replace(microsecond=moment.microsecond // 1000 * 1000)
