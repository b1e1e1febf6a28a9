# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Whether what is kept beside the entries is whole: goals, labels, searches, revisits, sharing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from logbook.core.canonical import content_hash
from logbook.core.label import name_key, tidy_name
from logbook.core.record import GoalRecord
from logbook.core.share_record import ShareRecord
from logbook.core.text_map import Replacement, replace_in
from logbook.storage.database import Database
from logbook.storage.findings import Finding, check_moments
from logbook.storage.kept_bulk import read_remains


class Beside(NamedTuple):
    """By id of an entry: names of labels in order of key, ids linked to, words of remarks."""

    labels: dict[str, list[str]]
    links: dict[str, set[str]]
    remarks: dict[str, list[str]]


def read_beside(database: Database, ids: Sequence[str]) -> Beside:
    """The labels, links and remarks of these entries."""
    beside = Beside({}, {}, {})
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
    for entry_id, text in database.rows(
        "select e.id, r.text from entries e join remarks r on r.entry = e.rid"
        f" where e.id in ({marks}) order by r.rid",
        ids,
    ):
        beside.remarks.setdefault(entry_id, []).append(text)
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
    yield from _check_sharing(remains.sharing)


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


def _check_sharing(sharing: ShareRecord) -> Iterator[Finding]:
    for reader in sharing.readers:
        yield from _readable(reader.pair, (reader.created_at,))
    homes: dict[tuple[str, str], str] = {}
    for packet in sharing.packets:
        yield from _readable(packet.id, (packet.made_at,))
        for answer in packet.answers:
            homes[packet.id, answer.public] = answer.home
            places = [Replacement(*place) for place in answer.places]
            if _hash(replace_in(answer.home, places)[0]) != answer.sha256:
                yield Finding("hash", answer.public)
    for received in sharing.received:
        yield from _readable(received.id, (received.received_at,))
    for remark in sharing.remarks:
        yield from _readable(remark.id, (remark.received_at,))
        yield from _days(remark.id, (remark.day,))
        home = homes.get((remark.packet, remark.answer or ""))
        if home is None or remark.start < 0:
            continue
        if home[remark.start : remark.end] != remark.quote:
            yield Finding("remark", remark.id)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


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
