# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The list of forms: what stands in it, and how keys and clicks choose from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from logbook.core.library import Library
from logbook.ui.demo.hands import click, settle, words_on
from logbook.ui.exercise.form_dialog import PLAIN, FormDialog, FormRow, forms_in
from logbook.ui.theme import Theme
from tests.ui.exercise.examples import make_exercise
from tests.ui.helpers import assert_accessible

Key = Qt.Key
MakeDialog = Callable[..., FormDialog]


def form(form_id: str, title: str, minutes: int) -> object:
    made = make_exercise(id=form_id, title=title, minutes=minutes, goal=f"Om {form_id} te doen.")
    return replace(made, chapter=None, template=True)


FORMS = {
    "lang": form("lang", "Een lange vorm", 40),
    "kort": form("kort", "Een korte vorm", 5),
    "client": form("client", "De cliënt in beeld", 20),
    PLAIN: form(PLAIN, "Vrije notitie", 5),
}


@pytest.fixture
def make_dialog(qtbot: QtBot, theme: Theme) -> MakeDialog:
    def make(*, carries_text: bool = False) -> FormDialog:
        dialog = FormDialog(Library(templates=FORMS), theme, carries_text)  # type: ignore[arg-type]
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        return dialog

    return make


def shown(dialog: FormDialog) -> list[str]:
    return [row.accessibleName().partition(",")[0] for row in dialog.rows if row.isVisible()]


def marked(dialog: FormDialog) -> list[str]:
    return [row.accessibleName().partition(",")[0] for row in dialog.rows if row.isChecked()]


def chosen(dialog: FormDialog) -> str | None:
    assert dialog.choice is not None
    return dialog.choice.form.id if dialog.choice.form else None


def key(which: Key) -> None:
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClick(here, which)
    settle()


def test_a_note_without_a_form_comes_first_then_short_to_long(make_dialog: MakeDialog) -> None:
    dialog = make_dialog()
    assert shown(dialog) == [
        "Vrije notitie",
        "Een korte vorm",
        "De cliënt in beeld",
        "Een lange vorm",
    ]


def test_a_row_says_title_goal_and_minutes(make_dialog: MakeDialog) -> None:
    dialog = make_dialog()
    row = dialog.rows[1]
    assert row.accessibleName() == "Een korte vorm, Om kort te doen., 5 minuten"
    assert "Om kort te doen." in words_on(row)
    assert "5 minuten" in words_on(row)


def test_every_control_has_a_name(make_dialog: MakeDialog) -> None:
    assert_accessible(make_dialog())


def test_it_tells_that_text_goes_along_when_there_is_some(make_dialog: MakeDialog) -> None:
    assert "gaat mee" not in words_on(make_dialog())
    assert "gaat mee" in words_on(make_dialog(carries_text=True))


def test_typing_filters_and_enter_takes_the_first(make_dialog: MakeDialog) -> None:
    dialog = make_dialog()
    QTest.keyClicks(QApplication.focusWidget(), "lang")
    assert shown(dialog) == ["Een lange vorm"]
    key(Key.Key_Return)
    assert chosen(dialog) == "lang"


def test_letters_without_accents_find_those_with(make_dialog: MakeDialog) -> None:
    dialog = make_dialog()
    dialog.search.setText("client beeld")
    assert shown(dialog) == ["De cliënt in beeld"]


def test_the_goal_is_searched_too(make_dialog: MakeDialog) -> None:
    dialog = make_dialog()
    dialog.search.setText("om kort")
    assert shown(dialog) == ["Een korte vorm"]


def test_nothing_found_says_so(make_dialog: MakeDialog) -> None:
    dialog = make_dialog()
    dialog.search.setText("zzz")
    assert "geen vorm" in words_on(dialog)
    key(Key.Key_Return)
    assert dialog.choice is None
    assert dialog.isVisible()


def test_arrows_walk_over_the_list_and_back(make_dialog: MakeDialog) -> None:
    dialog = make_dialog()
    assert marked(dialog) == ["Vrije notitie"]
    key(Key.Key_Down)
    assert marked(dialog) == ["Een korte vorm"]
    key(Key.Key_Up)
    assert marked(dialog) == ["Vrije notitie"]
    key(Key.Key_Up)
    assert dialog.search.hasFocus()


def test_enter_on_a_row_chooses_it(make_dialog: MakeDialog) -> None:
    dialog = make_dialog()
    key(Key.Key_Down)
    key(Key.Key_Return)
    assert chosen(dialog) == "kort"


def test_letters_on_a_row_go_to_the_field(make_dialog: MakeDialog) -> None:
    dialog = make_dialog()
    key(Key.Key_Down)
    QTest.keyClicks(QApplication.focusWidget(), "lang")
    assert dialog.search.text() == "lang"
    assert marked(dialog) == ["Een lange vorm"]


def test_a_click_chooses(make_dialog: MakeDialog) -> None:
    dialog = make_dialog()
    click(dialog.rows[0])
    assert chosen(dialog) is None


def test_escape_chooses_nothing(make_dialog: MakeDialog) -> None:
    dialog = make_dialog()
    key(Key.Key_Down)
    key(Key.Key_Escape)
    assert dialog.choice is None
    assert not dialog.isVisible()


def test_every_shipped_form_is_in_the_list(library_context, qtbot: QtBot) -> None:
    library = library_context.services.content.library()
    assert len(forms_in(library)) == len(library.forms) - 1
    dialog = FormDialog(library, library_context.theme, False)
    qtbot.addWidget(dialog)
    assert all(isinstance(row, FormRow) and row.accessibleName() for row in dialog.rows)
