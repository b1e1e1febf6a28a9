# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What the user does with findings in a stored entry: put roles in their place, or ignore them.

Make durable what is on screen before asking it anything. Of what was replaced only the places of
roles are kept, never what stood there (the history of an answer is the user's own).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from logbook.core.entry import AnswerKey, Entry, EntryId, EntryState, Value
from logbook.core.kept import ROLE_LIMIT
from logbook.core.label import tidy_name
from logbook.core.margin import is_margin
from logbook.core.trace import TraceKind
from logbook.services.changes import Changes
from logbook.services.edits import Edit
from logbook.services.margin import Margin
from logbook.services.reading import Reading
from logbook.services.trace_marks import TraceMarks
from logbook.services.traces import EntryFinding, Finding, Traces
from logbook.services.writing import Writing
from logbook.texts.traces import role_again

#: How words begin that came in the place of a day, and what else stands for no person.
_NO_ROLE = frozenset({"in", "op"})
_NO_PERSON = frozenset(
    {
        *("dag", "winter", "voorjaar", "zomer", "najaar", "paar", "adres", "straat", "organisatie"),
        *("telefoonnummer", "rekeningnummer", "mailadres", "website", "account", "auto"),
    }
)

#: A finding and the words that come in its place.
Chosen = tuple[EntryFinding, str]


@dataclass(frozen=True, slots=True)
class Done:
    """What an act did: how many findings, in which answers, and what stood there before.

    Args:
        before, after: the values of the answers that changed, in the same order.
    """

    count: int
    changes: Changes
    keys: tuple[AnswerKey, ...] = ()
    before: tuple[Value, ...] = ()
    after: tuple[Value, ...] = ()


class TraceEdits:
    """Findings in the entries of one open logbook."""

    def __init__(
        self,
        reading: Reading,
        writing: Writing,
        margin: Margin,
        traces: Traces,
        marks: TraceMarks,
    ) -> None:
        self._reading = reading
        self._writing = writing
        self._margin = margin
        self._traces = traces
        self._marks = marks

    def needs_check(self, entry: Entry) -> tuple[EntryFinding, ...]:
        """What may make somebody recognisable in an entry and was not ignored there.

        For every act that lets an entry leave. Reads the logbook, so for the main thread only;
        `Traces.in_entry` does the same beside it.
        """
        return self._traces.in_entry(entry, self._marks.ignored(entry.id))

    def may_replace(self, entry: Entry, key: AnswerKey) -> bool:
        """Whether this answer may change: a closed entry stays as it is until it is reopened."""
        open_to_edits = entry.state is EntryState.DRAFT and entry.deleted_at is None
        return open_to_edits or (is_margin(key) and entry.deleted_at is None)

    def roles(self, entry_id: EntryId, finding: Finding) -> tuple[str, ...]:
        """What can come in its place: roles the user already chose in this entry first."""
        kept = [place.role for place in reversed(self._marks.places(entry_id))]
        small = [role[:1].lower() + role[1:] for role in kept]
        fitting = [role for role in small if role_fits(role, finding)]
        return tuple(dict.fromkeys((*fitting, *finding.roles)))

    def roles_for(
        self, findings: Iterable[EntryFinding], like: EntryFinding, role: str
    ) -> tuple[Chosen, ...]:
        """The role for the same as `like`; for others of its kind too when it fits them.

        A day in spring does not become one in autumn because another did: what has proposals of its
        own, and not this one, gets its own first.
        """
        chosen: list[Chosen] = []
        proposed = role in like.finding.roles
        for each in findings:
            same = self._traces.same([each], like.finding)
            own = proposed and not same and role not in each.finding.roles
            words = each.finding.roles[0] if own else role
            chosen.append((each, role_again(words) if chosen and same else words))
        return tuple(chosen)

    def replace(self, entry_id: EntryId, chosen: Sequence[Chosen]) -> Done:
        """Put roles in the place of findings; what changed in the meantime stays.

        Args:
            chosen: findings of `needs_check`, at most one answer part per text as it was then.

        Raises:
            EntryNotFound, AnswerTooLong, MoveNotAllowed: see `Writing.save`.
        """
        entry = self._reading.entry(entry_id)
        parts: dict[tuple[AnswerKey, str], list[Chosen]] = {}
        for found, role in chosen:
            parts.setdefault((found.key, found.part), []).append((found, role))
        values: dict[AnswerKey, Value] = {}
        roles: list[tuple[AnswerKey, str]] = []
        count = 0
        for (key, part), group in parts.items():
            answer = entry.answer(key)
            if answer is None or not self.may_replace(entry, key):
                continue
            value = values.get(key, answer.value)
            text = group[0][0].text
            if part_of(value, part) != text:
                continue
            new, places = self._traces.put(text, [(found.finding, role) for found, role in group])
            values[key] = with_part(value, part, new)
            roles += [(key, new[place.start : place.end]) for place in places]
            count += len(group)
        done = self._write(entry, values, count)
        for key, words in dict.fromkeys(roles):
            self.keep_role(entry_id, key, words)
        return done

    def replace_same(
        self,
        entry_id: EntryId,
        finding: Finding,
        role: str,
        *,
        besides: tuple[AnswerKey, str] | None = None,
    ) -> Done:
        """Put a role wherever the same stands in an entry, except in one part of an answer.

        Raises:
            As `replace`.
        """
        entry = self._reading.entry(entry_id)
        same = self._traces.same(self.needs_check(entry), finding)
        again = role_again(role)
        left = [each for each in same if (each.key, each.part) != besides]
        return self.replace(entry_id, [(each, again) for each in left])

    def undo(self, entry_id: EntryId, done: Done) -> Changes:
        """Put back what stood there, where nothing else changed since.

        Raises:
            As `Writing.save`.
        """
        entry = self._reading.entry(entry_id)
        values = {}
        for key, before, after in zip(done.keys, done.before, done.after, strict=True):
            answer = entry.answer(key)
            if answer is not None and answer.value == after:
                values[key] = before
        return self._write(entry, values, len(values)).changes

    def ignore(self, entry_id: EntryId, findings: Iterable[Finding]) -> tuple[str, ...]:
        """Ignore these in an entry; the marks that were new, for `heed`.

        Raises:
            EntryNotFound.
        """
        known = self._marks.ignored(entry_id)
        marks = dict.fromkeys(self._traces.mark(entry_id, finding) for finding in findings)
        fresh = tuple(mark for mark in marks if mark not in known)
        for mark in fresh:
            self._marks.ignore(entry_id, mark)
        return fresh

    def heed(self, entry_id: EntryId, marks: Iterable[str]) -> Changes:
        """Do not ignore these any more.

        Raises:
            EntryNotFound.
        """
        for mark in marks:
            self._marks.heed(entry_id, mark)
        return Changes(entries=frozenset({entry_id}))

    def keep_role(self, entry_id: EntryId, key: AnswerKey, words: str) -> None:
        """Keep that these words stand for somebody in a stored answer, once.

        Raises:
            EntryNotFound.
        """
        role = tidy_name(words)[:ROLE_LIMIT].strip()
        known = {(place.key, place.role) for place in self._marks.places(entry_id)}
        if role and role == words and (key, role) not in known:
            self._marks.add_place(entry_id, key, role)

    def _write(self, entry: Entry, values: dict[AnswerKey, Value], count: int) -> Done:
        keys = tuple(values)
        before = tuple(entry.value(key) for key in keys)
        heads = {answer.key: answer.head for answer in entry.answers}
        for key in filter(is_margin, keys):
            text = values[key].text
            self._margin.write(entry.id, key, text, heads[key], close_revision=True)
        edits = [Edit(key, values[key], heads[key]) for key in keys if not is_margin(key)]
        if edits:
            self._writing.save(entry, edits, close_revisions=True)
        exercises = frozenset({entry.exercise_id}) if entry.exercise_id else frozenset()
        changes = Changes(frozenset({entry.id}), exercises) if keys else Changes()
        return Done(count, changes, keys, before, tuple(values.values()))


def role_fits(role: str, finding: Finding) -> bool:
    """Whether a role that was chosen earlier can be meant here: a day is nobody's name."""
    if role in finding.roles:
        return True
    if finding.kind not in (TraceKind.NAME, TraceKind.INITIALS):
        return False
    words = role.split(" ")
    return words[0].isalpha() and words[0] not in _NO_ROLE and not _NO_PERSON & set(words[1:2])


def part_of(value: Value, part: str) -> str:
    """The words of one part of a value: `text`, `own` or `cells/N`."""
    if part.startswith("cells/"):
        number = int(part.removeprefix("cells/"))
        return value.cells[number] if number < len(value.cells) else ""
    return value.own if part == "own" else value.text


def with_part(value: Value, part: str, words: str) -> Value:
    """The value with other words in one of its parts."""
    if part.startswith("cells/"):
        number = int(part.removeprefix("cells/"))
        cells = (*value.cells[:number], words, *value.cells[number + 1 :])
        return replace(value, cells=cells)
    return replace(value, own=words) if part == "own" else replace(value, text=words)
