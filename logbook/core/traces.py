# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The traceability check: find traces in a text, put a role in their place, mark one to ignore.

It finds forms and names, never meaning: what only one person can have lived through, it cannot
see. Pure: dictionary and lists come in as `Knowledge`, sentences are in `texts/traces.py`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from logbook.core import trace_combinations, trace_names
from logbook.core.text import normalise
from logbook.core.text_map import Replacement
from logbook.core.trace import Knowledge, Trace, TraceKind
from logbook.core.trace_combinations import find_combinations, find_organisations
from logbook.core.trace_names import find_initials, find_names
from logbook.core.trace_patterns import find_patterns
from logbook.core.trace_text import cues, starts_sentence, without_targets
from logbook.core.trace_words import ORGANISATION_ENDS

_CUES = trace_combinations.CUES | trace_names.CUES
_MARK_BYTES = 16


@dataclass(frozen=True, slots=True)
class Replaced:
    """A role that stands in the new text now. `start` and `end` are in code points."""

    start: int
    end: int
    role: str


def find_traces(
    text: str, knowledge: Knowledge, *, skip: Sequence[tuple[int, int]] = ()
) -> tuple[Trace, ...]:
    """All traces in order of place; none overlaps another.

    Args:
        skip: ranges that are not looked at, in code points: private passages.
    """
    seen = without_targets(text)
    for start, end in skip:
        seen = f"{seen[:start]}{' ' * (end - start)}{seen[end:]}"
    taken = bytearray(len(seen))
    found: list[Trace] = []
    for trace in _all(seen, knowledge):
        if not any(taken[trace.start : trace.end]):
            taken[trace.start : trace.end] = b"\x01" * (trace.end - trace.start)
            found.append(trace)
    return tuple(sorted(found, key=lambda trace: trace.start))


def same_subject(traces: Iterable[Trace], trace: Trace) -> tuple[Trace, ...]:
    """The traces about the same, written the same way, `trace` itself included."""
    asked = normalise(trace.subject)
    return tuple(
        other
        for other in traces
        if other.kind == trace.kind
        and other.owner == trace.owner
        and normalise(other.subject) == asked
    )


def put_roles(text: str, chosen: Iterable[tuple[Trace, str]]) -> tuple[str, tuple[Replaced, ...]]:
    """Put roles in the place of traces.

    A role at the start of a sentence gets its capital, and the full stop of `J.` stays where it
    also ends the sentence. What led to a name goes with it: `mijn
    begeleider Karin` becomes `een collega`, not `mijn begeleider een collega`.

    Args:
        chosen: traces of this very text, in any order, each with its role.

    Returns:
        The new text and where the roles stand in it, in order.
    """
    pieces: list[str] = []
    places: list[Replaced] = []
    length = done = 0
    in_order = sorted(chosen, key=lambda pair: pair[0].start)
    for put, (_, role) in zip(role_places(text, in_order), in_order, strict=True):
        kept = text[done : put.start]
        length += len(kept)
        places.append(Replaced(length, length + len(role), role))
        length += len(put.words)
        pieces += (kept, put.words)
        done = put.end
    return "".join((*pieces, text[done:])), tuple(places)


def role_places(text: str, chosen: Iterable[tuple[Trace, str]]) -> Iterator[Replacement]:
    """What comes in the place of what when roles are put, as `put_roles` says; in their order."""
    for trace, role in chosen:
        opens = text[trace.reach].isupper() and starts_sentence(text, trace.reach)
        words = role[:1].upper() + role[1:] if opens else role
        stop = "." if _ends_sentence(text, trace) else ""
        yield Replacement(trace.reach, trace.end, words + stop)


def mark_of(entry_id: str, subject: str) -> str:
    """What is kept when the user says to ignore a trace in an entry: a keyed hash of it.

    The key is the entry's id, so that the same name in two entries gives two marks, and no list of
    names can be made by looking up one hash in all entries. Whoever has the logbook can still try
    names one by one: it hides a name from a glance, not from a search.
    """
    key = hashlib.blake2b(entry_id.encode(), digest_size=32).digest()
    words = " ".join(normalise(subject).split())
    return hashlib.blake2b(words.encode(), key=key, digest_size=_MARK_BYTES).hexdigest()


def without_ignored(
    traces: Iterable[Trace], entry_id: str, marks: Collection[str]
) -> tuple[Trace, ...]:
    """The traces that the user did not say to ignore in this entry."""
    if not marks:
        return tuple(traces)
    return tuple(trace for trace in traces if mark_of(entry_id, trace.subject) not in marks)


def _all(text: str, knowledge: Knowledge) -> Iterable[Trace]:
    """The most certain first: what comes later gives way."""
    yield from find_patterns(text)
    found = cues(text, _CUES, ORGANISATION_ENDS)
    yield from find_combinations(text, found, knowledge)
    yield from find_organisations(text, found, knowledge)
    yield from find_initials(text, found, knowledge)
    yield from find_names(text, knowledge)


def _ends_sentence(text: str, trace: Trace) -> bool:
    """Whether the full stop of initials is that of the sentence too."""
    if not trace.text.endswith("."):
        return False
    behind = text[trace.end : trace.end + 8].lstrip(" ’”\"')*_")
    return not behind or behind[0] == "\n" or behind[0].isupper() or behind[0] in "‘“"


__all__ = [
    "Knowledge",
    "Replaced",
    "Trace",
    "TraceKind",
    "find_traces",
    "mark_of",
    "put_roles",
    "same_subject",
    "without_ignored",
]
