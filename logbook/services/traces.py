# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The traceability check as a use case: findings with their reasons, roles in their place.

Brings dictionary and places to `core/traces.py` and Dutch to what it finds. Keeps nothing: what
the user ignores or replaced is kept by who calls, as marks and places, never as names. It does not
look at the user's own spelling list, in which names may stand.

Threads: after `load` everything here may be used from several threads; `load` itself takes 0.2 s of
plain Python, which lets a window go on, and may be called twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from logbook.content.word_lists import load_knowledge
from logbook.core.entry import AnswerKey, Entry, EntryId
from logbook.core.private import passages
from logbook.core.trace import Knowledge, Trace, TraceKind
from logbook.core.traces import (
    Replaced,
    find_traces,
    mark_of,
    put_roles,
    same_subject,
    without_ignored,
)
from logbook.texts.traces import explain_limits, role_again, trace_reason, trace_roles


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that may make somebody recognisable.

    Args:
        why: in plain Dutch.
        roles: what can stand in its place, the likeliest first.
    """

    trace: Trace
    why: str
    roles: tuple[str, ...]

    @property
    def kind(self) -> TraceKind:
        """What sort of thing it is."""
        return self.trace.kind

    @property
    def start(self) -> int:
        """Where it begins, in code points."""
        return self.trace.start

    @property
    def end(self) -> int:
        """Where it ends, in code points."""
        return self.trace.end


@dataclass(frozen=True, slots=True)
class EntryFinding:
    """A finding in an entry.

    Args:
        key: the answer it stands in.
        part: `text`, `own`, or `cells/N` of its value.
        text: the whole of that part, for its context.
    """

    key: AnswerKey
    part: str
    text: str
    finding: Finding


class Traces:
    """The check. `folder` holds the word lists, which are read when first needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def ready(self) -> bool:
        """Whether the lists were read, so that a check costs little."""
        return "_knowledge" in self.__dict__

    def load(self) -> None:
        """Read the lists now, rather than at the first check.

        Raises:
            FileUnreadable: a list is not there.
        """
        assert self._knowledge is not None

    def find(
        self, text: str, *, entry_id: str = "", ignored: Collection[str] = ()
    ) -> tuple[Finding, ...]:
        """What was found outside private passages, in order of place.

        Args:
            entry_id, ignored: the entry, and the marks of what the user said to ignore in it.
        """
        traces = self._find(text)
        return tuple(
            Finding(trace, trace_reason(trace), trace_roles(trace))
            for trace in without_ignored(traces, entry_id, ignored)
        )

    def in_entry(self, entry: Entry, ignored: Collection[str] = ()) -> tuple[EntryFinding, ...]:
        """What was found in all answers of an entry, in order of answer and place."""
        return tuple(
            EntryFinding(answer.key, part, text, finding)
            for answer in entry.answers
            for part, text in _parts(answer.value.text, answer.value.own, answer.value.cells)
            for finding in self.find(text, entry_id=entry.id, ignored=ignored)
        )

    def replace(
        self, text: str, finding: Finding, role: str, *, everywhere: bool = False
    ) -> tuple[str, tuple[Replaced, ...]]:
        """Put a role in the place of a finding.

        What led to a name goes with it (`mijn begeleider Karin`), a role at the start of a sentence
        gets a capital, and from the second time on `een bewoner` is `de bewoner`.

        Args:
            text: the very text in which it was found.
            everywhere: also where the same stands again in this text, written the same way.

        Returns:
            The new text, and where roles stand in it now.
        """
        chosen: Iterable[Trace] = (finding.trace,)
        if everywhere:
            chosen = same_subject(self._find(text), finding.trace)
        roles = [
            (trace, role if rank == 0 else role_again(role)) for rank, trace in enumerate(chosen)
        ]
        return put_roles(text, roles)

    def put(
        self, text: str, chosen: Iterable[tuple[Finding, str]]
    ) -> tuple[str, tuple[Replaced, ...]]:
        """Put a role in the place of each of some findings of this very text; as `replace`."""
        return put_roles(text, [(finding.trace, role) for finding, role in chosen])

    def same(self, findings: Iterable[EntryFinding], like: Finding) -> tuple[EntryFinding, ...]:
        """The findings in an entry about the same, written the same way, `like` included."""
        return tuple(each for each in findings if same_subject([each.finding.trace], like.trace))

    def mark(self, entry_id: EntryId, finding: Finding) -> str:
        """What to keep when the user ignores a finding in an entry; the same name has one mark."""
        return mark_of(entry_id, finding.trace.subject)

    def marks(self, entry: Entry) -> frozenset[str]:
        """The marks of everything that is found in an entry: what may stay on a list to ignore."""
        return frozenset(self.mark(entry.id, each.finding) for each in self.in_entry(entry))

    def limits(self) -> str:
        """What the check cannot see; Markdown."""
        return explain_limits()

    def _find(self, text: str) -> tuple[Trace, ...]:
        return find_traces(text, self._knowledge, skip=passages(text))

    @cached_property
    def _knowledge(self) -> Knowledge:
        return load_knowledge(self._folder)


def _parts(text: str, own: str, cells: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if text:
        yield "text", text
    if own:
        yield "own", own
    for number, cell in enumerate(cells):
        if cell:
            yield f"cells/{number}", cell
