# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What our JSON holds beside the entries: labels, goals, pins, revisits and more, and what is gone.

Each part may be left out. Reading repairs nothing: what is not as `docs/formats/logbook-1.md`
says is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from logbook.core.canonical import content_hash
from logbook.core.goal import GOAL_LIMIT
from logbook.core.kept import QUERY_LIMIT, ROLE_LIMIT
from logbook.core.label import NAME_LIMIT, LabelColour, tidy_name
from logbook.core.record import (
    GoalRecord,
    GoalVersionRecord,
    LabelRecord,
    PlaceRecord,
    Remains,
    RevisitRecord,
    SearchRecord,
)
from logbook.core.revisit import OfferKind, Settled
from logbook.core.share_record import ShareRecord
from logbook.core.text import clean_text
from logbook.formats.json_fields import (
    ID_LIMIT,
    Refused,
    identifier,
    keyed,
    moment,
    optional_day,
    optional_moment,
    text,
    texts,
)

#: The parts of the file that are read here.
KEPT_KEYS = frozenset(
    {
        "skipped",
        "tombstones",
        "labels",
        "goals",
        "pins",
        "searches",
        "places",
        "revisits",
        "hidden_words",
        "own_dates",
        *ShareRecord._fields,
    }
)

_LABEL = {"id", "name", "colour", "created_at", "entries"}
_GOAL = {"id", "created_at", "closed_at", "head", "versions", "entries"}
_VERSION = {"id", "parent", "device", "at", "text", "sha256"}
_SEARCH = {"id", "name", "query", "created_at"}
_PLACE = {"entry", "block", "prompt", "item", "at", "role"}
_REVISIT_NEEDED = {"id", "kind", "created_at"}
_REVISIT = set(RevisitRecord._fields)
_OFFER_KINDS = frozenset(kind.value for kind in OfferKind)
_SETTLED = frozenset(settled.value for settled in Settled)
#: A word that is hidden may have this many characters.
_WORD_LIMIT = 100
_COLOURS = frozenset(colour.value for colour in LabelColour)

_T = TypeVar("_T")


def kept_parts(remains: Remains) -> dict[str, Any]:
    """The parts as JSON objects."""
    return {
        "labels": [record._asdict() for record in remains.labels],
        "goals": [
            record._asdict() | {"versions": [version._asdict() for version in record.versions]}
            for record in remains.goals
        ],
        "pins": [{"entry": i, "pinned_at": at} for i, at in remains.pins],
        "searches": [record._asdict() for record in remains.searches],
        "places": [record._asdict() for record in remains.places],
        "revisits": [record._asdict() for record in remains.revisits],
        "hidden_words": list(remains.hidden_words),
        "own_dates": [{"name": name, "day": day} for name, day in remains.own_dates],
        "skipped": [{"exercise_id": i, "skipped_at": at} for i, at in remains.skipped],
        "tombstones": [{"id": i, "deleted_at": at} for i, at in remains.tombstones],
        **_share_parts(remains.sharing),
    }


def read_kept(data: dict[str, Any]) -> Remains:
    """The records in these parts of a file.

    Raises:
        Refused: a part is missing, unknown, of the wrong type, too large, or contradicts another.
    """
    labels = _all(data, "labels", _label)
    goals = _all(data, "goals", _goal)
    searches = _all(data, "searches", _search)
    revisits = _all(data, "revisits", _revisit)
    for records in (labels, goals, searches, revisits):
        _once([record.id for record in records])
    _once([version.id for goal in goals for version in goal.versions])
    return Remains(
        _all(data, "tombstones", lambda item: _pair(item, "id", "deleted_at")),
        _all(data, "skipped", lambda item: _pair(item, "exercise_id", "skipped_at")),
        labels,
        goals,
        _all(data, "pins", lambda item: _pair(item, "entry", "pinned_at")),
        searches,
        _all(data, "places", _place),
        revisits,
        tuple(sorted(set(_all(data, "hidden_words", _word)))),
        _all(data, "own_dates", _own_date),
        _sharing(data),
    )


def _share_parts(record: ShareRecord) -> dict[str, Any]:
    """What was shared, mostly nothing: what knows its parts is loaded when there is something."""
    if record == ShareRecord():
        return {name: [] for name in record._fields}
    from logbook.formats.json_sharing import share_parts

    return share_parts(record)


def _sharing(data: dict[str, Any]) -> ShareRecord:
    if all(data.get(name, []) == [] for name in ShareRecord._fields):
        return ShareRecord()
    from logbook.formats.json_sharing import read_sharing

    return read_sharing(data)


def _label(data: object) -> LabelRecord:
    label = keyed(data, "labels", _LABEL - {"entries"}, _LABEL)
    colour = text(label, "colour", ID_LIMIT)
    if colour not in _COLOURS:
        raise Refused("bad-value", "colour")
    return LabelRecord(
        identifier(label, "id"), _name(label), colour, moment(label, "created_at"), _entries(label)
    )


