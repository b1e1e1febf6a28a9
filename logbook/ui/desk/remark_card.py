# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One remark of the supervisor beside the text: being written, or given back with its thread."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from logbook.core.packet import Author, Remark, RemarkKind
from logbook.core.text import shorten
from logbook.texts.remarks import REMARK_KINDS, about_passage, since_words
from logbook.ui.desk.growing_field import GrowingField
from logbook.ui.desk.packet_reader import KINDS
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button, IconButton
from logbook.ui.widgets.labels import Chip, PlainLabel, set_role
from logbook.ui.widgets.menus import passing_menu, popup_below
from logbook.ui.widgets.shortcuts import add_shortcut

_QUOTE = 70
#: The look of a card by its kind, as `styles_remarks` numbers them.
_LOOK = {
    RemarkKind.QUESTION: 0,
    RemarkKind.RECOGNITION: 1,
    RemarkKind.MIRROR: 2,
    RemarkKind.THEORY: 3,
    RemarkKind.TIP: 1,
}


def kind_word(kind: RemarkKind) -> str:
    """`Vraag`."""
    word = REMARK_KINDS[kind]
    return word[:1].upper() + word[1:]


class RemarkCard(QFrame):
    """The frame of one remark: its kind as a word, the words it is about, and a thread.

    Signals:
        activated(str): the user turned to this remark.
    """

    activated = Signal(str)

    def __init__(self, theme: Theme, remark: Remark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.remark = remark
        self._on = False
        self.setProperty("role", f"remark-{_LOOK[remark.kind]}")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(14, 10, 12, 12)
        self.body.setSpacing(6)
        self.head = QHBoxLayout()
        self.head.setSpacing(6)
        self.body.addLayout(self.head)
        if quote := remark.given_on:
            words = about_passage(shorten(" ".join(quote.split()), _QUOTE)) + since_words(remark)
            label = PlainLabel(words, "small", self, wrap=True)
            label.setToolTip("")
            self.body.addWidget(label)

    def set_current(self, current: bool) -> None:
        """Stand out, because its passage does."""
        self._on = current
        self._show_role()

    def _show_role(self) -> None:
        set_role(self, f"remark-{_LOOK[self.remark.kind]}{'-on' if self._on else ''}")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.activated.emit(self.remark.id)


class DraftCard(RemarkCard):
    """A remark that is being written.

    Args:
        about: what a reply answers, "" for a remark.

    Signals:
        text_edited(str, str): id and words.
        kind_chosen(str, RemarkKind): id and kind.
        remove_requested(str): id.
        left(str): the user is ready with it and wants to read on; id.
    """

    text_edited = Signal(str, str)
    kind_chosen = Signal(str, object)
    remove_requested = Signal(str)
    left = Signal(str)

    def __init__(
        self, theme: Theme, remark: Remark, about: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, remark, parent)
        word = kind_word(remark.kind)
        quote = shorten(" ".join(remark.quote.exact.split()), 60) if remark.quote else about
        self.kind = Button(word, "chip", "", self)
        self.kind.setAccessibleName(self.tr("Soort: {kind}. Kies een andere").format(kind=word))
        self.kind.clicked.connect(self._on_kind_clicked)
        self.kind.setVisible(not about)
        self.head.addWidget(self.kind)
        if about:
            self.head.addWidget(PlainLabel(self.tr("Jouw antwoord"), "small", self))
        self.head.addStretch(1)
        self.remove = IconButton(
            "trash-2", self.tr("Verwijderen: {what}").format(what=quote), theme, self, "muted", 16
        )
        self.remove.clicked.connect(self._on_remove_clicked)
        self.head.addWidget(self.remove)
        name = self.tr("{kind} bij: {quote}").format(kind=word, quote=quote)
        if about:
            name = self.tr("Antwoord op: {words}").format(words=quote)
        self.field = GrowingField(
            theme, name, self.tr("Schrijf je opmerking …"), 1, self, bare=True
        )
        self.field.fill(remark.text)
        self.body.addWidget(self.field)
        for keys in ("Escape", "Ctrl+Return", "Ctrl+Enter"):
            add_shortcut(self, keys, self._on_ready)
        self.field.edited.connect(self._on_field_edited)
        self.field.entered.connect(self._on_field_entered)

    @Slot(str)
    def _on_field_edited(self, text: str) -> None:
        self.text_edited.emit(self.remark.id, text)

    @Slot()
    def _on_ready(self) -> None:
        self.left.emit(self.remark.id)

    @Slot()
    def _on_field_entered(self) -> None:
        self.activated.emit(self.remark.id)

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.remove_requested.emit(self.remark.id)

    @Slot()
    def _on_kind_clicked(self) -> None:
        menu = passing_menu(self)
        for kind in KINDS:
            action = QAction(kind_word(kind), menu)
            action.setData(kind.value)
            action.setCheckable(True)
            action.setChecked(kind is self.remark.kind)
            menu.addAction(action)
        menu.triggered.connect(self._on_menu_triggered)
        popup_below(menu, self.kind)

    @Slot(QAction)
    def _on_menu_triggered(self, action: QAction) -> None:
        self.kind_chosen.emit(self.remark.id, RemarkKind(action.data()))


class GivenCard(RemarkCard):
    """A remark that was given back, or of an earlier round, with what was said since.

    Args:
        state: such as `teruggegeven 21 nov`.
        thread: replies in order.
        names: how student and reader are called.

    Signals:
        reply_requested(str): id of what is to be answered.
        left(str): the user wants to read on; id.
    """

    reply_requested = Signal(str)
    left = Signal(str)

    def __init__(
        self,
        theme: Theme,
        remark: Remark,
        state: str,
        thread: Iterable[Remark],
        student: str,
        can_reply: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, remark, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        thread = tuple(thread)
        spoken = [kind_word(remark.kind), state, remark.text, *(r.text for r in thread)]
        self.setAccessibleName(shorten(", ".join(filter(None, spoken)), 400))
        add_shortcut(self, "Escape", self._on_ready)
        self.head.addWidget(Chip(kind_word(remark.kind), "neutral", self))
        self.head.addStretch(1)
        self.body.addWidget(PlainLabel(remark.text, "body", self, wrap=True))
        last = remark
        for reply in thread:
            said = student if reply.author is Author.STUDENT else self.tr("jij")
            frame = QFrame(self)
            frame.setProperty("role", "reply")
            inner = QVBoxLayout(frame)
            inner.setContentsMargins(10, 2, 0, 2)
            inner.setSpacing(1)
            inner.addWidget(PlainLabel(said, "small", frame))
            inner.addWidget(PlainLabel(reply.text, "body", frame, wrap=True))
            self.body.addWidget(frame)
            last = reply
        if state:
            self.body.addWidget(PlainLabel(state, "small", self, wrap=True))
        self._last = last
        if can_reply:
            self.reply = Button(self.tr("Antwoorden"), "aside", "", self)
            self.reply.setAccessibleName(
                self.tr("Antwoorden op: {words}").format(words=shorten(last.text, 60))
            )
            self.reply.clicked.connect(self._on_reply_clicked)
            row = QHBoxLayout()
            row.addWidget(self.reply)
            row.addStretch(1)
            self.body.addLayout(row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.activated.emit(self.remark.id)

    @Slot()
    def _on_ready(self) -> None:
        self.left.emit(self.remark.id)

    @Slot()
    def _on_reply_clicked(self) -> None:
        self.reply_requested.emit(self._last.id)
