# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Learning goals with real widgets: the popover, the dialog, the card of Voortgang."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from logbook.core.entry import EntryId
from logbook.core.errors import DiskFull
from logbook.core.goal import GoalId
from logbook.ui import kept_text
from logbook.ui.context import Context
from logbook.ui.goals.goals_card import GoalsCard
from logbook.ui.goals.goals_dialog import GoalsDialog
from logbook.ui.labels.entry_tags import EntryTags
from logbook.ui.logbook.versions_dialog import VersionsDialog
from logbook.ui.navigation import ReadEntry
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.dates import short_day
from logbook.ui.widgets.entry_link import EntryLink
from logbook.ui.widgets.labels import PlainLabel
from tests.ui.helpers import assert_accessible


@pytest.fixture
def entry_id(context: Context) -> EntryId:
    return context.services.writing.add_note("Over stilte").id


@pytest.fixture
def goal_id(context: Context, entry_id: EntryId) -> GoalId:
    goal, _ = context.services.goals.create("Stilte laten duren")
    context.services.goals.link([entry_id], goal.id)
    return goal.id


@pytest.fixture
def dialog(context: Context, qtbot: QtBot, goal_id: GoalId) -> GoalsDialog:
    made = GoalsDialog(context)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def texts_of(context: Context) -> list[str]:
    return [line.goal.text for line in context.services.goals.all()]


def test_an_entry_is_linked_by_typing(context: Context, qtbot: QtBot, entry_id: EntryId) -> None:
    tags = EntryTags(context, lambda: entry_id)
    qtbot.addWidget(tags)
    with qtbot.waitExposed(tags):
        tags.show()
    tags.goal_button.click()
    popover = tags.goal_popover
    assert popover is not None
    assert_accessible(popover)
    QTest.keyClicks(popover.field, "Eerder om hulp vragen")
    QTest.keyClick(popover.field, Qt.Key.Key_Return)
    assert [g.text for g in context.services.goals.of_entry(entry_id)] == ["Eerder om hulp vragen"]
    shown = [each.text() for each in tags.findChildren(PlainLabel) if each.isVisible()]
    assert "Leerdoel: Eerder om hulp vragen" in shown
    QTest.keyClick(popover.field, Qt.Key.Key_Return)
    assert context.services.goals.of_entry(entry_id) == ()
    popover.hide()


