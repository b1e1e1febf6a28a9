# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The page Delen: walks the steps from choosing to sending. What a step does is left to that step.

What is chosen is kept as long as the program runs, also when one leaves the page or begins to share
something else.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from logbook.core.entry import EntryId
from logbook.core.sharing import SentPacket
from logbook.services.changes import Changes
from logbook.ui.context import Context
from logbook.ui.navigation import GoBack, OpenFeedback, OpenPage
from logbook.ui.page import Page
from logbook.ui.sharing.ask_step import AskStep
from logbook.ui.sharing.choose_step import ChooseStep
from logbook.ui.sharing.look_step import LookStep
from logbook.ui.sharing.names_step import NamesStep
from logbook.ui.sharing.send_step import SendStep
from logbook.ui.sharing.sent_panel import SentPanel
from logbook.ui.sharing.share_foot import ShareFoot
from logbook.ui.sharing.share_work import ShareWork
from logbook.ui.sharing.step import Step
from logbook.ui.sharing.trail import Trail
from logbook.ui.widgets.buttons import IconButton
from logbook.ui.widgets.empty import EmptyState
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.shortcuts import add_shortcut
from logbook.ui.widgets.top_bar import TopBar

#: The step that is passed before sending.
_LOOK = 3


class SharePage(Page):
    """Delen, step by step."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.work = ShareWork(context.services, self)
        self._asked: tuple[EntryId, ...] = ()
        self._kept: tuple[ShareWork, tuple[EntryId, ...], int] | None = None
        self._begun = False
        self._reach = 0
        self._stale = False
        self._offered = 0
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        self._build_bar(body)
        self._stack = QStackedWidget(self)
        body.addWidget(self._stack, 1)
        self.steps: list[Step] = []
        self.nothing = EmptyState(
            "messages-square",
            self.tr("Nog niets om te delen"),
            self.tr(
                "Kies in Logboek een of meer bijdragen en dan ‘Delen …’. Een heel hoofdstuk deel "
                "je bij Voortgang."
            ),
            self.tr("Naar Logboek"),
            context.theme,
            self._stack,
        )
        self._stack.addWidget(self.nothing)
        self.sent_panel = SentPanel(context, self._stack)
        self._stack.addWidget(self.sent_panel)
        self.foot = ShareFoot(self)
        body.addWidget(self.foot)
        self._connect_signals()
        self._show_nothing()

    def guide_topic(self) -> str:
        return "share"

    # -- beginning ---------------------------------------------------------------------------------

    def begin(self, entry_ids: tuple[EntryId, ...]) -> None:
        """Begin to share these; asked again for the same, go on where one was.

        Raises:
            EntryNotFound.
        """
        if self._begun and entry_ids == self._asked:
            self._go(self._at)
            return
        self._begin(lambda work: work.begin(entry_ids), entry_ids)

    def share(self) -> None:
        """Nothing more: one is sharing."""

    def next_round(self, packet_id: str) -> None:
        """Begin the next round of a packet.

        Raises:
            PacketNotFound, EntryNotFound.
        """
        self._begin(lambda work: work.begin_round(packet_id), ())

    def resume(self) -> None:
        """Go on with the draft that was put aside."""
        if self._kept is None:
            return
        kept, self._kept = self._kept, None
        self.context.messages.dismiss(self._offered)
        if self._begun and self.work.touched:
            self._kept = (self.work, self._asked, self._at)
        self.work, self._asked, at = kept
        self._begun = True
        self._make_steps()
        # What is sent was looked at as it is now.
        self._reach = min(at, _LOOK)
        self._go(self._reach)

    def _begin(self, fill: Callable[[ShareWork], None], asked: tuple[EntryId, ...]) -> None:
        fresh = ShareWork(self.context.services, self)
        fill(fresh)
        if self._begun and self.work.touched:
            self._kept = (self.work, self._asked, self._at)
            self._offer(self.tr("Wat je al had gekozen om te delen, ligt nog klaar."), self.resume)
        self.work, self._asked = fresh, asked
        self._begun, self._reach = bool(fresh.entries), 0
        self._make_steps()
        if self._begun:
            self._go(0)
        else:
            self._show_nothing()

    def _offer(self, told: str, action: Callable[[], None]) -> None:
        """Say that a draft waits, until one goes on with it."""
        self.context.messages.dismiss(self._offered)
        self._offered = self.context.messages.show(
            told, action_text=self.tr("Verder met delen"), action=action
        )

    def _make_steps(self) -> None:
        """The steps of the work at hand; those of other work go."""
        for step in self.steps:
            self._stack.removeWidget(step)
            step.deleteLater()
        self.choose = ChooseStep(self.context, self.work, self._stack)
        self.ask = AskStep(self.context, self.work, self._stack)
        self.names = NamesStep(self.context, self.work, self._stack)
        self.look = LookStep(self.context, self.work, self._stack)
        self.send = SendStep(self.context, self.work, self._stack)
        self.steps = [self.choose, self.ask, self.names, self.look, self.send]
        for step in self.steps:
            self._stack.addWidget(step)
            step.state_changed.connect(self._show_foot)
        self.look.names_requested.connect(self._on_names_requested)
        self.send.sent.connect(self._on_sent)
        self.send.look_requested.connect(self._on_look_requested)
        self.send.begin()
        # Made anew behind the steps: Tab goes in the order of making.
        self.foot.build()
        self.foot.back.clicked.connect(self.step_back)
        self.foot.next.clicked.connect(self._on_next_requested)

    # -- building ----------------------------------------------------------------------------------

    def _build_bar(self, body: QVBoxLayout) -> None:
        self.bar = TopBar(self.context.theme, self)
        name = self.tr("Terug; wat je koos, blijft klaarliggen (Escape)")
        self.leave_button = IconButton("arrow-left", name, self.context.theme, self.bar)
        self.bar.left.addWidget(self.leave_button)
        self._name = PlainLabel(self.tr("Delen"), "title", self.bar)
        self.bar.left.addWidget(self._name)
        self.bar.left.addStretch(1)
        self._names = (
            self.tr("Kiezen"),
            self.tr("Vragen"),
            self.tr("Namen"),
            self.tr("Kijken"),
            self.tr("Versturen"),
        )
        self.trail = Trail(self.context.theme, self._names, self.bar)
        self.bar.right.addWidget(self.trail)
        body.addWidget(self.bar)

    def _connect_signals(self) -> None:
        self.leave_button.clicked.connect(self._on_leave_requested)
        self.trail.step_requested.connect(self._go)
        self.nothing.action_requested.connect(self._on_logbook_requested)
        self.sent_panel.done_requested.connect(self._on_logbook_requested)
        self.sent_panel.feedback_requested.connect(self._on_feedback_requested)
        add_shortcut(self, "Alt+Right", self._on_next_requested)
        add_shortcut(self, "Ctrl+Return", self._on_next_requested)
        self.context.theme.changed.connect(self._fit)

    # -- walking -----------------------------------------------------------------------------------

    @property
    def _at(self) -> int:
        """Which step is in view, -1 for none."""
        shown = self._stack.currentWidget()
        return next((n for n, step in enumerate(self.steps) if step is shown), -1)

    @Slot(int)
    def _go(self, number: int) -> None:
        """Show a step; one that was not reached yet only from the step before it."""
        number = min(max(number, 0), len(self.steps) - 1)
        step = self.steps[number]
        self._stack.setCurrentWidget(step)
        # What is sent was looked at: from an earlier step one comes by there again.
        self._reach = number if number >= _LOOK else min(max(self._reach, number), _LOOK)
        step.enter()
        self.trail.setVisible(True)
        self.foot.setVisible(True)
        self.trail.show_step(number, self._reach)
        self._show_foot()
        step.focus_first()

    def step_back(self) -> bool:
        """One step back; False at the first, or when there are no steps."""
        at = self._at
        if at < 1:
            return False
        self._go(at - 1)
        return True

    @Slot()
    def _on_next_requested(self) -> None:
        at = self._at
        if at < 0 or not self.steps[at].ready:
            return
        if self.steps[at] is self.send:
            self.send.ask_place()
        else:
            self._go(at + 1)

    @Slot()
    def _on_names_requested(self) -> None:
        self._go(self.steps.index(self.names))

    @Slot()
    def _on_look_requested(self) -> None:
        self._go(_LOOK)

    @Slot()
    def _show_foot(self) -> None:
        at = self._at
        if at < 0:
            return
        following = self._names[at + 1] if at + 1 < len(self.steps) else ""
        self.foot.show_step(self.steps[at], first=at == 0, following=following)

    def _show_nothing(self) -> None:
        self._begun = False
        self._stack.setCurrentWidget(self.nothing)
        self.trail.hide()
        self.foot.hide()

    # -- as a page ---------------------------------------------------------------------------------

    def enter(self) -> None:
        if self._stale and self._begun:
            self.work.refresh()
            if self._at > _LOOK:
                self._go(_LOOK)
        self._stale = False
        at = self._at
        if at >= 0:
            if self._kept is None:
                self.context.messages.dismiss(self._offered)
            self.steps[at].enter()
            self.steps[at].focus_first()
        elif self._stack.currentWidget() is self.nothing:
            if self._kept is not None:
                self.resume()
            else:
                self.nothing.action.setFocus()

    def leave(self) -> None:
        if self.steps:
            self.send.cancel()
        if self._stack.currentWidget() is self.sent_panel:
            self.sent_panel.forget()
            self._show_nothing()

    def apply_changes(self, changes: Changes) -> None:
        if changes.everything or changes.library or changes.entries:
            self._stale = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, at = event.key(), self._at
        if key == Qt.Key.Key_Escape:
            self._on_leave_requested()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at >= 0:
            if self.steps[at].enter_goes_on:
                self._on_next_requested()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        self.trail.set_width(self.width())

    # -- slots -------------------------------------------------------------------------------------

    @Slot()
    def _on_leave_requested(self) -> None:
        """Leave; what was chosen waits."""
        if self._begun and self.work.touched and self._at >= 0:
            told = self.tr("Wat je koos om te delen, ligt klaar tot je Logboek sluit.")
            self._offer(told, self._on_resume_requested)
        self.navigation_requested.emit(GoBack())

    @Slot()
    def _on_resume_requested(self) -> None:
        self.navigation_requested.emit(OpenPage("share"))

    @Slot()
    def _on_logbook_requested(self) -> None:
        self.navigation_requested.emit(OpenPage("logbook"))

    @Slot()
    def _on_feedback_requested(self) -> None:
        self.navigation_requested.emit(OpenFeedback())

    @Slot(object, str, str)
    def _on_sent(self, packet: SentPacket, path: str, passphrase: str) -> None:
        """The draft has become a packet: nothing waits any more."""
        self._stack.setCurrentWidget(self.sent_panel)
        self.trail.hide()
        self.foot.hide()
        self.sent_panel.show_sent(packet, Path(path), passphrase)
        self._begun, self._asked = False, ()
        self.work.touched = False
