# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Adding own photos and looking after them, with the real window and real files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from logbook.core.errors import FileNotWritten
from logbook.core.exercise import Deck
from logbook.ui.context import Context
from logbook.ui.exercise.photos.photos_dialog import PhotosDialog
from tests import photos
from tests.ui.helpers import assert_accessible


@pytest.fixture
def dialog(qtbot: QtBot, context: Context) -> Iterator[PhotosDialog]:
    made = PhotosDialog(context, "")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    found = {
        "goed.jpg": photos.telling_jpeg(6),
        "verkeerd.png": photos.WEBP,
        "ook goed.png": photos.telling_png(),
        "IMG_1.heic": photos.HEIC,
        "leeg.jpg": b"",
        "half.jpg": photos.JPEG[:-40],
        "breed.png": photos.png(30_000, 1),
        "bom.png": photos.png(29_999, 29_999, rows=1),
        "film.gif": photos.GIF,
        "scan.tiff": photos.TIFF,
        "oud.bmp": photos.BMP,
        "tekening.svg": photos.SVG,
        "tekst.jpg": b"geen foto",
        "groot.jpg": photos.JPEG + b"x" * 21 * 1024 * 1024,
    }
    for name, data in found.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "map").mkdir()
    (tmp_path / "weg.jpg").symlink_to("nergens.jpg")
    (tmp_path / "link.jpg").symlink_to("goed.jpg")
    return {path.name: path for path in tmp_path.iterdir() if path.name != "home"}


def add(qtbot: QtBot, dialog: PhotosDialog, *paths: Path) -> None:
    with qtbot.waitSignal(dialog.queue.finished, timeout=20_000):
        dialog.zone.files_chosen.emit(list(paths))


def deck(context: Context) -> Deck:
    return context.services.own_cards.decks()[0]


def titles(context: Context) -> list[str]:
    return [card.title for card in deck(context).cards]


def test_photos_become_a_deck_at_once(
    qtbot: QtBot, context: Context, dialog: PhotosDialog, files: dict[str, Path]
) -> None:
    QTest.keyClicks(dialog.deck_bar.name, "Op straat")
    add(qtbot, dialog, files["goed.jpg"], files["verkeerd.png"], files["link.jpg"])
    assert deck(context).title == "Op straat"
    assert titles(context) == ["Foto 1", "Foto 2", "Foto 3"]
    assert context.services.content.library().decks[dialog.deck_id].own
    assert dialog.state.text() == "3 foto’s toegevoegd."
    assert dialog.notes.isHidden()
    for card in deck(context).cards:
        data = Path(card.picture).read_bytes()
        assert [word for word in photos.TOLD if word in data] == []
    assert_accessible(dialog)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("IMG_1.heic", "Meest compatibel"),
        ("leeg.jpg", "is leeg"),
        ("half.jpg", "niet heel"),
        ("breed.png", "te breed"),
        ("bom.png", "50 miljoen"),
        ("film.gif", "GIF"),
        ("scan.tiff", "TIFF"),
        ("oud.bmp", "BMP"),
        ("tekening.svg", "SVG"),
        ("tekst.jpg", "geen foto"),
        ("groot.jpg", "groter dan 20"),
        ("map", "is een map"),
        ("weg.jpg", "niet te lezen"),
    ],
)
def test_a_refused_photo_gets_one_sentence_and_the_others_go_on(
    qtbot: QtBot,
    context: Context,
    dialog: PhotosDialog,
    files: dict[str, Path],
    name: str,
    words: str,
) -> None:
    add(qtbot, dialog, files[name], files["goed.jpg"])
    assert len(dialog.notes.sentences) == 1
    assert dialog.notes.sentences[0].startswith(name)
    assert words in dialog.notes.sentences[0]
    assert dialog.state.text() == "1 foto toegevoegd. 1 foto kon niet; bovenaan staat waarom."
    assert titles(context) == ["Foto 1"]
    assert sorted(p.suffix for p in Path(deck(context).cards[0].picture).parent.iterdir()) == [
        ".jpg",
        ".md",
    ]


def test_photos_can_be_dropped(
    qtbot: QtBot, context: Context, dialog: PhotosDialog, files: dict[str, Path]
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(files[n])) for n in ("goed.jpg", "ook goed.png")])
    copy = Qt.DropAction.CopyAction
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(9, 9), copy, data, Qt.MouseButton.LeftButton, none)
    with qtbot.waitSignal(dialog.queue.finished, timeout=10_000):
        dialog.zone.dropEvent(event)
    assert titles(context) == ["Foto 1", "Foto 2"]


