# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The names of a next round: what was replaced in the packet before is replaced by the same again.

What was replaced wherever it stood is replaced wherever it stands now. What was replaced in some
places only, or by other words in other places, is replaced there again and nowhere else: two people
may have one name. Where that place is not certain it is left to the check.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from logbook.core.anchoring import How, place, quote_of
from logbook.core.entry import Answer, Entry, Value
from logbook.core.private import passages
from logbook.core.sharing import Pseudonym, SentAnswer, ShareDraft
from logbook.core.text_map import replace_in
from logbook.services.share_names import ShareFinding, ShareNames, in_place, inside, overlap
from logbook.texts.traces import role_again


@dataclass(frozen=True, slots=True)
class _Put:
    """Words that were replaced in one place of what stood at home, and what came there."""

    answer: SentAnswer
    start: int
    end: int
    was: str
    words: str


def names_as_before(
    names: ShareNames, draft: ShareDraft, before: Iterable[SentAnswer]
) -> ShareDraft:
    """Replace in a draft what was replaced in these answers.

    The name of the sender was looked at in the packet before, and may stay.

    Raises:
        EntryNotFound.
    """
    answers = tuple(before)
    put = [each for answer in answers for each in _put_in(answer)]
    sent = [replace_in(answer.home, answer.places)[0] for answer in answers]
    everywhere: dict[str, str] = {}
    here: list[_Put] = []
    for was in dict.fromkeys(each.was for each in put):
        own = [each for each in put if each.was == was]
        if len({role_again(each.words) for each in own}) > 1 or any(
            _places(was, text) for text in sent
        ):
            here += own
            continue
        everywhere[was] = _as_typed([each.words for each in own])
    entries = names.gather(draft) if put else ()
    for entry in entries:
        draft = _add(draft, _again(entry, here))
    found = [each for each in names.findings(draft) if not each.is_own] if everywhere else []
    for each in found:
        was = each.found.finding.trace.text
        if was in everywhere and not _is_covered(draft, each):
            draft = names.replace(draft, each, everywhere.pop(was), known=found)
    for entry in entries:
        draft = _add(draft, _own_words(entry, everywhere))
    for sender in names.findings(replace(draft, choices=())) if draft.sender else ():
        draft = names.leave(draft, sender)
    return draft


def _as_typed(words: Sequence[str]) -> str:
    """One role of those that stand for the same: a first mention, or one with its own capital."""
    first = next((each for each in words if role_again(each) != each), None)
    return first or next((each for each in words if each[:1].isupper()), words[0])


def _put_in(answer: SentAnswer) -> Iterator[_Put]:
    for start, end, words in answer.places:
        was = answer.home[start:end]
        begin, stop = start + len(was) - len(was.lstrip()), end - len(was) + len(was.rstrip())
        if begin < stop and words.strip():
            role = inside(words.strip(), answer.home, begin)
            yield _Put(answer, begin, stop, was.strip(), role)


def _again(entry: Entry, here: Iterable[_Put]) -> Iterator[Pseudonym]:
    """The same places in the answers as they are now, as far as they are certain."""
    for each in here:
        answer = entry.answer(each.answer.key)
        if each.answer.entry_id != entry.id or answer is None:
            continue
        home = each.answer.home
        quote = quote_of(home, each.start, each.end)
        placed = [
            (part, text, found)
            for part, text in _parts(answer.value)
            if each.was in text and (found := place(quote, home, text)).how is not How.LOST
        ]
        if len(placed) == 1:
            part, text, at = placed[0]
            if text[at.start : at.end] == each.was:
                words = in_place(each.words, text, at.start)
                yield _pseudonym(entry, answer, part, (at.start, at.end), words)


def _own_words(entry: Entry, words: dict[str, str]) -> Iterator[Pseudonym]:
    """What no check finds: words that the user selected themselves."""
    for answer in entry.answers if words else ():
        for part, text in _parts(answer.value):
            for was, put in words.items():
                for start, end in _places(was, text):
                    shown = in_place(put, text, start)
                    yield _pseudonym(entry, answer, part, (start, end), shown)


def _pseudonym(
    entry: Entry, answer: Answer, part: str, at: tuple[int, int], words: str
) -> Pseudonym:
    return Pseudonym(entry.id, answer.key, part, answer.head, *at, words)


def _add(draft: ShareDraft, made: Iterable[Pseudonym]) -> ShareDraft:
    for each in made:
        if not any(overlap(each, known) for known in draft.pseudonyms):
            draft = replace(draft, pseudonyms=(*draft.pseudonyms, each))
    return draft


def _parts(value: Value) -> Iterator[tuple[str, str]]:
    yield "text", value.text
    yield "own", value.own
    for number, cell in enumerate(value.cells):
        yield f"cells/{number}", cell


def _places(words: str, text: str) -> list[tuple[int, int]]:
    """Where words stand by themselves, outside private passages."""
    found = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    private = passages(text)
    return [f.span() for f in found if all(f.end() <= a or b <= f.start() for a, b in private)]


def _is_covered(draft: ShareDraft, each: ShareFinding) -> bool:
    found = each.found
    return any(
        (p.entry_id, p.key, p.part) == (each.entry_id, found.key, found.part)
        and p.start < found.finding.end
        and found.finding.start < p.end
        for p in draft.pseudonyms
    )
