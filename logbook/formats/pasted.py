# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A reader's reaction as a block of plain text that survives mail: docs/formats/reactie-tekst.md.

The page makes the same text from the same reaction (`page/block.js`); a test compares both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from logbook.core.packet import (
    QUESTIONS_MOST,
    REMARK_LIMIT,
    REMARKS_MOST,
    AnswerFile,
    Packet,
    Remark,
)
from logbook.core.share_errors import FileNotOurs, FileTampered, FileTooBig, FileTooNew
from logbook.core.text import clean_text, shorten
from logbook.formats.json_fields import Refused
from logbook.formats.packet_json import read_answer_file
from logbook.formats.packet_models import ANSWER_FORMAT, VERSION
from logbook.formats.packet_words import KIND_WORDS

#: A pasted text may have this many characters.
TEXT_LIMIT = 5_000_000
_BY_WORD = {word: kind for kind, word in KIND_WORDS.items()}
_INTRO = "Reactie op een deelpakket. Plak dit hele blok in Logboek, met alles tussen haken."

_QUOTED = re.compile(r"^[ \t\u00a0]*+(?:>[ \t\u00a0]*+)++", re.MULTILINE)
_BLANKS = re.compile(r"[ \t\n\u00a0]+")
_WRITTEN = re.compile(r"\\(.)| ?¶ ?")
_ESCAPES = {"s": " ", "t": "\t", "h": "\u00a0"}

_ID = "([0-9a-f]{32})"
_DAY = r"(\d{4}-\d\d-\d\d)"
_VERSION = re.compile(r"logboek-reactie (\d{1,6})(?: |$)")
_HEAD = re.compile(
    rf"logboek-reactie 1 pakket {_ID} paar {_ID} ronde (\d{{1,4}}) dag {_DAY} nummer {_ID}"
)
_REMARK = re.compile(
    rf"({'|'.join(_BY_WORD)})(?: bij {_ID}(?: plek (\d{{1,7}})-(\d{{1,7}}))?)?"
    rf"(?: na {_ID})?(?: dag {_DAY})? nummer {_ID}"
)
_GIVEN = re.compile(rf"antwoord op {_ID}")
_END = re.compile(r"einde (\d{1,5})")
_GENERAL, _TEXT = "algemeen", "opmerking"
_BEGINS = ("logboek-reactie", "antwoord", "einde", _GENERAL, _TEXT, *_BY_WORD)
#: What may be a mark between brackets; the sign before an escaped bracket is a backslash.
_TOKEN = re.compile(rf"(?<!\\)(?:\\\\)*+\[(?= ?(?:{'|'.join(_BEGINS)}))([^\[\]\\]{{1,300}})\]")
#: So many marks may stand in a block, and so many characters between two of them.
_MARKS_MOST = 3 * (REMARKS_MOST + QUESTIONS_MOST)
_PIECE_MOST = 10 * REMARK_LIMIT

#: A mark between brackets and the text that follows it.
_Piece = tuple[str, str]


def render_block(answer: AnswerFile, packet: Packet) -> str:
    """The text of a reaction, to be pasted in a mail.

    Args:
        packet: says what a remark or an answer is about.
    """
    pieces = [
        f"{_INTRO}\n\n[logboek-reactie {VERSION} pakket {answer.packet} paar {answer.pair}"
        f" ronde {answer.round} dag {answer.made_on.isoformat()} nummer {answer.id}]"
        f"\n{_write(answer.reader)}"
    ]
    if answer.general:
        pieces.append(f"[{_GENERAL}]\n{_write(answer.general)}")
    asked = {question.id: question.text for question in packet.questions}
    pieces += [
        f"[antwoord op {question}]\n{_write(_short(asked.get(question, '')))}\n"
        f"[{_TEXT}]\n{_write(text)}"
        for question, text in answer.answers
    ]
    pieces += [_remark(remark, answer, packet) for remark in answer.remarks]
    return "\n\n".join([*pieces, f"[einde {len(pieces) - 1}]"]) + "\n"


def parse_block(text: str) -> AnswerFile:
    """The reaction in a pasted text; what stands around it is passed over.

    Quotes have no surroundings: `core.anchoring.check_quote` finds them in the text as sent.

    Raises:
        FileNotOurs: there is no such block in it.
        FileTooNew: it is of a later version.
        FileTampered: a part is missing or cannot be read.
        FileTooBig.
    """
    if len(text) > TEXT_LIMIT:
        raise FileTooBig("", TEXT_LIMIT)
    plain = _BLANKS.sub(" ", _QUOTED.sub("", clean_text(text).text))
    begin = plain.find("[logboek-reactie ")
    if begin < 0:
        raise FileNotOurs("", "answer")
    pieces = list(_pieces(plain[begin:]))
    head = pieces[0][0] if pieces else ""
    version = _VERSION.match(head)
    if version and version[1] != str(VERSION):
        raise FileTooNew("", version[1])
    known = _HEAD.fullmatch(head)
    if not known:
        raise FileTampered("", "logboek-reactie")
    data: dict[str, Any] = {
        "format": ANSWER_FORMAT,
        "version": VERSION,
        **dict(zip(("packet", "pair", "round", "made_on", "id"), known.groups(), strict=True)),
        "round": int(known[3]),
        "reader": _read(pieces[0][1]),
        "remarks": [],
        "answers": [],
    }
    _fill(data, pieces[1:])
    try:
        return read_answer_file(data)
    except Refused as refused:
        raise FileTampered("", f"{refused.reason} {refused.fact}".strip()) from None


