# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from logbook.core.entry import EntryId
from logbook.settings import Theme as ThemeChoice
from logbook.ui.context import Context
from logbook.ui.main_window import MainWindow
from logbook.ui.navigation import FindEntries, OpenExercise, OpenPage, OpenReference, ReadEntry
from logbook.ui.palette.keeper import PaletteKeeper
from logbook.ui.palette.view import PaletteView
from tests.ui.helpers import assert_accessible

EXERCISE = "mijn-referentiekader"
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(library_context: Context, qtbot) -> Iterator[MainWindow]:
    context = library_context
    context.preferences.change(started=True)
    made = MainWindow(context)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.open_at_start()
    with qtbot.waitSignal(made.painted):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


@pytest.fixture
def keeper(window: MainWindow, qtbot) -> PaletteKeeper:
    """The list, opened with its key."""
    qtbot.keyClick(window, Key.Key_K, CONTROL)
    qtbot.waitUntil(window.finding.keeper.view.isVisible)
    return window.finding.keeper


@pytest.fixture
def look(keeper: PaletteKeeper, qtbot) -> Callable[[str], None]:
    """Types something and waits until all of it was looked for."""

    def look(text: str) -> None:
        keeper.view.field.clear()
        if text.isascii():
            qtbot.keyClicks(keeper.view.field, text)
        else:
            keeper.view.field.insert(text)
        qtbot.waitUntil(lambda: not keeper.finder.texts_pending)
        qtbot.waitUntil(lambda: not keeper.finder.titles_pending)

    return look


def lines(view: PaletteView) -> list[str]:
    """Every line of the list as it stands on screen."""
    model: QAbstractItemModel = view.model
    return [str(model.index(n, 0).data()) for n in range(model.rowCount())]


def press(keeper: PaletteKeeper, qtbot, key: Key, modifier: Any = NONE) -> None:
    qtbot.keyClick(keeper.view.field, key, modifier)


def current(keeper: PaletteKeeper) -> str:
    row = keeper.view.current
    return row.title if row is not None else ""


def add(context: Context, *texts: str) -> list[EntryId]:
    return [context.services.writing.add_note(text).id for text in texts]


def test_key_opens_it_and_escape_gives_the_keyboard_back(window: MainWindow, qtbot) -> None:
    window.rail.button("logbook").setFocus()
    qtbot.keyClick(window, Key.Key_K, CONTROL)
    view = window.finding.keeper.view
    assert view.field.hasFocus()
    assert_accessible(view)
    qtbot.keyClick(view.field, Key.Key_Escape)
    assert view.isHidden()
    assert window.rail.button("logbook").hasFocus()


def test_key_opens_it_from_a_text_and_leaves_the_text(window: MainWindow, qtbot) -> None:
    window.commands.new_note()
    qtbot.waitUntil(lambda: hasattr(QApplication.focusWidget(), "toPlainText"))
    editor: Any = QApplication.focusWidget()
    qtbot.keyClicks(editor, "Een lange zin")
    cursor = editor.textCursor()
    cursor.setPosition(4)
    editor.setTextCursor(cursor)
    qtbot.keyClick(editor, Key.Key_K, CONTROL)
    assert window.finding.keeper.view.isVisible()
    assert editor.toPlainText() == "Een lange zin"
    qtbot.keyClick(window.finding.keeper.view.field, Key.Key_Escape)
    assert editor.hasFocus()


def test_button_and_menu_open_it(window: MainWindow) -> None:
    window.rail.find_button.click()
    view = window.finding.keeper.view
    assert view.isVisible()
    window.commands.by_name["find"].trigger()
    assert view.isHidden()
    assert window.commands.by_name["find"] in window.rail.menu.actions()


