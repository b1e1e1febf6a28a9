# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
import io
import stat
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from logbook.files.archive import ArchiveRefused, Limits, make_archive, open_archive
from tests.package_builders import zip_bytes

LIMITS = Limits(members=20, unpacked=100_000)
FILES = [("manifest.json", b"{}"), ("exercises/\u00e9\u00e9n.md", b"tekst " * 500)]
WHOLE = make_archive(FILES)


def reason_of(content: bytes, limits: Limits = LIMITS) -> str:
    """Why an archive is refused, also when that shows only on reading all of it."""
    with pytest.raises(ArchiveRefused) as refused:
        read_all(content, limits)
    return refused.value.reason


def read_all(content: bytes, limits: Limits = LIMITS) -> dict[str, bytes]:
    """Every member with its content."""
    archive = open_archive(content, limits)
    return {name: b"".join(archive.chunks(name)) for name in archive.members}


def patched(content: bytes, sign: bytes, offset: int, value: bytes) -> bytes:
    """The content with bytes changed in every record with this sign."""
    changed = bytearray(content)
    at = content.find(sign)
    while at >= 0:
        changed[at + offset : at + offset + len(value)] = value
        at = content.find(sign, at + 4)
    return bytes(changed)


def with_mode(mode: int, name: str = "a.md", system: int = 3) -> bytes:
    info = zipfile.ZipInfo(name)
    info.create_system = system
    info.external_attr = mode
    return zip_bytes((info, b"x"))


def test_what_was_written_is_read() -> None:
    assert list(read_all(WHOLE).items()) == FILES


def test_the_same_files_give_the_same_bytes() -> None:
    assert make_archive(FILES) == WHOLE


def test_other_programs_can_read_it() -> None:
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [name for name, _ in FILES]


def test_stored_members_and_empty_folders_are_read() -> None:
    content = zip_bytes((zipfile.ZipInfo("a/"), b""), (zipfile.ZipInfo("a/b.md"), b"kort"))
    archive = open_archive(content, LIMITS)
    assert list(archive.members) == ["a/b.md"]
    assert b"".join(archive.chunks("a/b.md")) == b"kort"


@pytest.mark.parametrize("content", [b"", b"PK", b"<html>", b"\x00" * 100, b"Rar!\x1a\x07"])
def test_another_kind_of_file_is_no_zip(content: bytes) -> None:
    assert reason_of(content) == "not-zip"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"#!/bin/sh\n" + WHOLE, "shape"),
        (WHOLE + b"junk", "shape"),
        (WHOLE[:-2] + b"\x04\x00note", "shape"),  # a comment
        (WHOLE[: len(WHOLE) // 2], "damaged"),
        (WHOLE[:-1], "shape"),
    ],
)
def test_bytes_before_after_or_missing_are_refused(content: bytes, reason: str) -> None:
    assert reason_of(content) == reason


def test_bytes_between_members_are_refused() -> None:
    gap = 7
    first_end = WHOLE.index(b"PK\x03\x04", 4)
    content = bytearray(WHOLE[:first_end] + b"\0" * gap + WHOLE[first_end:])
    second = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 4)
    struct.pack_into("<L", content, second + 42, first_end + gap)
    start = struct.unpack_from("<L", content, len(content) - 6)[0]
    struct.pack_into("<L", content, len(content) - 6, start + gap)
    assert reason_of(bytes(content)) == "shape"


def test_overlapping_members_are_refused() -> None:
    content = bytearray(zip_bytes(("a.md", b"x" * 900), ("b.md", b"x" * 900)))
    second = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 4)
    struct.pack_into("<L", content, second + 42, 0)
    assert reason_of(bytes(content)) == "shape"


@pytest.mark.parametrize("mode", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK])
def test_links_and_devices_are_refused(mode: int) -> None:
    assert reason_of(with_mode((mode | 0o777) << 16)) == "link"


def test_a_link_that_says_it_comes_from_windows_is_refused() -> None:
    assert reason_of(with_mode((stat.S_IFLNK | 0o777) << 16, system=0)) == "link"


def test_a_file_that_says_it_is_a_folder_is_refused() -> None:
    assert reason_of(with_mode(0x10, system=0)) == "link"


