# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The gate for photos: what is let through, what is refused and why, and what is left out."""

import contextlib
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.core.errors import FileTooLarge, FileUnreadable
from logbook.files.photos import (
    PHOTO_LIMIT,
    PhotoFacts,
    PhotoKind,
    PhotoRefused,
    bare,
    check_kept,
    check_unpacked,
    lean,
    photo_facts,
    read_photo,
)
from tests import photos

GOOD = {
    "jpeg": (photos.JPEG, PhotoKind.JPEG),
    "png": (photos.png(), PhotoKind.PNG),
    "webp": (photos.WEBP, PhotoKind.WEBP),
}
TELLING = [photos.telling_jpeg, photos.telling_png, photos.telling_webp]


def reason(data: bytes) -> str:
    with pytest.raises(PhotoRefused) as caught:
        photo_facts(data)
    return caught.value.reason


@pytest.mark.parametrize(("data", "kind"), GOOD.values(), ids=GOOD)
def test_kind_and_size_come_from_the_bytes(data: bytes, kind: PhotoKind) -> None:
    assert photo_facts(data) == PhotoFacts(kind, 24, 16, 1)


@pytest.mark.parametrize("make", TELLING)
@pytest.mark.parametrize("turn", range(1, 9))
def test_turn_is_read(make, turn: int) -> None:  # type: ignore[no-untyped-def]
    assert photo_facts(make(turn)).turn == turn


def test_turn_is_read_in_the_other_order_of_bytes() -> None:
    assert photo_facts(photos.telling_jpeg(6, ">")).turn == 6


@pytest.mark.parametrize("turn", [0, 9, 65_535])
def test_a_turn_that_cannot_be_is_upright(turn: int) -> None:
    assert photo_facts(photos.telling_jpeg(turn)).turn == 1


@pytest.mark.parametrize("make", TELLING)
def test_only_the_picture_stays(make) -> None:  # type: ignore[no-untyped-def]
    kept = bare(make())
    assert [word for word in photos.TOLD if word in kept] == []
    assert photo_facts(kept) == photo_facts(make())._replace(turn=1)
    assert bare(kept) == kept


def test_adobe_colours_stay_without_what_stands_behind_them() -> None:
    part = photos.jpeg_part(0xEE, b"Adobe\x00\x64\x00\x00\x00\x00\x02" + b"geheim")
    kept = bare(photos.JPEG[:2] + part + photos.JPEG[20:])
    assert b"Adobe" in kept
    assert b"geheim" not in kept
    assert bare(kept) == kept


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "empty"),
        (photos.HEIC, "heic"),
        (photos.AVIF, "avif"),
        (photos.GIF, "gif"),
        (photos.TIFF, "tiff"),
        (photos.BMP, "bmp"),
        (photos.SVG, "svg"),
        (b'<svg onload="x()"><script/></svg>', "svg"),
        (b"%PDF-1.7", "unknown"),
        (b"\x00\x00\x00\x18ftypisom" + b"\x00" * 40, "unknown"),
        (photos.png(30_000, 1), "side"),
        (photos.png(30_000, 30_000, rows=1), "side"),
        (photos.png(29_999, 29_999, rows=1), "pixels"),
        (photos.png(29_999, 29_999, rows=1)[:60], "pixels"),
        (photos.png(0, 5), "damaged"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (b"\xff\xd8\xff", "damaged"),
        (b"RIFF\xff\xff\xff\xffWEBP", "damaged"),
        (photos.png().replace(b"IDAT", b"IDAx"), "damaged"),
    ],
)
def test_what_is_refused_is_told_by_its_reason(data: bytes, expected: str) -> None:
    assert reason(data) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (photos.scanned_jpeg(51), "damaged"),
        (b"\xff\xd8" + b"\xff\xfe\x00\x02" * 5_000 + photos.JPEG[2:], "damaged"),
        (photos.png(24, 16, photos.png_chunk(b"teXt", b"") * 100_000), "damaged"),
        (b"RIFF\x00\x00\x20\x00WEBP" + b"XXXX\x00\x00\x00\x00" * 260_000, "damaged"),
        (photos.moving_webp(4_100, 4_100), "moving"),
    ],
    ids=["scans", "segments", "chunks", "webp", "moving"],
)
def test_what_would_keep_a_decoder_busy_is_refused(data: bytes, expected: str) -> None:
    assert reason(data) == expected


def test_filling_of_any_length_is_skipped() -> None:
    filled = b"\xff\xd8" + b"\xff" * 4_000_000 + photos.JPEG[2:]
    assert bare(filled) == bare(photos.JPEG)


@pytest.mark.parametrize("data", [photos.scanned_jpeg(50), photos.moving_webp(4_000, 4_000)])
def test_what_cameras_write_is_let_through(data: bytes) -> None:
    assert photo_facts(data).turn == 1


