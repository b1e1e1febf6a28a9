# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`.recall` shows an earlier answer with its date; `.revisit` says when one may look back."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from logbook import texts
from logbook.core.arrange import Part
from logbook.core.entry import AnswerKey, Entry
from logbook.core.exercise import Exercise, RecallSettings, RevisitSettings
from logbook.core.plain import still_chosen
from logbook.services.rendering import render_user_html
from logbook.ui.editor.answer_field import AnswerField
from logbook.ui.exercise.blocks.question import Question
from logbook.ui.exercise.blocks.view import BlockView
from logbook.ui.said import lines_of
from logbook.ui.widgets.dates import local_day, long_day
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout
from logbook.ui.widgets.rich_text import RichText


class RecallBlockView(BlockView):
    """What was answered before, to read again; a remark is possible."""

    def build(self) -> None:
        self.frame = CardFrame(self)
        self._shown: list[Part] | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.when = PlainLabel("", "small", self.frame)
        self.frame.body.addWidget(self.when)
        self.frame.body.addLayout(self._lines)
        self.body.addWidget(self.frame)
        prompt = self.block.prompts[0]
        key = AnswerKey(self.block.id, prompt.id)
        name = self.tr("Wat valt je nu op?")
        field = AnswerField(self.draft, key, self.theme, f"{prompt.text} {name}", name, parent=self)

        def is_empty() -> bool:
            return not self.draft.value(key).text.strip()

        self.add_question(Question(self.theme, prompt, "", field, is_empty, self.draft, self))
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Read the earlier answer again."""
        entry, exercise = self._source()
        parts = self._parts(entry) if entry is not None else []
        if parts == self._shown:
            return
        self._shown = parts
        clear_layout(self._lines)
        if not parts or entry is None:
            self.when.setText("")
            text = self.tr("Daar heb je nog niets geschreven. Je kunt deze stap gewoon overslaan.")
            self._lines.addWidget(PlainLabel(text, "muted", self.frame, wrap=True))
            return
        day = long_day(local_day(entry.created_at))
        title = exercise.title if exercise else entry.title
        text = self.tr("Uit ‘{title}’, {day}")
        self.when.setText(text.format(title=title, day=day))
        for part in parts:
            self._add_part(part, entry, exercise)

    def _source(self) -> tuple[Entry | None, Exercise | None]:
        settings = self.block.settings
        assert isinstance(settings, RecallSettings)
        here = self.draft.exercise
        if not settings.exercise or (here is not None and settings.exercise == here.id):
            return self.draft.entry, here
        services = self.context.services
        exercise = services.content.library().exercise(settings.exercise)
        if exercise is None:
            return None, None
        rounds = services.reading.exercise_progress(exercise).rounds
        filled = [each for each in rounds if each.filled]
        return (services.reading.entry(filled[-1].entry_id) if filled else None), exercise

    def _parts(self, entry: Entry) -> list[Part]:
        settings = self.block.settings
        assert isinstance(settings, RecallSettings)
        sections = self.context.services.reading.sections(entry)
        return [part for each in sections if each.block == settings.block for part in each.parts]

    def _add_part(self, part: Part, entry: Entry, exercise: Exercise | None) -> None:
        question = " · ".join(filter(None, (part.item_title, part.question)))
        self._lines.addWidget(PlainLabel(question, "small", self.frame, wrap=True))
        for line in self._lines_of(part, entry, exercise):
            self._lines.addWidget(PlainLabel(line, "reading", self.frame, wrap=True))
        if part.value.text.strip():
            view = RichText(self.theme, self.frame, 17)
            view.set_html(render_user_html(part.value.text))
            self._lines.addWidget(view)

    def _lines_of(self, part: Part, entry: Entry, exercise: Exercise | None) -> list[str]:
        """The answer without its prose: what was chosen on one line, an order below each other."""
        shown = still_chosen(part, entry, exercise)
        lines = lines_of(shown, entry, exercise, self.context.services.content.library())
        if part.rows:
            return [line.text for line in lines]
        chosen = texts.joined([line.text for line in lines if line.mark == "-"])
        return [*(str(line) for line in lines if line.mark != "-"), *filter(None, (chosen,))]


class RevisitBlockView(BlockView):
    """Says when one may look back, and at what; there is nothing to fill in now."""

    def build(self) -> None:
        settings = self.block.settings
        assert isinstance(settings, RevisitSettings)
        when = texts.look_back_after(settings.days)
        text = self.tr("Deze vraag is voor later: {when} kun je hierop terugkijken.")
        self.body.addWidget(PlainLabel(text.format(when=when), "muted", self, wrap=True))

    def prompt_ids(self) -> tuple[str, ...]:
        return ()

    @Slot()
    def focus_first_empty(self) -> None:
        return
