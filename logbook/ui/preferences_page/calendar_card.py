# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Agenda: the days one chose as a calendar file, made once or kept up to date at a place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from logbook.core.errors import LogbookError
from logbook.settings import Settings
from logbook.texts import error_sentence
from logbook.texts.calendar import dates_written
from logbook.ui.context import Context
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel

_NAME = "logboek.ics"


class CalendarCard(CardFrame):
    """What is in the file, where it is kept, and the ways to make one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.body.addWidget(PlainLabel(self.tr("Agenda"), "strong", self))
        self.body.addWidget(
            PlainLabel(
                self.tr(
                    "De dagen die je koos kunnen in je agenda staan: je terugblikken, je voornemens"
                    " en je evaluatie. In het bestand staat niets van wat je schreef, wel hoe een"
                    " oefening heet."
                ),
                "small",
                self,
                wrap=True,
            )
        )
        self.place = PlainLabel("", "body", self, wrap=True)
        self.place.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.body.addWidget(self.place)
        self.kept_note = PlainLabel(
            self.tr(
                "Logboek houdt dit bestand bij zolang het open is. Je agenda kan zich erop"
                " abonneren, of het opnieuw inlezen."
            ),
            "small",
            self,
            wrap=True,
        )
        self.body.addWidget(self.kept_note)
        row = FlowLayout(spacing=8)
        self.once_button = Button(self.tr("Agendabestand maken …"), "", "calendar", self)
        self.keep_button = Button("", "", "repeat-2", self)
        self.stop_button = Button(self.tr("Niet meer bijhouden"), "quiet", "", self)
        for each in (self.once_button, self.keep_button, self.stop_button):
            row.addWidget(each)
        self.body.addSpacing(4)
        self.body.addLayout(row)
        self.once_button.clicked.connect(self._on_once_clicked)
        self.keep_button.clicked.connect(self._on_keep_clicked)
        self.stop_button.clicked.connect(self._on_stop_clicked)

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen now."""
        kept = bool(settings.calendar_file)
        for widget in (self.place, self.kept_note, self.stop_button):
            widget.setVisible(kept)
        self.place.setText(settings.calendar_file)
        self.place.setAccessibleName(
            self.tr("Agendabestand: {path}").format(path=settings.calendar_file)
        )
        self.keep_button.setText(
            self.tr("Andere plek …") if kept else self.tr("Op een vaste plek bijhouden …")
        )

    @Slot()
    def _on_once_clicked(self) -> None:
        path = self._ask(self.tr("Agendabestand maken"))
        if path is None:
            return
        try:
            number = self._context.services.calendar.export(path)
        except LogbookError as error:
            self._context.messages.show(error_sentence(error), "error")
            return
        self._context.messages.show(dates_written(number), "success")

    @Slot()
    def _on_keep_clicked(self) -> None:
        path = self._ask(self.tr("Waar komt het agendabestand?"))
        if path is None:
            return
        try:
            self._context.services.calendar.keep(path)
        except LogbookError as error:
            self._context.messages.show(error_sentence(error), "error")
            return
        self._context.preferences.change(calendar_file=str(path))

    @Slot()
    def _on_stop_clicked(self) -> None:
        path = self._context.preferences.settings.calendar_file
        self._context.preferences.change(calendar_file="")
        self.keep_button.setFocus()
        self._context.messages.show(
            self.tr("Het agendabestand blijft staan, maar wordt niet meer bijgehouden."),
            action_text=self.tr("Ongedaan maken"),
            action=lambda: self._context.preferences.change(calendar_file=path),
        )

    def _ask(self, title: str) -> Path | None:
        known = self._context.preferences.settings.calendar_file
        suggested = known or str(Path.home() / _NAME)
        name, _ = QFileDialog.getSaveFileName(self, title, suggested, self.tr("Agenda (*.ics)"))
        if not name:
            return None
        path = Path(name)
        return path if path.suffix else path.with_suffix(".ics")
