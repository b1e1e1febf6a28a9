# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The slider of the history with what stands below it: compare, look finer, play."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from logbook.ui.logbook.version_slider import VersionSlider
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button, IconButton
from logbook.ui.widgets.columns import FlowLayout

#: What a version is compared with; "" for nothing.
BEFORE, PRESENT = "before", "present"


class VersionControls(QWidget):
    """Where in the history one is, and how it is shown.

    Args:
        describe: what stands at a place, in words.

    Signals:
        place_changed(): another version or moment.
        compare_changed(): `compare` is another one.
        finer_changed(): `finer` changed; the places are to be set again.
        play_changed(bool): the user started or stopped playing.
    """

    place_changed = Signal()
    compare_changed = Signal()
    finer_changed = Signal()
    play_changed = Signal(bool)

    def __init__(
        self, theme: Theme, describe: Callable[[int], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(4)
        self.earlier = IconButton("arrow-left", self.tr("Eerder"), theme, self)
        self.slider = VersionSlider(theme, describe, self.tr("Plek in de geschiedenis"), self)
        self.later = IconButton("arrow-right", self.tr("Later"), theme, self)
        for part in (self.earlier, self.slider, self.later):
            row.addWidget(part)
        body.addLayout(row)
        below = QWidget(self)
        flow = FlowLayout(below, 8)
        self.changes = QCheckBox(self.tr("Wat is er veranderd?"), below)
        self.since_before = QRadioButton(self.tr("sinds de keer ervoor"), below)
        self.until_now = QRadioButton(self.tr("van toen tot nu"), below)
        group = QButtonGroup(self)
        for radio in (self.since_before, self.until_now):
            radio.setProperty("role", "segment")
            group.addButton(radio)
        self.since_before.setChecked(True)
        self.finer_button = Button(self.tr("Fijner kijken"), "quiet", "sliders-horizontal", below)
        self.finer_button.setCheckable(True)
        self.finer_button.setToolTip(self.tr("Elk moment waarop iets werd bewaard"))
        self.play = Button(self.tr("Afspelen"), "quiet", "play", below)
        for each in (
            self.changes,
            self.since_before,
            self.until_now,
            self.finer_button,
            self.play,
        ):
            flow.addWidget(each)
        body.addWidget(below)
        self.play.setCheckable(True)
        self._group = group
        self._show_comparing()
        self._connect_signals()

    def _connect_signals(self) -> None:
        self.earlier.clicked.connect(self._on_earlier_clicked)
        self.later.clicked.connect(self._on_later_clicked)
        self.slider.valueChanged.connect(self._on_slider_value_changed)
        self.changes.toggled.connect(self._on_changes_toggled)
        self._group.buttonClicked.connect(self.compare_changed)
        self.finer_button.toggled.connect(self._on_finer_toggled)
        self.play.toggled.connect(self._on_play_toggled)

    @property
    def place(self) -> int:
        """Where the slider stands, from 0."""
        return self.slider.value()

    @property
    def at_end(self) -> bool:
        """Whether there is nothing later."""
        return self.slider.value() == self.slider.maximum()

    @property
    def compare(self) -> str:
        """What to compare with: `BEFORE`, `PRESENT` or ""."""
        if not self.changes.isChecked():
            return ""
        return BEFORE if self.since_before.isChecked() else PRESENT

    @property
    def finer(self) -> bool:
        """Whether every kept moment is on the slider."""
        return self.finer_button.isChecked()

    def set_places(self, count: int, place: int, aside: frozenset[int] = frozenset()) -> None:
        """Offer so many places and stand at one; sends nothing."""
        self.slider.set_places(count, place, aside)
        self._show_ends()

    def go_to(self, place: int) -> None:
        """Stand at another place."""
        self.slider.setValue(place)

    def stop(self) -> None:
        """End the playing."""
        self.play.setChecked(False)

    def _show_ends(self) -> None:
        self.earlier.setEnabled(self.place > 0)
        self.later.setEnabled(not self.at_end)
        self.play.setVisible(self.finer)
        self.play.setEnabled(self.slider.maximum() > 0)

    def _show_comparing(self) -> None:
        for radio in (self.since_before, self.until_now):
            radio.setVisible(self.changes.isChecked())

    @Slot()
    def _on_earlier_clicked(self) -> None:
        self.go_to(self.place - 1)

    @Slot()
    def _on_later_clicked(self) -> None:
        self.go_to(self.place + 1)

    @Slot()
    def _on_slider_value_changed(self) -> None:
        self._show_ends()
        self.place_changed.emit()

    @Slot()
    def _on_changes_toggled(self) -> None:
        self._show_comparing()
        self.compare_changed.emit()

    @Slot()
    def _on_finer_toggled(self) -> None:
        self.finer_changed.emit()
        self._show_ends()

    @Slot(bool)
    def _on_play_toggled(self, playing: bool) -> None:
        self.play.setText(self.tr("Pauze") if playing else self.tr("Afspelen"))
        self.play.set_icon_name("pause" if playing else "play")
        self.play_changed.emit(playing)
