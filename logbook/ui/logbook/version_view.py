# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One version of an answer to read: when it was, its words, or how they differ from others.

Which version that is, and what it is compared with, is left to the dialog.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook import texts
from logbook.core.words_diff import Piece, count_changes, diff_words
from logbook.ui import background
from logbook.ui.logbook.difference_view import DifferenceView
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import IconButton
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.labels import Chip, PlainLabel

#: Texts that are longer together (characters) are compared beside the main thread.
_LONG = 60_000


class VersionView(QWidget):
    """Shows what it is given; `copy` is the button to take its words along."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._asked = 0
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        top = QHBoxLayout()
        head = QWidget(self)
        flow = FlowLayout(head, 8)
        self.when = PlainLabel("", "strong", head)
        self.place = PlainLabel("", "muted", head)
        self.now = Chip(self.tr("Nu"), "accent", head)
        for each in (self.when, self.now, self.place):
            flow.addWidget(each)
        self.copy = IconButton("copy", self.tr("Tekst van deze versie kopiëren"), theme, self)
        top.addWidget(head, 1)
        top.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(top)
        beside = self.tr("Tegelijk op een andere plek geschreven: dit staat naast de tekst van nu.")
        self.aside = PlainLabel(beside, "caution", self, wrap=True)
        body.addWidget(self.aside)
        self.text = DifferenceView(theme, self.tr("Tekst van deze versie"), self)
        self.text.setMinimumHeight(theme.px(90))
        body.addWidget(self.text, 1)
        self.summary = PlainLabel("", "small", self, wrap=True)
        body.addWidget(self.summary)

    def show_nothing(self) -> None:
        """Nothing was ever written."""
        self.show_head(self.tr("Er is nog niets geschreven."), "", now=False, aside=False)
        self.copy.setEnabled(False)

    def show_head(self, when: str, place: str, *, now: bool, aside: bool) -> None:
        """Say when this was and which one it is; `now` is the present one."""
        self._asked += 1
        self.when.setText(when)
        self.place.setText(place)
        self.now.setVisible(now)
        self.aside.setVisible(aside)

    def show_unreadable(self) -> None:
        """The words of this moment cannot be made anew."""
        self.copy.setEnabled(False)
        self.text.show_text("")
        self.text.setPlaceholderText(self.tr("Dit moment is niet meer terug te lezen."))
        self.summary.clear()

    def show_words(self, words: str) -> None:
        """These words, as they were."""
        self.copy.setEnabled(True)
        self.text.setPlaceholderText(self.tr("Hier stond niets."))
        self.text.show_text(words)
        self.summary.clear()
        self.summary.hide()

    def show_difference(self, words: str, old: str, new: str) -> None:
        """What changed between two texts; these words while that is searched for."""
        self.show_words(words)
        self.summary.show()
        if len(old) + len(new) <= _LONG:
            self._show_pieces(diff_words(old, new))
            return
        self.summary.setText(self.tr("De verschillen worden gezocht …"))
        asked = self._asked

        def show(pieces: tuple[Piece, ...]) -> None:
            if asked == self._asked:
                self._show_pieces(pieces)

        background.run(lambda: diff_words(old, new), show, _raise, self)

    def tell_copied(self) -> None:
        """Say that the words were taken along."""
        self.summary.show()
        self.summary.setText(self.tr("De tekst van deze versie staat op het klembord."))

    def _show_pieces(self, pieces: tuple[Piece, ...]) -> None:
        self.text.show_pieces(pieces)
        count = count_changes(pieces)
        if not count:
            self.summary.setText(self.tr("Er is geen verschil."))
            return
        legend = self.tr("Doorgestreept is weg, onderstreept is erbij gekomen.")
        self.summary.setText(f"{texts.places_changed(count)} {legend}")


def _raise(error: Exception) -> None:
    raise error
