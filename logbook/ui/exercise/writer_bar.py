# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The bar above the writer: where one is, whether it is kept, and what can be done.

Narrow windows and large text take parts away in an order of need; "Bewaard" always stays.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from logbook import texts
from logbook.core.entry import Entry, EntryState
from logbook.settings import StepMode
from logbook.ui.exercise.draft import Draft
from logbook.ui.exercise.steps_bar import StepsBar
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button, IconButton
from logbook.ui.widgets.dates import clock
from logbook.ui.widgets.elided_label import ElidedLabel
from logbook.ui.widgets.labels import Chip, PlainLabel


class WriterBar(StepsBar):
    """The bar itself; shows what it is told and says what is wished.

    Signals:
        chapter_requested(), back_requested(): a part of the path was clicked.
        focus_requested(): focus mode on.
        finish_requested(): the primary button: close for now, or open again.
        copy_requested(), delete_requested(): from the menu.
        check_requested(): look through the text for what may be traced.
        labels_requested(), goals_requested(), day_requested(), pin_requested(bool): from the menu.
    """

    chapter_requested = Signal()
    back_requested = Signal()
    focus_requested = Signal()
    finish_requested = Signal()
    copy_requested = Signal()
    delete_requested = Signal()
    check_requested = Signal()
    labels_requested = Signal()
    goals_requested = Signal()
    day_requested = Signal()
    pin_requested = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._has_chapter = False
        self._has_chip = False
        self._failed = False
        self._build_left()
        self._build_right()
        self._connect_signals()
        self._fit_timer = QTimer(self, singleShot=True, interval=0)
        self._fit_timer.timeout.connect(self._fit)
        self._tint()

    def show_entry(self, entry: Entry, number: int | None, *, is_stored: bool) -> None:
        """Say where one is and how the round stands; the primary button turns with it.

        Args:
            number: which round of its exercise it is; None for a note.
            is_stored: an entry that holds nothing yet has no state to show.
        """
        self._has_chapter = entry.chapter is not None
        if self._has_chapter:
            words = self.tr("Hoofdstuk {number}").format(number=entry.chapter)
            self.chapter.setText(words)
        self.title.set_whole(entry.exercise_title or self.tr("Vrije notitie"))
        states = [texts.entry_state(entry.state)]
        if number is not None and number > 1:
            states.append(texts.round_number(number))
        closed = entry.state is EntryState.CLOSED
        self._has_chip = is_stored
        self.chip.setText(" · ".join(states))
        self.chip.set_kind("accent" if closed else "neutral")
        self.finish.setText(self.tr("Verder schrijven") if closed else self.tr("Voor nu afronden"))
        self._finish_action.setText(self.finish.text())
        self._fit_timer.start()

    def show_keeping(self, draft: Draft) -> None:
        """Say what is true about keeping; nothing can be closed or binned before it is there."""
        self._failed = draft.failure is not None and draft.pending
        words = ""
        if self._failed:
            words = self.tr("Niet bewaard")
        elif draft.saved_at is not None:
            words = self.tr("Bewaard {time}").format(time=clock(draft.saved_at))
        self.finish.setEnabled(draft.is_stored or draft.pending)
        self._finish_action.setEnabled(self.finish.isEnabled())
        self._delete_action.setEnabled(draft.is_stored)
        if words == self.saved.text():
            return
        self.saved.setText(words)
        self.saved_icon.setVisible(bool(words))
        self.saved.setVisible(bool(words))
        self._tint()
        self._fit_timer.start()

    def show_pinned(self, pinned: bool) -> None:
        """Say whether what is written is pinned."""
        self._pin_action.setChecked(pinned)

    def show_mode(self, mode: StepMode, *, has_steps: bool) -> None:
        """Tick the way the steps are walked; a note without steps has none."""
        self._modes.show_mode(mode)
        self.mode_button.setVisible(has_steps)
        self.panel_button.setVisible(has_steps)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build_left(self) -> None:
        self.chapter = Button("", "crumb", "", self)
        self.arrow = QLabel(self)
        self.title = ElidedLabel("strong", self)
        self.chip = Chip("", "neutral", self)
        self.back = IconButton("arrow-left", self.tr("Terug"), self._theme, self)
        for widget in (self.back, self.chapter, self.arrow, self.title, self.chip):
            self.left.addWidget(widget)
        self.left.addStretch(1)

    def _build_right(self) -> None:
        self.saved_icon = QLabel(self)
        self.saved = PlainLabel("", "small", self)
        self.saved_icon.hide()
        self.saved.hide()
        self.focus = Button(self.tr("Focus"), "", "maximize", self)
        self.focus.setToolTip(self.tr("Alleen de tekst in beeld (F11)"))
        self.finish = Button(self.tr("Voor nu afronden"), "primary", "", self)
        for widget in (self.saved_icon, self.saved, self.focus, self.finish):
            self.right.addWidget(widget)
        self._add_mode_button()
        self.more_button = self._menu_button(
            "ellipsis-vertical", self.tr("Meer met deze bijdrage doen")
        )
        self.more_button.setMenu(self._build_more())
        self.right.addWidget(self.more_button)
        self._add_panel_button()

    def _build_more(self) -> QMenu:
        menu = QMenu(self)
        self._focus_action = menu.addAction(self.tr("Focus"))
        self._focus_action.triggered.connect(self.focus_requested)
        self._finish_action = menu.addAction(self.tr("Voor nu afronden"))
        self._finish_action.triggered.connect(self.finish_requested)
        menu.addSeparator()
        labels = menu.addAction(self.tr("Label …"))
        labels.triggered.connect(self.labels_requested)
        goals = menu.addAction(self.tr("Leerdoel koppelen …"))
        goals.triggered.connect(self.goals_requested)
        day = menu.addAction(self.tr("Dag waarover het gaat …"))
        day.triggered.connect(self.day_requested)
        self._pin_action = menu.addAction(self.tr("Vastgezet"))
        self._pin_action.setCheckable(True)
        self._pin_action.triggered.connect(self.pin_requested)
        menu.addSeparator()
        check = menu.addAction(self.tr("Nakijken op herleidbaarheid …"))
        check.triggered.connect(self.check_requested)
        copy = menu.addAction(self.tr("Tekst kopiëren als Markdown"))
        copy.triggered.connect(self.copy_requested)
        self._delete_action = menu.addAction(self.tr("Naar de prullenbak"))
        self._delete_action.triggered.connect(self.delete_requested)
        return menu

    def _connect_signals(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.chapter.clicked.connect(self.chapter_requested)
        self.focus.clicked.connect(self.focus_requested)
        self.finish.clicked.connect(self.finish_requested)
        self._theme.changed.connect(self._tint)

    @Slot()
    def _fit(self) -> None:
        """Take away what fits least badly elsewhere, until the rest has room."""
        self.chip.setVisible(self._has_chip)
        self.focus.setVisible(True)
        self.finish.setVisible(True)
        self.chapter.setVisible(self._has_chapter)
        self.arrow.setVisible(self._has_chapter)
        self.back.setVisible(not self._has_chapter)
        for part in (self.chip, self.focus, self.arrow, self.chapter, self.finish):
            if self._needed() <= self.width():
                break
            part.setVisible(False)
            if part is self.chapter:
                self.back.setVisible(True)

    def _needed(self) -> int:
        """The width that asks nobody to give way; the title may be cut to half."""
        parts = [self.back, self.chapter, self.arrow, self.chip, self.saved_icon, self.saved]
        parts += [self.focus, self.finish, self.mode_button, self.more_button, self.panel_button]
        shown = [part for part in parts if not part.isHidden()]
        title = min(self.title.sizeHint().width(), self._theme.px(150))
        return sum(part.sizeHint().width() + 10 for part in shown) + title + 70

    @Slot()
    def _tint(self) -> None:
        self.arrow.setPixmap(self._theme.pixmap("chevron-right", 16, "muted"))
        name, token = ("triangle-alert", "rose") if self._failed else ("check", "muted")
        self.saved_icon.setPixmap(self._theme.pixmap(name, 15, token))
