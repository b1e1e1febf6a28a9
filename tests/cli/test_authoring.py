# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_new_exercise_is_written_and_passes_the_check(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "nee-zeggen.md"
    done = run("exercises", "new", str(file), "--title", "Nee zeggen", "--chapter", "4")
    assert (done.code, done.out) == (0, f"{file}\n")
    assert "logbook exercises preview" in done.err
    assert run("exercises", "check", str(file)).code == 0


def test_new_exercise_without_a_path_is_in_the_list(run: Run) -> None:
    assert run("exercises", "new", "--title", "Mijn eigen vraag").code == 0
    assert "mijn-eigen-vraag" in run("exercises", "list").out


@pytest.mark.parametrize("option", ["template", "extra"])
def test_new_one_of_another_sort(run: Run, option: str) -> None:
    done = run("exercises", "new", f"--{option}")
    assert done.code == 0
    assert run("exercises", "check", done.out.strip()).code == 0


def test_what_cannot_be_is_one_sentence(run: Run, tmp_path: Path) -> None:
    done = run("exercises", "new", str(tmp_path / "Hoofdletters.md"))
    assert (done.code, done.out) == (1, "")
    assert done.err.count("\n") == 1
    assert "hoofdletters.md" in done.err


def test_template_and_extra_do_not_go_together(run: Run) -> None:
    done = run("exercises", "new", "--template", "--extra")
    assert done.code == 2
    assert "gaan niet samen" in done.err
