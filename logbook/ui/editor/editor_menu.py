# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What the menu of a Markdown field offers beside what Qt puts there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from logbook.ui.editor.markdown_editor import MarkdownEditor


def add_writing_acts(menu: QMenu, editor: MarkdownEditor) -> None:
    """Put pasting without format, bold, italic and private at the end of a menu."""
    menu.addSeparator()
    for caption, keys, act in (
        (_tr("Plakken zonder opmaak"), "Ctrl+Shift+V", editor.paste_plain),
        (_tr("Vet"), "Ctrl+B", editor.toggle_bold),
        (_tr("Cursief"), "Ctrl+I", editor.toggle_italic),
        (_tr("Alleen voor mij"), "Ctrl+Shift+P", editor.toggle_private),
    ):
        action = menu.addAction(caption)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(act)
        if act == editor.paste_plain:
            action.setEnabled(editor.canPaste())


def _tr(text: str) -> str:
    return QCoreApplication.translate("MarkdownEditor", text)
