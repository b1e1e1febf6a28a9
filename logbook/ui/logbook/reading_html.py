# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""An entry laid out for reading, as the HTML of one document: on screen and on paper alike.

What a user wrote goes through `private_html.user_html` or is escaped; nothing else reaches the
document. Pictures are named `card:deck/card` and `scale:low:high:number`; `reading_pictures` draws
them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from html import escape

from PySide6.QtCore import QCoreApplication

from logbook import texts
from logbook.core.arrange import Part, Section
from logbook.core.entry import NOTE_BLOCK, Entry
from logbook.core.entry_links import ENTRY_SCHEME
from logbook.core.exercise import (
    BlockKind,
    Field,
    ScaleSettings,
)
from logbook.core.library import Library
from logbook.core.margin import MarginNote
from logbook.core.plain import still_chosen
from logbook.core.private import MARK
from logbook.core.text import first_line
from logbook.core.wording import PAPER_PREFIX
from logbook.ui.logbook.answer_places import PROSE, WHOLE, place_name, with_place
from logbook.ui.logbook.look import Look
from logbook.ui.logbook.margin_html import Asides, mark_gone, notes_html, offers_html
from logbook.ui.logbook.private_html import mark_private, user_html
from logbook.ui.said import title_of
from logbook.ui.widgets.dates import local_day, long_day

#: Width of a card beside its words, device-independent pixels at 100 %; cards are 3:2.
CARD_WIDTH = 144
CARD_HEIGHT = 96
#: Options of checklists and choosers, told from others when the exercise is gone.
_STATES = frozenset({"yes", "partly", "no", "unknown", "applies"})
#: One point of a scale with the room around it.
POINT = 22


def render_entry(
    entry: Entry,
    sections: Iterable[Section],
    library: Library,
    look: Look,
    asides: Asides | None = None,
) -> str:
    """The sections of an entry and its source; answers that are empty are not in `sections`."""
    writer = _Writer(entry, library, look, asides or Asides())
    for section in sections:
        writer.add_section(section)
    writer.add_margin()
    writer.add_source()
    return "".join(writer.parts)