@pytest.mark.parametrize(
    ("bits", "colours", "passes", "rows"),
    [(8, 0, 0, 10 * 11), (16, 6, 0, 10 * 81), (1, 3, 0, 10 * 3), (8, 2, 1, 10 * 30 + 22)],
)
def test_a_png_may_unpack_to_its_rows_only(bits: int, colours: int, passes: int, rows: int) -> None:
    good = photos.png_of(10, 10, bits, colours, passes, b"\x00" * rows)
    check_unpacked(good, photo_facts(good))
    bomb = photos.png_of(10, 10, bits, colours, passes, b"\x00" * (rows + 1 + 2**16))
    with pytest.raises(PhotoRefused):
        check_unpacked(bomb, photo_facts(bomb))


@pytest.mark.parametrize(("bits", "colours", "passes"), [(3, 0, 0), (8, 1, 0), (8, 0, 2)])
def test_a_png_of_no_known_kind_is_not_unpacked(bits: int, colours: int, passes: int) -> None:
    data = photos.png_of(10, 10, bits, colours, passes, b"")
    with pytest.raises(PhotoRefused):
        check_unpacked(data, photo_facts(data))


def test_damaged_rows_of_a_png_are_refused() -> None:
    header = struct.pack(">IIBBBBB", 4, 4, 8, 0, 0, 0, 0)
    parts = photos.png_chunk(b"IHDR", header), photos.png_chunk(b"IDAT", b"stuk")
    data = b"".join((b"\x89PNG\r\n\x1a\n", *parts, photos.png_chunk(b"IEND", b"")))
    with pytest.raises(PhotoRefused):
        check_unpacked(data, photo_facts(data))


@pytest.mark.parametrize("make", TELLING)
def test_a_decoder_gets_the_picture_and_its_colours_only(make) -> None:  # type: ignore[no-untyped-def]
    data = make()
    given = lean(data, photo_facts(data))
    told = [word for word in photos.TOLD if word in given]
    assert set(told) <= {b"ICC_PROFILE", b"iCCP", b"geheim"}  # a profile is a colour matter
    assert b"GPS" not in given
    assert photo_facts(given) == photo_facts(data)._replace(turn=1)


def test_parts_of_a_jpeg_that_are_no_picture_are_left_out() -> None:
    part = photos.jpeg_part(0xF3, b"geheim")
    assert bare(photos.JPEG[:2] + part + photos.JPEG[2:]) == bare(photos.JPEG)


@pytest.mark.parametrize(("data", "kind"), GOOD.values(), ids=GOOD)
def test_a_photo_that_ends_too_early_is_damaged(data: bytes, kind: PhotoKind) -> None:
    assert {reason(data[:end]) for end in range(12, len(data) - 2)} <= {"damaged", "unknown"}


@given(st.binary(max_size=200), st.sampled_from([*GOOD]), st.integers(0, 600))
def test_any_bytes_give_facts_or_a_reason(noise: bytes, name: str, place: int) -> None:
    data = GOOD[name][0]
    for mixed in (noise, data[:place] + noise + data[place:], data[:place] + noise):
        with contextlib.suppress(PhotoRefused):
            assert photo_facts(bare(mixed)).width > 0


@pytest.mark.parametrize("data", [bare(photos.JPEG), photos.png()])
def test_a_kept_photo_is_small_and_bare(data: bytes) -> None:
    assert check_kept(data) == photo_facts(data)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (photos.WEBP, "not-kept"),
        (photos.telling_jpeg(), "not-bare"),
        (photos.telling_png(), "not-bare"),
        (photos.png(1_601, 2), "side"),
        (photos.HEIC, "heic"),
    ],
)
def test_anything_else_is_not_kept(data: bytes, expected: str) -> None:
    with pytest.raises(PhotoRefused) as caught:
        check_kept(data)
    assert caught.value.reason == expected


def test_the_ending_of_a_name_says_nothing(tmp_path: Path) -> None:
    file = tmp_path / "foto.png"
    file.write_bytes(photos.JPEG)
    assert read_photo(file)[1].kind is PhotoKind.JPEG


def test_a_link_that_the_user_chose_is_followed(tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").write_bytes(photos.JPEG)
    (tmp_path / "link.jpg").symlink_to("foto.jpg")
    assert read_photo(tmp_path / "link.jpg")[0] == photos.JPEG


def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "weg.jpg").symlink_to("nergens.jpg")
    (tmp_path / "map.jpg").symlink_to(".")
    for name in (".", "weg.jpg", "map.jpg", "nergens.jpg"):
        with pytest.raises(FileUnreadable):
            read_photo(tmp_path / name)


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "groot.jpg"
    with file.open("wb") as stream:
        stream.write(photos.JPEG)
        stream.truncate(PHOTO_LIMIT + 1)
    with pytest.raises(FileTooLarge):
        read_photo(file)
