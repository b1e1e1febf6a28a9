# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The one gate for files from outside: sizes, kinds of file, text, JSON and SVG.

Knows what is safe to read; what the content means, and every sentence, is left to others.
"""

from __future__ import annotations

import json
import os
import re
import stat
from pathlib import Path
from typing import Any

from logbook.core.errors import FileNotText, FileTooLarge, FileUnreadable, LinkOutside

# A pipe without a writer would make `open` wait for ever; Windows has neither name.
_OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOCTTY", 0)
)

#: A picture may hold this many bytes.
SVG_LIMIT = 64 * 1024
SVG_NESTING = 32
SVG_ELEMENTS = 5_000

_SVG_ALLOWED = frozenset(
    (
        "svg",
        "g",
        "defs",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "title",
        "desc",
        "text",
        "tspan",
        "style",
    )
)
_SVG_DECLARATION = re.compile(r"<!(?!--|\[CDATA\[)|<\?(?!xml[ \t\r\n])", re.IGNORECASE)
_SVG_URL = re.compile(r"url\s*\(\s*[\"']?\s*(.?)", re.IGNORECASE | re.DOTALL)
_SVG_CODE = re.compile(r"(?:java|vb)script\s*:|expression\s*\(|@|\\", re.IGNORECASE)


class JsonRefused(ValueError):
    """JSON that is not read.

    Args:
        reason: "syntax", "depth", "duplicate", "number" or "count".
        fact: the key, number or remark of the parser.
        line: counts from 1; 0 when it is not known.
    """

    def __init__(self, reason: str, fact: str = "", line: int = 0) -> None:
        super().__init__(reason, fact, line)
        self.reason = reason
        self.fact = fact
        self.line = line


class SvgRefused(ValueError):
    """A picture that is not shown.

    Args:
        reason: "syntax", "declaration", "element", "event", "reference", "nesting" or "count".
        fact: the name that was met; "" when there is none.
    """

    def __init__(self, reason: str, fact: str = "") -> None:
        super().__init__(reason, fact)
        self.reason = reason
        self.fact = fact


def read_bytes(path: Path, *, limit: int, inside: Path | None = None) -> bytes:
    """The content of a regular file of at most `limit` bytes.

    Args:
        inside: a folder that symbolic links may not lead out of.

    Raises:
        LinkOutside: the file is really somewhere else.
        FileTooLarge: it holds more than `limit` bytes; nothing was read.
        FileUnreadable: it is missing, not a regular file, or the system refuses.
    """
    try:
        if inside is not None and not is_inside(path, inside):
            raise LinkOutside(str(path))
        # First without opening: opening a device may already do something.
        if not stat.S_ISREG(path.stat().st_mode):
            raise FileUnreadable(str(path), "not a regular file")
        descriptor = os.open(path, _OPEN_FLAGS)
        with os.fdopen(descriptor, "rb") as stream:
            facts = os.fstat(descriptor)
            if not stat.S_ISREG(facts.st_mode):
                raise FileUnreadable(str(path), "not a regular file")
            if facts.st_size > limit:
                raise FileTooLarge(str(path), facts.st_size, limit)
            content = stream.read(limit + 1)
    except (OSError, ValueError) as error:
        raise FileUnreadable(str(path), str(error)) from error
    if len(content) > limit:
        raise FileTooLarge(str(path), len(content), limit)
    return content


def read_text(path: Path, *, limit: int, inside: Path | None = None) -> str:
    """The text of a UTF-8 file with or without byte order mark; line ends stay as they are.

    Raises:
        FileNotText: the bytes are not UTF-8.
        LinkOutside, FileTooLarge, FileUnreadable: see `read_bytes`.
    """
    content = read_bytes(path, limit=limit, inside=inside)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileNotText(str(path), f"byte {error.start}") from error


def is_inside(path: Path, folder: Path) -> bool:
    """Whether `path`, with every symbolic link followed, lies in `folder`.

    Raises:
        OSError: the system cannot tell.
    """
    real = os.path.realpath(path)
    root = os.path.realpath(folder)
    return real == root or real.startswith(root.rstrip(os.sep) + os.sep)


def parse_json(text: str, *, depth: int | None = 32, most: int | None = None) -> Any:
    """The value of a JSON text, at most `depth` containers deep and without double keys.

    `depth` None leaves counting to a caller that checks the shape of everything it gets.

    Args:
        most: so many strings, containers and commas may stand in it: of a few megabytes of empty
            lists a parser makes gigabytes.

    Raises:
        JsonRefused: the text is no JSON, too deep, too much, or holds a key twice.
    """
    if most is not None and _is_more_than(most, text):
        raise JsonRefused("count", str(most))
    try:
        value = _DECODER.decode(text)
    except RecursionError:
        raise JsonRefused("depth", str(depth)) from None
    except json.JSONDecodeError as error:
        raise JsonRefused("syntax", error.msg, error.lineno) from None
    except JsonRefused:
        raise
    except ValueError:  # a whole number with thousands of digits
        raise JsonRefused("number", "number") from None
    if depth is None:
        return value
    level = [value] if isinstance(value, (dict, list)) else []
    for _ in range(depth):
        if not level:
            return value
        level = [
            child
            for node in level
            for child in (node.values() if isinstance(node, dict) else node)
            if isinstance(child, (dict, list))
        ]
    if level:
        raise JsonRefused("depth", str(depth))
    return value


#: A string, or what begins a container or a next value. What was matched is never tried again.
_JSON_TOKEN = re.compile(r'[\[{,]|"(?:[^"\\]++|\\.)*+"?+', re.DOTALL)


def _is_more_than(most: int, text: str) -> bool:
    """Whether more than `most` tokens stand in a JSON text."""
    # Counted as if no string held any: right for nearly every file, and quick.
    if text.count('"') // 2 + sum(map(text.count, "[{,")) <= most:
        return False
    tokens = (number for number, _ in enumerate(_JSON_TOKEN.finditer(text), start=1))
    return any(number > most for number in tokens)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise JsonRefused("duplicate", key)
            seen.add(key)
    return found


def _constant(name: str) -> Any:
    raise JsonRefused("number", name)


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_constant)


def check_svg(text: str) -> None:
    """Refuse a picture that could read elsewhere, run something, or cost without end.

    Only drawing elements are known; entities and document types are refused before any parse.

    Raises:
        SvgRefused: with the first reason found.
    """
    declared = _SVG_DECLARATION.search(text)
    if declared:
        raise SvgRefused("declaration", text[declared.start() : declared.start() + 12])
    # Not at the top: pictures are checked when they are new, not at every start.
    from xml.parsers import expat

    checker = _SvgChecker()
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = checker.start
    parser.EndElementHandler = checker.end
    parser.CharacterDataHandler = checker.characters
    parser.StartDoctypeDeclHandler = checker.doctype
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        raise SvgRefused("syntax", f"{error.lineno}") from None


def read_svg(path: Path) -> str:
    """The source of a picture that may be shown.

    Raises:
        SvgRefused: with the first reason found.
        FileNotText, FileTooLarge, FileUnreadable: see `read_text`.
    """
    text = read_text(path, limit=SVG_LIMIT)
    check_svg(text)
    return text


class _SvgChecker:
    def __init__(self) -> None:
        self._open: list[str] = []
        self._count = 0
        self._style: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if not self._open and local != "svg":
            raise SvgRefused("element", name)
        if local not in _SVG_ALLOWED:
            raise SvgRefused("element", name)
        self._open.append(local)
        self._count += 1
        if len(self._open) > SVG_NESTING:
            raise SvgRefused("nesting", str(SVG_NESTING))
        if self._count > SVG_ELEMENTS:
            raise SvgRefused("count", str(SVG_ELEMENTS))
        for key, value in attributes.items():
            self._attribute(key, value)

    def _attribute(self, key: str, value: str) -> None:
        local = key.rpartition(":")[2].lower()
        if local.startswith("on"):
            raise SvgRefused("event", key)
        if key.startswith("xmlns"):
            return
        if local in {"href", "src"} and not value.strip().startswith("#"):
            raise SvgRefused("reference", key)
        if key == "xml:base" or _leads_out(value):
            raise SvgRefused("reference", key)
        # A clip inside a clip, or a gradient in its own definition, may go round for ever.
        if "clipPath" in self._open and "url" in value.lower():
            raise SvgRefused("reference", key)

    def characters(self, text: str) -> None:
        if self._open[-1] == "style":
            self._style.append(text)

    def end(self, name: str) -> None:
        if self._open.pop() == "style" and _leads_out("".join(self._style)):
            raise SvgRefused("reference", "style")

    def doctype(self, *_: object) -> None:
        raise SvgRefused("declaration", "<!DOCTYPE")


def _leads_out(value: str) -> bool:
    """Whether a value names anything but a part of the same picture."""
    return bool(_SVG_CODE.search(value)) or any(
        found[1] != "#" for found in _SVG_URL.finditer(value)
    )
