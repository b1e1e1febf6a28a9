# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The chips of the bar: those that are on first, then what can be put on, then the bin.

They are read from a query and write one; the query itself is in the field of the bar.
"""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from logbook.core.query import EMPTY, Filter, Query
from logbook.ui.context import Context
from logbook.ui.logbook.filter_chip import FilterChip, FilterOn
from logbook.ui.logbook.filter_choices import FilterChoices, FilterKind
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.menus import passing_menu, popup_below


class FilterRow(QWidget):
    """One chip per filter that is on, one per kind that is off.

    Signals:
        query_changed(Query): the user put a filter on or took one away.
        bin_changed(): the bin was opened or closed.
    """

    query_changed = Signal(object)
    bin_changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._query = EMPTY
        self.choices = FilterChoices(context, self)
        self._flow = FlowLayout(self, 8)
        self._kinds: dict[str, FilterKind] = {}
        self._off: dict[str, FilterChip] = {}
        self.on: list[FilterOn] = []
        for kind in self.choices.kinds():
            direct = kind.name == "pinned"
            chip = FilterChip(kind.caption, kind.choices, self, direct=direct)
            chip.chosen.connect(self._on_chip_chosen)
            self._kinds[kind.name], self._off[kind.name] = kind, chip
        self._compact = False
        self._empty = self._kinds_without_choice()
        self.more = Button(self.tr("filter"), "chip", "list-filter", self)
        self.more.setAccessibleName(self.tr("Een filter kiezen"))
        self.more.clicked.connect(self._on_more_clicked)
        self.more.hide()
        self.bin = Button(self.tr("prullenbak"), "chip", "trash-2", self)
        self.bin.setCheckable(True)
        self.bin.toggled.connect(self._on_bin_toggled)
        self.bin.clicked.connect(self.bin_changed)
        self._lay_out()

    def chip(self, name: str) -> FilterChip:
        """The chip of a kind that is off."""
        return self._off[name]

    def set_query(self, query: Query) -> None:
        """Light what is in a query."""
        before, self._query = self._query, query
        self.choices.set_query(query)
        if before.filters != query.filters:
            self._relight()

    def refresh(self) -> None:
        """Labels or goals came, went or have another name."""
        self._empty = self._kinds_without_choice()
        self._relight()

    def needed_width(self) -> int:
        """How wide all chips are beside each other."""
        chips = [*self.on, *(self._off[name] for name in self._offered()), self.bin]
        return sum(chip.sizeHint().width() + 8 for chip in chips)

    def set_compact(self, compact: bool) -> None:
        """Where there is little room, one chip stands for those that are off."""
        if compact != self._compact:
            self._compact = compact
            self._lay_out()

    def make_menu(self) -> QMenu:
        """The menu of that one chip."""
        menu = passing_menu(self)
        for name in self._offered():
            chip = self._off[name]
            if chip.direct:
                menu.addAction(chip.text()).triggered.connect(chip.click)
            else:
                menu.addMenu(chip.make_menu())
        return menu

    def set_top(self, room: int) -> None:
        """Leave so much room above the chips."""
        self._flow.setContentsMargins(0, room, 0, 0)

    def _chips(self) -> list[QPushButton]:
        return [*self.on, *self._off.values(), self.more, self.bin]

    def _relight(self) -> None:
        """Make the chips that are on anew; the keyboard stays where it was."""
        focused = next((chip for chip in self._chips() if chip.hasFocus()), None)
        for chip in self.on:
            chip.hide()
            chip.deleteLater()
        gone, self.on = self.on, []
        for each in self._query.filters:
            words = self.choices.words(each)
            chip = FilterOn(each, words, self, self.choices.spot(each))
            chip.removed.connect(self._on_chip_removed)
            self.on.append(chip)
        self._lay_out()
        if isinstance(focused, FilterOn) and focused in gone:
            self._focus_after(focused.filter)
        elif focused is not None and focused.isHidden() and self.on:
            self.on[-1].setFocus()

    def _focus_after(self, gone: Filter) -> None:
        kept = next((chip for chip in self.on if chip.filter == gone), None)
        kind = next(kind for kind in self._kinds.values() if gone.key in kind.keys)
        off = self.more if self._compact else self._off[kind.name]
        (kept or off).setFocus()

    def _lay_out(self) -> None:
        while self._flow.count():
            self._flow.takeAt(0)
        offered = self._offered()
        for name, off in self._off.items():
            off.setVisible(name in offered and not self._compact)
        self.more.setVisible(self._compact)
        before: QWidget | None = None
        for chip in self._chips():
            self._flow.addWidget(chip)
            if not chip.isHidden() or chip in self.on:
                chip.show()
            if before is not None:
                QWidget.setTabOrder(before, chip)
            before = chip
        self.updateGeometry()

    def _kinds_without_choice(self) -> set[str]:
        return {name for name in self._kinds if not self.choices.has_any(name)}

    def _offered(self) -> list[str]:
        """The kinds that can be put on now."""
        lit = {each.key for each in self._query.filters if not each.excluded}
        found = []
        for name, kind in self._kinds.items():
            on = bool(lit.intersection(kind.keys))
            if (kind.many or not on) and (on or name not in self._empty):
                found.append(name)
        return found

    @Slot()
    def _on_more_clicked(self) -> None:
        popup_below(self.make_menu(), self.more)

    @Slot(tuple)
    def _on_chip_chosen(self, filters: tuple[tuple[str, str], ...]) -> None:
        query = self._query
        for key, value in filters:
            kind = next(kind for kind in self._kinds.values() if key in kind.keys)
            query = query.with_filter(key, value) if kind.many else query.with_only(key, value)
        self.query_changed.emit(query)

    @Slot(object)
    def _on_chip_removed(self, each: Filter) -> None:
        kept = tuple(known for known in self._query.filters if known != each)
        self.query_changed.emit(self._query._replace(filters=kept))

    @Slot(bool)
    def _on_bin_toggled(self, shown: bool) -> None:
        self.bin.set_role("chip-on" if shown else "chip")
