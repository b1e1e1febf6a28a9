# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What tests of previews share: an exercise file somewhere, and windows that close."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from logbook.paths import find_paths
from logbook.settings import Settings
from logbook.ui.preferences import Preferences
from logbook.ui.preview.preview_window import PreviewWindow
from logbook.ui.theme import Theme
from tests.content.builders import exercise_text

BODY = """
Een inleiding.

## Wat gebeurde er? {#what}

### Wat zag je? {#saw}

### Wat dacht je? {#thought .line}

## Wat viel op? {#noticed}

Je schreef: [mijn woorden](answer:what).

## Wat kies je? {#pick .choice own=yes}

- rust
- humor

## Wat ga je doen? {#plan .intention}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A good exercise in a folder of its own."""
    path = tmp_path / "werk" / "mijn.md"
    path.parent.mkdir()
    path.write_text(exercise_text("mijn", BODY), encoding="utf-8")
    return path


@pytest.fixture
def open_preview(theme: Theme, qtbot) -> Iterator[Callable[[Path], PreviewWindow]]:
    """Show a preview of a file; it is closed after the test."""
    paths = find_paths()
    made: list[PreviewWindow] = []

    def show(path: Path) -> PreviewWindow:
        preferences = Preferences(paths.settings, Settings(), theme)
        window = PreviewWindow(path, paths, theme, preferences)
        made.append(window)
        window.resize(1100, 800)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield show
    for window in made:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(open_preview: Callable[[Path], PreviewWindow], file: Path) -> PreviewWindow:
    """A preview of the good exercise."""
    return open_preview(file)
