# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from logbook.core.package import PackageFacts
from logbook.services.changes import Changes
from logbook.ui.context import Context
from logbook.ui.file_drop import FileDrop, package_files
from logbook.ui.library.library_page import LibraryPage
from logbook.ui.library.package_dialog import PackageDialog
from tests.content.builders import exercise_text
from tests.package_builders import FACTS, WALK, contents, package_bytes, write_package
from tests.ui.recorder import Recorder

OTHER = "Het pakket uit dit bestand nemen"
Opened = Callable[..., PackageDialog]


@pytest.fixture
def page(context: Context, qtbot) -> LibraryPage:
    made = LibraryPage(context)
    qtbot.addWidget(made)
    context.notifier.changed.connect(made.apply_changes)
    made.resize(900, 600)
    made.show()
    return made


@pytest.fixture
def opened(page: LibraryPage, tmp_path: Path, qtbot) -> Opened:
    """Open a package and wait until it was looked into."""

    def open_it(content: bytes) -> PackageDialog:
        path = tmp_path / "a.oefenpakket"
        path.write_bytes(content)
        dialog = page.packages.open_file(path)
        # What was laid out is shown by the event loop a moment later.
        qtbot.waitUntil(lambda: not dialog.progress.isVisible() and words(dialog) != "")
        return dialog

    return open_it


def install(context: Context, tmp_path: Path, facts: PackageFacts = FACTS) -> None:
    packages = context.services.packages
    path = write_package(tmp_path / "eerst.oefenpakket", None, facts)
    packages.install(packages.look(path), replace=True)
    context.services.content.reload()


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def names_in(context: Context) -> list[str]:
    return sorted(path.name for path in context.services.paths.bundles.glob("*"))


def test_a_package_is_shown_before_anything_is_added(opened: Opened, context: Context) -> None:
    dialog = opened(package_bytes())
    shown = words(dialog)
    for part in ("Groepswerk", "Over groepen.", "De opleiding", "CC BY 4.0", "Oefeningen",
                 "Een proef (hoofdstuk 1)", "Kaartensets", "Naslagbladen", "nieuw"):  # fmt: skip
        assert part in shown
    assert dialog.add.text() == "Toevoegen"
    assert dialog.focusWidget() is dialog.add
    assert context.services.packages.installed() == ()
    dialog.reject()


def test_adding_shows_the_exercises_at_once(
    opened: Opened, context: Context, recorder: Recorder, qtbot
) -> None:
    heard: list[Changes] = []
    context.notifier.changed.connect(heard.append)
    dialog = opened(package_bytes())
    with qtbot.waitSignal(dialog.installed):
        dialog.add.click()
    assert "samen-lopen" in context.services.content.library().exercises
    assert heard == [Changes(library=True)]
    assert recorder.texts == ["Toegevoegd: Groepswerk, versie 1, door De opleiding."]
    assert names_in(context) == ["groep"]


def test_closing_without_adding_leaves_nothing(opened: Opened, context: Context) -> None:
    opened(package_bytes()).reject()
    assert names_in(context) == []


def test_closing_while_it_is_looked_into_leaves_nothing(
    page: LibraryPage, context: Context, tmp_path: Path, qtbot
) -> None:
    dialog = page.packages.open_file(write_package(tmp_path / "a.oefenpakket"))
    dialog.reject()
    qtbot.waitUntil(lambda: names_in(context) == [] and context.services.paths.bundles.exists())


def test_what_cannot_be_read_is_said_in_a_sentence(opened: Opened) -> None:
    dialog = opened(b"geen pakket")
    assert "geen pakket met oefeningen" in words(dialog)
    assert not dialog.add.isVisible()
    assert dialog.keep.text() == "Sluiten"
    dialog.reject()


def test_mistakes_are_shown_with_what_is_in_it(opened: Opened, context: Context) -> None:
    files = contents(**{WALK: exercise_text("samen-lopen", "## Vraag?\n")})
    dialog = opened(package_bytes(files))
    shown = words(dialog)
    assert "groep/exercises/01-groep/samen-lopen.md:11: Deze kop heeft geen id." in shown
    assert "Kaartensets" in shown
    assert not dialog.add.isVisible()
    dialog.reject()
    assert names_in(context) == []


