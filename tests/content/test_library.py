# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
import os
import subprocess
import sys
from pathlib import Path

import pytest

from logbook.content.library import ContentFolder, load_library
from logbook.content.sentences import Mistake
from logbook.core.library import Library
from tests.content import folder_mistakes
from tests.content.builders import (
    SAFE_SVG,
    chapter_text,
    deck_text,
    exercise_text,
    page_text,
    small_library,
    write,
)
from tests.content.mistakes import is_said


def load(root: Path, files: dict[str, str] | None = None) -> Library:
    folder = small_library(root)
    write(root, files or {})
    return load_library([folder], cache=None)


def said(library: Library, mistake: Mistake) -> list[tuple[str, int]]:
    return [(p.path, p.line) for p in library.problems if is_said(mistake, p.message)]


def test_every_place_gives_its_role(tmp_path: Path) -> None:
    library = load(tmp_path)
    assert library.problems == ()
    assert [chapter.number for chapter in library.chapters] == [1]
    assert set(library.exercises) == {"proef", "bij-een-model"}
    assert library.exercises["bij-een-model"].extra
    assert set(library.templates) == {"losse-notitie"}
    assert library.templates["losse-notitie"].template
    assert set(library.decks) == {"woorden", "platen"}
    assert set(library.pages) == {"models/weegschaal", "lists/kwaliteiten"}


def test_values_know_their_files(tmp_path: Path) -> None:
    library = load(tmp_path)
    assert library.exercises["proef"].path == str(tmp_path / folder_mistakes.PROEF)
    assert library.chapters[0].path.endswith("exercises/01-begin/chapter.md")
    assert library.decks["platen"].cards[0].picture == str(tmp_path / folder_mistakes.BRUG)
    assert library.decks["woorden"].cards[0].picture == ""


def name_of(value: object) -> str:
    return value.name if isinstance(value, Mistake) else ""


@pytest.mark.parametrize(("mistake", "files", "path", "line"), folder_mistakes.CASES, ids=name_of)
def test_mistake_among_files_is_told_at_its_place(
    tmp_path: Path, mistake: Mistake, files: dict[str, str], path: str, line: int
) -> None:
    library = load(tmp_path, files)
    assert (path, line) in said(library, mistake), library.problems


def test_file_with_a_mistake_is_left_out_and_the_others_load(tmp_path: Path) -> None:
    library = load(tmp_path, {"exercises/01-begin/stuk.md": exercise_text("stuk", "geen blok")})
    assert {problem.path for problem in library.problems} == {"exercises/01-begin/stuk.md"}
    assert "stuk" not in library.exercises
    assert "proef" in library.exercises


def test_link_to_a_page_with_mistakes_is_not_a_second_mistake(tmp_path: Path) -> None:
    files = {
        **folder_mistakes.proef("## V {#v}\n[t](naslag:models/weegschaal)\n"),
        folder_mistakes.MODEL: "stuk",
    }
    library = load(tmp_path, files)
    assert {problem.path for problem in library.problems} == {folder_mistakes.MODEL}
    assert "proef" in library.exercises


def test_recall_of_an_exercise_with_mistakes_is_not_a_second_mistake(tmp_path: Path) -> None:
    files = {
        "exercises/01-begin/later.md": exercise_text("later", "## V {#v .recall of=proef#x}\n"),
        **folder_mistakes.proef("geen blok"),
    }
    assert "later" in load(tmp_path, files).exercises


def test_recall_may_name_another_or_the_same_exercise(tmp_path: Path) -> None:
    body = "## V {#v}\n## W {#w .recall of=proef#vraag}\n## X {#x .recall of=v}\n"
    files = {"exercises/01-begin/later.md": exercise_text("later", body)}
    library = load(tmp_path, files)
    assert library.problems == ()
    assert library.exercises["later"].blocks[2].settings.exercise == "later"  # type: ignore[union-attr]


