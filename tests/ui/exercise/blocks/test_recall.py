# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Earlier answers to read again, of this entry and of another exercise; looking back later."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from logbook.core.entry import AnswerKey, Value
from logbook.core.exercise import Block, BlockKind, Prompt, RecallSettings, RevisitSettings
from logbook.services.writing import Edit
from logbook.ui.context import Context
from logbook.ui.editor.markdown_editor import MarkdownEditor
from logbook.ui.exercise.draft import Draft
from logbook.ui.widgets.rich_text import RichText
from tests.ui.exercise.blocks.makers import make_block, make_exercise, show, write
from tests.ui.helpers import assert_accessible

ASKED = Block("asked", BlockKind.TEXT, "Wat zag je?", "", (Prompt("", "Wat zag je?"),))


def make_recall(exercise: str, block: str) -> Block:
    prompt = Prompt("", "Lees terug")
    return make_block(BlockKind.RECALL, prompt, settings=RecallSettings(exercise, block))


def open_draft(context: Context, *blocks: Block) -> Draft:
    exercise = make_exercise(*blocks)
    content = context.services.content
    library = content.library()
    known = {**library.exercises, exercise.id: exercise}
    content._library = replace(library, exercises=known)
    return Draft(context, context.services.writing.begin_round(exercise), exercise)


def words(view: QWidget) -> str:
    texts = [label.text() for label in view.findChildren(QLabel)]
    return "\n".join(texts + [each.toPlainText() for each in view.findChildren(RichText)])


def test_an_answer_of_this_entry_is_shown(qtbot: QtBot, context: Context) -> None:
    recall = make_recall("", "asked")
    draft = open_draft(context, ASKED, recall)
    draft.set_value(AnswerKey("asked"), Value("een *stille* man"))
    draft.flush()
    view = show(qtbot, context, draft, recall)
    assert "een stille man" in words(view)
    assert "Uit ‘Proef’" in words(view)


def test_the_last_filled_round_of_another_exercise_is_shown(qtbot: QtBot, context: Context) -> None:
    writing = context.services.writing
    other = context.services.content.library().exercises["drijfveren-in-beeld"]
    for text in ("eerst", "daarna"):
        entry = writing.begin_round(other)
        writing.save(entry, [Edit(AnswerKey("in-one-sentence"), Value(text))])
        writing.close_for_now(entry.id)
    recall = make_recall(other.id, "in-one-sentence")
    view = show(qtbot, context, open_draft(context, recall), recall)
    assert "daarna" in words(view)
    assert "eerst" not in words(view)
    assert other.title in words(view)


def test_cards_are_named(qtbot: QtBot, context: Context) -> None:
    writing = context.services.writing
    other = context.services.content.library().exercises["drijfveren-in-beeld"]
    chosen = Value(cards=("beelden/brug", "beelden/nest"))
    writing.save(writing.begin_round(other), [Edit(AnswerKey("four-cards"), chosen)])
    recall = make_recall(other.id, "four-cards")
    text = words(show(qtbot, context, open_draft(context, recall), recall))
    assert "1. Brug\n2. Nest" in text


def test_nothing_written_yet_is_said(qtbot: QtBot, context: Context) -> None:
    recall = make_recall("drijfveren-in-beeld", "in-one-sentence")
    view = show(qtbot, context, open_draft(context, recall), recall)
    assert "nog niets geschreven" in words(view)


def test_a_remark_goes_to_the_draft(qtbot: QtBot, context: Context) -> None:
    recall = make_recall("", "asked")
    draft = open_draft(context, ASKED, recall)
    view = show(qtbot, context, draft, recall)
    write(view.findChild(MarkdownEditor), "nu anders")
    assert draft.value(AnswerKey("block")) == Value("nu anders")
    assert_accessible(view)


def test_a_later_question_only_tells(qtbot: QtBot, context: Context) -> None:
    block = make_block(BlockKind.REVISIT, settings=RevisitSettings(84, ("asked",)))
    view = show(qtbot, context, open_draft(context, ASKED, block), block)
    assert "over 12 weken" in words(view)
    assert view.prompt_ids() == ()
