# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`.columns`: two lists beside each other, and what stands out when both are there."""

from __future__ import annotations

import re
import secrets
from dataclasses import replace

from PySide6.QtCore import QPoint, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from logbook.core.entry import AnswerKey, Value
from logbook.core.exercise import ColumnsSettings, Prompt
from logbook.ui.editor.answer_field import AnswerField
from logbook.ui.exercise.blocks.explanation import Explanation
from logbook.ui.exercise.blocks.line_list import Line, LineList
from logbook.ui.exercise.blocks.question import Question
from logbook.ui.exercise.blocks.view import BlockView
from logbook.ui.exercise.draft import Draft
from logbook.ui.theme import Theme
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import lay_beside

SIDES = ("left", "right")
#: One paragraph without any marks: shown as other questions are.
_PLAIN = re.compile(r"(?:(?!\n\s*\n)[^*_`\[\]#>|!\\])+")
_STACKED = 460


def new_row_id() -> str:
    """A short random id for a row."""
    return secrets.token_hex(4)


class ColumnsField(QWidget):
    """Two lists of lines. The order is kept with the block, each line under its own id."""

    def __init__(
        self, theme: Theme, block_id: str, settings: ColumnsSettings, draft: Draft, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._draft = draft
        self._block_id = block_id
        self._key = AnswerKey(block_id)
        self._changing = False
        self.lists: dict[str, LineList] = {}
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(28)
        examples = settings.example or ("", "")
        for side, title, example in zip(
            SIDES, (settings.left, settings.right), examples, strict=True
        ):
            self._add_list(side, title, example)
        self.setFocusProxy(self.lists["left"])
        draft.value_changed.connect(self._on_draft_value_changed)
        self._fill()

    def _add_list(self, side: str, title: str, example: str) -> None:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(PlainLabel(title, "heading", self, wrap=True))
        if example:
            text = self.tr("Bijvoorbeeld: {example}").format(example=example)
            column.addWidget(PlainLabel(text, "small", self, wrap=True))
        name = self.tr("{title} Regel {number}").replace("{title}", title.replace("{", "("))
        made = LineList(self._theme, name, self.tr("Nieuwe regel"), self)
        made.focus_left.connect(self._on_list_focus_left)
        made.line_edited.connect(self._on_list_line_edited)
        made.line_removed.connect(self._on_list_line_removed)
        made.line_moved.connect(self._on_list_line_moved)
        made.line_sent.connect(self._on_list_line_sent)
        made.line_dropped.connect(self._on_list_line_dropped)
        self.lists[side] = made
        column.addWidget(made)
        column.addStretch(1)
        self._beside.addLayout(column, 1)

    # --- rows

    def _row_key(self, row_id: str) -> AnswerKey:
        return AnswerKey(self._block_id, "", row_id)

    def _ids(self, side: str) -> list[str]:
        rows = self._draft.value(self._key).rows
        return [row for row in rows if (self._draft.value(self._row_key(row)).side) == side]

    def _fill(self) -> None:
        for side, made in self.lists.items():
            ids = self._ids(side)
            made.set_lines([Line(row, self._draft.value(self._row_key(row)).text) for row in ids])

    def _keep_order(self, ids: dict[str, list[str]]) -> None:
        value = self._draft.value(self._key)
        self._draft.set_value(self._key, replace(value, rows=(*ids["left"], *ids["right"])))

    def _keep_row(self, row_id: str, value: Value, ids: dict[str, list[str]]) -> None:
        """Keep a row and the order together; the lists are filled once both are there."""
        self._changing = True
        self._draft.set_value(self._row_key(row_id), value)
        self._keep_order(ids)
        self._changing = False
        self._fill()

    def _put(self, side: str, row_id: str, place: int) -> None:
        """Place a line on a side, at a place counted from 0."""
        ids = {each: [row for row in self._ids(each) if row != row_id] for each in SIDES}
        ids[side].insert(max(0, place), row_id)
        value = self._draft.value(self._row_key(row_id))
        self._keep_row(row_id, replace(value, side=side), ids)
        self.lists[side].focus_line(ids[side].index(row_id))

    def _side_of_sender(self) -> str:
        return next(side for side, made in self.lists.items() if made is self.sender())

    @Slot()
    def _on_list_focus_left(self) -> None:
        self._draft.flush()

    @Slot(str, str)
    def _on_list_line_edited(self, row_id: str, text: str) -> None:
        side = self._side_of_sender()
        if not row_id:
            row_id = new_row_id()
            self.lists[side].name_new(row_id)
            ids = {each: self._ids(each) for each in SIDES}
            ids[side].append(row_id)
            self._keep_row(row_id, Value(text, side=side), ids)
            return
        value = self._draft.value(self._row_key(row_id))
        self._draft.set_value(self._row_key(row_id), replace(value, text=text))

    @Slot(str)
    def _on_list_line_removed(self, row_id: str) -> None:
        ids = {each: [row for row in self._ids(each) if row != row_id] for each in SIDES}
        self._keep_order(ids)

    @Slot(str, int)
    def _on_list_line_moved(self, row_id: str, down: int) -> None:
        side = self._side_of_sender()
        place = self._ids(side).index(row_id) + down
        self._put(side, row_id, min(place, len(self._ids(side)) - 1))

    @Slot(str, int)
    def _on_list_line_sent(self, row_id: str, right: int) -> None:
        side = self._side_of_sender()
        other = SIDES[1 if right > 0 else 0]
        if other != side:
            self._put(other, row_id, len(self._ids(other)))

    @Slot(str, QPoint)
    def _on_list_line_dropped(self, row_id: str, where: QPoint) -> None:
        for side, made in self.lists.items():
            place = made.place_at(where)
            if place is not None:
                ids = self._ids(side)
                before = row_id in ids and ids.index(row_id) < place
                self._put(side, row_id, place - 1 if before else place)
                return

    @Slot(object)
    def _on_draft_value_changed(self, key: AnswerKey) -> None:
        if key.block == self._block_id and not self._changing:
            self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() < self._theme.px(_STACKED)
        lay_beside(self._beside, not stacked)


class ColumnsBlockView(BlockView):
    """Two lists and the question that closes them."""

    def build(self) -> None:
        settings = self.block.settings
        assert isinstance(settings, ColumnsSettings)
        self.field = ColumnsField(self.theme, self.block.id, settings, self.draft, self)
        prompt = self.block.prompts[0]
        self.add_question(
            Question(self.theme, prompt, "", self.field, self._no_lines, self.draft, self)
        )
        self.closing: AnswerField | None = None
        if settings.closing.strip():
            self._add_closing(settings.closing)

    def _add_closing(self, source: str) -> None:
        key = AnswerKey(self.block.id)
        plain = _PLAIN.fullmatch(source.strip())
        if plain:
            text: QWidget = PlainLabel(" ".join(source.split()), "heading", self, wrap=True)
        else:
            text = Explanation(self.theme, source, self.draft, 18, self, question=True)
            text.reference_requested.connect(self.reference_requested)
        name = " ".join(source.split())
        self.closing = AnswerField(self.draft, key, self.theme, name, parent=self)

        def is_empty() -> bool:
            return not self.draft.value(key).text.strip()

        holder = QWidget(self)
        body = QVBoxLayout(holder)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(text)
        body.addWidget(self.closing)
        holder.setFocusProxy(self.closing)
        closing = Prompt("", name)
        self.add_question(Question(self.theme, closing, "", holder, is_empty, self.draft, self))

    def prompt_ids(self) -> tuple[str, ...]:
        return ("",)

    def _no_lines(self) -> bool:
        return not self.draft.value(AnswerKey(self.block.id)).rows
