# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
r"""The small print of filled-in forms: headings, escapes, cells, and what is private.

A heading that ends in `{#id}` is structure; a line of a user that looks like one is written with
a backslash before it, and so is a line that looks like a comment of the form.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_HEADING = re.compile(r"(#{1,4})[ \t]+(.*?)[ \t]*\{#([^\s{}]+)\}[ \t]*")
_LIKE_STRUCTURE = re.compile(r"^(\\*(?:#{1,6}[ \t].*\{#[^\s{}]+\}[ \t]*$|<!--))", re.MULTILINE)
_ESCAPED_STRUCTURE = re.compile(r"^\\(\\*(?:#{1,6}[ \t].*\{#[^\s{}]+\}[ \t]*$|<!--))", re.MULTILINE)
_CELL_ESCAPE = re.compile(r"\\(\\|\||<br>)|<br>")

OPTION_LINE = re.compile(r"[-*+][ \t]+\[([ xX])\](?:[ \t]+(.*))?")
CARD_LINE = re.compile(r"(?:\d{1,3}[.)]|[-*+])[ \t]+([^\s/]+/[^\s/]+)(?:[ \t].*)?")
RANK_LINE = re.compile(r"\d{1,3}[.)][ \t]+(.*)")
OWN_OPTION = "Anders:"
NOTHING = "-"


class Heading(NamedTuple):
    """A heading that is structure."""

    level: int
    title: str
    id: str


def parse_heading(line: str) -> Heading | None:
    """The heading in a line, or None when the line is text."""
    match = _HEADING.fullmatch(line)
    return Heading(len(match[1]), match[2], match[3]) if match else None


def heading(level: int, title: str, heading_id: str) -> str:
    """A heading that `parse_heading` reads back."""
    return f"{'#' * level} {one_line(title)} {{#{heading_id}}}"


def one_line(text: str) -> str:
    """Text for a heading or list line: blanks and line ends folded."""
    return " ".join(text.split())


def escape_text(text: str) -> str:
    """User text for a form: lines that look like structure get a backslash."""
    if "{#" in text or "<!--" in text:
        return _LIKE_STRUCTURE.sub(r"\\\1", text)
    return text


def unescape_text(text: str) -> str:
    """The text that `escape_text` was given."""
    return _ESCAPED_STRUCTURE.sub(r"\1", text)


def escape_first(text: str, pattern: re.Pattern[str]) -> str:
    """Text that follows a list: a first line that looks like one more item gets a backslash."""
    first = text.split("\n", 1)[0]
    return "\\" + text if pattern.fullmatch(first.lstrip("\\")) else text


def unescape_first(text: str, pattern: re.Pattern[str]) -> str:
    """The text that `escape_first` was given."""
    first = text.split("\n", 1)[0]
    return text[1:] if first.startswith("\\") and pattern.fullmatch(first.lstrip("\\")) else text


def encode_cell(text: str) -> str:
    """A cell on one line: a bar, backslash or `<br>` is escaped, a line end becomes `<br>`."""
    escaped = text.replace("\\", "\\\\").replace("|", "\\|").replace("<br>", "\\<br>")
    return escaped.strip().replace("\n", "<br>")


def decode_cell(text: str) -> str:
    """The text of a cell; blanks around it are not kept."""
    return _CELL_ESCAPE.sub(lambda match: match[1] or "\n", text.strip())


def table_row(cells: tuple[str, ...] | list[str]) -> str:
    """One row of a pipe table."""
    return "| " + " | ".join(encode_cell(cell) for cell in cells) + " |"


def split_row(line: str) -> list[str]:
    """The cells of one row, decoded."""
    cells: list[str] = []
    current: list[str] = []
    escaped = False
    for sign in line.strip().removeprefix("|"):
        if sign == "|" and not escaped:
            cells.append("".join(current))
            current = []
        else:
            current.append(sign)
        escaped = sign == "\\" and not escaped
    if "".join(current).strip():
        cells.append("".join(current))
    return [decode_cell(cell) for cell in cells]
