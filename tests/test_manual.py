# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The manual for authors cannot go stale: its examples load, and its pictures are of them."""

import re
from pathlib import Path

import pytest

from logbook.content.headers import MODELS
from logbook.core.exercise import BlockKind, Exercise, RunningSettings
from logbook.core.library import Library
from logbook.core.text import slug
from logbook.paths import Paths, find_paths
from logbook.services.content import ContentService
from scripts.manual.examples import (
    FIRST,
    PAGES,
    PICTURES,
    Manual,
    exercise_id,
    kept_hashes,
    lay_out,
    picture_hash,
    read_manual,
    with_mistakes,
)
from scripts.manual.shots import hashes, shots
from scripts.manual.words import WORDS

MEND = "run `make images` (or `python -m scripts.make_images manual`) and look at the pictures"
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?P<file>[^)#:\s]*)(?:#(?P<anchor>[^)\s]+))?\)")
_FENCED = re.compile(r"^ *```.*?^ *```$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"`[^`\n]+`")


@pytest.fixture(scope="module")
def manual() -> Manual:
    return read_manual()


@pytest.fixture
def paths(manual: Manual) -> Paths:
    """The folders of an author who copied every example."""
    found = find_paths()
    lay_out(manual, found.own_exercises)
    return found


@pytest.fixture
def library(paths: Paths) -> Library:
    return ContentService(paths).library()


def example(library: Library, name: str) -> Exercise:
    found = library.exercise(exercise_id(name))
    assert found is not None, name
    return found


def test_every_example_passes_the_check(manual: Manual, paths: Paths) -> None:
    checked, problems = ContentService(paths).check([paths.own_exercises])
    assert problems == ()
    assert checked == len(manual.examples) + len(manual.files)


def test_every_kind_of_block_has_an_example(manual: Manual, library: Library) -> None:
    last = [example(library, name).blocks[-1] for name in manual.examples]
    assert {block.kind for block in last} == set(BlockKind)
    assert any(
        block.kind is BlockKind.TEXT and isinstance(block.settings, RunningSettings)
        for block in last
    )


def test_an_example_is_named_after_what_it_shows(manual: Manual, library: Library) -> None:
    for name in manual.examples:
        if name in set(BlockKind):
            assert example(library, name).blocks[-1].kind.value == name


def test_what_is_filled_in_has_its_place(library: Library) -> None:
    for name, answers in WORDS.items():
        source = shots(read_manual())[name].source
        known = {(block.id, prompt.id) for block, prompt in example(library, source).walk()}
        assert {(key.block, key.prompt) for key in answers} <= known, name


def test_every_picture_is_in_the_manual(manual: Manual) -> None:
    made = {PICTURES / f"{name}.png" for name in shots(manual)}
    assert set(manual.pictures) == made
    assert all(manual.pictures.values()), "a picture without words beside it"
    assert set(PICTURES.glob("*.png")) == made, MEND
    assert all(path.stat().st_size < 150_000 for path in made)


def test_every_picture_is_of_its_example_as_it_is_now(manual: Manual) -> None:
    kept, now = kept_hashes(), hashes(manual)
    changed = sorted(name for name in kept.keys() | now if kept.get(name) != now.get(name))
    assert changed == [], MEND


def test_a_picture_is_out_of_date_when_what_its_example_names_changes(manual: Manual) -> None:
    page = "resources/choosers/plek-van-gesprek.md"
    other = manual._replace(files={**manual.files, page: manual.files[page] + "\nMeer.\n"})
    assert picture_hash(other, "chooser", ()) != picture_hash(manual, "chooser", ())
    assert picture_hash(other, "scale", ()) == picture_hash(manual, "scale", ())


def test_the_mistakes_are_told_as_the_manual_says(manual: Manual, paths: Paths) -> None:
    file = paths.own_exercises / FIRST
    file.write_text(with_mistakes(manual.files[FIRST]), encoding="utf-8")
    _, problems = ContentService(paths).check([file])
    assert [str(problem) for problem in problems] == manual.output.splitlines()


def test_every_key_of_the_header_is_explained() -> None:
    text = PAGES[0].read_text(encoding="utf-8")
    explained = re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)
    assert explained == list(MODELS["exercise"].model_fields)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for link in _LINK.finditer(_CODE.sub("", _FENCED.sub("", page.read_text(encoding="utf-8")))):
        target = page.parent / link["file"] if link["file"] else page
        assert target.is_file(), link[0]
        if link["anchor"]:
            headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert link["anchor"] in {slug(heading) for heading in headings}, link[0]
