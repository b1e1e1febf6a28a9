# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Previews from the program: asked for, dropped on the window, or of an exercise just begun."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from logbook.services.authoring import FIRST_NAME, begin_exercise, own_folder, place_for
from logbook.services.previewing import refusal
from logbook.ui.preview.preview_window import PreviewWindow

if TYPE_CHECKING:
    from logbook.ui.context import Context


class Previews(QObject):
    """The open preview windows of one main window; at most one a file.

    Args:
        window: where dialogs stand.
    """

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.open_windows: dict[Path, PreviewWindow] = {}

    def open(self, file: Path) -> PreviewWindow | None:
        """Show a preview of a file; None, and a sentence in the strip, when that cannot be."""
        if sentence := refusal(file):
            self._context.messages.show(f"{file.name}: {sentence}", "error")
            return None
        made = self.open_windows.get(file)
        if made is None:
            context = self._context
            made = PreviewWindow(file, context.services.paths, context.theme, context.preferences)
            made.closed.connect(self._on_window_closed)
            self.open_windows[file] = made
        made.show()
        made.raise_()
        made.activateWindow()
        return made

    @Slot()
    def choose(self) -> None:
        """Ask which file to look at."""
        start = self._context.services.paths.own_exercises
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Oefening bekijken"),
            str(start if start.is_dir() else Path.home()),
            self.tr("Oefeningen (*.md)"),
        )
        if name:
            self.open(Path(name))

    @Slot(int)
    def begin(self, chapter: int) -> None:
        """Ask where a new exercise goes, write it as an example, and show it."""
        folder = own_folder(self._context.services.paths, chapter)
        made = _make_folders(folder)
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Nieuwe oefening maken"),
            str(folder / _free_name(folder)),
            self.tr("Oefeningen (*.md)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self._begin(*place_for(Path(name)))
        for each in made:
            # Nothing was put there after all.
            with contextlib.suppress(OSError):
                each.rmdir()

    def close_all(self) -> None:
        """Close every preview; nothing in them is kept."""
        for window in list(self.open_windows.values()):
            window.close()

    def _begin(self, file: Path, title: str) -> None:
        context = self._context
        content, paths = context.services.content, context.services.paths
        outcome = begin_exercise(content, paths, file, title=title)
        if outcome.path is None:
            context.messages.show(outcome.refused, "error")
            return
        window = self.open(outcome.path)
        if window is not None:
            window.messages.show(
                self.tr("Je oefening staat klaar, als voorbeeld met uitleg erin."),
                "success",
                self.tr("Openen om te schrijven"),
                window.bar.edit_requested.emit,
                timeout_ms=0,
            )

    @Slot()
    def _on_window_closed(self) -> None:
        window = self.sender()
        if isinstance(window, PreviewWindow):
            self.open_windows.pop(window.file, None)
            window.deleteLater()


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder so that a dialog can begin there; what was made, the deepest first."""
    made: list[Path] = []
    for each in reversed((folder, *folder.parents)):
        if each.is_dir():
            continue
        try:
            each.mkdir(mode=0o700)
        except OSError:
            break
        made.insert(0, each)
    return made


def _free_name(folder: Path) -> str:
    name, number = FIRST_NAME, 1
    while any(folder.parent.glob(f"*/{name}.md")):
        number += 1
        name = f"{FIRST_NAME}-{number}"
    return f"{name}.md"