def _remark(remark: Remark, answer: AnswerFile, packet: Packet) -> str:
    quote, about = remark.quote, ""
    head = KIND_WORDS[remark.kind]
    if remark.answer:
        head += f" bij {remark.answer}"
        found = packet.answer(remark.answer)
        if found:
            about = found.question or (found.about.title if found.about else "")
    if remark.answer and quote:
        head += f" plek {quote.start}-{quote.end}"
    if remark.reply_to:
        head += f" na {remark.reply_to}"
        earlier = (*packet.remarks, *answer.remarks)
        about = next((r.text for r in earlier if r.id == remark.reply_to), about)
    if remark.day:
        head += f" dag {remark.day.isoformat()}"
    words = quote.exact if remark.answer and quote else _short(about)
    return f"[{head} nummer {remark.id}]\n{_write(words)}\n[{_TEXT}]\n{_write(remark.text)}"


def _short(text: str) -> str:
    return shorten(text, 100)


def _write(text: str) -> str:
    """A text in which line ends, brackets and blanks come through any mail program."""
    lines = []
    for line in text.split("\n"):
        made = re.sub(r"[\\\[\]>¶]", lambda found: "\\" + found[0], line)
        made = made.replace("\t", "\\t").replace("\u00a0", "\\h")
        lines.append(re.sub(r"^ | (?= )| $", r"\\s", made))
    return " ¶\n".join(lines)


def _read(text: str) -> str:
    """The text that `_write` wrote, after its blanks were folded."""
    return _WRITTEN.sub(
        lambda found: "\n" if found[1] is None else _ESCAPES.get(found[1], found[1]), text.strip()
    )


def _pieces(plain: str) -> Iterator[_Piece]:
    """Marks with what follows them, to the end of the block."""
    mark, begin = "", 0
    for number, token in enumerate(_TOKEN.finditer(plain)):
        if number > _MARKS_MOST or token.start() - begin > _PIECE_MOST:
            break
        name = token[1].strip()
        if not (name in (_GENERAL, _TEXT) or _is_mark(name)):
            continue  # brackets of somebody else
        if mark:
            yield mark, plain[begin : token.start()]
        mark, begin = name, token.end()
        if _END.fullmatch(name):
            yield name, ""
            return
    raise FileTampered("", "einde")


def _is_mark(name: str) -> bool:
    return any(each.fullmatch(name) for each in (_REMARK, _GIVEN, _END)) or bool(
        _VERSION.match(name)
    )


def _fill(data: dict[str, Any], pieces: list[_Piece]) -> None:
    """Put each piece in its place; two pieces make one remark or one answer."""
    count = 0
    waiting: tuple[dict[str, Any], str] | None = None
    for mark, text in pieces:
        if (mark == _TEXT) != (waiting is not None):
            raise FileTampered("", _TEXT)
        if waiting is not None:
            part, name = waiting
            part[name] = {"value": _read(text)} if name == "body" else _read(text)
            waiting = None
            continue
        if end := _END.fullmatch(mark):
            if int(end[1]) != count:
                raise FileTampered("", "einde")
            return
        count += 1
        if mark == _GENERAL:
            data["general"] = _read(text)
        elif given := _GIVEN.fullmatch(mark):
            data["answers"].append({"question": given[1]})
            waiting = data["answers"][-1], "text"
        elif remark := _REMARK.fullmatch(mark):
            data["remarks"].append(_remark_data(remark, _read(text)))
            waiting = data["remarks"][-1], "body"
        else:
            raise FileTampered("", "logboek-reactie")


def _remark_data(found: re.Match[str], quote: str) -> dict[str, Any]:
    word, answer, start, end, reply_to, day, remark_id = found.groups()
    data: dict[str, Any] = {"id": remark_id, "kind": _BY_WORD[word].value}
    data |= {name: part for name, part in (("reply_to", reply_to), ("day", day)) if part}
    if answer:
        data["target"] = {"source": answer}
    if start:
        data["target"]["selector"] = [
            {"exact": quote},
            {"start": int(start), "end": int(end)},
        ]
    return data
