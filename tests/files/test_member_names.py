# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.files.member_names import DEPTH, NameRefused, check_name, check_together

GOOD = ("a.md", "exercises/01-begin/proef.md", "één/Größe.svg", "a b/c.md", "comma/null.md")
BAD = [
    ("../a.md", "out"),
    ("a/../../b.md", "out"),
    ("a/./b.md", "out"),
    ("/etc/passwd", "out"),
    ("//server/share", "out"),
    ("C:/a.md", "out"),
    ("c:a.md", "out"),
    ("~/a.md", "out"),
    ("a\\b.md", "out"),
    ("..\\a.md", "out"),
    ("", "out"),
    ("a//b.md", "name"),
    ("a\0.md", "name"),
    ("a\n.md", "name"),
    ("a\u202egnp.md", "name"),
    ("a\u200b.md", "name"),
    (".hidden.md", "name"),
    ("a/.git/config", "name"),
    ("a./b.md", "name"),
    ("a.md.", "name"),
    ("a.md ", "name"),
    (" a.md", "name"),
    ("a:b.md", "out"),
    ("file.md:stream", "name"),
    ('a"b.md', "name"),
    ("a?.md", "name"),
    ("x" * 101, "name"),
    ("CON", "reserved"),
    ("a/nul.md", "reserved"),
    ("aux.tar.md", "reserved"),
    ("com1.md", "reserved"),
    ("LPT¹.md", "reserved"),
    ("con .md", "reserved"),
    ("/".join("a" * (DEPTH + 1)), "deep"),
]
ALIKE = [
    ("a/B.md", "a/b.md"),
    ("A/x.md", "a/y.md"),
    ("caf\u00e9.md", "cafe\u0301.md"),
    ("stra\u00dfe.md", "strasse.md"),
    ("\ufb01n.md", "fin.md"),
    ("a", "a/b.md"),
    ("a/b.md", "A"),
]


@pytest.mark.parametrize("name", GOOD)
def test_an_ordinary_name_is_taken(name: str) -> None:
    check_name(name)


@pytest.mark.parametrize(("name", "reason"), BAD)
def test_an_unsafe_name_is_refused(name: str, reason: str) -> None:
    with pytest.raises(NameRefused) as refused:
        check_name(name)
    assert refused.value.reason == reason


@pytest.mark.parametrize("names", ALIKE)
def test_names_that_some_systems_take_for_one_are_refused(names: tuple[str, str]) -> None:
    with pytest.raises(NameRefused) as refused:
        check_together(names)
    assert (refused.value.reason, refused.value.fact) == ("double", names[1])


def test_names_in_one_folder_stand_together() -> None:
    check_together(["a/x.md", "a/y.md", "a/b/x.md"])


@given(st.text(max_size=40))
def test_a_name_that_is_taken_stays_below_its_folder(name: str) -> None:
    try:
        check_name(name)
    except NameRefused:
        return
    parts = name.split("/")
    assert all(part and part not in (".", "..") for part in parts)
    assert "\\" not in name
    assert ":" not in name
