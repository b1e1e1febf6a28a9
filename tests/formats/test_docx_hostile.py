# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Word documents that are damaged, of something else, or made to do harm: one expected error."""

import io
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest

from logbook.core.share_errors import FileNotOurs, FileTampered, FileTooBig, ShareError
from logbook.formats.answer_gate import read_answer
from logbook.formats.docx_remarks import read_remarks
from logbook.formats.packet_docx import render_docx
from tests.formats.word_edits import (
    COMMENTS,
    DOCUMENT,
    changed,
    commented,
    ranged,
    read,
    said,
    with_comment,
)
from tests.packet_builders import full_packet, one_answer

DOCTYPE = (
    '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
)


@pytest.fixture(scope="module")
def good() -> bytes:
    return commented(render_docx(full_packet()), ("vroeg door", "Mooi."))


def without(data: bytes, name: str) -> bytes:
    return rebuilt(data, lambda members: members.pop(name))


def rebuilt(data: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def refused(data: bytes) -> type[ShareError]:
    with pytest.raises((FileNotOurs, FileTampered, FileTooBig)) as caught:
        read_answer(data, "pakket.docx")
    assert "/" not in str(caught.value)
    return caught.type


@pytest.mark.parametrize("part", [DOCUMENT, COMMENTS])
def test_entities_are_refused_before_they_are_expanded(good: bytes, part: str) -> None:
    data = changed(good, part, lambda t: t.replace("?>", f"?>{DOCTYPE}", 1))
    data = changed(data, part, lambda t: t.replace("</w:t>", "&c;&x;</w:t>"))
    assert refused(data) is FileTampered


def test_inclusion_of_another_file_is_not_followed(good: bytes) -> None:
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'
    data = changed(good, COMMENTS, lambda t: t.replace("Mooi.", f"Mooi.</w:t>{include}<w:t>"))
    assert [remark.text for remark in read(data).remarks] == ["Mooi."]


def test_relations_that_lead_outside_are_not_followed(good: bytes, tmp_path: Path) -> None:
    secret = tmp_path / "geheim.xml"
    secret.write_text(f'<w:comments xmlns:w="x">{said("geheim")}</w:comments>', encoding="utf-8")
    outside = f'TargetMode="External" Target="{secret.as_uri()}"'
    data = changed(
        good, "word/_rels/document.xml.rels",
        lambda t: t.replace('Target="comments.xml"', outside),
    )  # fmt: skip
    assert all("geheim" not in remark.text for remark in read(data).remarks)
    data = changed(
        good, "word/_rels/document.xml.rels",
        lambda t: t.replace('Target="comments.xml"', f'Target="../../../..{secret}"'),
    )  # fmt: skip
    assert all("geheim" not in remark.text for remark in read(data).remarks)


def test_macros_are_never_opened(good: bytes) -> None:
    data = rebuilt(good, lambda members: members.update({"word/vbaProject.bin": b"\x00" * 100}))
    assert [remark.text for remark in read(data).remarks] == ["Mooi."]


@pytest.mark.parametrize("part", ["word/document.xml", "_rels/.rels"])
def test_a_missing_part_is_refused(good: bytes, part: str) -> None:
    assert refused(without(good, part)) is FileNotOurs


@pytest.mark.parametrize(
    "part", [COMMENTS, "[Content_Types].xml", "word/styles.xml", "docProps/core.xml"]
)
def test_parts_that_say_nothing_of_remarks_may_be_gone(good: bytes, part: str) -> None:
    assert len(read(without(good, part)).remarks) in (0, 1)


@pytest.mark.parametrize("part", [DOCUMENT, COMMENTS, "_rels/.rels"])
@pytest.mark.parametrize(
    "content", ["", "geen xml", "<a>", "<w:p/>", "\x00", "<?xml version='1.0' encoding='x'?><a/>"]
)
def test_a_part_that_is_no_xml_is_refused(good: bytes, part: str, content: str) -> None:
    refused(changed(good, part, lambda _: content))


@pytest.mark.parametrize("size", [0, 4, 100, 3_000, -1, -30])
def test_a_file_that_was_cut_off_is_refused(good: bytes, size: int) -> None:
    refused(good[:size])


def test_bytes_that_were_changed_on_the_way_never_crash(good: bytes) -> None:
    for place in range(0, len(good), 97):
        data = bytearray(good)
        data[place] ^= 0xFF
        try:
            read_remarks(bytes(data), "pakket.docx")
        except (FileNotOurs, FileTampered, FileTooBig):
            continue


@pytest.mark.parametrize("name", ["x.txt", "xl/workbook.xml", "content.xml", "word/document.xml"])
def test_a_zip_of_something_else_is_refused(name: str) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(name, "<a/>")
    assert refused(made.getvalue()) is FileNotOurs


def test_a_word_document_of_another_is_refused() -> None:
    data = changed(
        render_docx(full_packet()), DOCUMENT, lambda t: t.replace('w:name="p_', 'w:name="_p_')
    )
    assert refused(data) is FileNotOurs


def test_a_document_with_a_password_is_refused() -> None:
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 5_000) is FileNotOurs


