# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where Tab goes, for parts that make their fields later than the rest of the page."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def fields_in(*widgets: QWidget) -> list[QWidget]:
    """Everything that can have the keyboard, in the order in which it was made."""
    found: list[QWidget] = []
    for widget in widgets:
        for each in (widget, *widget.findChildren(QWidget)):
            if each.focusPolicy() is not Qt.FocusPolicy.NoFocus and each not in found:
                found.append(each)
    return found


def set_tab_order(anchor: QWidget, fields: Iterable[QWidget]) -> None:
    """Let Tab go through these fields in this order, beginning where `anchor` stands.

    Args:
        anchor: a container without keyboard that was made in its place, such as their parent.
    """
    chain = [anchor, *(field for field in fields if field is not anchor)]
    # Qt leaves out widgets that cannot have the keyboard, so containers can for a moment.
    containers = [each for each in chain if each.focusPolicy() is Qt.FocusPolicy.NoFocus]
    for container in containers:
        container.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for before, after in pairwise(chain):
        QWidget.setTabOrder(before, after)
    for container in containers:
        container.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def bring_into_place(anchor: QWidget, part: QWidget) -> None:
    """Let Tab come to everything in `part` right after `anchor`, in the order it has now.

    Containers come along: what is later put into them belongs at the same place. Neither of both
    has the keyboard itself.
    """
    first = next((each for each in fields_in(part) if each.focusProxy() is None), None)
    if first is None:
        return
    # Qt moves a widget together with its children when one of them stands in for it. Walking the
    # chain ourselves would make PySide take every next widget for a child of the one before.
    for container in (anchor, part):
        container.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    part.setFocusProxy(first)
    QWidget.setTabOrder(anchor, part)
    part.setFocusProxy(None)  # type: ignore[arg-type]
    for container in (anchor, part):
        container.setFocusPolicy(Qt.FocusPolicy.NoFocus)