def test_own_folder_is_added_and_may_use_shipped_decks(tmp_path: Path) -> None:
    shipped = small_library(tmp_path / "shipped")
    body = "## V {#v .cards deck=woorden pick=1}\n[t](naslag:models/weegschaal)\n"
    write(tmp_path / "own", {"exercises/mijn/eigen.md": exercise_text("eigen", body)})
    own = ContentFolder(tmp_path / "own" / "exercises", None, own=True)
    library = load_library([shipped, own], cache=None)
    assert library.problems == ()
    assert library.exercises["eigen"].own
    assert not library.exercises["proef"].own
    assert [e.id for e in library.of_chapter(1)] == ["eigen", "proef"]


def test_own_exercise_with_a_shipped_id_names_both_files(tmp_path: Path) -> None:
    shipped = small_library(tmp_path / "shipped")
    write(tmp_path / "own", {"exercises/mijn/proef.md": exercise_text("proef")})
    own = ContentFolder(tmp_path / "own" / "exercises", None, own=True)
    library = load_library([shipped, own], cache=None)
    assert [str(p) for p in library.problems] == [
        "exercises/mijn/proef.md:1: proef bestaat al in exercises/01-begin/proef.md "
        "(meegeleverd). Geef deze een andere id."
    ]
    assert not library.exercises["proef"].own


def test_own_deck_and_chapter_are_added(tmp_path: Path) -> None:
    shipped = small_library(tmp_path / "shipped")
    body = "## V {#v .cards deck=dieren pick=1}\n"
    write(
        tmp_path / "own",
        {
            "exercises/11-eigen/chapter.md": chapter_text(11),
            "exercises/11-eigen/eigen.md": exercise_text("eigen", body, 11),
            "exercises/decks/dieren/deck.md": deck_text("dieren", "| uil | Uil | Wakker. |\n"),
        },
    )
    own = ContentFolder(tmp_path / "own" / "exercises", None, own=True)
    library = load_library([shipped, own], cache=None)
    assert library.problems == ()
    assert [chapter.number for chapter in library.chapters] == [1, 11]


def test_missing_own_folder_is_no_mistake_and_a_missing_shipped_one_is(tmp_path: Path) -> None:
    own = ContentFolder(tmp_path / "none", None, own=True)
    assert load_library([own], cache=None) == Library()
    library = load_library([own._replace(own=False)], cache=None)
    assert said(library, Mistake.FOLDER_MISSING) == [("none", 0)]


def test_hidden_files_and_read_me_are_ignored(tmp_path: Path) -> None:
    names = ("README.md", "01-begin/.verborgen.md", ".git/x.md", "01-begin/leesmij.md", "a.txt")
    assert load(tmp_path, {f"exercises/{name}": "stuk" for name in names}).problems == ()


def test_order_of_exercises_is_chapter_order_id(tmp_path: Path) -> None:
    ordered = exercise_text("eerst").replace("version: 1", "version: 1\norder: 1")
    files = {
        "exercises/01-begin/eerst.md": ordered,
        "exercises/01-begin/alfa.md": exercise_text("alfa"),
    }
    library = load(tmp_path, files)
    assert list(library.exercises) == ["eerst", "alfa", "proef", "bij-een-model"]


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\x00\x01\x02" * 100, b"caf\xe9"])
def test_binary_file_is_told_and_left_out(tmp_path: Path, content: bytes) -> None:
    folder = small_library(tmp_path)
    (tmp_path / folder_mistakes.PROEF).write_bytes(content)
    library = load_library([folder], cache=None)
    assert {problem.path for problem in library.problems} == {folder_mistakes.PROEF}
    assert all(problem.message for problem in library.problems)


