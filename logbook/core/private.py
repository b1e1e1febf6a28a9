# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Private passages: what stands between `%%` and `%%` is for the writer alone.

An unclosed mark runs to the end of the text. Everything that leaves the program takes these words
out through this module; the window shows them with a quiet mark.
"""

from __future__ import annotations

from dataclasses import replace

from logbook.core.entry import Answer, Entry, Value, Wording

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


def is_unclosed(text: str) -> bool:
    """Whether the last private passage has no mark at its end."""
    return text.count(MARK) % 2 == 1


def without_private(text: str) -> str:
    """The text without its private passages."""
    if MARK not in text:
        return text
    return "".join(text.split(MARK)[::2])


def public_value(value: Value) -> Value:
    """The value without private passages, whatever part of it they stand in."""
    return replace(
        value,
        text=without_private(value.text),
        own=without_private(value.own),
        cells=tuple(map(without_private, value.cells)),
    )


def public_entry(entry: Entry) -> Entry:
    """The entry without private passages in answers, or in words of the user beside them.

    Raises nothing and keeps every answer: one of which nothing is left is empty.
    """
    return replace(entry, answers=tuple(map(_public_answer, entry.answers)))


def _public_answer(answer: Answer) -> Answer:
    wording = answer.wording
    told = (wording.prompt_text, wording.card_title, wording.card_description)
    if any(MARK in words for words in told):
        wording = _public_wording(wording)
    return replace(answer, value=public_value(answer.value), wording=wording)


def _public_wording(wording: Wording) -> Wording:
    return replace(
        wording,
        prompt_text=without_private(wording.prompt_text),
        card_title=without_private(wording.card_title),
        card_description=without_private(wording.card_description),
    )
