# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What Qt itself says is Dutch too, also where its own translation lags behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from logbook.ui.icons import ASSETS

TRANSLATIONS = ASSETS / "translations"
QT = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)


@pytest.fixture
def dutch(qapp: QApplication) -> Iterator[None]:
    """Both translations, as the program installs them."""
    made = []
    for name, folder in (("qtbase_nl", QT), ("qt_rest_nl", str(TRANSLATIONS))):
        translator = QTranslator()
        assert translator.load(name, folder)
        qapp.installTranslator(translator)
        made.append(translator)
    yield
    for translator in made:
        qapp.removeTranslator(translator)


def messages() -> list[tuple[str, str, str, str]]:
    tree = ElementTree.parse(TRANSLATIONS / "qt_rest_nl.ts")
    return [
        (
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.findtext("comment", ""),
            message.findtext("translation", ""),
        )
        for context in tree.iter("context")
        for message in context.iter("message")
    ]


@pytest.mark.parametrize(("context", "source", "comment", "words"), messages())
def test_the_compiled_file_says_what_the_source_says(
    context: str, source: str, comment: str, words: str
) -> None:
    translator = QTranslator()
    assert translator.load("qt_rest_nl", str(TRANSLATIONS))
    assert translator.translate(context, source, comment or None) == words


@pytest.mark.usefixtures("dutch")
def test_choosing_a_file_is_asked_in_dutch(qtbot, tmp_path: Path) -> None:
    dialog = QFileDialog(None, "Kies een bestand", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    said = {label.text() for label in dialog.findChildren(QLabel) if label.text()}
    assert said == {"&Zoeken in:", "Bestands&naam:", "Soort &bestanden:"}