def test_a_zip_that_unpacks_without_end_is_refused_in_bounded_memory(good: bytes) -> None:
    bomb = rebuilt(good, lambda members: members.update({DOCUMENT: b" " * 60_000_000}))
    assert len(bomb) < 200_000
    tracemalloc.start()
    try:
        assert refused(bomb) is FileTooBig
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_a_size_that_lies_is_refused(good: bytes) -> None:
    bomb = bytearray(rebuilt(good, lambda members: members.update({DOCUMENT: b" " * 60_000_000})))
    real = (60_000_000).to_bytes(4, "little")
    while real in bomb:
        at = bomb.index(real)
        bomb[at : at + 4] = (1_000).to_bytes(4, "little")
    assert refused(bytes(bomb)) in (FileTampered, FileTooBig)


def test_parts_that_are_not_read_are_not_unpacked(good: bytes) -> None:
    data = rebuilt(good, lambda members: members.update({"word/media/x.png": b" " * 60_000_000}))
    tracemalloc.start()
    try:
        assert len(read(data).remarks) == 1
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_five_thousand_members_are_refused(good: bytes) -> None:
    many = {f"word/x{number}.xml": b"" for number in range(5_000)}
    assert refused(rebuilt(good, lambda members: members.update(many))) is FileTooBig


def test_a_hundred_thousand_comments_are_refused_soon() -> None:
    comments = "".join(said("x", number) for number in range(1_000, 101_000))
    data = with_comment(one_answer("een"), lambda t: ranged(t, "een"), comments)
    begin = monotonic()
    assert refused(data) is FileTampered
    assert monotonic() - begin < 10


def test_a_hundred_thousand_ranges_are_refused_soon() -> None:
    ranges = "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in range(100_000))
    data = with_comment(one_answer("een"), lambda t: t.replace("<w:body>", f"<w:body>{ranges}"))
    assert refused(data) is FileTampered


def test_many_comments_over_everything_take_bounded_time() -> None:
    packet = one_answer(*(f"regel {number}" for number in range(3_000)))
    ranges = "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in range(1_000, 3_000))
    comments = "".join(said(f"x{number}", number) for number in range(1_000, 3_000))
    data = with_comment(
        packet,
        lambda t: t.replace("<w:body>", f"<w:body>{ranges}").replace(
            "<w:sectPr>", f"{ranges.replace('Start', 'End')}<w:sectPr>"
        ),
        comments,
    )
    begin = monotonic()
    assert len(read(data).remarks) == 2_000
    assert monotonic() - begin < 60


def test_a_small_file_of_a_million_paragraphs_is_refused_in_bounded_memory(good: bytes) -> None:
    data = changed(good, DOCUMENT, lambda t: t.replace("<w:body>", "<w:body>" + "<w:p/>" * 10**6))
    assert len(data) < 100_000
    tracemalloc.start()
    assert refused(data) is FileTampered
    assert tracemalloc.get_traced_memory()[1] < 150_000_000
    tracemalloc.stop()


def test_xml_that_is_nested_without_end_is_refused(good: bytes) -> None:
    deep = "<w:x>" * 100_000 + "</w:x>" * 100_000
    data = changed(good, DOCUMENT, lambda t: t.replace("<w:body>", f"<w:body>{deep}"))
    assert refused(data) is FileTampered


def test_a_file_that_is_too_large_is_not_opened() -> None:
    assert refused(b"PK\x03\x04" + b"\x00" * 30_000_000) is FileTooBig
