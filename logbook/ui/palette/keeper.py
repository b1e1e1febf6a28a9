# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Ctrl+K in the window: fills the list while the user types, and opens or does what was chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from logbook import texts
from logbook.core.entry import EntryId
from logbook.core.errors import LogbookError
from logbook.core.ranking import asked
from logbook.services.everything import Named
from logbook.ui.context import Context
from logbook.ui.palette.choices import BY_KEY
from logbook.ui.palette.entry_rows import EntryRows
from logbook.ui.palette.finder import Finder
from logbook.ui.palette.ranked import fitting, rank_of
from logbook.ui.palette.recent import Recent
from logbook.ui.palette.rows import Group, Part, Row
from logbook.ui.palette.sources import Source, Sources
from logbook.ui.palette.view import PaletteView

#: How long the list waits for titles before it shows what it has; and how long before it says
#: what it has.
_PATIENCE_MS, _SAY_MS = 20, 500
_RECENT, _USED = 6, 4
#: Offered while nothing was done often.
_FIRST_ACTS = ("action:new_note", "action:choose_form", "action:settings", "action:guide")


class PaletteKeeper(QObject):
    """Everything that can be opened or done in this window, in one list.

    Args:
        actions: the actions of the window by name.
        recent: knows what was opened, and opens.
    """

    def __init__(
        self,
        context: Context,
        actions: Mapping[str, QAction],
        recent: Recent,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._actions = actions
        self._recent = recent
        self._makes = Sources(self)
        self._fixed: list[Source] = []
        self._waits: bool | None = None
        self._named = Named()
        self._named_sources: list[Source] = []
        self.view = PaletteView(context.theme, parent)
        self.finder = Finder(context.services.everything, self)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._said = QTimer(self, singleShot=True, interval=_SAY_MS)
        self._connect_signals()

    def _connect_signals(self) -> None:
        self.view.text_changed.connect(self._on_view_text_changed)
        self.view.accepted.connect(self._on_view_accepted)
        self.view.closed.connect(self._on_view_closed)
        self.finder.named_found.connect(self._on_finder_named_found)
        self.finder.titles_found.connect(self._on_finder_titles_found)
        self.finder.texts_found.connect(self._refresh)
        self.finder.failed.connect(self._on_finder_failed)
        self._patience.timeout.connect(self._refresh)
        self._said.timeout.connect(self._say_count)

    @Slot()
    def toggle(self) -> None:
        """Open the list, or close it."""
        if self.view.isVisible():
            self.view.close_view()
            return
        library = self._context.services.content.library()
        self._entries = EntryRows(library, self)
        self._window = list(
            self._makes.of_window(self._actions, self._context.preferences.settings)
        )
        self._fixed = [*self._makes.of_library(library), *self._window]
        self.finder.begin()
        self.view.open()
        self._refresh()

    # --- what stands in the list

    @Slot()
    def _refresh(self) -> None:
        self._patience.stop()
        if not self.view.text.strip():
            self.view.show_parts(self._first_parts(), "")
            return
        parts = self._parts()
        # The row that leads to all of them is no find.
        number = sum(not row.key.startswith("all:") for part in parts for row in part.rows)
        looking = not number and (self.finder.titles_pending or self.finder.texts_pending)
        self.view.show_parts(parts, self.tr("Zoeken …") if looking else texts.found(number))
        if not looking:
            self._said.start()

    def _first_parts(self) -> list[Part]:
        """What was opened last and done most."""
        by_key = {source.row.key: source.row for source in self._fixed}
        opened: list[Row] = []
        here = self._recent.here
        for key in self._recent.opened():
            row = by_key.get(key) or self._entry_row(key)
            if row is not None and key != here and len(opened) < _RECENT:
                opened.append(row)
        acts = {source.row.key: source.row for source in self._window}
        keys = dict.fromkeys((*self._recent.done(list(acts)), *_FIRST_ACTS))
        used = [acts[key] for key in keys if key in acts][:_USED]
        found = [(Group.RECENT, opened), (Group.USED, used)]
        return [Part(self._caption(group), tuple(rows)) for group, rows in found if rows]

    def _entry_row(self, key: str) -> Row | None:
        kind, _, entry_id = key.partition(":")
        if kind != "entry":
            return None
        try:
            summary = self._context.services.reading.summary(EntryId(entry_id))
        except LogbookError:
            return None  # it was deleted
        return self._entries.row(summary) if summary.deleted_at is None else None

    def _parts(self) -> list[Part]:
        """What fits by its name, and then by the words in it."""
        typed = asked(self.view.text)
        titles = [self._entries.row(summary) for summary in self.finder.titles]
        groups = fitting([*self._fixed, *self._named_rows()], titles, typed)
        parts = [Part(self._caption(group), tuple(rows)) for group, rows in groups]
        shown = {row.key for part in parts for row in part.rows}
        page = self.finder.page
        if page is not None and page.hits:
            found = [self._entries.found(hit, typed) for hit in page.hits]
            found = [row for row in found if row.key not in shown]
            # Those with the words inside their title before those with the words in their text.
            found.sort(key=lambda row: rank_of(row, typed) is None)
            if page.total > len(page.hits):
                found.append(self._entries.all_found(self.view.text.strip(), page.total))
            if found:
                parts.append(Part(self._caption(Group.TEXTS), tuple(found)))
        return parts

    def _named_rows(self) -> Sequence[Source]:
        if self.finder.named is not self._named:
            self._named = self.finder.named
            self._named_sources = list(self._makes.of_named(self._named))
        return self._named_sources

    def _caption(self, group: Group) -> str:
        return {
            Group.RECENT: self.tr("Laatst geopend"),
            Group.USED: self.tr("Vaak gebruikt"),
            Group.EXERCISES: self.tr("Oefeningen"),
            Group.FORMS: self.tr("Nieuwe notitie"),
            Group.ENTRIES: self.tr("Bijdragen"),
            Group.PAGES: self.tr("Naslag"),
            Group.LABELS: self.tr("Labels"),
            Group.GOALS: self.tr("Leerdoelen"),
            Group.SEARCHES: self.tr("Bewaarde zoekvragen"),
            Group.ACTIONS: self.tr("Doen"),
            Group.TEXTS: self.tr("In wat je schreef"),
        }[group]

    # --- slots

    @Slot(str)
    def _on_view_text_changed(self, text: str) -> None:
        self._waits = None
        self._said.stop()
        self.finder.ask(text)
        if self.finder.titles_pending:
            self._patience.start()
        else:
            self._refresh()

    @Slot()
    def _on_finder_named_found(self) -> None:
        if self.view.text.strip() and not self._patience.isActive():
            self._refresh()

    @Slot()
    def _on_finder_titles_found(self) -> None:
        if not self.view.text.strip():
            return
        self._refresh()
        if self._waits is not None:
            self._open_current(self._waits)

    @Slot(bool)
    def _on_view_accepted(self, other: bool) -> None:
        if self.finder.titles_pending and not self.view.moved:
            self._waits = other  # what was typed may yet be the title of an entry
        else:
            self._open_current(other)

    @Slot()
    def _on_view_closed(self) -> None:
        self._waits = None
        self._patience.stop()
        self._said.stop()
        self.finder.stop()

    @Slot(object)
    def _on_finder_failed(self, error: LogbookError) -> None:
        self._refresh()
        self._context.messages.show(texts.error_sentence(error), "error")

    @Slot()
    def _say_count(self) -> None:
        row = self.view.current
        words = [self.view.count.text(), *([row.spoken] if row is not None else [])]
        self.view.announce(". ".join(words))

    def _open_current(self, other: bool) -> None:
        row, self._waits = self.view.current, None
        if row is None:
            return
        self.view.close_view()
        # The key that chose it is done with first: a dialog may come of it.
        QTimer.singleShot(0, self, partial(self._carry_out, row, other))

    def _carry_out(self, row: Row, other: bool) -> None:
        kind, _, name = row.key.partition(":")
        if kind == "action":
            self._actions[name].trigger()
        elif kind == "choice":
            choice = BY_KEY[row.key]
            self._recent.note_action(row.key)
            self._context.preferences.change(**{choice.field: choice.value})
        else:
            wish = row.other if other and row.other is not None else row.wish
            if wish is not None:
                self._recent.go(wish)
