# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`.scale`: a place between two words, and what makes it so. Never a mark, never summed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from logbook import texts
from logbook.core.entry import AnswerKey
from logbook.core.exercise import Prompt, ScaleSettings
from logbook.ui.editor.answer_field import AnswerField
from logbook.ui.exercise.blocks.question import Question
from logbook.ui.exercise.blocks.view import BlockView
from logbook.ui.exercise.draft import Draft
from logbook.ui.exercise.move_keys import OnlySpace
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel

_POINT = 40


class _Point(OnlySpace, QRadioButton):
    """One place on the scale: a circle with its number."""

    def __init__(self, theme: Theme, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.number = number
        # Pressing the chosen point again takes the choice back.
        self.setAutoExclusive(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("reached_otherwise", True)  # with the arrow keys, see ScalePoints

    def hitButton(self, _place) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, side = self.isChecked(), min(self.width(), self.height()) - 6
        circle = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.setBrush(theme.color("accent" if on else "card"))
        line = "accent" if on or self.underMouse() else "muted"
        painter.setPen(QPen(theme.color(line), 1.5))
        painter.drawEllipse(circle)
        painter.setPen(theme.color("accent_ink" if on else "ink"))
        painter.setFont(theme.ui_font(14, 600 if on else 400))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self.number))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("ink" if on else "accent"), 2))
            painter.drawEllipse(circle.adjusted(-2, -2, 2, 2))
        painter.end()


class ScalePoints(QWidget):
    """The places of a scale in a row. Digits and arrows choose; Delete takes the choice back.

    Signals:
        number_chosen(object): a whole number, or None for no choice.
    """

    number_chosen = Signal(object)

    def __init__(
        self, theme: Theme, settings: ScaleSettings, question: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settings = settings
        self.points = [
            _Point(theme, number, self)
            for number in range(settings.low_number, settings.high_number + 1)
        ]
        for point in self.points:
            name = self.tr("{question} {number}, van {low} ({first}) tot {high} ({last})")
            point.setAccessibleName(
                name.format(
                    question=question,
                    number=point.number,
                    low=settings.low_number,
                    first=settings.low,
                    high=settings.high_number,
                    last=settings.high,
                )
            )
            point.clicked.connect(self._on_point_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_number(None)
        theme.changed.connect(self._on_theme_changed)

    @property
    def number(self) -> int | None:
        """The chosen number; None for no choice."""
        return next((point.number for point in self.points if point.isChecked()), None)

    def set_number(self, number: int | None) -> None:
        """Show a choice, by code."""
        for point in self.points:
            point.setChecked(point.number == number)
        reached = next((point for point in self.points if point.isChecked()), self.points[0])
        for point in self.points:
            on = point is reached
            point.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(reached)

    def sizeHint(self) -> QSize:
        side = self._theme.px(_POINT)
        return QSize(side * len(self.points), side + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(24 * len(self.points), self._theme.px(_POINT) + 6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        first, last = self.points[0].geometry().center(), self.points[-1].geometry().center()
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.color("line"), 2))
        painter.drawLine(first, last)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, typed = event.key(), event.text()
        steps: dict[int, int] = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: 1,
        }
        if typed.isdecimal() and typed.isascii():
            self._choose(int(typed))
        elif key in steps:
            self._step(steps[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(self.points[0 if key == Qt.Key.Key_Home else -1].number)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.set_number(None)
            self.number_chosen.emit(None)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        numbers = [point.number for point in self.points]
        if self.number is None:
            self._choose(numbers[0] if by > 0 else numbers[-1])
        else:
            self._choose(max(numbers[0], min(self.number + by, numbers[-1])))

    def _choose(self, number: int) -> None:
        if number in [point.number for point in self.points]:
            self.set_number(number)
            self.setFocus()
            self.number_chosen.emit(number)

    def _place(self) -> None:
        count, side = len(self.points), self.height()
        side = min(side, self.width() // count)
        room = self.width() - side
        for place, point in enumerate(self.points):
            left = round(room * place / max(count - 1, 1))
            point.setGeometry(QRect(left, (self.height() - side) // 2, side, side))

    @Slot()
    def _on_point_clicked(self) -> None:
        point = self.sender()
        if isinstance(point, _Point):
            number = point.number if point.isChecked() else None
            self.set_number(number)
            self.number_chosen.emit(number)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self._place()
        self.update()


class ScaleField(QWidget):
    """The row of places with its two words, the choice in words, and an explanation."""

    def __init__(
        self, theme: Theme, prompt: Prompt, key: AnswerKey, settings: ScaleSettings, draft: Draft,
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._draft = draft
        self._key = key
        self._settings = settings
        self.points = ScalePoints(theme, settings, prompt.text, self)
        self.chosen = PlainLabel("", "small", self)
        self.clear = Button(self.tr("Geen keuze"), "link", "", self)
        self.clear.setToolTip(self.tr("Delete"))
        # Tab goes from the choice to its explanation; a space meant for that would clear it here.
        self.clear.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.clear.setProperty("reached_otherwise", True)  # with Delete, see ScalePoints
        why = self.tr("Waaraan merk je dat?")
        self.explanation = AnswerField(
            draft, key, theme, f"{prompt.text} {self.tr('Toelichting')}", why, parent=self
        )
        self.explanation.editor.set_minimum_lines(2)
        self._lay_out()
        self.setFocusProxy(self.points)
        self.points.number_chosen.connect(self._on_number_chosen)
        self.clear.clicked.connect(self._on_clear_clicked)
        draft.value_changed.connect(self._on_draft_value_changed)
        self._fill()

    def is_empty(self) -> bool:
        """Whether neither a place nor a word was given."""
        return self._draft.value(self._key).is_empty

    def _lay_out(self) -> None:
        words = QHBoxLayout()
        low = PlainLabel(self._settings.low, "muted", self, wrap=True)
        high = PlainLabel(self._settings.high, "muted", self, wrap=True)
        high.setAlignment(Qt.AlignmentFlag.AlignRight)
        words.addWidget(low, 1)
        words.addWidget(high, 1)
        state = QHBoxLayout()
        state.addWidget(self.chosen)
        state.addWidget(self.clear)
        state.addStretch(1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        body.addLayout(words)
        body.addWidget(self.points)
        body.addLayout(state)
        body.addWidget(self.explanation)

    def _fill(self) -> None:
        number = self._draft.value(self._key).number
        if number != self.points.number:
            self.points.set_number(number)
        nothing = self.tr("Nog geen plek gekozen")
        text = nothing if number is None else texts.scale_choice(number, self._settings.high_number)
        self.chosen.setText(text)
        self.clear.setVisible(number is not None)

    @Slot(object)
    def _on_number_chosen(self, number: int | None) -> None:
        self._draft.set_value(self._key, replace(self._draft.value(self._key), number=number))
        self._fill()

    @Slot()
    def _on_clear_clicked(self) -> None:
        self._on_number_chosen(None)
        self.points.setFocus()

    @Slot(object)
    def _on_draft_value_changed(self, key: AnswerKey) -> None:
        if key == self._key:
            self._fill()


class ScaleBlockView(BlockView):
    """A scale for each statement or moment."""

    def build(self) -> None:
        settings = self.block.settings
        assert isinstance(settings, ScaleSettings)
        for prompt in self.block.prompts:
            key = AnswerKey(self.block.id, prompt.id)
            field = ScaleField(self.theme, prompt, key, settings, self.draft, self)
            title = prompt.text if prompt.id else ""
            question = Question(self.theme, prompt, title, field, field.is_empty, self.draft, self)
            self.add_question(question)
