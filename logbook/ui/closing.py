# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Closing without losing a word: when text cannot be kept, it is put elsewhere first."""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from logbook.clock import now_utc
from logbook.files.replace import create_file, replace_file
from logbook.ui.messages import Messages
from logbook.ui.page_stack import PageStack

_log = logging.getLogger(__name__)


def may_close(stack: PageStack, messages: Messages, parent: QWidget) -> bool:
    """Whether the window may close: all text is kept, or the user said what to do with it."""
    while not stack.flush():
        text = stack.rescue_text()
        if not text:
            return True
        again = _tr("Opnieuw proberen")
        elsewhere = _tr("Ergens anders neerzetten")
        anyway = _tr("Toch sluiten")
        stay = _tr("Niet sluiten")
        chosen = messages.ask(
            parent,
            _tr("Je laatste tekst is nog niet bewaard"),
            _tr(
                "Logboek kan nu niet in je logboek schrijven. De tekst staat nog op het scherm. "
                "Je kunt het opnieuw proberen, of de tekst in een ander bestand zetten."
            ),
            again,
            elsewhere,
            anyway,
            stay,
        )
        if chosen == anyway:
            return True
        if chosen == stay:
            return False
        if chosen == elsewhere and _put_elsewhere(text, messages, parent):
            return True
    return True


def rescue_quietly(text: str, folders: tuple[Path, ...]) -> Path | None:
    """Put text in the first of the folders that can be written, for an end nobody can ask about.

    Returns:
        The file, or None when no folder could be written.
    """
    stamp = now_utc().astimezone().strftime("%Y-%m-%d %H.%M.%S")
    for folder in (*folders, Path(tempfile.gettempdir())):
        path = folder / f"Niet bewaard {stamp}.md"
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            create_file(path, [text.encode("utf-8", "replace")])
        except OSError as error:
            _log.warning("could not put text in %s: %s", folder, type(error).__name__)
            continue
        return path
    return None


def _put_elsewhere(text: str, messages: Messages, parent: QWidget) -> bool:
    """Let the user choose a file for the text; False when that did not happen."""
    suggestion = str(Path.home() / _tr("Tekst uit Logboek.md"))
    name, _ = QFileDialog.getSaveFileName(
        parent, _tr("Tekst ergens anders neerzetten"), suggestion, "Markdown (*.md)"
    )
    if not name:
        return False
    try:
        replace_file(Path(name), [text.encode("utf-8", "replace")])
    except OSError:
        messages.ask(
            parent,
            _tr("Dit bestand kan niet worden geschreven"),
            _tr("Kies een andere map, bijvoorbeeld op een usb-stick. Je tekst staat nog hier."),
            _tr("Verder"),
        )
        return False
    return True


def _tr(text: str) -> str:
    return QCoreApplication.translate("closing", text)