@pytest.mark.parametrize(
    ("name", "reason"),
    [("../a.md", "out"), ("/a.md", "out"), ("C:/a.md", "out"), ("a/con.md", "reserved"),
     ("a/b/c/d/e/f/g.md", "deep"), (".a.md", "name"), ("../", "out")],
)  # fmt: skip
def test_an_unsafe_name_is_refused(name: str, reason: str) -> None:
    assert reason_of(zip_bytes((zipfile.ZipInfo(name), b""))) == reason


def test_a_backslash_or_nul_in_a_name_is_refused() -> None:
    content = zip_bytes(("a-b.md", b"x"))
    assert reason_of(content.replace(b"a-b.md", b"a\\b.md")) == "out"
    assert reason_of(content.replace(b"a-b.md", b"a\0b.md")) == "name"


def test_a_name_in_another_alphabet_than_utf_8_is_refused() -> None:
    content = zip_bytes(("a-b.md", b"x"))
    assert reason_of(content.replace(b"a-b.md", b"a\x82b.md")) == "name"


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("names", [("a.md", "a.md"), ("a.md", "A.md"), ("\u00e9", "e\u0301")])
def test_double_names_are_refused(names: tuple[str, str]) -> None:
    assert reason_of(zip_bytes(*((name, b"x") for name in names))) == "double"


def test_names_that_differ_in_both_places_are_refused() -> None:
    content = zip_bytes(("a.md", b"x"))
    assert reason_of(content.replace(b"a.md", b"b.md", 1)) == "shape"


def test_an_encrypted_member_is_refused() -> None:
    content = patched(patched(WHOLE, b"PK\x01\x02", 8, b"\x01"), b"PK\x03\x04", 6, b"\x01")
    assert reason_of(content) == "encrypted"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_compression_is_refused(method: int) -> None:
    info = zipfile.ZipInfo("a.md")
    info.compress_type = method
    assert reason_of(zip_bytes((info, b"x"))) == "kind"


def test_an_archive_of_many_disks_is_refused() -> None:
    assert reason_of(patched(WHOLE, b"PK\x05\x06", 4, b"\x01\x00")) == "kind"


def test_too_many_members_are_refused() -> None:
    assert reason_of(make_archive((f"{n}.md", b"") for n in range(21))) == "members"


def test_a_bomb_is_refused_by_its_header() -> None:
    assert reason_of(make_archive([("a.md", b"0" * 100_001)])) == "unpacked"


def test_a_bomb_that_lies_about_its_size_is_stopped_while_reading() -> None:
    content = make_archive([("a.md", b"0" * 5_000_000)])
    for sign, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        content = patched(content, sign, offset, struct.pack("<L", 10))
    archive = open_archive(content, LIMITS)
    read: list[bytes] = []
    with pytest.raises(ArchiveRefused):
        read.extend(archive.chunks("a.md"))
    assert sum(map(len, read)) < LIMITS.unpacked


def test_reading_a_member_twice_counts_twice() -> None:
    archive = open_archive(make_archive([("a.md", b"0" * 60_000)]), LIMITS)
    assert len(b"".join(archive.chunks("a.md"))) == 60_000
    with pytest.raises(ArchiveRefused) as refused:
        b"".join(archive.chunks("a.md"))
    assert refused.value.reason == "unpacked"


def test_a_changed_byte_is_noticed() -> None:
    at = WHOLE.index(b"PK\x01\x02") - 10
    assert reason_of(WHOLE[:at] + bytes([WHOLE[at] ^ 1]) + WHOLE[at + 1 :]) == "damaged"


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=6))
@settings(max_examples=300)
def test_a_mutated_archive_is_read_as_it_was_or_refused(changes: list[tuple[int, int]]) -> None:
    content = bytearray(WHOLE)
    for at, value in changes:
        content[at] = value
    try:
        read = read_all(bytes(content))
    except ArchiveRefused:
        return
    assert list(read.values()) == [content for _, content in FILES]


@given(st.binary(max_size=400), st.integers(0, len(WHOLE)))
def test_noise_in_an_archive_raises_nothing_else(noise: bytes, at: int) -> None:
    for content in (noise, WHOLE[:at] + noise + WHOLE[at:], WHOLE[:at] + noise):
        try:
            read_all(content)
        except ArchiveRefused:
            continue
