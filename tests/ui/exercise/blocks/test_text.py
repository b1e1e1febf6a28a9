# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Questions with a field: typing, filling, one at a time, links and names."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from logbook.core.entry import AnswerKey, Value
from logbook.core.exercise import BlockKind, Field, Prompt
from logbook.settings import StepMode
from logbook.ui.context import Context
from logbook.ui.editor.markdown_editor import MarkdownEditor
from logbook.ui.exercise.blocks.explanation import Explanation
from logbook.ui.exercise.step_column import StepColumn
from logbook.ui.widgets.rich_text import RichText
from tests.ui.exercise.blocks.makers import make_block, make_draft, show, stored, write
from tests.ui.helpers import assert_accessible

BLOCK = make_block(
    BlockKind.TEXT,
    Prompt("first", "Wat gebeurde er?"),
    Prompt("second", "Wie waren erbij?", "Schrijf rollen in plaats van namen.", Field.LINE),
)
FIRST, SECOND = AnswerKey("block", "first"), AnswerKey("block", "second")


def test_typing_goes_to_the_draft_and_the_logbook(qtbot: QtBot, context: Context) -> None:
    draft = make_draft(context, BLOCK)
    view = show(qtbot, context, draft, BLOCK)
    write(view.findChildren(MarkdownEditor)[1], "een collega")
    assert draft.value(SECOND) == Value("een collega")
    assert stored(context, draft, SECOND) == Value("een collega")


def test_filling_shows_the_answer_and_leaves_nothing_pending(
    qtbot: QtBot, context: Context
) -> None:
    draft = make_draft(context, BLOCK)
    draft.set_value(FIRST, Value("Hij zweeg."))
    draft.flush()
    view = show(qtbot, context, draft, BLOCK)
    assert view.findChildren(MarkdownEditor)[0].text() == "Hij zweeg."
    assert not draft.pending


def test_a_change_from_elsewhere_is_shown(qtbot: QtBot, context: Context) -> None:
    draft = make_draft(context, BLOCK)
    view = show(qtbot, context, draft, BLOCK)
    draft.set_value(FIRST, Value("Later."))
    assert view.findChildren(MarkdownEditor)[0].text() == "Later."


def test_one_question_at_a_time(qtbot: QtBot, context: Context) -> None:
    view = show(qtbot, context, make_draft(context, BLOCK), BLOCK)
    assert view.prompt_ids() == ("first", "second")
    view.show_only("second")
    assert [e.isVisible() for e in view.findChildren(MarkdownEditor)] == [False, True]
    view.show_only(None)
    assert all(e.isVisible() for e in view.findChildren(MarkdownEditor))


def test_the_keyboard_goes_to_the_first_empty_question(qtbot: QtBot, context: Context) -> None:
    draft = make_draft(context, BLOCK)
    draft.set_value(FIRST, Value("al geschreven"))
    view = show(qtbot, context, draft, BLOCK)
    view.focus_first_empty()
    assert view.focusWidget() is view.findChildren(MarkdownEditor)[1]


def test_every_control_has_a_name(qtbot: QtBot, context: Context) -> None:
    view = show(qtbot, context, make_draft(context, BLOCK), BLOCK)
    assert_accessible(view)
    names = [e.accessibleName() for e in view.findChildren(MarkdownEditor)]
    assert names == ["Wat gebeurde er?", "Wie waren erbij?"]


def test_a_reference_link_asks_for_the_page(qtbot: QtBot, context: Context) -> None:
    text = Explanation(context.theme, "Lees over [het model](naslag:models/weegschaalmodel).")
    qtbot.addWidget(text)
    with qtbot.waitSignal(text.reference_requested) as asked:
        text.findChild(RichText).anchorClicked.emit(QUrl("naslag:models/weegschaalmodel"))
    assert asked.args == ["models/weegschaalmodel"]


def test_a_note_stands_in_its_own_frame(qtbot: QtBot, context: Context) -> None:
    text = Explanation(context.theme, '!!! zorg "Kies iets wat je aankunt"\n    Stoppen mag.')
    qtbot.addWidget(text)
    assert text.findChild(QLabel).text() == "Kies iets wat je aankunt"
    assert "Stoppen mag." in text.findChild(RichText).toPlainText()


def test_own_words_stand_in_the_place_of_their_link(qtbot: QtBot, context: Context) -> None:
    draft = make_draft(context, BLOCK)
    text = Explanation(context.theme, "Je schreef: [je zin](answer:block)", draft)
    qtbot.addWidget(text)
    assert "nog niets geschreven" in text.findChild(RichText).toPlainText()
    draft.set_value(FIRST, Value("<b>Ik zwijg</b>"))
    assert "“<b>Ik zwijg</b>”" in text.findChild(RichText).toPlainText()


def test_tab_leaves_the_questions_and_comes_back_to_the_first(
    qtbot: QtBot, context: Context
) -> None:
    prompts = (Prompt("one", "Een?"), Prompt("two", "Twee?"), Prompt("three", "Drie?"))
    draft = make_draft(context, make_block(BlockKind.TEXT, *prompts))
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    column = StepColumn(context, draft, draft.exercise, window)
    row.addWidget(column)
    row.addWidget(QPushButton("Ernaast", window))
    column.set_mode(StepMode.STEP)  # the fields are made after the button beside them
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    column.focus_first_empty()
    names = []
    for _ in range(12):
        widget = QApplication.focusWidget()
        assert widget is not None
        names.append(widget.accessibleName() or widget.text())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert names[:3] == ["Een?", "Twee?", "Drie?"]
    again = names.index("Een?", 1)
    assert "Ernaast" in names[:again]
    assert names.count("Drie?") <= 2
    assert len(set(names[:again])) == again
