# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The gate for what readers give back: answer files, Word documents with comments, pasted text.

All three become an `AnswerFile`. Bytes are bounded before anything is parsed; what is refused is
refused with one error, and nothing of it is used.
"""

from __future__ import annotations

from typing import Any

from logbook.core.packet import ANSWER_LIMIT, JSON_MOST, RETURNED_LIMIT, AnswerFile
from logbook.core.remarks import Origin
from logbook.core.share_errors import (
    FileNotOurs,
    FileTampered,
    FileTooBig,
    FileTooNew,
    NothingInAnswer,
    PassphraseNeeded,
    PassphraseWrong,
)
from logbook.files.intake import JsonRefused, parse_json
from logbook.formats.json_fields import Refused

_DEPTH = 32
_ZIP = b"PK\x03\x04"


def read_answer(data: bytes, name: str, passphrase: str = "") -> tuple[AnswerFile, Origin]:
    """What a file holds that came back.

    Args:
        name: of the file, without its folder.

    Raises:
        PassphraseNeeded, PassphraseWrong, NothingInAnswer, FileNotOurs, FileTooNew, FileTooBig,
        FileTampered.
    """
    # A document comes back with all its pictures.
    limit = RETURNED_LIMIT if data.startswith(_ZIP) else ANSWER_LIMIT
    if len(data) > limit:
        raise FileTooBig(name, limit)
    if data.startswith(_ZIP):
        from logbook.formats.docx_remarks import read_remarks

        answer = read_remarks(data, name)
        origin = Origin.DOCX
    else:
        answer = _from_json(data, name, passphrase)
        origin = Origin.FILE
    if answer.is_empty:
        raise NothingInAnswer
    return answer, origin


def read_pasted(text: str) -> AnswerFile:
    """What a pasted block of text holds.

    Raises:
        NothingInAnswer, FileNotOurs, FileTooNew, FileTooBig, FileTampered.
    """
    from logbook.formats.pasted import parse_block

    if len(text.encode("utf-8", "replace")) > ANSWER_LIMIT:
        raise FileTooBig("", ANSWER_LIMIT)
    answer = parse_block(text)
    if answer.is_empty:
        raise NothingInAnswer
    return answer


def _from_json(data: bytes, name: str, passphrase: str) -> AnswerFile:
    from logbook.formats.packet_json import read_answer_file
    from logbook.formats.sealed import is_sealed

    parsed = _parsed(data, name)
    if is_sealed(parsed):
        parsed = _unsealed(parsed, name, passphrase)
    try:
        return read_answer_file(parsed)
    except Refused as refused:
        raise refused_error(refused, name, "answer") from None


def _parsed(data: bytes, name: str) -> Any:
    try:
        return parse_json(data.decode("utf-8-sig"), depth=_DEPTH, most=JSON_MOST)
    except UnicodeDecodeError:
        raise FileNotOurs(name, "answer") from None
    except JsonRefused as refused:
        # A file of ours that was cut off still begins as one.
        begins = data.lstrip()[:1] == b"{" and b'"logboek-' in data[:4_000]
        wrong = begins or refused.reason in ("depth", "duplicate", "number", "count")
        raise (FileTampered(name) if wrong else FileNotOurs(name, "answer")) from None


def _unsealed(sealed: dict[str, Any], name: str, passphrase: str) -> Any:
    from logbook.formats.sealed import Purpose, WrongPassphrase, key_of, unseal

    if not passphrase:
        raise PassphraseNeeded
    try:
        text = unseal(sealed, key_of(sealed, passphrase), Purpose.ANSWER, limit=ANSWER_LIMIT)
    except WrongPassphrase:
        raise PassphraseWrong from None
    except Refused as refused:
        raise refused_error(refused, name, "answer") from None
    return _parsed(text.encode(), name)


def refused_error(refused: Refused, name: str, wanted: str) -> Exception:
    """The expected error for a part that is not as it should be."""
    if refused.reason == "version":
        return FileTooNew(name, refused.fact)
    if refused.reason in ("format", "purpose"):
        return FileNotOurs(name, wanted)
    if refused.reason == "size":
        return FileTooBig(name, int(refused.fact))
    return FileTampered(name, refused.fact)
