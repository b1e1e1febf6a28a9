# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Rounds of one exercise beside each other, to read; says what stands where and judges nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.core.compare import MOST, ComparedRound, Comparison
from logbook.core.compare_kinds import is_state
from logbook.core.entry import EntryId
from logbook.core.errors import LogbookError
from logbook.services.changes import Changes
from logbook.texts.comparing import rounds_not_compared
from logbook.ui.acts import Acts
from logbook.ui.context import Context
from logbook.ui.logbook.margin_html import ENTRY
from logbook.ui.navigation import ReadEntry
from logbook.ui.reference.outside import open_outside
from logbook.ui.revisit.compare_keep import keep_page, print_rounds
from logbook.ui.revisit.compare_question import COLUMN, BlockView, Shelf
from logbook.ui.revisit.compare_rounds import RoundChooser
from logbook.ui.revisit.compare_words import shown_rounds
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout, quiet_scroll_area

_MARGINS = (36, 26)
_WIDEST = 1500
_GAP = 18
#: So many blocks are made before anything is shown; the others follow.
_AT_ONCE = 3


class CompareView(QWidget):
    """Two to five rounds of an exercise. Mounted below a bar that somebody else makes.

    Signals:
        wished(Wish): the user wants to go somewhere.
    """

    wished = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._acts = Acts(context, self)
        self.comparison: Comparison | None = None
        self._known: tuple[ComparedRound, ...] = ()
        self._stale = False
        self._waiting: list[int] = []
        self.blocks: list[BlockView] = []
        self._more = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect_signals()

    def show(  # type: ignore[override]
        self, exercise_id: str = "", entry_ids: Sequence[EntryId] = (), block: str = ""
    ) -> None:
        """Show these rounds, or the first and the last; without arguments as any widget."""
        if exercise_id:
            self._load(exercise_id, entry_ids, block)
        super().show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._reload()

    # --- building

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = quiet_scroll_area(self)
        outer.addWidget(self._area)
        holder = QWidget()
        holder.setProperty("role", "scrolled")
        self._margin = QVBoxLayout(holder)
        self._margin.setContentsMargins(*_MARGINS, *_MARGINS)
        self._area.setWidget(holder)
        holder.setAutoFillBackground(False)
        self._body = QVBoxLayout()
        self._body.setSpacing(14)
        self._margin.addLayout(self._body)
        self.title = PlainLabel("", "page-title", holder, wrap=True)
        self.facts = PlainLabel("", "muted", holder, wrap=True)
        tools = QWidget(holder)
        flow = FlowLayout(tools, spacing=10)
        self.choose = Button(self.tr("Rondes kiezen"), "", "list-checks", tools)
        self.choose.setCheckable(True)
        self.differences = Button(self.tr("Verschillen tonen"), "", "columns-2", tools)
        self.differences.setCheckable(True)
        self.print = Button(self.tr("Afdrukken"), "", "file-text", tools)
        self.keep = Button(self.tr("Bewaren als pagina"), "", "download", tools)
        self.buttons = (self.choose, self.differences, self.print, self.keep)
        for each in self.buttons:
            flow.addWidget(each)
        self.chooser = RoundChooser(holder)
        self.chooser.hide()
        self._alone = PlainLabel("", "body", holder, wrap=True)
        for widget in (self.title, self.facts, tools, self.chooser, self._alone):
            self._body.addWidget(widget)
        self._column = QVBoxLayout()
        self._column.setSpacing(30)
        self._column.setContentsMargins(0, 12, 0, 0)
        self._body.addLayout(self._column)
        self._margin.addStretch(1)

    def _connect_signals(self) -> None:
        self._more.timeout.connect(self._on_more_timeout)
        self.choose.toggled.connect(self.chooser.setVisible)
        self.chooser.rounds_chosen.connect(self._on_rounds_chosen)
        self.differences.toggled.connect(self._on_differences_toggled)
        self.print.clicked.connect(self._on_print_clicked)
        self.keep.clicked.connect(self._on_keep_clicked)
        self._context.notifier.changed.connect(self._on_changed)
        self._context.theme.changed.connect(self._on_theme_changed)

    # --- filling

    def _load(self, exercise_id: str, entry_ids: Sequence[EntryId], block: str) -> None:
        comparing = self._context.services.comparing
        try:
            self._known = comparing.rounds(exercise_id)
            self.comparison = comparing.compare(exercise_id, entry_ids, block)
        except LogbookError as error:
            self.comparison = None
            self._acts.say(error)
        self._stale = False
        self._fill()

    def _reload(self) -> None:
        shown = self.comparison
        if shown is None:
            return
        known = {r.entry_id for r in self._context.services.comparing.rounds(shown.exercise_id)}
        kept = [item.entry_id for item in shown.rounds if item.entry_id in known]
        self._load(shown.exercise_id, kept, shown.block)

    def _fill(self) -> None:
        clear_layout(self._column)
        self.blocks = []
        shown = self.comparison
        for each in self.buttons:
            each.setEnabled(shown is not None)
        if shown is None:
            self.title.setText(self.tr("Rondes naast elkaar"))
            self.facts.setText("")
            self._alone.setText(rounds_not_compared(len(self._known), MOST))
            self._alone.show()
            self.chooser.set_rounds((), ())
            return
        self.title.setText(shown.title)
        self.facts.setText(shown_rounds(shown.rounds, len(self._known)))
        self.chooser.set_rounds(self._known, [item.entry_id for item in shown.rounds])
        self.choose.setEnabled(len(self._known) > 1)
        self.differences.setEnabled(len(shown.rounds) > 1)
        self._alone.setText(self._only_one())
        self._alone.setVisible(len(shown.rounds) < 2)
        self._waiting = list(range(len(shown.blocks)))
        self._add_some(_AT_ONCE)
        self._more.start()

    def _only_one(self) -> str:
        if len(self._known) > 1:
            return self.tr("Kies nog een ronde om naast deze te leggen.")
        return self.tr(
            "Er is nog één ronde. Doe je deze oefening later nog eens, dan liggen ze hier "
            "naast elkaar."
        )

    def _add_some(self, number: int) -> None:
        shown = self.comparison
        if shown is None:
            return
        shelf = Shelf(shown, self._context.services.content.library(), self._context.theme)
        some, self._waiting = self._waiting[:number], self._waiting[number:]
        for place in some:
            block = shown.blocks[place]
            states = [q for q in block.questions if is_state(q, shown.exercise)]
            view = BlockView(shelf, block, states, self)
            view.link_activated.connect(self._on_link_activated)
            self.blocks.append(view)
            self._column.addWidget(view)
            view.show()  # at once: the layout would wait for the next turn of events
            for question in view.questions:
                question.show_differences(self.differences.isChecked())
        self._fit()

    def _fit(self) -> None:
        shown = self.comparison
        if shown is None:
            return
        px = self._context.theme.px
        left, top = _MARGINS if self.width() > 700 else (20, 18)
        side = max(left, (self.width() - px(_WIDEST)) // 2)
        self._margin.setContentsMargins(side, top, side, top)
        count = len(shown.rounds)
        needed = count * px(COLUMN) + (count - 1) * _GAP
        beside = self._area.viewport().width() - 2 * side >= needed
        for block in self.blocks:
            for question in block.questions:
                question.set_beside(beside)

    # --- acts

    @Slot()
    def _on_more_timeout(self) -> None:
        self._add_some(1)
        if self._waiting:
            self._more.start()

    @Slot(object)
    def _on_rounds_chosen(self, entry_ids: tuple[EntryId, ...]) -> None:
        if self.comparison is not None:
            self._load(self.comparison.exercise_id, entry_ids, self.comparison.block)

    @Slot(bool)
    def _on_differences_toggled(self, wanted: bool) -> None:
        for block in self.blocks:
            for question in block.questions:
                question.show_differences(wanted)

    @Slot()
    def _on_print_clicked(self) -> None:
        if self.comparison is not None:
            print_rounds(self._context, self.comparison, self)

    @Slot()
    def _on_keep_clicked(self) -> None:
        if self.comparison is not None:
            keep_page(self._context, self.comparison, self)

    @Slot(str)
    def _on_link_activated(self, address: str) -> None:
        if address.startswith(ENTRY):
            self.wished.emit(ReadEntry(EntryId(address.removeprefix(ENTRY))))
        else:
            open_outside(self._context.messages, self, address)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        shown = self.comparison
        if shown is None:
            return
        touched = shown.exercise_id in changes.exercises or changes.library
        if not touched and not any(changes.touches(item.entry_id) for item in shown.rounds):
            return
        self._stale = True
        if self.isVisible():
            self._reload()

    @Slot()
    def _on_theme_changed(self) -> None:
        if self.isVisible():
            self._fill()
        else:
            self._stale = True
