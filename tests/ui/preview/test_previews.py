# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Previews that are asked for in the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from logbook.ui.context import Context
from logbook.ui.file_drop import exercise_files
from logbook.ui.library.library_page import LibraryPage
from logbook.ui.main_window import MainWindow
from logbook.ui.navigation import BeginExercise, PreviewExercise
from tests.ui.recorder import Recorder


@pytest.fixture
def main(context: Context, qtbot) -> Iterator[MainWindow]:
    context.preferences.change(started=True)
    made = MainWindow(context)
    qtbot.addWidget(made)
    made.open_at_start()
    with qtbot.waitSignal(made.painted):
        made.show()
    yield made
    made.close()


def answer(monkeypatch: pytest.MonkeyPatch, name: str, chosen: str) -> list[str]:
    """Let a file dialog choose this; what it began with is kept."""
    began: list[str] = []

    def choose(*arguments: object, **_: object) -> tuple[str, str]:
        began.append(str(arguments[2]))
        return chosen, ""

    monkeypatch.setattr(QFileDialog, name, choose)
    return began


def mime(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_chosen_file_is_shown_once(
    main: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "getOpenFileName", str(file))
    main.navigator.carry_out(PreviewExercise())
    first = main.previews.open_windows[file]
    main.navigator.carry_out(PreviewExercise())
    assert main.previews.open_windows == {file: first}
    assert first.isVisible()
    assert main.stack.current_name == "today"
    first.close()
    assert main.previews.open_windows == {}


def test_no_choice_shows_nothing(main: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, "getOpenFileName", "")
    main.navigator.carry_out(PreviewExercise())
    assert main.previews.open_windows == {}


def test_what_is_no_exercise_is_told_in_the_strip(
    main: MainWindow, context: Context, tmp_path: Path
) -> None:
    assert main.previews.open(tmp_path / "weg.md") is None
    assert context.messages.texts == [  # type: ignore[attr-defined]
        "weg.md: Dit bestand of deze map is er niet. Kijk of de naam klopt."
    ]


def test_closing_the_program_closes_its_previews(main: MainWindow, file: Path) -> None:
    preview = main.previews.open(file)
    assert preview is not None
    main.close()
    assert not preview.isVisible()
    assert main.previews.open_windows == {}


def drop_on(main: MainWindow, file: Path) -> None:
    data, action = mime(file), Qt.DropAction.CopyAction
    pressed = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPointF(5, 5), action, data, *pressed)
    QApplication.sendEvent(main, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(main, QDropEvent(QPointF(5, 5), action, data, *pressed))


def test_dropped_exercise_is_shown(main: MainWindow, file: Path) -> None:
    drop_on(main, file)
    assert list(main.previews.open_windows) == [file]


def test_other_files_are_not_taken(tmp_path: Path, file: Path) -> None:
    assert exercise_files(mime(file)) == [file]
    assert exercise_files(mime(file, tmp_path / "foto.png")) == []
    assert exercise_files(QMimeData()) == []


@pytest.mark.parametrize("name", ["les.txt", "les.md.txt", "Les.MD", "les.docx"])
def test_exercise_saved_as_something_else_is_answered(
    main: MainWindow, recorder: Recorder, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    if path.suffix == ".docx":
        with ZipFile(path, "w") as document:
            document.writestr("word/document.xml", "<document/>")
    else:
        path.write_text("iets", encoding="utf-8")
    assert exercise_files(mime(path)) == [path]
    drop_on(main, path)
    assert recorder.texts[-1].startswith(f"{name}: Dit bestand wordt niet gelezen")
    assert main.previews.open_windows == {}


def test_new_exercise_is_begun_where_it_is_loaded(
    main: MainWindow, context: Context, monkeypatch: pytest.MonkeyPatch, qtbot
) -> None:
    own = context.services.paths.own_exercises / "hoofdstuk-2"
    began = answer(monkeypatch, "getSaveFileName", str(own / "nee-zeggen"))
    with qtbot.waitSignal(context.notifier.changed, timeout=5_000):
        main.navigator.carry_out(BeginExercise(2))
    assert began == [str(own / "mijn-oefening.md")]
    preview = main.previews.open_windows[own / "nee-zeggen.md"]
    assert preview.mistakes.isHidden()
    assert preview.messages.strip.action.text() == "Openen om te schrijven"
    library = context.services.content.library
    qtbot.waitUntil(lambda: library().exercise("nee-zeggen") is not None, timeout=5_000)
    found = library().exercise("nee-zeggen")
    assert found is not None
    assert found.chapter == 2


def test_words_typed_as_a_name_become_the_title(
    main: MainWindow, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = context.services.paths.own_exercises / "hoofdstuk-2"
    answer(monkeypatch, "getSaveFileName", str(own / "Nee durven zeggen"))
    main.navigator.carry_out(BeginExercise(2))
    preview = main.previews.open_windows[own / "nee-durven-zeggen.md"]
    assert preview.windowTitle() == "Voorbeeld: Nee durven zeggen"
    assert preview.mistakes.isHidden()


def test_changed_mind_leaves_nothing_behind(
    main: MainWindow, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "getSaveFileName", "")
    main.navigator.carry_out(BeginExercise(1))
    assert not context.services.paths.own_exercises.exists()


def test_existing_file_is_not_written_over(
    main: MainWindow, context: Context, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file.read_bytes()
    answer(monkeypatch, "getSaveFileName", str(file))
    main.navigator.carry_out(BeginExercise(1))
    assert file.read_bytes() == before
    assert "bestaat al" in context.messages.texts[-1]  # type: ignore[attr-defined]


def test_library_offers_both(context: Context, qtbot) -> None:
    page = LibraryPage(context)
    qtbot.addWidget(page)
    page.enter()
    actions = {action.text(): action for action in page.make_more_menu().actions()}
    with qtbot.waitSignal(page.navigation_requested) as asked:
        actions["Oefening bekijken …"].trigger()
    assert asked.args == [PreviewExercise()]
    with qtbot.waitSignal(page.navigation_requested) as asked:
        actions["Nieuwe oefening maken …"].trigger()
    assert asked.args == [BeginExercise(1)]
