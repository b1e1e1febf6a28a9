# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The patterns of `text.py`, for texts with marks or odd signs; `re` and these load slowly."""

from __future__ import annotations

import re

# NUL and control characters but tab and newline, and the two "noncharacters" of the BMP's end.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
SURROGATE = re.compile("[\ud800-\udfff]")
NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")

# Marks at the start of a line: heading, list, quote. Marks around words: bold, italic, code.
_LINE_MARK = re.compile(r"[ \t]*(?:#{1,6}[ \t]+|[-*+>][ \t]+|\d{1,9}[.)][ \t]+|>)+")
# Finding runs of marks first, and looking closer only there, is ten times faster.
_RUN_OF_MARKS = re.compile(r"[*_`~%]+")
_WORD_MARK = re.compile(
    r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|`+|~~|%%"
)
# A link to another entry; its end may have been cut off.
_ENTRY_LINK = re.compile(r"\[([^\[\]]*)\]\(entry:[0-9A-Za-z_.-]*(?:\)|$)")


def unmarked(text: str) -> str:
    """See `text.without_marks`."""
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
