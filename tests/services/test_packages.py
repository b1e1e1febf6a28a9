# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Looking into packages, installing and removing them; every bad input leaves nothing behind."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from logbook.core.errors import (
    FileTooLarge,
    FileUnreadable,
    LogbookError,
    PackageMistakes,
    PackageNotFound,
    PackageNotKept,
    PackageRefused,
    PackageStopped,
    PackageThere,
)
from logbook.core.library import Library
from logbook.core.package import Part, Relation, Standing
from logbook.files import set_folder
from logbook.files.archive import make_archive
from logbook.formats.package_manifest import MANIFEST, render_manifest
from logbook.paths import Paths, find_paths
from logbook.services import packages as module
from logbook.services.content import ContentService
from logbook.services.packages import Offer, Packages
from logbook.texts import error_sentence
from tests.content.builders import exercise_text, write
from tests.package_builders import (
    FACTS,
    WALK,
    contents,
    manifest_of,
    package_bytes,
    texts,
    write_package,
    zip_bytes,
)

NEWER = replace(FACTS, version=2)


@pytest.fixture
def paths() -> Paths:
    return find_paths()


@pytest.fixture
def packages(paths: Paths) -> Packages:
    return Packages(paths)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write_package(tmp_path / "groep.oefenpakket")


def install(packages: Packages, path: Path, *, replace: bool = False) -> Offer:
    offer = packages.look(path)
    packages.install(offer, replace=replace)
    return offer


def tree(paths: Paths) -> dict[str, bytes]:
    """Everything in the folder of packages, hidden things too."""
    found = sorted(path for path in paths.bundles.rglob("*") if path.is_file())
    return {path.relative_to(paths.bundles).as_posix(): path.read_bytes() for path in found}


def left(paths: Paths) -> list[str]:
    return sorted(path.name for path in paths.bundles.glob("*"))


def library(paths: Paths) -> Library:
    return ContentService(paths).library()


# --- installing


def test_an_installed_package_is_loaded(packages: Packages, file: Path, paths: Paths) -> None:
    install(packages, file)
    loaded = library(paths)
    assert loaded.problems == ()
    assert {"samen-lopen", "nieuw-pad"} <= loaded.exercises.keys()
    assert "korte-vorm" in loaded.templates
    assert loaded.decks["routes"].cards[0].title == "Pad"
    assert "lists/rollen" in loaded.pages
    assert loaded.chapter(91) is not None
    assert "samen-lopen" in [exercise.id for exercise in loaded.of_chapter(1)]


def test_everything_of_a_package_is_readable_by_its_owner_only(
    packages: Packages, file: Path, paths: Paths
) -> None:
    before = os.umask(0)
    try:
        install(packages, file)
    finally:
        os.umask(before)
    installed = paths.bundles / "groep"
    files = [path for path in installed.rglob("*") if path.is_file()]
    assert {path.stat().st_mode & 0o077 for path in (installed, *files)} == {0}


def test_looking_installs_nothing(packages: Packages, file: Path, paths: Paths) -> None:
    offer = packages.look(file)
    assert library(paths).exercise("samen-lopen") is None
    packages.drop(offer)
    assert left(paths) == []


def test_an_offer_says_what_is_in_it(packages: Packages, file: Path) -> None:
    offer = packages.look(file)
    assert (offer.facts, offer.relation, offer.problems) == (FACTS, Relation.NEW, ())
    assert [(part.item.part, part.item.id, part.standing) for part in offer.parts] == [
        (Part.CHAPTER, "91", Standing.NEW),
        (Part.EXERCISE, "samen-lopen", Standing.NEW),
        (Part.EXERCISE, "nieuw-pad", Standing.NEW),
        (Part.TEMPLATE, "korte-vorm", Standing.NEW),
        (Part.DECK, "routes", Standing.NEW),
        (Part.PAGE, "lists/rollen", Standing.NEW),
    ]


