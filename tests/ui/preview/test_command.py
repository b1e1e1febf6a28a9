# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from logbook.__main__ import _wants_window
from logbook.ui.preview.command import run_preview
from logbook.ui.preview.preview_window import PreviewWindow


def test_help_is_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_preview(["--help"]) == 0
    assert capsys.readouterr().out.startswith("Gebruik: logbook exercises preview BESTAND")


@pytest.mark.parametrize("arguments", [[], ["een.md", "twee.md"], ["--ver"]])
def test_wrong_use_is_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run_preview(arguments) == 2
    assert "Typ: logbook exercises preview BESTAND" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("weg.md", "Dit bestand of deze map is er niet."),
        (".", "Dit is een map."),
        ("notitie.txt", "Dit bestand wordt niet gelezen"),
        ("~bestaatniet/een.md", "bestaatniet"),
    ],
)
def test_what_cannot_be_shown_is_one_sentence(
    name: str,
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notitie.txt").write_text("x", encoding="utf-8")
    assert run_preview([name]) == 1
    told = capsys.readouterr().err
    assert sentence in told
    assert told.count("\n") == 1


def test_window_opens_without_a_logbook(qapp: QApplication, file: Path, logbook_home: Path) -> None:
    seen: list[str] = []

    def look() -> None:
        for widget in qapp.topLevelWidgets():
            if isinstance(widget, PreviewWindow) and widget.isVisible():
                seen.append(widget.windowTitle())
                widget.close()

    QTimer.singleShot(300, qapp, look)
    assert run_preview([str(file)]) == 0
    assert len(seen) == 1
    assert list(logbook_home.rglob("*")) == []


def test_command_goes_to_the_window() -> None:
    assert _wants_window(["exercises", "preview", "x.md"])
    assert _wants_window(["--logbook", "x.db", "exercises", "preview"])
    assert not _wants_window(["exercises", "check"])