class _Writer:
    def __init__(self, entry: Entry, library: Library, look: Look, asides: Asides) -> None:
        self.parts: list[str] = []
        self._asides = asides
        self._margin: tuple[MarginNote, ...] = ()
        self._entry = entry
        self._library = library
        self._exercise = library.exercise(entry.exercise_id)
        self._look = look

    def add_section(self, section: Section) -> None:
        if section.margin:
            self._margin += section.margin
            return
        if section.gone:
            self._add_gone()
        if section.title:
            self._heading(section.title, 20 if _has_questions(section) else 17)
        chosen = next((p for p in section.parts if p.value.cards and not _is_order(p)), None)
        if chosen is not None and chosen.key.item == "":
            self._add_cards(section, chosen)
            return
        if section.at is not None:
            self._small(long_day(local_day(section.at)))
        item = ""
        for part in section.parts:
            if section.is_standing:
                self._add_part(section, part)
            elif part.key.item and part.key.item != item:
                self._add_item(section, part.key.item, part)
            elif not part.key.item:
                self._add_part(section, part)
            item = part.key.item

    def add_margin(self) -> None:
        """The margin notes beside the whole entry, and the way to write one."""
        look = self._look
        html = notes_html(self._margin, None, self._asides, look, name_question=True)
        self.parts.append(html)

    def add_source(self) -> None:
        if self._entry.source:
            source = _tr("Bron: {source}").format(source=self._entry.source)
            self._small(source, top=26)

    # -- words -------------------------------------------------------------------------------------

    def _heading(self, text: str, size: float) -> None:
        px = self._look.px
        self.parts.append(
            f'<p style="font-size:{px(size)}px;font-weight:600;margin-top:{px(20)}px;'
            f'margin-bottom:{px(6)}px;line-height:108%">{_lines(text)}</p>'
        )

    def _small(self, text: str, top: float = 0, token: str = "muted") -> None:
        look = self._look
        color = getattr(look.tokens, token)
        self.parts.append(
            f"<p style=\"font-family:'{look.ui_family}';font-size:{look.px(12.5)}px;color:{color};"
            f'margin-top:{look.px(top)}px;margin-bottom:{look.px(4)}px">{_lines(text)}</p>'
        )

    def _add_gone(self) -> None:
        self._small(_tr("Vraag uit een eerdere versie van deze oefening"), 22, "ochre")

    def _add_part(self, section: Section, part: Part) -> None:
        if part.block_in(self._exercise) and part.prompt_in(self._exercise) is None:
            self._add_gone()
        if self._is_state(part):
            self._add_state(part)
            return
        if part.question and part.question != section.title:
            self._heading(part.question, 17)
        self._add_value(part)
        self._add_notes((part,))

    def _add_notes(self, parts: Iterable[Part], *, name_question: bool = False) -> None:
        """The margin notes beside these answers."""
        found = list(parts)
        alone = len(found) == 1
        for part in found:
            notes = notes_html(
                part.margin,
                part.key,
                self._asides,
                self._look,
                name_question=name_question,
                offer=alone,
            )
            self.parts.append(notes)
        if len(found) > 1:
            offered = ((part.key, part.question) for part in found)
            self.parts.append(offers_html(offered, self._asides, self._look))

    def _prose(self, part: Part) -> str:
        html = mark_gone(user_html(part.value.text), self._asides.gone)
        return with_place(html, place_name(PROSE, part.key)) if self._asides.places else html

    def _mark_place(self, part: Part, since: int) -> None:
        """Name what was written from this part on as the words of an answer."""
        if self._asides.places:
            html = "".join(self.parts[since:])
            self.parts[since:] = [with_place(html, place_name(WHOLE, part.key))]

    def _add_value(self, part: Part) -> None:
        since = len(self.parts)
        self._add_lines_and_prose(part)
        self._mark_place(part, since)

    def _add_lines_and_prose(self, part: Part) -> None:
        value = part.value
        if value.number is not None:
            self._add_scale(part, value.number)
        if value.options or value.own or _is_order(part):
            self._add_chosen(part)
        if part.rows:
            self._add_rows(part)
        if value.day is not None:
            self.parts.append(f"<p>{escape(long_day(value.day))}</p>")
        if value.text.strip():
            if part.wording.kind == Field.COLUMNS and (closing := part.closing_in(self._exercise)):
                self._heading(closing, 17)
            self.parts.append(self._prose(part))

    def _add_chosen(self, part: Part) -> None:
        """What was ticked, or an order from the first to the last."""
        shown = still_chosen(part, self._entry, self._exercise)
        value = shown.value
        items = [self._title(item, part) for item in (*value.cards, *value.options)]
        items += [value.own] if value.own.strip() else []
        if items:
            kind = "ol" if _is_order(part) else "ul"
            listed = "".join(f"<li>{_lines(text)}</li>" for text in items)
            self.parts.append(f"<{kind}>{listed}</{kind}>")

    def _is_state(self, part: Part) -> bool:
        """Whether it is an item of a checklist or an argument of a chooser."""
        if part.wording.kind != Field.CHOICE or not part.key.prompt:
            return False
        block = part.block_in(self._exercise)
        if block is not None:
            return block.kind in (BlockKind.CHECKLIST, BlockKind.CHOOSER)
        return bool(part.value.options) and part.value.options[0] in _STATES

    def _add_state(self, part: Part) -> None:
        """An item in one line with how it stands, and below it what was written about it."""
        since = len(self.parts)
        states = [self._title(option, part) for option in part.value.options]
        stands = f"<b>{_lines(texts.joined(states))}</b> · " if states else ""
        self.parts.append(f"<p>{stands}{_lines(part.question)}</p>")
        if part.value.text.strip():
            words = self._prose(part)
            self.parts.append(f'<div style="margin-left:{self._look.px(18)}px">{words}</div>')
        self._mark_place(part, since)
        self._add_notes((part,))

    def _title(self, item: str, part: Part) -> str:
        return title_of(item, part, self._entry, self._exercise, self._library)

    # -- cards -------------------------------------------------------------------------------------

    def _add_cards(self, section: Section, chosen: Part) -> None:
        since = len(self.parts)
        for ref in chosen.value.cards:
            self._add_item(section, ref, chosen)
        if chosen.value.text.strip():
            self.parts.append(self._prose(chosen))
        self._mark_place(chosen, since)
        self._add_notes((chosen,))
        for part in section.parts:
            if part is not chosen and part.key.item not in chosen.value.cards:
                self._add_part(section, part)

    def _add_item(self, section: Section, item: str, chosen: Part) -> None:
        """A card or option beside the words that belong to it; `chosen` is a part of its block."""
        parts = [p for p in section.parts if p.key.item == item]
        title = next((p.item_title for p in parts if p.item_title), "")
        title = title or self._title(item, chosen)
        outer, self.parts = self.parts, []
        for part in parts:
            if item.startswith(PAPER_PREFIX) and not part.key.prompt:
                continue  # the name of an own card: it is the title
            if part.question and part.question != section.title:
                self._small(part.question, top=4)
            self._add_value(part)
        words, self.parts = "".join(self.parts), outer
        self.parts.append(self._beside(item, title, words))
        self._add_notes(parts, name_question=len(parts) > 1)

    def _beside(self, item: str, title: str, words: str) -> str:
        look, card = self._look, self._library.card(item)
        px, width = look.px, look.px(CARD_WIDTH)
        shown = f'<p style="font-weight:600;margin-bottom:{px(4)}px">{_lines(title)}</p>{words}'
        if card is not None and card.picture:
            left = (
                f'<img src="card:{escape(item)}" width="{width}" height="{px(CARD_HEIGHT)}"'
                f' alt="{escape(card.description)}">'
            )
        elif "/" in item:
            shown = words
            left = (
                f'<table width="100%" cellspacing="0"><tr><td bgcolor="{look.tokens.panel}"'
                f' align="center" valign="middle" style="padding:{px(16)}px {px(4)}px">'
                f"<span style=\"font-family:'{look.ui_family}';font-size:{px(13)}px;"
                f'font-weight:600">{_lines(title)}</span></td></tr></table>'
            )
        else:
            return f'<div style="margin-top:{px(10)}px">{shown}</div>'
        room = f"padding:{px(6)}px {px(18)}px {px(6)}px 0"
        return (
            f'<table width="100%" cellspacing="0" cellpadding="0" style="margin-top:{px(8)}px">'
            f'<tr><td width="{width + px(18)}" valign="top" style="{room}">{left}</td>'
            f'<td valign="top" style="padding:0">{shown or "<p></p>"}</td></tr></table>'
        )

    # -- scales, tables, columns -------------------------------------------------------------------

    def _add_scale(self, part: Part, number: int) -> None:
        look, scale = self._look, part.scale_in(self._exercise)
        if scale is not None and scale.low_number <= number <= scale.high_number:
            width = look.px(POINT) * (scale.high_number - scale.low_number + 1)
            self.parts.append(
                f'<p style="margin-bottom:0"><img width="{width}" height="{look.px(POINT)}"'
                f' src="scale:{scale.low_number}:{scale.high_number}:{number}"></p>'
            )
        self._small(_scale_words(number, scale))

    def _add_rows(self, part: Part) -> None:
        titles = part.columns_in(self._exercise)
        if part.wording.kind == Field.COLUMNS:
            sides = [[r.text for r in part.rows if r.side == side] for side in ("left", "right")]
            cells = ["".join(f"<p>{_lines(text)}</p>" for text in side) or "–" for side in sides]
            self._add_table(titles, [cells])
        else:
            self._add_table(titles, [[_lines(cell) for cell in row.cells] for row in part.rows])

    def _add_table(self, titles: Iterable[str], rows: list[list[str]]) -> None:
        head = "".join(f'<th align="left">{_lines(title)}</th>' for title in titles)
        body = "".join(
            "<tr>" + "".join(f'<td valign="top">{cell}</td>' for cell in row) + "</tr>"
            for row in rows
        )
        line, px = self._look.tokens.line, self._look.px
        self.parts.append(
            f'<table border="1" cellspacing="0" width="100%" style="border-collapse:collapse;'
            f"border-style:solid;border-color:{line};margin-top:{px(4)}px;"
            f'margin-bottom:{px(10)}px">{f"<tr>{head}</tr>" if head else ""}{body}</table>'
        )


