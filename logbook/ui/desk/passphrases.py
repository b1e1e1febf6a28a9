# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Passphrases that fitted, in memory only: often a group has one, so it is asked for once."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from logbook import texts
from logbook.core.share_errors import PassphraseWrong
from logbook.ui.desk.dialogs import PassphraseDialog
from logbook.ui.theme import Theme

_T = TypeVar("_T")
#: So many are tried by themselves, the last ones first: each takes a noticeable time.
_TRIED = 4


class Passphrases:
    """Tries what fitted before, and asks for another until one fits or the user stops."""

    def __init__(self, theme: Theme, view: QWidget) -> None:
        self._theme = theme
        self._view = view
        self._fitted: list[str] = []

    def open(self, act: Callable[[str], _T], question: str, cancel: str = "") -> _T | None:
        """What an act gives with a passphrase that fits; None when the user stopped.

        Args:
            act: raises PassphraseWrong for one that does not fit.
            cancel: the caption of the button to stop with, "" for the usual one.

        Raises:
            LogbookError: any other one of the act.
        """
        for known in self._fitted[: -_TRIED - 1 : -1]:
            with contextlib.suppress(PassphraseWrong):
                gained = _waited(act, known)
                self._remember(known)
                return gained
        refused = ""
        while True:
            given = PassphraseDialog.ask(self._theme, question, self._view, refused, cancel)
            if given is None:
                return None
            try:
                gained = _waited(act, given)
            except PassphraseWrong as error:
                refused = texts.error_sentence(error)
                continue
            self._remember(given)
            return gained

    def _remember(self, fitted: str) -> None:
        self._fitted = [*(known for known in self._fitted if known != fitted), fitted]


def _waited(act: Callable[[str], _T], passphrase: str) -> _T:
    # Making a key from a passphrase takes a while on purpose.
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        return act(passphrase)
    finally:
        QApplication.restoreOverrideCursor()
