# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The shipped word lists: in order, with their licence, up to date and read as meant."""

from pathlib import Path

import pytest

from logbook.content.word_lists import load_knowledge, read_words
from logbook.core.errors import FileUnreadable
from logbook.core.trace import Knowledge
from logbook.paths import word_lists_folder
from scripts.make_word_list import field_words

FOLDER = word_lists_folder()
LISTS = sorted(path.name for path in FOLDER.glob("*.txt") if not path.name.startswith("LICENSE"))


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge(FOLDER)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_in_order_without_doubles_and_says_where_it_is_from(name: str) -> None:
    words = read_words(FOLDER / name)
    assert list(words) == sorted(set(words), key=lambda word: (word.casefold(), word))
    head = (FOLDER / name).read_text(encoding="utf-8").split(words[0])[0]
    assert "licentie" in head
    assert name in (FOLDER / "README.md").read_text(encoding="utf-8")


def test_the_dictionary_is_there_with_its_licence() -> None:
    licence = (FOLDER / "LICENSE-OpenTaal.txt").read_text(encoding="utf-8")
    assert "Revised BSD License" in licence
    assert "OpenTaal" in (FOLDER / "nl.aff").read_text(encoding="utf-8")[:500]
    assert (FOLDER / "nl.dic").stat().st_size > 2_000_000


def test_the_words_of_the_field_are_up_to_date() -> None:
    listed = list(read_words(FOLDER / "vakwoorden.txt"))
    assert field_words() == listed, "run `python -m scripts.make_word_list` and read what came"


def test_names_places_and_words_are_kept_apart(knowledge: Knowledge) -> None:
    assert "gesprek" in knowledge.words
    assert {"Samira", "Terpstra"} <= knowledge.surnames
    assert "Oudewater" in knowledge.capitals
    assert not {"Woerden", "Oudewater"} & knowledge.surnames
    assert "ijs" in knowledge.words
    assert "Den Haag" in knowledge.large_places
    assert len(knowledge.first_names) > 1000
    assert len(knowledge.large_places | knowledge.small_places) > 700


def test_no_place_is_both_large_and_small(knowledge: Knowledge) -> None:
    assert not knowledge.large_places & knowledge.small_places


def test_a_missing_list_says_which(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        load_knowledge(tmp_path)
