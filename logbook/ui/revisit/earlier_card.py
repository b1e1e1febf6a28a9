# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The earlier answer in Toen en nu: covered until the user wants to see it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.rich_text import RichText

#: The size of the words at 100 %, as in the field beside it.
TEXT = 17
_LEAST_HEIGHT = 190


class EarlierCard(QFrame):
    """A calm frame with the answer of then, or with its cover.

    Args:
        picture: gives the pictures that the answer names.

    Signals:
        uncover_requested(): the user wants to look now.
        link_activated(str): a link in the answer was chosen.
    """

    uncover_requested = Signal()
    link_activated = Signal(str)

    def __init__(
        self, theme: Theme, picture: Callable[[str], object | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "earlier")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(18, 16, 18, 16)
        self._cover = self._build_cover()
        self._body.addWidget(self._cover, 1)
        self.text = RichText(theme, self, TEXT, picture=picture)
        self._body.addWidget(self.text)
        self._body.addStretch(0)
        self.text.link_activated.connect(self.link_activated)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def is_covered(self) -> bool:
        """Whether the answer is not to be seen."""
        return not self._cover.isHidden()

    def cover(self, sentence: str) -> None:
        """Show this sentence instead of the answer; nothing of the answer is kept in view."""
        self._words.setText(sentence)
        self.text.set_html("")
        self.text.hide()
        self._cover.show()

    def show_answer(self, html: str, spoken: str) -> None:
        """Show the answer.

        Args:
            spoken: what it is, for a screen reader.
        """
        self._cover.hide()
        self.text.setAccessibleName(spoken)
        self.text.set_html(html)
        self.text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.text.show()

    def _build_cover(self) -> QWidget:
        cover = QWidget(self)
        body = QVBoxLayout(cover)
        body.setContentsMargins(8, 12, 8, 12)
        body.setSpacing(12)
        body.addSpacing(28)
        self._icon = QLabel(cover)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._words = PlainLabel("", "muted", cover, wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.look = Button(self.tr("Kijk nu"), "quiet", "", cover)
        self.look.setAccessibleName(self.tr("Kijk nu naar je antwoord van toen"))
        self.look.clicked.connect(self.uncover_requested)
        body.addWidget(self._icon)
        body.addWidget(self._words)
        body.addWidget(self.look, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addStretch(1)
        return cover

    @Slot()
    def _fit(self) -> None:
        self._icon.setPixmap(self._theme.pixmap("history", 26, "muted"))
        self._cover.setMinimumHeight(self._theme.px(_LEAST_HEIGHT))
