# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Print what is read on screen, in the light palette. PDF for sharing is another matter."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QMarginsF, QSizeF, QUrl
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QTextDocument
from PySide6.QtWidgets import QWidget

from logbook.ui.widgets.rich_text import nothing

_MARGINS = QMarginsF(20, 18, 20, 18)


class PrintDocument(QTextDocument):
    """A document that takes its pictures from a function and nothing from elsewhere."""

    def __init__(self, font: QFont, picture: Callable[[str], object | None]) -> None:
        super().__init__()
        self._picture = picture
        self.setDefaultFont(font)
        self.setDocumentMargin(0)

    def loadResource(self, _kind: int, name: QUrl | str) -> object | None:
        address = name.toString() if isinstance(name, QUrl) else str(name)
        found = self._picture(address)
        # Without an answer Qt would look for a file of that name itself.
        return nothing() if found is None else found


def make_document(
    title: str,
    details: str,
    html: str,
    font: QFont,
    picture: Callable[[str], object | None],
    line_room: float = 1.0,
) -> PrintDocument:
    """A document to print: title and details as plain text, then HTML that was sanitised.

    Args:
        line_room: how much higher lines are than by default, as a factor.
    """
    document = PrintDocument(font, picture)
    line = round(140 * line_room)
    document.setDefaultStyleSheet(
        f"p {{ margin-bottom: 8px; line-height: {line}%; }} li {{ line-height: {line}%; }}"
        ".private { background-color: #f8e8cc; } .private-mark { color: #626c69; }"
        "th { background-color: #f3eee6; }"
        "th, td { padding: 5px; } a { color: #1f6b66; }"
    )
    document.setHtml(
        f'<p style="font-size:13px;color:#626c69">{escape(details)}</p>'
        f'<p style="font-size:26px;font-weight:600">{escape(title)}</p>{html}'
    )
    return document


def print_document(document: QTextDocument, parent: QWidget) -> bool:
    """Let the user choose a printer and print; False when it was called off."""
    # Not at the top: the print module costs time at every start and is seldom needed.
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageMargins(_MARGINS, QPageLayout.Unit.Millimeter)
    dialog = QPrintDialog(printer, parent)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    if accepted:
        draw_document(document, printer)
    return accepted


def draw_document(document: QTextDocument, device: QPagedPaintDevice) -> None:
    """Draw a document page by page on a printer or PDF writer, as large as on screen."""
    points = device.pageLayout().paintRectPoints().size()
    document.setPageSize(QSizeF(points.width() * 96 / 72, points.height() * 96 / 72))
    document.print_(device)
