# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Labels as they stand beside entries in a list. Everything else about labels is in `labels`.

Apart because the first paint lists entries and has no use for the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from logbook.storage.rows import Row, stored

if TYPE_CHECKING:
    from logbook.core.label import Label
    from logbook.storage.database import Database

LABEL_COLUMNS = "l.id, l.name, l.colour"


@stored
def label_of(row: Row) -> Label:
    """A label from a row of `LABEL_COLUMNS`."""
    from logbook.core.label import Label, LabelColour, LabelId

    return Label(LabelId(row[0]), row[1], LabelColour(row[2]))


def labels_of(database: Database, rids: Sequence[int]) -> dict[int, tuple[Label, ...]]:
    """The labels of the entries with these row numbers, in order of name; one query."""
    found: dict[int, list[Label]] = {}
    marks = ",".join("?" * len(rids))
    for row in database.rows(
        f"select el.entry, {LABEL_COLUMNS} from entry_labels el join labels l on l.rid = el.label"
        f" where el.entry in ({marks}) order by l.name_key",
        rids,
    ):
        found.setdefault(row[0], []).append(label_of(row[1:]))
    return {rid: _in_order(labels) for rid, labels in found.items()}


def _in_order(labels: list[Label]) -> tuple[Label, ...]:
    if len(labels) == 1:
        return tuple(labels)
    from logbook.core.label import name_order

    return tuple(sorted(labels, key=lambda label: name_order(label.name)))
