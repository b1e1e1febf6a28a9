# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a field asks whoever keeps its links, before it uses a key or a click itself."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeyEvent, QMouseEvent


class Links(Protocol):
    """The links of one field; `EntryLinks` says what each answer means."""

    def wants(self, event: QKeyEvent) -> bool: ...
    def press(self, event: QKeyEvent) -> bool: ...
    def click(self, event: QMouseEvent) -> bool: ...
    def tell(self, point: QPoint, on_screen: QPoint) -> bool: ...
    def close(self) -> None: ...
