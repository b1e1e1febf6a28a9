# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What changed in an answer since a remark was given on it, word for word."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from logbook.core.words_diff import Change, diff_words
from logbook.ui.logbook.difference_view import DifferenceView
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import resize_on_screen


class ChangedDialog(QDialog):
    """Two texts as one: what went is struck through, what came is underlined."""

    def __init__(
        self, theme: Theme, question: str, before: str, now: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        title = self.tr("Wat veranderde sinds deze feedback?")
        self.setWindowTitle(title)
        body = QVBoxLayout(self)
        body.setContentsMargins(28, 24, 28, 22)
        body.setSpacing(10)
        body.addWidget(PlainLabel(title, "heading", self, wrap=True))
        if question:
            body.addWidget(PlainLabel(question, "muted", self, wrap=True))
        pieces = diff_words(before, now)
        same = all(piece.change is Change.SAME for piece in pieces)
        said = self.tr("Doorgestreept is weg, onderstreept kwam erbij.")
        if same:
            said = self.tr("Er veranderde niets: dit is de tekst zoals je lezer hem zag.")
        self.said = PlainLabel(said, "small", self, wrap=True)
        body.addWidget(self.said)
        self.view = DifferenceView(theme, title, self)
        self.view.show_pieces(tuple(pieces))
        body.addWidget(self.view, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = Button(self.tr("Sluiten"), "primary", "", self)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        body.addLayout(row)
        resize_on_screen(self, theme.px(680), theme.px(460))
