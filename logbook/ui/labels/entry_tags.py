# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What an entry was given: its labels as chips, its learning goals, and the ways to change them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.core.entry import EntryId
from logbook.core.errors import LogbookError
from logbook.core.goal import Goal
from logbook.core.label import Label
from logbook.core.query import EMPTY
from logbook.services.changes import Changes
from logbook.ui.context import Context
from logbook.ui.goals.goal_acts import GoalActs, goal_line
from logbook.ui.goals.goal_popover import GoalPopover
from logbook.ui.labels.label_acts import LabelActs
from logbook.ui.labels.label_popover import LabelPopover
from logbook.ui.navigation import FindEntries
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout

#: The keys that open both popovers.
LABEL_KEYS, GOAL_KEYS = "Ctrl+L", "Ctrl+Shift+L"
#: So many characters of a name stand on its chip; the tooltip has all.
_LONGEST = 24


class _Chip(Button):
    """A label of the entry in its colour."""

    def __init__(self, label: Label, parent: QWidget) -> None:
        self.name = label.name
        short = self.name if len(self.name) <= _LONGEST else f"{self.name[:_LONGEST]}…"
        super().__init__(short.replace("&", "&&"), f"label-{label.colour}", "", parent)


class EntryTags(QWidget):
    """Labels and learning goals of one entry.

    Args:
        stored: makes sure that the entry is stored and gives its id; None when there is nothing to
            store yet.

    Signals:
        navigation_requested(Wish): read an entry that goes with a goal, or list all with a label.
    """

    navigation_requested = Signal(object)

    def __init__(
        self,
        context: Context,
        stored: Callable[[], EntryId | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._stored = stored
        self._entry_id: EntryId | None = None
        self._labels: tuple[Label, ...] = ()
        self._goals: tuple[Goal, ...] = ()
        self._label_popover: LabelPopover | None = None
        self._goal_popover: GoalPopover | None = None
        self._label_acts = LabelActs(context, self)
        self._goal_acts = GoalActs(context, self)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        self._row = QWidget(self)
        self._flow = FlowLayout(self._row, 6)
        self.label_button = Button(self.tr("Label …"), "aside", "tag", self._row)
        self.label_button.setToolTip(self.tr("Labels geven ({keys})").format(keys=LABEL_KEYS))
        self.goal_button = Button(self.tr("Leerdoel koppelen …"), "aside", "target", self._row)
        self.goal_button.setToolTip(self.tr("Leerdoelen ({keys})").format(keys=GOAL_KEYS))
        self.label_button.clicked.connect(self._on_label_button_clicked)
        self.goal_button.clicked.connect(self._on_goal_button_clicked)
        body.addWidget(self._row)
        self._goal_rows = QVBoxLayout()
        self._goal_rows.setSpacing(2)
        body.addLayout(self._goal_rows)
        context.notifier.changed.connect(self._on_notifier_changed)
        self._fill()

    def show_entry(self, entry_id: EntryId | None) -> None:
        """Show what this entry was given; None is one that is not stored yet."""
        self._entry_id = entry_id
        self._read()

    def set_locked(self, locked: bool) -> None:
        """Only show (an entry in the bin)."""
        for each in (self.label_button, self.goal_button):
            each.setHidden(locked)

    def open_labels(self, below: QWidget | None = None) -> None:
        """Offer the labels, below a widget or below their button."""
        entry_id = self._ready()
        if entry_id is None:
            return
        if self._label_popover is None:
            self._label_popover = LabelPopover(self._context.theme, self._label_acts, self)
            self._label_popover.manage_requested.connect(self._on_labels_manage_requested)
        self._label_popover.ask(entry_id, self._labels, below or self._anchor(self.label_button))

    def open_goals(self, below: QWidget | None = None) -> None:
        """Offer the learning goals, below a widget or below their button."""
        entry_id = self._ready()
        if entry_id is None:
            return
        if self._goal_popover is None:
            self._goal_popover = GoalPopover(self._context.theme, self._goal_acts, self)
            self._goal_popover.manage_requested.connect(self._on_goals_manage_requested)
        self._goal_popover.ask(entry_id, self._goals, below or self._anchor(self.goal_button))

    @property
    def label_popover(self) -> LabelPopover | None:
        """The popover of the labels once it was opened."""
        return self._label_popover

    @property
    def goal_popover(self) -> GoalPopover | None:
        """The popover of the goals once it was opened."""
        return self._goal_popover

    # -- filling -----------------------------------------------------------------------------------

    def _ready(self) -> EntryId | None:
        entry_id = self._stored()
        if entry_id is None:
            self._context.messages.show(self.tr("Dit kan zodra er iets staat."))
            return None
        self.show_entry(entry_id)
        return entry_id

    @staticmethod
    def _anchor(button: QWidget) -> QWidget:
        """The button; its window when it is not in view."""
        return button if button.isVisible() else button.window()

    def _read(self) -> None:
        labels: tuple[Label, ...] = ()
        goals: tuple[Goal, ...] = ()
        if self._entry_id is not None:
            services = self._context.services
            try:
                labels = services.reading.summary(self._entry_id).labels
                goals = services.goals.of_entry(self._entry_id)
            except LogbookError:
                pass  # it is gone; whoever shows it finds out
        if (labels, goals) != (self._labels, self._goals):
            self._labels, self._goals = labels, goals
            self._fill()

    def _fill(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, _Chip):
                widget.hide()
                widget.deleteLater()
        before: QWidget | None = None
        for label in self._labels:
            chip = _Chip(label, self._row)
            said = self.tr("Alles met het label “{name}”").format(name=label.name)
            chip.setToolTip(said)
            chip.setAccessibleName(self.tr("Label: {name}").format(name=label.name))
            chip.setAccessibleDescription(said)
            chip.clicked.connect(self._on_chip_clicked)
            QWidget.setTabOrder(before or self.label_button, chip)
            before = chip
            self._flow.addWidget(chip)
            chip.show()
        self._flow.addWidget(self.label_button)
        self._flow.addWidget(self.goal_button)
        if before is not None:
            # From before the chips to behind them.
            QWidget.setTabOrder(before, self.label_button)
        names = ", ".join(label.name for label in self._labels)
        said = self.tr("Labels: {names}. Wijzigen").format(names=names)
        self.label_button.setAccessibleName(said if names else self.tr("Label geven"))
        self._flow.invalidate()
        clear_layout(self._goal_rows)
        for goal in self._goals:
            state = self.tr("Leerdoel") if goal.is_open else self.tr("Leerdoel, afgerond")
            line = PlainLabel(f"{state}: {goal_line(goal)}", "small", self, wrap=True)
            self._goal_rows.addWidget(line)
            line.show()
        self.updateGeometry()

    # -- slots -------------------------------------------------------------------------------------

    @Slot(object)
    def _on_notifier_changed(self, changes: Changes) -> None:
        touched = self._entry_id is not None and changes.touches(self._entry_id)
        if changes.labels or changes.goals or touched:
            self._read()

    @Slot()
    def _on_chip_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, _Chip):
            query = EMPTY.with_filter("label", chip.name).to_text()
            self.navigation_requested.emit(FindEntries(query))

    @Slot()
    def _on_label_button_clicked(self) -> None:
        self.open_labels()

    @Slot()
    def _on_goal_button_clicked(self) -> None:
        self.open_goals()

    @Slot()
    def _on_labels_manage_requested(self) -> None:
        from logbook.ui.labels.labels_dialog import LabelsDialog  # few who read open it

        dialog = LabelsDialog(self._context, self.window())
        dialog.exec()
        dialog.deleteLater()

    @Slot()
    def _on_goals_manage_requested(self) -> None:
        from logbook.ui.goals.goals_dialog import GoalsDialog

        wish = GoalsDialog.ask(self._context, self.window())
        if wish is not None:
            self.navigation_requested.emit(wish)
