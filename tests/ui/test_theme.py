# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from logbook.settings import ReadingFont, Settings
from logbook.settings import Theme as Choice
from logbook.ui.icons import ASSETS
from logbook.ui.printing import make_document
from logbook.ui.styles import stylesheet
from logbook.ui.theme import Theme
from logbook.ui.tokens import DARK, LIGHT, Tokens
from logbook.ui.widgets.labels import PlainLabel

#: Which words stand on which grounds.
PAIRS = [
    (ink, ground)
    for ink in ("ink", "muted")
    for ground in ("background", "panel", "card", "field", "hover")
] + [
    ("ink", "accent_tint"),
    ("ink", "ochre_tint"),
    ("ink", "rose_tint"),
    ("ink", "selection"),
    ("accent", "background"),
    ("accent", "card"),
    ("accent", "panel"),
    ("accent", "accent_tint"),
    ("accent", "ochre_tint"),
    ("accent", "rose_tint"),
    ("accent_ink", "accent"),
    ("accent_ink", "accent_hover"),
    ("ochre", "background"),
    ("ochre", "card"),
    ("ochre", "ochre_tint"),
    ("rose", "background"),
    ("rose", "card"),
    ("rose", "rose_tint"),
]


def luminance(color: str) -> float:
    """Relative luminance. Source: WCAG 2.2, definition of relative luminance."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_words_stand_out_from_their_ground(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_ring_of_the_focus_stands_out(tokens: Tokens) -> None:
    for ground in ("background", "panel", "card", "accent_tint"):
        assert contrast(tokens.accent, getattr(tokens, ground)) >= 3


@pytest.mark.parametrize(("tokens", "folder"), [(LIGHT, "light"), (DARK, "dark")])
def test_marks_in_controls_have_colours_of_the_palette(tokens: Tokens, folder: str) -> None:
    known = {value.upper() for value in tokens._asdict().values()}
    marks = sorted((ASSETS / "controls" / folder).glob("*.svg"))
    assert marks
    for mark in marks:
        used = set(re.findall(r"#[0-9A-Fa-f]{6}", mark.read_text(encoding="utf-8")))
        assert {color.upper() for color in used} <= known


def test_stylesheet_leaves_no_sign_unfilled() -> None:
    text = stylesheet(LIGHT, False, round, "Logboek Serif")
    assert "@" not in text
    assert not re.search(r"\d+u\b", text)


def test_pictures_named_by_the_stylesheet_exist() -> None:
    for dark in (False, True):
        text = stylesheet(LIGHT, dark, round, "Inter")
        names = re.findall(r'url\("([^"]+)"\)', text)
        assert names
        assert [name for name in names if not (ASSETS / name).is_file()] == []


def test_text_size_scales_lengths_and_fonts(theme: Theme) -> None:
    theme.apply(Settings(text_size=200))
    assert theme.px(14) == 28
    assert theme.ui_font(14).pixelSize() == 28
    assert theme.reading_font(18).pixelSize() == 36


@pytest.mark.parametrize("choice", list(ReadingFont))
def test_reading_type_is_one_of_our_own_files(theme: Theme, choice: ReadingFont) -> None:
    theme.apply(Settings(reading_font=choice))
    font = theme.reading_font()
    assert QFontInfo(font).family() == font.families()[0]


def test_titles_follow_the_reading_type(theme: Theme) -> None:
    theme.apply(Settings(reading_font=ReadingFont.HYPERLEGIBLE))
    label = PlainLabel("Titel", "page-title")
    label.ensurePolished()
    assert QFontInfo(label.font()).family() == "Atkinson Hyperlegible Next"


def test_applying_the_same_choices_again_says_nothing(theme: Theme, qtbot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.apply(Settings())


def test_dark_theme_changes_palette_and_tells(theme: Theme, qtbot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.apply(Settings(theme=Choice.DARK))
    assert theme.dark
    assert QGuiApplication.palette().color(QPalette.ColorRole.Window).name() == "#1b2022"


def test_system_theme_follows_the_system(
    qapp: QApplication, theme: Theme, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Hints:
        def colorScheme(self) -> Qt.ColorScheme:
            return Qt.ColorScheme.Dark

        def unsetColorScheme(self) -> None: ...

    monkeypatch.setattr(theme, "_app", Stand(qapp, Hints()))
    with qtbot.waitSignal(theme.changed):
        theme._on_scheme_changed()
    assert theme.dark


def test_icon_is_tinted_with_the_palette(theme: Theme) -> None:
    image = theme.pixmap("table", 24, "rose").toImage()
    colors = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert LIGHT.rose.lower() in colors


def test_label_shows_markup_as_it_is(qapp: QApplication) -> None:
    label = PlainLabel("<b>vet</b>")
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert isinstance(label, QLabel)
    assert label.text() == "<b>vet</b>"


class Stand:
    """The application with other style hints."""

    def __init__(self, app: QApplication, hints: object) -> None:
        self._app = app
        self._hints = hints

    def styleHints(self) -> object:
        return self._hints

    def __getattr__(self, name: str) -> object:
        return getattr(self._app, name)


def test_reading_comforts_are_in_the_reading_type_and_on_paper(theme: Theme) -> None:
    theme.apply(Settings(letter_spacing=12, line_height=200, column_width=520))
    assert theme.reading_font(20).letterSpacing() == pytest.approx(2.4, rel=0.02)
    assert theme.paper_font(20).letterSpacing() == pytest.approx(2.4, rel=0.02)
    assert theme.ui_font(20).letterSpacing() == 0
    assert (theme.line_height, theme.column_width) == (2.0, 520)
    document = make_document("Titel", "", "<p>woorden</p>", theme.paper_font(), str, 2.0)
    assert document.lastBlock().blockFormat().lineHeight() == 280
