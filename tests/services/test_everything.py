# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT

from __future__ import annotations

from collections.abc import Iterator

import pytest

from logbook.bootstrap import Services, open_services
from logbook.core.query import parse
from logbook.paths import find_paths


@pytest.fixture
def services() -> Iterator[Services]:
    opened = open_services(find_paths(), create=True)
    yield opened
    opened.close()


def titles(services: Services, *words: str, limit: int = 6) -> list[str]:
    everything = services.everything
    found = everything.titles(everything.next_turn(), words, limit)
    assert found is not None
    return [summary.title for summary in found]


def add(services: Services, *texts: str) -> None:
    for text in texts:
        services.writing.add_note(text)


def test_titles_that_begin_so_come_first_and_the_newest_before_older(services: Services) -> None:
    add(services, "Grens bewaken", "Over een grens", "Grenzen aangeven", "Iets anders")
    assert titles(services, "gren") == ["Grenzen aangeven", "Grens bewaken", "Over een grens"]


def test_every_word_must_begin_a_word_of_the_title(services: Services) -> None:
    add(services, "Een gesprek over grenzen", "Een gesprek over werk")
    assert titles(services, "gesp", "gren") == ["Een gesprek over grenzen"]


def test_only_titles_are_looked_in(services: Services) -> None:
    add(services, "Maandag\nEen lang gesprek.")
    assert titles(services, "gesprek") == []


def test_one_letter_finds_the_newest(services: Services) -> None:
    add(services, "Grens", "Zee", "\N{LATIN CAPITAL LETTER E WITH ACUTE}\N{LATIN SMALL LETTER E}n")
    assert titles(services, "z") == ["Zee"]
    assert titles(services, "e") == ["\u00c9en"]
    assert titles(services, "q") == []


def test_no_more_than_were_asked_for(services: Services) -> None:
    add(services, *(f"Gesprek {number}" for number in range(5)))
    assert titles(services, "gesprek", limit=2) == ["Gesprek 4", "Gesprek 3"]
    assert titles(services, "g", limit=2) == ["Gesprek 4", "Gesprek 3"]


def test_bin_is_left_out(services: Services) -> None:
    entry = services.writing.add_note("Gesprek")
    services.writing.move_to_bin(entry.id)
    assert titles(services, "gesprek") == titles(services, "g") == []


def test_beginning_of_many_words_is_looked_for_in_titles_too(services: Services) -> None:
    many = " ".join(f"ver{chr(97 + n)}{chr(97 + m)}" for n in range(10) for m in range(10))
    add(services, "Vertrouwen groeit", f"Maandag\n{many}", "Over vertrouwen")
    assert titles(services, "ver") == ["Vertrouwen groeit", "Over vertrouwen"]
    assert titles(services, "over", "ver") == ["Over vertrouwen"]
    assert titles(services, "vertrouwen", "gr") == ["Vertrouwen groeit"]


def test_titles_that_begin_so_are_found_behind_many_newer(services: Services) -> None:
    add(services, "Grenzen stellen", *(f"Over grenzen {number}" for number in range(130)))
    assert titles(services, "grenzen")[0] == "Grenzen stellen"
    assert titles(services, "grenzen", "st") == ["Grenzen stellen"]


def test_texts_are_searched_beside_titles(services: Services) -> None:
    add(services, "Maandag\nEen lang gesprek.")
    everything = services.everything
    page = everything.find(everything.next_turn(), parse("gesprek"))
    assert page is not None
    assert page.total == 1
    assert everything.find(0, parse("gesprek")) is None
    everything.close()
    assert titles(services, "maandag") == ["Maandag"]


def test_older_turn_gives_nothing(services: Services) -> None:
    everything = services.everything
    turn = everything.next_turn()
    everything.next_turn()
    assert everything.titles(turn, ("gesprek",)) is None
    assert everything.named(turn) is None


def test_what_has_a_name(services: Services) -> None:
    entry = services.writing.add_note("Gesprek")
    services.labels.give([entry.id], ["grenzen"])
    services.goals.create("Langer stil zijn.")
    services.organising.save_search("Dit jaar", "na:2026")
    named = services.everything.named(services.everything.next_turn())
    assert named is not None
    assert [each.label.name for each in named.labels] == ["grenzen"]
    assert [line.goal.text for line in named.goals] == ["Langer stil zijn."]
    assert [search.query for search in named.searches] == ["na:2026"]
