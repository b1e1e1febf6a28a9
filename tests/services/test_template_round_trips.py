# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Every shipped form for a note: filled in, exported as Markdown and read back by `answer`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from logbook.bootstrap import Services, open_services
from logbook.core.entry import Answer, AnswerKey, EntryKind, Value
from logbook.core.exercise import Block, BlockKind, Exercise, Field, Prompt
from logbook.core.wording import wording_of
from logbook.paths import content_folder, find_paths
from logbook.services.forms import empty_form
from logbook.services.writing import Edit

TEMPLATES = sorted(
    path.stem for path in (content_folder() / "exercises" / "templates").glob("*.md")
)
TEXT = "Eerst dit.\n\nDan *dat*, en een regel met # en - erin."


@pytest.fixture
def services() -> Iterator[Services]:
    opened = open_services(find_paths(), create=True)
    yield opened
    opened.close()


def value_for(block: Block, prompt: Prompt) -> Value | None:
    """Something to answer with; None for a second way to answer the same."""
    if block.kind is BlockKind.MODEL and not prompt.id:
        return None
    match prompt.field:
        case Field.PROSE:
            return Value(TEXT)
        case Field.LINE:
            return Value("een regel")
        case Field.DATE:
            return Value(day=date(2026, 12, 1))
        case Field.CHOICE:
            return Value(options=(prompt.options[0].id,)) if prompt.options else None
    return None


def fill(services: Services, form: Exercise) -> dict[AnswerKey, Value]:
    found = {
        AnswerKey(block.id, prompt.id): value
        for block, prompt in form.walk()
        if not prompt.per_item and (value := value_for(block, prompt)) is not None
    }
    entry = services.writing.begin_note(form)
    services.writing.save(entry, [Edit(key, value) for key, value in found.items()])
    return found


def test_there_are_fifteen() -> None:
    assert len(TEMPLATES) == 15


@pytest.mark.parametrize("form_id", TEMPLATES)
def test_a_filled_in_form_is_read_back_as_it_was(services: Services, form_id: str) -> None:
    form = services.content.library().templates[form_id]
    wanted = fill(services, form)
    (first,) = services.reading.entries()
    text = services.transfer.entry_markdown(first.id)
    assert text.startswith(f"# {form.title} {{#{form_id}}}\n")
    kept, changes = services.transfer.answer(form_id, text, "formulier")
    assert kept.id != first.id
    assert (kept.kind, kept.exercise_id, kept.chapter) == (EntryKind.FREE, form_id, None)
    assert {answer.key: answer.value for answer in kept.answers} == wanted
    assert changes.entries == {kept.id}
    same = services.transfer.entry_markdown(kept.id)
    assert [line for line in same.splitlines() if not line.startswith("- Geschreven")] == [
        line for line in text.splitlines() if not line.startswith("- Geschreven")
    ]


@pytest.mark.parametrize("form_id", TEMPLATES)
def test_the_empty_form_asks_every_question(services: Services, form_id: str) -> None:
    library = services.content.library()
    form = library.templates[form_id]
    text = empty_form(form, library)
    for block in form.steps:
        assert f"{{#{block.id}}}" in text
        for prompt in block.prompts:
            if prompt.id and not prompt.per_item:
                assert f"{{#{prompt.id}}}" in text


@pytest.mark.parametrize("form_id", TEMPLATES)
def test_every_export_names_form_question_and_answer(services: Services, form_id: str) -> None:
    library = services.content.library()
    form = library.templates[form_id]
    first = next(iter(fill(services, form)))
    wording = wording_of(form, first, library)
    question = wording.prompt_text or wording.block_title
    for format_name in ("html", "json", "markdown"):
        text = "".join(services.transfer.export_chunks(format_name))
        assert form.title in text
        assert question.split("’")[0] in text
        assert "een regel" in text or "Dan" in text


def test_every_answer_stands_with_its_question(services: Services) -> None:
    form = services.content.library().templates["vrije-notitie"]
    fill(services, form)
    (line,) = services.reading.entries()
    answers: tuple[Answer, ...] = services.reading.entry(line.id).answers
    assert [answer.wording.block_title for answer in answers] == ["Wat wil je vasthouden?"]
