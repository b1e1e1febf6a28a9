# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Margin notes and links between entries in the HTML of an entry that is read.

A note stands below its passage, dated, in a tint of its own. `Asides` says what is wished: links to
write a note, the one that is being written (its field takes the place of `PLACE`), and which
entries are gone. On paper all of that stays away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QCoreApplication

from logbook.core.entry import AnswerKey
from logbook.core.margin import MarginNote, beside_of
from logbook.core.text import shorten
from logbook.ui.logbook.answer_places import PROSE, place_name, with_place
from logbook.ui.logbook.look import Look
from logbook.ui.logbook.private_html import user_html
from logbook.ui.widgets.dates import local_day, short_month

#: Where the field of the note that is being written comes.
PLACE = "<!--margin-->"
#: Addresses of links: begin a note beside an answer, or change one.
BESIDE, CHANGE = "kanttekening:bij:", "kanttekening:wijzig:"
#: The address of another entry.
ENTRY = "entry:"

_OFFER_LENGTH = 25
_LINK = re.compile(r'<a href="entry:([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Asides:
    """What stands beside the words.

    Args:
        acts: whether notes can be written and changed.
        editing: the note that is being written.
        gone: the entries that are linked to and are not there any more.
        places: whether the words of each answer are named (`answer_places`).
    """

    acts: bool = False
    editing: AnswerKey | None = None
    gone: frozenset[str] = frozenset()
    places: bool = False


def notes_html(
    notes: tuple[MarginNote, ...],
    beside: AnswerKey | None,
    asides: Asides,
    look: Look,
    *,
    name_question: bool = False,
    offer: bool = True,
) -> str:
    """The margin notes beside one answer (None: the whole entry), and the link to write one.

    Args:
        name_question: say at each note which question it stands beside.
        offer: give the link.
    """
    parts: list[str] = []
    editing = asides.editing
    for note in notes:
        parts.append(PLACE if note.key == editing else _note(note, asides, look, name_question))
    known = any(note.key == editing for note in notes)
    if editing is not None and not known and beside_of(editing) == beside:
        parts.append(PLACE)
    elif asides.acts and offer:
        parts.append(_begin(beside, look))
    return "".join(parts)


def offers_html(beside: Iterable[tuple[AnswerKey, str]], asides: Asides, look: Look) -> str:
    """One line of links to write a note beside one of these answers, by their questions."""
    if not asides.acts:
        return ""
    tokens, px = look.tokens, look.px
    links = " · ".join(
        _link(BESIDE + address_of(key), shorten(question, _OFFER_LENGTH), tokens.muted)
        for key, question in beside
    )
    words = escape(_tr("+ Kanttekening bij:"))
    small = f"font-family:'{look.ui_family}';font-size:{px(12.5)}px;color:{tokens.muted}"
    return f'<p style="{small};margin-top:{px(4)}px;margin-bottom:{px(10)}px">{words} {links}</p>'


def day_words(note: MarginNote) -> str:
    """`12 nov 2026`: the local day a note became what it is."""
    day = local_day(note.written_at)
    return f"{day.day} {short_month(day, year=True)}"


def split_at_place(html: str) -> tuple[str, str | None]:
    """The HTML before and behind the field of a note; None when no note is written."""
    before, place, behind = html.partition(PLACE)
    return (before, behind) if place else (html, None)


def mark_gone(html: str, gone: frozenset[str]) -> str:
    """Clean HTML in which links to entries that are gone say so and lead nowhere."""
    if not gone or ENTRY not in html:
        return html
    lost = escape(_tr("(deze bijdrage is er niet meer)"))

    def words(found: re.Match[str]) -> str:
        return f"{found[2]} <i>{lost}</i>" if found[1] in gone else found[0]

    return _LINK.sub(words, html)


def address_of(key: AnswerKey | None) -> str:
    """An answer as a part of an address; "" for the whole entry."""
    return f"{key.block}/{key.prompt}/{key.item}".encode().hex() if key is not None else ""


def key_of(address: str) -> AnswerKey | None:
    """The answer that `address_of` made this of."""
    if not address:
        return None
    block, prompt, item = bytes.fromhex(address).decode().split("/", 2)
    return AnswerKey(block, prompt, item)


def _note(note: MarginNote, asides: Asides, look: Look, name_question: bool) -> str:
    tokens, px = look.tokens, look.px
    told = _tr("Kanttekening, {day}")
    if note.beside is None:
        told = _tr("Kanttekening bij het geheel, {day}")
    told = told.format(day=day_words(note))
    if name_question and note.question:
        told = _tr("{note}, bij: {question}").format(note=told, question=note.question)
    act = ""
    if asides.acts:
        act = f" · {_link(CHANGE + address_of(note.key), _tr('Wijzigen'), tokens.accent)}"
    words = user_html(note.text)
    if asides.places:
        words = with_place(words, place_name(PROSE, note.key))
    small = f"font-family:'{look.ui_family}';font-size:{px(12.5)}px;color:{tokens.muted}"
    return (
        f'<table width="100%" cellspacing="0" cellpadding="0" style="margin-top:{px(4)}px;'
        f'margin-bottom:{px(10)}px"><tr><td width="{px(3)}" bgcolor="{tokens.accent}"'
        f' style="padding:0"></td>'
        f'<td bgcolor="{tokens.accent_tint}" style="padding:{px(8)}px {px(14)}px">'
        f'<p style="{small};margin-bottom:{px(3)}px">{escape(told)}{act}</p>'
        f"{words}</td></tr></table>"
    )


def _begin(beside: AnswerKey | None, look: Look) -> str:
    words = _tr("Kanttekening") if beside is not None else _tr("Kanttekening bij het geheel")
    link = _link(BESIDE + address_of(beside), f"+ {words}", look.tokens.muted)
    return (
        f"<p style=\"font-family:'{look.ui_family}';font-size:{look.px(12.5)}px;"
        f'margin-top:0;margin-bottom:{look.px(12)}px">{link}</p>'
    )


def _link(address: str, words: str, color: str) -> str:
    style = f"color:{color};text-decoration:none"
    return f'<a href="{escape(address)}" style="{style}">{escape(words)}</a>'


def _tr(text: str) -> str:
    return QCoreApplication.translate("MarginHtml", text)
