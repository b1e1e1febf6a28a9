# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What is found in one line of a text. Knows no Qt; may run beside the main thread.

A line is looked at by itself: only whether it begins in a private passage comes from before it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from logbook.core.private import MARK, passages

if TYPE_CHECKING:
    from logbook.services.spelling import Spelling
    from logbook.services.traces import Finding, Traces

_LINK = re.compile(r"!?\[[^\[\]\n]{0,300}\]\([^()\s]{1,300}\)")
_CODE = re.compile(r"(`+)[^`]{1,2000}\1")


@dataclass(frozen=True, slots=True)
class CheckedLine:
    """Ranges of unknown words, and findings of the traceability check, in code points."""

    unknown: tuple[tuple[int, int], ...] = ()
    findings: tuple[Finding, ...] = ()


NOTHING = CheckedLine()


def check_line(
    line: str,
    private: bool,
    spelling: Spelling | None,
    traces: Traces | None,
    entry_id: str = "",
    ignored: Collection[str] = (),
) -> CheckedLine:
    """What is unknown or traceable in a line.

    Args:
        private: it begins in a private passage.
        spelling, traces: None when that is not to be checked.
        entry_id, ignored: as for `Traces.find`.
    """
    opening = MARK if private else ""
    text = opening + line
    findings: tuple[Finding, ...] = ()
    if traces is not None:
        found = traces.find(text, entry_id=entry_id, ignored=ignored)
        findings = tuple(moved(each, -len(opening)) for each in found)
    unknown: tuple[tuple[int, int], ...] = ()
    if spelling is not None:
        words = spelling.check(_without_marks(text), skip_names=True)
        taken = [(each.start, each.end) for each in findings]
        unknown = tuple(
            (start - len(opening), end - len(opening))
            for start, end in words
            if not any(s < end - len(opening) and start - len(opening) < e for s, e in taken)
        )
    return CheckedLine(unknown, findings)


def moved(finding: Finding, by: int) -> Finding:
    """A finding as it stands in a text that begins so many characters earlier."""
    if not by:
        return finding
    trace = finding.trace
    return replace(finding, trace=replace(trace, start=trace.start + by, end=trace.end + by))


def units(text: str, place: int) -> int:
    """Where a character stands as Qt counts: in UTF-16."""
    return place if text.isascii() else len(text[:place].encode("utf-16-le")) // 2


def characters(text: str, place: int) -> int:
    """Which character stands at a place of UTF-16."""
    if text.isascii():
        return place
    return len(text.encode("utf-16-le")[: place * 2].decode("utf-16-le", "ignore"))


def _without_marks(text: str) -> str:
    """The text with private passages, links and code blanked; every position stays."""
    for start, end in passages(text):
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    for pattern in (_LINK, _CODE):
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return text


def next_unknown(
    lines: Sequence[tuple[str, bool]], first: int, after: int, spelling: Spelling
) -> tuple[int, int, int] | None:
    """The next unknown word: its line, and where it begins and ends there; None when all is known.

    Args:
        lines: words, and whether they begin in a private passage.
        first, after: the line to begin in, and behind which character. It goes on at the top.
    """
    count = len(lines)
    for step in range(count + 1):
        index = (first + step) % count
        for start, end in check_line(*lines[index], spelling, None).unknown:
            if step == 0 and start < after:
                continue
            if step == count and start >= after:
                break
            return index, start, end
    return None
