# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What was shared and what came back in our JSON: readers, packets, received files, remarks.

Each part may be left out. Reading repairs nothing: what is not as `docs/formats/logbook-1.md`
says is refused.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from typing import Any, TypeVar

from logbook.core.entry import ANSWER_LIMIT
from logbook.core.packet import (
    QUESTIONS_MOST,
    QUOTE_LIMIT,
    REMARK_LIMIT,
    Author,
    RemarkKind,
)
from logbook.core.remarks import Origin, RemarkStatus
from logbook.core.share_record import (
    PacketRecord,
    PlaceTakenRecord,
    ReaderRecord,
    ReceivedRecord,
    RemarkRecord,
    SentAnswerRecord,
    ShareRecord,
)
from logbook.core.sharing import ShareFormat
from logbook.core.text_map import Replacement, replace_in
from logbook.formats.json_fields import (
    ID_LIMIT,
    Refused,
    identifier,
    keyed,
    moment,
    optional_day,
    text,
)

_READER = set(ReaderRecord._fields)
_PACKET = set(PacketRecord._fields)
_PACKET_NEEDED = _PACKET - {"previous", "entries", "questions", "answers"}
_ANSWER = set(SentAnswerRecord._fields)
_PLACE = set(PlaceTakenRecord._fields)
_RECEIVED = set(ReceivedRecord._fields)
_REMARK = set(RemarkRecord._fields)
_REMARK_NEEDED = {"id", "packet", "kind", "author", "text", "received_at", "status"}
_PUBLIC = re.compile(r"[0-9a-f]{32}")
#: Lines at home may be longer than the answer: chosen cards have their titles there.
_HOME_LIMIT = 2 * ANSWER_LIMIT
_NAME_LIMIT = 200
_PLACE_MOST = 1_000_000_000

_T = TypeVar("_T")


def share_parts(record: ShareRecord) -> dict[str, Any]:
    """The parts as JSON objects."""
    return {
        "readers": [reader._asdict() for reader in record.readers],
        "packets": [_packet_data(packet) for packet in record.packets],
        "received": [
            each._asdict() | {"answers": _pairs_data(each.answers, "question", "text")}
            for each in record.received
        ],
        "remarks": [remark._asdict() for remark in record.remarks],
    }


def read_sharing(data: dict[str, Any]) -> ShareRecord:
    """The records in these parts of a file.

    Raises:
        Refused: a part is missing, unknown, of the wrong type, too large, or contradicts another.
    """
    found = ShareRecord(
        _all(data, "readers", _reader),
        _all(data, "packets", _packet),
        _all(data, "received", _received),
        _all(data, "remarks", _remark),
    )
    _once(reader.pair for reader in found.readers)
    for records in (found.packets, found.received, found.remarks):
        _once(record.id for record in records)
    _check_references(found)
    return found


def _check_references(found: ShareRecord) -> None:
    pairs = {reader.pair for reader in found.readers}
    packets = {packet.id for packet in found.packets}
    received = {each.id: each.packet for each in found.received}
    if any(packet.pair not in pairs for packet in found.packets):
        raise Refused("bad-value", "pair")
    if any(each.packet not in packets for each in found.received):
        raise Refused("bad-value", "packet")
    for remark in found.remarks:
        if remark.packet not in packets:
            raise Refused("bad-value", "packet")
        if remark.received is not None and received.get(remark.received) != remark.packet:
            raise Refused("bad-value", "received")


def _reader(data: object) -> ReaderRecord:
    reader = keyed(data, "readers", _READER, _READER)
    return ReaderRecord(
        _public(reader, "pair"), text(reader, "name", _NAME_LIMIT), moment(reader, "created_at")
    )


def _packet(data: object) -> PacketRecord:
    packet = keyed(data, "packets", _PACKET_NEEDED, _PACKET)
    number = packet["round"]
    if type(number) is not int or not 1 <= number <= 1_000_000:
        raise Refused("bad-value", "round")
    made = PacketRecord(
        _public(packet, "id"),
        _public(packet, "pair"),
        number,
        moment(packet, "made_at"),
        _one_of(packet, "format", ShareFormat),
        _flag(packet, "sealed"),
        text(packet, "sender", _NAME_LIMIT),
        text(packet, "letter", REMARK_LIMIT),
        _flag(packet, "with_dates"),
        _optional_public(packet, "previous"),
        _pairs(
            packet, "entries", lambda each: (_public(each, "public"), identifier(each, "entry"))
        ),
        _pairs(packet, "questions", _question),
        _all(packet, "answers", _sent_answer),
    )
    if len(made.questions) > QUESTIONS_MOST:
        raise Refused("bad-value", "questions")
    _once(public for public, _ in (*made.entries, *made.questions))
    _once(answer.public for answer in made.answers)
    return made


def _entry(each: dict[str, Any]) -> tuple[str, str]:
    return _public(each, "public"), identifier(each, "entry")


def _question(each: dict[str, Any]) -> tuple[str, str]:
    return _public(each, "public"), text(each, "text", REMARK_LIMIT)


