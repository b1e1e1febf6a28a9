# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Instellingen: look, reading comfort, way of working, and where the logbook lives."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.services.changes import Changes
from logbook.settings import TEXT_SIZES, Role, StepMode, Theme
from logbook.ui.context import Context
from logbook.ui.page import Page
from logbook.ui.preferences_page.calendar_card import CalendarCard
from logbook.ui.preferences_page.checking_card import CheckingCard
from logbook.ui.preferences_page.choices import ChoiceRow, RoleRow
from logbook.ui.preferences_page.desk_card import DeskCard
from logbook.ui.preferences_page.place_card import PlaceCard, move_logbook
from logbook.ui.preferences_page.reading_card import ReadingCard
from logbook.ui.widgets.columns import ReadingColumn
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.top_bar import TopBar

_COVERED = "covered"
_OPEN = "open"


class PreferencesPage(Page):
    """Every choice takes effect at once; there is nothing to confirm.

    Signals:
        restart_requested(): the logbook was moved; open it at its new place.
    """

    restart_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        bar = TopBar(context.theme, self)
        bar.left.addWidget(PlainLabel(self.tr("Instellingen"), "title", bar))
        outer.addWidget(bar)
        column = ReadingColumn(context.theme, self)
        outer.addWidget(column)
        body = column.body
        body.setSpacing(16)
        # Made from top to bottom: Tab follows the order of making.
        body.addWidget(self._build_look(column.column))
        self.reading = ReadingCard(context.preferences, context.theme, column.column)
        body.addWidget(self.reading)
        body.addWidget(self._build_writing(column.column))
        self.desk = DeskCard(context, column.column)
        body.addWidget(self.desk)
        self.checking = CheckingCard(context, column.column)
        body.addWidget(self.checking)
        self.calendar = CalendarCard(context, column.column)
        body.addWidget(self.calendar)
        self.place = PlaceCard(context, column.column)
        body.addWidget(self.place)
        body.addStretch(1)
        self.place.move_requested.connect(self._on_place_move_requested)
        context.preferences.changed.connect(self._show_settings)
        self._show_settings()

    def guide_topic(self) -> str:
        return "settings"

    def enter(self) -> None:
        self._show_settings()
        QTimer.singleShot(0, self, self._focus_first)

    @Slot()
    def _focus_first(self) -> None:
        if self.isVisible():
            self.theme_row.setFocus()

    def apply_changes(self, changes: Changes) -> None:
        if changes.settings:
            self._show_settings()

    def _build_look(self, parent: QWidget) -> CardFrame:
        card = CardFrame(parent)
        card.body.setSpacing(18)
        self.theme_row = ChoiceRow(
            self.tr("Licht of donker"),
            "",
            [
                (Theme.SYSTEM, self.tr("Zoals de computer")),
                (Theme.LIGHT, self.tr("Licht")),
                (Theme.DARK, self.tr("Donker")),
            ],
            card,
        )
        self.size_row = ChoiceRow(
            self.tr("Grootte van de tekst"),
            self.tr("Ctrl met + of - verandert dit op elk scherm."),
            [(str(size), f"{size} %") for size in TEXT_SIZES],
            card,
        )
        for row in (self.theme_row, self.size_row):
            card.body.addWidget(row)
        self.theme_row.chosen.connect(self._on_theme_chosen)
        self.size_row.chosen.connect(self._on_size_chosen)
        return card

    def _build_writing(self, parent: QWidget) -> CardFrame:
        card = CardFrame(parent)
        card.body.setSpacing(18)
        self.steps_row = ChoiceRow(
            self.tr("Een oefening doen"),
            "",
            [
                (StepMode.STEP, self.tr("Stap voor stap")),
                (StepMode.QUESTION, self.tr("Eén vraag tegelijk")),
                (StepMode.ALL, self.tr("Alles onder elkaar")),
            ],
            card,
        )
        self.cover_row = ChoiceRow(
            self.tr("Terugkijken in Toen en nu"),
            self.tr("Eerst schrijven, zodat je antwoord van toen je niet stuurt."),
            [
                (_COVERED, self.tr("Eerst schrijven, dan lezen")),
                (_OPEN, self.tr("Meteen naast elkaar")),
            ],
            card,
        )
        self.role_row = RoleRow(
            self.tr("Wie je hier bent"),
            self.tr("Dit bepaalt alleen wat je ziet. Je kunt het altijd veranderen."),
            card,
        )
        for row in (self.steps_row, self.cover_row, self.role_row):
            card.body.addWidget(row)
        self.cover_row.chosen.connect(self._on_cover_chosen)
        self.steps_row.chosen.connect(self._on_steps_chosen)
        self.role_row.chosen.connect(self._on_role_chosen)
        return card

    @Slot()
    def _show_settings(self) -> None:
        settings = self.context.preferences.settings
        self.theme_row.show_value(settings.theme)
        self.size_row.show_value(str(min(TEXT_SIZES, key=lambda s: abs(s - settings.text_size))))
        self.reading.show_settings(settings)
        self.desk.show_settings(settings)
        self.checking.show_settings(settings)
        self.calendar.show_settings(settings)
        self.steps_row.show_value(settings.step_mode)
        self.cover_row.show_value(_COVERED if settings.cover_earlier else _OPEN)
        self.role_row.show_value(settings.role)

    @Slot(str)
    def _on_theme_chosen(self, value: str) -> None:
        self.context.preferences.change(theme=Theme(value))

    @Slot(str)
    def _on_size_chosen(self, value: str) -> None:
        self.context.preferences.change(text_size=int(value))

    @Slot(str)
    def _on_steps_chosen(self, value: str) -> None:
        self.context.preferences.change(step_mode=StepMode(value))

    @Slot(str)
    def _on_cover_chosen(self, value: str) -> None:
        self.context.preferences.change(cover_earlier=value == _COVERED)

    @Slot(str)
    def _on_role_chosen(self, value: str) -> None:
        self.context.preferences.change(role=Role(value))

    @Slot(object)
    def _on_place_move_requested(self, target: Path) -> None:
        if move_logbook(self.context, target):
            self.restart_requested.emit()
