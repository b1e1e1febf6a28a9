# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Intentions below each other: what was going to be tried, how it went, and the form for that."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from logbook import texts
from logbook.core.entry import Answer
from logbook.core.errors import LogbookError
from logbook.core.follow_up import IntentionReturn
from logbook.core.practice import Intention
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.tab_order import bring_into_place, fields_in, set_tab_order
from logbook.ui.revisit.intention_form import IntentionForm
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.columns import FlowLayout
from logbook.ui.widgets.dates import local_day, long_day, short_day
from logbook.ui.widgets.flow_label import FlowLabel
from logbook.ui.widgets.frames import Separator
from logbook.ui.widgets.labels import PlainLabel
from logbook.ui.widgets.layouts import clear_layout, settle_layouts

#: So many characters of an intention stand in a short list; its form and its round have all.
_SHORT = 180


#: What stays free above and below what is brought into view.
_AIR = 24


class IntentionItem(QWidget):
    """One intention: its first answer, the others with their question, and how it went.

    Args:
        short: only its words and where it comes from.

    Signals:
        round_chosen(str): the entry id of what it was written in.
        opened(): the form is there.
        answered(): the form was closed; what was written is kept.
    """

    round_chosen = Signal(str)
    opened = Signal()
    answered = Signal()

    def __init__(
        self,
        context: Context,
        intention: Intention,
        *,
        short: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.intention = intention
        self.form: IntentionForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(5)
        first, *others = intention.answers
        words = answer_words(first)
        if short and len(words) > _SHORT:
            words = f"{words[:_SHORT].rstrip()} …"
        self._column.addWidget(PlainLabel(words, "reading", self, wrap=True))
        if not short:
            for answer in others:
                self._column.addWidget(
                    PlainLabel(answer.wording.prompt_text, "small", self, wrap=True)
                )
                self._column.addWidget(PlainLabel(answer_words(answer), "body", self, wrap=True))
            for each in intention.returns:
                self._add_return(each)
        self._build_foot(short=short)

    def open_form(self) -> None:
        """Ask how it went, below its words."""
        if self.form is not None:
            self.form.setFocus()
            return
        try:
            form = IntentionForm(self._context, self.intention, self)
        except LogbookError as error:
            self._context.messages.show(texts.error_sentence(error), "error")
            return
        self.form = form
        form.setContentsMargins(0, 10, 0, 4)
        form.done.connect(self._on_form_done)
        self._column.addWidget(form)
        bring_into_place(self.ask, form)
        self.ask.hide()
        form.show()
        self.opened.emit()
        form.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, form, self._bring_into_view)

    @Slot()
    def _bring_into_view(self) -> None:
        scroll_to(self)

    def _add_return(self, returned: IntentionReturn) -> None:
        day = short_day(local_day(returned.written_at))
        tried = returned.words.lower()
        said = self.tr("{day} · geprobeerd: {tried}").format(day=day, tried=tried) if tried else day
        self._column.addSpacing(4)
        self._column.addWidget(PlainLabel(said, "small", self, wrap=True))
        for text in (returned.happened, returned.next):
            if text.strip():
                self._column.addWidget(PlainLabel(text.strip(), "body", self, wrap=True))

    def _build_foot(self, *, short: bool) -> None:
        intention = self.intention
        foot = QWidget(self)
        flow = FlowLayout(foot, 12)
        written = short_day(local_day(intention.written_at))
        title = intention.exercise_title or self.tr("Eigen voornemen")
        parts = [written, title]
        day = intention.date
        if intention.is_open and day is not None and day > self._context.services.today():
            parts.append(self.tr("komt terug op {day}").format(day=short_day(day)))
        flow.addWidget(FlowLabel(" · ".join(parts), "small", foot, wrap=True))
        self.ask = Button(self.tr("Hoe ging het?"), "" if short else "link", "", foot)
        self.ask.setAccessibleName(
            self.tr("Hoe ging het: {words}").format(words=intention.text or title)
        )
        self.ask.clicked.connect(self.open_form)
        self.ask.setVisible(intention.is_open)
        self.read_button = Button(self.tr("Lees deze ronde"), "link", "", foot)
        if intention.is_own:
            self.read_button.setText(self.tr("Lees waar dit bij hoort"))
        self.read_button.setAccessibleName(
            self.tr("Lees de ronde van {day}: {title}").format(day=written, title=title)
        )
        self.read_button.clicked.connect(self._on_read_clicked)
        self.read_button.setVisible(not short)
        flow.addWidget(self.ask)
        flow.addWidget(self.read_button)
        self._column.addWidget(foot)

    @Slot()
    def _on_read_clicked(self) -> None:
        self.round_chosen.emit(self.intention.entry_id)

    @Slot()
    def _on_form_done(self) -> None:
        form = self.form
        if form is None:
            return
        self.form = None
        form.hide()
        self._column.removeWidget(form)
        form.deleteLater()
        self.ask.show()
        self.ask.setFocus(Qt.FocusReason.OtherFocusReason)
        if form.is_changed:
            self._context.messages.show(
                self.tr("Wat je schreef, staat bij je voornemen."),
                "success",
                self.tr("Ongedaan maken"),
                form.take_back,
            )
        self.answered.emit()


