# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The popover in which labels are given to an entry, or made in a colour of choice."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from logbook import texts
from logbook.core.entry import EntryId
from logbook.core.label import Label, LabelId, next_colour
from logbook.ui.labels.colours import ColourBox, swatch
from logbook.ui.labels.label_acts import LabelActs
from logbook.ui.theme import Theme
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.tick_popover import PopoverWords, Tick, TickPopover


class LabelPopover(TickPopover):
    """Ticks the labels of one entry.

    Signals:
        changed(): the labels of the entry are other ones.
    """

    changed = Signal()

    def __init__(self, theme: Theme, acts: LabelActs, parent: QWidget | None = None) -> None:
        words = PopoverWords(
            title=_tr("Labels van deze bijdrage"),
            find=_tr("Zoek of maak een label"),
            make=_tr("“{name}” maken"),
            nothing=_tr("Je hebt nog geen labels. Typ een naam om er een te maken."),
            manage=_tr("Labels beheren …"),
        )
        super().__init__(theme, words, parent)
        self._acts = acts
        self._entry_id: EntryId | None = None
        self._on: set[str] = set()
        row = QHBoxLayout()
        self._colour_label = PlainLabel(_tr("Kleur"), "small", self)
        self.colour = ColourBox(theme, self)
        row.addWidget(self._colour_label, 1)
        row.addWidget(self.colour)
        self.body.insertLayout(2, row)
        self.field.textChanged.connect(self._show_colour)
        self.ticked.connect(self._on_ticked)
        self.make_requested.connect(self._on_make_requested)
        self._show_colour()

    def ask(self, entry_id: EntryId, labels: tuple[Label, ...], below: QWidget) -> None:
        """Come into view for an entry with these labels."""
        self._entry_id = entry_id
        self._on = {label.id for label in labels}
        self._fill()
        self.open_below(below)

    def _fill(self) -> None:
        counts = self._acts.all()
        # A label that has a colour of its own is easier to tell from the others.
        self.colour.set_colour(next_colour(tuple(each.label.colour for each in counts)))
        self.set_ticks(
            [
                Tick(
                    each.label.id,
                    each.label.name,
                    each.label.id in self._on,
                    swatch(self._theme, each.label.colour),
                    texts.entries(each.entries),
                )
                for each in counts
            ]
        )

    @Slot()
    def _show_colour(self) -> None:
        for each in (self._colour_label, self.colour):
            each.setVisible(self.offers_making)
        self._fit()

    @Slot(str, bool)
    def _on_ticked(self, label_id: str, on: bool) -> None:
        if self._entry_id is None or not self._acts.turn(self._entry_id, LabelId(label_id), on=on):
            return
        (self._on.add if on else self._on.discard)(label_id)
        self._fill()
        self.changed.emit()

    @Slot(str)
    def _on_make_requested(self, name: str) -> None:
        made = self._acts.create(name, self.colour.colour, self._entry_id)
        if made is not None:
            self._on.add(made.id)
            self._fill()
            self.changed.emit()


def _tr(text: str) -> str:
    return QCoreApplication.translate("LabelPopover", text)
