# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Margin notes, links, pins and labels where an entry is read, without the list beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from logbook.core.entry import NOTE_BLOCK, AnswerKey, EntryId, Value
from logbook.core.entry_links import link_to
from logbook.core.errors import DiskFull
from logbook.core.margin import margin_notes
from logbook.services.changes import Changes
from logbook.ui import kept_text
from logbook.ui.context import Context
from logbook.ui.logbook.entry_lines import EntryLines
from logbook.ui.logbook.margin_html import BESIDE, CHANGE, PLACE, address_of, key_of
from logbook.ui.logbook.pane_acts import PaneActs
from logbook.ui.logbook.reading_pane import ReadingPane
from logbook.ui.navigation import ReadEntry, Wish
from tests.ui.helpers import assert_accessible
from tests.ui.logbook.conftest import Desk
from tests.ui.recorder import Recorder

NOTE = AnswerKey(NOTE_BLOCK)


class Table(QWidget):
    """A reading pane with its acts; `wishes` is where it wants to go."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.pane = ReadingPane(context.theme, self)
        QVBoxLayout(self).addWidget(self.pane)
        self.acts = PaneActs(context, self.pane, EntryLines(context.services.content, self), self)
        self.margin = self.acts.margin
        self.wishes: list[Wish] = []
        self.acts.navigation_requested.connect(self.wishes.append)
        context.notifier.changed.connect(self.on_changed)

    def on_changed(self, _changes: Changes) -> None:
        self.acts.read_again()

    def text(self) -> str:
        """What can be read, around the field of a note."""
        shown = [self.pane.text.toPlainText()]
        if self.margin.field is not None:
            shown += ["<veld>", self.margin._rest.toPlainText()]
        return "\n".join(shown)


@pytest.fixture
def table(context: Context, qtbot: QtBot) -> Table:
    made = Table(context)
    qtbot.addWidget(made)
    made.resize(760, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def closed_id(desk: Desk) -> EntryId:
    """A closed note: a title, then words."""
    entry_id = desk.note("Een titel\n\nWat ik toen schreef.")
    desk.services.writing.close_for_now(entry_id)
    desk.clock.forward(days=3)
    return entry_id


def notes_of(context: Context, entry_id: EntryId) -> list[tuple[str, AnswerKey | None]]:
    found = margin_notes(context.services.reading.entry(entry_id).answers)
    return [(note.text, note.beside) for note in found]


def write(table: Table, words: str) -> None:
    assert table.margin.field is not None
    QTest.keyClicks(table.margin.field.editor, words)


class TestNotes:
    def test_a_note_is_written_beside_its_passage(
        self, table: Table, context: Context, closed_id: EntryId
    ) -> None:
        before = context.services.reading.entry(closed_id).value(NOTE)
        table.acts.read(closed_id)
        assert "+ Kanttekening" in table.text()
        table.pane.text.link_activated.emit(BESIDE + address_of(NOTE))
        assert table.margin.field is not None
        assert table.margin.field.editor.hasFocus()
        assert_accessible(table)
        assert "Wat ik toen schreef.\n<veld>" in table.text().replace("\n\n", "\n")
        write(table, "Nu anders.")
        table.margin.field.ready.click()
        assert table.margin.field is None
        assert notes_of(context, closed_id) == [("Nu anders.", NOTE)]
        assert "Kanttekening, 5 nov 2026 · Wijzigen\nNu anders." in table.text()
        assert context.services.reading.entry(closed_id).value(NOTE) == before

    def test_links_below_the_field_are_passed_on(
        self, table: Table, closed_id: EntryId, qtbot: QtBot
    ) -> None:
        table.acts.read(closed_id)
        table.pane.text.link_activated.emit(BESIDE + address_of(NOTE))
        with qtbot.waitSignal(table.pane.text.link_activated) as said:
            table.margin._rest.link_activated.emit("iets:anders")
        assert said.args == ["iets:anders"]

    def test_it_keeps_itself(
        self,
        table: Table,
        context: Context,
        closed_id: EntryId,
        qtbot: QtBot,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(kept_text, "SAVE_AFTER", 20)
        table.acts.read(closed_id)
        table.pane.text.setFocus()
        QTest.keyClick(
            table.pane.text,
            Qt.Key.Key_M,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
        write(table, "Bij alles.")
        qtbot.waitUntil(lambda: notes_of(context, closed_id) == [("Bij alles.", None)])
        assert table.margin.field is not None
        assert table.margin.field.state.text().startswith("Bewaard ")
        table.margin.close()
        assert "Kanttekening bij het geheel, 5 nov 2026" in table.text()

    def test_it_is_changed_later_with_history(
        self, table: Table, desk: Desk, context: Context, closed_id: EntryId
    ) -> None:
        key, _ = context.services.margin.add(closed_id, "Eerst.", NOTE)
        desk.clock.forward(hours=2)
        table.acts.read(closed_id)
        table.pane.text.link_activated.emit(CHANGE + address_of(key))
        assert table.margin.field is not None
        assert table.margin.field.editor.text() == "Eerst."
        assert "Wijzigen" not in table.text()
        write(table, " Dan dit.")
        QTest.keyClick(table.margin.field.editor, Qt.Key.Key_Escape)
        assert table.margin.field is None
        assert notes_of(context, closed_id) == [("Eerst. Dan dit.", NOTE)]
        history = context.services.reading.history(closed_id)
        found = next(each for each in history.answers if each.answer.key == key)
        assert [r.value.text for r in found.revisions] == ["Eerst.", "Eerst. Dan dit."]

    def test_an_empty_one_leaves_nothing(
        self, table: Table, context: Context, closed_id: EntryId
    ) -> None:
        table.acts.read(closed_id)
        table.pane.menu.note.trigger()
        table.margin.close()
        assert notes_of(context, closed_id) == []
        assert len(context.services.reading.entry(closed_id).answers) == 1

    def test_taking_it_away_can_be_undone(
        self, table: Table, context: Context, closed_id: EntryId, recorder: Recorder
    ) -> None:
        key, _ = context.services.margin.add(closed_id, "Weg ermee.", NOTE)
        table.acts.read(closed_id)
        table.margin.change(key)
        assert table.margin.field is not None
        table.margin.field.remove.click()
        assert notes_of(context, closed_id) == []
        assert "Weg ermee." not in table.text()
        undo = recorder.shown[-1].action
        assert undo is not None
        undo()
        assert notes_of(context, closed_id) == [("Weg ermee.", NOTE)]
        assert "Weg ermee." in table.text()

    def test_reading_another_entry_keeps_it(
        self, table: Table, desk: Desk, context: Context, closed_id: EntryId
    ) -> None:
        other = desk.note("Iets anders")
        table.acts.read(closed_id)
        table.margin.begin(NOTE)
        write(table, "Half")
        table.acts.read(other)
        assert table.margin.field is None
        assert notes_of(context, closed_id) == [("Half", NOTE)]
        assert "Iets anders" in table.pane.title.text()

    def test_what_cannot_be_kept_stays_on_screen(
        self,
        table: Table,
        desk: Desk,
        context: Context,
        closed_id: EntryId,
        recorder: Recorder,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        other = desk.note("Iets anders")
        table.acts.read(closed_id)
        table.margin.begin(NOTE)
        write(table, "Niet kwijt")

        def refuse(*_args: object, **_options: object) -> None:
            raise DiskFull("logboek.db")

        with monkeypatch.context() as patch:
            patch.setattr(context.services.margin, "write", refuse)
            table.acts.read(other)
            assert not table.margin.flush()
            assert "Niet kwijt" in table.margin.rescue_text()
        assert table.margin.field is not None
        assert recorder.shown[-1].kind == "error"
        assert table.margin.close()
        assert notes_of(context, closed_id) == [("Niet kwijt", NOTE)]

    def test_it_stays_open_when_something_else_changes(
        self, table: Table, context: Context, closed_id: EntryId
    ) -> None:
        table.acts.read(closed_id)
        table.margin.begin(NOTE)
        write(table, "Bezig")
        label, _ = context.services.labels.create("een")
        context.notifier.announce(context.services.labels.assign([closed_id], [label.id]))
        assert table.margin.field is not None
        assert table.margin.field.editor.text() == "Bezig"
        table.margin.close()

    def test_a_draft_and_the_bin_offer_none(self, table: Table, desk: Desk) -> None:
        draft = desk.note("Nog open\n\nwoorden")
        table.acts.read(draft)
        assert "+ Kanttekening" not in table.text()
        assert not table.pane.menu.note.isVisible()
        desk.services.writing.close_for_now(draft)
        desk.services.writing.move_to_bin(draft)
        table.acts.read(draft)
        assert "+ Kanttekening" not in table.text()
        assert table.acts.tags.label_button.isHidden()

    def test_beside_cards_it_stands_below_them(
        self, table: Table, desk: Desk, context: Context
    ) -> None:
        entry = desk.round(
            "drijfveren-in-beeld",
            {
                AnswerKey("four-cards"): Value(cards=("beelden/brug",)),
                AnswerKey("in-one-sentence"): Value("Ik blijf."),
            },
        )
        desk.services.writing.close_for_now(entry.id)
        context.services.margin.add(entry.id, "Bij de zin.", AnswerKey("in-one-sentence"))
        context.services.margin.add(entry.id, "Bij de kaarten.", AnswerKey("four-cards"))
        table.acts.read(entry.id)
        text = table.text()
        assert text.index("Bij de kaarten.") < text.index("Ik blijf.") < text.index("Bij de zin.")
        table.margin.begin(AnswerKey("in-one-sentence"))
        shown = table.text()
        assert shown.index("Bij de zin.") < shown.index("<veld>") < shown.index("Bron: ")
        table.margin.close()

    def test_paper_has_notes_and_no_links(
        self, table: Table, context: Context, closed_id: EntryId
    ) -> None:
        context.services.margin.add(closed_id, "Op papier.", NOTE)
        table.acts.read(closed_id)
        text = table.acts.make_print().toPlainText()
        assert "Op papier." in text
        assert "Kanttekening, 5 nov 2026" in text
        assert "Wijzigen" not in text
        assert "+ Kanttekening" not in text

    def test_a_note_with_a_title_alone_shows_its_margin(
        self, table: Table, desk: Desk, context: Context
    ) -> None:
        entry_id = desk.note("Alleen een titel")
        desk.services.writing.close_for_now(entry_id)
        context.services.margin.add(entry_id, "Erbij.", NOTE)
        context.services.margin.add(entry_id, "Bij alles.")
        table.acts.read(entry_id)
        assert "Erbij." in table.text()
        assert "Bij alles." in table.text()


@pytest.mark.parametrize("key", [None, NOTE, AnswerKey("margin", "a-1", "b/c/d/e é")])
def test_an_address_holds_its_answer(key: AnswerKey | None) -> None:
    assert key_of(address_of(key)) == key


def test_what_is_written_cannot_open_a_field(table: Table, desk: Desk, context: Context) -> None:
    entry_id = desk.note(f"Titel\n\n{PLACE} en [x]({BESIDE}) en <!--margin-->")
    desk.services.writing.close_for_now(entry_id)
    table.acts.read(entry_id)
    assert "en x en" in table.text().replace("\n", " ")
    assert table.margin.field is None


class TestLinks:
    def test_a_link_opens_the_entry(self, table: Table, desk: Desk) -> None:
        first = desk.note("De eerste")
        second = desk.note(f"De tweede\n\nZie {link_to(first, 'De eerste')}.")
        table.acts.read(second)
        html = table.pane.text.toHtml()
        assert f"entry:{first}" in html
        table.pane.text.link_activated.emit(f"entry:{first}")
        assert table.wishes == [ReadEntry(first)]

    def test_a_link_to_what_is_gone_says_so(
        self, table: Table, desk: Desk, recorder: Recorder
    ) -> None:
        first = desk.note("De eerste")
        second = desk.note(f"De tweede\n\nZie {link_to(first, 'De eerste')}.")
        desk.services.writing.delete_for_good(first)
        table.acts.read(second)
        assert "De eerste (deze bijdrage is er niet meer)" in table.text()
        assert f"entry:{first}" not in table.pane.text.toHtml()
        table.pane.text.link_activated.emit(f"entry:{first}")
        assert table.wishes == []
        assert "niet meer" in recorder.texts[-1]

    def test_a_link_in_the_title_can_be_followed(
        self, table: Table, desk: Desk, context: Context
    ) -> None:
        first = desk.note("De eerste")
        second = desk.note(f"Na {link_to(first, 'De eerste')} verder")
        assert context.services.reading.summary(second).title == "Na De eerste verder"
        table.acts.read(second)
        assert f"entry:{first}" in table.pane.text.toHtml()

    def test_what_links_here_is_listed(self, table: Table, desk: Desk) -> None:
        first = desk.note("De eerste")
        second = desk.note(f"De & tweede\n\nZie {link_to(first, 'De eerste')}.")
        table.acts.read(second)
        assert not table.acts.linked_from.isVisible()
        table.acts.read(first)
        assert table.acts.linked_from.isVisible()
        (button,) = table.acts.linked_from.buttons
        assert button.accessibleName().startswith("De & tweede · ")
        button.click()
        assert table.wishes == [ReadEntry(second)]


class TestOrder:
    def test_an_entry_is_pinned_and_let_go(
        self, table: Table, desk: Desk, context: Context
    ) -> None:
        entry_id = desk.note("Vast")
        table.acts.read(entry_id)
        assert not table.pane.pinned.isVisible()
        table.pane.menu.pin.trigger()
        assert context.services.reading.summary(entry_id).pinned
        assert table.pane.pinned.isVisible()
        table.pane.pinned.click()
        assert not context.services.reading.summary(entry_id).pinned
        assert not table.pane.pinned.isVisible()

    def test_keys_open_labels_and_goals(self, table: Table, desk: Desk) -> None:
        control = Qt.KeyboardModifier.ControlModifier
        QTest.keyClick(table, Qt.Key.Key_L, control)
        assert table.acts.tags.label_popover is None
        table.acts.read(desk.note("Iets"))
        table.pane.text.setFocus()
        QTest.keyClick(table.pane.text, Qt.Key.Key_L, control)
        popover = table.acts.tags.label_popover
        assert popover is not None
        assert popover.isVisible()
        popover.hide()
        table.pane.menu.goal.trigger()
        assert table.acts.tags.goal_popover is not None
        table.acts.tags.goal_popover.hide()
