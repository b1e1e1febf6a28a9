# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Qt reads a file itself when nobody answers for a picture; ours always answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QTextDocument

from logbook.ui.printing import make_document
from logbook.ui.theme import Theme
from logbook.ui.widgets.rich_text import RichText


@pytest.fixture
def red_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A red picture in the present folder."""
    monkeypatch.chdir(tmp_path)
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    assert image.save(str(tmp_path / "rood.png"))
    return tmp_path / "rood.png"


def is_red(document: QTextDocument) -> bool:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    document.drawContents(painter)
    painter.end()
    red = QColor("red").rgb()
    return any(image.pixel(x, y) == red for x in range(100) for y in range(100))


@pytest.mark.parametrize("address", ["rood.png", "{path}", "file://{path}"])
def test_no_file_is_shown(theme: Theme, qtbot, red_file: Path, address: str) -> None:
    html = f'<img src="{address.format(path=red_file)}" width="20" height="20">'
    text = RichText(theme)
    qtbot.addWidget(text)
    text.set_html(html)
    assert not is_red(text.document())
    printed = make_document("", "", html, theme.ui_font(), lambda _address: None)
    assert not is_red(printed)


def test_plain_document_of_qt_would_show_it(qapp: object, red_file: Path) -> None:
    document = QTextDocument()
    document.setHtml(f'<img src="file://{red_file}" width="20" height="20">')
    assert is_red(document)
