# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

from logbook.core.entry import AnswerKey, Value
from logbook.core.entry_record import PlainNote
from logbook.core.exercise import Card, Deck
from logbook.core.library import Library
from logbook.formats.html import render_page
from logbook.formats.markdown import Readable
from tests.formats.samples import CARDS, full_entry, full_exercise, full_library

NOW = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)
NOTE = PlainNote("n1", "2026-03-02T09:00:00.000Z", "2026-03-01", "Een dag", ("Een *dag*",))
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><rect width="3" height="2"/></svg>'
EMPTY_TAGS = {"meta", "br", "img", "hr"}


class Outline(HTMLParser):
    """Notes tags that are opened, and refuses ones that do not fit together."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in EMPTY_TAGS:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def page(
    *items: Readable | PlainNote, library: Library | None = None, with_private: bool = False
) -> str:
    def entries() -> Iterator[Readable | PlainNote]:
        yield from items

    chosen = library or full_library()
    return "".join(render_page(entries, lambda: chosen, NOW, with_private=with_private))


def full(values: dict[AnswerKey, Value] | None = None) -> Readable:
    return Readable(full_entry(values), full_exercise(), 2)


def outline(text: str) -> Outline:
    found = Outline()
    found.feed(text)
    assert found.open == []
    return found


def with_pictures(folder: Path, source: str = SVG) -> Library:
    path = folder / "brug.svg"
    path.write_text(source, encoding="utf-8")
    cards: tuple[Card, ...] = (replace(CARDS[0], picture=str(path)), *CARDS[1:])
    deck = Deck("beelden", "Beelden", "picture", "", "MIT", "Eigen werk", cards)
    return replace(full_library(), decks={"beelden": deck})


def test_the_page_is_well_formed_dutch_and_has_a_title() -> None:
    found = outline(page(full(), NOTE))
    assert found.tags[0] == ("html", {"lang": "nl"})
    assert "title" in [tag for tag, _ in found.tags]


def test_the_page_holds_no_script_and_nothing_from_elsewhere() -> None:
    text = page(full({AnswerKey("start"): Value("<script>x</script> ![a](http://x/a.png)")}))
    found = outline(text)
    assert {"script", "iframe", "link", "object"}.isdisjoint(tag for tag, _ in found.tags)
    assert "&lt;script&gt;" in text
    assert not re.findall(r'src="(?!data:)', text)


def test_headings_do_not_skip_a_level() -> None:
    levels = [int(tag[1]) for tag, _ in outline(page(full(), NOTE)).tags if re.match(r"h\d", tag)]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))


def test_a_heading_of_the_user_is_no_heading_of_the_page() -> None:
    assert "<p><strong>Kop</strong></p>" in page(NOTE._replace(texts=("# Kop",)))


def test_the_contents_lead_to_every_entry() -> None:
    found = outline(page(full(), NOTE))
    links = {attrs["href"] for tag, attrs in found.tags if tag == "a"}
    assert links == {f"#{attrs['id']}" for tag, attrs in found.tags if tag == "article"}


def test_table_headings_say_what_they_head() -> None:
    heads = [attrs for tag, attrs in outline(page(full())).tags if tag == "th"]
    assert heads
    assert all(attrs.get("scope") == "col" for attrs in heads)


def test_every_answer_is_on_the_page() -> None:
    text = page(full())
    for words in (
        "<strong>regen</strong>", "{#start}", "kort", "Brug", "Van steen over stil".lower(),
        "een oude foto", "thuis", "past", "omdat", "Vragen, niet zenden", "wachten | zwijgen",
        "a|b", "regel<br>regel", "fiets", "evenwicht", "1 april 2026", "1 = niet",
    ):  # fmt: skip
        assert words in text, words


def test_a_note_has_its_words_and_day() -> None:
    text = page(NOTE)
    assert "<em>dag</em>" in text
    assert "over 1 maart 2026" in text


def test_private_passages_stay_at_home() -> None:
    note = NOTE._replace(title="Geheim", texts=("%%Geheim%% open",))
    entry = full({AnswerKey("start"): Value("%%Geheim%%")})
    assert "Geheim" not in page(note, entry)
    assert "Geheim" in page(note, entry, with_private=True)


def test_a_title_is_text() -> None:
    assert "<b>" not in page(NOTE._replace(title="<b>vet</b>"))


def test_pictures_of_chosen_cards_travel_along(tmp_path: Path) -> None:
    found = outline(page(full(), library=with_pictures(tmp_path)))
    pictures = [attrs for tag, attrs in found.tags if tag == "img"]
    # Two were chosen, one of them is also put in order.
    assert len(pictures) == 3
    assert all(str(p["src"]).startswith("data:image/svg+xml;base64,") for p in pictures)
    assert pictures[0]["alt"] == "Een brug van steen over stil water"


@pytest.mark.parametrize("source", ["<svg><script>x</script></svg>", "geen plaatje", ""])
def test_a_picture_that_may_not_be_shown_is_left_out(tmp_path: Path, source: str) -> None:
    assert "<img" not in page(full(), library=with_pictures(tmp_path, source))


def test_a_block_that_is_gone_says_so() -> None:
    later = replace(full_exercise(), blocks=full_exercise().blocks[1:])
    text = page(Readable(full_entry(), later, 1))
    assert "eerdere versie" in text


def test_an_entry_outlives_its_exercise() -> None:
    text = page(Readable(full_entry(), None, 1), library=Library())
    assert "<strong>5</strong>" in text
    assert outline(text)


def test_a_look_back_day_without_text_is_shown() -> None:
    values = {AnswerKey("voornemen", "date"): Value(day=date(2027, 1, 5))}
    assert "5 januari 2027" in page(full(values))
