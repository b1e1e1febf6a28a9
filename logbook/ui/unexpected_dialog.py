# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What is shown when our own code made a mistake: a calm word, and details to copy."""

from __future__ import annotations

import platform
import traceback
from types import TracebackType

import PySide6
from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from logbook import __version__
from logbook.ui.widgets.buttons import Button
from logbook.ui.widgets.labels import PlainLabel


class UnexpectedDialog(QDialog):
    """Says that a mistake of the program came up, with details to copy."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details = details
        self.setWindowTitle(self.tr("Er ging iets mis in Logboek"))
        body = QVBoxLayout(self)
        body.setContentsMargins(28, 24, 28, 22)
        body.setSpacing(12)
        body.addWidget(PlainLabel(self.windowTitle(), "heading", self, wrap=True))
        sentence = PlainLabel(
            self.tr(
                "Dit is een fout in het programma, niet van jou. Alles waar “Bewaard” bij staat, "
                "staat veilig in je logboek. Je kunt verder werken. Doet het scherm vreemd, sluit "
                "Logboek dan en open het opnieuw."
            ),
            "body",
            self,
            wrap=True,
        )
        body.addWidget(sentence)
        body.addWidget(
            PlainLabel(
                self.tr("Voor wie het programma maakt (er staat niets in van wat je schreef):"),
                "small",
                self,
                wrap=True,
            )
        )
        field = QPlainTextEdit(details, self)
        field.setReadOnly(True)
        field.setTabChangesFocus(True)
        field.setAccessibleName(self.tr("Details van de fout"))
        body.addWidget(field, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        self.copy_button = Button(self.tr("Details kopiëren"), "", "copy", self)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        go_on = Button(self.tr("Verder"), "primary", "", self)
        go_on.clicked.connect(self.accept)
        row.addWidget(self.copy_button)
        row.addWidget(go_on)
        body.addLayout(row)
        letter = sentence.fontMetrics().horizontalAdvance("n")
        self.resize(min(letter * 70, 900), min(letter * 48, 640))
        go_on.setFocus()

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self.copy_button.setText(self.tr("Gekopieerd"))


def describe(error: BaseException, trace: TracebackType | None) -> str:
    """Versions, the kind of error and the places it passed; not its text."""
    lines = [
        f"Logboek {__version__}, Python {platform.python_version()}, "
        f"PySide6 {PySide6.__version__}, {platform.system()} {platform.release()}"
    ]
    chain: BaseException | None = error
    while chain is not None and len(lines) < 200:
        lines.append(f"{type(chain).__module__}.{type(chain).__name__}")
        frames = traceback.extract_tb(trace if chain is error else chain.__traceback__)
        for frame in frames:
            name = frame.filename.replace("\\", "/").rpartition("/logbook/")[2]
            lines.append(f"  {name}:{frame.lineno} {frame.name}")
        chain = chain.__cause__ or chain.__context__
    return "\n".join(lines)
