# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What the menu of a field offers for an unknown word: suggestions, learning, skipping.

A word with a capital is not offered to be learned: it is most often a name, and the user's own list
is no place for names.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QMenu

from logbook import texts
from logbook.core.errors import LogbookError
from logbook.services.changes import Changes
from logbook.ui.context import Context


class SpellingMenu(QObject):
    """Fills menus; learns and skips.

    Signals:
        explain_requested(): say why something at this place may be traced.
    """

    explain_requested = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def fill_word(self, menu: QMenu, word: str, put: Callable[[str], None]) -> None:
        """Put what can be done with an unknown word at the top of a menu.

        Args:
            put: writes another word in its place.
        """
        services = self._context.services
        actions: list[QAction] = []
        # Slow, so only now; the dictionary holds up the window from whatever thread it is asked.
        for suggestion in services.spelling.suggest(word):
            action = QAction(suggestion, menu)
            font = QFont(menu.font())
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(partial(self._put, put, suggestion))
            actions.append(action)
        if not actions:
            nothing = QAction(self.tr("Geen voorstellen"), menu)
            nothing.setEnabled(False)
            actions.append(nothing)
        actions.append(_line(menu))
        if services.keeps and may_learn(word):
            learn = QAction(self.tr("Toevoegen aan mijn woordenlijst"), menu)
            learn.triggered.connect(partial(self._learn, word))
            actions.append(learn)
        skip = QAction(self.tr("Overslaan"), menu)
        skip.triggered.connect(partial(self._skip, word))
        actions += [skip, _line(menu)]
        _put_first(menu, actions)

    def fill_trace(self, menu: QMenu) -> None:
        """Put the way to the explanation at the top of a menu."""
        explain = QAction(self.tr("Is iemand hier te herkennen? …"), menu)
        explain.setShortcut("Ctrl+.")
        explain.triggered.connect(self.explain_requested)
        _put_first(menu, [explain, _line(menu)])

    def _put(self, put: Callable[[str], None], word: str, _checked: bool = False) -> None:
        put(word)

    def _learn(self, word: str, _checked: bool = False) -> None:
        try:
            self._context.services.spelling.learn(word)
        except LogbookError as error:
            self._context.messages.show(texts.error_sentence(error), "error")
            return
        self._context.notifier.announce(Changes(words=True))

    def _skip(self, word: str, _checked: bool = False) -> None:
        self._context.services.spelling.skip(word)
        self._context.notifier.announce(Changes(words=True))


def may_learn(word: str) -> bool:
    """Whether a word can go on the user's own list: not when it may be a name."""
    return word == word.lower()


def _put_first(menu: QMenu, actions: list[QAction]) -> None:
    there = menu.actions()
    if there:
        menu.insertActions(there[0], actions)
    else:
        menu.addActions(actions)


def _line(menu: QMenu) -> QAction:
    line = QAction(menu)
    line.setSeparator(True)
    return line
