# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where the words of a query stand in an original text, and the piece of it that shows them best.

Ranges count characters of the text they were asked for. A term is marked where it is a whole word
or begins one; where a text has no such place, inside words too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from logbook.core.folding import fold_in_place
from logbook.core.light import NamedTuple
from logbook.core.query import Query, Term

#: How much of a text a list shows, in characters.
WIDTH = 160
#: A list looks at so many places of each term; a screen of text shows them all.
_PLACES = 200
_LEAD = 40

# Marks around words and at the start of a line; a list shows words.
_MARKS = r"(?m)[*~%]{2,3}|`+|^[ \t]*(?:#{1,6}|[-*+>])[ \t]+"
_SIGNS = frozenset("*~%`#+>")

Range = tuple[int, int]


class Snippet(NamedTuple):
    """A piece of text on one line, and the ranges of it that were looked for, in order."""

    text: str
    marks: tuple[Range, ...] = ()


def highlights(text: str, query: Query) -> tuple[Range, ...]:
    """The ranges of a text to mark, in order, without overlap."""
    return _merged((start, end) for start, end, _ in _places(text, query, len(text) + 1))


def snippet(texts: Iterable[str], query: Query, width: int = WIDTH) -> Snippet | None:
    """The best piece of the first of these texts that shows any of the terms, or None."""
    for text in texts:
        if found := _places(text, query, _PLACES):
            return _cut(text, found, width)
    return None


def occurs(folded: str, term: Term) -> bool:
    """Whether a term stands in a folded text, as whole words or, when it is none, their start."""
    words = term.words
    if not words:
        return False
    for start in _starts(folded, words[0]):
        if start and folded[start - 1].isalnum():
            continue
        if _end(folded, start, words, exact=term.exact):
            return True
    return False


def _places(text: str, query: Query, limit: int) -> list[tuple[int, int, int]]:
    """(start, end, number of the term), in order of start."""
    folded, places = fold_in_place(text)
    found = []
    for number, term in enumerate(query.terms):
        for start, end in islice(_of_term(folded, term), limit):
            # An accent by itself is no sign of the folded text: the next sign tells where it ends.
            stop = max(places[end - 1] + 1, places[end])
            found.append((places[start], stop, number))
    return sorted(found)


def _of_term(folded: str, term: Term) -> Iterator[Range]:
    words = term.words
    if not words:
        return
    anywhere = False
    for start in _starts(folded, words[0]):
        if start and folded[start - 1].isalnum():
            continue
        end = _end(folded, start, words, exact=term.exact)
        if end:
            anywhere = True
            yield start, end
    if not anywhere and not term.exact and len(words) == 1:
        for start in _starts(folded, words[0]):
            yield start, start + len(words[0])


def _starts(folded: str, word: str) -> Iterator[int]:
    start = folded.find(word)
    while start >= 0:
        yield start
        start = folded.find(word, start + len(word))


def _end(folded: str, start: int, words: tuple[str, ...], *, exact: bool) -> int:
    """Where the words end that begin here one after the other; 0 when they do not stand here."""
    place = start
    for number, word in enumerate(words):
        if number:
            while place < len(folded) and not folded[place].isalnum():
                place += 1
        if not folded.startswith(word, place):
            return 0
        place += len(word)
        whole = exact or number + 1 < len(words)
        if whole and place < len(folded) and folded[place].isalnum():
            return 0
    return place


def _cut(text: str, found: list[tuple[int, int, int]], width: int) -> Snippet:
    first = _best(found, width - _LEAD)
    start = max(0, found[first][0] - _LEAD)
    end = min(len(text), max(start + width, found[first][1]))
    start = max(0, min(start, end - width))
    while start and not text[start - 1].isspace() and start < found[first][0]:
        start += 1
    stop = end
    while stop < len(text) and not text[stop].isspace() and stop > found[first][1]:
        stop -= 1
    end = stop if stop > found[first][1] else end
    ranges = _merged((s, e) for s, e, _ in found if s >= start and e <= end)
    return _tidied(text, start, end, ranges)


def _best(found: list[tuple[int, int, int]], width: int) -> int:
    """The first place of the window that shows most different terms, the earliest of them."""
    best, most, last = 0, 0, 0
    inside: dict[int, int] = {}
    for first, (start, _, number) in enumerate(found):
        while last < len(found) and (found[last][1] - start <= width or last == first):
            inside[found[last][2]] = inside.get(found[last][2], 0) + 1
            last += 1
        if len(inside) > most:
            best, most = first, len(inside)
        inside[number] -= 1
        if not inside[number]:
            del inside[number]
    return best


def _tidied(text: str, start: int, end: int, ranges: tuple[Range, ...]) -> Snippet:
    """The piece on one line, without the marks of Markdown."""
    pieces = ["… " if start else ""]
    length = len(pieces[0])
    marks = []
    place = start
    for begin, stop in (*ranges, (end, end)):
        for piece, marked in ((text[place:begin], False), (text[begin:stop], True)):
            words = _on_one_line(piece if marked else _unmarked(piece))
            if not length or pieces[-1].endswith(" "):
                words = words.lstrip()
            if marked and words:
                marks.append((length, length + len(words)))
            if words:
                pieces.append(words)
                length += len(words)
        place = stop
    joined = "".join(pieces).rstrip()
    return Snippet(joined + (" …" if end < len(text) else ""), tuple(marks))


def _unmarked(text: str) -> str:
    if _SIGNS.isdisjoint(text) and "- " not in text and "-\t" not in text:
        return text
    import re  # most pieces have no marks, and `re` takes longer to load than a search

    return re.sub(_MARKS, "", text)


def _on_one_line(text: str) -> str:
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{words}{' ' * text[-1].isspace()}"


def _merged(ranges: Iterable[Range]) -> tuple[Range, ...]:
    found: list[Range] = []
    for start, end in sorted(ranges):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
