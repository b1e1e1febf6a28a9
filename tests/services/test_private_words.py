# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Private words stand in every place where a user can write; no export may hold one of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from logbook.bootstrap import Services, open_services
from logbook.core.entry import AnswerKey, EntryId, Value
from logbook.core.exercise import BlockKind, Exercise, Field, Prompt
from logbook.core.margin import margin_key
from logbook.core.wording import PAPER_PREFIX
from logbook.formats.registry import FORMATS
from logbook.paths import find_paths
from logbook.services.progress_table import (
    PROGRESS_HEADERS,
    render_csv,
    render_markdown,
    render_text,
    render_tsv,
    rows_of,
)
from logbook.services.writing import Edit
from tests.builders import Clock

SECRET = "geheimwoord"
PUBLIC = "openwoord"


class Secrets:
    """Makes texts with a private word that tells where it stood."""

    def __init__(self) -> None:
        self.count = 0

    def text(self) -> str:
        self.count += 1
        closed = f"{PUBLIC} %%{SECRET}{self.count}%% {PUBLIC}"
        over_lines = f"{PUBLIC} %%{SECRET}{self.count}\n\n# {SECRET}{self.count}%% {PUBLIC}"
        open_ = f"{PUBLIC} %%{SECRET}{self.count}"
        all_of_it = f"%%{SECRET}{self.count}%%"
        return (closed, over_lines, open_, all_of_it)[self.count % 4]

    def line(self) -> str:
        self.count += 1
        return f"%%{SECRET}{self.count}%%"


@pytest.fixture
def services() -> Iterator[Services]:
    opened = open_services(
        find_paths(), create=True, now=Clock(datetime(2026, 11, 2, 9, 0, tzinfo=UTC))
    )
    yield opened
    opened.close()


def answers_for(exercise: Exercise, secrets: Secrets) -> dict[AnswerKey, Value]:
    """A private word in every part of every answer of an exercise."""
    found: dict[AnswerKey, Value] = {}
    for block in exercise.blocks:
        for prompt in block.prompts:
            for item in (f"{PAPER_PREFIX}1",) if prompt.per_item else ("",):
                found |= value_for(AnswerKey(block.id, prompt.id, item), prompt, secrets)
        if block.kind is BlockKind.CARDS:
            paper = f"{PAPER_PREFIX}1"
            found[AnswerKey(block.id, "", paper)] = Value(secrets.line())
    return found


def value_for(key: AnswerKey, prompt: Prompt, secrets: Secrets) -> dict[AnswerKey, Value]:
    match prompt.field:
        case Field.CARDS:
            return {key: Value(secrets.text(), cards=(f"{PAPER_PREFIX}1",))}
        case Field.SCALE:
            return {key: Value(secrets.text(), number=3)}
        case Field.CHOICE:
            return {key: Value(secrets.text(), own=secrets.line())}
        case Field.RANK:
            options = tuple(option.id for option in prompt.options)
            return {key: Value(secrets.text(), options=options)}
        case Field.TABLE | Field.COLUMNS:
            row = AnswerKey(key.block, key.prompt, "r1")
            cells = (secrets.line(), f"{PUBLIC} {secrets.line()}")
            value = Value(cells=cells)
            if prompt.field is Field.COLUMNS:
                value = Value(secrets.line(), side="left")
            return {key: Value(secrets.text(), rows=("r1",)), row: value}
        case _:
            return {key: Value(secrets.text())}


@pytest.fixture
def filled(services: Services) -> tuple[Services, int]:
    """Every shipped exercise answered with private words everywhere, margin notes, free notes."""
    secrets = Secrets()
    for exercise in services.content.library().exercises.values():
        writing = services.writing
        entry = writing.begin_note(exercise) if exercise.template else writing.begin_round(exercise)
        values = answers_for(exercise, secrets)
        beside = next(iter(values))
        values[margin_key(f"m-{exercise.id}", beside)] = Value(secrets.text())
        values[margin_key(f"n-{exercise.id}")] = Value(secrets.line())
        writing.save(entry, [Edit(key, value) for key, value in values.items()])
    for _ in range(4):
        services.writing.add_note(secrets.text())  # title and excerpt
        services.writing.add_note(f"Een dag\n\n{secrets.text()}")
    return services, secrets.count


def test_no_export_holds_a_private_word(filled: tuple[Services, int], tmp_path: Path) -> None:
    services, count = filled
    assert count > 500  # every kind of field of every exercise
    for name in FORMATS:
        path = tmp_path / name
        services.transfer.export(path, name)
        data = path.read_bytes()
        if name == "json":
            assert data.count(SECRET.encode()) >= count  # a copy of all there is, and says so
            continue
        assert PUBLIC.encode() in data
        assert SECRET.encode() not in data
        assert b"%%" not in data


def test_no_entry_alone_holds_a_private_word(filled: tuple[Services, int]) -> None:
    services, _ = filled
    for summary in services.reading.entries(limit=200):
        entry_id = EntryId(summary.id)
        for words in (
            services.transfer.entry_markdown(entry_id),
            "".join(services.transfer.export_chunks("html", [entry_id])),
        ):
            assert SECRET not in words
            assert "%%" not in words


def test_no_table_of_progress_holds_a_private_word(filled: tuple[Services, int]) -> None:
    services, _ = filled
    chapters = services.reading.chapters()
    rows = rows_of(chapters)
    cells = [row.cells() for row in rows]
    for words in (
        render_csv(PROGRESS_HEADERS, cells),
        render_tsv(PROGRESS_HEADERS, cells),
        render_markdown(rows, ()),
        render_text(chapters, rows),
    ):
        assert SECRET not in words


def test_private_words_come_along_only_when_asked_for(filled: tuple[Services, int]) -> None:
    services, _ = filled
    words = "".join(services.transfer.export_chunks("markdown", with_private=True))
    assert SECRET in words
    assert "%%" in words
