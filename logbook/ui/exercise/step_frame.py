# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What stands around the steps of an exercise: title and introduction above, the ways on below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook import texts
from logbook.core.exercise import Exercise
from logbook.ui.exercise.blocks.explanation import Explanation
from logbook.ui.exercise.draft import Draft
from logbook.ui.exercise.walk import look_backs
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.elided_label import ElidedLabel
from logbook.ui.widgets.frames import Separator
from logbook.ui.widgets.labels import PlainLabel

_BELOW_INTRODUCTION = 26


class StepHead(QWidget):
    """Title, where one is, and the introduction.

    Signals:
        reference_requested(str): a reference page was asked for.
    """

    reference_requested = Signal(str)

    def __init__(self, theme: Theme, exercise: Exercise, draft: Draft, parent: QWidget) -> None:
        super().__init__(parent)
        self._has_introduction = bool(exercise.introduction.strip())
        title = PlainLabel(exercise.title, "page-title", self, wrap=True)
        self._meta = ElidedLabel("muted", self)  # a long source stands in the panel too
        self._introduction = Explanation(theme, exercise.introduction, draft, 16, self)
        self._introduction.reference_requested.connect(self.reference_requested)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(title)
        body.addSpacing(4)
        body.addWidget(self._meta)
        body.addSpacing(20)
        body.addWidget(self._introduction)

    def show_place(self, meta: str, *, introduced: bool) -> None:
        """Say where one is; the introduction goes with the first place."""
        self._meta.set_whole(meta)
        self._introduction.setVisible(self._has_introduction and introduced)

    def keep_short(self, spare: int) -> None:
        """Leave so many device-independent pixels at the right of what is to be read."""
        self._meta.setContentsMargins(0, 0, spare, 0)
        self._introduction.setContentsMargins(0, 0, spare, _BELOW_INTRODUCTION)


class StepFoot(QWidget):
    """When one will look back, and the ways back, on and to the end.

    Signals:
        back_requested(), on_requested(), finish_requested(): one of the buttons.
    """

    back_requested = Signal()
    on_requested = Signal()
    finish_requested = Signal()

    def __init__(self, exercise: Exercise, parent: QWidget) -> None:
        super().__init__(parent)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        self.end = QWidget(self)
        end = QVBoxLayout(self.end)
        end.setContentsMargins(0, 0, 0, 20)
        end.setSpacing(6)
        self._looks_back = False
        for block, days in look_backs(exercise):
            self._looks_back = True
            when = texts.look_back_after(days)
            words = self.tr("{when}: {question}").format(
                when=when[:1].upper() + when[1:], question=block.title
            )
            end.addWidget(PlainLabel(words, "small", self.end, wrap=True))
        body.addWidget(self.end)
        body.addWidget(Separator(self))
        row = QHBoxLayout()
        row.setContentsMargins(0, 16, 0, 0)
        row.setSpacing(10)
        self.back_button = Button(self.tr("Vorige"), "quiet", "arrow-left", self)
        self.back_button.setToolTip(self.tr("Alt+PageUp"))
        self.on_button = Button(self.tr("Verder"), "", "", self)
        self.on_button.setToolTip(self.tr("Ctrl+Enter of Alt+PageDown"))
        self.finish_button = Button(self.tr("Voor nu afronden"), "primary", "", self)
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.on_button)
        row.addWidget(self.finish_button)
        body.addLayout(row)
        self.back_button.clicked.connect(self.back_requested)
        self.on_button.clicked.connect(self.on_requested)
        self.finish_button.clicked.connect(self.finish_requested)

    def show_ways(self, *, back: bool, last: bool) -> None:
        """Offer the ways there are from this place."""
        self.back_button.setVisible(back)
        self.on_button.setVisible(not last)
        self.finish_button.setVisible(last)
        self.end.setVisible(last and self._looks_back)
