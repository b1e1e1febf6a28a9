# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The choices about checking, and the user's own words."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from logbook.paths import word_lists_folder
from logbook.services.spelling import Spelling
from logbook.ui.context import Context
from logbook.ui.preferences_page.checking_card import CheckingCard
from logbook.ui.preferences_page.own_words_dialog import OwnWordsDialog
from tests.ui.helpers import assert_accessible


def make_card(context: Context, qtbot: QtBot) -> CheckingCard:
    card = CheckingCard(context)
    card.show_settings(context.preferences.settings)
    qtbot.addWidget(card)
    card.show()
    return card


def test_both_checks_are_on_and_each_can_be_turned_off(context: Context, qtbot: QtBot) -> None:
    card = make_card(context, qtbot)
    assert card.spelling.isChecked()
    assert card.traces.isChecked()
    card.spelling.click()
    assert not context.preferences.settings.check_spelling
    assert context.preferences.settings.check_traces
    card.traces.click()
    assert not context.preferences.settings.check_traces


def test_without_dictionary_the_choice_is_grey_and_says_why(context: Context, qtbot: QtBot) -> None:
    services = context.services
    services.__dict__["spelling"] = Spelling(services.paths.data, services.paths.own_words)
    card = make_card(context, qtbot)
    assert not card.spelling.isEnabled()
    assert not card.spelling.isChecked()
    assert "kan dat niet" in card.spelling_note.text()
    assert not card.words_button.isVisible()
    assert context.preferences.settings.check_spelling


def test_own_words_are_taken_off_and_put_back(context: Context, qtbot: QtBot) -> None:
    services = context.services
    assert services.paths.own_words != word_lists_folder()
    for word in ("intervisiekring", "belweekje"):
        services.spelling.learn(word)
    dialog = OwnWordsDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    assert_accessible(dialog)
    assert [dialog.list.item(n).text() for n in range(2)] == ["belweekje", "intervisiekring"]
    dialog.remove.click()
    assert services.spelling.own_words() == ("intervisiekring",)
    dialog.line.button.click()
    assert services.spelling.own_words() == ("belweekje", "intervisiekring")


def test_an_empty_list_says_how_words_come_there(context: Context, qtbot: QtBot) -> None:
    dialog = OwnWordsDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.list.isVisible()
    assert not dialog.remove.isEnabled()
    assert "rechtsklikt" in dialog.note.text()
    layout = dialog.layout()
    assert layout is not None
    layout.activate()
    assert dialog.note.height() <= dialog.note.heightForWidth(dialog.note.width()) + 2
