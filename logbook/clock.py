# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The clock of the computer: the one place where it is read.

What has services asks them (`Services.now`, `Services.today`): their clock may be another one.
"""

from __future__ import annotations

from datetime import UTC, datetime


def now_utc() -> datetime:
    """The present moment, aware UTC."""
    return datetime.now(UTC)
