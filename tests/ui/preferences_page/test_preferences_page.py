# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QRadioButton

from logbook.bootstrap import open_services
from logbook.settings import TEXT_SIZES, ReadingFont, Role, Settings, StepMode, load_settings
from logbook.settings import Theme as ThemeChoice
from logbook.ui.context import Context
from logbook.ui.demo.hands import button, click, find, press, settle, words_on
from logbook.ui.preferences_page.preferences_page import PreferencesPage
from logbook.ui.theme import Theme
from logbook.ui.widgets.labels import PlainLabel
from tests.ui.helpers import assert_accessible
from tests.ui.recorder import Recorder


@pytest.fixture
def page(context: Context, qtbot) -> PreferencesPage:
    made = PreferencesPage(context)
    qtbot.addWidget(made)
    made.resize(1068, 820)
    made.show()
    made.enter()
    return made


def kept(context: Context) -> Settings:
    """The settings as the next start of the program reads them."""
    return load_settings(context.services.paths.settings)


def chosen(page: PreferencesPage) -> list[str]:
    return [r.accessibleName() for r in page.findChildren(QRadioButton) if r.isChecked()]


def test_the_keyboard_begins_at_the_chosen_look_and_goes_to_the_chosen_size(
    page: PreferencesPage, qtbot
) -> None:
    look = button(page, "Licht of donker: Zoals de computer")
    qtbot.waitUntil(lambda: page.focusWidget() is look)
    QTest.keyClick(look, Qt.Key.Key_Tab)
    assert page.focusWidget() is button(page, "Grootte van de tekst: 100 %")
    for _ in range(8):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    checks, agenda = page.checking, page.calendar
    boxes = (checks.spelling, checks.words_button, checks.traces)
    for box in (*boxes, agenda.once_button, agenda.keep_button, page.place.folder_button):
        assert page.focusWidget() is box
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)


@pytest.mark.parametrize(
    ("caption", "wanted"),
    [
        ("Licht of donker: Donker", {"theme": ThemeChoice.DARK}),
        ("Licht of donker: Licht", {"theme": ThemeChoice.LIGHT}),
        ("Grootte van de tekst: 150 %", {"text_size": 150}),
        (
            "Letter om te lezen en te schrijven: Extra goed leesbaar (Atkinson)",
            {"reading_font": ReadingFont.HYPERLEGIBLE},
        ),
        ("Breedte van de tekst: Smal", {"column_width": 520}),
        ("Ruimte tussen de regels: Veel", {"line_height": 200}),
        ("Ruimte tussen de letters: Meer", {"letter_spacing": 6}),
        ("Een oefening doen: Eén vraag tegelijk", {"step_mode": StepMode.QUESTION}),
        ("Wie je hier bent: Docent", {"role": Role.TEACHER}),
    ],
)
def test_a_choice_is_in_force_and_kept_at_once(
    page: PreferencesPage, context: Context, caption: str, wanted: dict
) -> None:
    click(button(page, caption))
    assert context.preferences.settings == replace(Settings(), **wanted)
    assert kept(context) == replace(Settings(), **wanted)


def test_dark_is_put_on_right_away(page: PreferencesPage, theme: Theme) -> None:
    click(button(page, "Licht of donker: Donker"))
    assert theme.dark
    assert page.palette().window().color() == theme.color("background")


def test_text_grows_right_away(page: PreferencesPage, theme: Theme) -> None:
    label = find(page, PlainLabel, lambda each: each.text() == "Licht of donker")
    before = label.fontMetrics().height()
    click(button(page, "Grootte van de tekst: 200 %"))
    assert theme.scale == 2
    assert label.fontMetrics().height() > 1.8 * before


def test_the_sample_shows_the_chosen_type(page: PreferencesPage, theme: Theme) -> None:
    name = "Letter om te lezen en te schrijven: Extra goed leesbaar (Atkinson)"
    click(button(page, name))
    question = find(page, PlainLabel, lambda each: each.text().startswith("Wat raakte"))
    for font in (question.font(), page.reading.sample.document().defaultFont()):
        assert font.family() == theme.reading_family


def test_the_present_choices_are_shown(page: PreferencesPage, context: Context) -> None:
    context.preferences.change(theme=ThemeChoice.DARK, text_size=125, role=Role.TEACHER)
    assert chosen(page) == [
        "Licht of donker: Donker",
        "Grootte van de tekst: 125 %",
        "Letter om te lezen en te schrijven: Met schreef",
        "Breedte van de tekst: Gewoon",
        "Ruimte tussen de regels: Gewoon",
        "Ruimte tussen de letters: Gewoon",
        "Een oefening doen: Stap voor stap",
        "Terugkijken in Toen en nu: Eerst schrijven, dan lezen",
        "Wie je hier bent: Docent",
    ]


