# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The look in force: colours, fonts, icons and sizes. The one stylesheet is made in `styles`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPalette, QPixmap

from logbook.settings import Settings
from logbook.settings import Theme as ThemeChoice
from logbook.ui.fonts import FAMILY_OF, UI_FAMILY, make_font
from logbook.ui.icons import tinted_pixmap
from logbook.ui.qt_numbers import SCHEME_DARK, SCHEME_LIGHT, SCHEME_UNKNOWN
from logbook.ui.styles import stylesheet
from logbook.ui.tokens import DARK, LIGHT, Tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_SCHEMES = {
    ThemeChoice.SYSTEM: SCHEME_UNKNOWN,
    ThemeChoice.LIGHT: SCHEME_LIGHT,
    ThemeChoice.DARK: SCHEME_DARK,
}
#: A property of the application: it has a palette of ours.
_OURS = "ownPalette"


class Theme(QObject):
    """Colours, fonts and icons for the choices of the user; follows the system when asked.

    Signals:
        changed(): after another palette, text size or reading type is in force.
    """

    changed = Signal()

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._settings = Settings()
        self._applied: tuple[object, ...] = ()
        self._busy = False
        self.tokens: Tokens = LIGHT
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    @property
    def dark(self) -> bool:
        """Whether the dark palette is in force."""
        return self.tokens is DARK

    @property
    def scale(self) -> float:
        """The text size as a factor: 1.0 at 100 %."""
        return self._settings.text_size / 100

    @property
    def reading_family(self) -> str:
        """The family of questions and of what people write."""
        return FAMILY_OF[self._settings.reading_font]

    @property
    def column_width(self) -> int:
        """The greatest width of a reading column, device-independent pixels at 100 %."""
        return self._settings.column_width

    @property
    def line_height(self) -> float:
        """The height of a line of what is read and written, as a factor of its type's size."""
        return self._settings.line_height / 100

    @property
    def line_room(self) -> float:
        """How much higher lines are than by default, as a factor."""
        return self._settings.line_height / Settings().line_height

    def px(self, length: float) -> int:
        """A length at 100 % as device-independent pixels at the present text size."""
        return max(1, round(length * self.scale)) if length > 0 else 0

    def ui_font(self, px: float = 14, weight: int = 400) -> QFont:
        """The type of the interface."""
        return make_font(UI_FAMILY, self.px(px), weight)

    def reading_font(self, px: float = 18, weight: int = 400) -> QFont:
        """The type of questions and of what people write, as the user chose it."""
        return make_font(self.reading_family, self.px(px), weight, self._settings.letter_spacing)

    def paper_font(self, px: float = 17) -> QFont:
        """The reading type for paper: at 100 %, whatever the size on screen."""
        return make_font(self.reading_family, round(px), 400, self._settings.letter_spacing)

    def color(self, token: str) -> QColor:
        """A colour by its name in `Tokens`."""
        return QColor(getattr(self.tokens, token))

    def pixmap(self, name: str, px: float, token: str = "ink") -> QPixmap:
        """A line icon as a picture, `px` at 100 % text size."""
        return tinted_pixmap(name, self.px(px), getattr(self.tokens, token))

    def apply(self, settings: Settings) -> None:
        """Put these choices in force; says so with `changed` when anything differs."""
        self._settings = settings
        hints = self._app.styleHints()
        self._busy = True
        if settings.theme is ThemeChoice.SYSTEM:
            dark = self._system_is_dark()
        else:
            hints.setProperty("colorScheme", _SCHEMES[settings.theme])
            dark = settings.theme is ThemeChoice.DARK
        self._busy = False
        reading = (settings.column_width, settings.line_height, settings.letter_spacing)
        wanted = (dark, settings.text_size, settings.reading_font, *reading)
        if wanted == self._applied:
            return
        self._applied = wanted
        self.tokens = DARK if dark else LIGHT
        self._app.setPalette(make_palette(self.tokens))
        self._app.setProperty(_OURS, True)
        self._app.setFont(self.ui_font())
        self.reading_font()  # registers its family before the stylesheet names it
        self._app.setStyleSheet(self._stylesheet(dark))
        self.changed.emit()

    def _stylesheet(self, dark: bool) -> str:
        spacing = self._settings.letter_spacing / 100
        return stylesheet(self.tokens, dark, self.px, self.reading_family, spacing)

    def _system_is_dark(self) -> bool:
        if self._app.property(_OURS) is None:
            # Nothing of ours is in force yet, so this palette is the system's.
            palette = self._app.palette()
            ground = palette.color(QPalette.ColorRole.Window)
            return ground.lightness() < palette.color(QPalette.ColorRole.WindowText).lightness()
        hints = self._app.styleHints()
        hints.unsetColorScheme()
        return hints.colorScheme() is QtCore.Qt.ColorScheme.Dark

    @Slot()
    def _on_scheme_changed(self) -> None:
        if not self._busy and self._settings.theme is ThemeChoice.SYSTEM and self._applied:
            self.apply(self._settings)


def make_palette(tokens: Tokens) -> QPalette:
    """The palette for what the stylesheet leaves alone and for Qt's own dialogs."""
    role = QPalette.ColorRole
    palette = QPalette()
    for which, value in (
        (role.Window, tokens.background),
        (role.WindowText, tokens.ink),
        (role.Base, tokens.field),
        (role.AlternateBase, tokens.panel),
        (role.Text, tokens.ink),
        (role.PlaceholderText, tokens.muted),
        (role.Button, tokens.card),
        (role.ButtonText, tokens.ink),
        (role.BrightText, tokens.accent_ink),
        (role.ToolTipBase, tokens.card),
        (role.ToolTipText, tokens.ink),
        (role.Highlight, tokens.selection),
        (role.HighlightedText, tokens.ink),
        (role.Accent, tokens.accent),
        (role.Link, tokens.accent),
        (role.LinkVisited, tokens.accent),
        (role.Light, tokens.card),
        (role.Midlight, tokens.panel),
        (role.Mid, tokens.line),
        (role.Dark, tokens.muted),
        (role.Shadow, tokens.line),
    ):
        palette.setColor(which, QColor(value))
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.muted))
    return palette
