# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A choice of roles for one finding, and a field for words of one's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from logbook.core.kept import ROLE_LIMIT

#: So many proposals are in view where there is room.
ROWS = 5


class RoleChooser(QWidget):
    """Proposals, the first one chosen; what is typed below goes before them.

    Signals:
        role_changed(): another role is chosen, or none.
        accepted(): Enter was pressed, or a proposal was clicked twice.
    """

    role_changed = Signal()
    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Wat er in plaats daarvan kan staan"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.own = QLineEdit(self)
        self.own.setMaxLength(ROLE_LIMIT)
        self.own.setPlaceholderText(self.tr("Of in je eigen woorden"))
        self.own.setAccessibleName(self.tr("Eigen woorden die er kunnen staan"))
        body.addWidget(self.list)
        body.addWidget(self.own)
        self.list.currentRowChanged.connect(self.role_changed)
        self.list.itemActivated.connect(self.accepted)
        self.own.textChanged.connect(self._on_own_changed)
        self.own.returnPressed.connect(self.accepted)

    @property
    def role(self) -> str:
        """The words to put there; "" when there are none."""
        typed = " ".join(self.own.text().split())
        item = self.list.currentItem()
        return typed or (item.text() if item is not None else "")

    def offer(self, roles: Sequence[str]) -> None:
        """Show these proposals, the first one chosen."""
        self.own.clear()
        self.list.clear()
        for role in roles:
            QListWidgetItem(role, self.list).setToolTip(role)
        self.list.setCurrentRow(0)
        self.fit()

    def fit(self, rows: int = ROWS) -> None:
        """As high as the proposals, up to so many rows."""
        row = self.list.sizeHintForRow(0) if self.list.count() else 0
        self.list.setFixedHeight(max(min(self.list.count(), rows) * row + 6, 1))

    @Slot()
    def _on_own_changed(self) -> None:
        # What is typed counts; a marked row beside it would say something else.
        if self.own.text().strip():
            self.list.setCurrentRow(-1)
        elif self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.role_changed.emit()