def _sent_answer(data: object) -> SentAnswerRecord:
    answer = keyed(data, "answers", _ANSWER - {"places"}, _ANSWER)
    home = text(answer, "home", _HOME_LIMIT)
    places = _all(answer, "places", _place)
    done = 0
    for place in places:
        if not done <= place.start < place.end <= len(home):
            raise Refused("bad-value", "places")
        done = place.end
    sent, _ = replace_in(home, [Replacement(*place) for place in places])
    sha256 = text(answer, "sha256", 64)
    if hashlib.sha256(sent.encode("utf-8", "replace")).hexdigest() != sha256:
        raise Refused("bad-hash", _public(answer, "public"))
    block, prompt, item = (text(answer, name, ID_LIMIT) for name in ("block", "prompt", "item"))
    return SentAnswerRecord(
        _public(answer, "public"),
        identifier(answer, "entry"),
        block,
        prompt,
        item,
        identifier(answer, "head") if answer["head"] else "",
        home,
        sha256,
        places,
    )


def _place(data: object) -> PlaceTakenRecord:
    place = keyed(data, "places", _PLACE, _PLACE)
    return PlaceTakenRecord(
        _number(place, "start"), _number(place, "end"), text(place, "words", _HOME_LIMIT)
    )


def _received(data: object) -> ReceivedRecord:
    received = keyed(data, "received", _RECEIVED - {"answers", "seen"}, _RECEIVED)

    def given(each: dict[str, Any]) -> tuple[str, str]:
        return _public(each, "question"), text(each, "text", REMARK_LIMIT)

    answers = _pairs(received, "answers", given)
    _once(question for question, _ in answers)
    return ReceivedRecord(
        _public(received, "id"),
        _public(received, "packet"),
        moment(received, "received_at"),
        text(received, "reader", _NAME_LIMIT),
        text(received, "general", REMARK_LIMIT),
        _one_of(received, "origin", Origin),
        answers,
        _flag(received, "seen") if "seen" in received else True,
    )


def _remark(data: object) -> RemarkRecord:
    remark = keyed(data, "remarks", _REMARK_NEEDED, _REMARK)
    words = text(remark, "text", REMARK_LIMIT)
    if not words.strip():
        raise Refused("bad-value", "text")
    quote = text(remark, "quote", _HOME_LIMIT)
    start = _number(remark, "start") if remark.get("start", -1) != -1 else -1
    end = _number(remark, "end") if remark.get("end", -1) != -1 else -1
    if (start < 0) is not (end < 0) or (start >= 0 and end - start != len(quote)):
        raise Refused("bad-value", "end")
    entry = identifier(remark, "entry") if remark.get("entry") is not None else None
    return RemarkRecord(
        _public(remark, "id"),
        _public(remark, "packet"),
        _optional_public(remark, "received"),
        entry,
        _optional_public(remark, "answer"),
        _one_of(remark, "kind", RemarkKind),
        _one_of(remark, "author", Author),
        words,
        quote,
        text(remark, "prefix", QUOTE_LIMIT),
        text(remark, "suffix", QUOTE_LIMIT),
        start,
        end,
        optional_day(remark, "day"),
        moment(remark, "received_at"),
        _optional_public(remark, "reply_to"),
        _one_of(remark, "status", RemarkStatus),
    )


def _packet_data(packet: PacketRecord) -> dict[str, Any]:
    return packet._asdict() | {
        "entries": _pairs_data(packet.entries, "public", "entry"),
        "questions": _pairs_data(packet.questions, "public", "text"),
        "answers": [
            answer._asdict() | {"places": [place._asdict() for place in answer.places]}
            for answer in packet.answers
        ],
    }


def _pairs_data(pairs: tuple[tuple[str, str], ...], one: str, other: str) -> list[dict[str, str]]:
    return [{one: first, other: second} for first, second in pairs]


def _pairs(
    data: dict[str, Any], name: str, read: Callable[[dict[str, Any]], tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    keys = {"entries": "entry", "questions": "text", "answers": "text"}
    first = "question" if name == "answers" else "public"
    both = {first, keys[name]}
    return _all(data, name, lambda item: read(keyed(item, name, both, both)))


def _all(data: dict[str, Any], name: str, read: Callable[[object], _T]) -> tuple[_T, ...]:
    if name not in data:
        return ()
    if type(data[name]) is not list:
        raise Refused("wrong-type", name)
    return tuple([read(item) for item in data[name]])


def _once(ids: Any) -> None:
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            raise Refused("duplicate-id", each)
        seen.add(each)


def _public(data: dict[str, Any], name: str) -> str:
    value = data.get(name)
    if type(value) is not str:
        raise Refused("wrong-type", name)
    if not _PUBLIC.fullmatch(value):
        raise Refused("bad-value", name)
    return value


def _optional_public(data: dict[str, Any], name: str) -> str | None:
    return None if data.get(name) is None else _public(data, name)


def _number(data: dict[str, Any], name: str) -> int:
    value = data.get(name)
    if type(value) is not int:
        raise Refused("wrong-type", name)
    if not 0 <= value <= _PLACE_MOST:
        raise Refused("bad-value", name)
    return value


def _flag(data: dict[str, Any], name: str) -> bool:
    value = data[name]
    if type(value) is not bool:
        raise Refused("wrong-type", name)
    return value


def _one_of(data: dict[str, Any], name: str, known: Any) -> str:
    value = text(data, name, ID_LIMIT)
    if value not in {each.value for each in known}:
        raise Refused("bad-value", name)
    return value