def test_file_that_is_not_utf8_says_so(tmp_path: Path) -> None:
    folder = small_library(tmp_path)
    (tmp_path / folder_mistakes.PROEF).write_bytes("één".encode("latin-1"))
    library = load_library([folder], cache=None)
    assert said(library, Mistake.FILE_NOT_TEXT) == [(folder_mistakes.PROEF, 0)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_named_pipes_are_told_and_never_waited_for(tmp_path: Path) -> None:
    folder = small_library(tmp_path)
    os.mkfifo(tmp_path / "exercises/01-begin/pijp.md")
    (tmp_path / folder_mistakes.BRUG).unlink()
    os.mkfifo(tmp_path / folder_mistakes.BRUG)
    library = load_library([folder], cache=None)
    assert said(library, Mistake.FILE_UNREADABLE) == [("exercises/01-begin/pijp.md", 0)]
    assert said(library, Mistake.PICTURE_UNREADABLE) == [(folder_mistakes.PLATEN, 15)]


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("exercises/01-begin/geheim.md", "secret.md"),
        ("exercises/02-weg", "secret"),
        ("exercises/decks/weg", "secret"),
    ],
)
def test_link_out_of_the_folder_is_told_and_not_followed(
    tmp_path: Path, link: str, target: str
) -> None:
    folder = small_library(tmp_path / "shipped")
    write(tmp_path, {"secret.md": exercise_text("secret"), "secret/a.md": exercise_text("a")})
    (tmp_path / "shipped" / link).symlink_to(tmp_path / target)
    library = load_library([folder], cache=None)
    assert said(library, Mistake.FILE_LINK_OUTSIDE) == [(link, 0)]
    assert {"secret", "a"}.isdisjoint(library.exercises)


def test_picture_that_links_out_is_told(tmp_path: Path) -> None:
    folder = small_library(tmp_path / "shipped")
    write(tmp_path, {"buiten.svg": SAFE_SVG})
    picture = tmp_path / "shipped" / folder_mistakes.BRUG
    picture.unlink()
    picture.symlink_to(tmp_path / "buiten.svg")
    library = load_library([folder], cache=None)
    assert said(library, Mistake.FILE_LINK_OUTSIDE) == [(folder_mistakes.PLATEN, 15)]


def test_links_that_go_round_do_no_harm(tmp_path: Path) -> None:
    folder = small_library(tmp_path)
    (tmp_path / "exercises/01-begin/rond.md").symlink_to("rond.md")
    (tmp_path / "exercises/03-rond").symlink_to("../exercises")
    library = load_library([folder], cache=None)
    assert "proef" in library.exercises


def test_page_of_the_root_has_its_name_as_target(tmp_path: Path) -> None:
    library = load(tmp_path, {"resources/bibliography.md": page_text("bibliography", "list")})
    assert library.pages["bibliography"].title == "Een blad"


def test_exercise_may_take_its_options_from_a_list(tmp_path: Path) -> None:
    library = load(tmp_path, folder_mistakes.proef("## V {#v .choice list=kwaliteiten}\n"))
    options = library.exercises["proef"].blocks[0].prompts[0].options
    assert [option.text for option in options] == ["rust", "humor"]


def test_folder_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = small_library(tmp_path)
    scandir = os.scandir

    def refusing(path: Path) -> object:
        if path.name == "01-begin":
            raise PermissionError(13, "refused")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    library = load_library([folder], cache=None)
    assert said(library, Mistake.FILE_UNREADABLE) == [("exercises/01-begin", 0)]


# --- cache

CODE = """
import sys
from pathlib import Path
from logbook.content.library import ContentFolder, load_library
root = Path(sys.argv[1])
folder = ContentFolder(root / "exercises", root / "resources", own=False)
library = load_library([folder], cache=root / "cache.json")
assert len(library.exercises) == 2, library.problems
slow = {"yaml", "pydantic", "markdown", "difflib", "xml.parsers.expat", "tempfile", "PySide6"}
print(*sorted(slow & set(sys.modules)))
"""


def modules_after_loading(root: Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(root)], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_second_start_loads_no_yaml_pydantic_or_markdown(tmp_path: Path) -> None:
    small_library(tmp_path)
    assert {"yaml", "pydantic"} <= modules_after_loading(tmp_path)
    again = modules_after_loading(tmp_path)
    assert again.isdisjoint({"yaml", "pydantic", "markdown", "difflib", "xml.parsers.expat"})


