# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Own photos as cards: add them, say what is on them, and look after own decks.

Everything is kept at once; there is nothing to save. Open it with `open()`, and look at `changed`
and `deck_id` when it has finished.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from logbook import texts
from logbook.core.errors import LogbookError
from logbook.core.exercise import Deck
from logbook.files.photos import PhotoRefused
from logbook.services.own_cards import DeckFull, Removed
from logbook.texts.photos import photo_refused, photos_added, photos_left_out, photos_stopped
from logbook.ui.context import Context
from logbook.ui.exercise.cards.limit import announce
from logbook.ui.exercise.photos.drop_zone import DropZone
from logbook.ui.exercise.photos.photo_list import PhotoList
from logbook.ui.exercise.photos.photo_queue import PhotoQueue, file_source, sources_of
from logbook.ui.exercise.photos.photo_row import PhotoRow
from logbook.ui.exercise.photos.strips import DeckBar, Notes, UndoStrip
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import ReadingColumn
from logbook.ui.widgets.frames import Separator
from logbook.ui.widgets.labels import PlainLabel

_WIDTH, _HEIGHT = 800, 720
_PAUSE = 700


class PhotosDialog(QDialog):
    """Add photos to an own deck and look after its cards.

    Args:
        deck_id: the own deck to begin with; any other id shows the first one, if there is one.
    """

    def __init__(self, context: Context, deck_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = context.theme
        self._cards = context.services.own_cards
        self._deck: Deck | None = None
        self._dirty: set[str] = set()
        self._removed: Removed | None = None
        self._added = 0
        self._stopped = False
        self._first_added = ""
        #: Whether anything was added, changed or removed.
        self.changed = False
        self.queue = PhotoQueue(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.setWindowTitle(self.tr("Eigen foto’s"))
        self._build()
        self._connect_signals()
        self._cards.empty_bins()
        decks = self._cards.decks()
        wanted = next((deck for deck in decks if deck.id == deck_id), None)
        self._show_deck(wanted or (decks[0] if decks else None))
        self.resize(self._fitting_size())
        (self.zone.choose if not self._list.rows else self.close_button).setFocus()

    @property
    def deck_id(self) -> str:
        """The deck in view; "" when it has no cards (any more)."""
        return self._deck.id if self._deck is not None and self._deck.cards else ""

    @property
    def rows(self) -> tuple[PhotoRow, ...]:
        """The photos in the order of the deck."""
        return tuple(self._list.rows.values())

    # --- building

    def _build(self) -> None:
        self._column = ReadingColumn(self._theme, self, 720, (24, 20))
        body = self._column.body
        holder = self._column.column
        body.addWidget(PlainLabel(self.tr("Eigen foto’s als kaarten"), "title", holder))
        self.deck_bar = DeckBar(holder)
        body.addWidget(self.deck_bar)
        self.zone = DropZone(self._theme, holder)
        self.notes = Notes(self._theme, holder)
        body.addWidget(self.zone)
        body.addWidget(self.notes)
        self.removed = UndoStrip(holder)
        body.addWidget(self.removed)
        self._list = PhotoList(self._theme, holder)
        body.addWidget(self._list)
        body.addStretch(1)
        self.state = PlainLabel("", "small", self, wrap=True)
        self.close_button = Button(self.tr("Klaar"), "primary", "check", self)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 10, 24, 16)
        foot.addWidget(self.state, 1)
        foot.addWidget(self.close_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._column, 1)
        outer.addWidget(Separator(self))
        outer.addLayout(foot)

    def _connect_signals(self) -> None:
        self.deck_bar.deck_chosen.connect(self._on_deck_bar_deck_chosen)
        self.deck_bar.name_edited.connect(self._on_deck_bar_name_edited)
        self.deck_bar.name_left.connect(self._keep_words)
        self.zone.files_chosen.connect(self.add_files)
        self.zone.dropped.connect(self.add_data)
        self.zone.pasted.connect(self.add_data)
        self.zone.stop_requested.connect(self._on_zone_stop_requested)
        self.queue.ready.connect(self._on_queue_ready)
        self.queue.refused.connect(self._on_queue_refused)
        self.queue.progressed.connect(self.zone.show_progress)
        self.queue.finished.connect(self._on_queue_finished)
        self._list.edited.connect(self._on_list_edited)
        self._list.left.connect(self._keep_words)
        self._list.move_requested.connect(self._on_list_move_requested)
        self._list.remove_requested.connect(self._on_list_remove_requested)
        self.removed.undo_requested.connect(self._on_undo_requested)
        self.close_button.clicked.connect(self.accept)
        self._pause.timeout.connect(self._keep_words)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.activated.connect(self.zone.take_clipboard)
        back = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        back.activated.connect(self._on_undo_requested)

    def _fitting_size(self) -> QSize:
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else QSize(1000, 800)
        px = self._theme.px
        return QSize(
            min(px(_WIDTH), max(room.width() - 40, 420)),
            min(px(_HEIGHT), max(room.height() - 40, 360)),
        )

    # --- showing

    def _show_deck(self, deck: Deck | None) -> None:
        """Show a deck, or an empty place for a new one."""
        self._deck = deck
        self.deck_bar.show_name(deck.title if deck else "")
        self._tell_decks()
        self._dirty.clear()
        self._list.show_cards(deck.cards if deck else (), anew=True)

    def _tell_decks(self) -> None:
        self.deck_bar.show_decks(self._cards.decks(), self.deck_id)

    def _follow(self, deck: Deck) -> None:
        """Show what became of the deck in view; fields keep what is being typed."""
        self.changed = True
        fresh = self._deck is None or self._deck.id != deck.id
        self._deck = deck
        self._dirty.intersection_update(card.ref for card in deck.cards)
        if fresh or not deck.cards:
            self.deck_bar.show_name(deck.title)
        self._tell_decks()
        self._list.show_cards(deck.cards)

    # --- adding

    @Slot(list)
    def add_files(self, paths: Sequence[Path]) -> None:
        """Add photos from files, one by one."""
        self._begin()
        self.queue.add([file_source(path) for path in paths])

    @Slot(object)
    def add_data(self, data: QMimeData) -> None:
        """Add photos that were dropped or pasted."""
        sources = sources_of(data, self.tr("De geplakte foto"))
        self._begin()
        if sources:
            self.queue.add(sources)
        else:
            self.notes.tell(photo_refused("", "nothing"))

    def _begin(self) -> None:
        if not self.queue.is_busy:
            self._added, self._stopped, self._first_added = 0, False, ""
            self.state.setText("")
            self.notes.dismiss()

    @Slot(bytes)
    def _on_queue_ready(self, photo: bytes) -> None:
        deck = self._deck if self._deck is not None and self._deck.cards else None
        try:
            kept = self._cards.add(deck.id if deck else "", self.deck_bar.name.text(), "", photo)
        except DeckFull as full:
            self.queue.stop()
            self.notes.tell(photo_refused("", "full", str(full.args[0])))
        except PhotoRefused as refused:
            self.notes.tell(photo_refused("", refused.reason, refused.fact))
        except LogbookError as error:
            self.queue.stop()
            self.notes.tell(texts.error_sentence(error))
        else:
            self._added += 1
            self._first_added = self._first_added or kept.cards[-1].ref
            self._follow(kept)

    @Slot(str)
    def _on_queue_refused(self, sentence: str) -> None:
        self.notes.tell(sentence)
        announce(self, sentence)

    @Slot()
    def _on_queue_finished(self) -> None:
        self.zone.hide_progress()
        if self._added or self._stopped:
            told = photos_stopped(self._added) if self._stopped else photos_added(self._added)
            if self.notes.sentences:
                told = f"{told} {photos_left_out(len(self.notes.sentences))}"
            self.state.setText(told)
            announce(self, told)
            # Below the fold nobody would see that they are there; the layout comes first.
            QTimer.singleShot(0, self, self._reveal_added)

    @Slot()
    def _reveal_added(self) -> None:
        row = self._list.rows.get(self._first_added)
        if row is not None:
            self._column.ensureWidgetVisible(row, 0, 40)

    @Slot()
    def _on_zone_stop_requested(self) -> None:
        self._stopped = True
        self.queue.stop()

    # --- words, order, removing

    def _try(self, act: Callable[[], Deck]) -> bool:
        """Do something to the deck and show what became of it; False when it could not be done."""
        try:
            self._follow(act())
        except LogbookError as error:
            self.notes.tell(texts.error_sentence(error))
            return False
        return True

    @Slot(str)
    def _on_list_edited(self, ref: str) -> None:
        self._dirty.add(ref)
        self._pause.start()

    @Slot()
    def _on_deck_bar_name_edited(self) -> None:
        self._pause.start()

    @Slot()
    def _keep_words(self) -> None:
        """Keep what was typed since the last time."""
        self._pause.stop()
        for ref in sorted(self._dirty):
            self._dirty.discard(ref)
            if not self._try(partial(self._cards.describe, ref, *self._list.rows[ref].words)):
                return
        deck, name = self._deck, self.deck_bar.name.text()
        if deck is not None and deck.cards and name.strip() and name.strip() != deck.title:
            self._try(lambda: self._cards.rename_deck(deck.id, name))

    @Slot(str, int)
    def _on_list_move_requested(self, ref: str, step: int) -> None:
        self._keep_words()
        row = self._list.rows[ref]
        place = list(self._list.rows).index(ref) + step
        if 0 <= place < len(self._list.rows) and self._try(lambda: self._cards.move(ref, place)):
            wanted = row.up if step < 0 else row.down
            (wanted if wanted.isEnabled() else row.down if step < 0 else row.up).setFocus()
            self._column.ensureWidgetVisible(row, 0, 40)

    @Slot(str)
    def _on_list_remove_requested(self, ref: str) -> None:
        self._keep_words()
        place = list(self._list.rows).index(ref)
        try:
            self._removed = removed = self._cards.remove(ref)
            rest = tuple(card for card in removed.deck.cards if card.ref != ref)
        except LogbookError as error:
            self.notes.tell(texts.error_sentence(error))
            return
        self._follow(replace(removed.deck, cards=rest))
        self.state.setText("")
        announce(self, self.removed.tell(removed.card.title))
        rows = self.rows
        (rows[min(place, len(rows) - 1)].remove if rows else self.removed.undo).setFocus()
        self._column.ensureWidgetVisible(self.removed, 0, 20)

    @Slot()
    def _on_undo_requested(self) -> None:
        removed = self._removed
        if removed is None:
            return
        self._keep_words()
        if not self._try(lambda: self._cards.restore(removed)):
            return
        self._removed = None
        self.removed.hide()
        row = self._list.rows.get(removed.card.ref)
        if row is not None:
            row.title.setFocus()
            self._column.ensureWidgetVisible(row, 0, 40)

    @Slot(str)
    def _on_deck_bar_deck_chosen(self, deck_id: str) -> None:
        self._keep_words()
        self._removed = None
        self.removed.hide()
        self._show_deck(next((d for d in self._cards.decks() if d.id == deck_id), None))
        if not deck_id:
            self.deck_bar.name.setFocus()

    # --- leaving

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in a field keeps its words; it does not close the dialog.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            return
        super().keyPressEvent(event)

    def done(self, result: int) -> None:
        self._keep_words()
        if self.queue.is_busy:
            self._stopped = True
            self.queue.stop()
        super().done(result)
