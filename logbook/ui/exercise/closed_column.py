# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A round that is closed for now: what one can do next, and below it what was written.

It says what it said; a later insight goes into a margin note.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logbook.core.entry import Entry, EntryKind
from logbook.core.errors import LogbookError
from logbook.core.exercise import Exercise
from logbook.services.changes import Changes
from logbook.ui.context import Context
from logbook.ui.following import wish_to_read
from logbook.ui.logbook.linked_from import LinkedFrom
from logbook.ui.logbook.look import Look
from logbook.ui.logbook.margin_html import Asides
from logbook.ui.logbook.margin_reading import MarginReading
from logbook.ui.logbook.reading_html import render_entry
from logbook.ui.logbook.reading_pictures import ReadingPictures
from logbook.ui.navigation import OpenChapter, OpenExercise, ReadEntry
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout, ReadingColumn
from logbook.ui.widgets.dates import local_day, long_day
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.rich_text import RichText

#: The size of the words at 100 %.
_TEXT = 16


class ClosedColumn(ReadingColumn):
    """Reading and going on; of writing only margin notes.

    Signals:
        reopen_requested(): go on with this round.
        navigation_requested(Wish): a new round, reading back, the next exercise, the chapter.
    """

    reopen_requested = Signal()
    navigation_requested = Signal(object)

    def __init__(
        self,
        context: Context,
        entry: Entry,
        following: Exercise | None,
        *,
        just_closed: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self._entry = entry
        self._following = following
        self.body.setSpacing(18)
        self.body.addWidget(PlainLabel(entry.title, "page-title", self.column, wrap=True))
        self.body.addWidget(self._build_card(just_closed=just_closed))
        self._gone: frozenset[str] = frozenset()
        self.text = RichText(context.theme, self.column, _TEXT, picture=self._picture)
        place = QVBoxLayout()
        place.addWidget(self.text)
        self.body.addLayout(place)
        self.linked_from = LinkedFrom(self.column)
        self.body.addWidget(self.linked_from)
        self.body.addStretch(1)
        self.margin = MarginReading(context, self.text, place, _TEXT, self._picture, self)
        self._connect_signals()
        self._read()

    def focus_first(self) -> None:
        """Put the keyboard on the first thing to do."""
        self.reopen_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Keep the margin note that is being written; the column goes off the screen."""
        self.margin.close(refill=False)

    def _connect_signals(self) -> None:
        self._context.theme.changed.connect(self._fill)
        self._context.notifier.changed.connect(self._on_notifier_changed)
        self.text.link_activated.connect(self.margin.follow)
        self.linked_from.entry_requested.connect(self._on_entry_requested)
        self.margin.refill_requested.connect(self._fill)
        self.margin.entry_requested.connect(self._on_entry_requested)
        self.note_button.clicked.connect(self._on_note_clicked)

    def _read(self) -> None:
        """Show the entry as it is stored now."""
        reading = self._context.services.reading
        try:
            self._entry = reading.entry(self._entry.id)
            links = reading.links_of(self._entry.id)
            self.linked_from.show_entries(reading.linked_from(self._entry.id))
        except LogbookError:
            links = ()  # it is gone; the page finds out by itself
        self._gone = frozenset(link.id for link in links if not link.there)
        self.margin.show_entry(self._entry)
        self._fill()

    def _build_card(self, *, just_closed: bool) -> CardFrame:
        card = CardFrame(self.column)
        note = self._entry.kind is EntryKind.FREE
        if just_closed:
            words = self.tr("Klaar voor nu. Wat je schreef, staat in je logboek.")
        elif self._entry.closed_at is not None:
            day = long_day(local_day(self._entry.closed_at))
            words = self.tr("Voor nu afgerond op {day}.").format(day=day)
        else:
            words = self.tr("Voor nu afgerond.")
        card.body.addWidget(PlainLabel(words, "heading", card, wrap=True))
        more = (
            self.tr(
                "Verder schrijven kan altijd. Zie je iets later anders? Zet er een kanttekening"
                " bij; wat je schreef, blijft zoals het was."
            )
            if note
            else self.tr(
                "Verder schrijven kan altijd. Een kanttekening zet je erbij zonder iets te"
                " veranderen. Met een nieuwe ronde beantwoord je de vragen opnieuw; wat je eerder"
                " schreef, blijft ernaast staan."
            )
        )
        card.body.addWidget(PlainLabel(more, "muted", card, wrap=True))
        card.body.addSpacing(8)
        row = FlowLayout(spacing=10)
        self.reopen_button = Button(self.tr("Verder schrijven"), "", "pencil", card)
        self.reopen_button.clicked.connect(self.reopen_requested)
        buttons = [self.reopen_button]
        if not note:
            again = Button(self.tr("Nieuwe ronde"), "", "repeat-2", card)
            again.clicked.connect(self._on_again_clicked)
            buttons.append(again)
        self.note_button = Button(self.tr("Kanttekening"), "", "notebook-pen", card)
        self.note_button.setToolTip(self.tr("Een later inzicht bij het geheel"))
        buttons.append(self.note_button)
        read = Button(self.tr("Teruglezen in je logboek"), "quiet", "book-open", card)
        read.clicked.connect(self._on_read_clicked)
        buttons.append(read)
        for each in buttons:
            row.addWidget(each)
        card.body.addLayout(row)
        if self._following is not None:
            card.body.addWidget(self._next_button(card), 0, Qt.AlignmentFlag.AlignLeft)
        elif self._entry.chapter is not None:
            back = Button(self.tr("Naar de oefeningen"), "link", "arrow-right", card)
            back.clicked.connect(self._on_chapter_clicked)
            card.body.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _next_button(self, card: CardFrame) -> Button:
        assert self._following is not None, "asked only when there is one"
        caption = self.tr("Hierna: {title}").format(title=self._following.title)
        link = Button(caption, "link", "arrow-right", card)
        link.clicked.connect(self._on_next_clicked)
        return link

    def _picture(self, address: str) -> object | None:
        theme = self._context.theme
        library = self._context.services.content.library()
        pictures = ReadingPictures(library, theme.tokens, theme.px, self.devicePixelRatioF())
        return pictures(address)

    @Slot()
    def _fill(self) -> None:
        theme = self._context.theme
        look = Look(theme.tokens, theme.px, theme.ui_font().family())
        sections = self._context.services.reading.sections(self._entry)
        library = self._context.services.content.library()
        asides = Asides(acts=True, editing=self.margin.editing, gone=self._gone)
        self.margin.set_html(render_entry(self._entry, sections, library, look, asides))

    @Slot(object)
    def _on_notifier_changed(self, changes: Changes) -> None:
        if changes.touches(self._entry.id):
            self._read()

    @Slot(str)
    def _on_entry_requested(self, entry_id: str) -> None:
        wish = wish_to_read(self._context, entry_id)
        if wish is not None:
            self.navigation_requested.emit(wish)

    @Slot()
    def _on_note_clicked(self) -> None:
        self.margin.begin()

    @Slot()
    def _on_next_clicked(self) -> None:
        if self._following is not None:
            self.navigation_requested.emit(OpenExercise(self._following.id))

    @Slot()
    def _on_again_clicked(self) -> None:
        if self._entry.exercise_id is not None:
            self.navigation_requested.emit(OpenExercise(self._entry.exercise_id, new_round=True))

    @Slot()
    def _on_read_clicked(self) -> None:
        self.navigation_requested.emit(ReadEntry(self._entry.id))

    @Slot()
    def _on_chapter_clicked(self) -> None:
        if self._entry.chapter is not None:
            self.navigation_requested.emit(OpenChapter(self._entry.chapter))
