# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What somebody wrote stays readable whatever happens to the package it was written for."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from logbook.bootstrap import Services, open_services
from logbook.core.entry import AnswerKey, EntryId, Value
from logbook.paths import find_paths
from logbook.services.writing import Edit
from tests.content.builders import exercise_text
from tests.package_builders import FACTS, WALK, contents, package_bytes

CARDS = "\n## Welke kaarten? {#kaarten .cards deck=routes pick=1}\n\n### "
BODY = f"## Wie bepaalde het tempo? {{#tempo}}\n{CARDS}Waarom deze? {{#why}}\n"
CHANGED = f"## Hoe liep je op? {{#oplopen}}\n{CARDS}Waarom koos je die? {{#why}}\n"


def package(body: str, version: int) -> bytes:
    text = exercise_text("samen-lopen", body).replace("Een proef", f"Samen lopen {version}")
    text = text.replace("version: 1", f"version: {version}")
    return package_bytes(contents(**{WALK: text}), replace(FACTS, version=version))


@pytest.fixture
def services() -> Iterator[Services]:
    opened = open_services(find_paths(), create=True)
    yield opened
    opened.close()


def install(services: Services, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.oefenpakket"
    path.write_bytes(content)
    services.packages.install(services.packages.look(path), replace=True)
    services.content.reload()


@pytest.fixture
def entry_id(services: Services, tmp_path: Path) -> EntryId:
    """An entry written to the first version of the exercise."""
    install(services, tmp_path, package(BODY, 1))
    exercise = services.content.library().exercises["samen-lopen"]
    entry = services.writing.begin_round(exercise)
    edits = [
        Edit(AnswerKey("tempo"), Value("Ik liep *voorop*.")),
        Edit(AnswerKey("kaarten"), Value(cards=("routes/pad",))),
        Edit(AnswerKey("kaarten", "why", "routes/pad"), Value("Omdat het gras hoog stond.")),
    ]
    services.writing.save(entry, edits)
    services.writing.close_for_now(entry.id)
    return entry.id


def read(services: Services, entry_id: EntryId) -> str:
    return services.transfer.entry_markdown(entry_id)


def test_removing_a_package_keeps_wording_title_and_card(
    services: Services, entry_id: EntryId
) -> None:
    services.packages.remove("groep")
    services.packages.close()
    services.content.reload()
    entry = services.reading.entry(entry_id)
    sections = services.reading.sections(entry)
    assert entry.exercise_title == "Samen lopen 1"
    assert [section.title for section in sections] == ["Wie bepaalde het tempo?", "Welke kaarten?"]
    assert not any(section.gone for section in sections)
    text = read(services, entry_id)
    for words in ("Samen lopen 1", "Ik liep *voorop*.", "Waarom deze?", "Pad", "gras hoog"):
        assert words in text


def test_the_list_and_search_still_know_the_entry(services: Services, entry_id: EntryId) -> None:
    services.packages.remove("groep")
    services.content.reload()
    summary = services.reading.summary(entry_id)
    assert summary.title == "Samen lopen 1"
    assert [found.id for found in services.reading.entries()] == [entry_id]


def test_a_newer_version_leaves_the_answer_as_it_was(
    services: Services, entry_id: EntryId, tmp_path: Path
) -> None:
    before = services.reading.history(entry_id)
    install(services, tmp_path, package(CHANGED, 2))
    assert services.content.library().exercises["samen-lopen"].version == 2
    assert services.reading.history(entry_id) == before


def test_after_a_changed_package_a_removed_block_is_of_an_earlier_version(
    services: Services, entry_id: EntryId, tmp_path: Path
) -> None:
    services.packages.remove("groep")
    install(services, tmp_path, package(CHANGED, 2))
    sections = services.reading.sections(services.reading.entry(entry_id))
    assert [(section.title, section.gone) for section in sections] == [
        ("Wie bepaalde het tempo?", True),
        ("Welke kaarten?", False),
    ]
    assert sections[1].parts[-1].wording.prompt_text == "Waarom deze?"
    assert "vraag uit een eerdere versie" in read(services, entry_id)


def test_an_open_round_can_be_written_on_after_the_package_is_gone(
    services: Services, entry_id: EntryId
) -> None:
    services.writing.reopen(entry_id)
    services.packages.remove("groep")
    services.content.reload()
    entry = services.reading.entry(entry_id)
    head = next(a.head for a in entry.answers if a.key == AnswerKey("tempo"))
    services.writing.save(entry, [Edit(AnswerKey("tempo"), Value("Nu samen."), head)])
    assert "Nu samen." in read(services, entry_id)


def test_closing_the_logbook_ends_the_way_back(services: Services, entry_id: EntryId) -> None:
    services.packages.remove("groep")
    services.packages.close()
    assert [path.name for path in services.paths.bundles.iterdir()] == []
    assert services.reading.entry(entry_id).id == entry_id
