# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Names the files that could not be loaded, and on request every sentence with file and line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from logbook import texts
from logbook.core.library import Problem
from logbook.ui.theme import Theme
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel

#: So many sentences stand on the screen; `logbook exercises check` shows all.
_MOST = 100


class ProblemsNote(QFrame):
    """A quiet line at the bottom of the library; hidden when all files are in order."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "panel")
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 8, 24, 8)
        body.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(10)
        self._icon = QLabel(self)
        self.summary = PlainLabel("", "small", self, wrap=True)
        self.toggle = Button("", "link", "", self)
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._on_toggled)
        row.addWidget(self._icon)
        row.addWidget(self.summary, 1)
        row.addWidget(self.toggle)
        body.addLayout(row)
        self.sentences = PlainLabel("", "small", wrap=True)
        self.sentences.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.sentences.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self.sentences)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body.addWidget(self._scroll)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self._on_toggled(False)
        self.hide()

    def set_problems(self, problems: Sequence[Problem]) -> None:
        """Show these mistakes, by file and line."""
        files = {problem.path for problem in problems}
        only = all(_is_exercise(path) for path in files)
        self.summary.setText(texts.not_loaded(len(files), only_exercises=only))
        lines = [str(problem) for problem in sorted(problems)[:_MOST]]
        if len(problems) > _MOST:
            lines.append(self.tr("… en nog {count}").format(count=len(problems) - _MOST))
        self.sentences.setText("\n".join(lines))
        self.setVisible(bool(problems))

    @Slot(bool)
    def _on_toggled(self, shown: bool) -> None:
        self.toggle.setText(self.tr("Verberg") if shown else self.tr("Bekijk wat er mis is"))
        self._scroll.setVisible(shown)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._icon.setPixmap(self._theme.pixmap("triangle-alert", 16, "ochre"))
        self._scroll.setFixedHeight(self._theme.px(110))


def _is_exercise(path: str) -> bool:
    parts = PurePath(path.replace("\\", "/")).parts
    return parts[-1:] != ("chapter.md",) and not {"decks", "resources"}.intersection(parts)
