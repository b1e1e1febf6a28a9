# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where Tab goes, for parts that make their fields later than the rest of the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

#: No stand-in; the stubs of PySide do not know that there may be none.
_NOBODY: Any = None


#: How Qt calls the inside of a scroll area. The area stands in for it, and to ask who does makes
#: PySide take the area for a child of its own inside: both would be let go of together.
_VIEWPORT = "qt_scrollarea_viewport"


def fields_in(*widgets: QWidget) -> list[QWidget]:
    """Everything that can have the keyboard, in the order in which it was made.

    Containers that give it to a part of theirs come along: Qt stops at these too.
    """
    found: list[QWidget] = []
    for widget in widgets:
        for each in (widget, *widget.findChildren(QWidget)):
            if each.objectName() == _VIEWPORT:
                continue
            able = each.focusPolicy() is not Qt.FocusPolicy.NoFocus or _gives_it_on(each)
            if able and each not in found:
                found.append(each)
    return found


def _gives_it_on(widget: QWidget) -> bool:
    proxy = widget.focusProxy()
    return proxy is not None and widget.isAncestorOf(proxy)


def set_tab_order(anchor: QWidget, fields: Iterable[QWidget]) -> None:
    """Let Tab go through these fields in this order, beginning where `anchor` stands.

    Args:
        anchor: a container without keyboard that was made in its place, such as their parent.
    """
    chain = [anchor, *(field for field in fields if field is not anchor)]
    with _taking_the_keyboard(*chain):
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)


def bring_into_place(anchor: QWidget, part: QWidget) -> None:
    """Let Tab come to everything in `part` right after `anchor`, in the order it has now.

    Containers come along: what is later put into them belongs at the same place.
    """
    first = next((each for each in fields_in(part) if each.focusProxy() is None), None)
    if first is None:
        return
    with _taking_the_keyboard(anchor, part):
        # Qt moves a widget together with its children when one of them stands in for it. Walking
        # the chain ourselves would make PySide take every next widget for a child of the last.
        part.setFocusProxy(first)
        QWidget.setTabOrder(anchor, part)
        part.setFocusProxy(_NOBODY)


@contextmanager
def _taking_the_keyboard(*widgets: QWidget) -> Iterator[None]:
    """Let containers take the keyboard for a moment: Qt orders nothing that cannot.

    Who stands in for a container is kept out of it, as both would share one policy.
    """
    containers = [each for each in widgets if each.focusPolicy() is Qt.FocusPolicy.NoFocus]
    proxies: list[Any] = [each.focusProxy() for each in containers]
    for container in containers:
        container.setFocusProxy(_NOBODY)
        container.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    yield
    for container, proxy in zip(containers, proxies, strict=True):
        container.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        container.setFocusProxy(proxy)