def test_changed_header_is_checked_again(tmp_path: Path) -> None:
    folder = small_library(tmp_path)
    cache = tmp_path / "cache.json"
    assert load_library([folder], cache=cache).problems == ()
    write(tmp_path, {folder_mistakes.PROEF: exercise_text("proef").replace("goal", "gaol")})
    assert len(load_library([folder], cache=cache).problems) == 2


def test_mistakes_are_the_same_from_the_cache(tmp_path: Path) -> None:
    folder = small_library(tmp_path)
    write(
        tmp_path, {folder_mistakes.PROEF: "---\nid: x\nid: y\n---\n", folder_mistakes.BRUG: "<a/>"}
    )
    cache = tmp_path / "cache.json"
    first = load_library([folder], cache=cache)
    assert first.problems
    assert load_library([folder], cache=cache) == first


def test_text_without_mistakes_reads_the_same_from_the_cache(tmp_path: Path) -> None:
    folder = small_library(tmp_path)
    body = "!!! tip\n    Zie [dit](naslag:models/weegschaal).\n\n## V {#v}\n\n[w](answer:v)\n"
    write(tmp_path, {folder_mistakes.PROEF: exercise_text("proef", body)})
    cache = tmp_path / "cache.json"
    first = load_library([folder], cache=cache)
    assert load_library([folder], cache=cache) == first
    (tmp_path / folder_mistakes.MODEL).unlink()
    assert load_library([folder], cache=cache) == load_library([folder], cache=None)


def test_changed_picture_is_checked_again(tmp_path: Path) -> None:
    folder = small_library(tmp_path)
    cache = tmp_path / "cache.json"
    load_library([folder], cache=cache)
    write(tmp_path, {folder_mistakes.BRUG: "<svg><script/></svg>"})
    assert "platen" not in load_library([folder], cache=cache).decks


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\xff\xfe",
        b"{}",
        b"[" * 100_000,
        b'0\n{"format": 1, "program": "0", "kept": {"header": {"values": 7}}}\n',
    ],
)
def test_damaged_cache_is_ignored_and_written_anew(tmp_path: Path, damage: bytes) -> None:
    folder = small_library(tmp_path)
    cache = tmp_path / "cache.json"
    first = load_library([folder], cache=cache)
    kept = cache.read_bytes()
    cache.write_bytes(damage)
    assert load_library([folder], cache=cache) == first
    assert cache.read_bytes() == kept


def test_cache_with_one_changed_byte_is_ignored(tmp_path: Path) -> None:
    folder = small_library(tmp_path)
    cache = tmp_path / "cache.json"
    first = load_library([folder], cache=cache)
    cache.write_bytes(cache.read_bytes().replace(b'"Een proef"', b'"Een prxef"'))
    assert load_library([folder], cache=cache) == first


def test_cache_forgets_files_that_are_gone(tmp_path: Path) -> None:
    folder = small_library(tmp_path)
    write(tmp_path, {"exercises/01-begin/oud.md": exercise_text("oud")})
    cache = tmp_path / "cache.json"
    load_library([folder], cache=cache)
    size = cache.stat().st_size
    (tmp_path / "exercises/01-begin/oud.md").unlink()
    load_library([folder], cache=cache)
    assert cache.stat().st_size < size


def test_cache_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    folder = small_library(tmp_path)
    (tmp_path / "file").write_text("")
    library = load_library([folder], cache=tmp_path / "file" / "cache.json")
    assert library.problems == ()


def test_unchanged_cache_is_not_written_again(tmp_path: Path) -> None:
    folder = small_library(tmp_path)
    cache = tmp_path / "cache.json"
    load_library([folder], cache=cache)
    before = cache.stat().st_ino
    load_library([folder], cache=cache)
    assert cache.stat().st_ino == before
