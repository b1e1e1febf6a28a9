# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a Word document of ours says and where its comments hang.

Text that was put in by others is told apart from ours, and what they took out is still ours: the
lines of an answer are read as they were sent.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from logbook.core.packet import REMARKS_MOST
from logbook.core.share_errors import FileNotOurs, FileTampered
from logbook.formats.docx_comments import REMARK_MARK
from logbook.formats.docx_package import Parts, Walk
from logbook.formats.packet_docx import AROUND_MARK, LINE_MARK, PACKET_MARK, PAIR_MARK

#: New comments and those that went along.
_COMMENTS_MOST = 2 * REMARKS_MOST

_WORDS = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
}
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_CHOICE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MARK = re.compile(
    rf"({PACKET_MARK}|{PAIR_MARK}|{LINE_MARK}|{AROUND_MARK}|{REMARK_MARK})"
    r"([0-9a-f]{32})(?:_([1-9][0-9]{0,4}))?"
)
#: Signs that are elements; a line break was put in by somebody else: our lines have none.
_SIGNS = {"tab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
#: What stands in these is not in the text as it was sent: put in, taken elsewhere, told twice.
_FOREIGN = {"ins", "txbxContent"}
_SKIPPED = {"moveFrom"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an answer; 0 for what belongs to the answer and is none of its lines."""

    answer: str
    number: int


@dataclass(slots=True)
class Segment:
    """Text that stands together.

    Args:
        begin: where in the whole document.
        line: None for text that belongs to no answer.
        offset: where in its line.
    """

    begin: int
    line: Line | None
    offset: int
    text: str
    at_top: bool = False


@dataclass(slots=True)
class Comment:
    """A comment: what is said, and from where to where in the document.

    Args:
        about: the line it begins in or stands at, None for none.
        name: of its last paragraph; replies name it by that.
    """

    author: str
    initials: str
    day: str
    text: str
    name: str = ""
    parent: str = ""
    begin: int = -1
    end: int = -1
    about: Line | None = None


@dataclass(slots=True)
class WordDocument:
    """What was met on the way through a document; ids are "" when it is none of ours."""

    packet: str = ""
    pair: str = ""
    round: int = 0
    segments: list[Segment] = field(default_factory=list)
    comments: dict[str, Comment] = field(default_factory=dict)
    remarks: set[str] = field(default_factory=set)

    def covered(self, comment: Comment) -> Iterator[tuple[Segment, int, int]]:
        """The segments a comment covers, and from where to where in each."""
        if comment.begin < 0 or comment.end <= comment.begin:
            return
        first = bisect_right(self.segments, comment.begin, key=lambda each: each.begin) - 1
        for number in range(max(0, first), len(self.segments)):
            segment = self.segments[number]
            if segment.begin >= comment.end:
                return
            start = max(0, comment.begin - segment.begin)
            end = min(len(segment.text), comment.end - segment.begin)
            if start < end:
                yield segment, start, end


def read_document(data: bytes, name: str) -> WordDocument:
    """Text, marks and comments of a Word document.

    Args:
        name: of the file, without its folder.

    Raises:
        FileNotOurs: it is no Word document.
        FileTampered: it is damaged, or made to do harm.
        FileTooBig: it unpacks to too much.
    """
    parts = Parts(data, name)
    place = parts.targets("").get("officeDocument", "")
    if place not in parts:
        raise FileNotOurs(name, "answer")
    found = WordDocument()
    parts.read(place, _Body(found))
    if not (found.packet and found.pair):
        raise FileNotOurs(name, "answer")
    targets = parts.targets(place)
    if (comments := targets.get("comments", "")) in parts:
        parts.read(comments, _Said(found))
    if (threads := targets.get("commentsExtended", "")) in parts:
        parts.read(threads, _Threads(found))
    return found


class _Body(Walk):
    """The text of the document, with the bookmarks and comments that are open on the way."""

    def __init__(self, found: WordDocument) -> None:
        super().__init__()
        self._found = found
        self._open: dict[str, Line] = {}
        self._around: dict[str, Line] = {}
        self._ending: list[str] = []
        self._sizes: dict[Line, int] = {}
        self._at = 0
        self._foreign = 0
        self._skipped = 0
        self._in_text = False
        self._top: set[str] = set()
        self._pieces: list[str] = []

    def read(self, text: bytes, file: str) -> None:
        super().read(text, file)
        self._close()

    def start(self, space: str, name: str, attributes: dict[str, str]) -> None:
        if name == "Fallback" and space == _CHOICE:
            self._skipped += 1  # what Choice told already, for older programs
        if space not in _WORDS:
            return
        if name in _FOREIGN:
            self._foreign += 1
        elif name in _SKIPPED:
            self._skipped += 1
        elif name in ("t", "delText"):
            self._in_text = True
        elif name in _SIGNS:
            self._put(_SIGNS[name])
        elif name == "bookmarkStart":
            self._begin_bookmark(attributes)
        elif name == "bookmarkEnd":
            self._ending.append(attributes.get("id", ""))
            self._around.pop(attributes.get("id", ""), None)
            self._top.discard(attributes.get("id", ""))
        elif name.startswith("comment"):
            self._comment(name, attributes.get("id", ""))

    def end(self, space: str, name: str) -> None:
        if name == "Fallback" and space == _CHOICE:
            self._skipped -= 1
        if space not in _WORDS:
            return
        if name in _FOREIGN:
            self._foreign -= 1
        elif name in _SKIPPED:
            self._skipped -= 1
        elif name in ("t", "delText"):
            self._in_text = False
        elif name == "p":
            if not self._foreign:
                # A line runs to the end of its paragraph: LibreOffice may end its mark too early.
                for ending in self._ending:
                    self._open.pop(ending, None)
                self._ending = []
            # Between paragraphs is a place of its own, that belongs to no line.
            self._close()
            self._found.segments.append(Segment(self._at, None, 0, "\n"))
            self._at += 1

    def characters(self, text: str) -> None:
        if self._in_text:
            self._put(text)

    def _put(self, text: str) -> None:
        if self._skipped or not text:
            return
        line = None if self._foreign else self._line()
        offset = self._sizes.get(line, 0) if line else 0
        segments = self._found.segments
        if not (self._pieces and line is not None and segments[-1].line == line):
            self._close()
            segments.append(Segment(self._at, line, offset, "", bool(self._top)))
        self._pieces.append(text)
        if line:
            self._sizes[line] = offset + len(text)
        self._at += len(text)

    def _close(self) -> None:
        """Give the last segment its text, which came in pieces."""
        if self._pieces:
            self._found.segments[-1].text = "".join(self._pieces)
            self._pieces = []

    def _line(self) -> Line | None:
        """The line that is open, the one that was opened last; else the answer around."""
        return next(reversed(self._open.values()), next(reversed(self._around.values()), None))

    def _begin_bookmark(self, attributes: dict[str, str]) -> None:
        mark = _MARK.fullmatch(attributes.get("name", ""))
        if mark is None:
            return
        kind, public, number = mark.groups()
        name = attributes.get("id", "")
        found = self._found
        if kind in (PACKET_MARK, PAIR_MARK):
            self._top.add(name)
        if kind == PACKET_MARK and not number:
            found.packet = found.packet or public
        elif kind == PAIR_MARK and number:
            found.pair, found.round = found.pair or public, found.round or int(number)
        elif kind == LINE_MARK and number:
            self._open[name] = Line(public, int(number))
        elif kind == AROUND_MARK:
            self._around[name] = Line(public, 0)
        elif kind == REMARK_MARK and len(found.remarks) < REMARKS_MOST:
            found.remarks.add(public)

    def _comment(self, name: str, comment_id: str) -> None:
        if name not in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            return
        comments = self._found.comments
        if comment_id not in comments and len(comments) >= _COMMENTS_MOST:
            raise FileTampered(self._file, "comments")
        comment = comments.setdefault(comment_id, Comment("", "", "", ""))
        if name == "commentRangeStart":
            comment.begin, comment.about = self._at, self._line()
        elif name == "commentRangeEnd":
            comment.end = self._at
        elif comment.about is None:
            comment.about = self._line()


class _Said(Walk):
    """What the comments say: the words as they are after what was taken out of them."""

    def __init__(self, found: WordDocument) -> None:
        super().__init__()
        self._found = found
        self._comment: Comment | None = None
        self._pieces: list[str] = []
        self._in_text = False
        self._count = 0
        self._deleted = 0

    def start(self, space: str, name: str, attributes: dict[str, str]) -> None:
        if space not in _WORDS:
            return
        if name == "comment":
            self._count += 1
            if self._count > _COMMENTS_MOST:
                raise FileTampered(self._file, "comments")
            known = self._found.comments
            comment = known.setdefault(attributes.get("id", ""), Comment("", "", "", ""))
            comment.author = attributes.get("author", "")
            comment.initials = attributes.get("initials", "")
            comment.day = attributes.get("date", "")[:10]
            self._comment, self._pieces = comment, []
        elif name == "p" and self._comment is not None:
            self._comment.name = attributes.get("paraId", "")
            if self._pieces:
                self._pieces.append("\n")
        elif name in ("del", "moveFrom"):
            self._deleted += 1
        elif name == "t":
            self._in_text = True
        elif name in ("br", "cr"):
            self._put("\n")
        elif name in _SIGNS:
            self._put(_SIGNS[name])

    def end(self, space: str, name: str) -> None:
        if space not in _WORDS:
            return
        if name == "comment" and self._comment is not None:
            self._comment.text = "".join(self._pieces)
            self._comment = None
        elif name in ("del", "moveFrom"):
            self._deleted -= 1
        elif name == "t":
            self._in_text = False

    def characters(self, text: str) -> None:
        if self._in_text:
            self._put(text)

    def _put(self, text: str) -> None:
        if self._comment is not None and not self._deleted:
            self._pieces.append(text)


class _Threads(Walk):
    """Which comment replies to which."""

    def __init__(self, found: WordDocument) -> None:
        super().__init__()
        self._by_name = {c.name.upper(): c for c in found.comments.values() if c.name}

    def start(self, space: str, name: str, attributes: dict[str, str]) -> None:
        if name == "commentEx" and space == _W15:
            comment = self._by_name.get(attributes.get("paraId", "").upper())
            if comment is not None:
                comment.parent = attributes.get("paraIdParent", "").upper()
