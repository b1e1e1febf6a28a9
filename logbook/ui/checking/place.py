# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Which part of which answer a field shows, for what is kept about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from logbook.core.entry import AnswerKey, EntryId


@dataclass(frozen=True, slots=True)
class CheckedPlace:
    """The part of an answer that is checked.

    Args:
        part: `text` or `own`, as in `EntryFinding`.
        flush: makes what is on screen durable; whether that went well.
    """

    entry_id: EntryId
    key: AnswerKey
    part: str
    flush: Callable[[], bool]
