# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`.table`: rows to fill in, as many as the exercise asks; an example row above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook import texts
from logbook.core.entry import AnswerKey, Value
from logbook.core.exercise import TableSettings
from logbook.ui.exercise.blocks.columns import new_row_id
from logbook.ui.exercise.blocks.question import Question
from logbook.ui.exercise.blocks.tab_order import fields_in, set_tab_order
from logbook.ui.exercise.blocks.table_row import HANDLE_WIDTH, REMOVE_WIDTH, TableRow
from logbook.ui.exercise.blocks.view import BlockView
from logbook.ui.exercise.draft import Draft
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel

_COLUMN = 140


class TableField(QWidget):
    """The rows. Their order is kept with the block, each row under its own id.

    At least `minimum` rows are on screen; a row gets its id when something is written in it.
    """

    def __init__(
        self, theme: Theme, block_id: str, settings: TableSettings, draft: Draft, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._draft = draft
        self._key = AnswerKey(block_id)
        self._settings = settings
        self._changing = False
        self._stacked = False
        self._removed: tuple[str, int, Value] | None = None
        self.rows: list[TableRow] = []
        self._holder = QVBoxLayout()
        self._holder.setSpacing(8)
        self._header = self._texts_in_columns(settings.columns, "section")
        self._example = self._texts_in_columns(settings.example, "small")
        self._build()
        draft.value_changed.connect(self._on_draft_value_changed)
        self._fill()

    def _build(self) -> None:
        self.add = Button(self.tr("Rij erbij"), "", "plus", self)
        self.full = PlainLabel(texts.rows_full(self._settings.maximum), "small", self, wrap=True)
        self.put_back = Button(self.tr("Weggehaalde rij terugzetten"), "link", "undo-2", self)
        self.put_back.hide()
        self.add.clicked.connect(self._on_add_clicked)
        self.put_back.clicked.connect(self._on_put_back_clicked)
        bar = QHBoxLayout()
        bar.addWidget(self.add)
        bar.addWidget(self.put_back)
        bar.addWidget(self.full, 1)
        bar.addStretch(0)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(self._header)
        body.addWidget(self._example)
        body.addLayout(self._holder)
        body.addLayout(bar)

    def _texts_in_columns(self, parts: Sequence[str], role: str) -> QWidget:
        holder = QWidget(self)
        across = QHBoxLayout(holder)
        side, after = self._theme.px(HANDLE_WIDTH) + 4, self._theme.px(REMOVE_WIDTH)
        across.setContentsMargins(side, 0, after, 0)
        across.setSpacing(8)
        for part in parts:
            across.addWidget(PlainLabel(part, role, holder, wrap=True), 1)
        return holder

    # --- rows

    def _row_key(self, row_id: str) -> AnswerKey:
        return AnswerKey(self._key.block, "", row_id)

    def _ids(self) -> list[str]:
        return list(self._draft.value(self._key).rows)

    def _keep_order(self, ids: Sequence[str]) -> None:
        value = self._draft.value(self._key)
        self._draft.set_value(self._key, replace(value, rows=tuple(ids)))

    def _fill(self, wanted: int = 0) -> None:
        """Show the rows that are there, and empty ones up to what is asked or `wanted`."""
        ids = self._ids()
        known = {row.row_id: row for row in self.rows if row.row_id}
        empty = [row for row in self.rows if not row.row_id]
        count = max(len(ids), self._settings.minimum, min(wanted, self._settings.maximum), 1)
        rows = []
        for row_id in (*ids, *[""] * (count - len(ids))):
            row = known.pop(row_id, None) if row_id else (empty.pop(0) if empty else None)
            row = row or self._make_row(row_id)
            if row_id:
                row.set_cells(self._draft.value(self._row_key(row_id)).cells)
            rows.append(row)
        for row in (*known.values(), *empty):
            row.hide()
            row.deleteLater()
        self.rows = rows
        self._show_rows()

    def _show_rows(self) -> None:
        for place, row in enumerate(self.rows):
            row.set_place(place + 1)
            if self._holder.indexOf(row) != place:
                self._holder.removeWidget(row)
                self._holder.insertWidget(place, row)
            row.show()
        full = len(self.rows) >= self._settings.maximum
        self.add.setEnabled(not full)
        self.full.setVisible(full and self._settings.maximum > self._settings.minimum)
        set_tab_order(self, [*fields_in(*self.rows), self.add, self.put_back])

    def _make_row(self, row_id: str) -> TableRow:
        row = TableRow(self._theme, self._settings.columns, row_id, self)
        row.set_stacked(self._stacked)
        row.focus_left.connect(self._on_row_focus_left)
        row.cells_edited.connect(self._on_row_cells_edited)
        row.remove_requested.connect(self._on_row_remove_requested)
        row.move_requested.connect(self._on_row_move_requested)
        row.enter_pressed.connect(self._on_row_enter_pressed)
        row.walked.connect(self._on_row_walked)
        row.dropped.connect(self._on_row_dropped)
        return row

    def _place_of_sender(self) -> int:
        return next(n for n, row in enumerate(self.rows) if row is self.sender())

    def _move_to(self, place: int, target: int) -> None:
        ids = self._ids()
        row = self.rows[place]
        target = max(0, min(target, len(ids) - 1))
        if row.row_id and target != place:
            ids.remove(row.row_id)
            ids.insert(target, row.row_id)
            column = next(
                (n for n, edit in enumerate(row.edits) if edit is self.window().focusWidget()), 0
            )
            self._keep_order(ids)
            row.focus_cell(column)

    # --- what the user does

    @Slot()
    def _on_row_focus_left(self) -> None:
        self._draft.flush()

    @Slot()
    def _on_row_cells_edited(self) -> None:
        row = self.rows[self._place_of_sender()]
        self._changing = True
        ids = self._ids()
        if not row.row_id:
            # Empty rows above it get their place too, so that this one stays where it is.
            for above in self.rows[: self.rows.index(row) + 1]:
                if not above.row_id:
                    above.row_id = new_row_id()
                    ids.append(above.row_id)
        self._draft.set_value(self._row_key(row.row_id), Value(cells=row.cells()))
        self._keep_order(ids)
        self._changing = False

    @Slot()
    def _on_row_remove_requested(self) -> None:
        place = self._place_of_sender()
        row = self.rows[place]
        count = len(self.rows) - 1
        if row.row_id:
            kept = self._draft.value(self._row_key(row.row_id))
            ids = self._ids()
            self._removed = (row.row_id, ids.index(row.row_id), kept)
            self.put_back.setVisible(not kept.is_empty)
            ids.remove(row.row_id)
            self._draft.set_value(self._row_key(row.row_id), Value())
            self._keep_order(ids)
        else:
            self.rows.remove(row)
            row.hide()
            row.deleteLater()
        self._fill(count)
        self.rows[max(0, min(place, len(self.rows)) - 1)].focus_cell(0)

    @Slot()
    def _on_put_back_clicked(self) -> None:
        if self._removed is None:
            return
        row_id, place, value = self._removed
        self._removed = None
        self.put_back.hide()
        ids = self._ids()
        ids.insert(place, row_id)
        self._draft.set_value(self._row_key(row_id), value)
        self._keep_order(ids)

    @Slot()
    def _on_add_clicked(self) -> None:
        self._fill(len(self.rows) + 1)
        self.rows[-1].focus_cell(0)

    @Slot(int)
    def _on_row_move_requested(self, down: int) -> None:
        place = self._place_of_sender()
        self._move_to(place, place + down)

    @Slot(QPoint)
    def _on_row_dropped(self, where: QPoint) -> None:
        y = self.mapFromGlobal(where).y()
        place = self._place_of_sender()
        target = sum(row.geometry().center().y() < y for row in self.rows)
        self._move_to(place, target - 1 if target > place else target)

    @Slot()
    def _on_row_enter_pressed(self) -> None:
        place = self._place_of_sender() + 1
        if place < len(self.rows):
            self.rows[place].focus_cell(0)
        elif len(self.rows) < self._settings.maximum:
            self._on_add_clicked()

    @Slot(int, int)
    def _on_row_walked(self, column: int, down: int) -> None:
        place = self._place_of_sender() + down
        if 0 <= place < len(self.rows):
            self.rows[place].focus_cell(column)

    @Slot(object)
    def _on_draft_value_changed(self, key: AnswerKey) -> None:
        if key.block == self._key.block and not self._changing:
            self._fill(len(self.rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() < self._theme.px(_COLUMN) * len(self._settings.columns)
        self._header.setVisible(not stacked)
        self._example.setVisible(not stacked and any(self._settings.example))
        if stacked != self._stacked:
            self._stacked = stacked
            for row in self.rows:
                row.set_stacked(stacked)


class TableBlockView(BlockView):
    """One table."""

    def focus_first_empty(self) -> None:
        self.field.rows[0].focus_cell(0)

    def build(self) -> None:
        settings = self.block.settings
        assert isinstance(settings, TableSettings)
        self.field = TableField(self.theme, self.block.id, settings, self.draft, self)
        key = AnswerKey(self.block.id)

        def is_empty() -> bool:
            return not self.draft.value(key).rows

        prompt = self.block.prompts[0]
        self.add_question(Question(self.theme, prompt, "", self.field, is_empty, self.draft, self))
