# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The pane that shows one entry to read, with what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from logbook import texts
from logbook.core.arrange import Section
from logbook.core.entry import Entry, EntryKind, EntryState, EntrySummary
from logbook.core.library import Library
from logbook.core.sharing import SentPacket
from logbook.texts.words import shared_with
from logbook.ui.fonts import UI_FAMILY
from logbook.ui.logbook.entry_menu import EntryMenu
from logbook.ui.logbook.look import Look
from logbook.ui.logbook.margin_html import Asides
from logbook.ui.logbook.margin_reading import MarginReading
from logbook.ui.logbook.reading_html import render_entry, without_title
from logbook.ui.logbook.reading_pictures import ReadingPictures
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout, ReadingColumn
from logbook.ui.widgets.dates import clock, local_day, long_day, month_title
from logbook.ui.widgets.flow_label import FlowLabel
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.marked_label import MarkedLabel
from logbook.ui.widgets.menus import popup_below
from logbook.ui.widgets.rich_text import RichText

#: The size of the words at 100 %.
TEXT_PX = 17


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything the pane shows of one entry.

    `versions` counts as `services.reading.versions`; `writable` says that the exercise is there
    to go on with; `other_open` that another round of it is open; `gone` are the entries it links to
    that are not there any more; `shared` are the packets it stands in, newest first.
    """

    entry: Entry
    summary: EntrySummary
    title: str
    sections: tuple[Section, ...]
    versions: int
    writable: bool = True
    other_open: bool = False
    gone: frozenset[str] = frozenset()
    shared: tuple[SentPacket, ...] = ()


class ReadingPane(QWidget):
    """Meta line, title, acts and the words of one entry; the other acts stand in `menu`.

    Signals:
        back_requested(): to the list, when only one of the two is in view.
        write_requested(), reopen_requested(), open_round_requested(), round_requested(): go on.
        versions_requested(), day_requested(): show versions; choose the day it is about.
        restore_requested(), purge_requested(): out of the bin, back or for good.
        pin_requested(bool): pin it, or take the pin out.
        shared_requested(str): show this packet it stands in.
        link_activated(str): a link in the text was chosen.
    """

    back_requested = Signal()
    write_requested = Signal()
    reopen_requested = Signal()
    open_round_requested = Signal()
    round_requested = Signal()
    versions_requested = Signal()
    day_requested = Signal()
    restore_requested = Signal()
    purge_requested = Signal()
    link_activated = Signal(str)
    pin_requested = Signal(bool)
    shared_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: Reading | None = None
        self._library = Library()
        self._margin: MarginReading | None = None
        #: Whether the words of each answer can be found in the text (`answer_places`).
        self.with_places = False
        self._whole = False
        self._build()
        self._connect_signals()
        self.clear()

    @property
    def shown(self) -> Reading | None:
        """What the pane shows, or None."""
        return self._shown

    @property
    def scroll_area(self) -> ReadingColumn:
        """The part that scrolls."""
        return self._column

    def clear(self) -> None:
        """Show nothing but where to begin."""
        self._shown = None
        self._column.hide()
        self._nothing.show()

    def show_entry(self, reading: Reading, library: Library) -> None:
        """Show an entry; the same entry again keeps its place."""
        same = self._shown is not None and self._shown.entry.id == reading.entry.id
        self._shown, self._library = reading, library
        self._whole = self._whole and same
        self._nothing.hide()
        self._column.show()
        self._fill_head(reading)
        self._fill_text()
        if not same:
            self._column.verticalScrollBar().setValue(0)

    def show_whole(self, whole: bool) -> None:
        """Show the first line of a note in its text, where marks can stand, or as its title."""
        if self._shown is not None and whole != self._whole:
            self._whole = whole
            self._fill_head(self._shown)
            self._fill_text()

    def show_back(self, shown: bool) -> None:
        """Offer the way back to the list."""
        self.back.setVisible(shown)

    def set_margin(self, margin: MarginReading) -> None:
        """Let margin notes be written in the text."""
        self._margin = margin

    def picture(self, address: str) -> object | None:
        """The picture for an address in the text, or None."""
        theme = self._theme
        return ReadingPictures(self._library, theme.tokens, theme.px, self.devicePixelRatioF())(
            address
        )

    @Slot()
    def refill(self) -> None:
        """Show the words anew; a margin note that is being written stays open."""
        if self._shown is not None:
            self._fill_text()

    def html(self, look: Look, asides: Asides | None = None) -> str:
        """The words of the entry as HTML in another look (for paper)."""
        assert self._shown is not None
        entry, sections = self._shown.entry, self._shown.sections
        shortened = without_title(entry, sections)
        whole = shortened is None or (self._whole and asides is not None)
        shown = sections if whole or shortened is None else shortened
        return render_entry(entry, shown, self._library, look, asides)

    # -- building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        self._nothing = PlainLabel(
            self.tr("Kies een bijdrage om terug te lezen."), "muted", self, wrap=True
        )
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setContentsMargins(24, 24, 24, 24)
        body.addWidget(self._nothing, 1)
        self._column = ReadingColumn(self._theme, self, margins=(44, 28))
        self._column.setAccessibleName(self.tr("Bijdrage"))
        body.addWidget(self._column, 1)
        column = self._column.body
        column.setSpacing(6)
        self.back = Button(self.tr("Terug naar de lijst"), "link", "arrow-left", self)
        self.back.hide()
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        head = QWidget(self)
        flow = FlowLayout(head, 4)
        self.meta = FlowLabel("", "muted", head, wrap=True)
        self.versions = Button(texts.versions(1), "link", "history", head)
        self.versions.setToolTip(self.tr("Eerdere versies bekijken en terugzetten"))
        self.day = Button(self.tr("Dag waarover het gaat"), "link", "calendar", head)
        self.pinned = Button(self.tr("Vastgezet"), "link", "pin", head)
        self.pinned.setToolTip(self.tr("Losmaken"))
        self.shared = Button("", "link", "messages-square", head)
        self.shared.setToolTip(self.tr("Naar wat ervan terugkwam"))
        for each in (self.meta, self.versions, self.day, self.pinned, self.shared):
            flow.addWidget(each)
        column.addWidget(head)
        self.title = MarkedLabel("", "page-title", self, wrap=True)
        column.addWidget(self.title)
        column.addSpacing(4)
        column.addWidget(self._build_acts())
        column.addSpacing(2)
        self.tags_place = QVBoxLayout()
        column.addLayout(self.tags_place)
        column.addSpacing(14)
        self.text = RichText(self._theme, self, px=TEXT_PX, picture=self.picture)
        self.text.setAccessibleName(self.tr("Tekst van deze bijdrage"))
        self.text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Remarks of readers stand above the text and beside it.
        self.above_text_place = QVBoxLayout()
        column.addLayout(self.above_text_place)
        self.text_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.text_place = QVBoxLayout()
        self.text_place.addWidget(self.text)
        at_top = QVBoxLayout()
        at_top.addLayout(self.text_place)
        at_top.addStretch(1)
        self.text_row.addLayout(at_top, 1)
        column.addLayout(self.text_row)
        self.below_place = QVBoxLayout()
        column.addLayout(self.below_place)
        column.addStretch(1)

    def _build_acts(self) -> QWidget:
        acts = QWidget(self)
        flow = FlowLayout(acts, 8)
        self.write = Button(self.tr("Verder schrijven"), "", "pencil", acts)
        self.new_round = Button(self.tr("Nieuwe ronde"), "", "repeat-2", acts)
        self.restore = Button(self.tr("Terugzetten"), "primary", "undo-2", acts)
        self.purge = Button(self.tr("Voorgoed verwijderen …"), "", "trash-2", acts)
        self.more = Button(self.tr("Meer"), "quiet", "ellipsis-vertical", acts)
        self.more.setAccessibleName(self.tr("Meer met deze bijdrage doen"))
        for each in (self.write, self.new_round, self.restore, self.purge, self.more):
            flow.addWidget(each)
        self.menu = EntryMenu(self.more)
        return acts

    def _connect_signals(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.write.clicked.connect(self._on_write_clicked)
        self.new_round.clicked.connect(self.round_requested)
        self.restore.clicked.connect(self.restore_requested)
        self.purge.clicked.connect(self.purge_requested)
        self.more.clicked.connect(self._on_more_clicked)
        self.versions.clicked.connect(self.versions_requested)
        self.day.clicked.connect(self.day_requested)
        self.pinned.clicked.connect(self._on_pin_triggered)
        menu = self.menu
        menu.choose_day.triggered.connect(self.day_requested)
        menu.pin.triggered.connect(self._on_pin_triggered)
        self.shared.clicked.connect(self._on_shared_clicked)
        self.text.link_activated.connect(self.link_activated)
        self._theme.changed.connect(self.refill)

    # -- filling -----------------------------------------------------------------------------------

    def _fill_head(self, reading: Reading) -> None:
        entry, summary = reading.entry, reading.summary
        binned = entry.deleted_at is not None
        self.meta.setText(" · ".join(self._meta(entry, summary)))
        self.versions.setVisible(reading.versions > 1)
        self.versions.setText(texts.versions(reading.versions))
        about = entry.about_date
        self.day.setVisible(about is not None)
        self.day.setEnabled(not binned)
        if about is not None:
            self.day.setText(self.tr("Gaat over {day}").format(day=long_day(about)))
        self.pinned.setVisible(summary.pinned)
        self.pinned.setEnabled(not binned)
        self.shared.setVisible(bool(reading.shared))
        if reading.shared:
            self.shared.setText(shared_with([packet.reader for packet in reading.shared]))
        self.menu.pin.setText(self.tr("Losmaken") if summary.pinned else self.tr("Vastzetten"))
        self.title.setText(reading.title)
        repeated = self._whole and not entry.exercise_title
        self.title.setVisible(not repeated and without_title(entry, reading.sections) is not None)
        closed = entry.state is EntryState.CLOSED
        round_of_exercise = entry.kind is EntryKind.EXERCISE
        self.write.setVisible(not binned and reading.writable)
        elsewhere = closed and reading.other_open
        self.write.setText(
            self.tr("Verder in de open ronde") if elsewhere else self.tr("Verder schrijven")
        )
        self.menu.note.setVisible(closed)
        self.new_round.setVisible(
            not binned
            and reading.writable
            and round_of_exercise
            and closed
            and not reading.other_open
        )
        for each in (self.restore, self.purge):
            each.setVisible(binned)
        self.more.setVisible(not binned)

    def _meta(self, entry: Entry, summary: EntrySummary) -> list[str]:
        if entry.kind is EntryKind.FREE:
            parts = [self.tr("Vrije notitie")]
        elif entry.chapter is not None:
            parts = [self.tr("Hoofdstuk {number}").format(number=entry.chapter)]
        else:
            parts = [self.tr("Oefening")]
        parts.append(f"{full_day(entry)}, {clock(entry.created_at)}")
        if summary.round is not None and summary.round > 1 and entry.kind is EntryKind.EXERCISE:
            parts.append(texts.round_number(summary.round))
        if entry.kind is EntryKind.EXERCISE or entry.state is EntryState.CLOSED:
            parts.append(texts.entry_state(entry.state))
        if entry.deleted_at is not None:
            parts.append(self.tr("in de prullenbak"))
        return parts

    def _fill_text(self) -> None:
        theme = self._theme
        look = Look(theme.tokens, theme.px, UI_FAMILY)
        html = self.html(look, self._asides())
        if not html and not (self._shown and self._shown.sections):
            html = f"<p>{self.tr('Hier staat nog niets.')}</p>"
        if self._margin is not None:
            self._margin.set_html(html)
        else:
            self.text.set_html(html)
        self.text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _asides(self) -> Asides:
        """What may be written beside the words: margin notes, when it is closed and not binned."""
        assert self._shown is not None
        entry = self._shown.entry
        closed = entry.state is EntryState.CLOSED and entry.deleted_at is None
        editing = self._margin.editing if self._margin is not None else None
        return Asides(
            closed and self._margin is not None, editing, self._shown.gone, places=self.with_places
        )

    # -- slots -------------------------------------------------------------------------------------

    @Slot()
    def _on_write_clicked(self) -> None:
        if self._shown is None:
            return
        if self._shown.entry.state is EntryState.DRAFT:
            self.write_requested.emit()
        elif self._shown.other_open:
            self.open_round_requested.emit()
        else:
            self.reopen_requested.emit()

    @Slot()
    def _on_pin_triggered(self) -> None:
        if self._shown is not None:
            self.pin_requested.emit(not self._shown.summary.pinned)

    @Slot()
    def _on_shared_clicked(self) -> None:
        if self._shown is not None and self._shown.shared:
            self.shared_requested.emit(self._shown.shared[0].id)

    @Slot()
    def _on_more_clicked(self) -> None:
        popup_below(self.menu, self.more)


def full_day(entry: Entry) -> str:
    """`12 november 2026`: the local day an entry was begun."""
    day = local_day(entry.created_at)
    return f"{day.day} {month_title(day)}"
