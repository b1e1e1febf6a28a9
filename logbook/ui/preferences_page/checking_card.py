# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What is looked at while one writes: spelling, and what makes somebody recognisable."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from logbook.settings import Settings
from logbook.ui.context import Context
from logbook.ui.preferences_page.own_words_dialog import OwnWordsDialog
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel


class CheckingCard(CardFrame):
    """Two choices, and the way to the user's own words."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.body.setSpacing(4)
        self.body.addWidget(PlainLabel(self.tr("Nakijken tijdens het schrijven"), "strong", self))
        self.spelling = QCheckBox(self.tr("Spelling nakijken"), self)
        self.body.addWidget(self.spelling)
        sentence = self.tr(
            "Een golfje onder woorden die niet in het woordenboek staan. F7 gaat naar het volgende."
        )
        available = context.services.spelling.available
        if not available:
            sentence = self.tr("Op deze computer kan dat niet. Al het andere werkt gewoon.")
        self.spelling.setEnabled(available)
        self.spelling_note = PlainLabel(sentence, "small", self, wrap=True)
        self.body.addWidget(self.spelling_note)
        self.words_button = Button(self.tr("Mijn woordenlijst …"), "link", parent=self)
        self.words_button.setVisible(available and context.services.keeps)
        self.body.addWidget(self.words_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addSpacing(10)
        self.traces = QCheckBox(self.tr("Herleidbaarheid nakijken"), self)
        self.body.addWidget(self.traces)
        note = self.tr(
            "Een stippellijn onder namen, nummers, datums en plaatsen. Ctrl+. zegt waarom en geeft"
            " andere woorden. Het blijft op deze computer."
        )
        self.body.addWidget(PlainLabel(note, "small", self, wrap=True))
        self.spelling.clicked.connect(self._on_spelling_clicked)
        self.traces.clicked.connect(self._on_traces_clicked)
        self.words_button.clicked.connect(self._on_words_clicked)

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen now."""
        self.spelling.setChecked(settings.check_spelling and self.spelling.isEnabled())
        self.traces.setChecked(settings.check_traces)

    @Slot(bool)
    def _on_spelling_clicked(self, on: bool) -> None:
        self._context.preferences.change(check_spelling=on)

    @Slot(bool)
    def _on_traces_clicked(self, on: bool) -> None:
        self._context.preferences.change(check_traces=on)

    @Slot()
    def _on_words_clicked(self) -> None:
        OwnWordsDialog.ask(self._context, self.window())
