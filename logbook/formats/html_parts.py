# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One answer as HTML: prose, cards with their pictures, a scale, options, a table, a date."""

from __future__ import annotations

import base64
import re
from html import escape
from pathlib import Path

from logbook.core.arrange import Part
from logbook.core.entry import Value
from logbook.core.errors import LogbookError
from logbook.core.exercise import Exercise, Field
from logbook.core.follow_up import STANDING_BLOCKS
from logbook.core.library import Library
from logbook.files.intake import SvgRefused, read_svg
from logbook.files.photos import PhotoRefused, bare, read_photo
from logbook.formats.answer_text import column_titles, table_rows
from logbook.formats.form_text import one_line
from logbook.formats.local_time import day_in_words
from logbook.formats.markdown import Readable, cards_of
from logbook.formats.rich_text import UserText

_HEADING = re.compile(r"<h[1-6]>")
_CLOSING = re.compile(r"</h[1-6]>")


class Parts:
    """Renders answers; reads each picture once."""

    def __init__(self, library: Library, text: UserText) -> None:
        self._library = library
        self._text = text
        self._pictures: dict[str, str] = {}

    def part(self, part: Part, item: Readable, level: int) -> str:
        """One answer, below its question; `level` is that of a heading that may stand here."""
        words = self._value(part, item)
        if not part.key.item or part.key.block in STANDING_BLOCKS:
            return words
        return f'<div class="item">\n{self._item(part, level)}\n{words}\n</div>'

    def words(self, text: str) -> str:
        """Prose of the user. Its headings are set in bold: the page has headings of its own."""
        html = _CLOSING.sub("</strong></p>", _HEADING.sub("<p><strong>", self._text.render(text)))
        return f'<div class="words">{html}</div>'

    def _item(self, part: Part, level: int) -> str:
        ref = part.key.item
        card = self._library.card(ref)
        title = part.item_title or (card.title if card else "")
        if not title:
            title = "Eigen kaart" if ref.startswith("paper/") else ref
        description = part.item_description or (card.description if card else "")
        picture = self._picture(ref, description)
        words = f"{picture}<span>{escape(one_line(title))}</span>"
        return f'<h{level} class="card">{words}</h{level}>'

    def _value(self, part: Part, item: Readable) -> str:
        value = part.value
        pieces = []
        if part.rows:
            pieces.append(self._table(part, item.exercise))
        if value.cards:
            pieces.append(self._cards(part, item))
        if value.number is not None:
            pieces.append(_scale(part, item.exercise))
        if value.options or value.own.strip():
            pieces.append(_options(value, part, item.exercise))
        if value.day is not None:
            pieces.append(f'<p class="words">{day_in_words(value.day)}</p>')
        if value.text.strip():
            pieces.append(self.words(value.text))
        return "\n".join(pieces)

    def _cards(self, part: Part, item: Readable) -> str:
        found = cards_of(item.entry, part.key.block, part.value.cards, self._library.card)
        lines = []
        for ref in part.value.cards:
            title, description = found[ref]
            if ref.startswith("paper/"):
                title, description = title or "Eigen kaart", ""
            picture = self._picture(ref, description)
            told = f'<p class="told">{escape(one_line(description))}</p>' if description else ""
            words = f"<p><strong>{escape(one_line(title or ref))}</strong></p>{told}"
            lines.append(f"<li>{picture}<div>{words}</div></li>")
        return '<ol class="cards">\n' + "\n".join(lines) + "\n</ol>"

    def _table(self, part: Part, exercise: Exercise | None) -> str:
        titles = column_titles(part, exercise)
        head = "".join(f'<th scope="col">{escape(one_line(title))}</th>' for title in titles)
        rows = []
        for row in table_rows(part):
            padded = (*row, *[""] * (len(titles) - len(row)))
            cells = "".join(f"<td>{_lines(cell)}</td>" for cell in padded)
            rows.append(f"<tr>{cells}</tr>")
        body = "\n".join(rows)
        return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"

    def _picture(self, ref: str, description: str) -> str:
        if ref not in self._pictures:
            self._pictures[ref] = self._data(ref)
        data = self._pictures[ref]
        if not data:
            return ""
        return f'<img alt="{escape(one_line(description))}" src="{data}">'

    def _data(self, ref: str) -> str:
        """The picture of a card as a data address; "" when there is none that may be shown."""
        card = self._library.card(ref)
        if card is None or not card.picture:
            return ""
        found = card_picture(Path(card.picture))
        if found is None:
            return ""
        kind, content = found
        return f"data:{kind};base64," + base64.b64encode(content).decode()


def card_picture(path: Path) -> tuple[str, bytes] | None:
    """Kind and content of a picture that may travel; of a photo only the picture itself.

    Returns:
        None when it cannot be shown: the words of the card say what is on it.
    """
    try:
        if path.suffix.lower() == ".svg":
            return "image/svg+xml", read_svg(path).encode()
        data, facts = read_photo(path)
        return facts.kind.mime, bare(data)
    except (LogbookError, SvgRefused, PhotoRefused):
        return None


def _scale(part: Part, exercise: Exercise | None) -> str:
    number = part.value.number
    scale = part.scale_in(exercise)
    if scale is None:
        return f'<p class="words"><strong>{number}</strong></p>'
    ends = f"{scale.low_number} = {escape(scale.low)}, {scale.high_number} = {escape(scale.high)}"
    return f'<p class="words"><strong>{number}</strong> <span class="told">({ends})</span></p>'


def _options(value: Value, part: Part, exercise: Exercise | None) -> str:
    words = [part.option_in(exercise, option) for option in value.options]
    if value.own.strip():
        words.append(value.own)
    items = "\n".join(f"<li>{escape(one_line(word))}</li>" for word in words)
    kind = "ol" if part.wording.kind == Field.RANK else "ul"
    return f'<{kind} class="words">\n{items}\n</{kind}>'


def _lines(text: str) -> str:
    return escape(text.strip()).replace("\n", "<br>")
