# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A field tied to one part of an answer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from logbook import texts
from logbook.core.entry import ANSWER_LIMIT, AnswerKey, Value
from logbook.core.errors import AnswerTooLong
from logbook.ui.context import Context
from logbook.ui.editor.answer_field import AnswerField
from logbook.ui.exercise import draft as draft_module
from logbook.ui.exercise.draft import Draft

KEY = AnswerKey("note")


@pytest.fixture
def draft(context: Context) -> Draft:
    return Draft(context, context.services.writing.begin_note(), None)


def make_field(qtbot: QtBot, context: Context, draft: Draft, part: str = "text") -> AnswerField:
    field = AnswerField(draft, KEY, context.theme, "Antwoord", part=part)
    qtbot.addWidget(field)
    field.show()
    return field


def notes(field: AnswerField) -> list[str]:
    return [label.text() for label in field.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize("part", ["text", "own"])
def test_what_is_typed_is_in_the_draft_beside_the_other_parts(
    qtbot: QtBot, context: Context, draft: Draft, part: str
) -> None:
    draft.set_value(KEY, Value("a", number=3, own="b"))
    field = make_field(qtbot, context, draft, part)
    QTest.keyClicks(field.editor, "x")
    assert getattr(draft.value(KEY), part) in ("xa", "xb")
    assert draft.value(KEY).number == 3
    draft.flush()


def test_a_value_from_elsewhere_is_shown(qtbot: QtBot, context: Context, draft: Draft) -> None:
    field = make_field(qtbot, context, draft)
    assert field.is_empty
    draft.set_value(KEY, Value("van elders"))
    assert field.editor.text() == "van elders"
    assert not field.is_empty
    draft.flush()


def test_an_answer_over_the_limit_is_said_below_the_field(
    qtbot: QtBot, context: Context, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft_module, "ANSWER_LIMIT", 5)
    field = make_field(qtbot, context, draft)
    draft.set_value(KEY, Value("te lang"))
    assert texts.error_sentence(AnswerTooLong(7, ANSWER_LIMIT)) in notes(field)[0]
    draft.set_value(KEY, Value("kort"))
    assert notes(field) == []
    draft.flush()


def test_what_was_dropped_is_said_until_one_types_on(
    qtbot: QtBot, context: Context, draft: Draft
) -> None:
    field = make_field(qtbot, context, draft)
    data = QMimeData()
    data.setText("a\x00b")
    field.editor.insertFromMimeData(data)
    assert "weggelaten" in notes(field)[0]
    QTest.keyClicks(field.editor, "x")
    assert notes(field) == []
    draft.flush()
