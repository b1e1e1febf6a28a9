# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The installed packages, each with what is in it and a way to remove it and put it back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from logbook.services.packages import Installed
from logbook.texts import packages as words
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import ReadingColumn
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel

_WIDTH, _HEIGHT = 620, 520


class PackagesDialog(QDialog):
    """Lists packages; sends wishes and does nothing itself.

    Signals:
        remove_requested(str, str): the id and title of a package that may go.
        restore_requested(str): the id of a removed package that should come back.
    """

    remove_requested = Signal(str, str)
    restore_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cards: list[PackageCard] = []
        self.setWindowTitle(self.tr("Pakketten beheren"))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        self._column = ReadingColumn(theme, self, width=680, margins=(28, 24))
        self._column.body.setSpacing(14)
        body.addWidget(self._column, 1)
        row = QHBoxLayout()
        row.setContentsMargins(28, 12, 28, 20)
        row.addStretch(1)
        self.close_button = Button(self.tr("Sluiten"), "primary", "", self)
        self.close_button.clicked.connect(self.accept)
        row.addWidget(self.close_button)
        body.addLayout(row)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_packages(self, packages: Sequence[Installed]) -> None:
        """List these packages; to be called once."""
        inside, column = self._column.body, self._column.column
        inside.addWidget(PlainLabel(self.tr("Pakketten"), "title", column))
        about = self.tr(
            "Verwijder je een pakket, dan verdwijnen de oefeningen uit de lijst. "
            "Wat je erbij schreef blijft in je logboek, met de vragen erbij."
        )
        if not packages:
            about = self.tr(
                "Hier komen de pakketten die je toevoegt. Kies in Oefeningen "
                "“Oefeningen toevoegen …”, of sleep een pakket op het venster."
            )
        inside.addWidget(PlainLabel(about, "muted", column, wrap=True))
        for package in packages:
            card = PackageCard(package, column)
            card.remove_requested.connect(self.remove_requested)
            card.restore_requested.connect(self.restore_requested)
            self.cards.append(card)
            inside.addWidget(card)
        inside.addStretch(1)
        first = self.cards[0].button if self.cards else self.close_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_removed(self, package_id: str, removed: bool) -> None:
        """Show that a package was taken away, or that it is back."""
        for card in self.cards:
            if card.package_id == package_id:
                card.set_removed(removed)

    @Slot()
    def _on_theme_changed(self) -> None:
        px = self._theme.px
        parent = self.parentWidget()
        room = parent.window().size() if parent else self.screen().availableSize()
        self.resize(
            min(px(_WIDTH), max(room.width() - 40, 320)),
            min(px(_HEIGHT), max(room.height() - 40, 300)),
        )


class PackageCard(CardFrame):
    """One package.

    Signals:
        remove_requested(str, str): its id and title.
        restore_requested(str): its id.
    """

    remove_requested = Signal(str, str)
    restore_requested = Signal(str)

    def __init__(self, package: Installed, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=18)
        self._facts = facts = package.facts
        self._removed = False
        self.body.setSpacing(6)
        self.body.addWidget(PlainLabel(facts.title, "heading", self, wrap=True))
        if facts.summary:
            self.body.addWidget(PlainLabel(facts.summary, "body", self, wrap=True))
        inside = words.package_parts(package.parts)
        if inside:
            self.body.addWidget(PlainLabel(inside, "body", self, wrap=True))
        if facts.version:
            about = self.tr("Versie {version} · {author} · {licence}").format(
                version=facts.version, author=facts.author, licence=facts.licence
            )
            self.body.addWidget(PlainLabel(about, "small", self, wrap=True))
        self.state = PlainLabel("", "caution", self, wrap=True)
        self.state.hide()
        self.body.addWidget(self.state)
        self.button = Button("", "", "", self)
        self.button.clicked.connect(self._on_button_clicked)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_state()

    @Slot()
    def _on_button_clicked(self) -> None:
        if self._removed:
            self.restore_requested.emit(self._facts.id)
        else:
            self.remove_requested.emit(self._facts.id, self._facts.title)

    @property
    def package_id(self) -> str:
        """The id of its package."""
        return self._facts.id

    def set_removed(self, removed: bool) -> None:
        """Show that the package was taken away, or that it is back."""
        self._removed = removed
        self._show_state()

    def _show_state(self) -> None:
        title = self._facts.title
        if self._removed:
            self.button.setText(self.tr("Terugzetten"))
            self.button.set_icon_name("rotate-ccw")
            self.button.setAccessibleName(self.tr("{title} terugzetten").format(title=title))
            self.state.setText(self.tr("Verwijderd. Terugzetten kan tot je het programma sluit."))
        else:
            self.button.setText(self.tr("Verwijderen"))
            self.button.set_icon_name("trash-2")
            self.button.setAccessibleName(self.tr("{title} verwijderen").format(title=title))
        self.state.setVisible(self._removed)
