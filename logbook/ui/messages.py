# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where the window speaks to the user: a strip under its top, and questions to decide."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from logbook.ui.widgets.buttons import Button, IconButton
from logbook.ui.widgets.keyboard import give_keyboard_back
from logbook.ui.widgets.labels import PlainLabel, set_role

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from logbook.ui.theme import Theme

Kind = Literal["info", "success", "warning", "error"]

_ICONS = {
    "info": ("info", "accent"),
    "success": ("circle-check", "accent"),
    "warning": ("triangle-alert", "ochre"),
    "error": ("triangle-alert", "rose"),
}
#: How long a message stays, in milliseconds; with an act longer; 0 = until it is closed.
_STAY = {"info": 8_000, "success": 6_000, "warning": 0, "error": 0}
_STAY_WITH_ACT = 15_000
#: Of a message of more lines than the second number, so many are shown until the user asks for all.
_FIRST_LINES, _MOST_LINES = 2, 3


class Message(NamedTuple):
    """One message as it stands in the strip."""

    number: int
    text: str
    kind: Kind
    action_text: str = ""
    action: Callable[[], object] | None = None
    timeout_ms: int = 0


class MessageStrip(QFrame):
    """The strip itself: icon, text, act, close. Knows no rules about what to show.

    Signals:
        action_clicked(): the act beside the message.
        close_clicked(): the message may go.
    """

    action_clicked = Signal()
    close_clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind: Kind = "info"
        self._whole = ""
        self._before: QWidget | None = None
        #: Takes the keyboard when what had it before is gone.
        self.page: QWidget | None = None
        self.setProperty("role", "strip-info")
        self.hide()

    @cached_property
    def text(self) -> PlainLabel:
        """What the message says."""
        return PlainLabel("", "body", self, wrap=True)

    @cached_property
    def more(self) -> Button:
        """Unfolds a message of many lines."""
        return Button(self.tr("Alles lezen"), "link", "", self)

    @cached_property
    def action(self) -> Button:
        """The act that goes with the message."""
        return Button("", "link", "", self)

    @cached_property
    def close_button(self) -> IconButton:
        """Takes the message away."""
        return IconButton("x", self.tr("Melding sluiten"), self._theme, self)

    def _build(self) -> None:
        """Put the parts in their places; the first message does, most windows have none."""
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 7, 12, 7)
        row.setSpacing(12)
        self._icon = QLabel(self)
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.more)
        row.addWidget(self.action)
        row.addWidget(self.close_button)
        self.more.clicked.connect(self._unfold)
        self.action.clicked.connect(self.action_clicked)
        self.close_button.clicked.connect(self.close_clicked)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        self._theme.changed.connect(self._tint)

    def present(self, message: Message) -> None:
        """Show a message and say it to screen readers."""
        if self.layout() is None:
            self._build()
        self._kind = message.kind
        set_role(self, f"strip-{message.kind}")
        self._whole = message.text
        lines = message.text.splitlines()
        folded = len(lines) > _MOST_LINES
        self.text.setText("\n".join(lines[:_FIRST_LINES]) if folded else message.text)
        self.more.setVisible(folded)
        self.action.setText(message.action_text)
        self.action.setVisible(bool(message.action_text))
        self._tint()
        self.show()
        # Not at the top: its enumerations cost time before the first paint.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        event = QAccessibleAnnouncementEvent(self.text, message.text)
        if message.kind == "error":
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    def put_away(self) -> None:
        """Hide, and give the keyboard back to where it came from."""
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        before, self._before = self._before, None
        if inside:
            give_keyboard_back(before, self.page)
        self.hide()

    @Slot()
    def _unfold(self) -> None:
        self.text.setText(self._whole)
        self.close_button.setFocus()
        self.more.hide()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new):
            if old is not None and not self.isAncestorOf(old):
                self._before = old
        elif new is not None:
            self._before = None

    @Slot()
    def _tint(self) -> None:
        name, token = _ICONS[self._kind]
        self._icon.setPixmap(self._theme.pixmap(name, 18, token))


