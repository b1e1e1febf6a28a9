# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Names at the border: what could lead to somebody in a draft, and the words that come there.

Nothing is stored and no text changes: a replacement counts in one packet, as a place in one version
of an answer. The words that stood there are read from the texts when they are shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from logbook.core.entry import AnswerKey, Entry, EntryId
from logbook.core.sharing import (
    Pseudonym,
    ShareDraft,
    chosen_entry,
    own_texts,
    with_own_text,
)
from logbook.core.trace_text import starts_sentence
from logbook.core.traces import put_roles, role_places, same_subject
from logbook.services.trace_edits import part_of
from logbook.services.traces import EntryFinding
from logbook.storage.entries import EntryStore
from logbook.texts.sharing import own_text_title
from logbook.texts.traces import role_again

if TYPE_CHECKING:
    from logbook.services.traces import Traces
    from logbook.storage.database import Database


@dataclass(frozen=True, slots=True)
class ShareFinding:
    """A trace in what would leave, in the entry and answer it stands in.

    Args:
        entry_id: "" for what was written for this packet alone: then the part of `found` is one of
            `core.sharing.own_texts`.
    """

    entry_id: EntryId
    title: str
    found: EntryFinding

    @property
    def is_own(self) -> bool:
        """Whether it stands in the letter, a question or the name of the sender."""
        return not self.entry_id


@dataclass(frozen=True, slots=True)
class Shown:
    """A replacement for the last screen: the words as they are at home, and what comes there.

    Attributes:
        role: the words without the capital that the beginning of a sentence gave them.
    """

    entry_id: EntryId
    key: AnswerKey
    was: str
    words: str
    role: str


class ShareNames:
    """Findings and pseudonyms of drafts of one open logbook."""

    def __init__(self, database: Database, traces: Traces) -> None:
        self._entries = EntryStore(database)
        self._traces = traces

    def findings(self, draft: ShareDraft) -> tuple[ShareFinding, ...]:
        """What could lead to somebody in what would leave, in order of entry, answer and place.

        What the user replaced or said to leave in this packet is not among it.

        Raises:
            EntryNotFound.
        """
        return self.look(draft, self.gather(draft))

    def gather(self, draft: ShareDraft) -> tuple[Entry, ...]:
        """The chosen entries outside the bin with their chosen answers, for `look`.

        Raises:
            EntryNotFound.
        """
        entries = ((self._entries.load(choice.entry_id), choice) for choice in draft.choices)
        return tuple(chosen_entry(e, choice) for e, choice in entries if e.deleted_at is None)

    def look(self, draft: ShareDraft, entries: Iterable[Entry]) -> tuple[ShareFinding, ...]:
        """As `findings`, in entries that were gathered; may be done in any thread."""
        found = list(self._in_own_texts(draft))
        for entry in entries:
            for each in self._traces.in_entry(entry, draft.ignored):
                if not _is_replaced(draft, entry, each):
                    found.append(ShareFinding(entry.id, entry.title, each))
        return tuple(found)

    def _in_own_texts(self, draft: ShareDraft) -> Iterator[ShareFinding]:
        for part, text in own_texts(draft):
            for each in self._traces.find(text, ignored=draft.ignored):
                found = EntryFinding(AnswerKey(part), part, text, each)
                yield ShareFinding(EntryId(""), own_text_title(part), found)

    def beside(self, draft: ShareDraft) -> tuple[str, ...]:
        """What still could lead to somebody in what was written for this packet, each once.

        Also the words that were replaced in the answers and still stand here.

        Raises:
            EntryNotFound.
        """
        found = [each.found.finding.trace.text for each in self._in_own_texts(draft)]
        replaced = [shown.was.strip() for _, shown in self._shown(draft)]
        texts = [text for _, text in own_texts(draft)]
        found += [was for was in replaced if any(_stands_in(was, text) for text in texts)]
        return tuple(dict.fromkeys(found))

    def replace(
        self,
        draft: ShareDraft,
        like: ShareFinding,
        role: str,
        *,
        everywhere: bool = True,
        known: Sequence[ShareFinding] | None = None,
    ) -> ShareDraft:
        """Put a role in the place of a finding; `everywhere` also of the same in other texts.

        From the second time in one text on `een bewoner` is `de bewoner`. The texts at home stay as
        they are; what was written for this packet alone is itself changed.

        Args:
            known: the findings of this draft, when they were looked for already.

        Raises:
            EntryNotFound.
        """
        if not everywhere:
            known = (like,)
        findings = self.findings(draft) if known is None else known
        same = {id(f) for f in self._traces.same([f.found for f in findings], like.found.finding)}
        chosen: dict[_Place, list[ShareFinding]] = {}
        for each in findings:
            if id(each.found) in same or each == like:
                place = (each.entry_id, each.found.key, each.found.part)
                chosen.setdefault(place, []).append(each)
        for group in chosen.values():
            put = self._put_own if group[0].is_own else self._put
            draft = put(draft, group, role)
        return draft

    def _put(self, draft: ShareDraft, group: Sequence[ShareFinding], role: str) -> ShareDraft:
        """Put a role in the place of findings of one subject in one part of an answer."""
        entry_id, found = group[0].entry_id, group[0].found
        answer = self._entries.load(entry_id).answer(found.key)
        if answer is None or part_of(answer.value, found.part) != found.text:
            return draft
        made = [
            Pseudonym(entry_id, found.key, found.part, answer.head, *put)
            for put in role_places(found.text, [(f.found.finding.trace, role) for f in group])
        ]
        kept = [p for p in draft.pseudonyms if not any(overlap(p, each) for each in made)]
        there = (each.trace for each in self._traces.find(found.text))
        begins = {each.reach for each in same_subject(there, found.finding.trace)}
        known = [p for p in kept if p.start in begins and _is_same(p, made[0])]
        rest = tuple(p for p in kept if p not in known)
        return replace(draft, pseudonyms=(*rest, *_in_turn((*known, *made), found.text, role)))

    def _put_own(self, draft: ShareDraft, group: Sequence[ShareFinding], role: str) -> ShareDraft:
        found = group[0].found
        if (found.part, found.text) not in own_texts(draft):
            return draft
        words = [role, *[role_again(role)] * (len(group) - 1)]
        roles = [(f.found.finding.trace, put) for f, put in zip(group, words, strict=True)]
        return with_own_text(draft, found.part, put_roles(found.text, roles)[0])

    def replace_words(
        self, draft: ShareDraft, entry_id: EntryId, key: AnswerKey, part: str, *, start: int,
        end: int, words: str,
    ) -> ShareDraft:  # fmt: skip
        """Put words in the place of any others that the user selected, in this packet.

        Args:
            entry_id: "" for one of `core.sharing.own_texts`; of several places in it the last one
                goes first.

        Raises:
            EntryNotFound.
        """
        if not entry_id:
            text = dict(own_texts(draft)).get(part, "")
            return with_own_text(draft, part, text[:start] + words + text[end:])
        answer = self._entries.load(entry_id).answer(key)
        if answer is None:
            return draft
        made = Pseudonym(entry_id, key, part, answer.head, start, end, words)
        kept = tuple(p for p in draft.pseudonyms if not overlap(p, made))
        return replace(draft, pseudonyms=(*kept, made))

    def leave(self, draft: ShareDraft, finding: ShareFinding) -> ShareDraft:
        """Let a finding stay as it is, in this packet."""
        mark = self._traces.mark(finding.entry_id, finding.found.finding)
        return replace(draft, ignored=draft.ignored | {mark})

    def undo_replace(self, draft: ShareDraft, shown: Shown) -> ShareDraft:
        """Let the words come back that one replacement on the last screen stands for."""
        kept = tuple(p for p, s in self._shown(draft) if s != shown)
        return replace(draft, pseudonyms=kept)

    def replacements(self, draft: ShareDraft) -> tuple[Shown, ...]:
        """What is replaced in this packet, in order; made from the texts, stored nowhere.

        Raises:
            EntryNotFound.
        """
        return tuple(shown for _, shown in self._shown(draft))

    def gone(self, draft: ShareDraft) -> tuple[Pseudonym, ...]:
        """The replacements that do not count any more: the answer was written on since.

        Raises:
            EntryNotFound.
        """
        there = [each for each, _ in self._shown(draft)]
        return tuple(each for each in draft.pseudonyms if each not in there)

    def _shown(self, draft: ShareDraft) -> list[tuple[Pseudonym, Shown]]:
        found = []
        entries: dict[EntryId, Entry] = {}
        for each in draft.pseudonyms:
            if each.entry_id not in entries:
                entries[each.entry_id] = self._entries.load(each.entry_id)
            answer = entries[each.entry_id].answer(each.key)
            if answer is not None and answer.head == each.revision:
                text = part_of(answer.value, each.part)
                was, role = text[each.start : each.end], inside(each.words, text, each.start)
                found.append((each, Shown(each.entry_id, each.key, was, each.words, role)))
        return found


