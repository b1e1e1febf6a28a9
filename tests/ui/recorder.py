# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A stand-in for `ui.messages.Messages` that shows nothing and keeps what was said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from logbook.ui.messages import Kind, Message


class Recorder(QObject):
    """`shown` holds every message; put captions in `answers` to answer questions."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Message] = []
        self.dismissed: list[int] = []
        self.cleared = 0
        self.answers: list[str] = []
        self.asked: list[tuple[str, str, tuple[str, ...]]] = []
        self.strip = QWidget()

    def show(
        self,
        text: str,
        kind: Kind = "info",
        action_text: str = "",
        action: Callable[[], Any] | None = None,
        timeout_ms: int | None = None,
    ) -> int:
        number = len(self.shown) + 1
        self.shown.append(Message(number, text, kind, action_text, action, timeout_ms or 0))
        return number

    def dismiss(self, number: int) -> None:
        self.dismissed.append(number)

    def clear(self) -> None:
        self.cleared += 1

    def set_quiet(self, quiet: bool) -> None:
        self.quiet = quiet

    def ask(self, parent: QWidget | None, title: str, text: str, *buttons: str) -> str:
        self.asked.append((title, text, buttons))
        chosen = self.answers.pop(0) if self.answers else buttons[-1]
        assert chosen in buttons
        return chosen

    def may_lose(self, parent: QWidget | None, title: str, text: str, lose: str, keep: str) -> bool:
        return self.ask(parent, title, text, lose, keep) == lose

    @property
    def texts(self) -> list[str]:
        return [message.text for message in self.shown]
