# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One entry of our JSON, checked field by field, becomes a record.

Nothing is repaired: what is not as `docs/formats/logbook-1.md` says is refused with the name of
the part. Reading lines and the file around the entries is in `json_format.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from datetime import date
from typing import Any, NoReturn

from logbook.core.canonical import canonical_text, content_hash
from logbook.core.entry import (
    ANSWER_LIMIT,
    EntryKind,
    EntryState,
    Value,
    terms_text,
)
from logbook.core.entry_record import (
    AnswerRecord,
    EntryRecord,
    RevisionRecord,
    SpliceRecord,
    replays,
)
from logbook.core.field import Field
from logbook.core.moment import from_text, to_text
from logbook.core.text import clean_text

ID_LIMIT = 300
TEXT_LIMIT = 300_000
_NUMBER_LIMIT = 1_000_000_000
#: Years that every local time can show: the last one has moments that are in year 10,000 elsewhere.
_FIRST_YEAR, _LAST_YEAR = 1900, 9998

_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")
_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z_.-]{0,63}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_ENTRY_NEEDED = {"id", "kind", "state", "created_at", "answers"}
_ENTRY_KEYS = _ENTRY_NEEDED | {
    "exercise_id",
    "exercise_title",
    "exercise_version",
    "source",
    "chapter",
    "about_date",
    "closed_at",
    "deleted_at",
}
_ANSWER_NEEDED = {"block", "prompt", "item", "prompt_text", "kind", "value", "revisions"}
_ANSWER_KEYS = _ANSWER_NEEDED | {
    "block_title",
    "exercise_version",
    "card",
    "position",
    "terms",
    "head",
}
#: An exercise asks no more options or columns than this.
_TERMS_MOST = 500
_REVISION_NEEDED = {"id", "parent", "device", "at", "value", "sha256"}
_REVISION_KEYS = _REVISION_NEEDED | {"splices"}
_CARD_KEYS = {"title", "description"}
_KINDS = frozenset(field.value for field in Field)
_ENTRY_KINDS = frozenset(kind.value for kind in EntryKind)
_STATES = frozenset(state.value for state in EntryState)


class Refused(ValueError):
    """A part that cannot be taken: a reason `logbook.texts` knows, and the name of the part."""

    def __init__(self, reason: str, fact: str = "") -> None:
        super().__init__(reason, fact)
        self.reason = reason
        self.fact = fact


def read_entry(data: object) -> EntryRecord:
    """The record of one entry.

    Raises:
        Refused: a part is missing, unknown, of the wrong type, too large, or contradicts another.
    """
    entry = keyed(data, "entries", _ENTRY_NEEDED, _ENTRY_KEYS)
    entry_id = identifier(entry, "id")
    kind = _one_of(entry, "kind", _ENTRY_KINDS)
    exercise_id = _optional_text(entry, "exercise_id", ID_LIMIT)
    if kind == EntryKind.EXERCISE and not exercise_id:
        raise Refused("missing", "exercise_id")
    answers = tuple([_answer(item, entry_id) for item in _list(entry, "answers")])
    if len({a[:3] for a in answers}) != len(answers):
        raise Refused("duplicate-id", f"{entry_id} (answers)")
    return EntryRecord(
        entry_id,
        kind,
        moment(entry, "created_at"),
        _one_of(entry, "state", _STATES),
        exercise_id,
        text(entry, "exercise_title", TEXT_LIMIT),
        _number(entry, "exercise_version"),
        text(entry, "source", TEXT_LIMIT),
        _number(entry, "chapter"),
        optional_day(entry, "about_date"),
        optional_moment(entry, "closed_at"),
        optional_moment(entry, "deleted_at"),
        answers,
    )


def _answer(data: object, entry_id: str) -> AnswerRecord:
    answer = keyed(data, "answers", _ANSWER_NEEDED, _ANSWER_KEYS)
    card = answer.get("card")
    card = {} if card is None else keyed(card, "card", set(), _CARD_KEYS)
    values: dict[str, str] = {}
    items = _list(answer, "revisions")
    revisions = tuple([_revision(version, values, entry_id) for version in items])
    if not revisions:
        raise Refused("missing", "revisions")
    head = identifier(answer, "head") if "head" in answer else revisions[-1].id
    if head not in values:
        raise Refused("bad-value", "head")
    present = next(version["value"] for version in items if version["id"] == head)
    if answer["value"] != present:
        raise Refused("bad-value", "value")
    block, prompt, item = texts(answer, ("block", "prompt", "item"), ID_LIMIT)
    block_title, prompt_text = texts(answer, ("block_title", "prompt_text"), TEXT_LIMIT)
    card_title, card_description = texts(card, ("title", "description"), TEXT_LIMIT)
    return AnswerRecord(
        block,
        prompt,
        item,
        _one_of(answer, "kind", _KINDS),
        block_title,
        prompt_text,
        _number(answer, "exercise_version"),
        card_title,
        card_description,
        _number(answer, "position") or 0,
        _terms(answer),
        head,
        revisions,
    )


def _terms(answer: dict[str, Any]) -> str:
    found = answer.get("terms", {})
    if not isinstance(found, dict):
        raise Refused("wrong-type", "terms")
    if not found:
        return ""
    if len(found) > _TERMS_MOST:
        raise Refused("bad-value", "terms")
    if any(len(name) > ID_LIMIT for name in found):
        raise Refused("bad-value", "terms")
    return terms_text(tuple(zip(found, texts(found, tuple(found), TEXT_LIMIT), strict=True)))


def _revision(data: object, values: dict[str, str], entry_id: str) -> RevisionRecord:
    """One revision; `values` holds those read before it in this answer, and gets its own."""
    revision = keyed(data, "revisions", _REVISION_NEEDED, _REVISION_KEYS)
    revision_id = identifier(revision, "id")
    parent = None if revision["parent"] is None else identifier(revision, "parent")
    if revision_id in values:
        raise Refused("duplicate-id", revision_id)
    if parent is not None and parent not in values:
        raise Refused("bad-value", "parent")
    canonical = _value(revision, entry_id)
    sha256 = text(revision, "sha256", 64)
    if sha256 != content_hash(canonical):
        raise Refused("bad-hash" if _SHA256.fullmatch(sha256) else "bad-value", revision_id)
    splices = revision.get("splices", [])
    record = RevisionRecord(
        revision_id,
        parent,
        text(revision, "device", ID_LIMIT),
        moment(revision, "at"),
        canonical,
        sha256,
        tuple([_splice(item) for item in splices]) if type(splices) is list else _wrong("splices"),
    )
    if not replays(values[parent] if parent is not None else "", record):
        raise Refused("bad-value", "splices")
    values[revision_id] = canonical
    return record


def _value(revision: dict[str, Any], entry_id: str) -> str:
    data = revision["value"]
    if type(data) is not dict:
        raise Refused("wrong-type", "value")
    if "text" not in data:
        raise Refused("missing", "text")
    if len(data) == 1 and type(data["text"]) is str:
        if len(data["text"]) > ANSWER_LIMIT:
            raise Refused("too-long", entry_id)
        return canonical_text(data["text"])
    try:
        value = Value.from_json(data)
    except ValueError as error:
        raise Refused("bad-value", f"value: {error}") from None
    if len(value.text) + len(value.own) + sum(map(len, value.cells)) > ANSWER_LIMIT:
        raise Refused("too-long", entry_id)
    if value.number is not None and abs(value.number) > _NUMBER_LIMIT:
        raise Refused("bad-value", "number")
    return value.canonical()


def _splice(data: object) -> SpliceRecord:
    if type(data) is not list or len(data) != 4:
        raise Refused("wrong-type", "splices")
    at, offset, removed, inserted = data
    if type(offset) is not int or type(removed) is not str or type(inserted) is not str:
        raise Refused("wrong-type", "splices")
    if not 0 <= offset <= _NUMBER_LIMIT:
        raise Refused("bad-value", "splices")
    return SpliceRecord(moment({"splices": at}, "splices"), offset, removed, inserted)


def keyed(data: object, name: str, needed: Set[str], known: Set[str]) -> dict[str, Any]:
    """`data` as an object that has all needed keys and no unknown ones."""
    if type(data) is not dict:
        raise Refused("wrong-type", name)
    if not data.keys() <= known:
        raise Refused("unknown", str(sorted(data.keys() - known)[0])[:80])
    if not data.keys() >= needed:
        raise Refused("missing", sorted(needed - data.keys())[0])
    return data


def text(data: dict[str, Any], name: str, limit: int) -> str:
    """A text of at most `limit` characters; "" when the key is not there."""
    value = data.get(name, "")
    if type(value) is not str:
        raise Refused("wrong-type", name)
    if len(value) > limit:
        raise Refused("bad-value", name)
    return value


def texts(data: dict[str, Any], names: Sequence[str], limit: int) -> list[str]:
    """Several texts at once, each as `text` reads it."""
    found = [data.get(name, "") for name in names]
    for name, value in zip(names, found, strict=True):
        if type(value) is not str:
            raise Refused("wrong-type", name)
        if len(value) > limit:
            raise Refused("bad-value", name)
    return found


def identifier(data: dict[str, Any], name: str) -> str:
    """An id: letters, digits, hyphens."""
    value = data.get(name)
    if type(value) is not str:
        raise Refused("wrong-type", name)
    if not _ID.fullmatch(value):
        raise Refused("bad-value", name)
    return value


def moment(data: dict[str, Any], name: str) -> str:
    """A moment with an offset, in the one form that is stored."""
    value = data.get(name)
    if type(value) is not str:
        raise Refused("wrong-type", name)
    try:
        parsed = from_text(value)
        if not _FIRST_YEAR <= parsed.year <= _LAST_YEAR:
            raise Refused("bad-value", name)
        return value if _MOMENT.fullmatch(value) else to_text(parsed)
    except (ValueError, OverflowError):
        raise Refused("bad-value", name) from None


def check_text(data: object) -> None:
    """Refuse control characters and lone surrogates in any text of a parsed line."""
    level = [data]
    while level:
        node = level.pop()
        if type(node) is str:
            if "\r" in node or clean_text(node).changed:
                sign = next((c for c in node if c == "\r" or clean_text(c).changed), "")
                raise Refused("control", f"U+{ord(sign):04X}" if sign else "")
        elif type(node) is dict:
            level += [*node, *node.values()]
        elif type(node) is list:
            level += node


def _optional_text(data: dict[str, Any], name: str, limit: int) -> str | None:
    return None if data.get(name) is None else text(data, name, limit)


def optional_moment(data: dict[str, Any], name: str) -> str | None:
    """As `moment`; None when there is none."""
    return None if data.get(name) is None else moment(data, name)


def optional_day(data: dict[str, Any], name: str) -> str | None:
    """A day; None when there is none."""
    value = data.get(name)
    if value is None:
        return None
    try:
        day = date.fromisoformat(value)
    except (ValueError, TypeError):
        raise Refused("bad-value", name) from None
    if day.year < _FIRST_YEAR:
        raise Refused("bad-value", name)
    return day.isoformat()


def _number(data: dict[str, Any], name: str) -> int | None:
    value = data.get(name)
    if value is None:
        return None
    if type(value) is not int:
        raise Refused("wrong-type", name)
    if not 0 <= value <= _NUMBER_LIMIT:
        raise Refused("bad-value", name)
    return value


def _one_of(data: dict[str, Any], name: str, known: Set[str]) -> str:
    value = data.get(name)
    if type(value) is not str:
        raise Refused("wrong-type", name)
    if value not in known:
        raise Refused("bad-value", name)
    return value


def _list(data: dict[str, Any], name: str) -> list[Any]:
    value = data[name]
    if type(value) is not list:
        raise Refused("wrong-type", name)
    return value


def _wrong(name: str) -> NoReturn:
    raise Refused("wrong-type", name)