def test_click_beside_it_closes_it(keeper: PaletteKeeper, qtbot) -> None:
    qtbot.mouseClick(keeper.view, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert keeper.view.isHidden()


def test_everything_is_found_in_groups(window: MainWindow, keeper, look, qtbot) -> None:
    services = window.context.services
    entries = add(window.context, "Gesprek op maandag", "Dinsdag\nWeer een gesprek gehad.")
    services.labels.give(entries, ["gesprekken"])
    services.goals.create("Ik wil een gesprek langer open laten.")
    services.organising.save_search("Gesprekken", "gesprek na:2026")
    keeper.finder.begin()
    look("gesprek")
    found = lines(keeper.view)
    captions = ["Bijdragen", "Labels", "Leerdoelen", "Bewaarde zoekvragen", "Oefeningen"]
    assert set(captions) < set(found)
    assert found.index("Gesprek op maandag") == found.index("Bijdragen") + 1
    assert found[-2:] == ["In wat je schreef", "Dinsdag"]
    assert current(keeper) == "Gesprek op maandag"
    assert keeper.view.count.text().endswith(" gevonden")


def test_titles_that_begin_so_come_before_those_that_have_it(keeper, look) -> None:
    look("korthagen")
    assert "Nieuwe notitie: De spiraal van Korthagen" in lines(keeper.view)
    look("de spiraal")
    assert current(keeper).endswith("De spiraal van Korthagen")


@pytest.mark.parametrize("typed", ["korthegen", "kortahgen"])
def test_one_mistyped_letter_is_forgiven(keeper, look, typed: str) -> None:
    look(typed)
    assert "De spiraal van Korthagen" in lines(keeper.view)


def test_nothing_found_says_so(keeper, look) -> None:
    look("qqxxzz")
    assert lines(keeper.view) == []
    assert keeper.view.count.text() == "Niets gevonden"
    look("…")
    assert keeper.view.count.text() == "Niets gevonden"


def test_what_fits_is_marked(window: MainWindow, keeper, look) -> None:
    add(window.context, "Dinsdag\nWeer een cliënt gesproken.")
    look("client")
    row = next(
        row
        for line in range(keeper.view.model.rowCount())
        if (row := keeper.view.model.row_at(line)) is not None and row.title == "Dinsdag"
    )
    assert [row.detail[start:end] for start, end in row.detail_marks] == ["cliënt"]


def test_keys_walk_the_rows_and_skip_captions(keeper, look, qtbot) -> None:
    look("a")
    rows = [keeper.view.model.row_at(line) for line in keeper.view.model.lines()]
    assert len(rows) > 8
    for key, place in (
        (Key.Key_Down, 1),
        (Key.Key_Up, 0),
        (Key.Key_Up, len(rows) - 1),
        (Key.Key_Down, 0),
        (Key.Key_End, len(rows) - 1),
        (Key.Key_Home, 0),
    ):
        press(keeper, qtbot, key)
        assert keeper.view.current is rows[place]
    press(keeper, qtbot, Key.Key_PageDown)
    assert rows.index(keeper.view.current) > 3
    press(keeper, qtbot, Key.Key_PageUp)
    assert keeper.view.current is rows[0]
    assert keeper.view.field.hasFocus()


def test_nothing_of_the_page_shows_through_the_rows(window: MainWindow, keeper, look) -> None:
    look("a")
    seen = keeper.view.list
    ground = window.context.theme.color("card")
    picture = window.grab().toImage()
    corner = seen.viewport().mapTo(window, QPoint(0, 0))
    # The left edge of rows and captions, where no letter stands.
    shown = {
        picture.pixelColor(corner.x() + 2, corner.y() + y).name()
        for y in range(0, seen.viewport().height(), 3)
    }
    allowed = {ground.name(), window.context.theme.color("accent_tint").name()}
    assert ground.name() in shown
    assert len(shown - allowed) <= 2  # the round corners of the chosen row


def test_enter_reads_an_entry(window: MainWindow, keeper, look, qtbot) -> None:
    entry, _ = add(window.context, "Gesprek op maandag", "Iets anders")
    look("gesprek op")
    press(keeper, qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: window.navigator.history.current == ReadEntry(entry))
    assert keeper.view.isHidden()


def test_enter_waits_for_titles_that_are_looked_for(
    window: MainWindow, keeper, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (entry,) = add(window.context, "Gesprek op maandag")
    keeper.view.field.setText("gesprek op maandag")
    assert keeper.finder.titles_pending
    press(keeper, qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: window.navigator.history.current == ReadEntry(entry))


def test_exercise_opens_and_with_control_in_a_new_round(window, keeper, look, qtbot) -> None:
    exercise = window.context.services.content.library().exercises[EXERCISE]
    look(exercise.title)
    assert keeper.view.hint.text().count("nieuwe ronde") == 1
    press(keeper, qtbot, Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: window.stack.current_name == "writer")
    assert window.navigator.history.current == OpenExercise(EXERCISE)


def test_reference_page_opens_beside(window: MainWindow, keeper, look, qtbot) -> None:
    look("leercirkel")
    while keeper.view.current.wish != OpenReference("models/kolb"):
        press(keeper, qtbot, Key.Key_Down)
    press(keeper, qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: window.side.shown == "reference")
    assert window.stack.current_name == "today"


def test_label_shows_its_entries(window: MainWindow, keeper, look, qtbot) -> None:
    entry, _ = add(window.context, "Maandag", "Dinsdag")
    window.context.services.labels.give([entry], ["grenzen stellen"])
    keeper.finder.begin()
    look("grenzen stellen")
    press(keeper, qtbot, Key.Key_Return)
    query = 'label:"grenzen stellen"'
    qtbot.waitUntil(lambda: window.navigator.history.current == FindEntries(query))
    logbook: Any = window.stack.page("logbook")
    assert logbook.bar.field.text() == query
    qtbot.waitUntil(lambda: logbook.model.entry_ids() == (entry,))


def test_actions_show_their_keys_and_are_done(window: MainWindow, keeper, look, qtbot) -> None:
    look("tekst groter")
    assert keeper.view.current.keys == "Ctrl++"
    press(keeper, qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: window.context.preferences.settings.text_size > 100)


def test_name_of_a_page_leads_to_it(window: MainWindow, keeper, look, qtbot) -> None:
    look("logboek")
    assert keeper.view.current.title == "Naar Logboek"
    press(keeper, qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: window.stack.current_name == "logbook")


def test_action_that_cannot_be_done_now_is_not_offered(keeper, look) -> None:
    look("zonder afleiding")
    assert lines(keeper.view) == []


def test_settings_can_be_chosen(window: MainWindow, keeper, look, qtbot) -> None:
    look("donkere")
    press(keeper, qtbot, Key.Key_Return)
    preferences = window.context.preferences
    qtbot.waitUntil(lambda: preferences.settings.theme is ThemeChoice.DARK)
    qtbot.keyClick(window, Key.Key_K, CONTROL)
    look("donkere")
    assert "staat nu zo" in keeper.view.current.detail


def test_empty_field_offers_what_was_opened_and_done(window: MainWindow, qtbot) -> None:
    first, second = add(window.context, "Maandag", "Dinsdag")
    for wish in (ReadEntry(first), OpenExercise(EXERCISE), ReadEntry(second), OpenPage("today")):
        window.navigator.carry_out(wish)
    for _ in range(2):
        window.commands.by_name["progress"].trigger()
    window.navigator.carry_out(ReadEntry(first))
    window.context.services.writing.move_to_bin(second)
    window.find_anything()
    title = window.context.services.content.library().exercises[EXERCISE].title
    shown = lines(window.finding.keeper.view)
    # One stands on the screen, one is in the bin.
    assert shown[:3] == ["Laatst geopend", title, "Vaak gebruikt"]
    assert shown[3] == "Naar Voortgang"


def test_memory_holds_no_words_of_the_user(window: MainWindow, keeper, look, qtbot) -> None:
    (entry,) = add(window.context, "Geheim gesprek")
    window.context.services.labels.give([entry], ["geheim"])
    keeper.finder.begin()
    look("geheim")
    press(keeper, qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: window.navigator.history.current != OpenPage("today"))
    window.navigator.carry_out(FindEntries("label:geheim"))
    window.keep_everything()
    text = window.context.services.paths.window.read_text(encoding="utf-8")
    assert entry in text
    assert "geheim" not in text.lower()


def test_chosen_row_stays_when_more_is_found(window: MainWindow, keeper, qtbot) -> None:
    add(window.context, "Dinsdag\nWeer over de waarden en het gesprek.")
    keeper.view.field.setText("waarde")
    qtbot.waitUntil(lambda: not keeper.finder.titles_pending)
    press(keeper, qtbot, Key.Key_Down)
    chosen = current(keeper)
    qtbot.waitUntil(lambda: not keeper.finder.texts_pending)
    assert "Dinsdag" in lines(keeper.view)
    assert current(keeper) == chosen


def test_model_keeps_the_rules_of_qt(keeper, look) -> None:
    tester = QAbstractItemModelTester(keeper.view.model, keeper.view)
    look("gesprek")
    look("")
    del tester


@pytest.mark.parametrize("size", [80, 100, 200])
@pytest.mark.parametrize("room", [(480, 360), (900, 600), (1600, 1000)])
def test_it_stays_inside_the_window(window, keeper, look, size: int, room) -> None:
    window.context.preferences.change(text_size=size)
    window.resize(*room)
    look("gesprek")
    panel = keeper.view.panel.geometry()
    assert keeper.view.rect().contains(panel)
    assert keeper.view.list.height() > 60
    assert abs(panel.center().x() - keeper.view.rect().center().x()) <= 1


def test_welcome_has_no_list(library_context: Context, qtbot) -> None:
    made = MainWindow(library_context)
    qtbot.addWidget(made)
    made.open_at_start()
    with qtbot.waitSignal(made.painted):
        made.show()
    made.find_anything()
    assert not made.findChildren(PaletteView)
    made.close()
