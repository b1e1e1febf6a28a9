# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where the keyboard goes when what had it goes off the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def give_keyboard_back(before: QWidget | None, instead: QWidget | None) -> None:
    """Return to where the keyboard was; when that is gone, to the first thing in `instead`.

    Left to itself Qt takes whatever comes next, which is the rail at the other side of the window.
    """
    places = [] if before is None or not isValid(before) else [before]
    chosen = next(_able(places), None)
    if chosen is None and instead is not None:
        chosen = next(_able(instead.findChildren(QWidget)), None)
    if chosen is not None:
        chosen.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)


def _able(places: Iterable[QWidget]) -> Iterator[QWidget]:
    tab = QtCore.Qt.FocusPolicy.TabFocus
    for each in places:
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & tab:
            yield each