def _goal(data: object) -> GoalRecord:
    goal = keyed(data, "goals", _GOAL - {"closed_at", "entries"}, _GOAL)
    seen: set[str] = set()
    versions = []
    for item in _list(goal, "versions"):
        version = _version(item)
        if version.id in seen:
            raise Refused("duplicate-id", version.id)
        if version.parent is not None and version.parent not in seen:
            raise Refused("bad-value", "parent")
        seen.add(version.id)
        versions.append(version)
    head = identifier(goal, "head")
    if head not in seen:
        raise Refused("bad-value", "head")
    return GoalRecord(
        identifier(goal, "id"),
        moment(goal, "created_at"),
        optional_moment(goal, "closed_at"),
        head,
        tuple(versions),
        _entries(goal),
    )


def _version(data: object) -> GoalVersionRecord:
    version = keyed(data, "versions", _VERSION, _VERSION)
    words = text(version, "text", GOAL_LIMIT)
    if not words.strip():
        raise Refused("bad-value", "text")
    sha256 = text(version, "sha256", 64)
    if sha256 != content_hash(words):
        raise Refused("bad-hash", identifier(version, "id"))
    return GoalVersionRecord(
        identifier(version, "id"),
        None if version["parent"] is None else identifier(version, "parent"),
        text(version, "device", ID_LIMIT),
        moment(version, "at"),
        words,
        sha256,
    )


def _search(data: object) -> SearchRecord:
    search = keyed(data, "searches", _SEARCH, _SEARCH)
    query = text(search, "query", QUERY_LIMIT)
    if not query.strip():
        raise Refused("bad-value", "query")
    return SearchRecord(
        identifier(search, "id"), _name(search), query, moment(search, "created_at")
    )


def _place(data: object) -> PlaceRecord:
    place = keyed(data, "places", _PLACE, _PLACE)
    role = text(place, "role", ROLE_LIMIT)
    if not role.strip():
        raise Refused("bad-value", "role")
    block, prompt, item = (text(place, name, ID_LIMIT) for name in ("block", "prompt", "item"))
    return PlaceRecord(identifier(place, "entry"), block, prompt, item, moment(place, "at"), role)


def _revisit(data: object) -> RevisitRecord:
    revisit = keyed(data, "revisits", _REVISIT_NEEDED, _REVISIT)
    kind = text(revisit, "kind", ID_LIMIT)
    if kind not in _OFFER_KINDS:
        raise Refused("bad-value", "kind")
    entry = identifier(revisit, "entry") if revisit.get("entry") else ""
    exercise_id, block = texts(revisit, ("exercise_id", "block"), ID_LIMIT)
    if not entry and not (kind == OfferKind.UNVISITED and exercise_id):
        raise Refused("missing", "entry")
    evaluation = revisit.get("evaluation", False)
    if type(evaluation) is not bool:
        raise Refused("wrong-type", "evaluation")
    settled = revisit.get("settled")
    if settled is not None and not (type(settled) is str and settled in _SETTLED):
        raise Refused("bad-value", "settled")
    return RevisitRecord(
        identifier(revisit, "id"),
        kind,
        entry,
        exercise_id,
        block,
        optional_day(revisit, "due"),
        evaluation,
        optional_day(revisit, "until"),
        settled,
        optional_moment(revisit, "settled_at"),
        moment(revisit, "created_at"),
    )


def _word(data: object) -> str:
    word = text({"hidden_words": data}, "hidden_words", _WORD_LIMIT)
    if not word.strip() or clean_text(word).text != word:
        raise Refused("bad-value", "hidden_words")
    return word


def _own_date(data: object) -> tuple[str, str]:
    own = keyed(data, "own_dates", {"name", "day"}, {"name", "day"})
    name, day = text(own, "name", ID_LIMIT), optional_day(own, "day")
    if not name or day is None:
        raise Refused("bad-value", "own_dates")
    return name, day


def _name(data: dict[str, Any]) -> str:
    name = text(data, "name", NAME_LIMIT)
    if not name or tidy_name(name) != name:
        raise Refused("bad-value", "name")
    return name


def _entries(data: dict[str, Any]) -> tuple[str, ...]:
    """Ids of entries, in order, each once."""
    found = _list(data, "entries") if "entries" in data else []
    ids = [identifier({"entries": item}, "entries") for item in found]
    return tuple(sorted(set(ids)))


def _pair(data: object, name: str, at: str) -> tuple[str, str]:
    pair = keyed(data, name, {name, at}, {name, at})
    key = text(pair, name, ID_LIMIT) if name == "exercise_id" else identifier(pair, name)
    return key, moment(pair, at)


def _all(data: dict[str, Any], name: str, read: Callable[[object], _T]) -> tuple[_T, ...]:
    return tuple([read(item) for item in _list(data, name)]) if name in data else ()


def _list(data: dict[str, Any], name: str) -> list[Any]:
    if type(data[name]) is not list:
        raise Refused("wrong-type", name)
    found: list[Any] = data[name]
    return found


def _once(ids: list[str]) -> None:
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            raise Refused("duplicate-id", each)
        seen.add(each)
