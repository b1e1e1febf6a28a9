# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Comments that somebody made in a Word document of ours become an answer file.

Only what is said and where is read: words, never markup. A comment that went along from an earlier
round is left out; the id of a new one is taken over what it says, so that the same file twice
gives the same remarks.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from logbook.core.anchoring import CONTEXT, Quote
from logbook.core.packet import REMARK_LIMIT, REMARKS_MOST, AnswerFile, PublicId, Remark, RemarkKind
from logbook.core.share_errors import FileNotOurs, FileTampered, FileTooBig
from logbook.core.text import clean_text
from logbook.formats.packet_docx import ANSWER_MARK, KNOWN_DIGITS, PACKET_MARK, PAIR_MARK
from logbook.formats.packet_words import KIND_WORDS

_MEMBERS_MOST = 2_000
_UNPACKED_MOST = 50_000_000
_PACKET = re.compile(rf"{PACKET_MARK}([0-9a-f]{{32}})")
_PAIR = re.compile(rf"{PAIR_MARK}([0-9a-f]{{32}})_([1-9][0-9]{{0,2}})")
_ANSWER = re.compile(rf"{ANSWER_MARK}([0-9a-f]{{32}})")
_KNOWN = re.compile(rf"[0-9a-f]{{{KNOWN_DIGITS}}}")
_KINDS = {words: kind for kind, words in KIND_WORDS.items()}
_KIND = re.compile(rf"({'|'.join(_KINDS)})\s*[:.]\s*", re.IGNORECASE)


@dataclass(slots=True)
class _Piece:
    """A piece of the text of one paragraph, in the answer it belongs to ("" for none)."""

    text: str
    answer: str
    comments: frozenset[str]


@dataclass(slots=True)
class _Walk:
    """What was met on the way through a document."""

    packet: str = ""
    pair: str = ""
    round: int = 0
    paragraphs: list[list[_Piece]] = field(default_factory=list)


def read_remarks(data: bytes, name: str) -> AnswerFile:
    """The comments in a document that was sent as a packet.

    Args:
        name: of the file, without its folder.

    Raises:
        FileNotOurs: it is no Word document, or none of ours.
        FileTampered: it is damaged.
        FileTooBig: it unpacks to too much.
    """
    _check_zip(data, name)
    try:
        import docx
        from docx.opc.exceptions import PackageNotFoundError
        from lxml.etree import LxmlError  # type: ignore[import-untyped]

        try:
            document = docx.Document(io.BytesIO(data))
            walk = _walk(document.element.body)
            comments = [
                (str(c.comment_id), c.author or "", c.initials or "", c.text, c.timestamp)
                for c in document.comments
            ]
        except PackageNotFoundError:
            raise FileNotOurs(name, "answer") from None
        except LxmlError:
            raise FileTampered(name) from None
    except (KeyError, ValueError, AttributeError, TypeError, zipfile.BadZipFile, zlib.error):
        # What the library raises for parts that are missing or of another kind.
        raise FileTampered(name) from None
    if not walk.packet or not walk.pair:
        raise FileNotOurs(name, "answer")
    return _answer_file(walk, comments)


