# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The column in which an exercise is written: its title, the step in view, the way on.

A step is built when it is first shown and kept while the exercise is open, so that the undo of
its fields survives. What a step looks like inside is left to the views of `blocks`.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from logbook.core.exercise import Exercise
from logbook.settings import StepMode
from logbook.ui.context import Context
from logbook.ui.editor.markdown_editor import MarkdownEditor
from logbook.ui.exercise.blocks.factory import make_block_view
from logbook.ui.exercise.blocks.tab_order import bring_into_place
from logbook.ui.exercise.blocks.view import BlockView
from logbook.ui.exercise.draft import Draft
from logbook.ui.exercise.meta_line import meta_line
from logbook.ui.exercise.step_frame import StepFoot, StepHead
from logbook.ui.exercise.walk import answerable, place_of, places
from logbook.ui.widgets.columns import ReadingColumn

_FULL_WIDTH = 1500
_BETWEEN_STEPS = 40


class StepColumn(ReadingColumn):
    """An exercise, open to write in.

    Signals:
        place_changed(): another step or question is in view.
        reference_requested(str): a reference page was asked for.
        notice(str): something for the strip of the window.
        finish_requested(): the button below the last step.
    """

    place_changed = Signal()
    reference_requested = Signal(str)
    notice = Signal(str)
    finish_requested = Signal()

    def __init__(
        self, context: Context, draft: Draft, exercise: Exercise, parent: QWidget | None = None
    ) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self._draft = draft
        self._exercise = exercise
        self._mode = StepMode.STEP
        self._places = places(exercise, self._mode)
        self._index = 0
        self._views: dict[str, BlockView] = {}
        self._holders: dict[str, QWidget] = {}
        self._scrolls: dict[int, int] = {}
        self._moving = False
        self._build()
        self._build_timer = QTimer(self, interval=0)
        self._build_timer.timeout.connect(self._on_build_timer_timeout)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        context.theme.changed.connect(self._keep_lines_short)

    @property
    def mode(self) -> StepMode:
        """How the steps are walked."""
        return self._mode

    @property
    def block_id(self) -> str:
        """The step in view; "" for an exercise without steps."""
        return self._places[self._index].block.id if self._places else ""

    @property
    def prompt_id(self) -> str | None:
        """The question in view when one is shown at a time."""
        return self._places[self._index].prompt_id if self._places else None

    @property
    def step_rank(self) -> int:
        """The rank of the step in view among the steps; -1 without steps."""
        ids = [block.id for block in self._exercise.steps]
        return ids.index(self.block_id) if self.block_id in ids else -1

    def view(self, block_id: str) -> BlockView | None:
        """The view of a step when it was built."""
        return self._views.get(block_id)

    def set_mode(self, mode: StepMode) -> None:
        """Walk the steps in another way; stays at the same step."""
        block_id = self.block_id
        for view in self._views.values():
            view.show_only(None)
        self._mode = mode
        self._places = places(self._exercise, mode)
        self._scrolls.clear()
        self.go_to_block(block_id)
        if mode is StepMode.ALL:
            self._build_timer.start()

    def go_to_block(self, block_id: str, prompt_id: str | None = None) -> None:
        """Show a step by its id."""
        self.go_to(place_of(self._places, block_id, prompt_id))

    def go_to_step(self, rank: int) -> None:
        """Show a step by its rank."""
        self.go_to_block(self._exercise.steps[rank].id)

    def go_to(self, index: int) -> None:
        """Show a place; the page behind it is built when this is its first time."""
        if not self._places:
            return
        self._scrolls[self._index] = self.verticalScrollBar().value()
        self._moving = True
        self._index = min(max(index, 0), len(self._places) - 1)
        view = self._build_view(self.block_id)
        self._index = answerable(self._places, self._index, view.prompt_ids())
        place = self._places[self._index]
        everything = self._mode is StepMode.ALL
        if everything:
            # What stands above must have its height before this step can be scrolled to.
            for before in self._places[: self._index]:
                self._build_view(before.block.id)
        for block_id, holder in self._holders.items():
            holder.setVisible(everything or block_id == place.block.id)
        if self._mode is StepMode.QUESTION:
            view.show_only(place.prompt_id)
        self._show_way()
        self._follow_width(view.wishes_width())
        if everything:
            QTimer.singleShot(0, self, self._scroll_to_holder)
        else:
            QTimer.singleShot(0, self, self._restore_scroll)
        self.place_changed.emit()

    def go_on(self) -> bool:
        """To what comes next in this step, or to the next place; False at the end."""
        view = self.view(self.block_id)
        return (view is not None and view.take_next()) or self._step(1)

    def go_back(self) -> bool:
        """To the place before; False at the beginning."""
        return self._step(-1)

    def focus_first_empty(self) -> None:
        """Put the keyboard where writing goes on."""
        view = self._views.get(self.block_id)
        if view is not None:
            view.focus_first_empty()

    def follow_keyboard(self, widget: QWidget) -> None:
        """With all steps below each other, where one writes is the step in view."""
        if self._mode is StepMode.ALL and not self._moving:
            index = self._written_in(widget)
            self._come_to(index if index >= 0 else self._index)

    def keep_cursor_in_view(self, editor: MarkdownEditor) -> None:
        """Scroll so that the text cursor of a field in this column can be seen."""
        if not self.column.isAncestorOf(editor):
            return
        rect = editor.cursorRect()
        top_left = editor.viewport().mapTo(self._holder, rect.topLeft())
        rect = QRect(top_left, rect.size())
        self.ensureVisible(rect.center().x(), rect.center().y(), 0, rect.height() + 24)

    def scroll_value(self) -> int:
        """How far down the column stands, to come back to."""
        return self.verticalScrollBar().value()

    def restore(self, block_id: str, prompt_id: str | None, scroll: int) -> None:
        """Go back to where someone stopped."""
        self._scrolls[place_of(self._places, block_id, prompt_id)] = scroll
        self._index = place_of(self._places, block_id, prompt_id)
        kept = dict(self._scrolls)
        self.go_to(self._index)
        self._scrolls = kept

    def _build(self) -> None:
        self.body.setSpacing(0)
        theme, column = self._context.theme, self.column
        self._head = StepHead(theme, self._exercise, self._draft, column)
        self._head.reference_requested.connect(self.reference_requested)
        self.body.addWidget(self._head)
        for block in self._exercise.steps:
            holder = QWidget(column)
            layout = QVBoxLayout(holder)
            layout.setContentsMargins(0, 0, 0, _BETWEEN_STEPS)
            holder.hide()
            self._holders[block.id] = holder
            self.body.addWidget(holder)
        self.foot = StepFoot(self._exercise, column)
        self.foot.back_requested.connect(self._on_foot_back_requested)
        self.foot.on_requested.connect(self._on_foot_on_requested)
        self.foot.finish_requested.connect(self.finish_requested)
        self.body.addWidget(self.foot)
        self.body.addStretch(1)

    def _build_view(self, block_id: str) -> BlockView:
        known = self._views.get(block_id)
        if known is not None:
            return known
        block = self._exercise.block(block_id)
        assert block is not None, "only steps of this exercise are asked for"
        holder = self._holders[block_id]
        view = make_block_view(block, self._draft, self._context, holder)
        view.reference_requested.connect(self.reference_requested)
        view.notice.connect(self.notice)
        view.width_wish_changed.connect(self._on_view_width_wish_changed)
        view.places_changed.connect(self._on_view_places_changed)
        layout = holder.layout()
        assert layout is not None, "holders are made with a layout"
        layout.addWidget(view)
        # Made after the buttons below it and the panel beside it, but Tab comes here first.
        bring_into_place(holder, view)
        self._views[block_id] = view
        return view

    def _step(self, direction: int) -> bool:
        target = self._index + direction
        while 0 <= target < len(self._places):
            place = self._places[target]
            known = self._build_view(place.block.id).prompt_ids()
            if place.prompt_id is None or place.prompt_id in known:
                # The way on begins at the top of what comes.
                self.go_to(target)
                if direction > 0:
                    self._scrolls.pop(self._index, None)
                return True
            target += direction
        return False

    def _show_way(self) -> None:
        everything = self._mode is StepMode.ALL
        last = everything or self._index == len(self._places) - 1
        self.foot.show_ways(back=not everything and self._index > 0, last=last)
        meta = meta_line(self._exercise, self._mode, self.step_rank, self._index, len(self._places))
        self._head.show_place(meta, introduced=everything or self._index == 0)

    def _follow_width(self, wide: bool) -> None:
        wide = wide and self._mode is not StepMode.ALL
        self.set_column_width(_FULL_WIDTH if wide else None)
        self._keep_lines_short()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_lines_short()

    @Slot()
    def _keep_lines_short(self) -> None:
        """Words to read take no more than a reading column, also when cards take all there is."""
        around = self._outer.contentsMargins()
        room = self._space - around.left() - around.right()
        spare = max(room - self._context.theme.px(self._context.theme.column_width), 0)
        self._head.keep_short(spare)
        view = self._views.get(self.block_id)
        if view is not None:
            view.explanation.setContentsMargins(0, 0, spare, 0)

    @Slot(bool)
    def _on_view_width_wish_changed(self, wide: bool) -> None:
        if self.sender() is self._views.get(self.block_id):
            self._follow_width(wide)

    @Slot()
    def _on_view_places_changed(self) -> None:
        if self._mode is StepMode.QUESTION and self.sender() is self._views.get(self.block_id):
            self.go_to(self._index)

    @Slot()
    def _on_foot_back_requested(self) -> None:
        if self.go_back():
            self.focus_first_empty()

    @Slot()
    def _on_foot_on_requested(self) -> None:
        if self.go_on():
            self.focus_first_empty()

    @Slot()
    def _on_build_timer_timeout(self) -> None:
        missing = next((i for i in self._holders if i not in self._views), None)
        if missing is None or self._mode is not StepMode.ALL:
            self._build_timer.stop()
            return
        self._build_view(missing)

    @Slot()
    def _restore_scroll(self) -> None:
        self.verticalScrollBar().setValue(self._scrolls.get(self._index, 0))
        self._moving = False

    @Slot()
    def _scroll_to_holder(self) -> None:
        if self.block_id:
            self.body.activate()
            top = self._top_of(self.block_id) - 20
            self.verticalScrollBar().setValue(0 if self._index == 0 else max(top, 0))
        self._moving = False

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        """With all steps below each other the step in view follows the scroll bar."""
        if self._mode is not StepMode.ALL or self._moving:
            return
        index = self._written_in(QApplication.focusWidget())
        if index < 0 and value == self.verticalScrollBar().maximum():
            index = len(self._places) - 1
        elif index < 0:
            tops = [self._top_of(place.block.id) for place in self._places]
            index = max(sum(top <= value + 120 for top in tops) - 1, 0)
        self._come_to(index)

    def _top_of(self, block_id: str) -> int:
        return self._holders[block_id].mapTo(self._holder, QPoint(0, 0)).y()

    def _written_in(self, widget: QWidget | None) -> int:
        """The step whose field has the keyboard and is in view; -1 when there is none."""
        if widget is None or widget.visibleRegion().isEmpty():
            return -1
        holders = [self._holders[place.block.id] for place in self._places]
        return next((n for n, each in enumerate(holders) if each.isAncestorOf(widget)), -1)

    def _come_to(self, index: int) -> None:
        if index != self._index:
            self._index = index
            self.place_changed.emit()
