# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Spelling with the real dictionary, and without the binding."""

import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.core.errors import FileNotWritten
from logbook.paths import word_lists_folder
from logbook.services.spelling import Spelling


@pytest.fixture(scope="module")
def spelling(tmp_path_factory: pytest.TempPathFactory) -> Spelling:
    return Spelling(word_lists_folder(), tmp_path_factory.mktemp("config") / "woorden.txt")


def own(tmp_path: Path) -> Spelling:
    return Spelling(word_lists_folder(), tmp_path / "config" / "woorden.txt")


def unknown(spelling: Spelling, text: str, *, skip_names: bool = False) -> list[str]:
    return [text[a:b] for a, b in spelling.check(text, skip_names=skip_names)]


def test_nothing_is_loaded_until_it_is_asked_for(tmp_path: Path) -> None:
    spelling = own(tmp_path)
    assert spelling.available
    assert not spelling.ready
    assert spelling.load()
    assert spelling.ready


@pytest.mark.parametrize(
    "text",
    [
        "Gisteren vertelde ze over haar ideeën, foto’s en foto's.",
        "’s Avonds at ik ’t restje op; zo’n dag was het.",
        "**Vet**, _schuin_ en `coode` met een [link](entry:asdfjkl) erin.",
        "%%Alleen voor mij%% en niet voor jou.",
        "# Kop\n\n- punt\n1. eerst\n> vraag\n\n| cel | cel |",
        "Mail xqzw@vrbld.nl of kijk op https://xqzw.nl/qwrt en www.xqzw.nl.",
        "@xqzw en #xqzwt en bestandxq.nl",
        "In 2026 was het 3x, A4, 1e en abc123xq.",
        "De GGZ, het UWV en de STARR-methode.",
        "Een zelfreflectieverslag met hulpvraagverheldering.",
        "Bijv. dit, o.a. dat, d.w.z. niets.",
        "en/of, ik-boodschap, taak- en rolverdeling",
        "ĳs en ijs, IJsland",
    ],
)
def test_good_text_has_no_unknown_words(spelling: Spelling, text: str) -> None:
    assert unknown(spelling, text) == []


def test_ranges_are_those_of_the_unknown_words(spelling: Spelling) -> None:
    assert unknown(spelling, "Ik had een gesprk. 😀 Dat vindt ik gespanend.") == [
        "gesprk",
        "gespanend",
    ]


def test_names_inside_a_sentence_can_be_left_out(spelling: Spelling) -> None:
    text = "Gesprk met Xqzwana."
    assert unknown(spelling, text) == ["Gesprk", "Xqzwana"]
    assert unknown(spelling, text, skip_names=True) == ["Gesprk"]


def test_at_most_six_suggestions(spelling: Spelling) -> None:
    assert spelling.suggest("gesprk")[0] == "gesprek"
    assert 0 < len(spelling.suggest("bijv")) <= 6
    assert spelling.suggest("x" * 200) == ()


def test_a_suggestion_keeps_the_shape_of_the_apostrophe(spelling: Spelling) -> None:
    assert any("’" in word for word in spelling.suggest("foto’ss"))
    assert not any("'" in word for word in spelling.suggest("foto’ss"))


def test_a_learned_word_is_known_from_then_on_and_kept(tmp_path: Path) -> None:
    first = own(tmp_path)
    assert unknown(first, "een xqzwt") == ["xqzwt"]
    first.learn("xqzwt")
    first.learn("foto’sjq")
    assert unknown(first, "een xqzwt, foto's") == []
    second = own(tmp_path)
    assert second.own_words() == ("foto'sjq", "xqzwt")
    assert unknown(second, "Xqzwt en foto’sjq") == []


def test_a_forgotten_word_is_unknown_again(tmp_path: Path) -> None:
    spelling = own(tmp_path)
    spelling.learn("xqzwt")
    assert unknown(spelling, "xqzwt") == []
    spelling.forget("xqzwt")
    assert unknown(spelling, "xqzwt") == ["xqzwt"]
    assert own(tmp_path).own_words() == ()


def test_words_the_user_wrote_in_the_list_stay(tmp_path: Path) -> None:
    file = tmp_path / "config" / "woorden.txt"
    file.parent.mkdir()
    file.write_bytes(
        "\ufeffqwertx\r\n# uitleg\n\ntwee woorden\n\xffx\n".encode("latin-1", "replace")
    )
    spelling = own(tmp_path)
    spelling.learn("xqzwt")
    assert set(spelling.own_words()) >= {"xqzwt"}
    assert "twee woorden" not in spelling.own_words()


@pytest.mark.parametrize("word", ["", "twee woorden", "a\nb", "12", "x" * 81])
def test_only_a_word_can_be_learned(tmp_path: Path, word: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        own(tmp_path).learn(word)


def test_a_list_that_cannot_be_kept_says_so(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("in de weg")
    spelling = own(tmp_path)
    with pytest.raises(FileNotWritten):
        spelling.learn("xqzwt")
    assert unknown(spelling, "xqzwt") == ["xqzwt"]


def absent(folder: Path) -> object:
    raise ImportError(str(folder))


def test_without_the_binding_nothing_is_unknown(tmp_path: Path) -> None:
    spelling = Spelling(word_lists_folder(), tmp_path / "woorden.txt", binding=absent)  # type: ignore[arg-type]
    assert spelling.check("gesprk") == ()
    assert not spelling.available
    assert spelling.suggest("gesprk") == ()
    spelling.learn("xqzwt")
    assert spelling.own_words() == ("xqzwt",)
    spelling.forget("xqzwt")
    assert spelling.own_words() == ()


def test_without_a_dictionary_it_is_not_available(tmp_path: Path) -> None:
    spelling = Spelling(tmp_path, tmp_path / "woorden.txt")
    assert not spelling.available
    assert spelling.check("gesprk") == ()


@given(st.text(max_size=80))
def test_any_text_gives_ranges_in_order(spelling: Spelling, text: str) -> None:
    ranges = spelling.check(text)
    assert all(0 <= start < end <= len(text) for start, end in ranges)
    assert list(ranges) == sorted(ranges)


def test_a_word_without_end_is_no_word(spelling: Spelling) -> None:
    assert spelling.check("x" * 100_000 + " gesprk") == ((100_001, 100_007),)


def test_several_threads_may_ask_at_once(tmp_path: Path) -> None:
    spelling, found = own(tmp_path), []
    threads = [
        threading.Thread(target=lambda: found.append(spelling.check("een gesprk")))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [((4, 10),)] * 4
