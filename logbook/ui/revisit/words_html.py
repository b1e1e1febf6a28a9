# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Words and sentences as HTML to read; what the user wrote is escaped, addresses are our own.

A word leads to `woord:LEMMA`, a quarter to `kwartaal:YEAR-NUMBER`, a sentence to `tekst:ID`.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import quote, unquote

from logbook.core.over_time import Quarter, Sentence, WordOverTime
from logbook.texts.over_time import quarter_short

WORD, QUARTER, TEXT, BACK = "woord:", "kwartaal:", "tekst:", "terug:"
# A line ends behind the dot, never before it.
_BETWEEN = "&nbsp;&nbsp;·&nbsp; "


def words_html(words: Iterable[WordOverTime], quarter: Quarter, muted: str) -> str:
    """The words of a quarter as running text, each with how often."""
    pieces = (
        f'{_link(WORD, word.lemma, word.word)}&nbsp;<span style="color:{muted}">'
        f"{word.count(quarter)}</span>"
        for word in words
    )
    return f"<p>{_BETWEEN.join(pieces)}</p>"


def quarters_html(lead: str, word: WordOverTime, here: Quarter, muted: str) -> str:
    """In which other quarters a word stands, the newest first; "" when there are none."""
    pieces = [
        f"{_link(QUARTER, f'{quarter.year}-{quarter.number}', _whole(quarter))}&nbsp;"
        f'<span style="color:{muted}">{count}</span>'
        for quarter, count in reversed(word.quarters)
        if quarter != here
    ]
    return f"<p>{escape(lead)} {_BETWEEN.join(pieces)}</p>" if pieces else ""


def sentences_html(sentences: Iterable[tuple[Sentence, str]], mark: str, small: int) -> str:
    """Sentences with the word in them marked, each with the way to its text.

    Args:
        sentences: each with the words of its link.
        mark: the colour behind the word.
        small: the size of the links, device-independent pixels.
    """
    return "".join(
        f'<p>{_marked(sentence, mark)}<br><span style="font-size:{small}px">'
        f"{_link(TEXT, sentence.entry_id, words)}</span></p>"
        for sentence, words in sentences
    )


def hidden_html(words: Iterable[str]) -> str:
    """Hidden words, each leading to itself."""
    return f"<p>{_BETWEEN.join(_link(BACK, word, word) for word in words)}</p>"


def chosen(address: str, scheme: str) -> str | None:
    """What a link of this kind leads to; None when it is of another kind."""
    return unquote(address.removeprefix(scheme)) if address.startswith(scheme) else None


def quarter_from(text: str) -> Quarter:
    """The quarter in the address of a link."""
    year, _, number = text.partition("-")
    return Quarter(int(year), int(number))


def _whole(quarter: Quarter) -> str:
    """A quarter in words that stay on one line."""
    # A line may end behind a dash, but not before a word joiner.
    return quarter_short(quarter).replace(" ", "\xa0").replace("–", "–\u2060")


def _link(scheme: str, target: str, words: str) -> str:
    return f'<a href="{scheme}{quote(target)}">{escape(words)}</a>'


def _marked(sentence: Sentence, mark: str) -> str:
    pieces, last = [], 0
    for start, end in sentence.marks:
        pieces.append(escape(sentence.text[last:start]))
        word = escape(sentence.text[start:end])
        pieces.append(f'<span style="background-color:{mark}">{word}</span>')
        last = end
    return "".join((*pieces, escape(sentence.text[last:])))
