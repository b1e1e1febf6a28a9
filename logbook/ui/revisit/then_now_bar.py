# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The bar above Toen en nu: how long ago, what is kept, and the ways on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from logbook.ui.context import Context
from logbook.ui.exercise.draft import Draft
from logbook.ui.revisit.later_menu import LaterMenu
from logbook.ui.widgets.buttons import Button, IconButton
from logbook.ui.widgets.dates import clock
from logbook.ui.widgets.labels import Chip, PlainLabel
from logbook.ui.widgets.menus import passing_menu, popup_below
from logbook.ui.widgets.top_bar import TopBar


class ThenNowBar(TopBar):
    """Title, chip, state of keeping, and four buttons.

    Signals:
        back_requested(), finish_requested(), other_requested(): away; ready; something else of
            long ago.
        print_requested(): print what is in view.
        later_chosen(date | None): let it come back on this day; None is at the next evaluation.
        question_chosen(int): the rank of another question of this entry.
    """

    back_requested = Signal()
    finish_requested = Signal()
    other_requested = Signal()
    print_requested = Signal()
    later_chosen = Signal(object)
    question_chosen = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._questions: tuple[str, ...] = ()
        self._current = 0
        self._failed = False
        back = self._back = IconButton("arrow-left", self.tr("Terug"), context.theme, self)
        self._title = PlainLabel(self.tr("Toen en nu"), "title", self)
        self.left.addWidget(back)
        self.left.addWidget(self._title)
        self.chip = Chip("", "ochre", self)
        self.left.addWidget(self.chip)
        self.left.addStretch(1)
        self.saved_icon = QLabel(self)
        self.saved = PlainLabel("", "small", self)
        self.later = Button(self.tr("Later"), "", "clock", self)
        self.other = Button(self.tr("Andere vraag"), "", "shuffle", self)
        self.print = Button(self.tr("Afdrukken"), "", "file-text", self)
        self.finish = Button(self.tr("Klaar voor nu"), "primary", "", self)
        buttons = (self.later, self.other, self.print, self.finish)
        for widget in (self.saved_icon, self.saved, *buttons):
            self.right.addWidget(widget)
        self._captions = tuple((button, button.text()) for button in buttons)
        for button, caption in self._captions:
            button.setAccessibleName(caption)
        self._menu = LaterMenu(context, self)
        back.clicked.connect(self.back_requested)
        self.later.clicked.connect(self._on_later_clicked)
        self.other.clicked.connect(self._on_other_clicked)
        self.print.clicked.connect(self.print_requested)
        self.finish.clicked.connect(self.finish_requested)
        self._menu.day_chosen.connect(self.later_chosen)
        context.theme.changed.connect(self._fit)
        self._fit()

    def show_ago(self, words: str) -> None:
        """Say how long ago the earlier answer was written."""
        self.chip.setText(words)
        self._fit()

    def show_questions(self, wordings: Sequence[str], current: int) -> None:
        """Offer these questions; which one is on screen."""
        self._questions, self._current = tuple(wordings), current

    def show_keeping(self, drafts: Iterable[Draft]) -> None:
        """Say what is true about keeping: what failed, else what was kept last."""
        known = tuple(drafts)
        refused = [each for each in known if each.failure is not None and each.pending]
        kept = [(each.saved_at, each) for each in known if each.saved_at is not None]
        last = max(kept, key=lambda pair: pair[0])[1] if kept else None
        draft = refused[0] if refused else last
        words, self._failed = "", False
        if draft is not None:
            self._failed = draft.failure is not None and draft.pending
            if self._failed:
                words = self.tr("Niet bewaard")
            elif draft.saved_at is not None:
                words = self.tr("Bewaard {time}").format(time=clock(draft.saved_at))
        self.saved.setText(words)
        self.saved_icon.setToolTip(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Take away what is missed least until the rest has room."""
        name, token = ("triangle-alert", "rose") if self._failed else ("check", "muted")
        self.saved_icon.setPixmap(self._theme.pixmap(name, 15, token))
        for tightness in range(5):
            self._show_parts(tightness)
            if self._needed() <= self.width():
                break

    def _show_parts(self, tightness: int) -> None:
        """0 shows all; then the words of keeping, captions, the chip and the last caption go."""
        self.saved.setVisible(bool(self.saved.text()) and tightness < 1)
        self.saved_icon.setVisible(bool(self.saved.text()))
        for button, caption in self._captions:
            bare = tightness >= (4 if button is self.finish else 2)
            button.setText("" if bare else caption)
            button.setToolTip(caption if bare else "")
            button.refresh_icon()
        self.chip.setVisible(bool(self.chip.text()) and tightness < 3)
        self.finish.set_icon_name("check" if tightness >= 4 else "")

    def _needed(self) -> int:
        """The width that cuts nothing off."""
        parts = (self._back, self._title, self.chip, self.saved_icon, self.saved)
        buttons = (button for button, _ in self._captions)
        shown = [each for each in (*parts, *buttons) if _is_shown(each)]
        return sum(each.sizeHint().width() + 12 for each in shown) + 60

    @Slot()
    def _on_later_clicked(self) -> None:
        popup_below(self._menu, self.later)

    @Slot()
    def _on_other_clicked(self) -> None:
        menu = passing_menu(self.other)
        group = QActionGroup(menu)
        for rank, wording in enumerate(self._questions if len(self._questions) > 1 else ()):
            action = menu.addAction(wording.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(rank == self._current)
            action.setData(rank)
            action.triggered.connect(self._on_question_triggered)
            group.addAction(action)
        if group.actions():
            menu.addSeparator()
        menu.addAction(self.tr("Iets anders van toen")).triggered.connect(self.other_requested)
        popup_below(menu, self.other)

    @Slot()
    def _on_question_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.question_chosen.emit(action.data())


def _is_shown(widget: QWidget) -> bool:
    return not widget.isHidden()
