# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Comments that somebody made in a Word document of ours become an answer file.

Only what is said and where is read: words, never markup. A comment that went along from an earlier
round is left out. The id of a new one is taken over who says what about which words, so that the
same document gives the same remarks, also when another program saved it again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import date
from itertools import accumulate

from logbook.core.anchoring import CONTEXT, Quote
from logbook.core.packet import REMARK_LIMIT, AnswerFile, PublicId, Remark, RemarkKind
from logbook.core.text import clean_text
from logbook.formats.docx_comments import KNOWN_DIGITS
from logbook.formats.docx_reader import Comment, Line, WordDocument, read_document
from logbook.formats.packet_words import KIND_WORDS

#: A passage may hold this many characters; a longer one is the answer as a whole.
_QUOTE_MOST = 20_000
#: So many pieces of lines are looked at for all comments together.
_VISITS_MOST = 300_000
#: What is said is cut off here: there must be room for a name and for words before it.
_SAID_MOST = REMARK_LIMIT - 500
#: Of words that belong to no answer, so many are told before a remark on them.
_TOLD = 80
_NAME_MOST = 200
#: What Word and LibreOffice say of somebody who never gave a name, in English and Dutch.
_NOBODY = frozenset({"unknown author", "onbekende auteur", "author", "auteur"})
_FIRST_DAY = date(1970, 1, 1)
_KNOWN = re.compile(rf"[0-9a-f]{{{KNOWN_DIGITS}}}")
_KINDS = {words: kind for kind, words in KIND_WORDS.items()}
_KIND = re.compile(rf"({'|'.join(_KINDS)})\s*[:.]\s*", re.IGNORECASE)


def read_remarks(data: bytes, name: str) -> AnswerFile:
    """The comments in a document that was sent as a packet.

    Args:
        name: of the file, without its folder.

    Raises:
        FileNotOurs: it is no Word document, or none of ours.
        FileTampered: it is damaged, or made to do harm.
        FileTooBig: it unpacks to too much.
    """
    document = read_document(data, name)
    read = _Reading(document)
    found: dict[str, Remark] = {}
    for remark in read.remarks():
        found.setdefault(remark.id, remark)
    ids = "".join(sorted(found))
    return AnswerFile(
        _public(document.packet, ids),
        PublicId(document.packet),
        PublicId(document.pair),
        document.round,
        max((r.day for r in found.values() if r.day), default=_FIRST_DAY),
        ", ".join(read.authors)[:_NAME_MOST],
        tuple(found.values()),
    )


class _Sent:
    """The lines of one answer as they were sent, by number, and where each begins."""

    def __init__(self, lines: dict[int, str]) -> None:
        self.lines = lines
        self.text = "\n".join(lines.values())
        self.whole = list(lines) == list(range(1, len(lines) + 1))
        starts = accumulate((len(line) + 1 for line in lines.values()), initial=0)
        self.places = dict(zip(lines, starts, strict=False))


