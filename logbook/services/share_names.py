# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Names at the border: what could lead to somebody in a draft, and the words that come there.

Nothing is stored and no text changes: a replacement counts in one packet, as a place in one version
of an answer. The words that stood there are read from the texts when they are shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from logbook.core.entry import AnswerKey, Entry, EntryId
from logbook.core.private import passages
from logbook.core.sharing import Pseudonym, SentAnswer, ShareDraft, chosen_entry
from logbook.core.trace_text import starts_sentence
from logbook.core.traces import role_places
from logbook.services.trace_edits import part_of
from logbook.storage.entries import EntryStore
from logbook.texts.traces import role_again

if TYPE_CHECKING:
    from logbook.services.traces import EntryFinding, Finding, Traces
    from logbook.storage.database import Database


@dataclass(frozen=True, slots=True)
class ShareFinding:
    """A trace in what would leave, in the entry and answer it stands in."""

    entry_id: EntryId
    title: str
    found: EntryFinding


@dataclass(frozen=True, slots=True)
class Shown:
    """A replacement for the last screen: the words as they are at home, and what comes there."""

    entry_id: EntryId
    key: AnswerKey
    was: str
    words: str


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
        found = []
        for entry in entries:
            for each in self._traces.in_entry(entry, draft.ignored):
                if not _is_replaced(draft, entry, each):
                    found.append(ShareFinding(entry.id, entry.title, each))
        return tuple(found)

    def beside(self, draft: ShareDraft) -> tuple[str, ...]:
        """The words in letter and questions that could lead to somebody, each once.

        These texts are written for this packet: the user changes them where they stand.

        Raises:
            EntryNotFound.
        """
        texts = (draft.letter, *draft.questions)
        found = [each.trace.text for text in texts for each in self._traces.find(text)]
        replaced = [shown.was.strip() for _, shown in self._shown(draft)]
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

        From the second time in one text on `een bewoner` is `de bewoner`. The texts themselves stay
        as they are: it counts in this packet.

        Args:
            known: the findings of this draft, when they were looked for already.

        Raises:
            EntryNotFound.
        """
        if not everywhere:
            known = (like,)
        findings = self.findings(draft) if known is None else known
        same = {id(f) for f in self._traces.same([f.found for f in findings], like.found.finding)}
        made: list[Pseudonym] = []
        seen: set[tuple[EntryId, AnswerKey, str]] = set()
        for each in findings:
            if id(each.found) not in same and each != like:
                continue
            place = (each.entry_id, each.found.key, each.found.part)
            words = role_again(role) if place in seen else role
            seen.add(place)
            made += self._pseudonyms(each, [(each.found.finding, words)])
        return replace(draft, pseudonyms=(*draft.pseudonyms, *made))

    def as_before(self, draft: ShareDraft, before: Iterable[SentAnswer]) -> ShareDraft:
        """Replace what was replaced in these answers by the same words again.

        Raises:
            EntryNotFound.
        """
        words: dict[str, str] = {}
        for answer in before:
            for start, end, put in answer.places:
                was = answer.home[start:end].strip()
                if was and put.strip() and words.get(was, "de ").startswith("de "):
                    words[was] = _inside(put.strip())
        found = self.findings(draft) if words else ()
        for each in found:
            was = each.found.finding.trace.text
            if was in words and not _is_covered(draft, each):
                draft = self.replace(draft, each, words.pop(was), known=found)
        return self._own_words(draft, words)

    def _own_words(self, draft: ShareDraft, words: dict[str, str]) -> ShareDraft:
        """Replace again what no check finds: words that the user selected themselves."""
        for entry in self.gather(draft) if words else ():
            for answer in entry.answers:
                value = answer.value
                parts = {"text": value.text, "own": value.own}
                parts |= {f"cells/{n}": cell for n, cell in enumerate(value.cells)}
                for part, text in parts.items():
                    for was, put in words.items():
                        for start, end in _places_of(was, text):
                            made = Pseudonym(
                                entry.id, answer.key, part, answer.head, start, end,
                                _in_place(put, text, start),
                            )  # fmt: skip
                            if not any(_overlaps(p, made) for p in draft.pseudonyms):
                                draft = replace(draft, pseudonyms=(*draft.pseudonyms, made))
        return draft

    def replace_words(
        self, draft: ShareDraft, entry_id: EntryId, key: AnswerKey, part: str, *, start: int,
        end: int, words: str,
    ) -> ShareDraft:  # fmt: skip
        """Put words in the place of any others that the user selected, in this packet.

        Raises:
            EntryNotFound.
        """
        answer = self._entries.load(entry_id).answer(key)
        if answer is None:
            return draft
        made = Pseudonym(entry_id, key, part, answer.head, start, end, words)
        kept = tuple(p for p in draft.pseudonyms if not _overlaps(p, made))
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

    def _shown(self, draft: ShareDraft) -> list[tuple[Pseudonym, Shown]]:
        found = []
        entries: dict[EntryId, Entry] = {}
        for each in draft.pseudonyms:
            if each.entry_id not in entries:
                entries[each.entry_id] = self._entries.load(each.entry_id)
            answer = entries[each.entry_id].answer(each.key)
            if answer is not None and answer.head == each.revision:
                was = part_of(answer.value, each.part)[each.start : each.end]
                found.append((each, Shown(each.entry_id, each.key, was, each.words)))
        return found

    def _pseudonyms(
        self, like: ShareFinding, chosen: Sequence[tuple[Finding, str]]
    ) -> Iterable[Pseudonym]:
        answer = self._entries.load(like.entry_id).answer(like.found.key)
        if answer is None or part_of(answer.value, like.found.part) != like.found.text:
            return
        for put in role_places(like.found.text, [(f.trace, role) for f, role in chosen]):
            yield Pseudonym(
                like.entry_id, like.found.key, like.found.part, answer.head, *put[:2], put.words
            )


def _places_of(words: str, text: str) -> list[tuple[int, int]]:
    found = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    private = passages(text)
    return [f.span() for f in found if all(f.end() <= a or b <= f.start() for a, b in private)]


def _in_place(words: str, text: str, start: int) -> str:
    """The words with a capital where a sentence begins with one."""
    capital = text[start].isupper() and starts_sentence(text, start)
    return words[:1].upper() + words[1:] if capital else words


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


def _is_covered(draft: ShareDraft, each: ShareFinding) -> bool:
    found = each.found
    return any(
        (p.entry_id, p.key, p.part) == (each.entry_id, found.key, found.part)
        and p.start < found.finding.end
        and found.finding.start < p.end
        for p in draft.pseudonyms
    )


def _inside(words: str) -> str:
    """Words as they stand inside a sentence; initials and signs stay as they are."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _overlaps(one: Pseudonym, other: Pseudonym) -> bool:
    same = (one.entry_id, one.key, one.part) == (other.entry_id, other.key, other.part)
    return same and one.start < other.end and other.start < one.end
