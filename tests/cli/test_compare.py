# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`compare`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

EXERCISE = "mijn-referentiekader"


def write_round(run: Run, words: str, *, close: bool = True) -> None:
    form = f"# x {{#{EXERCISE}}}\n\n## y {{#guiding}}\n\n### z {{#view-of-guiding}}\n\n{words}\n"
    closing = ("--close",) if close else ()
    done = run("answer", EXERCISE, "--from", "-", *closing, given=form.encode())
    assert done.code == 0, done.err


@pytest.fixture
def three(run: Run) -> Run:
    for words in ("voor iemand zorgen", "naast iemand staan %%stil%%", "samen kijken"):
        write_round(run, words)
    return run


def test_the_first_and_last_rounds_as_text(three: Run) -> None:
    done = three("compare", EXERCISE)
    assert done.code == 0
    assert "voor iemand zorgen" in done.out
    assert "samen kijken" in done.out
    assert "naast iemand" not in done.out
    assert "weggelaten" in done.err


def test_chosen_rounds_one_block_and_private_passages(three: Run) -> None:
    done = three("compare", EXERCISE, "--rounds", "1,2", "--block", "guiding", "--with-private")
    assert "naast iemand staan %%stil%%" in done.out
    assert "Ronde 2" in done.out
    assert done.err == ""


def test_a_page_in_a_file(three: Run, tmp_path: Path) -> None:
    path = tmp_path / "pagina.html"
    done = three("compare", EXERCISE, "--format", "html", "-o", str(path))
    assert (done.code, done.out) == (0, "")
    assert f"Bewaard in {path}." in done.err
    assert "samen kijken" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("numbers", ["1,9", "1,2,3,4,5,6"])
def test_rounds_that_are_not_there_are_told(three: Run, numbers: str) -> None:
    done = three("compare", EXERCISE, "--rounds", numbers)
    assert (done.code, done.out) == (1, "")
    assert "3 rondes" in done.err


def test_what_cannot_be_compared_is_told(run: Run) -> None:
    write_round(run, "een keer")
    assert "vanaf twee" in run("compare", EXERCISE).err
    assert run("compare", "weegschaal-bij-een-casus").code == 1
    assert "bestaat" in run("compare", "nergens").err or run("compare", "nergens").code == 1
    assert run("compare", EXERCISE, "--rounds", "een").code == 2


@pytest.mark.parametrize("block", ["x", "helping"])
def test_a_block_without_anything_is_told_in_one_sentence(
    three: Run, tmp_path: Path, block: str
) -> None:
    path = tmp_path / "pagina.html"
    done = three("compare", EXERCISE, "--block", block, "-o", str(path))
    assert (done.code, done.out) == (1, "")
    assert block in done.err
    assert done.err.count(".") == 1
    assert not path.exists()
