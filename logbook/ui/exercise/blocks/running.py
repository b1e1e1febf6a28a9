# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Questions to answer in one running text or each apart: `.model` and `.text mode=running`.

Both ways stay what they are: what was written in the other way is in view and can be edited.
"""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QMouseEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from logbook.core.entry import ANSWER_LIMIT, AnswerKey
from logbook.core.exercise import Option, Prompt, RunningSettings
from logbook.ui.editor.answer_field import AnswerField
from logbook.ui.exercise.blocks.explanation import Explanation
from logbook.ui.exercise.blocks.merging import Merge, merge, merged_text
from logbook.ui.exercise.blocks.question import Question
from logbook.ui.exercise.blocks.segments import Segments
from logbook.ui.exercise.blocks.tab_order import bring_into_place, fields_in, set_tab_order
from logbook.ui.exercise.blocks.view import BlockView
from logbook.ui.exercise.draft import Draft
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button, IconButton
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import lay_beside

ONE, EACH = "one", "each"
_NARROW = 600
_BETWEEN = 22
_LINES_OF_ONE = 12


class PartQuestion(Question):
    """One of the questions: with its field, or as a line beside the running text.

    In the list its explanation opens on demand, and its field is there when it has words.
    """

    def __init__(
        self, theme: Theme, prompt: Prompt, key: AnswerKey, draft: Draft, parent: QWidget
    ) -> None:
        self._theme = theme
        self._draft = draft
        self._key = key
        self._listed = False
        answer = AnswerField(draft, key, theme, prompt.text, parent=parent)
        bare = Prompt(prompt.id, prompt.text)
        super().__init__(theme, bare, "", answer, self._has_no_words, draft, parent)
        self.answer = answer
        self.title = PlainLabel(prompt.text, "heading", self, wrap=True)
        self.title.setBuddy(answer)
        name = self.tr("Uitleg bij {item}").format(item=prompt.text)
        self.toggle = IconButton("chevron-right", name, theme, self, "muted", 16)
        self.toggle.setCheckable(True)
        self.explanation = Explanation(theme, prompt.body, draft, 14.5, self)
        self.explanation.reference_requested.connect(self.reference_requested)
        self._explained = bool(prompt.body.strip())
        self._lay_out()
        self.toggle.toggled.connect(self._on_toggle_toggled)
        draft.value_changed.connect(self._on_draft_value_changed)

    def show_listed(self, listed: bool) -> None:
        """Show it as a line beside the running text, or with its field."""
        self._listed = listed
        self.title.set_role("body" if listed else "heading")
        self.toggle.setVisible(listed and self._explained)
        self._fill()

    def stops(self) -> list[QWidget]:
        """Where Tab can stop, from top to bottom."""
        return fields_in(self.toggle, self.explanation, self.answer)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # Pressing the words is pressing the arrow before them.
        if self.toggle.isVisible() and self.title.geometry().contains(event.position().toPoint()):
            self.toggle.click()

    def _lay_out(self) -> None:
        body = self.layout()
        assert isinstance(body, QVBoxLayout), "a question has a column"
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.title, 1)
        row.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignTop)
        body.insertLayout(0, row)
        body.insertWidget(1, self.explanation)

    def _has_no_words(self) -> bool:
        return not self._draft.value(self._key).text.strip()

    def _fill(self) -> None:
        opened = not self._listed or self.toggle.isChecked()
        self.explanation.setVisible(self._explained and opened)
        editing = self.answer.editor.hasFocus()
        self.answer.setVisible(not self._listed or not self._has_no_words() or editing)
        self.answer.editor.set_minimum_lines(2 if self._listed else 4)

    @Slot(bool)
    def _on_toggle_toggled(self, on: bool) -> None:
        self.toggle.set_icon_name("chevron-down" if on else "chevron-right")
        self._fill()

    @Slot(object)
    def _on_draft_value_changed(self, key: AnswerKey) -> None:
        if key == self._key:
            self._fill()


class RunningQuestion(Question):
    """The running text; titled when it stands below the separate questions."""

    def __init__(
        self, theme: Theme, prompt: Prompt, key: AnswerKey, name: str, draft: Draft, parent: QWidget
    ) -> None:
        self._draft = draft
        self._key = key
        self.answer = AnswerField(draft, key, theme, name, parent=parent)
        bare = Prompt(prompt.id, prompt.text)
        super().__init__(theme, bare, name, self.answer, self.has_no_words, draft, parent)
        self.title = self.findChild(PlainLabel)
        body = self.layout()
        assert isinstance(body, QVBoxLayout), "a question has a column"
        body.addStretch(1)  # beside a longer list the field begins at the top

    def has_no_words(self) -> bool:
        """Whether nothing was written in one text."""
        return not self._draft.value(self._key).text.strip()

    def show_main(self, main: bool) -> None:
        """Show it as the field to write in, or as one more below the others."""
        if self.title is not None:
            self.title.setVisible(not main)
        self.answer.editor.set_minimum_lines(_LINES_OF_ONE if main else 4)


class RunningBlockView(BlockView):
    """The questions and the running text, in one of two arrangements."""

    def build(self) -> None:
        settings = self.block.settings
        assert isinstance(settings, RunningSettings)
        self._settings = settings
        self._only: str | None = None
        exercise = self.draft.exercise.id if self.draft.exercise else ""
        self._memory_name = f"running.{exercise}.{self.block.id}"
        way = self.context.memory.get(self._memory_name, ONE if settings.first else EACH)
        self._way = way if way in (ONE, EACH) else EACH
        self._key = AnswerKey(self.block.id)
        self._build_head()
        self._build_questions()
        self.draft.value_changed.connect(self._on_draft_value_changed)
        self._arrange()

    @property
    def way(self) -> str:
        """`ONE` or `EACH`: which arrangement is in view."""
        return self._way

    def _build_head(self) -> None:
        options = (Option(ONE, self.tr("Eén tekst")), Option(EACH, self.tr("Per vraag")))
        name = self.tr("Hoe je schrijft")
        self.ways = Segments(options, name, self, always_one=True)
        self.ways.set_choice(self._way)
        self.ways.chosen.connect(self._on_ways_chosen)
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout), "a view of a block is a column"
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(8)
        outer.removeWidget(self.title)
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.ways, 0, Qt.AlignmentFlag.AlignTop)
        outer.insertLayout(0, self._head)
        bring_into_place(self.title, self.ways)
        self.about = Button(self.tr("Over dit model"), "link", "book-open", self)
        self.about.setVisible(bool(self._settings.model))
        self.about.clicked.connect(self._on_about_clicked)
        outer.insertWidget(2, self.about, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_questions(self) -> None:
        self.parts: list[PartQuestion] = []
        self._both = QWidget(self)
        self._list = QWidget(self._both)
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_BETWEEN)
        for prompt in self.block.prompts:
            if not prompt.id:
                continue
            key = AnswerKey(self.block.id, prompt.id)
            part = PartQuestion(self.theme, prompt, key, self.draft, self._list)
            part.reference_requested.connect(self.reference_requested)
            self.parts.append(part)
            column.addWidget(part)
        self.join = Button(self.tr("Voeg samen tot één tekst"), "link", "", self._list)
        self.join.clicked.connect(self._on_join_clicked)
        column.addWidget(self.join, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        name = self.tr("Doorlopende tekst")
        prompt = self.block.prompts[0]
        self.running = RunningQuestion(self.theme, prompt, self._key, name, self.draft, self._both)
        self._questions = [*self.parts, self.running]
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._both)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(_BETWEEN)
        self._beside.addWidget(self._list)
        self._beside.addWidget(self.running)
        self.body.addWidget(self._both)

    # --- what the writer asks

    def guide_topic(self) -> str:
        return "running"

    def prompt_ids(self) -> tuple[str, ...]:
        if self._way == ONE:
            return ("",)
        ids = tuple(part.prompt_id for part in self.parts)
        return ids if self.running.has_no_words() else (*ids, "")

    def show_only(self, prompt_id: str | None) -> None:
        self._only = prompt_id
        self._arrange()

    def focus_first_empty(self) -> None:
        if self._way == ONE:
            self.running.focus_field()
        else:
            super().focus_first_empty()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # --- the two arrangements

    def _arrange(self) -> None:
        one = self._way == ONE
        only = self._only if not one and self._only in self.prompt_ids() else None
        for part in self.parts:
            part.show_listed(one)
            part.setVisible(only is None or part.prompt_id == only)
        self._list.setVisible(only != "")
        self.running.show_main(one)
        self.running.setVisible(one or (not self.running.has_no_words() and only in (None, "")))
        column = self._list.layout()
        assert column is not None, "the list has a layout"
        column.setSpacing(10 if one else _BETWEEN)
        self._tell_join()
        self._fit()
        listed = [stop for part in self.parts for stop in part.stops()] + [self.join]
        running = fields_in(self.running)
        set_tab_order(self._both, [*running, *listed] if one else [*listed, *running])

    def _fit(self) -> None:
        way = QBoxLayout.Direction
        narrow = self.width() < self.theme.px(_NARROW)
        beside = self._way == ONE and not narrow
        # From right to left: the list was put in first and stands at the side.
        self._beside.setDirection(way.RightToLeft if beside else way.TopToBottom)
        self._beside.setStretch(0, 2 if beside else 0)
        self._beside.setStretch(1, 3 if beside else 0)
        lay_beside(self._head, not narrow)
        self.ways.keep_in_one_row(not narrow)

    def _answers(self) -> dict[str, str]:
        """The separate answers that have words, by the question they answer."""
        found = {}
        for prompt in self.block.prompts:
            text = self.draft.value(AnswerKey(self.block.id, prompt.id)).text
            if prompt.id and text.strip():
                found[prompt.text] = text
        return found

    def _tell_join(self) -> None:
        self.join.setVisible(self._way == ONE and bool(self._answers()))

    # --- what happens

    @Slot(str)
    def _on_ways_chosen(self, way: str) -> None:
        if way == self._way:
            return
        self._way = way
        self.context.memory.set(self._memory_name, way)
        self._arrange()
        self.places_changed.emit()

    @Slot()
    def _on_about_clicked(self) -> None:
        self.reference_requested.emit(self._settings.model)

    @Slot()
    def _on_join_clicked(self) -> None:
        text = merged_text(self.draft.value(self._key).text, self._answers())
        if len(text) > ANSWER_LIMIT:
            self.notice.emit(self.tr("Samen is dat te lang voor één tekst. Er is niets veranderd."))
            return
        keys = [AnswerKey(self.block.id, part.prompt_id) for part in self.parts]
        done = merge(self.draft, self._key, keys, text)
        self.running.focus_field()
        self.running.answer.editor.moveCursor(QTextCursor.MoveOperation.End)
        self._offer_undo(done)

    def _offer_undo(self, done: Merge) -> None:
        messages = self.context.messages
        number = messages.show(
            self.tr("Je antwoorden staan nu in één tekst."),
            "success",
            self.tr("Ongedaan maken"),
            done.undo,
        )

        def dismiss() -> None:
            with suppress(RuntimeError):  # the window may be gone before its parts are
                messages.dismiss(number)

        # Without the draft there is nothing to put back in.
        self.draft.destroyed.connect(dismiss)

    @Slot(object)
    def _on_draft_value_changed(self, key: AnswerKey) -> None:
        if key.block != self.block.id:
            return
        self._tell_join()
        if key == self._key and self._way == EACH:
            shown = not self.running.isHidden()
            if shown == self.running.has_no_words() and not self.running.answer.editor.hasFocus():
                self._arrange()
