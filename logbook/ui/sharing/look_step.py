# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Kijken: exactly what the other will see, what is replaced in it and what stays home."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from logbook import texts
from logbook.core.entry import Entry
from logbook.core.errors import LogbookError
from logbook.core.packet import Packet
from logbook.core.sharing import ShareDraft
from logbook.services.share_names import ShareFinding, Shown
from logbook.texts.sharing import findings_waiting, names_beside, replacements_gone, stays_home
from logbook.ui.background import run
from logbook.ui.context import Context
from logbook.ui.sharing.offered import private_passages
from logbook.ui.sharing.packet_view import PacketView
from logbook.ui.sharing.replaced_list import ReplacedList
from logbook.ui.sharing.share_work import ShareWork
from logbook.ui.sharing.step import Step
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.undo_line import UndoLine


class LookStep(Step):
    """The fourth step; nobody sends without coming by.

    Signals:
        names_requested(): back to where names are replaced.
    """

    names_requested = Signal()

    def __init__(self, context: Context, work: ShareWork, parent: QWidget | None = None) -> None:
        super().__init__(context, work, "", parent)
        self.title.setText(self.tr("Zo ziet de ander het"))
        self.setAccessibleName(self.tr("Kijken wat de ander ziet"))
        self.packet: Packet | None = None
        self._why = ""
        self._turn = 0
        self.said = self._say(
            self.tr(
                "Dit is precies wat er weggaat. Lees het met de ogen van degene over wie het gaat."
            )
        )
        self._summary = CardFrame(self.column, "case", 16)
        body = self._summary.body
        self.home = PlainLabel("", "body", self._summary, wrap=True)
        self.dates = PlainLabel("", "body", self._summary, wrap=True)
        self.waiting = PlainLabel("", "caution", self._summary, wrap=True)
        self.beside = PlainLabel("", "caution", self._summary, wrap=True)
        self.gone = PlainLabel("", "caution", self._summary, wrap=True)
        self.to_names = Button(self.tr("Naar Namen"), "", "", self._summary)
        self.replaced = PlainLabel("", "strong", self._summary, wrap=True)
        self.list = ReplacedList(self._summary)
        self.line = UndoLine(self._summary)
        for label in (self.home, self.dates, self.gone, self.waiting, self.beside):
            body.addWidget(label)
        body.addWidget(self.to_names, 0, Qt.AlignmentFlag.AlignLeft)
        for each in (self.replaced, self.list, self.line):
            body.addWidget(each)
        self.body.addWidget(self._summary)
        self.view = PacketView(context.theme, self.column)
        self.body.addWidget(self.view)
        self.body.addStretch(1)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fill)
        self.list.undo_requested.connect(self._on_list_undo_requested)
        self.to_names.clicked.connect(self.names_requested)

    @property
    def ready(self) -> bool:
        return self.packet is not None

    @property
    def hint(self) -> str:
        return self._why

    def enter(self) -> None:
        self.line.say("")
        self.verticalScrollBar().setValue(0)
        # The step is drawn first: many pictures take a moment.
        self.packet, self._why = None, self.tr("Even klaarleggen …")
        self._soon.start()

    def focus_first(self) -> None:
        self.setFocus()

    @Slot()
    def _fill(self) -> None:
        services, work = self._context.services, self._work
        try:
            draft = work.draft
            self.packet = services.sharing.preview(draft)
            shown = services.sharing.names.replacements(draft)
            beside = services.sharing.names.beside(draft)
            gone = len(services.sharing.names.gone(draft))
            entries = services.sharing.names.gather(draft)
            at_home = sum(
                private_passages(services.reading.entry(choice.entry_id), choice)
                for choice in draft.choices
            )
        except LogbookError as error:
            self.packet, self._why = None, texts.error_sentence(error)
            self.said.setText(self._why)
            self._summary.hide()
            self.view.hide()
            self.state_changed.emit()
            return
        self._why, work.looked = "", self.packet
        self.said.setText(
            self.tr(
                "Dit is precies wat er weggaat. Lees het met de ogen van degene over wie het gaat."
            )
        )
        self.home.setText(stays_home(at_home))
        self.dates.setText(
            self.tr("Bij elke bijdrage staat over welke dag ze gaat.")
            if draft.with_dates
            else self.tr("Bij de bijdragen staat geen dag.")
        )
        self.gone.setText(replacements_gone(gone))
        self.gone.setVisible(bool(gone))
        self.beside.setText(names_beside(beside))
        self.beside.setVisible(bool(beside))
        self.waiting.hide()
        self.to_names.setVisible(bool(beside or gone))
        self.replaced.setText(
            self.tr("In je bijdragen is dit vervangen:")
            if shown
            else self.tr("In je bijdragen is niets vervangen.")
        )
        self.list.show_replacements(shown)
        self._summary.show()
        self.view.show()
        self.view.show_packet(self.packet)
        self.state_changed.emit()
        self._check(draft, entries)

    def _check(self, draft: ShareDraft, entries: tuple[Entry, ...]) -> None:
        """Look beside the main thread whether something is left that nobody decided about."""
        names = self._context.services.sharing.names
        self._turn += 1
        turn = self._turn

        def tell(found: tuple[ShareFinding, ...]) -> None:
            left = sum(not each.is_own for each in found)  # the rest is named above
            if turn == self._turn and left:
                self.waiting.setText(findings_waiting(left))
                self.waiting.show()
                self.to_names.show()

        run(lambda: names.look(draft, entries), tell, self._on_failed, self)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, LogbookError):
            raise error
        self.waiting.setText(texts.error_sentence(error))
        self.waiting.show()

    @Slot(object)
    def _on_list_undo_requested(self, group: tuple[Shown, ...]) -> None:
        names, kept = self._context.services.sharing.names, self._work.told
        draft = self._work.draft
        for each in group:
            draft = names.undo_replace(draft, each)
        self._work.take(draft)
        was = " ".join(group[0].was.split())
        self.line.say(
            self.tr("“{was}” staat er weer.").format(was=was), lambda: self._put_back(kept)
        )
        self._fill()

    def _put_back(self, kept: ShareDraft) -> None:
        self._work.put_back(kept)
        self._fill()