@pytest.mark.parametrize(
    ("facts", "said", "add", "first"),
    [
        (replace(FACTS, version=2), "oudere versie", "Nieuwe versie nemen", "add"),
        (replace(FACTS, title="B"), "zelfde", OTHER, "keep"),
        (replace(FACTS, author="Ander"), "andere maker", OTHER, "keep"),
    ],
)  # fmt: skip
def test_the_user_chooses_between_two_packages(
    opened: Opened, context: Context, tmp_path: Path, facts: PackageFacts, said: str, add: str,
    first: str,
) -> None:  # fmt: skip
    install(context, tmp_path)
    dialog = opened(package_bytes(facts=facts))
    shown = words(dialog)
    assert said in shown
    assert "Wat je hebt: Groepswerk, versie 1, door De opleiding" in shown
    assert f"In dit bestand: {facts.title}, versie {facts.version}, door {facts.author}" in shown
    assert (dialog.keep.text(), dialog.add.text()) == ("Houden wat ik heb", add)
    assert dialog.focusWidget() is getattr(dialog, first)
    dialog.keep.click()
    assert context.services.packages.installed()[0].facts == FACTS


def test_an_older_package_can_be_taken_all_the_same(
    opened: Opened, context: Context, tmp_path: Path, qtbot
) -> None:
    install(context, tmp_path, replace(FACTS, version=5))
    dialog = opened(package_bytes())
    assert "nieuwere versie van dit pakket" in words(dialog)
    with qtbot.waitSignal(dialog.installed):
        dialog.add.click()
    assert context.services.packages.installed()[0].facts.version == 1


def test_the_same_package_asks_nothing(opened: Opened, context: Context, tmp_path: Path) -> None:
    install(context, tmp_path)
    dialog = opened(package_bytes())
    assert "Je hebt dit pakket al." in words(dialog)
    assert not dialog.add.isVisible()
    dialog.reject()


def test_removing_can_be_undone_in_the_strip(
    page: LibraryPage, context: Context, recorder: Recorder, tmp_path: Path
) -> None:
    install(context, tmp_path)
    dialog = page.packages.manage()
    dialog.cards[0].button.click()
    dialog.accept()
    assert "samen-lopen" not in context.services.content.library().exercises
    message = recorder.shown[-1]
    assert (message.action_text, "Groepswerk" in message.text) == ("Ongedaan maken", True)
    assert message.action is not None
    message.action()
    assert "samen-lopen" in context.services.content.library().exercises


def test_removing_can_be_undone_in_the_list(
    page: LibraryPage, context: Context, recorder: Recorder, tmp_path: Path
) -> None:
    install(context, tmp_path)
    dialog = page.packages.manage()
    button = dialog.cards[0].button
    assert button.accessibleName() == "Groepswerk verwijderen"
    button.click()
    assert button.text() == "Terugzetten"
    assert dialog.cards[0].state.isVisible()
    button.click()
    assert button.text() == "Verwijderen"
    assert "samen-lopen" in context.services.content.library().exercises
    assert recorder.dismissed == [1]
    dialog.accept()


def test_a_package_that_cannot_be_removed_stays_in_the_list(
    page: LibraryPage, context: Context, recorder: Recorder, tmp_path: Path
) -> None:
    install(context, tmp_path)
    dialog = page.packages.manage()
    (context.services.paths.bundles / "groep").rename(tmp_path / "weg")
    dialog.cards[0].button.click()
    assert dialog.cards[0].button.text() == "Verwijderen"
    assert recorder.texts[-1].startswith("Er is geen pakket groep.")
    dialog.accept()


def test_without_packages_it_says_how_to_get_one(page: LibraryPage) -> None:
    dialog = page.packages.manage()
    assert "sleep een pakket op het venster" in words(dialog)
    assert dialog.focusWidget() is dialog.close_button
    dialog.accept()


def test_the_menu_offers_both(page: LibraryPage) -> None:
    menu = page.make_more_menu()
    captions = [action.text() for action in menu.actions()]
    assert {"Oefeningen toevoegen …", "Pakketten beheren …"} <= set(captions)
    menu.deleteLater()


def test_a_file_is_asked_for(
    page: LibraryPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen: list[Path] = []
    path = str(tmp_path / "a.oefenpakket")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (path, ""))
    monkeypatch.setattr(page.packages, "open_file", chosen.append)
    page.packages.choose_file()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    page.packages.choose_file()
    assert chosen == [Path(path)]


def drop(window: QWidget, *paths: str) -> bool:
    """Drop files on a window; whether they were welcome."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPointF(5, 5), copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), copy, data, left, none))
    return enter.isAccepted()


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["/tmp/a.oefenpakket"], ["/tmp/a.oefenpakket"]),
        (["/tmp/A.OEFENPAKKET"], ["/tmp/A.OEFENPAKKET"]),
        (["/tmp/a.zip"], []),
        (["/tmp/a.oefenpakket", "/tmp/b.oefenpakket"], []),
        ([], []),
    ],
)
def test_one_package_can_be_dropped(qtbot, paths: list[str], expected: list[str]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dropped: list[Path] = []
    FileDrop(window, package_files).dropped.connect(dropped.append)
    assert drop(window, *paths) is bool(expected)
    assert dropped == [Path(each) for each in expected]
