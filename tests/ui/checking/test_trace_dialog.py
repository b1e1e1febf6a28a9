# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The check on request, on a stored entry."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from logbook.core.entry import EntryId
from logbook.ui.checking.finding_view import Scope
from logbook.ui.checking.trace_dialog import TraceDialog
from logbook.ui.context import Context
from logbook.ui.widgets.rich_text import RichText
from tests.ui.checking.conftest import KEY, make_note
from tests.ui.helpers import assert_accessible

TEXT = "Ik sprak mevrouw Jansen op 3 april.\nMevrouw Jansen belde op 9 oktober: 06-12345678."


def show(context: Context, entry_id: EntryId, qtbot: QtBot) -> TraceDialog:
    dialog = TraceDialog(context, entry_id)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog._entry is not None)
    return dialog


def text_of(context: Context, entry_id: EntryId) -> str:
    return context.services.reading.entry(entry_id).value(KEY).text


def choose_scope(dialog: TraceDialog, scope: Scope) -> None:
    dialog.view.scope_box.setCurrentIndex(dialog.view.scope_box.findData(scope.value))


def test_lists_everything_with_its_context(checked_context: Context, qtbot: QtBot) -> None:
    dialog = show(checked_context, make_note(checked_context, TEXT), qtbot)
    assert dialog.list.count() == 5
    assert dialog.count.text() == "5 plekken om naar te kijken"
    assert_accessible(dialog)


def test_what_stands_around_it_begins_and_ends_with_whole_words(
    checked_context: Context, qtbot: QtBot
) -> None:
    much = " ".join(["hulpvraagverheldering"] * 12)
    dialog = show(checked_context, make_note(checked_context, f"{much} Jansen {much}"), qtbot)
    shown = next(text for text in dialog.view.findChildren(RichText) if text.accessibleName())
    words = set(shown.toPlainText().split())
    assert words == {"…", "hulpvraagverheldering", "Jansen"}


def test_replaces_the_same_everywhere_and_undoes_it(checked_context: Context, qtbot: QtBot) -> None:
    entry_id = make_note(checked_context, TEXT)
    dialog = show(checked_context, entry_id, qtbot)
    choose_scope(dialog, Scope.SAME)
    dialog.view.replace.click()
    qtbot.waitUntil(lambda: dialog.list.count() == 3)
    assert text_of(checked_context, entry_id).startswith(
        "Ik sprak een bewoner op 3 april.\nDe bewoner belde"
    )
    dialog.line.button.click()
    qtbot.waitUntil(lambda: dialog.list.count() == 5)
    assert text_of(checked_context, entry_id) == TEXT


def test_all_dates_get_a_season_of_their_own(checked_context: Context, qtbot: QtBot) -> None:
    entry_id = make_note(checked_context, TEXT)
    dialog = show(checked_context, entry_id, qtbot)
    dialog.list.setCurrentRow(1)
    choose_scope(dialog, Scope.KIND)
    dialog.view.replace.click()
    qtbot.waitUntil(lambda: dialog.list.count() == 3)
    text = text_of(checked_context, entry_id)
    assert "een dag in het voorjaar" in text
    assert "een dag in het najaar" in text


def test_ignoring_lasts_and_nothing_found_says_what_is_not_seen(
    checked_context: Context, qtbot: QtBot
) -> None:
    entry_id = make_note(checked_context, "Ik sprak mevrouw Jansen.")
    dialog = show(checked_context, entry_id, qtbot)
    dialog.view.ignore.click()
    qtbot.waitUntil(lambda: dialog.list.count() == 0)
    assert dialog.count.text() == "Deze controle zag niets."
    assert dialog._limits.isVisible()
    again = show(checked_context, entry_id, qtbot)
    assert again.list.count() == 0
    shown = [label.text() for label in again.findChildren(type(again.count))]
    assert not any("anoniem" in words.lower() for words in shown)


def test_a_closed_entry_is_not_changed(checked_context: Context, qtbot: QtBot) -> None:
    entry_id = make_note(checked_context, TEXT)
    checked_context.services.writing.close_for_now(entry_id)
    dialog = show(checked_context, entry_id, qtbot)
    assert not dialog.view.replace.isVisible()
    assert "afgerond" in dialog.view.locked.text()
    dialog.view.roles.accepted.emit()
    assert text_of(checked_context, entry_id) == TEXT