def _check_zip(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise FileTampered(name) from None
    if len(members) > _MEMBERS_MOST or sum(m.file_size for m in members) > _UNPACKED_MOST:
        raise FileTooBig(name, _UNPACKED_MOST)
    if not any(member.filename == "word/document.xml" for member in members):
        raise FileNotOurs(name, "answer")


def _walk(body: Any) -> _Walk:
    """Go through the body in order, with the bookmarks and comments that are open."""
    from docx.oxml.ns import qn

    found = _Walk()
    answers: dict[str, str] = {}
    comments: set[str] = set()
    for element in body.iter():
        tag = element.tag
        if tag == qn("w:p"):
            found.paragraphs.append([])
        elif tag == qn("w:bookmarkStart"):
            _begin_bookmark(found, answers, element)
        elif tag == qn("w:bookmarkEnd"):
            answers.pop(element.get(qn("w:id"), ""), None)
        elif tag == qn("w:commentRangeStart"):
            comments.add(element.get(qn("w:id"), ""))
        elif tag == qn("w:commentRangeEnd"):
            comments.discard(element.get(qn("w:id"), ""))
        elif tag in (qn("w:t"), qn("w:tab"), qn("w:br")) and found.paragraphs:
            text = element.text or "" if tag == qn("w:t") else "\t"
            answer = next(iter(answers.values()), "")
            found.paragraphs[-1].append(_Piece(text, answer, frozenset(comments)))
    return found


def _begin_bookmark(found: _Walk, answers: dict[str, str], element: Any) -> None:
    from docx.oxml.ns import qn

    name = element.get(qn("w:name"), "")
    if (packet := _PACKET.fullmatch(name)) is not None:
        found.packet = packet.group(1)
    elif (pair := _PAIR.fullmatch(name)) is not None:
        found.pair, found.round = pair.group(1), int(pair.group(2))
    elif (answer := _ANSWER.fullmatch(name)) is not None:
        answers[element.get(qn("w:id"), "")] = answer.group(1)


def _answer_file(walk: _Walk, comments: list[tuple[str, str, str, str, Any]]) -> AnswerFile:
    remarks: list[Remark] = []
    authors: dict[str, None] = {}
    for comment_id, author, initials, text, moment in comments[:REMARKS_MOST]:
        said = clean_text(text).text.strip()[:REMARK_LIMIT]
        if not said or _KNOWN.fullmatch(initials):
            continue
        if author.strip():
            authors[" ".join(author.split())] = None
        kind, said = _kind_of(said)
        answer, quote = _target(walk, comment_id)
        stamp = moment.isoformat() if moment else ""
        source = "\x00".join(
            (walk.packet, author, stamp, said, quote.exact if quote else "", answer)
        )
        remarks.append(
            Remark(
                PublicId(hashlib.sha256(source.encode("utf-8", "replace")).hexdigest()[:32]),
                kind,
                said,
                PublicId(answer) if answer else None,
                quote,
                day=moment.date() if moment else None,
            )
        )
    whole = hashlib.sha256("".join(sorted(r.id for r in remarks)).encode())
    unique = list({remark.id: remark for remark in remarks}.values())
    return AnswerFile(
        PublicId(hashlib.sha256(f"{walk.packet}{whole.hexdigest()}".encode()).hexdigest()[:32]),
        PublicId(walk.packet),
        PublicId(walk.pair),
        walk.round,
        max((r.day for r in unique if r.day), default=date(1970, 1, 1)),
        clean_text(", ".join(authors)).text[:200],
        tuple(unique),
    )


def _kind_of(text: str) -> tuple[RemarkKind, str]:
    """The kind that a comment names at its beginning (`tip: …`), else what it looks like."""
    named = _KIND.match(text)
    if named is not None and text[named.end() :].strip():
        return _KINDS[named.group(1).lower()], text[named.end() :]
    return (RemarkKind.QUESTION if text.endswith("?") else RemarkKind.MIRROR), text


def _target(walk: _Walk, comment_id: str) -> tuple[str, Quote | None]:
    """The answer a comment hangs on, and the passage, with what stands around it in its lines."""
    lines: list[tuple[str, int, int]] = []
    chosen = ""
    for pieces in walk.paragraphs:
        for part in _parts(pieces, comment_id):
            answer, text, start, end = part
            if chosen and answer != chosen:
                continue
            chosen = answer
            lines.append((text, start, end))
    if not chosen:
        return "", None
    exact = "\n".join(text[start:end] for text, start, end in lines)
    if not exact.strip():
        return chosen, None
    (first, start, _), (last, _, end) = lines[0], lines[-1]
    return chosen, Quote(exact, first[:start][-CONTEXT:], last[end:][:CONTEXT], -1, -1)


def _parts(pieces: list[_Piece], comment_id: str) -> Iterator[tuple[str, str, int, int]]:
    """The answer, its line in this paragraph, and the range of it that a comment covers."""
    if not any(comment_id in piece.comments for piece in pieces):
        return
    answer = next((p.answer for p in pieces if p.answer and comment_id in p.comments), "")
    if not answer:
        return
    own = [piece for piece in pieces if piece.answer == answer]
    # A mark before a line (`1.` and a tab) is no part of its text.
    skip = max((n + 1 for n, piece in enumerate(own) if "\t" in piece.text), default=0)
    text, start, end = "", -1, 0
    for piece in own[skip:]:
        if comment_id in piece.comments:
            start = len(text) if start < 0 else start
            end = len(text) + len(piece.text)
        text += piece.text
    if start >= 0:
        yield answer, text, start, end
