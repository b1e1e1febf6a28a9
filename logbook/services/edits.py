# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What an act of writing is given and gives back, and a value made fit to store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from logbook.core.entry import ANSWER_LIMIT, AnswerKey, RevisionId, Value
from logbook.core.errors import AnswerTooLong
from logbook.core.text import clean_text
from logbook.services.changes import Changes


@dataclass(frozen=True, slots=True)
class Edit:
    """A value to keep. `base` is the revision the editor last saw, None for a first answer."""

    key: AnswerKey
    value: Value
    base: RevisionId | None = None


@dataclass(frozen=True, slots=True)
class Saved:
    """What is now durable: the revision of each key, the moment of the commit, what changed."""

    heads: Mapping[AnswerKey, RevisionId]
    at: datetime
    changes: Changes


def clean_value(value: Value) -> Value:
    """The value as it will be stored: control characters gone, line ends LF, within the limit.

    Raises:
        AnswerTooLong.
    """
    cleaned = replace(
        value,
        text=clean_text(value.text).text,
        own=clean_text(value.own).text,
        cells=tuple(clean_text(cell).text for cell in value.cells),
    )
    length = len(cleaned.text) + len(cleaned.own) + sum(map(len, cleaned.cells))
    if length > ANSWER_LIMIT:
        raise AnswerTooLong(length, ANSWER_LIMIT)
    return cleaned