def test_an_offer_compares_with_what_is_there(
    packages: Packages, file: Path, tmp_path: Path
) -> None:
    install(packages, file)
    newer = contents(**{WALK: exercise_text("samen-lopen").replace("version: 1", "version: 3")})
    newer["resources/lists/rollen.md"] += b"- kijker\n"
    del newer["exercises/templates/korte-vorm.md"]
    offer = packages.look(write_package(tmp_path / "b", newer, NEWER))
    found = {part.item.id: (part.standing, part.known_version) for part in offer.parts}
    assert offer.relation is Relation.NEWER
    assert found == {
        "91": (Standing.SAME, 1),
        "samen-lopen": (Standing.NEWER, 1),
        "nieuw-pad": (Standing.SAME, 1),
        "routes": (Standing.SAME, 1),
        "lists/rollen": (Standing.CHANGED, 1),
    }


def test_a_newer_package_takes_the_place_of_the_older(
    packages: Packages, file: Path, tmp_path: Path, paths: Paths
) -> None:
    install(packages, file)
    one = {WALK: contents()[WALK]}
    install(packages, write_package(tmp_path / "b", one, NEWER), replace=True)
    assert left(paths) == ["groep"]
    assert [found.facts.version for found in packages.installed()] == [2]
    assert library(paths).exercise("nieuw-pad") is None


@pytest.mark.parametrize(
    "facts",
    [NEWER, replace(FACTS, title="Anders"), replace(FACTS, author="Ander")],
)
def test_without_a_choice_the_installed_package_stays(
    packages: Packages, file: Path, tmp_path: Path, paths: Paths, facts: object
) -> None:
    install(packages, file)
    before = tree(paths)
    offer = packages.look(write_package(tmp_path / "b", None, facts))
    with pytest.raises(PackageThere):
        packages.install(offer, replace=False)
    packages.drop(offer)
    assert tree(paths) == before
    assert left(paths) == ["groep"]


def test_the_same_package_may_come_again(packages: Packages, file: Path, paths: Paths) -> None:
    install(packages, file)
    before = tree(paths)
    assert install(packages, file).relation is Relation.IDENTICAL
    assert tree(paths) == before


def test_a_package_with_a_shipped_id_leaves_the_shipped_one_in_use(
    packages: Packages, tmp_path: Path, paths: Paths
) -> None:
    shipped = next(iter(library(paths).of_chapter(1)))
    name = f"exercises/01-groep/{shipped.id}.md"
    offer = install(
        packages,
        write_package(tmp_path / "b", {name: exercise_text(shipped.id).encode()}),
    )
    assert [part.standing for part in offer.parts] == [Standing.TAKEN]
    loaded = library(paths)
    assert loaded.exercises[shipped.id].title == shipped.title
    assert [problem.path for problem in loaded.problems] == [f"groep/{name}"]


def test_two_packages_with_one_exercise_load_the_first(
    packages: Packages, file: Path, tmp_path: Path, paths: Paths
) -> None:
    install(packages, file)
    other = replace(FACTS, id="aparte-groep")
    one = {WALK: exercise_text("samen-lopen").replace("Een proef", "Anders").encode()}
    install(packages, write_package(tmp_path / "b", one, other))
    loaded = library(paths)
    assert loaded.exercises["samen-lopen"].title == "Anders"  # aparte-groep comes before groep
    assert len(loaded.problems) == 1
    assert "bestaat al in aparte-groep/" in loaded.problems[0].message


def test_the_own_exercise_wins_from_a_package(packages: Packages, file: Path, paths: Paths) -> None:
    write(paths.own_exercises, {"01-x/samen-lopen.md": exercise_text("samen-lopen")})
    install(packages, file)
    assert library(paths).exercises["samen-lopen"].own


def test_a_package_may_join_a_chapter_and_bring_its_page(
    packages: Packages, tmp_path: Path, paths: Paths
) -> None:
    before = library(paths).chapter(1)
    page = texts()["exercises/91-nieuw/chapter.md"].replace("91", "1")
    files = contents() | {"exercises/01-groep/chapter.md": page.encode()}
    offer = install(packages, write_package(tmp_path / "b", files))
    assert Standing.ADDED_TO in [part.standing for part in offer.parts]
    loaded = library(paths)
    assert loaded.problems == ()
    assert loaded.chapter(1) == before
    assert "samen-lopen" in [exercise.id for exercise in loaded.of_chapter(1)]


