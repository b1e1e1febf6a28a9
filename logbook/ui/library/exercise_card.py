# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One exercise as a card: what it is, how far one is, and the one thing to do next."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from logbook import texts
from logbook.core.entry import EntryId, EntryState
from logbook.core.exercise import Exercise
from logbook.core.progress import ExerciseState, Move, allowed_moves
from logbook.ui.library.finding import Match
from logbook.ui.library.forms import form_label, forms_of
from logbook.ui.navigation import (
    CompareRounds,
    LookBack,
    OpenChapter,
    OpenEntry,
    OpenExercise,
    ReadEntry,
    Wish,
)
from logbook.ui.progress.round_track import RoundTrack, span_of
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button, IconButton
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.dates import local_day, short_day
from logbook.ui.widgets.elided_label import ElidedLabel
from logbook.ui.widgets.flow_label import FlowLabel
from logbook.ui.widgets.frames import CardFrame
from logbook.ui.widgets.labels import Chip, ChipKind, PlainLabel
from logbook.ui.widgets.menus import passing_menu, popup_below
from logbook.ui.widgets.rover import Rover

#: So many rounds fit in the menu; the chapter's own page shows all of them.
_ROUNDS_IN_MENU = 10


class FormIcons(QWidget):
    """The forms of an exercise as icons, each named in a tooltip, together in one spoken name."""

    def __init__(self, exercise: Exercise, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._forms = forms_of(exercise)
        self._labels: list[QLabel] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for form in self._forms:
            label = QLabel(self)
            label.setToolTip(form_label(form))
            label.setAccessibleName(form_label(form))
            row.addWidget(label)
            self._labels.append(label)
        names = ", ".join(form_label(form) for form in self._forms)
        self.setAccessibleName(self.tr("Vormen: {names}").format(names=names))
        theme.changed.connect(self._tint)
        self._tint()

    @Slot()
    def _tint(self) -> None:
        for form, label in zip(self._forms, self._labels, strict=True):
            label.setPixmap(self._theme.pixmap(form.icon, 17, "muted"))


class ExerciseCard(CardFrame):
    """An exercise with its state. The whole card can be clicked; `main_button` is its key.

    Signals:
        wished(Wish): the user wants to open, read or begin anew.
        skip_requested(str, bool): the exercise's id; whether to skip it or to take that back.
    """

    wished = Signal(object)
    skip_requested = Signal(str, bool)

    def __init__(
        self, match: Match, theme: Theme, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, role="card-link")
        self.progress = match.progress
        self._theme = theme
        self._today = today
        self._question = match.question
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._split.setSpacing(16)
        self._split.addLayout(self._build_words(), 1)
        self._split.addWidget(self._build_acts())
        self.body.addLayout(self._split)
        if len(self.progress.rounds) > 1:
            self._add_track()

    @property
    def exercise_id(self) -> str:
        """The exercise that this card shows."""
        return self.progress.exercise.id

    def set_compact(self, compact: bool) -> None:
        """Put the acts below the words when there is little room beside them."""
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._split.setDirection(down if compact else right)
        self._split.setSpacing(10 if compact else 16)
        self._acts_row.setDirection(right)

    def make_menu(self) -> QMenu:
        """The menu of what else can be done; it removes itself when it closes."""
        menu = passing_menu(self)
        progress = self.progress
        if Move.NEW_ROUND in allowed_moves(progress.state):
            menu.addAction(self.tr("Nieuwe ronde")).triggered.connect(self._on_new_round)
        skip = self.tr("Toch doen") if progress.skipped else self.tr("Overslaan")
        menu.addAction(skip).triggered.connect(self._on_skip)
        self._add_rounds(menu)
        return menu

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside:
            self.main_button.click()
        super().mouseReleaseEvent(event)

    def _build_words(self) -> QVBoxLayout:
        exercise = self.progress.exercise
        words = QVBoxLayout()
        words.setSpacing(5)
        head = QWidget(self)
        flow = FlowLayout(head, spacing=10)
        flow.addWidget(FlowLabel(exercise.title, "heading", head, wrap=True))
        for text, kind in self._chips():
            flow.addWidget(Chip(text, kind, head))
        words.addWidget(head)
        words.addWidget(PlainLabel(exercise.goal, "body", self, wrap=True))
        if self._question:
            question = self.tr("Vraag: {text}").format(text=self._question)
            words.addWidget(PlainLabel(question, "muted", self, wrap=True))
        facts = ElidedLabel("small", self)  # all of a long source stands in the exercise itself
        facts.set_whole(self._facts())
        words.addWidget(facts)
        return words

    def _add_track(self) -> None:
        """The rounds on a line of time, one stop for Tab; a mark opens its round to read."""
        span = span_of([self.progress], self._today)
        track = RoundTrack(self.progress, span, self._theme, self)
        track.round_chosen.connect(self._on_round_chosen)
        keys = Qt.Key
        rover = Rover(track, (keys.Key_Left, keys.Key_Up), (keys.Key_Right, keys.Key_Down))
        rover.set_widgets(track.marks)
        self.body.addSpacing(4)
        self.body.addWidget(track)

    def _build_acts(self) -> QWidget:
        exercise = self.progress.exercise
        acts = QWidget(self)
        self._acts_row = QHBoxLayout(acts)
        self._acts_row.setContentsMargins(0, 0, 0, 0)
        self._acts_row.setSpacing(10)
        self._acts_row.addWidget(FormIcons(exercise, self._theme, acts))
        self._acts_row.addStretch(1)
        caption, role = self._main_act()
        self.main_button = Button(caption, role, "", acts)
        self.main_button.setAccessibleName(
            self.tr("{act}: {title}").format(act=caption, title=exercise.title)
        )
        spoken = [text for text, _ in self._chips()]
        spoken += [exercise.goal, self._facts()]
        self.main_button.setAccessibleDescription(". ".join(spoken))
        self.main_button.clicked.connect(self._on_main_clicked)
        self._acts_row.addWidget(self.main_button)
        more = self.tr("Meer bij {title}").format(title=exercise.title)
        self.menu_button = IconButton("ellipsis-vertical", more, self._theme, acts)
        self.menu_button.clicked.connect(self._on_menu_clicked)
        self._acts_row.addWidget(self.menu_button)
        return acts

    def _main_act(self) -> tuple[str, str]:
        return {
            ExerciseState.NEW: (self.tr("Beginnen"), ""),
            ExerciseState.DRAFT: (self.tr("Ga verder"), "primary"),
            ExerciseState.CLOSED: (self.tr("Openen"), ""),
        }[self.progress.state]

    def _chips(self) -> list[tuple[str, ChipKind]]:
        progress = self.progress
        words = texts.exercise_state(progress.state, skipped=progress.skipped)
        amount = len(progress.rounds)
        kind: ChipKind = "neutral"
        if progress.state is ExerciseState.CLOSED:
            kind = "accent"
            words += f" · {texts.rounds(amount)}" if amount > 1 else ""
        elif progress.state is ExerciseState.DRAFT and amount > 1:
            words += self.tr(" · ronde {number}").format(number=amount)
        chips: list[tuple[str, ChipKind]] = [(words, kind)]
        if progress.skipped and progress.rounds:
            chips.append((self.tr("overgeslagen"), "neutral"))
        if progress.exercise.own:
            chips.append((self.tr("eigen"), "ochre"))
        return chips

    def _facts(self) -> str:
        exercise = self.progress.exercise
        parts = [texts.steps(len(exercise.steps))]
        if exercise.minutes:
            parts.insert(0, texts.minutes(exercise.minutes))
        if exercise.source:
            source = exercise.source
            parts.append(source[:1].lower() + source[1:] if source.startswith("Naar ") else source)
        return " · ".join(parts)

    def _add_look_back(self, menu: QMenu) -> None:
        """The way to answer again beside the last round that was closed."""
        filled = [each for each in self.progress.rounds if each.filled]
        closed = [each for each in filled if each.state is EntryState.CLOSED]
        if filled:
            again = menu.addAction(self.tr("Toen en nu"))
            again.setData(LookBack((closed or filled)[-1].entry_id))
            again.triggered.connect(self._on_wish_triggered)

    def _add_rounds(self, menu: QMenu) -> None:
        rounds = self.progress.rounds
        if not rounds:
            return
        if len(rounds) == 1:
            read = menu.addAction(self.tr("Lees wat je schreef"))
            read.setData(ReadEntry(rounds[0].entry_id))
            read.triggered.connect(self._on_wish_triggered)
            self._add_look_back(menu)
            return
        if self.progress.filled_rounds > 1:
            self._add_look_back(menu)
            beside = menu.addAction(self.tr("Rondes naast elkaar"))
            beside.setData(CompareRounds(self.exercise_id))
            beside.triggered.connect(self._on_wish_triggered)
        earlier = menu.addMenu(self.tr("Eerdere rondes bekijken"))
        numbered = list(enumerate(rounds, 1))[-_ROUNDS_IN_MENU:]
        for number, item in reversed(numbered):
            caption = self.tr("Ronde {number} · {day}").format(
                number=number, day=short_day(local_day(item.written_at))
            )
            read = earlier.addAction(caption)
            read.setData(ReadEntry(item.entry_id))
            read.triggered.connect(self._on_wish_triggered)
        chapter = self.progress.exercise.chapter
        if chapter is not None:
            earlier.addSeparator()
            overview = earlier.addAction(self.tr("Alle rondes van dit hoofdstuk"))
            overview.setData(OpenChapter(chapter, progress=True))
            overview.triggered.connect(self._on_wish_triggered)

    def _main_wish(self) -> Wish:
        if self.progress.state is ExerciseState.CLOSED:
            return OpenEntry(self.progress.rounds[-1].entry_id)
        return OpenExercise(self.exercise_id)

    @Slot()
    def _on_main_clicked(self) -> None:
        self.wished.emit(self._main_wish())

    @Slot()
    def _on_menu_clicked(self) -> None:
        popup_below(self.make_menu(), self.menu_button)

    @Slot()
    def _on_new_round(self) -> None:
        self.wished.emit(OpenExercise(self.exercise_id, new_round=True))

    @Slot()
    def _on_skip(self) -> None:
        self.skip_requested.emit(self.exercise_id, not self.progress.skipped)

    @Slot(str)
    def _on_round_chosen(self, entry_id: str) -> None:
        self.wished.emit(ReadEntry(EntryId(entry_id)))

    @Slot()
    def _on_wish_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.wished.emit(action.data())