class IntentionList(QWidget):
    """Intentions in the order they are given. A form that is open stays open.

    Args:
        nothing: what stands there when there are none; "" leaves it empty.

    Signals:
        round_chosen(str): the entry id of a round to read.
        opened(): a form came into view.
        answered(): a form was closed; show the intentions anew.
    """

    round_chosen = Signal(str)
    opened = Signal()
    answered = Signal()

    def __init__(
        self,
        context: Context,
        nothing: str = "",
        *,
        short: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._nothing = nothing
        self._short = short
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._shown: tuple[Intention, ...] | None = None
        self.items: list[IntentionItem] = []

    @property
    def form(self) -> IntentionForm | None:
        """The form that is open."""
        return next((item.form for item in self.items if item.form is not None), None)

    def set_intentions(self, intentions: Sequence[Intention]) -> None:
        """Show these intentions; not while one is being answered."""
        if self.form is not None or tuple(intentions) == self._shown:
            return
        self._shown = tuple(intentions)
        held = self._with_keyboard()
        clear_layout(self._column)
        self.items = []
        for intention in intentions:
            if self.items:
                self._column.addWidget(Separator(self))
            shown = IntentionItem(self._context, intention, short=self._short, parent=self)
            shown.round_chosen.connect(self.round_chosen)
            shown.opened.connect(self.opened)
            shown.answered.connect(self.answered)
            self._column.addWidget(shown)
            self.items.append(shown)
        set_tab_order(self, fields_in(*self.items))
        if not intentions and self._nothing:
            self._column.addWidget(PlainLabel(self._nothing, "muted", self, wrap=True))
        if held is not None:
            self._give_keyboard(*held)

    def _with_keyboard(self) -> tuple[int, IntentionItem] | None:
        """The place and the item that the keyboard is in; None when it is elsewhere."""
        focus = QApplication.focusWidget()
        for place, item in enumerate(self.items):
            if focus is not None and item.isAncestorOf(focus):
                return place, item
        return None

    def _give_keyboard(self, place: int, before: IntentionItem) -> None:
        """Put it at the same intention, else at the one that stands in its place now."""
        same = (item for item in self.items if item.intention.key == before.intention.key)
        item = next(same, None) or next(iter(self.items[place:] or self.items[-1:]), None)
        if item is not None:
            item.show()
            button = item.ask if item.intention.is_open else item.read_button
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> bool:
        """Keep what is being written; whether that went well."""
        return self.form is None or self.form.flush()

    def rescue_text(self) -> str:
        """What is on screen and could not be kept."""
        return "" if self.form is None else self.form.rescue_text()


def answer_words(answer: Answer) -> str:
    """What the user gave, as plain text."""
    day = answer.value.day
    return answer.value.words().strip() or (long_day(day) if day is not None else "")


def scroll_to(widget: QWidget) -> None:
    """Bring a widget into view in the column it stands in, with what was added above it."""
    settle_layouts()
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if not isinstance(above, QScrollArea):
        return
    content = above.widget()
    if widget.height() + 2 * _AIR > above.viewport().height() and content is not None:
        top = widget.mapTo(content, QPoint(0, 0)).y()  # all of it has no room: begin at its top
        above.verticalScrollBar().setValue(top - _AIR)
    else:
        above.ensureWidgetVisible(widget, 0, _AIR)
