# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from logbook.core.progress import YearDays
from logbook.settings import Settings
from logbook.ui.progress.overview import year_words
from logbook.ui.progress.year_view import YearView
from logbook.ui.theme import Theme

WRITTEN = date(2028, 2, 29)
YEAR = YearDays(date(2027, 3, 2), date(2028, 3, 1), frozenset({WRITTEN, date(2027, 12, 31)}))


@pytest.fixture
def view(theme: Theme, qtbot) -> YearView:
    made = YearView(theme)
    qtbot.addWidget(made)
    made.set_year(YEAR)
    made.resize(960, 200)
    made.show()
    return made


def test_the_label_names_months_and_counts_days() -> None:
    assert year_words(YEAR) == "mrt 2027 – mrt 2028 · 2 dagen"


@pytest.mark.parametrize("day", [YEAR.first, WRITTEN, YEAR.last])
def test_a_square_tells_its_day(view: YearView, day: date) -> None:
    assert view.day_at(view.square(day).center()) == day


def test_arrows_walk_over_days_and_say_them(view: YearView, qtbot) -> None:
    said: list[str] = []
    view.day_shown.connect(said.append)
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.day == WRITTEN
    assert said[-1] == "dinsdag 29 februari 2028 · geschreven"
    assert view.accessibleDescription() == said[-1]
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.day == date(2028, 2, 22)
    assert said[-1].endswith("niet geschreven")


def test_control_jumps_to_written_days(view: YearView, qtbot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert view.day == date(2027, 12, 31)


def test_the_mouse_tells_the_day(view: YearView, qtbot) -> None:
    with qtbot.waitSignal(view.day_shown) as said:
        qtbot.mouseMove(view, view.square(WRITTEN).center().toPoint())
    assert said.args == ["dinsdag 29 februari 2028 · geschreven"]


def test_written_and_unwritten_days_look_different(view: YearView, theme: Theme) -> None:
    image = view.grab().toImage()
    ratio = image.devicePixelRatio()
    colours = {
        image.pixelColor((view.square(day).center() * ratio).toPoint()).name()
        for day in (WRITTEN, YEAR.last, YEAR.first)
    }
    assert colours == {theme.color("accent").name(), theme.color("hover").name()}


@pytest.mark.parametrize("size", [80, 100, 200])
@pytest.mark.parametrize("width", [420, 700, 1300])
def test_a_year_fits_in_every_width(view: YearView, theme: Theme, size: int, width: int) -> None:
    theme.apply(Settings(text_size=size))
    view.resize(width, view.height())
    assert view.square(YEAR.last).right() <= width
    assert view.square(date(2028, 2, 27)).bottom() <= view.height()
