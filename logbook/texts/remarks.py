# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Remarks in Dutch: what they want to be, how many there are."""

from __future__ import annotations

from logbook.core.packet import Remark, RemarkKind
from logbook.core.remarks import KeptRemark, News, Returned
from logbook.texts.words import count

#: What a remark wants to be, as its reader chooses it.
REMARK_KINDS = {
    RemarkKind.QUESTION: "vraag",
    RemarkKind.RECOGNITION: "herkenning",
    RemarkKind.MIRROR: "spiegel",
    RemarkKind.THEORY: "theorie",
    RemarkKind.TIP: "tip",
}


def remarks(number: int) -> str:
    """`1 opmerking`, `3 opmerkingen`."""
    return count(number, "opmerking", "opmerkingen")


def new_remarks(number: int) -> str:
    """`1 nieuwe opmerking`, `3 nieuwe opmerkingen`."""
    return count(number, "nieuwe opmerking", "nieuwe opmerkingen")


def news_words(news: News) -> str:
    """What was not looked at yet: `3 nieuwe opmerkingen en 1 nieuwe reactie`; "" for nothing."""
    parts = [new_remarks(news.remarks)] if news.remarks else []
    if news.reactions:
        parts.append(count(news.reactions, "nieuwe reactie", "nieuwe reacties"))
    return " en ".join(parts)


def reader_name(reader: str) -> str:
    """How a reader is called; those who did not sign are "je lezer"."""
    return reader.strip() or "je lezer"


def signed(given: KeptRemark | Returned) -> str:
    """Who gave this: `Sanne`, and `Sanne (2)` for the second one with that name."""
    name = reader_name(given.reader)
    return f"{name} ({given.namesake})" if given.namesake > 1 else name


def about_passage(words: str) -> str:
    """Which words a remark is about."""
    return f"bij “{words}”"


def since_words(remark: Remark) -> str:
    """In a next round: what became of the words a remark was given on; "" while they stand."""
    if not remark.was:
        return ""
    return " (sindsdien veranderd)" if remark.quote else " (staat er niet meer zo)"


def about_question(question: str) -> str:
    """Which answer a remark is about as a whole."""
    return f"bij de vraag “{question}”"


def about_all() -> str:
    """That a remark is about an entry as a whole."""
    return "bij het geheel"


def came_in(number: int, new: int, answers: int, *, general: bool) -> str:
    """What came back: `3 opmerkingen, 2 nieuw · een algemene reactie · 1 antwoord op je vragen`."""
    parts = [remarks(number) + (f", {new} nieuw" if new else "")] if number else []
    if general:
        parts.append("een algemene reactie")
    if answers:
        parts.append(count(answers, "antwoord", "antwoorden") + " op je vragen")
    return " · ".join(parts) or "geen woorden"


def known_remarks(number: int) -> str:
    """`3 had je al`."""
    return f"{number} had je al"


def lost_places(number: int) -> str:
    """`1 zonder plek`: its words are not in the text any more."""
    return f"{number} zonder plek"


def taken_in(number: int) -> str:
    """`Overgenomen: 3 opmerkingen.`, said after taking in."""
    return f"Overgenomen: {remarks(number)}." if number else "Overgenomen."
