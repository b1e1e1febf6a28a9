# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Share packets and answer files to JSON and back, through the models of `packet_models`.

Reading checks everything: shape, bounds, ids and the hash of every text. It knows no files; the
gate for bytes is `packet_file`.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import ValidationError

from logbook.core.anchor_text import Look, Styled
from logbook.core.anchoring import Quote
from logbook.core.packet import (
    AnswerFile,
    Author,
    Packet,
    PartKind,
    Picture,
    PublicId,
    Remark,
    RemarkKind,
    SharedAnswer,
    SharedCard,
    SharedEntry,
    SharedLine,
    SharedQuestion,
    SharedSection,
)
from logbook.core.text import clean_text
from logbook.formats import packet_models as models
from logbook.formats.json_fields import Refused

_Model = TypeVar("_Model", bound=models.Strict)


def text_hash(text: str) -> str:
    """SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def packet_json(packet: Packet) -> str:
    """A packet as one line of JSON with sorted keys; what is at its default is left out."""
    return _dump(
        {
            "format": models.PACKET_FORMAT,
            "version": models.VERSION,
            "id": packet.id,
            "pair": packet.pair,
            "round": packet.round,
            "made_on": packet.made_on.isoformat(),
            "entries": [_entry_data(entry) for entry in packet.entries],
            **_filled(sender=packet.sender, reader=packet.reader, letter=packet.letter),
            **_filled(
                questions=[{"id": q.id, "text": q.text} for q in packet.questions],
                pictures={
                    p.name: {"mime": p.mime, "data": base64.b64encode(p.data).decode()}
                    for p in packet.pictures
                },
                remarks=[_remark_data(remark) for remark in packet.remarks],
                replaced=packet.replaced,
            ),
        }
    )


def answer_file_json(answer: AnswerFile) -> str:
    """An answer file as one line of JSON with sorted keys."""
    given = [{"question": question, "text": text} for question, text in answer.answers]
    return _dump(
        {
            "format": models.ANSWER_FORMAT,
            "version": models.VERSION,
            "id": answer.id,
            "packet": answer.packet,
            "pair": answer.pair,
            "round": answer.round,
            "made_on": answer.made_on.isoformat(),
            **_filled(
                reader=answer.reader,
                general=answer.general,
                remarks=[_remark_data(remark) for remark in answer.remarks],
                answers=given,
            ),
        }
    )


def read_packet(data: Any) -> Packet:
    """The packet in a parsed JSON value.

    Raises:
        Refused: `version`, `shape`, `hash`, `picture` or `reference`, with the name of the part.
    """
    model = _checked(models.PacketModel, models.PACKET_FORMAT, data)
    pictures = tuple(_picture(name, each) for name, each in sorted(model.pictures.items()))
    packet = Packet(
        PublicId(model.id),
        PublicId(model.pair),
        model.round,
        model.made_on,
        tuple(_entry(each) for each in model.entries),
        _clean(model.sender),
        _clean(model.reader),
        _clean(model.letter),
        tuple(SharedQuestion(PublicId(q.id), _clean(q.text)) for q in model.questions),
        pictures,
        tuple(_remark(each) for each in model.remarks),
        model.replaced,
    )
    _check_references(packet, {picture.name for picture in pictures})
    return packet


def read_answer_file(data: Any) -> AnswerFile:
    """The answer file in a parsed JSON value.

    Raises:
        Refused: as `read_packet`.
    """
    model = _checked(models.AnswerFileModel, models.ANSWER_FORMAT, data)
    return AnswerFile(
        PublicId(model.id),
        PublicId(model.packet),
        PublicId(model.pair),
        model.round,
        model.made_on,
        _clean(model.reader),
        tuple(_remark(each) for each in model.remarks),
        _clean(model.general),
        tuple((PublicId(each.question), _clean(each.text)) for each in model.answers),
    )


def _checked(model: type[_Model], format_name: str, data: Any) -> _Model:
    """The model of this data.

    Raises:
        Refused.
    """
    if not isinstance(data, dict) or data.get("format") != format_name:
        raise Refused("format", format_name)
    version = data.get("version")
    if type(version) is not int or version < models.VERSION:
        raise Refused("shape", "version")
    if version > models.VERSION:
        raise Refused("version", str(version)[:20])
    try:
        return model.model_validate_json(json.dumps(data, ensure_ascii=False))
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        raise Refused("shape", ".".join(map(str, first["loc"]))[:200]) from None
    except (ValueError, RecursionError):  # lone surrogates
        raise Refused("shape", "text") from None


def _check_references(packet: Packet, pictures: set[str]) -> None:
    answers = {answer.id for answer in packet.answers()}
    known = {remark.id for remark in packet.remarks}
    for remark in packet.remarks:
        if remark.answer is not None and remark.answer not in answers:
            raise Refused("reference", "remarks.target")
        if remark.reply_to is not None and remark.reply_to not in known:
            raise Refused("reference", "remarks.reply_to")
    used = {line.picture for answer in packet.answers() for line in answer.lines}
    used |= {answer.about.picture for answer in packet.answers() if answer.about}
    if missing := used - pictures - {""}:
        raise Refused("reference", min(missing))


def _entry_data(entry: SharedEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "title": entry.title,
        "sections": [
            {"title": s.title, "answers": [_answer_data(a) for a in s.answers]}
            for s in entry.sections
        ],
        **_filled(source=entry.source, round=entry.round, new=entry.new),
        **_filled(day=entry.day.isoformat() if entry.day else None),
    }


def _answer_data(answer: SharedAnswer) -> dict[str, Any]:
    about = answer.about
    data: dict[str, Any] = {
        "id": answer.id,
        "question": answer.question,
        "lines": [_line_data(line) for line in answer.lines],
        "sha256": text_hash(answer.text),
    }
    if about is not None:
        data["about"] = {
            "title": about.title,
            **_filled(description=about.description, picture=about.picture),
        }
    if answer.before is not None:
        data["before"] = answer.before
    return data


def _line_data(line: SharedLine) -> dict[str, Any]:
    styles = [{"start": s.start, "end": s.end, "look": s.look.value} for s in line.styles]
    kind = "" if line.kind is PartKind.WORDS else line.kind.value
    return {
        "text": line.text,
        **_filled(kind=kind, mark=line.mark, styles=styles),
        **_filled(description=line.description, picture=line.picture),
    }


def _remark_data(remark: Remark) -> dict[str, Any]:
    data: dict[str, Any] = {
        "type": "Annotation",
        "id": remark.id,
        "kind": remark.kind.value,
        "body": {"type": "TextualBody", "value": remark.text},
        **_filled(reply_to=remark.reply_to, done=remark.done, was=remark.was),
        **_filled(day=remark.day.isoformat() if remark.day else None),
    }
    if remark.author is not Author.READER:
        data["author"] = remark.author.value
    if remark.answer is not None:
        data["target"] = {"source": remark.answer}
        if (quote := remark.quote) is not None:
            data["target"]["selector"] = [
                {
                    "type": "TextQuoteSelector",
                    "exact": quote.exact,
                    "prefix": quote.prefix,
                    "suffix": quote.suffix,
                },
                {"type": "TextPositionSelector", "start": quote.start, "end": quote.end},
            ]
    return data


def _filled(**parts: Any) -> dict[str, Any]:
    return {name: part for name, part in parts.items() if part}


def _dump(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _clean(text: str) -> str:
    return clean_text(text).text


def _picture(name: str, model: models.PictureModel) -> Picture:
    try:
        return Picture(name, model.mime, base64.b64decode(model.data, validate=True))
    except (binascii.Error, ValueError):
        raise Refused("picture", name) from None


def _entry(model: models.EntryModel) -> SharedEntry:
    return SharedEntry(
        PublicId(model.id),
        _clean(model.title),
        tuple(
            SharedSection(_clean(s.title), tuple(_answer(a) for a in s.answers))
            for s in model.sections
        ),
        _clean(model.source),
        model.day,
        model.round,
        model.new,
    )


def _answer(model: models.AnswerModel) -> SharedAnswer:
    about = model.about
    answer = SharedAnswer(
        PublicId(model.id),
        _clean(model.question),
        tuple(_lines(model)),
        SharedCard(_clean(about.title), _clean(about.description), about.picture)
        if about
        else None,
        None if model.before is None else _clean(model.before),
    )
    if text_hash(answer.text) != model.sha256:
        raise Refused("hash", model.id)
    return answer


def _lines(model: models.AnswerModel) -> Iterator[SharedLine]:
    for line in model.lines:
        size = len(line.text)
        if any(s.end > size or s.start >= s.end for s in line.styles):
            raise Refused("shape", "styles")
        if _clean(line.text) != line.text:
            raise Refused("shape", "lines.text")  # cleaning would move every place in it
        yield SharedLine(
            line.text,
            PartKind(line.kind),
            _clean(line.mark),
            tuple(Styled(s.start, s.end, Look(s.look)) for s in line.styles),
            _clean(line.description),
            line.picture,
        )


def _remark(model: models.RemarkModel) -> Remark:
    target = model.target
    quote = None
    if target is not None and target.selector is not None:
        words, place = target.selector
        if place.start >= place.end:
            raise Refused("shape", "selector")
        quote = Quote(words.exact, words.prefix, words.suffix, place.start, place.end)
    return Remark(
        PublicId(model.id),
        RemarkKind(model.kind),
        _clean(model.body.value),
        PublicId(target.source) if target else None,
        quote,
        PublicId(model.reply_to) if model.reply_to else None,
        Author(model.author),
        model.day,
        model.done,
        _clean(model.was),
    )
