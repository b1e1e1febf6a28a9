# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The intentions of a chapter as a list: what was going to be tried, when, and its round."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook.core.entry import Answer
from logbook.core.practice import Intention
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.dates import local_day, long_day, short_day
from logbook.ui.widgets.frames import Separator
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout


class IntentionItem(QWidget):
    """One intention: its first answer in full, the others with their question.

    Signals:
        round_chosen(str): the entry id of its round.
    """

    round_chosen = Signal(str)

    def __init__(self, intention: Intention, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry_id = intention.entry_id
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        first, *others = intention.answers
        column.addWidget(PlainLabel(_words(first), "reading", self, wrap=True))
        for answer in others:
            column.addWidget(PlainLabel(answer.wording.prompt_text, "small", self, wrap=True))
            column.addWidget(PlainLabel(_words(answer), "body", self, wrap=True))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        written = short_day(local_day(intention.written_at))
        origin = f"{written} · {intention.exercise_title}"
        foot.addWidget(PlainLabel(origin, "small", self, wrap=True), 1)
        self.read_button = Button(self.tr("Lees deze ronde"), "link", "", self)
        self.read_button.setAccessibleName(
            self.tr("Lees de ronde van {day}: {title}").format(
                day=written, title=intention.exercise_title
            )
        )
        self.read_button.clicked.connect(self._on_read_clicked)
        foot.addWidget(self.read_button)
        column.addLayout(foot)

    @Slot()
    def _on_read_clicked(self) -> None:
        self.round_chosen.emit(self._entry_id)


class IntentionList(QWidget):
    """All intentions of a chapter, newest first.

    Signals:
        round_chosen(str): the entry id of a round to read.
    """

    round_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self.items: list[IntentionItem] = []

    def set_intentions(self, intentions: Sequence[Intention]) -> None:
        """Show these intentions, or say that there are none yet."""
        clear_layout(self._column)
        self.items = []
        for intention in intentions:
            if self.items:
                self._column.addWidget(Separator(self))
            shown = IntentionItem(intention, self)
            shown.round_chosen.connect(self.round_chosen)
            self._column.addWidget(shown)
            self.items.append(shown)
        if not intentions:
            nothing = self.tr(
                "Nog geen voornemens. Wat je in een oefening schrijft bij ‘Wat ga je proberen?’, "
                "komt hier te staan."
            )
            self._column.addWidget(PlainLabel(nothing, "muted", self, wrap=True))


def _words(answer: Answer) -> str:
    """What the user gave, as plain text."""
    day = answer.value.day
    return answer.value.words() or (long_day(day) if day is not None else "")
