# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The mistakes in a file, one a line: to read, to copy, and to go to the block they are in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from logbook import texts
from logbook.core.library import Problem
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel

#: The list is at most so tall (at 100 % text size), and never more than a part of the window.
_TALLEST = 200
_PART = 0.3
_LINE = Qt.ItemDataRole.UserRole


class _List(QListWidget):
    """Tells when its lines may break elsewhere.

    Signals:
        resized(): it has another size.
    """

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class MistakesPanel(QFrame):
    """Hidden while the file is in order.

    Signals:
        line_chosen(int): the user wants to see where this line of the file shows.
    """

    line_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "strip-warning")
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 12, 24, 12)
        body.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(10)
        self._icon = QLabel(self)
        self.heading = PlainLabel("", "strong", self, wrap=True)
        self.copy_button = Button(self.tr("Kopieer"), "quiet", "copy", self)
        self.copy_button.setToolTip(self.tr("Kopieer wat je gekozen hebt, of anders alles"))
        row.addWidget(self._icon)
        row.addWidget(self.heading, 1)
        row.addWidget(self.copy_button)
        body.addLayout(row)
        self.list = _List(self)
        self.list.setAccessibleName(self.tr("Fouten in het bestand"))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        body.addWidget(self.list)
        self._fit_timer = QTimer(self, singleShot=True, interval=0)
        self._connect_signals()
        self._on_theme_changed()
        self.hide()

    def show_problems(self, problems: Sequence[Problem], *, has_exercise: bool) -> None:
        """Show these mistakes; none hides the panel.

        Args:
            has_exercise: whether an earlier version of the exercise is on screen below.
        """
        kept = [self.list.item(row).text() for row in range(self.list.count())]
        lines = [sentence_of(problem) for problem in problems]
        if lines != kept:
            self.list.clear()
            for problem, text in zip(problems, lines, strict=True):
                item = QListWidgetItem(text, self.list)
                item.setData(_LINE, problem.line)
        self.heading.setText(self._heading(problems, has_exercise=has_exercise))
        self.setVisible(bool(problems))
        self._fit_timer.start()

    def _connect_signals(self) -> None:
        self.list.resized.connect(self._fit_timer.start)
        self.list.itemActivated.connect(self._on_item_activated)
        self.list.itemClicked.connect(self._on_item_activated)
        self.copy_button.clicked.connect(self._on_copy)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.list)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(self._on_copy)
        self._fit_timer.timeout.connect(self._fit)
        self._theme.changed.connect(self._on_theme_changed)

    def _heading(self, problems: Sequence[Problem], *, has_exercise: bool) -> str:
        if any(problem.line for problem in problems):
            found = texts.count(len(problems), self.tr("fout"), self.tr("fouten"))
            words = self.tr("{found} in dit bestand.").format(found=found)
        else:
            words = self.tr("Dit bestand is nu niet te gebruiken.")
        if has_exercise:
            return words + " " + self.tr("Je ziet de laatste versie zonder fouten.")
        return words

    @Slot(QListWidgetItem)
    def _on_item_activated(self, item: QListWidgetItem) -> None:
        if item.data(_LINE):
            self.line_chosen.emit(item.data(_LINE))

    @Slot()
    def _on_copy(self) -> None:
        items = self.list.selectedItems() or [
            self.list.item(row) for row in range(self.list.count())
        ]
        chosen = sorted(items, key=self.list.row)
        QGuiApplication.clipboard().setText("\n".join(item.text() for item in chosen))

    @Slot()
    def _fit(self) -> None:
        """As tall as the sentences, up to a limit; the rest scrolls."""
        self.list.doItemsLayout()
        rows = [self.list.visualItemRect(self.list.item(n)) for n in range(self.list.count())]
        around = self.list.height() - self.list.viewport().height()
        needed = sum(row.height() + 2 * self.list.spacing() for row in rows) + around + 2
        most = min(self._theme.px(_TALLEST), round(self.window().height() * _PART))
        height = max(min(needed, most), 1)
        if self.list.minimumHeight() != height or self.list.maximumHeight() != height:
            self.list.setFixedHeight(height)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._icon.setPixmap(self._theme.pixmap("triangle-alert", 18, "ochre"))
        self._fit_timer.start()


def sentence_of(problem: Problem) -> str:
    """A mistake as it stands in the list: the line of the file, then what is wrong."""
    return f"Regel {problem.line}: {problem.message}" if problem.line else problem.message
