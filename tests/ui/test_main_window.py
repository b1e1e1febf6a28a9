# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication

from logbook.core.entry import AnswerKey, Entry, EntryId, Value
from logbook.services.changes import Changes
from logbook.services.writing import Edit
from logbook.ui.actions import ACTIONS, shortcut_list
from logbook.ui.context import Context
from logbook.ui.main_window import MainWindow
from logbook.ui.messages import Messages
from logbook.ui.navigation import (
    GoBack,
    NewNote,
    OpenChapter,
    OpenEntry,
    OpenExercise,
    OpenReference,
    ReadEntry,
)
from tests.ui.helpers import assert_accessible

EXERCISE = "mijn-referentiekader"


@pytest.fixture
def window(context: Context, qtbot) -> Iterator[MainWindow]:
    context.preferences.change(started=True)
    made = MainWindow(context)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.open_at_start()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def kept_note(context: Context, text: str = "Het gesprek liep stroef.") -> EntryId:
    return context.services.writing.add_note(text).id


def kept_round(context: Context, text: str = "Ik hielp graag.") -> Entry:
    exercise = context.services.content.library().exercises[EXERCISE]
    block, prompt = next(iter(exercise.walk()))
    entry = context.services.writing.begin_round(exercise)
    edit = Edit(AnswerKey(block.id, prompt.id), Value(text))
    context.services.writing.save(entry, [edit])
    return entry


def test_window_opens_on_today(window: MainWindow) -> None:
    assert window.stack.current_name == "today"
    assert window.rail.button("today").isChecked()


def test_keyboard_begins_in_the_note(window: MainWindow, qtbot) -> None:
    note: Any = window.stack.page("today")
    qtbot.waitUntil(lambda: note.note.is_begun)
    qtbot.waitUntil(lambda: note.note.focusProxy().editor.hasFocus())


@pytest.mark.parametrize("name", ["today", "exercises", "logbook", "progress", "settings"])
def test_every_item_of_the_rail_opens_its_screen(window: MainWindow, name: str) -> None:
    window.rail.button(name).click()
    assert window.stack.current_name == name
    assert window.rail.button(name).isChecked()
    assert_accessible(window)


def test_screens_are_made_at_their_first_visit(window: MainWindow) -> None:
    assert not window.stack.is_built("progress")
    window.commands.go_progress()
    assert window.stack.is_built("progress")


def test_arrow_keys_walk_through_the_rail(window: MainWindow, qtbot) -> None:
    window.rail.focus_current()
    qtbot.keyClick(window.rail.button("today"), Qt.Key.Key_Down)
    assert window.rail.button("exercises").hasFocus()
    qtbot.keyClick(window.rail.button("exercises"), Qt.Key.Key_End)
    assert window.rail.menu_button.hasFocus()
    qtbot.keyClick(window.rail.menu_button, Qt.Key.Key_Down)
    assert window.rail.button("today").hasFocus()
    qtbot.keyClick(window.rail.button("today"), Qt.Key.Key_Down)
    qtbot.keyClick(window.rail.button("exercises"), Qt.Key.Key_Return)
    assert window.stack.current_name == "exercises"


def test_shortcuts_lead_to_screens(window: MainWindow, qtbot) -> None:
    for number, name in ((2, "exercises"), (3, "logbook"), (4, "progress"), (1, "today")):
        key = Qt.Key(Qt.Key.Key_0 + number)
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert window.stack.current_name == name


def test_every_action_stands_in_the_rail_or_its_menu(window: MainWindow) -> None:
    in_menu = set(window.rail.menu.actions())
    for spec in ACTIONS:
        action = window.commands.by_name[spec.name]
        assert action.text()
        assert action in in_menu or window.rail.button(spec.name)
    assert len(shortcut_list()) == len(ACTIONS)
    assert all(caption and keys for caption, keys in shortcut_list())


def test_rail_shows_icons_alone_on_a_narrow_window(window: MainWindow, qtbot) -> None:
    assert not window.rail.narrow
    window.resize(900, 600)
    qtbot.waitUntil(lambda: window.rail.narrow)
    assert window.rail.button("today").text() == ""
    assert window.rail.button("today").accessibleName() == "Vandaag"
    assert window.rail.button("today").toolTip() == "Vandaag"


def test_rail_gives_room_when_the_text_is_large(window: MainWindow) -> None:
    window.context.preferences.change(text_size=150)
    assert window.rail.narrow


def test_text_size_steps_with_the_keyboard(window: MainWindow) -> None:
    window.commands.make_text_larger()
    assert window.context.preferences.settings.text_size == 110
    window.commands.make_text_smaller()
    window.commands.make_text_smaller()
    assert window.context.preferences.settings.text_size == 90


def test_back_returns_to_the_screen_before(window: MainWindow) -> None:
    window.commands.go_exercises()
    window.navigator.carry_out(OpenExercise(EXERCISE))
    assert window.stack.current_name == "writer"
    assert window.rail.button("exercises").isChecked()
    window.navigator.carry_out(GoBack())
    assert window.stack.current_name == "exercises"
    window.commands.go_back()
    assert window.stack.current_name == "today"
    window.commands.go_back()
    assert window.stack.current_name == "today"