def test_every_text_size_can_be_chosen(page: PreferencesPage) -> None:
    captions = [r.text() for r in page.size_row.findChildren(QRadioButton)]
    assert captions == [f"{size} %" for size in TEXT_SIZES]


def test_showing_a_choice_changes_nothing(page: PreferencesPage, context: Context) -> None:
    page.enter()
    assert not context.services.paths.settings.exists()


def test_arrow_keys_choose(page: PreferencesPage, context: Context) -> None:
    button(page, "Grootte van de tekst: 100 %").setFocus()
    press(Qt.Key.Key_Right)
    assert context.preferences.settings.text_size == 110


def test_a_choice_that_cannot_be_kept_is_in_force_and_said(
    page: PreferencesPage, context: Context, qtbot
) -> None:
    folder = context.services.paths.config
    folder.rename(folder.with_name("weg"))
    folder.write_text("een bestand op de plaats van de map")
    with qtbot.waitSignal(context.preferences.save_failed):
        click(button(page, "Licht of donker: Donker"))
    assert context.theme.dark


def test_moving_takes_everything_along(page: PreferencesPage, context: Context, qtbot) -> None:
    services = context.services
    services.writing.add_note("verhuist mee")
    target = services.paths.data / "elders" / "logboek.db"
    with qtbot.waitSignal(page.restart_requested):
        page.place.move_requested.emit(target)
    assert not services.paths.logbook.exists()
    assert kept(context).logbook == str(target)
    moved = open_services(services.paths._replace(logbook=target), create=False)
    assert moved.reading.count() == 1
    moved.close()


def test_moving_onto_another_file_is_refused(
    page: PreferencesPage, context: Context, recorder: Recorder, qtbot
) -> None:
    target = context.services.paths.data / "bezet.db"
    target.write_text("van iemand anders")
    with qtbot.assertNotEmitted(page.restart_requested):
        page.place.move_requested.emit(target)
    assert target.read_text() == "van iemand anders"
    assert len(recorder.texts) == 1
    context.services.writing.add_note("gaat gewoon door")


def test_the_button_asks_for_a_folder(
    page: PreferencesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "daar"))
    with qtbot.waitSignal(page.restart_requested):
        click(page.place.move_button)
    assert (tmp_path / "daar" / "logboek.db").exists()


def test_calling_the_choice_of_a_folder_off_moves_nothing(
    page: PreferencesPage, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    click(page.place.move_button)
    assert context.services.paths.logbook.exists()


def test_it_tells_where_the_logbook_is(page: PreferencesPage, context: Context) -> None:
    assert str(context.services.paths.logbook) in words_on(page).replace("\u200b", "")


def test_every_control_has_a_name(page: PreferencesPage) -> None:
    assert_accessible(page)


@pytest.mark.parametrize("size", [100, 200])
def test_choices_wrap_in_a_small_window(page: PreferencesPage, context: Context, size: int) -> None:
    context.preferences.change(text_size=size)
    page.resize(560, 500)
    settle()
    for radio in page.findChildren(QRadioButton):
        assert radio.mapTo(page, radio.rect().topRight()).x() <= page.width()


def test_the_sample_follows_what_is_chosen(page: PreferencesPage, theme: Theme) -> None:
    sample = page.reading.sample
    before = sample.height()
    click(button(page, "Ruimte tussen de regels: Veel"))
    assert sample.height() > before
    click(button(page, "Ruimte tussen de letters: Veel"))
    font = sample.document().defaultFont()
    assert font.letterSpacing() == pytest.approx(font.pixelSize() * 0.12, rel=0.02)
    wide = page.reading.width()
    click(button(page, "Breedte van de tekst: Smal"))
    settle()
    assert page.reading.width() < wide


def test_the_earlier_answer_need_not_be_covered(page: PreferencesPage, context: Context) -> None:
    click(button(page, "Terugkijken in Toen en nu: Meteen naast elkaar"))
    assert not context.preferences.settings.cover_earlier
    click(button(page, "Terugkijken in Toen en nu: Eerst schrijven, dan lezen"))
    assert context.preferences.settings.cover_earlier
