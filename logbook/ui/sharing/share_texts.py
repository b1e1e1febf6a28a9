# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The texts of what would leave as they were typed, and where the same words stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from logbook.core.entry import Answer, AnswerKey, Entry, EntryId
from logbook.core.private import passages, public_text
from logbook.core.sharing import ShareDraft, own_texts
from logbook.services.share_names import in_place
from logbook.texts.sharing import own_text_title


@dataclass(frozen=True, slots=True)
class ShareText:
    """One part of an answer; `title` and `question` say which.

    Args:
        entry_id: "" for one of `core.sharing.own_texts`.
    """

    entry_id: EntryId
    title: str
    question: str
    key: AnswerKey
    part: str
    text: str


@dataclass(frozen=True, slots=True)
class WordsPlace:
    """A place of words in a text, in code points, and what comes there."""

    text: ShareText
    start: int
    end: int
    words: str


def share_texts(entries: Iterable[Entry]) -> tuple[ShareText, ...]:
    """All texts of gathered entries with something in them, in order."""
    return tuple(
        ShareText(entry.id, public_text(entry.title), _question(answer), answer.key, part, text)
        for entry in entries
        for answer in entry.answers
        for part, text in _parts(answer)
        if public_text(text).strip()
    )


def own_share_texts(draft: ShareDraft) -> tuple[ShareText, ...]:
    """What is written for this packet alone."""
    return tuple(
        ShareText(EntryId(""), own_text_title(part), "", AnswerKey(part), part, text)
        for part, text in own_texts(draft)
    )


def words_at(text: ShareText, start: int, end: int) -> tuple[int, int] | None:
    """A range without the blanks around it; None when it is empty or touches what is private."""
    words = text.text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if start >= end or any(a < end and start < b for a, b in passages(text.text)):
        return None
    return start, end


def same_words(texts: Iterable[ShareText], sought: str, put: str) -> tuple[WordsPlace, ...]:
    """Every place where the same words stand by themselves, outside private passages."""
    pattern = re.compile(rf"(?<!\w){re.escape(sought)}(?!\w)")
    return tuple(
        place_of(text, found.start(), found.end(), put)
        for text in texts
        for found in pattern.finditer(text.text)
        if words_at(text, found.start(), found.end()) is not None
    )


def place_of(text: ShareText, start: int, end: int, put: str) -> WordsPlace:
    """A place with what comes there: with a capital where a sentence begins with one."""
    return WordsPlace(text, start, end, in_place(put, text.text, start))


def _question(answer: Answer) -> str:
    wording = answer.wording
    return public_text(wording.prompt_text or wording.block_title)


def _parts(answer: Answer) -> Iterator[tuple[str, str]]:
    value = answer.value
    yield "text", value.text
    yield "own", value.own
    for number, cell in enumerate(value.cells):
        yield f"cells/{number}", cell