def test_a_picture_can_be_pasted_with_the_keyboard(
    qtbot: QtBot, context: Context, dialog: PhotosDialog
) -> None:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(image)
    dialog.zone.choose.setFocus()
    with qtbot.waitSignal(dialog.queue.finished, timeout=10_000):
        QTest.keyClick(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert titles(context) == ["Foto 1"]


@pytest.mark.parametrize(("text", "words"), [("", "klembord"), ("http://x/y.jpg", "internet")])
def test_without_a_photo_that_is_said(
    dialog: PhotosDialog, qtbot: QtBot, text: str, words: str
) -> None:
    data = QMimeData()
    if text:
        data.setUrls([QUrl(text)])
    dialog.zone.pasted.emit(data)
    qtbot.waitUntil(lambda: bool(dialog.notes.sentences), timeout=5_000)
    assert words in dialog.notes.sentences[0]
    qtbot.waitUntil(lambda: not dialog.queue.is_busy)


def test_stopping_keeps_what_was_added(
    qtbot: QtBot, context: Context, dialog: PhotosDialog, files: dict[str, Path]
) -> None:
    def stop(place: int, total: int) -> None:
        if place == 2:
            assert (total, dialog.zone.progress.isVisible()) == (9, True)
            dialog.zone.stop.click()

    dialog.queue.progressed.connect(stop)
    add(qtbot, dialog, *[files["goed.jpg"]] * 9)
    assert dialog.state.text() == "Gestopt. 1 foto toegevoegd."
    assert not dialog.zone.progress.isVisible()
    assert titles(context) == ["Foto 1"]


def test_closing_stops_as_well(
    qtbot: QtBot, context: Context, dialog: PhotosDialog, files: dict[str, Path]
) -> None:
    dialog.zone.files_chosen.emit([files["goed.jpg"]] * 50)
    dialog.close_button.click()
    assert not dialog.queue.is_busy
    assert len(context.services.own_cards.decks()) <= 1


@pytest.fixture
def filled(
    qtbot: QtBot, context: Context, dialog: PhotosDialog, files: dict[str, Path]
) -> PhotosDialog:
    add(qtbot, dialog, *[files["goed.jpg"]] * 3)
    return dialog


def test_words_are_kept_without_saving(
    qtbot: QtBot, context: Context, filled: PhotosDialog
) -> None:
    row = filled.rows[1]
    row.title.selectAll()
    QTest.keyClicks(row.title, "Brug")
    QTest.keyClicks(row.description, "Een brug over water.")
    qtbot.waitUntil(lambda: deck(context).cards[1].description == "Een brug over water.")
    assert titles(context) == ["Foto 1", "Brug", "Foto 3"]
    assert "Brug" in row.description.accessibleName()
    assert row.description.text() == "Een brug over water."


def test_closing_keeps_what_was_just_typed(context: Context, filled: PhotosDialog) -> None:
    QTest.keyClicks(filled.rows[0].description, "Zand.")
    QTest.keyClicks(filled.deck_bar.name, " van ons")
    filled.close_button.click()
    assert deck(context).cards[0].description == "Zand."
    assert deck(context).title == "Mijn foto’s van ons"


def test_a_description_stops_at_its_limit(context: Context, filled: PhotosDialog) -> None:
    filled.rows[0].description.insertPlainText("a" * 700)
    assert len(filled.rows[0].description.text()) == 600


def test_enter_in_a_field_does_not_close(filled: PhotosDialog) -> None:
    QTest.keyClick(filled.rows[0].title, Qt.Key.Key_Return)
    QTest.keyClick(filled.deck_bar.name, Qt.Key.Key_Return)
    assert filled.isVisible()


def test_order_by_keyboard(context: Context, filled: PhotosDialog) -> None:
    filled.rows[0].down.setFocus()
    QTest.keyClick(filled.rows[0].down, Qt.Key.Key_Space)
    assert titles(context) == ["Foto 2", "Foto 1", "Foto 3"]
    assert filled.rows[1].down.hasFocus()
    QTest.keyClick(filled.rows[1].down, Qt.Key.Key_Return)
    assert titles(context) == ["Foto 2", "Foto 3", "Foto 1"]
    assert filled.rows[2].up.hasFocus()


def test_removing_can_be_undone(context: Context, filled: PhotosDialog) -> None:
    before = deck(context)
    filled.rows[1].remove.click()
    assert titles(context) == ["Foto 1", "Foto 3"]
    assert "‘Foto 2’ is weggehaald" in filled.removed.label.text()
    assert filled.rows[1].remove.hasFocus()
    filled.removed.undo.click()
    assert deck(context) == before
    assert filled.removed.isHidden()
    assert filled.rows[1].title.hasFocus()


def test_removing_the_last_takes_the_deck_away_and_undo_brings_it_back(
    qtbot: QtBot, context: Context, dialog: PhotosDialog, files: dict[str, Path]
) -> None:
    add(qtbot, dialog, files["goed.jpg"])
    dialog.rows[0].remove.click()
    assert context.services.own_cards.decks() == ()
    assert dialog.deck_id == ""
    assert dialog.removed.undo.hasFocus()
    dialog.removed.undo.click()
    assert titles(context) == ["Foto 1"]
    assert dialog.deck_id == deck(context).id


def test_several_decks(
    qtbot: QtBot, context: Context, filled: PhotosDialog, files: dict[str, Path]
) -> None:
    box = filled.deck_bar.deck_box
    box.setCurrentIndex(box.count() - 1)
    box.activated.emit(box.count() - 1)
    assert filled.rows == ()
    assert filled.deck_bar.name.hasFocus()
    QTest.keyClicks(filled.deck_bar.name, "Thuis")
    add(qtbot, filled, files["ook goed.png"])
    decks = context.services.own_cards.decks()
    assert [(each.title, len(each.cards)) for each in decks] == [("Mijn foto’s", 3), ("Thuis", 1)]
    box.activated.emit(0)
    assert len(filled.rows) == 3
    again = PhotosDialog(context, decks[1].id)
    qtbot.addWidget(again)
    assert again.deck_bar.name.text() == "Thuis"


def test_a_disk_that_refuses_is_told(
    context: Context, filled: PhotosDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise FileNotWritten("deck.md", "full")

    monkeypatch.setattr(context.services.own_cards, "keep", refuse)
    filled.rows[0].remove.click()
    assert "kan niet worden geschreven" in filled.notes.sentences[0]
    assert len(filled.rows) == 3
    monkeypatch.undo()


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_wider_than_the_window(
    context: Context, filled: PhotosDialog, percent: int
) -> None:
    context.preferences.change(text_size=percent)
    filled.resize(860, 560)
    QTest.qWait(0)
    column = filled._column
    assert column.widget().width() <= column.viewport().width()
    assert_accessible(filled)
