# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Remarks of earlier rounds as Word's own comments, with replies as their threads.

A comment that goes along carries digits of the id of its remark in its initials, and a bookmark
beside it carries the whole id: so it is known again when it comes back, also as what is replied to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from logbook.core.packet import Author, Packet, Remark, Thread
from logbook.formats.docx_xml import HEAD, ROOTS, W15, run, value
from logbook.formats.packet_parts import about_words, who_said
from logbook.formats.packet_words import KIND_WORDS

#: Initials of a comment that went along: so many digits of the id of its remark.
KNOWN_DIGITS = 9
REMARK_MARK = "r_"
_REFERENCE = '<w:rStyle w:val="CommentReference"/>'


@dataclass(frozen=True, slots=True)
class Hung:
    """A thread at its place: a stretch of the text of an answer.

    Args:
        numbers: of its comments, the remark first, then its replies.
    """

    thread: Thread
    numbers: tuple[int, ...]
    start: int
    end: int

    @property
    def starts(self) -> str:
        """What stands where it begins."""
        return "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in self.numbers)

    @property
    def ends(self) -> str:
        """What stands where it ends."""
        return "".join(
            f'<w:commentRangeEnd w:id="{n}"/>'
            f'<w:r><w:rPr>{_REFERENCE}</w:rPr><w:commentReference w:id="{n}"/></w:r>'
            for n in self.numbers
        )


class Comments:
    """Numbers the comments of one packet while its text is written."""

    def __init__(self, packet: Packet) -> None:
        self._packet = packet
        self._hung: list[Hung] = []
        self._count = 0

    def hang(self, answer_id: str | None, size: int) -> tuple[Hung, ...]:
        """The threads on an answer of so many characters; None for those on all of it."""
        made = []
        for thread in self._packet.threads(answer_id):
            numbers = tuple(range(self._count, self._count + 1 + len(thread.replies)))
            self._count = numbers[-1] + 1
            quote = thread.remark.quote
            start, end = (quote.start, quote.end) if quote else (0, size)
            if not 0 <= start < end <= size:
                start, end = 0, size
            made.append(Hung(thread, numbers, start, end))
        self._hung += made
        return tuple(made)

    def part(self) -> str:
        """The part with what is said."""
        made = [
            self._comment(number, remark)
            for hung in self._hung
            for number, remark in _numbered(hung)
        ]
        return f"{HEAD}<w:comments {ROOTS}>{''.join(made)}</w:comments>"

    def threads_part(self) -> str:
        """The part with which comment replies to which, and which are done."""
        made = []
        for hung in self._hung:
            first = hung.numbers[0]
            done = int(hung.thread.remark.done)
            for number in hung.numbers:
                parent = f' w15:paraIdParent="{_paragraph_id(first)}"' if number != first else ""
                name = f'w15:paraId="{_paragraph_id(number)}"'
                made.append(f'<w15:commentEx {name}{parent} w15:done="{done}"/>')
        return f'{HEAD}<w15:commentsEx xmlns:w15="{W15}">{"".join(made)}</w15:commentsEx>'

    def _comment(self, number: int, remark: Remark) -> str:
        own = remark.author is Author.STUDENT or remark.reply_to is not None
        said = remark.text if own else f"{KIND_WORDS[remark.kind]}: {remark.text}"
        day = f' w:date="{remark.day.isoformat()}T12:00:00Z"' if remark.day else ""
        if remark.was:  # the words it hangs on are others now
            said = f"{said}\n{about_words(remark)}"
        lines = said.split("\n")
        body = "".join(
            _comment_line(line, number, first=n == 0, last=n == len(lines) - 1)
            for n, line in enumerate(lines)
        )
        return (
            f'<w:comment w:id="{number}" w:author={value(who_said(remark, self._packet))}{day} '
            f'w:initials="{remark.id[:KNOWN_DIGITS]}">{body}</w:comment>'
        )


def known_bookmarks(hung: Iterable[Hung]) -> list[str]:
    """The names of bookmarks that carry the whole ids of remarks."""
    return [f"{REMARK_MARK}{remark.id}" for each in hung for _, remark in _numbered(each)]


def _numbered(hung: Hung) -> list[tuple[int, Remark]]:
    remarks = (hung.thread.remark, *hung.thread.replies)
    return list(zip(hung.numbers, remarks, strict=True))


def _comment_line(line: str, number: int, *, first: bool, last: bool) -> str:
    # The last paragraph of a comment is the one that others name it by.
    name = f' w14:paraId="{_paragraph_id(number)}"' if last else ""
    mark = f"<w:r><w:rPr>{_REFERENCE}</w:rPr><w:annotationRef/></w:r>" if first else ""
    style = '<w:pPr><w:pStyle w:val="CommentText"/></w:pPr>'
    return f"<w:p{name}>{style}{mark}{run(line)}</w:p>"


def _paragraph_id(number: int) -> str:
    return f"{number + 1:08X}"
