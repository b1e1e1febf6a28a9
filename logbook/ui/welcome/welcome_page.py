# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The first page ever: what this is, where the logbook will live, who I am here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.services.place import better_place, synced_by
from logbook.settings import Role
from logbook.ui.context import Context
from logbook.ui.page import Page
from logbook.ui.preferences_page.choices import RoleRow
from logbook.ui.preferences_page.place_card import move_logbook
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import ReadingColumn
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel


class WelcomePage(Page):
    """Shown once. Everything on it can be left as it is.

    Signals:
        finished(): the user begins.
        restart_requested(): the logbook was moved; open it at its new place.
    """

    finished = Signal()
    restart_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        column = ReadingColumn(context.theme, self, 620, (34, 48))
        outer.addWidget(column)
        self._body = column.body
        self._body.setSpacing(14)
        self._build_words(column.column)
        self._build_place(column.column)
        self._build_role(column.column)
        self.begin = Button(self.tr("Begin met schrijven"), "primary", parent=column.column)
        self._body.addSpacing(8)
        self._body.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        self._body.addStretch(1)
        self.begin.clicked.connect(self._on_begin_clicked)

    def guide_topic(self) -> str:
        return "welcome"

    def enter(self) -> None:
        self.begin.setFocus()

    def _build_words(self, parent: QWidget) -> None:
        self._body.addWidget(PlainLabel(self.tr("Welkom in je logboek"), "display", parent, True))
        for sentence in (
            self.tr(
                "Hier doe je oefeningen over wat jij meebrengt in het contact met anderen, "
                "en bewaar je wat je erover schrijft."
            ),
            self.tr(
                "Je hoeft niets op te slaan: elk woord blijft bewaard. Alles is alleen voor jou, "
                "tot je zelf iets deelt. Overslaan mag altijd."
            ),
        ):
            self._body.addWidget(PlainLabel(sentence, "reading", parent, wrap=True))

    def _build_place(self, parent: QWidget) -> None:
        paths = self.context.services.paths
        card = CardFrame(parent)
        card.body.addWidget(PlainLabel(self.tr("Hier komt je logboek te staan"), "strong", card))
        card.body.addWidget(PlainLabel(str(paths.logbook), "body", card, wrap=True))
        service, better = synced_by(paths.logbook), better_place(paths)
        self._better = better
        self.move_button: QWidget | None = None
        if service and better is not None:
            sentence = self.tr(
                "Deze map wordt bijgehouden door {service}. Je teksten gaan dan ook naar een "
                "andere computer. Hier staat je logboek beter: {place}"
            ).format(service=service, place=better)
            card.body.addWidget(PlainLabel(sentence, "caution", card, wrap=True))
            self.move_button = Button(self.tr("Zet het op de betere plek"), parent=card)
            self.move_button.clicked.connect(self._on_move_clicked)
            card.body.addWidget(self.move_button, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            sentence = self.tr("Eén bestand op deze computer. Er gaat niets naar het internet.")
            card.body.addWidget(PlainLabel(sentence, "small", card, wrap=True))
        self._body.addSpacing(6)
        self._body.addWidget(card)

    def _build_role(self, parent: QWidget) -> None:
        card = CardFrame(parent)
        self.role = RoleRow(
            self.tr("Wie ben je hier?"),
            self.tr("Dit bepaalt alleen wat je ziet. Je kunt het later veranderen."),
            card,
        )
        self.role.show_value(self.context.preferences.settings.role)
        self.role.chosen.connect(self._on_role_chosen)
        card.body.addWidget(self.role)
        self._body.addWidget(card)

    @Slot(str)
    def _on_role_chosen(self, value: str) -> None:
        self.context.preferences.change(role=Role(value))

    @Slot()
    def _on_move_clicked(self) -> None:
        if self._better is not None and move_logbook(self.context, self._better):
            self.restart_requested.emit()

    @Slot()
    def _on_begin_clicked(self) -> None:
        self.context.preferences.change(started=True)
        self.finished.emit()
