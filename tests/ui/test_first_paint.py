# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What the window costs until it is first drawn: modules, enumerations, and what stands on it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from logbook.bootstrap import open_services
from logbook.paths import find_paths
from logbook.settings import Settings, save_settings
from logbook.ui import qt_numbers

#: Modules that the first paint does without (docs/design.md, "Speed").
LATER = (
    "sqlite_utils",
    "markdown",
    "nh3",
    "yaml",
    "pydantic",
    "platformdirs",
    "uuid_utils",
    "hashlib",
    "PySide6.QtNetwork",
    "PySide6.QtSvg",
    "logbook.cli",
    "logbook.content",
    "logbook.formats",
    "logbook.core.exercise",
    "logbook.core.library",
    "logbook.core.progress",
    "logbook.core.text",
    "logbook.services.content",
    "logbook.services.transfer",
    "logbook.services.writing",
    "logbook.storage.writes",
    "logbook.ui.actions",
    "logbook.ui.editor",
    "logbook.ui.exercise",
)
#: Classes of Qt with hundreds of enumeration members between them, made when first named.
UNNAMED = {"QtCore": "Qt", "QtWidgets": "QStyle", "QtGui": "QPainter"}

WORDS = "Wat ik morgen wil vragen"

_PROGRAM = f"""
import json, sys
from PySide6.QtWidgets import QApplication, QLabel


def report():
    app = QApplication.instance()
    windows = [w for w in app.topLevelWidgets() if w.isVisible()]
    for window in windows:
        window.repaint()
    modules = sorted(sys.modules)
    named = [f"{{m}}.{{c}}" for m, c in {list(UNNAMED.items())!r}
             if c in vars(sys.modules["PySide6." + m])]
    words = [label.text() for w in windows for label in w.findChildren(QLabel)
             if label.isVisible()]
    print(json.dumps({{"modules": modules, "named": named, "words": words}}))
    return 0


QApplication.exec = staticmethod(report)
sys.argv = ["logbook"]
from logbook.__main__ import main
main()
"""


@pytest.fixture
def first_paint() -> dict[str, Any]:
    """The program, started on a logbook with one open note and looked at when it is drawn."""
    paths = find_paths()
    save_settings(paths.settings, Settings(started=True))
    services = open_services(paths, create=True)
    services.writing.add_note(WORDS)
    services.close()
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_first_paint_shows_day_and_last_draft_and_loads_little(
    first_paint: dict[str, Any],
) -> None:
    assert WORDS in first_paint["words"]
    loaded = [
        name
        for name in first_paint["modules"]
        if any(name == later or name.startswith(later + ".") for later in LATER)
    ]
    assert loaded == []
    assert first_paint["named"] == []


@pytest.mark.parametrize(
    ("number", "named"),
    [
        (qt_numbers.PLAIN_TEXT, Qt.TextFormat.PlainText),
        (qt_numbers.NO_FOCUS, Qt.FocusPolicy.NoFocus),
        (qt_numbers.STRONG_FOCUS, Qt.FocusPolicy.StrongFocus),
        (qt_numbers.NO_FRAME, QFrame.Shape.NoFrame),
        (qt_numbers.SCROLL_BAR_ALWAYS_OFF, Qt.ScrollBarPolicy.ScrollBarAlwaysOff),
        (qt_numbers.SCHEME_UNKNOWN, Qt.ColorScheme.Unknown),
        (qt_numbers.SCHEME_LIGHT, Qt.ColorScheme.Light),
        (qt_numbers.SCHEME_DARK, Qt.ColorScheme.Dark),
    ],
)
def test_numbers_are_those_of_qt(number: int, named: Any) -> None:
    assert number == named.value
