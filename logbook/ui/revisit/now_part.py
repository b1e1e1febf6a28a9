# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The new answer in Toen en nu: the writer's own view of the question, and the way on below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from logbook.core.entry import NOTE_BLOCK, AnswerKey
from logbook.core.exercise import Block, BlockKind, Field, TableSettings
from logbook.ui.context import Context
from logbook.ui.editor.answer_field import AnswerField
from logbook.ui.exercise.blocks.factory import make_block_view
from logbook.ui.exercise.blocks.question import Question
from logbook.ui.exercise.blocks.tab_order import bring_into_place
from logbook.ui.exercise.blocks.view import BLOCK_TOP, BlockView
from logbook.ui.exercise.draft import Draft
from logbook.ui.revisit.asked import Asked, is_apart
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.dates import local_day, month_title
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel

#: An answer in open words gets a field as high as the answer beside it may be.
_LINES = 9
_BELOW_LINE = 7
#: A table with more columns than this has no room beside another one.
_COLUMNS_BESIDE = 3


class NowPart(QWidget):
    """The field or table of one question, in the open round.

    Signals:
        lay_requested(): lay the earlier answer beside this one.
        compare_requested(), close_requested(): rounds side by side; close the earlier round.
        reference_requested(str), notice(str): of the view of the question.
        width_wish_changed(): `wishes_width` changed.
    """

    lay_requested = Signal()
    compare_requested = Signal()
    close_requested = Signal()
    reference_requested = Signal(str)
    notice = Signal(str)
    width_wish_changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._draft: Draft | None = None
        self._views: dict[str, BlockView] = {}
        self._note: AnswerField | None = None
        self._shown: QWidget | None = None
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._line = PlainLabel("", "small-accent", self, wrap=True)
        self._body.addWidget(self._line)
        self._body.addSpacing(_BELOW_LINE - BLOCK_TOP)
        self._holder = QWidget(self)
        self._place = QVBoxLayout(self._holder)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._body.addWidget(self._holder)
        self._body.addSpacing(_BELOW_LINE)
        self._closing = self._build_closing()
        self._body.addWidget(self._closing)
        self._build_ways()
        self._body.addStretch(1)

    @property
    def wishes_width(self) -> bool:
        """Whether the question on screen needs the whole width."""
        if not isinstance(self._shown, BlockView):
            return False
        settings = self._shown.block.settings
        wide = isinstance(settings, TableSettings) and len(settings.columns) > _COLUMNS_BESIDE
        return wide or self._shown.wishes_width()

    @property
    def is_one_field(self) -> bool:
        """Whether there is one field to write in, and nothing else."""
        shown = self._shown
        if not isinstance(shown, BlockView):
            return shown is not None
        return shown.block.kind is BlockKind.TEXT and (
            is_apart(shown.block) or len(shown.block.prompts) == 1
        )

    def open(self, draft: Draft | None) -> None:
        """Write in this draft; None while the earlier round is still open."""
        self.clear()
        self._draft = draft
        self._closing.setVisible(draft is None)
        today = self._context.services.today()
        day = local_day(draft.entry.created_at) if draft is not None else today
        spoken = f"{day.day} {month_title(day)}"
        words = self.tr("Vandaag · {day}") if day == today else self.tr("Nu · begonnen op {day}")
        self._line.setText(words.format(day=spoken))
        self._line.setVisible(draft is not None)

    def clear(self) -> None:
        """Put everything away."""
        for view in (*self._views.values(), self._note):
            if view is not None:
                self._place.removeWidget(view)
                view.hide()
                view.deleteLater()
        self._views, self._note, self._shown, self._draft = {}, None, None, None

    def show_question(self, asked: Asked) -> None:
        """Show where to answer this question; what is behind it is made at the first time."""
        if self._shown is not None:
            self._shown.hide()
        if self._draft is None:
            return
        if asked.block is None:
            self._shown = self._note_field(self._draft)
        else:
            view = self._view(asked.block, self._draft)
            view.show_only(asked.place.prompt_id if asked.place else None)
            self._shown = view
        self._shown.show()

    def show_state(self, *, covered: bool, answered: bool, comparable: bool) -> None:
        """Show what can be done with what is written."""
        self.lay.setVisible(covered and self._draft is not None)
        self.lay.setEnabled(answered)
        self.compare.setVisible(comparable)

    def focus_field(self) -> bool:
        """Put the keyboard in the question; False when there is nothing to write in."""
        if isinstance(self._shown, BlockView):
            self._shown.focus_first_empty()
            focus = QApplication.focusWidget()
            return focus is not None and self._shown.isAncestorOf(focus)
        if self._shown is not None:
            self._shown.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    # -- building ----------------------------------------------------------------------------------

    def _view(self, block: Block, draft: Draft) -> BlockView:
        known = self._views.get(block.id)
        if known is not None:
            return known
        view = make_block_view(block, draft, self._context, self._holder)
        # Its title and explanation stand above both answers.
        view.hide_heading()
        view.reference_requested.connect(self.reference_requested)
        view.notice.connect(self.notice)
        view.width_wish_changed.connect(self.width_wish_changed)
        if is_apart(block):
            for question in view.findChildren(Question):
                question.hide_heading()
        if block.kind is BlockKind.TEXT and all(p.field is Field.PROSE for p in block.prompts):
            for field in view.findChildren(AnswerField):
                field.editor.set_minimum_lines(_LINES)
        self._place.addWidget(view)
        # Made after the buttons below it, but Tab comes here first.
        bring_into_place(self._holder, view)
        self._views[block.id] = view
        return view

    def _note_field(self, draft: Draft) -> AnswerField:
        if self._note is None:
            name = self.tr("Wat zou je nu schrijven?")
            key = AnswerKey(NOTE_BLOCK)
            self._note = AnswerField(draft, key, self._context.theme, name, parent=self._holder)
            self._note.editor.set_minimum_lines(_LINES)
            self._place.addSpacing(BLOCK_TOP)
            self._place.addWidget(self._note)
            bring_into_place(self._holder, self._note)
        return self._note

    def _build_closing(self) -> CardFrame:
        card = CardFrame(self)
        words = self.tr(
            "Deze ronde staat nog open. Rond haar voor nu af, dan beantwoord je de vraag opnieuw"
            " in een nieuwe ronde. Verder schrijven in deze ronde kan later ook."
        )
        card.body.addWidget(PlainLabel(words, "body", card, wrap=True))
        self.close_earlier = Button(self.tr("Voor nu afronden"), "primary", "", card)
        self.close_earlier.clicked.connect(self.close_requested)
        card.body.addSpacing(4)
        card.body.addWidget(self.close_earlier, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _build_ways(self) -> None:
        ways = QWidget(self)
        flow = FlowLayout(ways, 10)
        self.lay = Button(self.tr("Leg ernaast"), "", "columns-2", ways)
        self.lay.setToolTip(self.tr("Ctrl+Enter"))
        self.compare = Button(self.tr("Rondes naast elkaar"), "link", "", ways)
        self.lay.clicked.connect(self.lay_requested)
        self.compare.clicked.connect(self.compare_requested)
        flow.addWidget(self.lay)
        flow.addWidget(self.compare)
        self._body.addWidget(ways)