class Messages(QObject):
    """Shows messages in the strip; the newest is in view, errors wait until they are closed.

    Put `strip` into the window.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number = 0
        self._shown: list[Message] = []
        self._quiet = False
        self.strip = MessageStrip(theme)
        self.strip.action_clicked.connect(self._on_action_clicked)
        self.strip.close_clicked.connect(self._on_close_clicked)
        self._timer = QTimer(self.strip, singleShot=True)  # it must not outlive what it puts away
        self._timer.timeout.connect(self._on_timeout)

    def show(
        self,
        text: str,
        kind: Kind = "info",
        action_text: str = "",
        action: Callable[[], object] | None = None,
        timeout_ms: int | None = None,
    ) -> int:
        """Show a message, with an act (such as undo) when wished.

        Args:
            timeout_ms: how long it stays; 0 = until closed; None = as its kind asks.

        Returns:
            Its number, for `dismiss`.
        """
        if timeout_ms is None:
            timeout_ms = _STAY[kind]
            if timeout_ms and action is not None:
                timeout_ms = _STAY_WITH_ACT
        self._number += 1
        message = Message(self._number, text, kind, action_text, action, timeout_ms)
        # A message that only passes by gives way to a newer one; the same text stands once.
        self._shown = [m for m in self._shown if m.timeout_ms == 0 and m.text != text]
        self._shown.append(message)
        self._present()
        return message.number

    def dismiss(self, number: int) -> None:
        """Take a message away that is no longer true."""
        self._shown = [m for m in self._shown if m.number != number]
        self._present()

    def clear(self) -> None:
        """Take every message away."""
        self._shown.clear()
        self._present()

    def set_quiet(self, quiet: bool) -> None:
        """In focus mode only what went wrong is shown."""
        self._quiet = quiet
        self._present()

    def ask(self, parent: QWidget | None, title: str, text: str, *buttons: str) -> str:
        """Ask the user to decide.

        Args:
            buttons: captions; the first is the recommended one, the last is also Escape.

        Returns:
            The caption that was chosen.
        """
        return self._answer(QuestionDialog(title, text, buttons, parent))

    def may_lose(self, parent: QWidget | None, title: str, text: str, lose: str, keep: str) -> bool:
        """Ask before something is gone for good: Enter keeps it, and so does Escape.

        Args:
            lose, keep: captions of the answers.
        """
        return self._answer(QuestionDialog(title, text, (keep, lose), parent, keep)) == lose

    def _answer(self, dialog: QuestionDialog) -> str:
        dialog.exec()
        dialog.deleteLater()
        return dialog.chosen

    def _present(self) -> None:
        self._timer.stop()
        if not self._shown:
            self.strip.put_away()
            return
        message = self._shown[-1]
        if message.timeout_ms:
            self._timer.start(message.timeout_ms)
        if self._quiet and message.kind in ("info", "success"):
            self.strip.put_away()
        else:
            self.strip.present(message)

    @Slot()
    def _on_action_clicked(self) -> None:
        message = self._shown.pop()
        self._present()
        if message.action is not None:
            message.action()

    @Slot()
    def _on_close_clicked(self) -> None:
        if self._shown:
            self._shown.pop()
        self._present()

    @Slot()
    def _on_timeout(self) -> None:
        if self._shown and self._shown[-1].timeout_ms:
            if self.strip.isVisible() and self.strip.underMouse():
                self._timer.start(2_000)
                return
            self._shown.pop()
        self._present()


class QuestionDialog(QDialog):
    """A question with a few answers. `chosen` holds the caption of the answer.

    Args:
        buttons: captions; Enter is the first.
        escape: the caption that Escape stands for; "" for the last.
    """

    def __init__(
        self,
        title: str,
        text: str,
        buttons: tuple[str, ...],
        parent: QWidget | None = None,
        escape: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.chosen = escape or buttons[-1]
        self._body = body = QVBoxLayout(self)
        body.setContentsMargins(28, 24, 28, 22)
        body.setSpacing(12)
        heading = PlainLabel(title, "heading", self, wrap=True)
        words = PlainLabel(text, "body", self, wrap=True)
        words.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        body.addWidget(heading)
        body.addWidget(words)
        body.addSpacing(10)
        self._row = QHBoxLayout()
        self._row.setSpacing(10)
        self._row.addStretch(1)
        self._buttons = [
            self._build_button(caption, place == 0) for place, caption in enumerate(buttons)
        ]
        for each in reversed(self._buttons):
            self._row.addWidget(each)
        body.addLayout(self._row)
        self._words = words
        self._buttons[0].setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        # Only now is the look of every part known, and with it how much room it needs.
        self._fit()
        super().showEvent(event)

    def _fit(self) -> None:
        """As wide as reads well and as the answers need; they stand in a column when too long."""
        letter = self._words.fontMetrics().horizontalAdvance("n")
        margins = self._body.contentsMargins()
        beside = sum(each.sizeHint().width() + self._row.spacing() for each in self._buttons)
        needed = beside + margins.left() + margins.right()
        most = round(self.screen().availableGeometry().width() * 0.9)
        if needed > min(most, letter * 96):
            self._row.setDirection(QBoxLayout.Direction.BottomToTop)
            needed = 0
        width = min(max(needed, letter * 56), most)
        self.setFixedWidth(width)
        self.resize(width, self._body.totalHeightForWidth(width))

    def _build_button(self, caption: str, recommended: bool) -> Button:
        made = Button(caption, "primary" if recommended else "", "", self)
        made.setDefault(recommended)
        made.clicked.connect(self._on_button_clicked)
        return made

    @Slot()
    def _on_button_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.chosen = sender.text()
        self.accept()
