# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The whole logbook as JSON, one entry a line, written one entry at a time.

The shape is described in `docs/formats/logbook-1.md` and its JSON Schema; `json_reader.py` reads
it back.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from json.encoder import encode_basestring as quoted

from logbook.core.constants import PHOTO_PREFIX
from logbook.core.entry_record import AnswerRecord, EntryRecord, RevisionRecord
from logbook.core.moment import to_text
from logbook.core.record import PictureRecord, Remains
from logbook.formats.json_kept import kept_parts

FORMAT = "logboek"
VERSION = 1

# References to own photos, wherever they stand in a line: as item, or among chosen cards.
_PHOTO = re.compile(rf'"({PHOTO_PREFIX}[0-9a-f]{{8}}/f[0-9a-f]{{8}})"')


def render_json(
    records: Iterable[EntryRecord],
    remains: Remains,
    exported_at: datetime,
    picture: Callable[[str], PictureRecord | None] = lambda _ref: None,
) -> Iterator[str]:
    """The file in pieces; `records` must come in order of id.

    Args:
        picture: the own photo with this reference; asked for each that an answer names.
    """
    yield (
        f'{{"format":"{FORMAT}","version":{VERSION},"exported_at":"{to_text(exported_at)}",'
        '"entries":[\n'
    )
    comma = ""
    digest = hashlib.sha256()
    photos: set[str] = set()
    for record in records:
        line = _entry(record)
        if PHOTO_PREFIX in line:
            photos.update(_PHOTO.findall(line))
        digest.update(line.encode(errors="replace") + b"\n")
        yield comma + line
        comma = ",\n"
    yield f'{chr(10) if comma else ""}],"sha256":"{digest.hexdigest()}","pictures":['
    before = after = ""
    for ref in sorted(photos):
        found = picture(ref)
        if found is not None:
            yield f"{before}\n{_picture(found)}"
            before, after = ",", "\n"
    ending = json.dumps(kept_parts(remains), ensure_ascii=False, separators=(",", ":"))
    yield f"{after}],{ending[1:]}\n"


def _picture(picture: PictureRecord) -> str:
    return (
        f'{{"name":{quoted(picture.name)},"deck":{quoted(picture.deck)},'
        f'"title":{quoted(picture.title)},"description":{quoted(picture.description)},'
        f'"sha256":{quoted(picture.sha256)},'
        f'"data":"{base64.b64encode(picture.data).decode()}"}}'
    )


def _entry(record: EntryRecord) -> str:
    # Written by hand: values are JSON already, and a logbook may hold a hundred thousand of them.
    answers = ",".join([_answer(answer) for answer in record.answers])
    return (
        f'{{"id":{quoted(record.id)},"kind":{quoted(record.kind)},'
        f'"exercise_id":{_text(record.exercise_id)},'
        f'"exercise_title":{quoted(record.exercise_title)},'
        f'"exercise_version":{_number(record.exercise_version)},'
        f'"source":{quoted(record.source)},"chapter":{_number(record.chapter)},'
        f'"state":{quoted(record.state)},"about_date":{_text(record.about_date)},'
        f'"created_at":{quoted(record.created_at)},"closed_at":{_text(record.closed_at)},'
        f'"deleted_at":{_text(record.deleted_at)},"answers":[{answers}]}}'
    )


def _answer(answer: AnswerRecord) -> str:
    revisions = ",".join([_revision(revision) for revision in answer.revisions])
    return (
        f'{{"block":{quoted(answer.block)},"prompt":{quoted(answer.prompt)},'
        f'"item":{quoted(answer.item)},"kind":{quoted(answer.kind)},'
        f'"block_title":{quoted(answer.block_title)},'
        f'"prompt_text":{quoted(answer.prompt_text)},'
        f'"exercise_version":{_number(answer.exercise_version)},'
        f'"card":{_card(answer)},"position":{answer.position},"terms":{answer.terms or "{}"},'
        f'"value":{answer.value},"head":{quoted(answer.head)},"revisions":[{revisions}]}}'
    )


def _card(answer: AnswerRecord) -> str:
    if not answer.card_title and not answer.card_description:
        return "null"
    return (
        f'{{"title":{quoted(answer.card_title)},"description":{quoted(answer.card_description)}}}'
    )


def _revision(revision: RevisionRecord) -> str:
    splices = ",".join(
        [
            f"[{quoted(s.at)},{s.offset},{quoted(s.removed)},{quoted(s.inserted)}]"
            for s in revision.splices
        ]
    )
    return (
        f'{{"id":{quoted(revision.id)},"parent":{_text(revision.parent)},'
        f'"device":{quoted(revision.device)},"at":{quoted(revision.at)},'
        f'"value":{revision.value},"sha256":{quoted(revision.sha256)},"splices":[{splices}]}}'
    )


def _text(value: str | None) -> str:
    return "null" if value is None else quoted(value)


def _number(value: int | None) -> str:
    return "null" if value is None else str(value)
