# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from logbook.core.progress import ChapterProgress, ExerciseProgress
from logbook.ui.library.finding import Query, find
from logbook.ui.library.forms import Form, form_label, forms_of
from tests.ui.library.conftest import CLIENT, TALK, WALK, library

CHAPTERS = tuple(
    ChapterProgress(c, tuple(ExerciseProgress(e, ()) for e in library().of_chapter(c.number)))
    for c in library().chapters
)


def titles(query: Query) -> list[str]:
    return [m.progress.exercise.title for f in find(CHAPTERS, query) for m in f.matches]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("lopen", [WALK.title]),
        ("TEMPO bepaalt", [WALK.title]),
        ("client", [CLIENT.title]),
        ("waar stond", [CLIENT.title]),
        ("gesprek", [TALK.title]),
        ("lopen gesprek", []),
        ("  ", [WALK.title, CLIENT.title, TALK.title]),
    ],
)
def test_words_are_found_in_titles_goals_and_questions(text: str, found: list[str]) -> None:
    assert titles(Query(text)) == found


def test_the_question_that_holds_the_word_is_named() -> None:
    ((match,),) = (f.matches for f in find(CHAPTERS, Query("stond")))
    assert match.question == "Waar stond je?"


def test_words_may_be_divided_over_title_and_questions() -> None:
    assert titles(Query("kijken stond")) == [CLIENT.title]


def test_a_form_lets_only_its_exercises_through() -> None:
    assert titles(Query(form=Form.SCALE)) == [CLIENT.title]


def test_form_and_words_work_together() -> None:
    assert titles(Query("praten", Form.SCALE)) == []


def test_forms_stand_once_and_in_a_fixed_order() -> None:
    assert forms_of(WALK) == (Form.CARDS, Form.QUESTIONS, Form.TABLE)


@pytest.mark.parametrize("form", Form)
def test_every_form_has_a_name_and_an_icon(form: Form) -> None:
    from logbook.ui.icons import ASSETS

    assert form_label(form)
    assert (ASSETS / "icons" / f"{form.icon}.svg").is_file()


def test_every_kind_of_block_belongs_to_one_form() -> None:
    from logbook.core.exercise import BlockKind

    kinds = [kind for form in Form for kind in form.kinds]
    assert sorted(kinds) == sorted(BlockKind)
