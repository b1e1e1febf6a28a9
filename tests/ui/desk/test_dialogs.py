# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The questions of the desk: what they offer, and what their answers are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from logbook.services.desk import Desk
from logbook.settings import Role
from logbook.ui.context import Context
from logbook.ui.desk.dialogs import PassphraseDialog, StudentDialog, WhoseDialog
from logbook.ui.desk.give_back_dialog import GiveBackDialog
from logbook.ui.desk.starters import StartersDialog
from logbook.ui.preferences_page.desk_card import DeskCard
from tests.packet_builders import make_packet, public


def answer(act: str) -> None:
    """Let the dialog that opens next be answered by one of its slots."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        getattr(dialog, act)()

    QTimer.singleShot(0, press)


def test_a_passphrase_is_asked_unseen(context: Context, qtbot: QtBot) -> None:
    dialog = PassphraseDialog(context.theme, "Wat is de wachtzin?")
    qtbot.addWidget(dialog)
    assert dialog.field.echoMode() is QLineEdit.EchoMode.Password
    assert not dialog.go.isEnabled()
    qtbot.keyClicks(dialog.field, "een wachtzin")
    assert dialog.go.isEnabled()


def test_a_closed_question_has_no_answer(context: Context, desk: Desk) -> None:
    answer("reject")
    assert PassphraseDialog.ask(context.theme, "?", None, "Past niet.") is None
    answer("reject")
    assert WhoseDialog.ask(context.theme, desk, make_packet(), None) is None


def test_a_new_student_is_proposed_as_the_packet_says(
    context: Context, desk: Desk, qtbot: QtBot
) -> None:
    dialog = WhoseDialog(context.theme, desk, make_packet())
    qtbot.addWidget(dialog)
    assert dialog.form.values == ("Student A", "", None)
    dialog.form.name.clear()
    assert (dialog.go.isEnabled(), dialog.chosen()) == (False, None)
    dialog.form.name.setText(" Student  Z ")
    dialog.form.group.setCurrentText("dinsdag")
    answer("_on_day_chosen")
    dialog.form.session.click()
    student = dialog.chosen()
    assert student is not None
    assert (student.name, student.group) == ("Student Z", "dinsdag")
    assert isinstance(student.next_session, date)


def test_somebody_on_the_desk_can_be_chosen(context: Context, filled: Desk, qtbot: QtBot) -> None:
    dialog = WhoseDialog(context.theme, filled, make_packet())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.who.setCurrentIndex(2)
    assert not dialog.form.isVisible()
    assert dialog.chosen() == filled.students()[1]


def test_what_is_known_of_a_student_can_be_changed(context: Context, filled: Desk) -> None:
    student = filled.students()[0]
    answer("accept")
    asked = StudentDialog.ask(context.theme, student, {"dinsdag": None}, None)
    assert asked == (student, False)


def test_a_new_day_may_count_for_the_group(context: Context, filled: Desk, qtbot: QtBot) -> None:
    student = filled.students()[0]
    dialog = StudentDialog(context.theme, student, {"dinsdag": None})
    qtbot.addWidget(dialog)
    assert dialog.with_group.isHidden()
    dialog.form.set_day(date(2026, 12, 1))
    assert not dialog.with_group.isHidden()
    dialog.form.group.setCurrentText("vrijdag")
    assert dialog.with_group.isHidden(), "another group has a day of its own"


def test_who_comes_next_is_proposed_in_the_same_group(
    context: Context, filled: Desk, qtbot: QtBot
) -> None:
    like = filled.students()[1]
    packet = make_packet(7, pair=700, sender="Student C")
    dialog = WhoseDialog(context.theme, filled, packet, None, "p.html", like)
    qtbot.addWidget(dialog)
    assert dialog.form.values == ("Student C", "dinsdag", like.next_session)
    dialog.form.group.setCurrentText("vrijdag")
    assert dialog.form.values[2] is None, "the day went with the group"
    dialog.form._chosen = True
    dialog.form.set_day(date(2026, 12, 1))
    dialog.form.group.setCurrentText("dinsdag")
    assert dialog.form.values[2] == date(2026, 12, 1), "what was chosen stays"


@pytest.mark.parametrize("size", [100, 200])
def test_many_reactions_fit_on_a_small_screen(
    context: Context, filled: Desk, qtbot: QtBot, size: int
) -> None:
    context.preferences.change(text_size=size)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    found = filled.packet(public(1))
    waiting = [(f"Student {n}", replace(found, packet=replace(found.packet, id=public(n))))
               for n in range(1, 13)]  # fmt: skip
    dialog = GiveBackDialog(context.theme, waiting, window)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    assert dialog.height() <= 600
    assert dialog.width() <= 900
    bottom = dialog.go.mapTo(dialog, dialog.go.rect().bottomRight())
    assert dialog.rect().contains(bottom)
    assert dialog._area.horizontalScrollBar().maximum() == 0


def test_all_that_is_ready_is_ticked(context: Context, filled: Desk, qtbot: QtBot) -> None:
    waiting = [(f"Student & {n}", filled.packet(public(n))) for n in (1, 2)]
    dialog = GiveBackDialog(context.theme, waiting)
    qtbot.addWidget(dialog)
    assert dialog.choice.packets == (public(1), public(2))
    assert dialog.choice.reader == "mijn supervisor"
    for box in dialog.boxes.values():
        box.setChecked(False)
    assert not dialog.go.isEnabled()


def test_sentences_are_changed_and_brought_back(context: Context, desk: Desk, qtbot: QtBot) -> None:
    dialog = StartersDialog(context, 6)
    qtbot.addWidget(dialog)
    assert dialog.chapter.currentText() == "6. Vragen stellen"
    shipped = dialog.field.toPlainText()
    dialog.field.setPlainText("Eigen zin?\n\n")
    dialog.field.document().setModified(True)
    dialog.chapter.setCurrentIndex(0)
    assert desk.starters()[6] == ("Eigen zin?",)
    dialog.chapter.setCurrentIndex(dialog.chapter.findData(6))
    dialog.restore.click()
    assert dialog.field.toPlainText() == shipped


@pytest.mark.parametrize(
    ("role", "on", "seen"),
    [(Role.STUDENT, False, False), (Role.SUPERVISOR, False, True), (Role.STUDENT, True, True)],
)
def test_the_desk_is_offered_to_supervisors(
    context: Context, qtbot: QtBot, role: Role, on: bool, seen: bool
) -> None:
    context.preferences.change(role=role, supervisor=on)
    card = DeskCard(context)
    qtbot.addWidget(card)
    card.show_settings(context.preferences.settings)
    assert (card.isVisibleTo(None), card.desk.isChecked()) == (seen, on)
    card.desk.click()
    assert context.preferences.settings.supervisor is not on
