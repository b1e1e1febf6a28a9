# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Makes the desk of this computer; it needs no logbook."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from logbook.content.starters import SHIPPED, read_starters
from logbook.paths import Paths
from logbook.services.desk import Desk

if TYPE_CHECKING:
    from logbook.core.library import Library


def make_desk(paths: Paths, library: Callable[[], Library], now: Callable[[], datetime]) -> Desk:
    """The desk at its place; its file is opened when it is first needed."""
    return Desk(paths.desk, library, now, lambda: read_starters(SHIPPED))
