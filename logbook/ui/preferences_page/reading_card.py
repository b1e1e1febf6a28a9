# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""How one likes to read and write: type, width, lines, letters, and a sample that shows it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.settings import (
    COLUMN_WIDTHS,
    LETTER_SPACINGS,
    LINE_HEIGHTS,
    ReadingFont,
    Settings,
)
from logbook.ui.preferences import Preferences
from logbook.ui.preferences_page.choices import ChoiceRow
from logbook.ui.theme import Theme
from logbook.ui.widgets.frames import CardFrame, Separator
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.rich_text import RichText


class ReadingCard(CardFrame):
    """Each choice is in force at once, in the sample below and everywhere else."""

    def __init__(
        self, preferences: Preferences, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.body.setSpacing(18)
        self.font_row = ChoiceRow(
            self.tr("Letter om te lezen en te schrijven"),
            "",
            [
                (ReadingFont.SERIF, self.tr("Met schreef")),
                (ReadingFont.SANS, self.tr("Zonder schreef")),
                (ReadingFont.HYPERLEGIBLE, self.tr("Extra goed leesbaar (Atkinson)")),
            ],
            self,
        )
        self.width_row = self._row(
            self.tr("Breedte van de tekst"),
            self.tr("Geldt voor schermen om te lezen en te schrijven, ook voor dit scherm."),
            COLUMN_WIDTHS,
            (self.tr("Smal"), self.tr("Iets smaller"), self.tr("Gewoon"), self.tr("Breed")),
        )
        self.line_row = self._row(
            self.tr("Ruimte tussen de regels"),
            "",
            LINE_HEIGHTS,
            (self.tr("Weinig"), self.tr("Gewoon"), self.tr("Meer"), self.tr("Veel")),
        )
        self.spacing_row = self._row(
            self.tr("Ruimte tussen de letters"),
            "",
            LETTER_SPACINGS,
            (self.tr("Gewoon"), self.tr("Iets meer"), self.tr("Meer"), self.tr("Veel")),
        )
        for row in (self.font_row, self.width_row, self.line_row, self.spacing_row):
            self.body.addWidget(row)
        self.body.addWidget(Separator(self))
        self.body.addWidget(self._build_sample(theme))
        self.font_row.chosen.connect(self._on_font_chosen)
        self.width_row.chosen.connect(self._on_width_chosen)
        self.line_row.chosen.connect(self._on_line_chosen)
        self.spacing_row.chosen.connect(self._on_spacing_chosen)

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen now."""
        self.font_row.show_value(settings.reading_font)
        for row, values, value in (
            (self.width_row, COLUMN_WIDTHS, settings.column_width),
            (self.line_row, LINE_HEIGHTS, settings.line_height),
            (self.spacing_row, LETTER_SPACINGS, settings.letter_spacing),
        ):
            row.show_value(str(_nearest(value, values)))

    def _row(
        self, title: str, sentence: str, values: tuple[int, ...], captions: tuple[str, ...]
    ) -> ChoiceRow:
        options = [(str(v), words) for v, words in zip(values, captions, strict=True)]
        return ChoiceRow(title, sentence, options, self)

    def _build_sample(self, theme: Theme) -> QWidget:
        sample = QWidget(self)
        body = QVBoxLayout(sample)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(PlainLabel(self.tr("Zo ziet het eruit"), "section", sample))
        question = self.tr("Wat raakte je vandaag, en wat deed je daarmee?")
        body.addWidget(PlainLabel(question, "heading", sample, wrap=True))
        self.sample = RichText(theme, sample, px=17)
        self.sample.setAccessibleName(self.tr("Voorbeeld van een antwoord"))
        words = self.tr(
            "Vanmiddag bleef het lang stil aan tafel. Ik merkte dat ik de stilte wilde vullen, en"
            " deed het niet. Daarna begon zij uit zichzelf te vertellen, eerst over het weer en"
            " toen over thuis. Een volgende keer wil ik weer wachten."
        )
        self.sample.set_html(f"<p>{escape(words)}</p>")
        body.addWidget(self.sample)
        return sample

    @Slot(str)
    def _on_font_chosen(self, value: str) -> None:
        self._preferences.change(reading_font=ReadingFont(value))

    @Slot(str)
    def _on_width_chosen(self, value: str) -> None:
        self._preferences.change(column_width=int(value))

    @Slot(str)
    def _on_line_chosen(self, value: str) -> None:
        self._preferences.change(line_height=int(value))

    @Slot(str)
    def _on_spacing_chosen(self, value: str) -> None:
        self._preferences.change(letter_spacing=int(value))


def _nearest(value: int, values: tuple[int, ...]) -> int:
    return min(values, key=lambda known: abs(known - value))
