# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Vandaag: go on with the last draft, write a free note, or begin with something new."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.ui.navigation import OpenEntry, OpenExercise, OpenPage
from logbook.ui.page import Page
from logbook.ui.today.card_row import CardRow
from logbook.ui.today.cards import DraftCard, SuggestionsCard
from logbook.ui.today.note_card import NoteCard
from logbook.ui.widgets.columns import ReadingColumn
from logbook.ui.widgets.dates import long_day
from logbook.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from logbook.core.entry import EntryId
    from logbook.core.practice import Intention
    from logbook.core.revisit import Offer
    from logbook.services.changes import Changes
    from logbook.services.opening import Found
    from logbook.ui.context import Context
    from logbook.ui.exercise.note_forms import NoteForms
    from logbook.ui.today.feedback_card import FeedbackCard
    from logbook.ui.today.intentions_card import IntentionsCard
    from logbook.ui.today.offer_card import OfferCard

_WIDTH = 972
#: Below these widths (at 100 % text size) cards stand below each other: those with rows, and all.
_NARROW, _VERY_NARROW = 760, 600
#: So many open intentions are read: those that are shown, the one offered, and whether more are.
_INTENTIONS = 5


class TodayPage(Page):
    """The first screen of a day."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._to_begin = False
        self._looking = False
        self._look_again = False
        self._build()
        self._connect_signals()

    def guide_topic(self) -> str:
        return "today"

    def enter(self) -> None:
        today = self.context.services.today()
        day = long_day(today, today)
        self._day.setText(day[:1].upper() + day[1:])
        note = self.note
        if note.is_begun and note.draft.is_stored and not note.draft.pending:
            note.begin()
        self._fill_draft()
        # The field, and what needs the exercises, come right after this was drawn.
        self._to_begin = True
        self.update()

    def leave(self) -> None:
        self.flush()

    def flush(self) -> bool:
        """Keep what is pending; whether that went well."""
        kept = self.note.flush()
        return self._forms_flushed() and kept

    def rescue_text(self) -> str:
        """What is in the note, or beside an intention, and not durable yet."""
        parts = []
        if self.note.is_begun and self.note.draft.pending:
            parts += [value.text for value in self.note.draft.values().values()]
        if "intentions" in self.__dict__:
            parts.append(self.intentions.list.rescue_text())
        return "\n\n".join(filter(None, parts))

    def _forms_flushed(self) -> bool:
        return "intentions" not in self.__dict__ or self.intentions.list.flush()

    def _is_answering(self) -> bool:
        """Whether the form of an intention is open: it takes the whole width."""
        return "intentions" in self.__dict__ and self.intentions.list.form is not None

    def apply_changes(self, changes: Changes) -> None:
        if self.isVisible():
            self._fill()

    @Slot()
    def choose_form(self) -> None:
        """Lay the note below out in a form, or begin one in it; goes on in the writer."""
        self._lay_out("")

    @Slot(str)
    def _lay_out(self, form_id: str) -> None:
        """Lay the note out in this form; "" lets the user choose one."""
        note, forms = self.note, self._forms
        if not note.flush():
            return
        stored = note.draft.entry_id if note.is_begun and note.draft.is_stored else None
        wish = forms.lay_out(stored, form_id) if form_id else forms.choose(stored, self)
        if wish is not None:
            if stored is not None:
                note.begin()
            self.navigation_requested.emit(wish)

    @cached_property
    def _forms(self) -> NoteForms:
        from logbook.ui.exercise.note_forms import NoteForms  # drawing the screen needs none

        made = NoteForms(self.context, self)
        made.navigation_requested.connect(self.navigation_requested)
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._to_begin:
            self._to_begin = False
            QTimer.singleShot(0, self, self._begin)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        theme = self.context.theme
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._column = ReadingColumn(theme, self, _WIDTH, (48, 34))
        outer.addWidget(self._column)
        body = self._column.body
        body.setSpacing(16)
        self._day = PlainLabel("", "display", self._column.column, wrap=True)
        body.addWidget(self._day)
        body.addSpacing(6)
        # Above the note: what waits for the user. Remarks of a supervisor come here, as the last.
        self.draft = DraftCard(self._column.column)
        self._above = CardRow(self.draft)
        body.addLayout(self._above)
        self.draft.hide()
        self.note = NoteCard(self.context, self._column.column)
        body.addWidget(self.note)
        # Below it: what could be next. Its cards are made after the first paint.
        self._below = CardRow()
        body.addLayout(self._below)
        body.addStretch(1)

    @cached_property
    def offer(self) -> OfferCard:
        """The offer to look back."""
        from logbook.ui.exercise.blocks.tab_order import bring_into_place
        from logbook.ui.today.offer_card import OfferCard

        card = OfferCard(self.context, self._column.column)
        card.wished.connect(self.navigation_requested)
        card.put_off.connect(self._fill)
        self._above.add(card)
        bring_into_place(self.draft.open, card)
        return card

    @cached_property
    def feedback(self) -> FeedbackCard:
        """New remarks of readers."""
        from logbook.ui.exercise.blocks.tab_order import bring_into_place
        from logbook.ui.today.feedback_card import FeedbackCard

        card = FeedbackCard(self.context, self._column.column)
        card.wished.connect(self.navigation_requested)
        self._above.add(card)
        offer = self.__dict__.get("offer")
        bring_into_place(self.draft.open if offer is None else offer.drop, card)
        return card

    @cached_property
    def intentions(self) -> IntentionsCard:
        """The open intentions."""
        from logbook.ui.exercise.blocks.tab_order import bring_into_place
        from logbook.ui.today.intentions_card import IntentionsCard

        card = IntentionsCard(self.context, self._column.column)
        card.list.opened.connect(self._arrange)
        card.answered.connect(self._fill)
        card.all_requested.connect(self._on_intentions_all_requested)
        self._below.add(card, before=True)
        if self.note.is_begun:
            bring_into_place(self.note.another, card)
        return card

    @cached_property
    def suggestions(self) -> SuggestionsCard:
        """The exercises that could be next."""
        card = SuggestionsCard(self.context.theme, self._column.column)
        card.exercise_requested.connect(self._on_suggestions_exercise_requested)
        card.all_requested.connect(self._on_suggestions_all_requested)
        self._below.add(card)
        return card

    def _connect_signals(self) -> None:
        self.draft.open_requested.connect(self._on_entry_requested)
        self.note.open_requested.connect(self._on_entry_requested)
        self.note.form_requested.connect(self._lay_out)
        self.note.navigation_requested.connect(self.navigation_requested)
        self.context.theme.changed.connect(self._arrange)

    @Slot()
    def _arrange(self) -> None:
        px = self.context.theme.px
        narrow = self.width() < px(_NARROW)
        self.note.set_narrow(narrow)
        self._below.arrange(narrow=narrow or self._is_answering())
        very_narrow = self.width() < px(_VERY_NARROW)
        self.draft.set_wide(self._above.arrange(narrow=very_narrow) == 1 and not very_narrow)

    @Slot()
    def _begin(self) -> None:
        if not self.note.is_begun:
            self.note.begin()
        self.note.setFocus()
        self._fill()

    @Slot()
    def _fill(self) -> None:
        services = self.context.services
        self._fill_draft()
        self.suggestions.show_suggestions(
            services.reading.suggestions(), services.reading.chapters()
        )
        self.note.show_forms(services.content.library().forms)
        if self._offer() is None and "offer" in self.__dict__:
            self.offer.hide()
        self._fill_feedback()
        self._arrange()
        self._look()

    def _look(self) -> None:
        """Read what can be looked back at beside the main thread, one reading at a time."""
        if self._looking:
            self._look_again = True
            return
        from logbook.ui import background  # drawing the screen needs none

        self._looking, self._look_again = True, False
        opening = self.context.services.opening
        background.run(lambda: opening.look(_INTENTIONS), self._take, self._refuse, self)

    def _take(self, found: Found) -> None:
        """Show what was read, but not what was decided about in the meantime."""
        self._looking = False
        offer, revisiting = found.offer, self.context.services.revisiting
        if offer is not None and not revisiting.is_decided(offer):
            self.offer.show_offer(offer)
            self.offer.show()
        elif "offer" in self.__dict__:
            self.offer.hide()
        self._fill_intentions(found.intentions)
        self._arrange()
        if self._look_again:
            self._look()

    def _refuse(self, error: Exception) -> None:
        self._looking = False
        from logbook import texts
        from logbook.core.errors import LogbookError

        if not isinstance(error, LogbookError):
            raise error
        self.context.messages.show(texts.error_sentence(error), "error")

    def _offer(self) -> Offer | None:
        """The offer on screen; None when there is none, or when it was decided about."""
        card = self.__dict__.get("offer")
        if card is None or card.isHidden() or card.offer is None:
            return None
        decided = self.context.services.revisiting.is_decided(card.offer)
        return None if decided else card.offer

    def _fill_feedback(self) -> None:
        """Show what readers remarked and was not read yet."""
        if "feedback" in self.__dict__ or self.context.services.feedback.new_count():
            self.feedback.fill()

    def _fill_draft(self) -> None:
        """Show the last draft, but not the note that stands below."""
        draft = self.context.services.reading.last_draft()
        note = self.note
        if draft is not None and note.is_begun and draft.id == note.draft.entry_id:
            draft = None
        if draft is not None:
            number = draft.chapter
            chapter = "" if number is None else self.tr("Hoofdstuk {number}")
            today = self.context.services.today()
            self.draft.show_draft(draft, chapter.format(number=number), today)
        self.draft.setVisible(draft is not None)

    def _fill_intentions(self, found: tuple[Intention, ...]) -> None:
        """Show the open intentions, but not the one that is offered above."""
        offer = self._offer()
        if offer is not None and offer.kind == "intention":
            found = tuple(each for each in found if each.key != (offer.entry_id, offer.block))
        if found or "intentions" in self.__dict__:
            self.intentions.show_intentions(found)
            self.intentions.setVisible(bool(found) or self._is_answering())

    @Slot(object)
    def _on_entry_requested(self, entry_id: EntryId) -> None:
        self.navigation_requested.emit(OpenEntry(entry_id))

    @Slot(str)
    def _on_suggestions_exercise_requested(self, exercise_id: str) -> None:
        self.navigation_requested.emit(OpenExercise(exercise_id))

    @Slot()
    def _on_suggestions_all_requested(self) -> None:
        self.navigation_requested.emit(OpenPage("exercises"))

    @Slot()
    def _on_intentions_all_requested(self) -> None:
        self.navigation_requested.emit(OpenPage("revisit"))
