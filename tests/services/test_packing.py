# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from pathlib import Path

import pytest

from logbook.core.errors import FileNotWritten, FileUnreadable
from logbook.files.archive import open_archive
from logbook.services import packing
from logbook.services.packages import LIMITS
from logbook.services.packing import pack
from tests.content.builders import exercise_text, write
from tests.package_builders import PACKAGE_MD, WALK, source_folder, texts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return source_folder(tmp_path / "mijn-map")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "groep.oefenpakket"


def names_in(path: Path) -> list[str]:
    return list(open_archive(path.read_bytes(), LIMITS).members)


def told(folder: Path, output: Path) -> list[str]:
    """What an author reads; nothing may have been written."""
    done = pack(folder, output)
    assert done.manifest is None
    assert not output.exists()
    return [str(problem) for problem in done.problems]


def test_a_folder_becomes_a_package(folder: Path, output: Path) -> None:
    done = pack(folder, output)
    assert done.problems == ()
    assert done.manifest is not None
    assert done.manifest.facts.title == "Groepswerk"
    assert names_in(output) == ["manifest.json", *sorted(texts())]


def test_the_same_folder_gives_the_same_bytes(folder: Path, output: Path, tmp_path: Path) -> None:
    pack(folder, output)
    again = source_folder(tmp_path / "elders")
    assert pack(again, tmp_path / "b").path.read_bytes() == output.read_bytes()


def test_the_name_says_id_and_version(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert pack(folder).path == Path("groep-1.oefenpakket")
    assert (tmp_path / "groep-1.oefenpakket").is_file()


def test_only_what_the_loader_knows_is_packed(folder: Path, output: Path) -> None:
    write(
        folder,
        {
            "exercises/.geheim.md": "x",
            "exercises/01-groep/.cache/a.md": "x",
            "exercises/01-groep/notities.txt": "x",
            "exercises/01-groep/README.md": "x",
            "exercises/decks/routes/los.svg": "x",
            "geheim.md": "x",
        },
    )
    assert pack(folder, output).problems == ()
    assert names_in(output) == ["manifest.json", *sorted(texts())]


@pytest.mark.parametrize("name", ["les.md.txt", "les.MD", "dieper/les.md"])
def test_an_exercise_that_would_stay_behind_is_a_mistake(
    folder: Path, output: Path, name: str
) -> None:
    write(folder, {f"exercises/01-groep/{name}": exercise_text("les")})
    (sentence,) = told(folder, output)
    assert sentence.startswith(f"groep/exercises/01-groep/{name}: ")


def test_a_picture_in_a_text_goes_along(folder: Path, output: Path) -> None:
    body = "## Vraag? {#vraag}\n\n![Een pad](beeld/pad.svg)\n"
    picture = texts()["exercises/decks/routes/pad.svg"]
    write(folder, {WALK: exercise_text("samen-lopen", body)})
    write(folder, {"exercises/01-groep/beeld/pad.svg": picture})
    assert pack(folder, output).problems == ()
    assert "exercises/01-groep/beeld/pad.svg" in names_in(output)


@pytest.mark.parametrize("beside", [False, True])
def test_a_folder_of_the_shape_of_exercises_is_packed(
    folder: Path, output: Path, tmp_path: Path, beside: bool
) -> None:
    inner = (folder / "exercises").rename(tmp_path / "exercises")
    (folder / "package.md").rename(inner / "package.md")
    (folder / "resources").rename((tmp_path if beside else inner) / "resources")
    assert pack(inner, output).problems == ()
    assert names_in(output) == ["manifest.json", *sorted(texts())]


def test_a_folder_of_that_name_is_named_once(folder: Path, output: Path) -> None:
    write(folder, {"exercises/01-groep/les.md": "x"})
    assert told(folder / "exercises", output)[0].startswith("exercises/01-groep/les.md:1: ")


def test_every_mistake_is_told_and_nothing_written(folder: Path, output: Path) -> None:
    write(
        folder,
        {
            "package.md": PACKAGE_MD.replace("author:", "autor:"),
            WALK: exercise_text("samen-lopen", "## Vraag?\n"),
            "exercises/91-nieuw/nieuw-pad.md": exercise_text("ander-pad", chapter=91),
        },
    )
    found = told(folder, output)
    assert [line.rpartition(": ")[0].partition(":")[0] for line in found] == [
        "groep/exercises/01-groep/samen-lopen.md".replace("groep/", "mijn-map/", 1),
        "mijn-map/exercises/91-nieuw/nieuw-pad.md",
        "package.md",
        "package.md",
    ]


def test_a_folder_that_says_nothing_of_itself_is_told_how(folder: Path, output: Path) -> None:
    (folder / "package.md").unlink()
    assert told(folder, output)[0].startswith("package.md: Dit bestand ontbreekt.")


def test_a_link_to_a_file_that_stays_behind_is_a_mistake(folder: Path, output: Path) -> None:
    body = "## Vraag? {#vraag}\n\nZie [de brief](brief.pdf).\n"
    write(folder, {WALK: exercise_text("samen-lopen", body), "exercises/01-groep/brief.pdf": "x"})
    found = told(folder, output)
    assert found == [
        "groep/exercises/01-groep/samen-lopen.md:13: Dit verwijst naar brief.pdf, en dat kan niet "
        "mee in een pakket. Gebruik Markdown of een afbeelding, of haal de verwijzing weg."
    ]


def test_an_empty_folder_is_told(tmp_path: Path, output: Path) -> None:
    write(tmp_path / "leeg", {"package.md": PACKAGE_MD})
    assert told(tmp_path / "leeg", output) == [
        "leeg: In deze map staat geen oefening, kaartenset of naslagblad."
    ]


def test_a_name_that_windows_keeps_is_a_mistake(folder: Path, output: Path) -> None:
    (folder / "exercises" / "01-groep").rename(folder / "exercises" / "aux")
    assert "Deze naam gebruikt Windows zelf." in told(folder, output)[0]


def test_names_that_differ_in_capitals_only_are_a_mistake(folder: Path, output: Path) -> None:
    write(folder, {"exercises/01-Groep/ander.md": exercise_text("ander")})
    assert "bijna dezelfde naam" in told(folder, output)[0]


def test_a_package_that_is_too_large_is_not_made(
    folder: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packing, "PACKAGE_LIMIT", 100)
    assert told(folder, output) == ["groep: Ingepakt is dit groter dan 50 MB. Deel het op."]


def test_no_folder_is_unreadable(tmp_path: Path, output: Path) -> None:
    with pytest.raises(FileUnreadable):
        pack(tmp_path / "none", output)


def test_a_package_that_cannot_be_written_is_told(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten):
        pack(folder, tmp_path / "none" / "a.oefenpakket")


def test_an_older_package_file_is_replaced(folder: Path, output: Path) -> None:
    output.write_bytes(b"oud")
    assert pack(folder, output).manifest is not None
    assert names_in(output)
