# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Whether what is kept beside the entries is whole: goals, labels, pins, searches, revisits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from logbook.core.entry import content_hash
from logbook.core.label import name_key, tidy_name
from logbook.core.record import GoalRecord
from logbook.storage.database import Database
from logbook.storage.findings import Finding, check_moments
from logbook.storage.kept_bulk import read_remains


class Beside(NamedTuple):
    """Names of labels in order of key, and ids linked to, by id of the entry that has them."""

    labels: dict[str, list[str]]
    links: dict[str, set[str]]


def read_beside(database: Database, ids: Sequence[str]) -> Beside:
    """The labels and links of these entries."""
    beside = Beside({}, {})
    marks = ",".join("?" * len(ids))
    for entry_id, name in database.rows(
        "select e.id, l.name from entries e join entry_labels el on el.entry = e.rid"
        f" join labels l on l.rid = el.label where e.id in ({marks}) order by l.name_key",
        ids,
    ):
        beside.labels.setdefault(entry_id, []).append(name)
    for entry_id, target in database.rows(
        "select e.id, l.target from entries e join entry_links l on l.source = e.rid"
        f" where e.id in ({marks})",
        ids,
    ):
        beside.links.setdefault(entry_id, set()).add(target)
    return beside


def check_kept(database: Database) -> Iterator[Finding]:
    """Everything that is wrong beside the entries."""
    remains = read_remains(database)
    for place, at in (*remains.tombstones, *remains.skipped, *remains.pins):
        yield from _readable(place, (at,))
    for label in remains.labels:
        yield from _readable(label.id, (label.created_at,))
    for label_id, name, key in database.rows("select id, name, name_key from labels order by id"):
        if name_key(name) != key or tidy_name(name) != name:
            yield Finding("label", label_id)
    texts = dict(database.rows("select id, text from goals"))
    for goal in remains.goals:
        yield from _check_goal(goal, texts[goal.id])
    for search in remains.searches:
        yield from _readable(search.id, (search.created_at,))
    for trace in remains.places:
        yield from _readable(trace.entry, (trace.at,))
    for revisit in remains.revisits:
        yield from _readable(revisit.id, (revisit.created_at, revisit.settled_at))
        yield from _days(revisit.id, (revisit.due, revisit.until))
    for name, day in remains.own_dates:
        yield from _days(name, (day,))


def _check_goal(goal: GoalRecord, text: str) -> Iterator[Finding]:
    moments = [goal.created_at, goal.closed_at, *(version.at for version in goal.versions)]
    yield from _readable(goal.id, moments)
    seen: dict[str, str] = {}
    for version in goal.versions:
        if content_hash(version.text) != version.sha256:
            yield Finding("hash", version.id)
        if version.parent is not None and version.parent not in seen:
            yield Finding("parent", version.id)
        seen[version.id] = version.text
    if goal.head not in seen:
        yield Finding("head", goal.head)
    elif seen[goal.head] != text:
        yield Finding("goal", goal.id)


def _days(place: str, days: Iterable[str | None]) -> Iterator[Finding]:
    try:
        for day in filter(None, days):
            date.fromisoformat(day)
    except ValueError:
        yield Finding("unreadable", place)


def _readable(place: str, moments: Iterable[str | None]) -> Iterator[Finding]:
    try:
        check_moments(*moments)
    except ValueError:
        yield Finding("unreadable", place)
