# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The thread of an exercise in a narrow column: intentions and how they went, in order of time.

Its rounds stand beside it already, so that they are left out here.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.core.errors import LogbookError
from logbook.services.threads import ThreadItem, ThreadKind
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.tab_order import set_tab_order
from logbook.ui.navigation import AnswerIntention
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.dates import local_day, short_day
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout

#: So many characters of a text stand here; the entry has all.
_SHORT = 140


class ThreadView(QWidget):
    """Lines with a day; an open intention leads to the form for how it went.

    Signals:
        wished(Wish): say how an intention went.
        filled(bool): whether there is anything to show.
    """

    wished = Signal(object)
    filled = Signal(bool)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: tuple[ThreadItem, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_exercise(self, exercise_id: str | None) -> None:
        """Show the thread of an exercise; None is a note without one."""
        items: tuple[ThreadItem, ...] = ()
        if exercise_id is not None:
            try:
                items = self._context.services.threads.thread(exercise_id)
            except LogbookError:
                items = ()  # said by whoever reads the entry itself
        items = tuple(item for item in items if item.kind is not ThreadKind.ROUND)
        if items != self._shown:
            self._shown = items
            self._fill(items)
        self.filled.emit(bool(items))

    def _fill(self, items: tuple[ThreadItem, ...]) -> None:
        clear_layout(self._column)
        self._asks: list[Button] = []
        for item in items:
            day = short_day(local_day(item.at))
            if item.returned is not None:
                parts = (day, self.tr("hoe het ging"), item.returned.words)
                self._add(" · ".join(filter(None, parts)), "small")
                self._add(item.returned.happened, "body")
                self._add(item.returned.next, "body")
            elif item.intention is not None:
                self._add(self.tr("{day} · voornemen").format(day=day), "small")
                self._add(item.intention.text, "body")
                if item.intention.is_open:
                    self._add_ask(item)
            self._column.addSpacing(6)
        set_tab_order(self, self._asks)

    def _add(self, text: str, role: str) -> None:
        words = text.strip()
        if not words:
            return
        if len(words) > _SHORT:
            words = f"{words[:_SHORT].rstrip()} …"
        label = PlainLabel(words, role, self, wrap=True)
        self._column.addWidget(label)
        label.show()

    def _add_ask(self, item: ThreadItem) -> None:
        intention = item.intention
        assert intention is not None, "asked for intentions only"
        ask = Button(self.tr("Hoe ging het?"), "link", "", self)
        ask.setAccessibleName(self.tr("Hoe ging het: {words}").format(words=intention.text))
        ask.setProperty("wish", AnswerIntention(*intention.key))
        ask.clicked.connect(self._on_ask_clicked)
        self._column.addWidget(ask, 0, Qt.AlignmentFlag.AlignLeft)
        ask.show()
        self._asks.append(ask)

    @Slot()
    def _on_ask_clicked(self) -> None:
        self.wished.emit(self.sender().property("wish"))