def without_title(entry: Entry, sections: tuple[Section, ...]) -> tuple[Section, ...] | None:
    """The sections of a free note without the line that is its title.

    None when the title is only the beginning of that line, or does not show what in it is
    private or a link: then the title need not be shown.
    """
    note = next((p for s in sections for p in s.parts), None)
    if entry.exercise_title or note is None or note.key.block != NOTE_BLOCK:
        return sections
    line, _, rest = note.value.text.strip().partition("\n")
    others = sections[1:]
    if (
        MARK in line
        or ENTRY_SCHEME in line
        or first_line(line) != entry.title
        or first_line(line, len(line) + 1) != entry.title
    ):
        return None
    if not rest.strip() and not note.margin:
        return others
    part = replace(note, value=replace(note.value, text=rest.strip("\n")))
    return (replace(sections[0], parts=(part,)), *others)


def _is_order(part: Part) -> bool:
    return part.wording.kind == Field.RANK


def _has_questions(section: Section) -> bool:
    return any(part.question and part.question != section.title for part in section.parts)


def _scale_words(number: int, scale: ScaleSettings | None) -> str:
    if scale is None:
        return _tr("Plek {number} op de schaal").format(number=number)
    return _tr("{number} op een schaal van {low_number} ({low}) tot {high_number} ({high})").format(
        number=number,
        low_number=scale.low_number,
        low=scale.low,
        high_number=scale.high_number,
        high=scale.high,
    )


def _lines(text: str) -> str:
    """Escaped text that keeps its line ends and shows what is private."""
    return mark_private(escape(text).replace("\n", "<br>"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReadingHtml", text)