#: The entry, answer and part that a finding stands in.
_Place = tuple[EntryId, AnswerKey, str]


def overlap(one: Pseudonym, other: Pseudonym) -> bool:
    """Whether two stand in each other's way."""
    same = (one.entry_id, one.key, one.part) == (other.entry_id, other.key, other.part)
    return same and one.start < other.end and other.start < one.end


def in_place(words: str, text: str, start: int) -> str:
    """Words as they stand inside a sentence, or with a capital where one begins with one."""
    return words[:1].upper() + words[1:] if _opens(text, start) else words


def inside(words: str, text: str, start: int) -> str:
    """Words that `in_place` put, without the capital it may have given them.

    Inside a sentence they are as the user typed them: `Tuin` stays `Tuin`.
    """
    return _lower(words) if _opens(text, start) else words


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins here, with a capital."""
    return text[start].isupper() and starts_sentence(text, start)


def _lower(words: str) -> str:
    """Without the first capital; initials and signs stay as they are."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _is_same(one: Pseudonym, other: Pseudonym) -> bool:
    """Whether two stand in one text, with the same role."""
    same = (one.entry_id, one.key, one.part, one.revision) == (
        other.entry_id, other.key, other.part, other.revision
    )  # fmt: skip
    return same and role_again(_role(one.words)) == role_again(_role(other.words))


def _in_turn(same: Iterable[Pseudonym], text: str, role: str) -> Iterator[Pseudonym]:
    """Those for one subject in one part: the first is `een bewoner`, the others `de bewoner`."""
    known = [role, *(_role(each.words) for each in same)]
    opening = next((each for each in known if role_again(each) != each), role)
    for number, each in enumerate(sorted(same, key=lambda p: p.start)):
        words = in_place(role_again(opening) if number else opening, text, each.start)
        stop = "." if each.words.endswith(".") and not opening.endswith(".") else ""
        yield replace(each, words=words + stop)


def _role(words: str) -> str:
    return _lower(words).removesuffix(".")


def _stands_in(words: str, text: str) -> bool:
    return bool(words and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text))


def _is_replaced(draft: ShareDraft, entry: Entry, each: EntryFinding) -> bool:
    answer = entry.answer(each.key)
    return answer is not None and any(
        (p.entry_id, p.key, p.part, p.revision) == (entry.id, each.key, each.part, answer.head)
        and p.start < each.finding.end
        and each.finding.start < p.end
        for p in draft.pseudonyms
    )
