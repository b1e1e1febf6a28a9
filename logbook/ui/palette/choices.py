# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Settings that can be chosen from the list of Ctrl+K, as one row for every value."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from logbook.settings import ReadingFont, Settings, StepMode, Theme

if TYPE_CHECKING:

    def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
        """As in Qt; its stubs say object."""

else:
    from PySide6.QtCore import QT_TRANSLATE_NOOP


class Choice(NamedTuple):
    """One value of a setting. `words` lead to it too."""

    field: str
    value: str | int | bool
    caption: str
    words: str = ""

    @property
    def key(self) -> str:
        """The key of its row."""
        return f"choice:{self.field}:{self.value}"

    def is_on(self, settings: Settings) -> bool:
        """Whether it is chosen now."""
        return bool(getattr(settings, self.field) == self.value)


CHOICES = (
    Choice(
        "theme",
        Theme.LIGHT,
        QT_TRANSLATE_NOOP("palette", "Lichte kleuren"),
        QT_TRANSLATE_NOOP("palette", "licht of donker kleur"),
    ),
    Choice(
        "theme",
        Theme.DARK,
        QT_TRANSLATE_NOOP("palette", "Donkere kleuren"),
        QT_TRANSLATE_NOOP("palette", "licht of donker kleur nacht"),
    ),
    Choice(
        "theme",
        Theme.SYSTEM,
        QT_TRANSLATE_NOOP("palette", "Licht of donker, zoals de computer"),
        QT_TRANSLATE_NOOP("palette", "kleuren"),
    ),
    Choice("text_size", 100, QT_TRANSLATE_NOOP("palette", "Tekst op gewone grootte"), "100"),
    Choice(
        "reading_font",
        ReadingFont.SERIF,
        QT_TRANSLATE_NOOP("palette", "Letter met schreef"),
        QT_TRANSLATE_NOOP("palette", "lettertype lezen schrijven"),
    ),
    Choice(
        "reading_font",
        ReadingFont.SANS,
        QT_TRANSLATE_NOOP("palette", "Letter zonder schreef"),
        QT_TRANSLATE_NOOP("palette", "lettertype lezen schrijven"),
    ),
    Choice(
        "reading_font",
        ReadingFont.HYPERLEGIBLE,
        QT_TRANSLATE_NOOP("palette", "Letter die extra goed leesbaar is (Atkinson)"),
        QT_TRANSLATE_NOOP("palette", "lettertype lezen schrijven hyperlegible"),
    ),
    Choice(
        "step_mode",
        StepMode.STEP,
        QT_TRANSLATE_NOOP("palette", "Oefening stap voor stap"),
    ),
    Choice(
        "step_mode",
        StepMode.QUESTION,
        QT_TRANSLATE_NOOP("palette", "Oefening met één vraag tegelijk"),
    ),
    Choice(
        "step_mode",
        StepMode.ALL,
        QT_TRANSLATE_NOOP("palette", "Oefening met alles onder elkaar"),
    ),
    Choice(
        "cover_earlier",
        True,
        QT_TRANSLATE_NOOP("palette", "Toen en nu: eerst schrijven, dan lezen"),
        QT_TRANSLATE_NOOP("palette", "terugblik antwoord afdekken"),
    ),
    Choice(
        "cover_earlier",
        False,
        QT_TRANSLATE_NOOP("palette", "Toen en nu: meteen naast elkaar"),
        QT_TRANSLATE_NOOP("palette", "terugblik antwoord open"),
    ),
)
BY_KEY = {choice.key: choice for choice in CHOICES}


def words_of_choice(choice: Choice) -> tuple[str, str]:
    """Its caption and the words beside it, as they stand on screen."""
    words = QCoreApplication.translate("palette", choice.words) if choice.words else ""
    return QCoreApplication.translate("palette", choice.caption), words