class _Reading:
    """Turns the comments of one document into remarks."""

    def __init__(self, document: WordDocument) -> None:
        self._document = document
        self._sent = _sent_answers(document)
        self._by_name = {c.name.upper(): c for c in document.comments.values() if c.name}
        self._visits = 0
        new = [c for c in document.comments.values() if _said(c) and not _is_known(c)]
        self._new = new
        self.authors = tuple(dict.fromkeys(filter(None, map(_author, new))))
        self._ids: dict[int, PublicId] = {}

    def remarks(self) -> Iterator[Remark]:
        """The new ones, in the order of the document; a reply after what it replies to."""
        made = {id(comment): self._remark(comment) for comment in self._new}
        for comment in self._new:
            remark = made[id(comment)]
            self._ids[id(comment)] = remark.id
        for comment in sorted(self._new, key=lambda each: bool(each.parent)):
            remark = made[id(comment)]
            parent = self._parent(comment)
            yield remark if parent in (None, remark.id) else _replying(remark, parent)

    def _remark(self, comment: Comment) -> Remark:
        said, author = _said(comment), _author(comment)
        kind, said = _kind_of(said)
        answer, quote = self._target(comment)
        words = "" if answer else self._other_words(comment)
        if words:
            said = f"Bij “{words}”: {said}"
        identity = (
            self._document.packet,
            author,
            said,
            answer,
            quote.exact if quote else "",
            quote.prefix if quote else "",
        )
        if len(self.authors) > 1 and author:
            said = f"{author}: {said}"
        return Remark(
            _public(*identity),
            kind,
            said[:REMARK_LIMIT],
            PublicId(answer) if answer else None,
            quote,
            day=_day(comment),
        )

    def _parent(self, comment: Comment) -> PublicId | None:
        """The remark that a comment replies to; None when it is none, or not to be told."""
        parent = self._by_name.get(comment.parent) if comment.parent else None
        if parent is None:
            return None
        if _is_known(parent):
            fitting = [r for r in self._document.remarks if r.startswith(parent.initials)]
            return PublicId(fitting[0]) if len(fitting) == 1 else None
        return self._ids.get(id(parent))

    def _target(self, comment: Comment) -> tuple[str, Quote | None]:
        """The answer a comment hangs on, and the passage, in its text as it was sent."""
        place = self._by_name.get(comment.parent, comment) if comment.parent else comment
        answer = ""
        # From where to where in each line, in the order of the document.
        ranges: dict[Line, tuple[int, int]] = {}
        size = 0
        for segment, start, end in self._document.covered(place):
            line = segment.line
            if line is None:
                continue
            answer = answer or line.answer
            if line.answer != answer:
                break
            size += end - start
            self._visits += 1
            if size > _QUOTE_MOST or self._visits > _VISITS_MOST:
                return answer, None
            if line.number:
                first, _ = ranges.get(line, (segment.offset + start, 0))
                ranges[line] = (first, segment.offset + end)
        if not answer:
            return (place.about.answer, None) if place.about else ("", None)
        return answer, self._quote(ranges) if ranges else None

    def _quote(self, ranges: dict[Line, tuple[int, int]]) -> Quote | None:
        first = next(iter(ranges))
        sent = self._sent[first.answer]
        exact = "\n".join(sent.lines[line.number][a:b] for line, (a, b) in ranges.items())
        begin = len(exact) - len(exact.lstrip())
        exact = exact.strip()
        if not exact:
            return None
        at = sent.places[first.number] + ranges[first][0] + begin
        end = at + len(exact)
        if sent.text[at:end] != exact:
            return Quote(exact, "", "", -1, -1)
        around = sent.text[max(0, at - CONTEXT) : at], sent.text[end : end + CONTEXT]
        return Quote(exact, *around, *((at, end) if sent.whole else (-1, -1)))

    def _other_words(self, comment: Comment) -> str:
        """The words of the document a comment is about that are in no answer."""
        words = ""
        for segment, start, end in self._document.covered(comment):
            if segment.at_top:
                return ""
            words += segment.text[start:end]
            if len(words) > 4 * _TOLD:
                break
        folded = " ".join(clean_text(words).text.split())
        return folded if len(folded) <= _TOLD else f"{folded[: _TOLD - 2].rstrip()} …"


def _sent_answers(document: WordDocument) -> dict[str, _Sent]:
    found: dict[str, dict[int, list[str]]] = {}
    for segment in document.segments:
        if segment.line is not None and segment.line.number:
            lines = found.setdefault(segment.line.answer, {})
            lines.setdefault(segment.line.number, []).append(segment.text)
    return {
        answer: _Sent({number: "".join(lines[number]) for number in sorted(lines)})
        for answer, lines in found.items()
    }


def _replying(remark: Remark, parent: PublicId | None) -> Remark:
    return Remark(
        remark.id, remark.kind, remark.text, remark.answer, None, parent, remark.author, remark.day
    )


def _said(comment: Comment) -> str:
    said = clean_text(comment.text).text.strip()
    return said if len(said) <= _SAID_MOST else f"{said[:_SAID_MOST]} …"


def _author(comment: Comment) -> str:
    """Who remarked; "" when the program put words there because it knows no name."""
    name = " ".join(clean_text(comment.author).text.split())[:_NAME_MOST]
    return "" if name.casefold() in _NOBODY else name


def _is_known(comment: Comment) -> bool:
    return _KNOWN.fullmatch(comment.initials) is not None


def _day(comment: Comment) -> date | None:
    try:
        day = date.fromisoformat(comment.day)
    except ValueError:
        return None
    return day if date(1900, 1, 1) <= day < date(9999, 1, 1) else None


def _kind_of(text: str) -> tuple[RemarkKind, str]:
    """The kind that a comment names at its beginning (`tip: …`), else what it looks like."""
    named = _KIND.match(text)
    if named is not None and text[named.end() :].strip():
        return _KINDS[named.group(1).lower()], text[named.end() :]
    return (RemarkKind.QUESTION if text.endswith("?") else RemarkKind.MIRROR), text


def _public(*parts: str) -> PublicId:
    source = "\x00".join(parts).encode("utf-8", "replace")
    return PublicId(hashlib.sha256(source).hexdigest()[:32])
