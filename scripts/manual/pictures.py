# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Pictures of the examples in the manual: the real steps, on a real logbook that is thrown away.

Light, 100 %, as wide as a reading column. Which examples there are is `examples`, what is
filled in `words`.
"""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt, QThreadPool
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from logbook.bootstrap import open_services
from logbook.paths import Paths, find_paths
from logbook.settings import Settings
from logbook.ui.context import Context
from logbook.ui.demo.hands import settle
from logbook.ui.exercise.draft import Draft
from logbook.ui.exercise.step_column import StepColumn
from logbook.ui.memory import WindowMemory
from logbook.ui.messages import Messages
from logbook.ui.notifier import Notifier
from logbook.ui.preferences import Preferences
from logbook.ui.preview.preview_window import PreviewWindow
from logbook.ui.theme import Theme
from scripts.manual.examples import (
    FIRST,
    PICTURES,
    exercise_id,
    keep_hashes,
    lay_out,
    read_manual,
    with_mistakes,
)
from scripts.manual.shots import Shot, hashes, shots
from scripts.manual.words import WORDS

WIDTH = 760
_HIGH_ENOUGH = 4_000
_AROUND = 18
_PREVIEW = (1_000, 640)
_NOW = datetime(2026, 11, 9, 14, 5, tzinfo=UTC)


def make_pictures(app: QApplication) -> None:
    """Make every picture of the manual anew, and write down what it was made of."""
    manual = read_manual()
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory(prefix="logboek-manual-") as home:
        paths = find_paths({"LOGBOOK_HOME": home})
        lay_out(manual, paths.own_exercises)
        theme = Theme(app)
        theme.apply(Settings())
        studio = _Studio(paths, theme)
        for name, shot in shots(manual).items():
            if shot.source in manual.examples:
                image = studio.step(name, shot)
            else:
                image = studio.preview(paths.own_exercises / FIRST, name == "preview-mistake")
            image.save(str(PICTURES / f"{name}.png"), "PNG", 0)
        studio.close()
        app.styleHints().unsetColorScheme()
    keep_hashes(hashes(manual))


class _Studio:
    """Shows steps and previews on one throw-away logbook."""

    def __init__(self, paths: Paths, theme: Theme) -> None:
        self._paths = paths
        self._theme = theme
        self._services = open_services(paths, create=True, now=lambda: _NOW)
        preferences = Preferences(paths.settings, Settings(), theme)
        self._page = QWidget()
        self._page.setProperty("role", "page")
        self._page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._messages = Messages(theme, self._page)
        self._messages.strip.hide()
        self._context = Context(
            self._services,
            theme,
            Notifier(),
            self._messages,
            preferences,
            WindowMemory(paths.window),
        )
        self._layout = QVBoxLayout(self._page)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._page.resize(WIDTH, _HIGH_ENOUGH)
        self._page.show()

    def close(self) -> None:
        """Let go of the logbook and the window."""
        self._page.close()
        self._services.close()

    def step(self, name: str, shot: Shot) -> QImage:
        """The last step of an example, or the end of it when that is for later."""
        exercise = self._services.content.library().exercise(exercise_id(shot.source))
        assert exercise is not None, f"{shot.source} does not pass the check"
        draft = Draft(self._context, self._services.writing.begin_round(exercise), exercise)
        for key, value in WORDS.get(name, {}).items():
            draft.set_value(key, value)
        draft.flush()
        column = StepColumn(self._context, draft, exercise, self._page)
        self._layout.addWidget(column)
        last = exercise.steps[-1]
        column.go_to_block(last.id)
        # What is shown first takes the keyboard; a picture is quieter without a cursor.
        self._page.setFocus()
        _wait()
        shown: QWidget | None = column.view(last.id)
        assert shown is not None, "a step in view has its widgets"
        top = shown.mapTo(self._page, QPoint()).y() - _AROUND
        if not exercise.blocks[-1].is_step:
            shown = column.end
        bottom = shown.mapTo(self._page, QPoint(0, shown.height())).y()
        if shown is not column.end:
            bottom += _AROUND
        height = min(bottom - top, shot.highest or _HIGH_ENOUGH)
        image = self._page.grab(QRect(0, top, WIDTH, height)).toImage()
        draft.stop()
        self._layout.removeWidget(column)
        column.hide()
        column.deleteLater()
        settle()
        return image

    def preview(self, file: Path, wrong: bool) -> QImage:
        """The preview of a file; with the mistakes of the manual made in it afterwards."""
        window = PreviewWindow(file, self._paths, self._theme, self._context.preferences)
        window.resize(*_PREVIEW)
        window.show()
        _wait()
        kept = file.read_text(encoding="utf-8")
        if wrong:
            file.write_text(with_mistakes(kept), encoding="utf-8")
            window.read_again()
            _wait()
        window.read_at.clear()
        image = window.grab().toImage()
        file.write_text(kept, encoding="utf-8")
        window.close()
        window.deleteLater()
        settle()
        return image


def _wait() -> None:
    for _ in range(3):
        settle()
        QThreadPool.globalInstance().waitForDone(5_000)
    settle()
