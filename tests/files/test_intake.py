# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
import contextlib
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.core.errors import FileNotText, FileTooLarge, FileUnreadable, LinkOutside
from logbook.files.intake import JsonRefused, SvgRefused, check_svg, parse_json, read_text

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_text_is_the_same_with_and_without_byte_order_mark(tmp_path: Path, start: bytes) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(start + "één\r\ntwee".encode())
    assert read_text(path, limit=100) == "één\r\ntwee"


def test_file_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"a" * 10)
    assert read_text(path, limit=10) == "a" * 10


def test_file_over_the_limit_is_refused_with_its_size(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"a" * 11)
    with pytest.raises(FileTooLarge) as caught:
        read_text(path, limit=10)
    assert (caught.value.size, caught.value.limit) == (11, 10)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"caf\xe9", b"\xed\xa0\x80", b"\xc0\xaf"])
def test_bytes_that_are_no_utf8_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(content)
    with pytest.raises(FileNotText):
        read_text(path, limit=100)


def test_missing_file_and_folder_are_unreadable(tmp_path: Path) -> None:
    for path in (tmp_path / "none.md", tmp_path, tmp_path / "a\0b"):
        with pytest.raises(FileUnreadable):
            read_text(path, limit=100)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_named_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(FileUnreadable):
        read_text(tmp_path / "pipe.md", limit=100)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices on this system")
def test_device_is_refused(tmp_path: Path) -> None:
    (tmp_path / "zero.md").symlink_to("/dev/zero")
    with pytest.raises(FileUnreadable):
        read_text(tmp_path / "zero.md", limit=100)


def test_link_may_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("geheim")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link.md").symlink_to("../secret.md")
    with pytest.raises(LinkOutside):
        read_text(inside / "link.md", limit=100, inside=inside)


def test_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("tekst")
    (tmp_path / "b.md").symlink_to("a.md")
    assert read_text(tmp_path / "b.md", limit=100, inside=tmp_path) == "tekst"


def test_folder_with_a_like_name_is_outside(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "a.md").write_text("tekst")
    (tmp_path / "in" / "a.md").symlink_to("../inside/a.md")
    with pytest.raises(LinkOutside):
        read_text(tmp_path / "in" / "a.md", limit=100, inside=tmp_path / "in")


def test_json_is_read_to_the_depth_that_is_allowed() -> None:
    assert parse_json("[" * 32 + "]" * 32) is not None
    with pytest.raises(JsonRefused) as caught:
        parse_json("[" * 33 + "]" * 33)
    assert caught.value.reason == "depth"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "syntax"),
        ("", "syntax"),
        ('{"a": 1, "b": {"c": 1, "c": 2}}', "duplicate"),
        ("[NaN]", "number"),
        ("[-Infinity]", "number"),
        ("[" + "9" * 5_000 + "]", "number"),
        ("[" * 100_000, "depth"),
        ('{"a":' * 100_000, "depth"),
    ],
)
def test_json_that_is_not_read_says_why(text: str, reason: str) -> None:
    with pytest.raises(JsonRefused) as caught:
        parse_json(text)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("[" + "[]," * 90 + "0]", False),
        ("[" + "{}," * 90 + "0]", False),
        ("[" + "0," * 101 + "0]", False),
        ("[" + '"",' * 50 + "0]", False),
        ('"' + "[{," * 1_000 + '"', True),
        ('["' + '\\"[,' * 1_000 + '"]', True),
        ('["' + "\\\\" * 1_000 + '","' + "[" * 200 + '"]', True),
        ("[" + "0," * 98 + "0]", True),
    ],
)
def test_json_of_too_many_parts_is_not_parsed(text: str, fits: bool) -> None:
    if fits:
        assert parse_json(text, most=100) == json.loads(text)
        return
    with pytest.raises(JsonRefused) as caught:
        parse_json(text, most=100)
    assert caught.value.reason == "count"
    assert parse_json(text) == json.loads(text)


def test_json_mistake_names_its_line() -> None:
    with pytest.raises(JsonRefused) as caught:
        parse_json('{\n"a": 1,\n}')
    assert caught.value.line == 3


@given(st.text())
def test_any_text_is_json_or_refused(text: str) -> None:
    with contextlib.suppress(JsonRefused):
        parse_json(text)


@pytest.mark.parametrize(
    "inner",
    [
        '<path d="M0 0L1 1" style="fill:#123456"/>',
        '<linearGradient id="a"><stop offset="0"/></linearGradient><rect fill="url(#a)"/>',
        "<rect fill=\"url( '#a' )\"/>",
        "<style>.a { fill: red }</style><title>Een brug</title>",
        '<linearGradient xlink:href="#a"/>',
    ],
)
def test_plain_drawing_is_accepted(inner: str) -> None:
    check_svg('<?xml version="1.0" encoding="UTF-8"?>\n<!-- eigen werk -->' + SVG.format(inner))


@pytest.mark.parametrize(
    ("inner", "reason"),
    [
        ("<script>alert(1)</script>", "element"),
        ('<use xlink:href="#a"/>', "element"),
        ('<image href="file:///etc/passwd"/>', "element"),
        ("<foreignObject/>", "element"),
        ('<x:image xmlns:x="http://www.w3.org/2000/svg"/>', "element"),
        ('<a href="https://example.org"/>', "element"),
        ('<animate attributeName="x"/>', "element"),
        ('<rect onclick="x()"/>', "event"),
        ('<rect fill="url(http://example.org/a)"/>', "reference"),
        ('<rect style="fill: url(&quot;file:///a&quot;)"/>', "reference"),
        ('<linearGradient xlink:href="other.svg#a"/>', "reference"),
        ("<style>@import 'a.css';</style>", "reference"),
        ("<style>.a { fill: url(<![CDATA[htt]]>p://a) }</style>", "reference"),
        ('<rect xml:base="http://example.org/"/>', "reference"),
        ('<clipPath id="a"><rect clip-path="url(#a)"/></clipPath>', "reference"),
        ("<g>" * 40 + "</g>" * 40, "nesting"),
        ("<g/>" * 6_000, "count"),
        ("<g>", "syntax"),
        ("&undefined;", "syntax"),
    ],
)
def test_drawing_that_does_more_is_refused(inner: str, reason: str) -> None:
    with pytest.raises(SvgRefused) as caught:
        check_svg(SVG.format(inner))
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><svg>&b;</svg>',
        '<!doctype svg SYSTEM "http://example.org/a.dtd"><svg/>',
        '<?xml-stylesheet href="http://example.org/a.css"?><svg/>',
        "<!ENTITY a 'b'><svg/>",
    ],
)
def test_declarations_are_refused_before_any_parsing(text: str) -> None:
    with pytest.raises(SvgRefused) as caught:
        check_svg(text)
    assert caught.value.reason == "declaration"


@pytest.mark.parametrize("text", ["", "<html/>", "geen xml", "<svg/><svg/>"])
def test_text_that_is_no_drawing_is_refused(text: str) -> None:
    with pytest.raises(SvgRefused):
        check_svg(text)


@given(st.text(alphabet="<>/svg gpath=\"'#&;![]?-onurl()", max_size=200))
def test_any_text_is_a_drawing_or_refused(text: str) -> None:
    with contextlib.suppress(SvgRefused):
        check_svg(text)
