# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Remarks on the rounds of one exercise in a narrow column, each leading to where it is read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook import texts
from logbook.core.entry import EntryId
from logbook.core.errors import LogbookError
from logbook.core.exercise import Exercise
from logbook.core.remarks import PlacedRemark, RemarkStatus
from logbook.core.text import shorten
from logbook.services.changes import Changes
from logbook.texts.remarks import REMARK_KINDS, new_remarks, remarks, signed
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.tab_order import set_tab_order
from logbook.ui.navigation import ReadEntry
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout

#: So many characters of a remark stand here, and so many remarks of a round.
_SHORT, _MOST = 120, 4

_Found = tuple[tuple[int, EntryId, tuple[PlacedRemark, ...]], ...]


class RoundRemarks(QWidget):
    """A count for each round, and how its remarks begin; those that are not done come first.

    Signals:
        wished(Wish): read the remarks beside their round.
        filled(bool): whether there is anything to show.
    """

    wished = Signal(object)
    filled = Signal(bool)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._exercise: Exercise | None = None
        self._shown: _Found = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        context.notifier.changed.connect(self._on_notifier_changed)

    def show_exercise(self, exercise: Exercise | None) -> None:
        """Show what came back on the rounds of an exercise; None is a note without one."""
        self._exercise = exercise
        found: _Found = ()
        if exercise is not None:
            try:
                found = self._find(exercise)
            except LogbookError:
                found = ()  # said by whoever reads the entry itself
        if found != self._shown:
            self._shown = found
            self._fill()
        self.filled.emit(bool(found))

    def _find(self, exercise: Exercise) -> _Found:
        services = self._context.services
        shared = services.sharing.shared_entries()
        if not shared:
            return ()
        rounds = services.reading.exercise_progress(exercise).rounds
        found = [
            (number, each.entry_id, services.feedback.remarks_of(each.entry_id))
            for number, each in enumerate(rounds, start=1)
            if each.entry_id in shared
        ]
        return tuple(each for each in reversed(found) if each[2])

    def _fill(self) -> None:
        clear_layout(self._column)
        links = []
        for number, entry_id, found in self._shown:
            caption = f"{texts.round_number(number).capitalize()}: {remarks(len(found))}"
            link = Button(caption, "link", "", self)
            link.setProperty("entry_id", entry_id)
            link.clicked.connect(self._on_link_clicked)
            self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            links.append(link)
            if new := sum(each.remark.status is RemarkStatus.NEW for each in found):
                self._column.addWidget(PlainLabel(new_remarks(new), "caution", self))
            open_first = sorted(found, key=lambda each: each.remark.status is RemarkStatus.DONE)
            for each in open_first[:_MOST]:
                self._add(each)
            self._column.addSpacing(6)
        set_tab_order(self, links)

    def _add(self, placed: PlacedRemark) -> None:
        remark = placed.remark
        parts = [REMARK_KINDS[remark.kind], signed(remark)]
        if remark.status is RemarkStatus.DONE:
            parts.append(self.tr("verwerkt"))
        for text, role in ((" · ".join(parts), "small"), (shorten(remark.text, _SHORT), "body")):
            label = PlainLabel(text, role, self, wrap=True)
            self._column.addWidget(label)
            label.show()
        self._column.addSpacing(5)

    @Slot()
    def _on_link_clicked(self) -> None:
        self.wished.emit(ReadEntry(EntryId(self.sender().property("entry_id"))))

    @Slot(object)
    def _on_notifier_changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.sharing or changes.everything):
            self.show_exercise(self._exercise)