def test_back_to_a_note_does_not_begin_another(window: MainWindow, qtbot) -> None:
    entry_id = kept_note(window.context)
    window.navigator.carry_out(OpenEntry(entry_id))
    window.commands.go_today()
    window.commands.go_back()
    writer: Any = window.stack.page("writer")
    assert writer.draft.entry_id == entry_id
    assert window.context.services.reading.count() == 1


def test_entry_that_is_open_is_written_and_a_closed_one_read(window: MainWindow) -> None:
    entry = kept_round(window.context)
    window.navigator.carry_out(OpenEntry(entry.id))
    assert window.stack.current_name == "writer"
    window.commands.go_today()
    window.context.services.writing.close_for_now(entry.id)
    window.navigator.carry_out(OpenEntry(entry.id))
    assert window.stack.current_name == "logbook"
    assert window.rail.button("logbook").isChecked()


def test_new_note_opens_the_writer(window: MainWindow) -> None:
    window.navigator.carry_out(NewNote())
    assert window.stack.current_name == "writer"
    assert window.rail.button("logbook").isChecked()
    assert_accessible(window)


def test_chapter_leads_to_exercises_or_progress(window: MainWindow) -> None:
    window.navigator.carry_out(OpenChapter(1))
    assert window.stack.current_name == "exercises"
    window.navigator.carry_out(OpenChapter(1, progress=True))
    assert window.stack.current_name == "progress"


def test_reading_goes_to_the_logbook(window: MainWindow) -> None:
    window.navigator.carry_out(ReadEntry(kept_note(window.context)))
    assert window.stack.current_name == "logbook"


@pytest.mark.parametrize(
    "wish", [OpenExercise("bestaat-niet"), OpenEntry(EntryId("bestaat-niet"))], ids=str
)
def test_what_is_not_there_is_said_and_one_stays(window: MainWindow, wish: Any) -> None:
    window.commands.go_logbook()
    assert not window.navigator.carry_out(wish)
    assert window.stack.current_name == "logbook"
    assert window.context.messages.shown[-1].kind == "error"  # type: ignore[attr-defined]


def test_reference_opens_beside_and_gives_the_keyboard_back(window: MainWindow, qtbot) -> None:
    window.commands.go_exercises()
    before = window.stack.page("exercises").focusWidget()
    assert before is not None
    before.setFocus()
    window.navigator.carry_out(OpenReference("models/referentiekader"))
    assert window.side.shown == "reference"
    assert window.stack.isVisible()
    assert_accessible(window.side)
    window.side.close_panel()
    assert window.side.shown == ""
    qtbot.waitUntil(lambda: QApplication.focusWidget() is before)


def test_panel_takes_the_place_of_the_screen_when_there_is_no_room(window: MainWindow) -> None:
    window.context.preferences.change(text_size=200)
    window.resize(900, 600)
    window.commands.toggle_guide()
    assert window.side.isVisible()
    assert window.stack.isHidden()
    window.side.close_panel()
    assert window.stack.isVisible()


def test_guide_follows_the_screen(window: MainWindow) -> None:
    window.commands.toggle_guide()
    assert window.side.shown == "guide"
    window.commands.go_logbook()
    assert window.side.shown == "guide"
    window.commands.toggle_guide()
    assert window.side.shown == ""


