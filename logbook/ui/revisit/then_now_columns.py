# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The question of Toen en nu with both answers: then at the left, now at the right.

On a narrow window, and for what needs the whole width, they stand below each other.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from logbook.core.entry_links import ENTRY_SCHEME
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.explanation import Explanation
from logbook.ui.exercise.draft import Draft
from logbook.ui.fonts import UI_FAMILY
from logbook.ui.logbook.look import Look
from logbook.ui.logbook.reading_html import render_entry
from logbook.ui.logbook.reading_pictures import ReadingPictures
from logbook.ui.reference.outside import open_outside
from logbook.ui.revisit.asked import Asked, answered_then, worded_then
from logbook.ui.revisit.earlier_card import EarlierCard
from logbook.ui.revisit.looked_at import LookedAt
from logbook.ui.revisit.now_part import NowPart
from logbook.ui.widgets.buttons import IconButton
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout

#: Below this width (at 100 % text size) the answers stand below each other.
_NARROW = 700
_ENTRY = ENTRY_SCHEME.removeprefix("(")


class ThenNowColumns(QWidget):
    """One question at a time.

    Signals:
        step_requested(int): 1 for the next question, -1 for the one before.
        lay_requested(): lay the earlier answer beside the new one.
        compare_requested(), close_requested(): rounds side by side; close the earlier round.
        reference_requested(str), entry_requested(str): follow a link.
        notice(str): a sentence for the strip of the window.
    """

    step_requested = Signal(int)
    lay_requested = Signal()
    compare_requested = Signal()
    close_requested = Signal()
    reference_requested = Signal(str)
    entry_requested = Signal(str)
    notice = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: LookedAt | None = None
        self._asked = Asked()
        self._covered: bool | None = None
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(4)
        self._build_head()
        self._build_columns()
        self._connect_signals()

    @property
    def can_lay(self) -> bool:
        """Whether there is a new answer to lay the earlier one beside."""
        return not self.now.lay.isHidden() and self.now.lay.isEnabled()

    def open(self, shown: LookedAt, draft: Draft | None) -> None:
        """Look back at this entry; without a draft the earlier round is still open."""
        self._shown, self._covered = shown, None
        self.now.open(draft)
        self._then_line.setText(shown.line)

    def set_earlier(self, shown: LookedAt) -> None:
        """The earlier entry changed elsewhere."""
        self._shown, self._covered = shown, None
        self._then_line.setText(shown.line)

    def clear(self) -> None:
        """Put everything away."""
        self._shown, self._covered = None, None
        self.earlier.cover("")
        self.now.clear()

    def show_question(self, asked: Asked, index: int, total: int) -> None:
        """Ask this question."""
        shown = self._shown
        assert shown is not None, "an entry was opened"
        self._asked, self._covered = asked, None
        title = shown.entry.exercise_title or self.tr("Vrije notitie")
        parts = [title]
        if total > 1:
            place = self.tr("vraag {number} van {total}")
            parts.append(place.format(number=index + 1, total=total))
        self._crumb.setText(" · ".join(parts))
        self.back.setVisible(total > 1)
        self.on.setVisible(total > 1)
        self.back.setEnabled(index > 0)
        self.on.setEnabled(index < total - 1)
        self._question.setText(asked.wording or self.tr("Wat zou je nu schrijven?"))
        worded = worded_then(shown.sections, asked)
        self._worded.setText(self.tr("Toen stond er: ‘{question}’").format(question=worded))
        self._worded.setVisible(bool(worded))
        self._show_explanation(asked)
        self.now.show_question(asked)
        self._arrange()

    def show_state(self, *, covered: bool, answered: bool, comparable: bool) -> None:
        """Cover the earlier answer or show it; say what can be done."""
        shown = self._shown
        assert shown is not None, "an entry was opened"
        self.now.show_state(covered=covered, answered=answered, comparable=comparable)
        if covered == self._covered:
            return
        self._covered = covered
        day = shown.spoken_day
        if covered:
            words = self.tr("Je antwoord van {day} ligt hieronder. Schrijf eerst, of kijk nu.")
            if self._asked.place is None:
                words = self.tr(
                    "Wat je schreef op {day}, ligt hieronder. Schrijf eerst, of kijk nu."
                )
            self.earlier.cover(words.format(day=day))
            return
        spoken = self.tr("Je antwoord van {day}").format(day=day)
        self.earlier.show_answer(self._html(shown), spoken)

    def focus_work(self) -> None:
        """Put the keyboard where the new answer is written."""
        if self.now.focus_field():
            return
        earlier = self.earlier.look if self.earlier.is_covered else self.earlier.text
        earlier.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_earlier(self) -> None:
        """Put the keyboard on the earlier answer."""
        self.earlier.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def has_cover_keyboard(self) -> bool:
        """Whether the keyboard is on the cover, or on the button that takes it away."""
        return self.earlier.look.hasFocus() or self.now.lay.hasFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # -- building ----------------------------------------------------------------------------------

    def _build_head(self) -> None:
        theme = self._context.theme
        row = QHBoxLayout()
        row.setSpacing(4)
        self._crumb = PlainLabel("", "muted", self, wrap=True)
        self.back = IconButton("arrow-left", self.tr("Vorige vraag"), theme, self, "muted", 16)
        self.on = IconButton("arrow-right", self.tr("Volgende vraag"), theme, self, "muted", 16)
        row.addWidget(self._crumb, 1)
        row.addWidget(self.back)
        row.addWidget(self.on)
        self._body.addLayout(row)
        self._question = PlainLabel("", "page-title", self, wrap=True)
        self._worded = PlainLabel("", "muted", self, wrap=True)
        self._body.addWidget(self._question)
        self._body.addWidget(self._worded)
        self._explained = QVBoxLayout()
        self._body.addLayout(self._explained)
        self._body.addSpacing(14)

    def _build_columns(self) -> None:
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(22)
        # Made first: one writes before one looks, also with Tab.
        self.now = NowPart(self._context, self)
        then = self._then = QVBoxLayout()
        then.setSpacing(7)
        self._then_line = PlainLabel("", "small", self, wrap=True)
        then.addWidget(self._then_line)
        self.earlier = EarlierCard(self._context.theme, self._picture, self)
        then.addWidget(self.earlier)
        then.addStretch(1)
        self._row.addLayout(then, 1)
        self._row.addWidget(self.now, 1)
        self._body.addLayout(self._row)

    def _connect_signals(self) -> None:
        self.back.clicked.connect(self.go_back)
        self.on.clicked.connect(self.go_on)
        self.earlier.uncover_requested.connect(self.lay_requested)
        self.earlier.link_activated.connect(self._on_link_activated)
        self.now.lay_requested.connect(self.lay_requested)
        self.now.compare_requested.connect(self.compare_requested)
        self.now.close_requested.connect(self.close_requested)
        self.now.reference_requested.connect(self.reference_requested)
        self.now.notice.connect(self.notice)
        self.now.width_wish_changed.connect(self._arrange)
        self._context.theme.changed.connect(self._on_theme_changed)

    # -- showing -----------------------------------------------------------------------------------

    def _show_explanation(self, asked: Asked) -> None:
        clear_layout(self._explained)
        block = asked.block
        if block is None or not block.body.strip():
            return
        made = Explanation(self._context.theme, block.body, None, 15, self)
        made.reference_requested.connect(self.reference_requested)
        made.setContentsMargins(0, 4, 0, 0)
        self._explained.addWidget(made)

    def _html(self, shown: LookedAt) -> str:
        theme = self._context.theme
        look = Look(theme.tokens, theme.px, UI_FAMILY)
        library = self._context.services.content.library()
        sections = answered_then(shown.sections, self._asked)
        html = render_entry(replace(shown.entry, source=""), sections, library, look)
        return html or f"<p>{self.tr('Hier schreef je toen niets.')}</p>"

    def _picture(self, address: str) -> object | None:
        theme, library = self._context.theme, self._context.services.content.library()
        return ReadingPictures(library, theme.tokens, theme.px, self.devicePixelRatioF())(address)

    @Slot()
    def _arrange(self) -> None:
        narrow = self.width() < self._context.theme.px(_NARROW) or self.now.wishes_width
        direction = QBoxLayout.Direction
        # Below each other one writes above, and what was written then lies below it.
        self._row.setDirection(direction.BottomToTop if narrow else direction.LeftToRight)
        beside = not narrow and self.now.is_one_field
        self._then.setStretch(1, int(beside))
        self._then.setStretch(2, int(not beside))

    # -- slots -------------------------------------------------------------------------------------

    @Slot()
    def go_back(self) -> None:
        """Ask for the question before this one."""
        self.step_requested.emit(-1)

    @Slot()
    def go_on(self) -> None:
        """Ask for the next question."""
        self.step_requested.emit(1)

    @Slot(str)
    def _on_link_activated(self, address: str) -> None:
        if address.startswith(_ENTRY):
            self.entry_requested.emit(address.removeprefix(_ENTRY))
        else:
            open_outside(self._context.messages, self.window(), address)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._arrange()
        if self._shown is not None and self._covered is False:
            self.earlier.text.set_html(self._html(self._shown))
