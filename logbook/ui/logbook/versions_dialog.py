# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The history of an entry: every version of every answer on a slider, to read, compare, put back.

"Fijner kijken" goes on to every moment at which something was kept. Putting back is a wish sent
up; what is kept is left to whoever listens.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from logbook.core.entry import AnswerKey, EntryHistory, EntryState, RevisionId, Value
from logbook.core.history import RawHistory
from logbook.core.library import Library
from logbook.core.margin import is_margin
from logbook.ui.logbook.answer_list import AnswerList
from logbook.ui.logbook.version_controls import BEFORE, VersionControls
from logbook.ui.logbook.version_view import VersionView
from logbook.ui.logbook.version_words import Told, VersionWords
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.dates import clock, local_day, long_day
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import (
    NO_LIMIT,
    lay_beside,
    quiet_scroll_area,
    resize_on_screen,
)

#: Milliseconds between two moments while the history plays.
_PACE = 450


@dataclass(frozen=True, slots=True)
class VersionChoice:
    """A version to put back: where it belongs, its value, the present one and its version."""

    key: AnswerKey
    value: Value
    head: RevisionId
    present: Value


class VersionsDialog(QDialog):
    """Answers at the left when there are several; at the right one version and the slider.

    Signals:
        restore_requested(VersionChoice): put this version back as the newest one.
    """

    restore_requested = Signal(object)

    def __init__(
        self, history: EntryHistory, library: Library, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entry = history.entry
        self._words = VersionWords(history, library)
        self._told = self._words.answers()
        self._raw: RawHistory | None = None
        self._value: Value | None = None
        self._timer = QTimer(self, interval=_PACE)
        self._build()
        self._connect_signals()
        self._fill_list()
        resize_on_screen(self, theme.px(920), theme.px(640))

    # -- building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Versies"))
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 18, 24, 18)
        body.setSpacing(10)
        self._title = PlainLabel(self.tr("Eerdere versies"), "title", self)
        body.addWidget(self._title)
        area = quiet_scroll_area(self)
        holder = QWidget(area)
        holder.setProperty("role", "scrolled")
        area.setWidget(holder)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(16)
        self.list = AnswerList(self._theme, self.tr("Antwoorden van deze bijdrage"), self)
        self._sides.addWidget(self.list)
        self._sides.addLayout(self._build_version(), 1)
        body.addWidget(area, 1)
        self.hint = PlainLabel(self._hint(), "small", self, wrap=True)
        body.addWidget(self.hint)
        body.addLayout(self._build_buttons())

    def _build_version(self) -> QVBoxLayout:
        right = QVBoxLayout()
        right.setSpacing(8)
        self.view = VersionView(self._theme, self)
        right.addWidget(self.view, 1)
        self.controls = VersionControls(self._theme, self._describe, self)
        right.addWidget(self.controls)
        return right

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.close_button = Button(self.tr("Sluiten"), "", "", self)
        self.restore = Button(self.tr("Deze versie terugzetten"), "primary", "rotate-ccw", self)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.restore)
        return row

    def _connect_signals(self) -> None:
        self.list.currentRowChanged.connect(self._on_answer_chosen)
        self.controls.place_changed.connect(self._show_place)
        self.controls.compare_changed.connect(self._show_place)
        self.controls.finer_changed.connect(self._on_finer_changed)
        self.controls.play_changed.connect(self._on_play_changed)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.view.copy.clicked.connect(self._on_copy_clicked)
        self.close_button.clicked.connect(self.accept)
        self.restore.clicked.connect(self._on_restore_clicked)
        self.finished.connect(self._timer.stop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self._theme.px
        beside = event.size().width() >= px(680)
        lay_beside(self._sides, beside)
        self.list.setFixedWidth(px(230)) if beside else self.list.setMaximumWidth(NO_LIMIT)
        self.list.setMaximumHeight(NO_LIMIT if beside else px(64))
        self.list.setMinimumHeight(0 if beside else px(60))
        # Little room, or large letters: the text goes before what explains it.
        roomy = event.size().height() >= px(420)
        self._title.setVisible(roomy)
        self.hint.setVisible(roomy)
        if not beside:
            self.list.setMinimumWidth(0)
        self.list.fit_items((px(230) if beside else event.size().width() - 80) - px(24))

    # -- filling -----------------------------------------------------------------------------------

    def _fill_list(self) -> None:
        self.list.set_answers(self._told)
        self.list.setVisible(len(self._told) > 1)
        first = next((n for n, told in enumerate(self._told) if len(told.versions) > 1), 0)
        if self._told:
            self.list.setCurrentRow(first)
        else:
            self.controls.set_places(0, 0)
            self._show_place()
        (self.list if len(self._told) > 1 else self.controls.slider).setFocus()

    @property
    def _current(self) -> Told | None:
        row = self.list.currentRow()
        return self._told[row] if 0 <= row < len(self._told) else None

    @property
    def _writable(self) -> bool:
        told = self._current
        open_ = self._entry.state is EntryState.DRAFT and self._entry.deleted_at is None
        return told is not None and (open_ or is_margin(told.history.answer.key))

    def _hint(self) -> str:
        if self._entry.deleted_at is not None:
            return self.tr("Deze bijdrage staat in de prullenbak. Je kunt alles teruglezen.")
        if self._entry.state is EntryState.CLOSED:
            return self.tr(
                "Deze bijdrage is voor nu afgerond. Open haar weer om een versie terug te zetten."
            )
        return self.tr(
            "Zet je een versie terug, dan wordt dat de nieuwste. De andere blijven bewaard."
        )

    def _offer_places(self) -> None:
        """Put the versions, or every moment, of the chosen answer on the slider."""
        told = self._current
        if told is None:
            return
        aside = {n for n, version in enumerate(told.versions) if version.aside}
        if self.controls.finer:
            self._raw = raw = RawHistory(told.versions)
            shown = frozenset(n for n, m in enumerate(raw.moments) if m.index in aside)
            self.controls.set_places(len(raw.moments), raw.last_of(told.present), shown)
        else:
            self._raw = None
            self.controls.set_places(len(told.versions), told.present, frozenset(aside))
        self._show_place()

    def _describe(self, place: int) -> str:
        """When a place was, and which one it is, in words."""
        told = self._current
        if told is None:
            return ""
        if self._raw is not None:
            at = self._raw.moments[place].at
            seconds = at.astimezone().strftime("%H:%M:%S")
            which = self.tr("moment {number} van {count}").format(
                number=place + 1, count=len(self._raw.moments)
            )
            return f"{long_day(local_day(at))}, {seconds} · {which}"
        at = told.versions[place].revision.at
        which = self.tr("versie {number} van {count}").format(
            number=place + 1, count=len(told.versions)
        )
        return f"{long_day(local_day(at))}, {clock(at)} · {which}"

    @Slot()
    def _show_place(self) -> None:
        told, place = self._current, self.controls.place
        if told is None:
            self.view.show_nothing()
            self.controls.hide()
            self.restore.setEnabled(False)
            return
        raw = self._raw
        index = raw.moments[place].index if raw else place
        version = told.versions[index]
        self._value = raw.value_at(place) if raw else version.revision.value
        when, _, which = self._describe(place).partition(" · ")
        is_end = raw is None or place == raw.last_of(index)
        now = version.revision.id == told.history.answer.head and is_end
        self.view.show_head(when, which, now=now, aside=version.aside)
        present = told.history.answer.value
        self.restore.setEnabled(
            self._writable and self._value is not None and self._value != present
        )
        if self._value is None:
            self.view.show_unreadable()
            return
        words, compare = self._words.words(told.history, self._value), self.controls.compare
        if not compare:
            self.view.show_words(words)
        elif compare == BEFORE:
            self.view.show_difference(words, self._before(told, place), words)
        else:
            self.view.show_difference(words, words, self._words.words(told.history, present))

    def _before(self, told: Told, place: int) -> str:
        """The words of the version, or of the moment, before this one."""
        if self._raw is None:
            before = told.versions[place].before
            return self._words.words(told.history, before.value) if before else ""
        moment = self._raw.moments[place]
        if moment.step > 1:
            value = self._raw.value_at(place - 1)
            return self._words.words(told.history, value) if value is not None else ""
        before = told.versions[moment.index].before
        return self._words.words(told.history, before.value) if before else ""

    # -- slots -------------------------------------------------------------------------------------

    @Slot()
    def _on_answer_chosen(self) -> None:
        self.controls.stop()
        self._offer_places()

    @Slot()
    def _on_finer_changed(self) -> None:
        self.controls.stop()
        self._offer_places()

    @Slot(bool)
    def _on_play_changed(self, playing: bool) -> None:
        if not playing:
            self._timer.stop()
            return
        if self.controls.at_end:
            self.controls.go_to(0)
        self._timer.start()

    @Slot()
    def _on_timer_timeout(self) -> None:
        self.controls.go_to(self.controls.place + 1)
        if self.controls.at_end:
            self.controls.stop()

    @Slot()
    def _on_copy_clicked(self) -> None:
        told = self._current
        if told is not None and self._value is not None:
            QGuiApplication.clipboard().setText(self._words.words(told.history, self._value))
            self.view.tell_copied()

    @Slot()
    def _on_restore_clicked(self) -> None:
        told = self._current
        if told is not None and self._value is not None:
            answer = told.history.answer
            self.restore_requested.emit(
                VersionChoice(answer.key, self._value, answer.head, answer.value)
            )