def test_alt_with_an_arrow_moves_a_card_and_does_not_go_back(window: MainWindow, qtbot) -> None:
    window.navigator.carry_out(OpenExercise("drijfveren-in-beeld"))
    grid = window.stack.page("writer").view.steps.view("four-cards").table.grid
    for tile in grid.tiles[:2]:
        tile.click()
    grid.focus_tile(grid.tiles[1].face.ref)
    qtbot.keyClick(grid.tiles[1], Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.stack.current_name == "writer"
    assert [tile.rank for tile in grid.tiles[:2]] == [2, 1]


def test_focus_mode_hides_the_rail_until_one_leaves(window: MainWindow) -> None:
    window.navigator.carry_out(OpenExercise(EXERCISE))
    window.commands.toggle_focus_mode()
    assert window.focus_mode
    assert window.rail.isHidden()
    window.commands.go_today()
    assert not window.focus_mode
    assert not window.rail.isHidden()


def test_focus_mode_belongs_to_the_writer(window: MainWindow) -> None:
    assert not window.commands.by_name["focus"].isEnabled()
    window.commands.toggle_focus_mode()
    assert not window.focus_mode


def test_f6_walks_through_the_parts(window: MainWindow) -> None:
    window.rail.focus_current()
    window.commands.go_to_next_part()
    assert window.stack.isAncestorOf(QApplication.focusWidget())
    window.commands.go_to_next_part()
    assert window.rail.isAncestorOf(QApplication.focusWidget())


def test_f6_comes_to_what_a_message_offers(context: Context, qtbot) -> None:
    context.preferences.change(started=True)
    messages = Messages(context.theme)
    window = MainWindow(context._replace(messages=messages))
    qtbot.addWidget(window)
    window.open_at_start()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    messages.show("Weg.", action_text="Ongedaan maken", action=lambda: None)
    window.rail.focus_current()
    window.commands.go_to_next_part()
    assert messages.strip.isAncestorOf(QApplication.focusWidget())
    window.commands.go_to_next_part()
    assert window.stack.isAncestorOf(QApplication.focusWidget())
    window.close()


def test_window_opens_where_one_stopped(window: MainWindow, context: Context, qtbot) -> None:
    entry = kept_round(context)
    window.navigator.carry_out(OpenEntry(entry.id))
    window.resize(700, 640)
    window.close()
    again = MainWindow(context)
    qtbot.addWidget(again)
    again.open_at_start()
    assert again.stack.current_name == "writer"
    assert again.size().width() == 700
    again.close()


def test_window_opens_on_today_when_the_place_is_gone(context: Context, qtbot) -> None:
    context.preferences.change(started=True)
    context.memory.set("window/where", {"kind": "OpenEntry", "entry_id": "weg"})
    again = MainWindow(context)
    qtbot.addWidget(again)
    again.open_at_start()
    assert again.stack.current_name == "today"
    again.close()


def test_window_comes_back_on_a_screen_that_exists(context: Context, qtbot) -> None:
    context.preferences.change(started=True)
    context.memory.set("window/place", [9000, 9000, 1000, 700])
    made = MainWindow(context)
    qtbot.addWidget(made)
    room: QRect = QApplication.primaryScreen().availableGeometry()
    assert room.contains(made.geometry().topLeft())


def test_first_start_shows_the_welcome_once(context: Context, qtbot) -> None:
    made = MainWindow(context)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.open_at_start()
    made.show()
    assert not made.rail.isVisible()
    assert_accessible(made)
    welcome: Any = made.centralWidget().currentWidget()  # type: ignore[attr-defined]
    welcome.begin.click()
    assert made.rail.isVisible()
    assert made.stack.current_name == "today"
    assert context.preferences.settings.started
    made.close()


def test_what_another_process_wrote_is_announced(window: MainWindow, qtbot) -> None:
    from logbook.bootstrap import open_services

    window.watcher.look()
    other = open_services(window.context.services.paths, create=False)
    other.writing.add_note("Van een ander.")
    other.close()
    with qtbot.waitSignal(window.context.notifier.changed) as told:
        window.watcher.look()
    assert told.args == [Changes(everything=True)]
    with qtbot.assertNotEmitted(window.context.notifier.changed):
        window.watcher.look()


def test_what_we_wrote_ourselves_is_not_announced_again(window: MainWindow, qtbot) -> None:
    window.watcher.look()
    kept_note(window.context)
    with qtbot.assertNotEmitted(window.context.notifier.changed):
        window.watcher.look()


def test_own_exercise_that_is_added_is_read(window: MainWindow, qtbot) -> None:
    window.watcher.start()
    own = window.context.services.paths.own_exercises
    with qtbot.assertNotEmitted(window.context.notifier.changed):
        own.mkdir(parents=True)
        files = window.watcher._files
        assert files is not None
        qtbot.waitUntil(lambda: str(own) in files.directories())
    with qtbot.waitSignal(window.context.notifier.changed, timeout=5_000) as told:
        (own / "een.md").write_text("geen oefening", encoding="utf-8")
    assert told.args[0].library
    assert window.context.services.content.library().problems


class Stuck:
    """A screen whose text cannot be kept."""

    def __init__(self, page: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        self.works = False
        monkeypatch.setattr(page, "flush", lambda: self.works)
        monkeypatch.setattr(page, "rescue_text", lambda: "Mijn woorden")


@pytest.mark.parametrize(
    ("answer", "closes"), [("Toch sluiten", True), ("Niet sluiten", False)], ids=str
)
def test_closing_asks_what_to_do_with_text_that_cannot_be_kept(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, answer: str, closes: bool
) -> None:
    stuck = Stuck(window.stack.page("today"), monkeypatch)
    recorder: Any = window.context.messages
    recorder.answers = [answer]
    assert window.close() is closes
    assert len(recorder.asked) == 1
    stuck.works = True


def test_closing_goes_on_when_keeping_works_again(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuck = Stuck(window.stack.page("today"), monkeypatch)
    recorder: Any = window.context.messages

    def ask(*_arguments: object) -> str:
        stuck.works = True
        return "Opnieuw proberen"

    monkeypatch.setattr(recorder, "ask", ask)
    assert window.close()


def test_text_can_be_put_elsewhere(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    from PySide6.QtWidgets import QFileDialog

    target = tmp_path / "gered.md"
    Stuck(window.stack.page("today"), monkeypatch)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    recorder: Any = window.context.messages
    recorder.answers = ["Ergens anders neerzetten"]
    assert window.close()
    assert target.read_text(encoding="utf-8") == "Mijn woorden"
    assert target.stat().st_mode & 0o777 == 0o600