class TestDialog:
    def test_every_control_has_a_name(self, dialog: GoalsDialog) -> None:
        assert_accessible(dialog)
        dialog.accept()

    def test_facts_and_entries_are_shown(self, dialog: GoalsDialog, entry_id: EntryId) -> None:
        assert dialog.list.item(0).text() == "Stilte laten duren\n1 bijdrage"
        assert "1 bijdrage" in dialog.pane.facts.text()
        links = [b for b in dialog.pane.findChildren(Button) if b.property("entry_id")]
        links[0].click()
        assert dialog.wish == ReadEntry(entry_id)
        assert not dialog.isVisible()

    def test_a_long_title_is_cut_where_there_is_no_room(
        self, context: Context, dialog: GoalsDialog
    ) -> None:
        link = next(b for b in dialog.pane.findChildren(Button) if b.property("entry_id"))
        long = EntryLink("1", "Een lange titel " * 20, "3 mei", dialog.pane)
        assert long.minimumSizeHint().width() < dialog.pane.width()
        assert link.text().endswith(short_day(context.services.today()))

    def test_text_keeps_itself(
        self,
        dialog: GoalsDialog,
        context: Context,
        qtbot: QtBot,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(kept_text, "SAVE_AFTER", 20)
        dialog.pane.editor.setFocus()
        QTest.keyClicks(dialog.pane.editor, " en niets zeggen")
        qtbot.waitUntil(lambda: texts_of(context) == ["Stilte laten duren en niets zeggen"])
        assert dialog.pane.keeping.text().startswith("Bewaard ")
        assert dialog.list.item(0).text().startswith("Stilte laten duren en niets zeggen")
        dialog.accept()

    def test_a_new_goal_is_there_from_its_first_words(
        self, dialog: GoalsDialog, context: Context
    ) -> None:
        dialog.new.click()
        assert texts_of(context) == ["Stilte laten duren"]
        QTest.keyClicks(dialog.pane.editor, "Op tijd stoppen")
        assert dialog.pane.flush()
        assert set(texts_of(context)) == {"Stilte laten duren", "Op tijd stoppen"}
        assert dialog.list.count() == 2
        assert dialog.list.currentItem().text().startswith("Op tijd stoppen")
        dialog.accept()

    def test_an_empty_text_leaves_what_stood_there(
        self, dialog: GoalsDialog, context: Context
    ) -> None:
        dialog.pane.editor.setFocus()
        dialog.pane.editor.selectAll()
        QTest.keyClick(dialog.pane.editor, Qt.Key.Key_Delete)
        assert dialog.pane.keeping.text()
        dialog.accept()
        assert texts_of(context) == ["Stilte laten duren"]

    def test_a_goal_is_closed_and_opened_again(
        self, dialog: GoalsDialog, context: Context, goal_id: GoalId
    ) -> None:
        dialog.pane.state.click()
        assert not context.services.goals.line(goal_id).goal.is_open
        assert "afgerond" in dialog.list.item(0).text()
        assert dialog.pane.state.text() == "Heropenen"
        dialog.pane.state.click()
        assert context.services.goals.line(goal_id).goal.is_open
        dialog.accept()

    def test_deleting_can_be_undone(
        self, dialog: GoalsDialog, context: Context, entry_id: EntryId
    ) -> None:
        dialog.pane.delete.click()
        assert texts_of(context) == []
        assert dialog.pane.goal_id is None
        dialog.line.button.click()
        assert texts_of(context) == ["Stilte laten duren"]
        assert len(context.services.goals.of_entry(entry_id)) == 1
        assert dialog.pane.editor.text() == "Stilte laten duren"
        dialog.accept()

    def test_an_older_version_is_put_back(
        self,
        dialog: GoalsDialog,
        context: Context,
        goal_id: GoalId,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        context.services.goals.edit(goal_id, "Stilte laten duren", close_version=True)
        context.services.goals.edit(goal_id, "Iets anders", close_version=True)
        dialog.fill()
        dialog.fill_line(goal_id)
        assert dialog.pane.versions.text() == "2 versies"

        def choose(versions: VersionsDialog) -> None:
            assert_accessible(versions)
            versions.controls.go_to(0)
            assert versions.view.text.toPlainText() == "Stilte laten duren"
            versions.restore.click()

        monkeypatch.setattr(VersionsDialog, "exec", choose)
        dialog.pane.versions.click()
        assert dialog.pane.editor.text() == "Stilte laten duren"
        assert texts_of(context) == ["Stilte laten duren"]
        assert len(context.services.goals.versions(goal_id)) == 3
        dialog.accept()

    def test_what_cannot_be_kept_is_not_lost(
        self, dialog: GoalsDialog, context: Context, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_args: object, **_options: object) -> None:
            raise DiskFull("logboek.db")

        monkeypatch.setattr(context.services.goals, "edit", refuse)
        dialog.pane.editor.setFocus()
        QTest.keyClicks(dialog.pane.editor, " lang")
        dialog.reject()
        assert dialog.isVisible()
        assert dialog.line.words.text()
        dialog.reject()
        assert not dialog.isVisible()
        assert QGuiApplication.clipboard().text() == "Stilte laten duren lang"


class TestCard:
    def test_open_goals_come_first_with_their_count(
        self, context: Context, qtbot: QtBot, goal_id: GoalId
    ) -> None:
        closed, _ = context.services.goals.create("Op tijd af")
        context.services.goals.close(closed.id)
        card = GoalsCard(context)
        qtbot.addWidget(card)
        assert card.summary.text() == "1 open · 1 afgerond"
        assert [row.accessibleName().split(",")[0] for row in card.rows] == [
            "Stilte laten duren",
            "Op tijd af",
        ]
        assert "1 bijdrage" in card.rows[0].accessibleName()
        assert_accessible(card)

    def test_a_row_opens_its_goal(
        self,
        context: Context,
        qtbot: QtBot,
        goal_id: GoalId,
        entry_id: EntryId,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        context.services.goals.create("Een nieuwer doel")
        shown: list[str] = []

        def look(dialog: GoalsDialog) -> None:
            shown.append(dialog.pane.editor.text())
            dialog.wish = ReadEntry(entry_id)

        monkeypatch.setattr(GoalsDialog, "exec", look)
        card = GoalsCard(context)
        qtbot.addWidget(card)
        with qtbot.waitSignal(card.navigation_requested) as found:
            card.rows[1].click()
        assert shown == ["Stilte laten duren"]
        assert found.args == [ReadEntry(entry_id)]

    def test_without_goals_it_offers_the_first(self, context: Context, qtbot: QtBot) -> None:
        card = GoalsCard(context)
        qtbot.addWidget(card)
        assert card.rows == []
        assert card.open_button.text() == "Een leerdoel schrijven …"
