# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The bar above the list: words to find, filters, the bin, and a new free note."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from logbook import texts
from logbook.core.entry import EntryKind, EntryState
from logbook.core.search import EntryFilter
from logbook.ui.context import Context
from logbook.ui.logbook.filter_chip import Choice, FilterChip
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.search_field import SearchField
from logbook.ui.widgets.top_bar import TopBar

TYPING_PAUSE_MS = 150
_FIELD = 300


class FilterBar(TopBar):
    """Makes an `EntryFilter` of what the user types and chooses.

    Signals:
        filter_changed(EntryFilter): another filter is wished; typing is waited for.
        note_requested(): a free note.
        list_requested(): from the field to what was found.
    """

    filter_changed = Signal(object)
    note_requested = Signal()
    list_requested = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self._build()
        self._connect_signals()

    @property
    def entry_filter(self) -> EntryFilter:
        """The filter as the bar stands now."""
        return EntryFilter(
            chapter=self.chapter.value,  # type: ignore[arg-type]
            exercise_id=self.exercise.value,  # type: ignore[arg-type]
            kind=self.kind.value,  # type: ignore[arg-type]
            state=self.state.value,  # type: ignore[arg-type]
            text=self.field.text(),
            deleted=self.bin.isChecked(),
        )

    def focus_field(self) -> None:
        """Go to the field and select what stands in it."""
        self.field.setFocus()
        self.field.selectAll()

    def clear(self, *, everything: bool = False) -> None:
        """Take every filter away; the bin stays open unless `everything` is said."""
        self.field.clear()
        for chip in self._filters:
            chip.clear()
        if everything:
            self.bin.setChecked(False)
        self._announce()

    def _build(self) -> None:
        self.field = SearchField(self.tr("Zoek in wat je schreef"), self._context.theme, self)
        self.field.setProperty("role", "field")
        self._chips = QWidget(self)
        flow = self._flow = FlowLayout(self._chips, 8)
        self.chapter = FilterChip(self.tr("hoofdstuk"), self._chapters, self._chips)
        self.exercise = FilterChip(self.tr("oefening"), self._exercises, self._chips)
        self.state = FilterChip(self.tr("staat"), self._states, self._chips)
        self.kind = FilterChip(self.tr("soort"), self._kinds, self._chips)
        self._filters = (self.chapter, self.exercise, self.state, self.kind)
        self.bin = Button(self.tr("prullenbak"), "chip", "trash-2", self._chips)
        self.bin.setCheckable(True)
        for chip in (*self._filters, self.bin):
            flow.addWidget(chip)
        self.note = Button(self.tr("Vrije notitie"), "primary", "plus", self)
        self.note.setToolTip(self.tr("Een vrije notitie schrijven (Ctrl+N)"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.field, 0, 0)
        self._grid.addWidget(self.note, 0, 2)
        self._grid.addWidget(self._chips, 0, 1)
        self._wide = True
        self.left.addLayout(self._grid)
        self._place_chips()

    def _connect_signals(self) -> None:
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._announce)
        self.field.textChanged.connect(self._on_field_text_changed)
        self.field.returnPressed.connect(self._announce)
        for chip in self._filters:
            chip.changed.connect(self._announce)
        self.bin.toggled.connect(self._on_bin_toggled)
        self.bin.clicked.connect(self._announce)
        self.note.clicked.connect(self.note_requested)
        self._context.theme.changed.connect(self._place_chips)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
        elif event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.list_requested.emit()
        else:
            super().keyPressEvent(event)

    # -- layout ------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_chips()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_chips()
        return super().event(event)

    @Slot()
    def _place_chips(self) -> None:
        """The chips beside the field when they fit there, else on a line of their own."""
        chips = [chip.sizeHint().width() + 8 for chip in (*self._filters, self.bin)]
        taken = self._context.theme.px(_FIELD) + self.note.sizeHint().width() + 80
        wide = taken + sum(chips) <= self.width()
        room = self._context.theme.px(_FIELD) if wide else 16_777_215
        self.field.setMaximumWidth(room)
        policy = QSizePolicy.Policy.Fixed if wide else QSizePolicy.Policy.Expanding
        self.field.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        self.field.setMinimumWidth(room if wide else 100)
        lower = (self.note.sizeHint().height() - self.bin.sizeHint().height()) // 2 if wide else 0
        self._flow.setContentsMargins(0, max(0, lower), 0, 0)
        if wide == self._wide:
            return
        self._wide = wide
        self._grid.removeWidget(self._chips)
        if wide:
            self._grid.addWidget(self._chips, 0, 1)
        else:
            self._grid.addWidget(self._chips, 1, 0, 1, 3)
        self._grid.setColumnStretch(0, 0 if wide else 1)
        self._grid.setColumnStretch(1, 1 if wide else 0)

    # -- what can be chosen ------------------------------------------------------------------------

    def _chapters(self) -> list[Choice]:
        """The chapters in which something was written."""
        return [
            (
                self.tr("hoofdstuk {number}").format(number=chapter.chapter.number),
                chapter.chapter.number,
            )
            for chapter in self._context.services.reading.chapters()
            if any(exercise.rounds for exercise in chapter.exercises)
        ]

    def _exercises(self) -> list[Choice]:
        """The exercises of which there are rounds, chapter by chapter."""
        return [
            (each.exercise.title, each.exercise.id)
            for chapter in self._context.services.reading.chapters()
            if self.chapter.value in (None, chapter.chapter.number)
            for each in chapter.exercises
            if each.rounds
        ]

    def _states(self) -> list[Choice]:
        return [(texts.entry_state(state), state) for state in EntryState]

    def _kinds(self) -> list[Choice]:
        return [
            (self.tr("oefeningen"), EntryKind.EXERCISE),
            (self.tr("vrije notities"), EntryKind.FREE),
        ]

    @Slot(bool)
    def _on_bin_toggled(self, shown: bool) -> None:
        self.bin.set_role("chip-on" if shown else "chip")

    @Slot(str)
    def _on_field_text_changed(self, text: str) -> None:
        if text.strip():
            self._pause.start()
        else:
            self._announce()

    @Slot()
    def _announce(self) -> None:
        self._pause.stop()
        self.filter_changed.emit(self.entry_filter)
