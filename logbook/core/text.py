# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Text at the edges: what is dropped, folded and counted before it is stored or searched."""

from __future__ import annotations

import unicodedata

from logbook.core.light import NamedTuple

#: Signs of marks around words, and what a mark at the start of a line begins with.
_MARKS = "*_`~%"
_BEGINNINGS = frozenset("#-*+>")


class CleanText(NamedTuple):
    """Text fit to store. `dropped` control characters went, `replaced` lone surrogates became
    U+FFFD; both are counts that a screen can mention.
    """

    text: str
    dropped: int = 0
    replaced: int = 0

    @property
    def changed(self) -> bool:
        """Whether the user should be told that something went."""
        return bool(self.dropped or self.replaced)


def clean_text(text: str) -> CleanText:
    """Drop NUL and control characters, replace lone surrogates, turn CRLF and CR into LF.

    Pairs of surrogates that form a character are joined. Source: docs/design.md, "Limits".
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.replace("\n", "").replace("\t", "").isprintable():
        return CleanText(text)
    from logbook.core.text_patterns import CONTROL, SURROGATE

    replaced = 0
    if SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        replaced = text.count("\ufffd")
    text, dropped = CONTROL.subn("", text)
    return CleanText(text, dropped, replaced)


def normalise(text: str) -> str:
    """Text as the search index holds it: NFKC and lower case (the ij ligature becomes i + j)."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", text).lower()


def slug(text: str) -> str:
    """Kebab-case ASCII of a wording: accents folded, other signs become one hyphen."""
    from logbook.core.text_patterns import NOT_IN_SLUG

    folded = unicodedata.normalize("NFKD", text)
    ascii_text = folded.encode("ascii", "ignore").decode().lower()
    return NOT_IN_SLUG.sub("-", ascii_text).strip("-")


def without_marks(text: str) -> str:
    """Text for a list: Markdown marks at the start of lines and around words are gone.

    Of a link to another entry its words stay.
    """
    if "](entry:" not in text and not _may_have_marks(text):
        return text
    from logbook.core.text_patterns import unmarked  # `re` loads longer than a note takes

    return unmarked(text)


def _may_have_marks(text: str) -> bool:
    if any(sign in text for sign in _MARKS):
        return True
    first = [line.lstrip(" \t")[:1] for line in text.split("\n")]
    return any(sign in _BEGINNINGS or sign.isdecimal() for sign in first)


def first_line(text: str, limit: int = 80) -> str:
    """The first line with words, without Markdown marks, cut between words."""
    for line in text.splitlines():
        if bare := without_marks(line[: limit * 4]).strip():
            return shorten(bare, limit)
    return ""


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, blanks folded, cut between words, with " …" when cut."""
    for reach in (limit * 2, limit * 4):  # mostly the first is enough
        folded = " ".join(text[:reach].split())
        if len(folded) > limit:
            break
    else:
        return folded
    cut = folded[: limit - 2]
    head = cut.rsplit(" ", 1)[0] if " " in cut else cut
    return head.rstrip(".,:;") + " …"
