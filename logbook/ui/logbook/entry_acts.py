# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What can be done with an entry on the Logboek page, and how it is undone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from logbook.core.entry import AnswerKey, Entry, EntryId, RevisionId, Value
from logbook.core.errors import LogbookError
from logbook.services.changes import Changes
from logbook.services.writing import Edit
from logbook.ui.acts import Acts
from logbook.ui.context import Context
from logbook.ui.navigation import OpenEntry

#: Formats of an export and how their files end.
EXPORTS = (("html", "html"), ("markdown", "md"), ("json", "json"))


class EntryActs(Acts):
    """Acts of the user on one entry; failures are said in the strip.

    Signals:
        navigation_requested(Wish): the act ends on another page.
    """

    navigation_requested = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._window = parent
        self._writing = context.services.writing

    def reopen(self, entry_id: EntryId) -> None:
        """Open a closed entry again and go on writing."""
        if self.do(lambda: self._writing.reopen(entry_id)):
            self.navigation_requested.emit(OpenEntry(entry_id))

    def move_to_bin(self, entry_id: EntryId, title: str) -> None:
        """Put an entry in the bin; the strip offers to undo it."""
        if self.do(lambda: self._writing.move_to_bin(entry_id)):
            self._context.messages.show(
                self.tr("“{title}” staat in de prullenbak.").format(title=title),
                action_text=self.tr("Ongedaan maken"),
                action=lambda: self.take_from_bin(entry_id),
            )

    def take_from_bin(self, entry_id: EntryId) -> None:
        """Put an entry back where it was."""
        if self.do(lambda: self._writing.take_from_bin(entry_id)):
            self._context.messages.show(self.tr("Teruggezet in je logboek."), "success")

    def delete_for_good(self, entry_id: EntryId, title: str) -> None:
        """Ask once, then remove an entry with all its versions."""
        sure = self._context.messages.may_lose(
            self._window,
            self.tr("“{title}” voorgoed verwijderen?").format(title=title),
            self.tr(
                "De tekst en alle versies ervan gaan weg uit dit logboek. "
                "Dit kun je niet ongedaan maken."
            ),
            self.tr("Voorgoed verwijderen"),
            self.tr("Laten staan"),
        )
        if sure and self.do(lambda: self._writing.delete_for_good(entry_id)):
            self._context.messages.show(self.tr("Voorgoed verwijderd."), "success")

    def set_pinned(self, entry_id: EntryId, *, pinned: bool) -> None:
        """Pin an entry, or take its pin out."""
        organising = self._context.services.organising
        act = organising.pin if pinned else organising.unpin
        self.do(lambda: act(entry_id))

    def set_about_date(self, entry_id: EntryId, about: date | None) -> None:
        """Say which day an entry is about."""
        self.do(lambda: self._writing.set_about_date(entry_id, about))

    def restore_version(self, entry: Entry, key: AnswerKey, value: Value, head: RevisionId) -> bool:
        """Make an older value the newest version; every version stays."""

        def act() -> Changes:
            # The version of this moment is ended first, so that it stays in the list.
            self._writing.save(entry, [], close_revisions=True)
            saved = self._writing.save(entry, [Edit(key, value, head)], close_revisions=True)
            return saved.changes

        return self.do(act)

    def copy_markdown(self, entry_id: EntryId) -> None:
        """Put an entry on the clipboard as Markdown."""
        try:
            text = self._context.services.transfer.entry_markdown(entry_id)
        except LogbookError as error:
            self.say(error)
            return
        data = QMimeData()
        data.setText(text)
        data.setData("text/markdown", text.encode())
        QGuiApplication.clipboard().setMimeData(data)
        self._context.messages.show(self.tr("Gekopieerd als Markdown."), "success")

    def export(self, entry_id: EntryId, title: str, format_name: str) -> None:
        """Ask for a place and write an entry there."""
        ending = dict(EXPORTS)[format_name]
        proposal = Path.home() / f"{_file_name(title)}.{ending}"
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Bijdrage exporteren"), str(proposal), f"*.{ending}"
        )
        if chosen:
            self.export_to(entry_id, format_name, Path(chosen))

    def export_to(self, entry_id: EntryId, format_name: str, path: Path) -> None:
        """Write an entry to a file."""
        try:
            self._context.services.transfer.export_entry(entry_id, format_name, path)
        except LogbookError as error:
            self.say(error)
            return
        self._context.messages.show(
            self.tr("Geëxporteerd naar {path}.").format(path=path), "success"
        )


def _file_name(title: str) -> str:
    kept = "".join(sign if sign.isalnum() or sign in " -_" else " " for sign in title)
    return " ".join(kept.split())[:80] or "bijdrage"