def test_a_package_without_exercises_is_a_package(
    packages: Packages, tmp_path: Path, paths: Paths
) -> None:
    name = "resources/lists/rollen.md"
    install(packages, write_package(tmp_path / "b", {name: contents()[name]}))
    assert library(paths).problems == ()


# --- bad input: one sentence, and nothing left


def refuse(packages: Packages, paths: Paths, path: Path) -> LogbookError:
    """The error that looking into a file gives; nothing may stay of it."""
    before = tree(paths)
    with pytest.raises(LogbookError) as refused:
        packages.look(path)
    assert tree(paths) == before
    assert left(paths) in ([], ["groep"])
    return refused.value


def with_manifest(**changed: object) -> bytes:
    files = contents()
    manifest = manifest_of(files)
    return package_bytes(files, manifest=render_manifest(replace(manifest, **changed)))  # type: ignore[arg-type]


def first_changed(**changed: object) -> bytes:
    files = manifest_of(contents()).files
    return with_manifest(files=(replace(files[0], **changed), *files[1:]))  # type: ignore[arg-type]


BAD = {
    "not-zip": b"Geachte heer, mevrouw,",
    "manifest-missing": make_archive(contents().items()),
    "json": package_bytes(manifest=b"{"),
    "not-ours": package_bytes(manifest=b'{"format": "epub"}'),
    "newer": package_bytes(manifest=b'{"format": "logboek-package", "version": 2}'),
    "key": with_manifest(facts=replace(FACTS, id="con")),
    "file-missing": with_manifest(
        files=(*manifest_of(contents()).files, *manifest_of({"exercises/x.md": b""}).files)
    ),
    "file-extra": with_manifest(files=manifest_of(contents()).files[1:]),
    "file-differs": first_changed(sha256="0" * 64),
    "file-kind": package_bytes(contents() | {"exercises/run.exe": b"MZ"}),
    "nothing": package_bytes({}),
    "out": package_bytes(contents() | {"../climbed.md": b"x"}),
    "double": package_bytes(contents() | {WALK.upper(): b"x"}),
    "unpacked": package_bytes({"exercises/a.md": bytes(200_000_001)}),
    "members": package_bytes({f"exercises/{n}.md": b"" for n in range(2_000)}),
    "shape": package_bytes() + b"junk",
    "damaged": package_bytes()[:-400],
}


@pytest.mark.parametrize("reason", BAD)
def test_a_bad_file_is_refused_in_one_sentence(
    packages: Packages, paths: Paths, tmp_path: Path, reason: str
) -> None:
    path = tmp_path / "slecht.oefenpakket"
    path.write_bytes(BAD[reason])
    error = refuse(packages, paths, path)
    assert isinstance(error, PackageRefused)
    assert error.reason == reason
    sentence = error_sentence(error)
    assert sentence.endswith("Er is niets toegevoegd.")
    assert "{" not in sentence
    assert not (tmp_path / "climbed.md").exists()


@pytest.mark.parametrize(
    ("size", "reason"), [({"size": 3}, "file-differs"), ({"path": "exercises/b.md"}, "file-")]
)
def test_a_manifest_that_does_not_fit_is_refused(
    packages: Packages, paths: Paths, tmp_path: Path, size: dict[str, object], reason: str
) -> None:
    path = tmp_path / "slecht.oefenpakket"
    path.write_bytes(first_changed(**size))
    error = refuse(packages, paths, path)
    assert isinstance(error, PackageRefused)
    assert error.reason.startswith(reason)


@pytest.mark.parametrize(
    "name", ["manifest.json.md", "README.md", "exercises.md", "Exercises/a.md"]
)
def test_a_file_outside_the_two_folders_is_refused(
    packages: Packages, paths: Paths, tmp_path: Path, name: str
) -> None:
    path = write_package(tmp_path / "b", contents() | {name: b"x"})
    error = refuse(packages, paths, path)
    assert isinstance(error, PackageRefused)
    assert error.reason in ("file-kind", "double")


