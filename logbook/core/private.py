# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Private passages: what stands between `%%` and `%%` is for the writer alone.

An unclosed mark runs to the end of the text. Everything that leaves the program takes these words
out through this module, and of links between entries all but their titles; the window shows the
words with a quiet mark.
"""

from __future__ import annotations

from dataclasses import replace

from logbook.core.entry import Answer, Entry, Value, Wording
from logbook.core.entry_links import without_links

#: Begins and ends a private passage.
MARK = "%%"


def passages(text: str) -> tuple[tuple[int, int], ...]:
    """Where the private passages stand, as start and end in characters, their marks included.

    Source: docs/design.md, "Private is the only state".
    """
    found = []
    start = text.find(MARK)
    while start >= 0:
        close = text.find(MARK, start + len(MARK))
        end = close + len(MARK) if close >= 0 else len(text)
        found.append((start, end))
        start = text.find(MARK, end)
    return tuple(found)


def without_private(text: str) -> str:
    """The text without its private passages."""
    if MARK not in text:
        return text
    return "".join(text.split(MARK)[::2])


def public_text(text: str) -> str:
    """The text as it may leave: without private passages, links to entries as their titles."""
    return without_links(without_private(text))


def public_value(value: Value) -> Value:
    """The value as it may leave, whatever part of it is private or a link."""
    return replace(
        value,
        text=public_text(value.text),
        own=public_text(value.own),
        cells=tuple(map(public_text, value.cells)),
    )


def public_entry(entry: Entry) -> Entry:
    """The entry as it may leave: its answers, and the words of the user beside them.

    Raises nothing and keeps every answer: one of which nothing is left is empty.
    """
    return replace(entry, answers=tuple(map(_public_answer, entry.answers)))


def _public_answer(answer: Answer) -> Answer:
    wording = answer.wording
    told = (wording.prompt_text, wording.card_title, wording.card_description)
    if any(public_text(words) != words for words in told):
        wording = _public_wording(wording)
    return replace(answer, value=public_value(answer.value), wording=wording)


def _public_wording(wording: Wording) -> Wording:
    return replace(
        wording,
        prompt_text=public_text(wording.prompt_text),
        card_title=public_text(wording.card_title),
        card_description=public_text(wording.card_description),
    )
