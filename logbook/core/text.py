# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Text at the edges: what is dropped, folded and counted before it is stored or searched."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Marks at the start of a line: heading, list, quote. Marks around words: bold, italic, code.
_LINE_MARK = re.compile(r"[ \t]*(?:#{1,6}[ \t]+|[-*+>][ \t]+|\d{1,9}[.)][ \t]+|>)+")
# Finding runs of marks first, and looking closer only there, is ten times faster.
_RUN_OF_MARKS = re.compile(r"[*_`~%]+")
_WORD_MARK = re.compile(
    r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|`+|~~|%%"
)

# NUL and control characters but tab and newline, and the two "noncharacters" of the BMP's end.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class CleanText:
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
    replaced = 0
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        replaced = text.count("\ufffd")
    text, dropped = _CONTROL.subn("", text)
    return CleanText(text, dropped, replaced)


def normalise(text: str) -> str:
    """Text as the search index holds it: NFKC and lower case (the ij ligature becomes i + j)."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", text).lower()


def slug(text: str) -> str:
    """Kebab-case ASCII of a wording: accents folded, other signs become one hyphen."""
    folded = unicodedata.normalize("NFKD", text)
    ascii_text = folded.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")


#: A link to another entry; its end may have been cut off.
_ENTRY_LINK = re.compile(r"\[([^\[\]]*)\]\(entry:[0-9A-Za-z_.-]*(?:\)|$)")


def without_marks(text: str) -> str:
    """Text for a list: Markdown marks at the start of lines and around words are gone.

    Of a link to another entry its words stay.
    """
    if "](entry:" in text:
        text = _ENTRY_LINK.sub(r"\1", text)
    lines = [
        line[match.end() :] if (match := _LINE_MARK.match(line)) else line
        for line in text.split("\n")
    ]
    return _RUN_OF_MARKS.sub(_without_run, "\n".join(lines))


def _without_run(run: re.Match[str]) -> str:
    """What stays of a run of marks; whether one is a mark depends on the signs around it."""
    start, end = run.span()
    before, after = run.string[max(0, start - 1) : start], run.string[end : end + 1]
    kept = _WORD_MARK.sub("", before + run[0] + after)
    return kept[len(before) : len(kept) - len(after)]


def first_line(text: str, limit: int = 80) -> str:
    """The first line with words, without Markdown marks, cut between words."""
    for line in text.splitlines():
        if bare := without_marks(line[: limit * 4]).strip():
            return shorten(bare, limit)
    return ""


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, blanks folded, cut between words, with " …" when cut."""
    folded = " ".join(text[: limit * 4].split())
    if len(folded) <= limit:
        return folded
    cut = folded[: limit - 2]
    head = cut.rsplit(" ", 1)[0] if " " in cut else cut
    return head.rstrip(".,:;") + " …"
