# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The exercise as a student walks it, with the mistakes in a block shown above that block."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.core.exercise import Exercise
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.view import BlockView
from logbook.ui.exercise.draft import Draft
from logbook.ui.exercise.step_column import StepColumn
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel


class MarkedColumn(StepColumn):
    """A column of steps that can say what is wrong with a block in the file."""

    def __init__(
        self, context: Context, draft: Draft, exercise: Exercise, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, draft, exercise, parent)
        self._said: Mapping[str, Sequence[str]] = {}
        self.marks: dict[str, CardFrame] = {}

    def set_marks(self, said: Mapping[str, Sequence[str]]) -> None:
        """Show these sentences above the blocks with these ids, and no others."""
        self._said = said
        for block_id in list(self.marks):
            mark = self.marks.pop(block_id)
            mark.hide()
            mark.deleteLater()
        for block_id in said:
            if (view := self.view(block_id)) is not None:
                self._mark(view)

    def _build_view(self, block_id: str) -> BlockView:
        known = self.view(block_id)
        view = super()._build_view(block_id)
        if known is None and block_id in self._said:
            self._mark(view)
        return view

    def _mark(self, view: BlockView) -> None:
        layout = view.layout()
        if not isinstance(layout, QVBoxLayout):
            return
        mark = CardFrame(view, "care", 14)
        mark.body.setSpacing(4)
        mark.setAccessibleName(self.tr("Fout in deze stap"))
        for sentence in self._said[view.block.id]:
            label = PlainLabel(sentence, "body", mark, wrap=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            mark.body.addWidget(label)
        layout.insertWidget(0, mark)
        self.marks[view.block.id] = mark
