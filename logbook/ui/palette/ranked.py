# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Puts what fits in order: groups by their best row, rows by how well their title fits. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from logbook.core.ranking import Asked, Rank, rank, rank_typo, titled
from logbook.core.snippets import highlights
from logbook.ui.palette.rows import Group, Row
from logbook.ui.palette.sources import Source

#: So many rows of a group are shown.
LIMIT = 6

Ranked = tuple[Rank, Row]


def fitting(
    sources: Iterable[Source], entries: Sequence[Row], typed: Asked
) -> list[tuple[Group, list[Row]]]:
    """The groups that have a row that fits, the best first.

    A mistyped letter counts only when nothing fits as it was typed.

    Args:
        entries: those whose title fits, the best first.
    """
    listed = list(sources)
    groups: dict[Group, list[Ranked]] = {}
    for source in listed:
        found = rank(typed, source.name)
        if found is not None:
            groups.setdefault(source.group, []).append((found, source.row))
    if entries:
        groups[Group.ENTRIES] = [(rank_of(row, typed) or Rank.START, row) for row in entries]
    if not groups:
        for source in listed:
            near = rank_typo(typed, source.name)
            if near is not None:
                groups.setdefault(source.group, []).append((near, source.row))
    # Sorting keeps the order of rows that fit equally well: chapters, the newest first.
    best = {group: sorted(rows, key=_rank)[:LIMIT] for group, rows in groups.items()}
    order = sorted(best, key=lambda group: (best[group][0][0], group))
    return [(group, [marked(row, typed) for _, row in best[group]]) for group in order]


def rank_of(row: Row, typed: Asked) -> Rank | None:
    """How well the title of a row fits."""
    return rank(typed, titled(whole(row.title)))


def marked(row: Row, typed: Asked) -> Row:
    """The row with the words that were typed marked in its title."""
    return row._replace(marks=highlights(whole(row.title), typed.marks))


def whole(title: str) -> str:
    """A title without the sign that it was cut: looking through that takes long."""
    return title.removesuffix(" …")


def _rank(ranked: Ranked) -> Rank:
    return ranked[0]
