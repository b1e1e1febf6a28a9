# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Pictures of cards: sharp, rounded, kept, and nothing shown that is not safe."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPixmapCache
from PySide6.QtWidgets import QApplication

from logbook.ui.exercise.cards.pictures import card_pixmap
from tests import photos

RED = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><rect width="30" height="20" fill="#f00"/>{}</svg>'  # noqa: E501
SIZE = QSize(30, 20)


@pytest.fixture(autouse=True)
def empty_cache(qapp: QApplication) -> None:
    QPixmapCache.clear()


def write(path: Path, inside: str = "") -> str:
    file = path / "kaart.svg"
    file.write_text(RED.format(inside), encoding="utf-8")
    return str(file)


def test_a_picture_is_drawn_for_the_screen(tmp_path: Path) -> None:
    pixmap = card_pixmap("set/kaart", write(tmp_path), SIZE, 2.0)
    assert (pixmap.width(), pixmap.height(), pixmap.devicePixelRatio()) == (60, 40, 2.0)
    assert pixmap.toImage().pixelColor(30, 20) == QColor("#f00")


def test_corners_are_rounded(tmp_path: Path) -> None:
    image = card_pixmap("set/kaart", write(tmp_path), SIZE, 1.0, 6).toImage()
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(15, 10) == QColor("#f00")


def test_a_drawn_picture_is_kept(tmp_path: Path) -> None:
    path = write(tmp_path)
    card_pixmap("set/kaart", path, SIZE, 1.0)
    Path(path).unlink()
    assert not card_pixmap("set/kaart", path, SIZE, 1.0).isNull()


@pytest.mark.parametrize(
    "inside", ["<script>1</script>", '<image href="http://x/y.png"/>', "<broken", "x" * 300_000]
)
def test_what_is_not_safe_is_not_shown(tmp_path: Path, inside: str) -> None:
    assert card_pixmap("set/kaart", write(tmp_path, inside), SIZE, 1.0).isNull()


def test_a_missing_picture_is_no_failure(tmp_path: Path) -> None:
    assert card_pixmap("set/kaart", str(tmp_path / "weg.svg"), SIZE, 1.0).isNull()


def photo(path: Path, data: bytes) -> str:
    file = path / "foto.jpg"
    file.write_bytes(data)
    return str(file)


def test_a_photo_of_nearly_the_same_shape_fills_its_card(tmp_path: Path) -> None:
    image = card_pixmap("a/b", photo(tmp_path, photos.png(40, 30)), SIZE, 2.0).toImage()
    assert image.pixelColor(0, 0).alpha() == 255
    assert image.pixelColor(59, 39).alpha() == 255


def test_a_standing_photo_is_seen_whole(tmp_path: Path) -> None:
    image = card_pixmap("a/b", photo(tmp_path, photos.png(30, 60)), SIZE, 1.0, 2).toImage()
    assert image.pixelColor(2, 10).alpha() == 0
    assert image.pixelColor(15, 10).alpha() == 255
    assert image.pixelColor(10, 0).alpha() < 255


def test_a_photo_is_turned_upright(tmp_path: Path) -> None:
    image = card_pixmap("a/b", photo(tmp_path, photos.telling_jpeg(6)), SIZE, 1.0).toImage()
    assert image.pixelColor(2, 10).alpha() == 0
    assert image.pixelColor(18, 4).blue() > image.pixelColor(18, 4).red()


@pytest.mark.parametrize(
    "data", [b"", photos.HEIC, photos.SVG, photos.png(30_000, 1), photos.JPEG[:400]]
)
def test_a_hostile_photo_is_not_shown(tmp_path: Path, data: bytes) -> None:
    assert card_pixmap("a/b", photo(tmp_path, data), SIZE, 1.0).isNull()
