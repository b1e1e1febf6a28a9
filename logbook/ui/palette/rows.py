# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What stands in the list of Ctrl+K: rows in groups, and the model that shows them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from logbook.core.snippets import Range
from logbook.ui.navigation import Wish

Index = QModelIndex | QPersistentModelIndex


class Group(IntEnum):
    """The groups in the order of the list, when their best rows fit equally well."""

    RECENT = 0
    USED = 1
    EXERCISES = 2
    FORMS = 3
    ENTRIES = 4
    PAGES = 5
    LABELS = 6
    GOALS = 7
    SEARCHES = 8
    ACTIONS = 9
    TEXTS = 10


class Role(IntEnum):
    """Roles beyond Qt's own; `ROW` is None for the caption of a group."""

    ROW = Qt.ItemDataRole.UserRole


class Row(NamedTuple):
    """One thing to open or do.

    Args:
        key: what it is, the same at every run: `exercise:ID`, `entry:ID`, `action:NAME`.
        title: its name, on one line.
        detail: a second line, "" for none.
        icon: the name of a line icon.
        keys: its shortcut in words, "" for none.
        wish: where Enter leads; None for an action or a choice, which `key` tells.
        other: where Ctrl+Enter leads, None when that makes no sense.
        other_text: what Ctrl+Enter does, in words.
        marks: ranges of the title that fit what was typed; `detail_marks` the same below it.
    """

    key: str
    title: str
    detail: str = ""
    icon: str = ""
    keys: str = ""
    wish: Wish | None = None
    other: Wish | None = None
    other_text: str = ""
    marks: tuple[Range, ...] = ()
    detail_marks: tuple[Range, ...] = ()

    @property
    def spoken(self) -> str:
        """The row for a screen reader."""
        return ", ".join(filter(None, (self.title, self.detail, self.keys)))


class Part(NamedTuple):
    """A group with the rows that are shown of it."""

    caption: str
    rows: tuple[Row, ...]


class PaletteModel(QAbstractListModel):
    """Captions and rows below each other; captions cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[str | Row] = []

    def show(self, parts: Sequence[Part]) -> None:
        """Show these groups instead of what was there."""
        self.beginResetModel()
        self._lines = []
        for part in parts:
            self._lines += [part.caption, *part.rows]
        self.endResetModel()

    @property
    def count(self) -> int:
        """How many rows there are, without the captions."""
        return sum(isinstance(line, Row) for line in self._lines)

    def row_at(self, line: int) -> Row | None:
        """The row on this line; None for a caption, and outside the list."""
        found = self._lines[line] if 0 <= line < len(self._lines) else None
        return found if isinstance(found, Row) else None

    def line_of(self, key: str) -> int:
        """The line of the row with this key, -1 when it is not there."""
        return next(
            (n for n, line in enumerate(self._lines) if isinstance(line, Row) and line.key == key),
            -1,
        )

    def lines(self) -> list[int]:
        """The lines that can be chosen, in order."""
        return [n for n, line in enumerate(self._lines) if isinstance(line, Row)]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.row_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Role.ROW:
            return line if isinstance(line, Row) else None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title if isinstance(line, Row) else line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken if isinstance(line, Row) else line
        return None
