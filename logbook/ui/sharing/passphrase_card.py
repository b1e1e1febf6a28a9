# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""With which passphrase a packet is sealed: a proposed one, one of one's own, or none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QWidget

from logbook.services.sharing import PASSPHRASE_LEAST
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel


class PassphraseCard(CardFrame):
    """Three ways to choose.

    Args:
        propose: gives a new good passphrase.

    Signals:
        changed(): another choice was made, or typed.
        copied(): the passphrase is on the clipboard.
    """

    changed = Signal()
    copied = Signal()

    def __init__(
        self, theme: Theme, propose: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._propose = propose
        body = self.body
        body.addWidget(PlainLabel(self.tr("Met een wachtzin?"), "heading", self, wrap=True))
        self.proposed = QRadioButton(self.tr("Met deze wachtzin"), self)
        self.own = QRadioButton(self.tr("Met een eigen wachtzin"), self)
        self.none = QRadioButton(self.tr("Zonder wachtzin"), self)
        self._group = QButtonGroup(self)
        for each in (self.proposed, self.own, self.none):
            each.setProperty("reached_otherwise", True)  # with the arrows
            self._group.addButton(each)
        body.addWidget(self.proposed)
        self.words = PlainLabel("", "title", self, wrap=True)
        self.words.setContentsMargins(30, 0, 0, 0)
        self.words.setAccessibleName(self.tr("Voorgestelde wachtzin"))
        self._offer = QWidget(self)
        flow = FlowLayout(self._offer, 8)
        flow.setContentsMargins(30, 0, 0, 0)
        self.copy = Button(self.tr("Kopieer"), "", "copy", self._offer)
        self.copy.setAccessibleName(self.tr("Kopieer de wachtzin"))
        self.another = Button(self.tr("Een andere"), "quiet", "shuffle", self._offer)
        self.another.setAccessibleName(self.tr("Een andere wachtzin voorstellen"))
        flow.addWidget(self.copy)
        flow.addWidget(self.another)
        body.addWidget(self.words)
        body.addWidget(self._offer)
        body.addWidget(self.own)
        self.field = QLineEdit(self)
        self.field.setMaxLength(200)
        self.field.setAccessibleName(self.tr("Je eigen wachtzin"))
        self.field.setPlaceholderText(self.tr("Een paar woorden die niemand raadt"))
        body.addWidget(self.field)
        body.addWidget(self.none)
        self.told = PlainLabel("", "muted", self, wrap=True)
        body.addSpacing(4)
        body.addWidget(self.told)
        self._group.buttonClicked.connect(self._on_chosen)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.another.clicked.connect(self._on_another_clicked)
        self.field.textEdited.connect(self.changed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.proposed.setChecked(True)
        self._show()

    def renew(self) -> None:
        """Propose a new one, and forget what was typed; the kind of choice stays."""
        self.words.setText(self._propose())
        self.field.clear()
        self._show()

    @property
    def passphrase(self) -> str:
        """What was chosen; "" for none."""
        if self.none.isChecked():
            return ""
        return self.field.text().strip() if self.own.isChecked() else self.words.text()

    @property
    def problem(self) -> str:
        """Why it cannot be used; "" when it can."""
        if self.none.isChecked() or len(self.passphrase) >= PASSPHRASE_LEAST:
            return ""
        least = self.tr("Neem een wachtzin van ten minste {least} tekens.")
        return least.format(least=PASSPHRASE_LEAST)

    def _show(self) -> None:
        for each in (self.words, self._offer):
            each.setVisible(self.proposed.isChecked())
        self.field.setVisible(self.own.isChecked())
        if self.none.isChecked():
            self.told.setText(
                self.tr(
                    "Wie dit bestand krijgt of vindt, kan alles lezen: ook in een mailbox, op een "
                    "gedeelde computer of in een gedeelde map."
                )
            )
            self.told.set_role("caution")
        else:
            self.told.setText(
                self.tr(
                    "Het bestand gaat op slot. Geef de wachtzin langs een andere weg dan het "
                    "bestand: bellen, of zeggen. Logboek bewaart haar niet; zonder wachtzin gaat "
                    "het bestand niet meer open."
                )
            )
            self.told.set_role("muted")

    @Slot()
    def _on_chosen(self) -> None:
        self._show()
        if self.own.isChecked():
            self.field.setFocus()
        self.changed.emit()

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.passphrase)
        self.copied.emit()

    @Slot()
    def _on_another_clicked(self) -> None:
        self.words.setText(self._propose())
        self.changed.emit()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.field.setFont(self._theme.reading_font(17))