def test_a_file_over_the_limit_is_not_read(
    packages: Packages, paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PACKAGE_LIMIT", 100)
    assert isinstance(refuse(packages, paths, write_package(tmp_path / "b")), FileTooLarge)


def test_a_pipe_or_folder_is_not_read(packages: Packages, paths: Paths, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    for path in (tmp_path / "pijp", tmp_path, tmp_path / "none"):
        assert isinstance(refuse(packages, paths, path), FileUnreadable)


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2">{}</svg>'
PAD = "exercises/decks/routes/pad.svg"
PHOTO = "exercises/decks/routes/pad.png"
MISTAKES = {
    "an exercise that fails the check": {WALK: exercise_text("samen-lopen", "## Vraag?\n")},
    "a header that is no header": {WALK: "geen gegevens"},
    "a text that is no text": {WALK: b"\xff\xfe"},
    "raw HTML": {WALK: exercise_text("samen-lopen", "## V? {#v}\n\n<script>1</script>\n")},
    "an unknown chapter": {WALK: exercise_text("samen-lopen", chapter=77)},
    "a script in a picture": {PAD: SVG.format("<script>1</script>")},
    "a picture that looks outside": {PAD: SVG.format('<image href="file:///etc/passwd"/>')},
    "an entity bomb": {PAD: '<!DOCTYPE s [<!ENTITY a "aa">]>' + SVG.format("&a;")},
    "no picture at all": {PAD: "geen plaatje"},
    "a stray picture with a script": {"exercises/x.svg": SVG.format("<script>1</script>")},
    "a stray photo that is none": {"exercises/x.png": b"MZ" * 100},
    "a photo with the wrong ending": {"exercises/x.jpg": SVG.format("")},
    "a photo of 30,000 px": {
        "exercises/x.png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0u0\0\0u0\x08\x02\0\0\0\0\0\0\0"
    },
    "a text that nothing reads": {"exercises/a/b/los.md": "x"},
    "a read-me": {"exercises/01-groep/README.md": "x"},
    "a chapter twice": {
        "exercises/92-weer/chapter.md": texts()["exercises/91-nieuw/chapter.md"],
    },
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_package_with_mistakes_is_shown_and_never_installed(
    packages: Packages, paths: Paths, tmp_path: Path, mistake: str
) -> None:
    changed = {
        name: text if isinstance(text, bytes) else text.encode()
        for name, text in MISTAKES[mistake].items()
    }
    offer = packages.look(write_package(tmp_path / "b", contents() | changed))
    assert offer.problems
    assert all(problem.message.endswith((".", "}", '"')) for problem in offer.problems)
    with pytest.raises(PackageMistakes) as refused:
        packages.install(offer, replace=True)
    assert error_sentence(refused.value).endswith("Er is niets toegevoegd.")
    assert left(paths) == []


WHOLE = package_bytes()


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=4))
@settings(max_examples=60)
def test_a_mutated_package_is_whole_or_refused(
    tmp_path: Path, changes: list[tuple[int, int]]
) -> None:
    paths = find_paths()
    packages = Packages(paths)
    content = bytearray(WHOLE)
    for at, value in changes:
        content[at] = value
    path = tmp_path / "b"
    path.write_bytes(content)
    try:
        offer = packages.look(path)
    except LogbookError:
        pass
    else:
        assert offer.manifest == manifest_of(contents())
        packages.drop(offer)
    assert left(paths) == []


NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(st.dictionaries(NAMES, st.binary(max_size=20), max_size=4))
@settings(max_examples=60)
def test_strange_members_raise_nothing_else(tmp_path: Path, members: dict[str, bytes]) -> None:
    path = tmp_path / "b"
    # The module of Python refuses to write some names itself.
    usable = {name: content for name, content in members.items() if name and "\0" not in name}
    about = render_manifest(manifest_of(usable))
    path.write_bytes(zip_bytes((MANIFEST, about), *usable.items()))
    with pytest.raises(LogbookError):
        Packages(find_paths()).look(path)
    assert left(find_paths()) == []


# --- what goes wrong on the way


def test_stopping_leaves_nothing(packages: Packages, file: Path, paths: Paths) -> None:
    def stop(done: int, total: int) -> None:
        if done == 3:
            raise PackageStopped

    with pytest.raises(PackageStopped):
        packages.look(file, stop)
    assert left(paths) == []
    offer = packages.look(file)
    with pytest.raises(PackageStopped):
        packages.install(offer, stop, replace=True)
    assert left(paths) == []


def test_progress_counts_every_file(packages: Packages, file: Path) -> None:
    seen: list[tuple[int, int]] = []
    packages.look(file, lambda done, total: seen.append((done, total)))
    assert seen == [(n, 7) for n in range(1, 8)]


def test_a_full_disk_while_unpacking_leaves_nothing(
    packages: Packages, file: Path, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_new = set_folder.write_new

    def full(path: Path, chunks: object) -> None:
        if path.suffix == ".svg":
            raise OSError(28, "No space left on device")
        write_new(path, chunks)  # type: ignore[arg-type]

    monkeypatch.setattr(set_folder, "write_new", full)
    assert isinstance(refuse(packages, paths, file), PackageNotKept)


@pytest.mark.parametrize("act", ["sync_tree", "place"])
def test_a_disk_that_refuses_keeps_the_old_package(
    packages: Packages, file: Path, tmp_path: Path, paths: Paths,
    monkeypatch: pytest.MonkeyPatch, act: str,
) -> None:  # fmt: skip
    install(packages, file)
    before = tree(paths)
    offer = packages.look(write_package(tmp_path / "b", None, NEWER))

    def refuse(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(set_folder, act, refuse)
    with pytest.raises(PackageNotKept):
        packages.install(offer, replace=True)
    assert tree(paths) == before
    assert left(paths) == ["groep"]


def test_an_offer_whose_files_are_gone_is_not_installed(
    packages: Packages, file: Path, paths: Paths
) -> None:
    offer = packages.look(file)
    packages.drop(offer)
    with pytest.raises(PackageNotKept):
        packages.install(offer, replace=True)
    assert left(paths) == []


def test_leftovers_of_a_broken_installation_are_cleaned_at_next_use(
    packages: Packages, file: Path, paths: Paths
) -> None:
    install(packages, file)
    before = tree(paths)
    (paths.bundles / "groep").rename(paths.bundles / ".old-groep")
    staged = paths.bundles / ".new-half"
    write(staged, {"exercises/01-x/half.md": "half"})
    os.utime(staged, (1_000_000, 1_000_000))
    assert "samen-lopen" in library(paths).exercises
    assert tree(paths) == before


def test_a_package_without_its_manifest_still_loads_and_can_go(
    packages: Packages, file: Path, paths: Paths
) -> None:
    install(packages, file)
    (paths.bundles / "groep" / MANIFEST).unlink()
    assert "samen-lopen" in library(paths).exercises
    assert packages.installed()[0].facts.version == 0
    packages.remove("groep")
    assert packages.installed() == ()


# --- removing


def test_a_removed_package_can_be_put_back(packages: Packages, file: Path, paths: Paths) -> None:
    install(packages, file)
    before = tree(paths)
    packages.remove("groep")
    assert "samen-lopen" not in library(paths).exercises
    packages.restore("groep")
    assert tree(paths) == before


def test_closing_deletes_what_was_removed(packages: Packages, file: Path, paths: Paths) -> None:
    install(packages, file)
    packages.remove("groep")
    packages.close()
    assert left(paths) == []
    with pytest.raises(PackageNotKept):
        packages.restore("groep")


def test_a_new_package_ends_the_way_back(packages: Packages, file: Path, paths: Paths) -> None:
    install(packages, file)
    packages.remove("groep")
    install(packages, file)
    assert left(paths) == ["groep"]
    packages.close()
    assert left(paths) == ["groep"]


@pytest.mark.parametrize("name", ["groepje", "..", ".", "", "../exercises", ".old-groep"])
def test_only_an_installed_package_can_be_removed(
    packages: Packages, file: Path, paths: Paths, name: str
) -> None:
    install(packages, file)
    with pytest.raises(PackageNotFound) as refused:
        packages.remove(name)
    assert refused.value.nearest == ("groep" if name == "groepje" else refused.value.nearest)
    assert left(paths) == ["groep"]


def test_installed_packages_are_counted(packages: Packages, file: Path) -> None:
    install(packages, file)
    (found,) = packages.installed()
    assert found.facts == FACTS
    assert found.parts == {
        Part.CHAPTER: 1, Part.EXERCISE: 2, Part.TEMPLATE: 1, Part.DECK: 1, Part.PAGE: 1,
    }  # fmt: skip
