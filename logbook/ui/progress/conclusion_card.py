# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The user's one sentence about a chapter: kept while typing, with the sentences before it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logbook import texts
from logbook.core.entry import Revision
from logbook.core.errors import LogbookError
from logbook.services.conclusions import CONCLUSION_KEY
from logbook.ui.context import Context
from logbook.ui.editor.answer_field import AnswerField
from logbook.ui.exercise.blocks.tab_order import bring_into_place
from logbook.ui.exercise.draft import Draft
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.dates import clock, local_day, long_day
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout


class ConclusionCard(CardFrame):
    """One field of one line, and below it the earlier sentences on request."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._number = 0
        self._draft: Draft | None = None
        self.field: AnswerField | None = None
        self.body.setSpacing(10)
        self.body.addWidget(PlainLabel(self.tr("Dit hoofdstuk in één zin"), "heading", self))
        self._place = QVBoxLayout()
        self.body.addLayout(self._place)
        foot = QHBoxLayout()
        self._state = PlainLabel("", "small", self, wrap=True)
        self.earlier_button = Button(self.tr("Eerdere zinnen"), "link", "history", self)
        self.earlier_button.setCheckable(True)
        foot.addWidget(self._state, 1)
        foot.addWidget(self.earlier_button)
        self.body.addLayout(foot)
        self._earlier = QWidget(self)
        self._rows = QVBoxLayout(self._earlier)
        self._rows.setContentsMargins(0, 4, 0, 0)
        self._rows.setSpacing(2)
        self.body.addWidget(self._earlier)
        self._earlier.hide()
        self.earlier_button.clicked.connect(self._on_earlier_button_clicked)

    @property
    def draft(self) -> Draft | None:
        """The sentence that is on screen; None before the first chapter."""
        return self._draft

    def show_chapter(self, number: int, title: str) -> bool:
        """Show the sentence of a chapter; False when it cannot be read.

        Words that cannot be kept now stay on screen with their chapter.
        """
        if number == self._number and self._draft is not None:
            if not self._draft.pending:
                self._show_earlier()
            return True
        if not self._put_away():
            return False
        conclusions = self._context.services.conclusions
        try:
            entry = conclusions.of(number) or conclusions.begin(number)
        except LogbookError as error:
            self._context.messages.show(texts.error_sentence(error), "error")
            return False
        self._number = number
        template = self._context.services.content.library().exercise(entry.exercise_id)
        self._draft = Draft(self._context, entry, template, self)
        name = self.tr("Hoofdstuk {number}, {title}, in één zin").format(number=number, title=title)
        self.field = AnswerField(
            self._draft,
            CONCLUSION_KEY,
            self._context.theme,
            name,
            self.tr("Wat neem je mee uit dit hoofdstuk?"),
            single_line=True,
            parent=self,
        )
        self._place.addWidget(self.field)
        bring_into_place(self, self.field)
        self.field.show()
        self._draft.saving_changed.connect(self._show_state)
        self.earlier_button.setChecked(False)
        self._earlier.hide()
        self._show_state()
        self._show_earlier()
        return True

    def flush(self) -> bool:
        """Keep the sentence as a version of its own; whether that went well."""
        return self._draft is None or self._draft.flush(close_revisions=True)

    def rescue_text(self) -> str:
        """The sentence when it could not be kept."""
        draft = self._draft
        return draft.value(CONCLUSION_KEY).text if draft is not None and draft.pending else ""

    def _put_away(self) -> bool:
        draft, field = self._draft, self.field
        if draft is None or field is None:
            return True
        if not self.flush():
            return False
        draft.stop()
        self._draft = self.field = None
        self._place.removeWidget(field)
        field.hide()
        field.deleteLater()
        draft.deleteLater()
        return True

    def _show_earlier(self) -> None:
        earlier = self._read_earlier()
        clear_layout(self._rows)
        for revision in reversed(earlier):
            day = long_day(local_day(revision.at))
            self._rows.addWidget(PlainLabel(day, "small", self._earlier, wrap=True))
            words = PlainLabel(revision.value.text.strip(), "reading", self._earlier, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._rows.addWidget(words)
            self._rows.addSpacing(6)
        self.earlier_button.setVisible(bool(earlier))
        self._earlier.setVisible(bool(earlier) and self.earlier_button.isChecked())

    def _read_earlier(self) -> list[Revision]:
        """What stood there before and is not what stands there now, oldest first."""
        try:
            found = self._context.services.conclusions.history(self._number)
        except LogbookError:
            return []  # said when the sentence itself was read
        now = found[-1].value.text.strip() if found else ""
        kept: list[Revision] = []
        for revision in found[:-1]:
            words = revision.value.text.strip()
            if words and words != now:
                kept = [each for each in kept if each.value.text.strip() != words]
                kept.append(revision)
        return kept

    @Slot()
    def _show_state(self) -> None:
        draft = self._draft
        if draft is None:
            return
        if draft.failure is not None:
            self._state.setText(texts.error_sentence(draft.failure))
        elif draft.saved_at is not None and not draft.pending:
            self._state.setText(self.tr("Bewaard {clock}").format(clock=clock(draft.saved_at)))
        else:
            self._state.setText(self.tr("De zin van vandaag; later mag er een andere staan."))

    @Slot()
    def _on_earlier_button_clicked(self) -> None:
        self._show_earlier()
