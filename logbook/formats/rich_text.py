# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Markdown to clean HTML, within bounds of size and nesting, and the notes in an author's text.

Text of authors knows attribute lists, tables, notes and definition lists; text of users only
tables and lists, and every line end of theirs is kept. HTML that someone typed is shown as text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

import markdown
import nh3
from markdown.preprocessors import Preprocessor

#: Longer text is shown as it stands, unparsed: the parser's time grows faster than the text.
SIZE_LIMIT = 100_000

# Signs that make the parser look ahead, counted per block; its work grows with their square.
_COSTLY = re.compile(
    r"[\[<]|^ {0,3}#|^ {0,3}(?:=+|-+)[ \t]*$|^ {0,3}(?:[-*_][ \t]*){3,}$", re.MULTILINE
)
# Marks cost far less, but tens of thousands in one block cost seconds all the same.
_MARKS = re.compile(r"[*_`\\&]")
_LINES_LIMIT = 5_000
_COST_LIMIT = 250_000
_MARKS_LIMIT = 100_000_000
_DEEP = re.compile(
    r"^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}\.)(?=[ \t]))){12}|^(?: {4}|\t| {1,3}\t){11}", re.MULTILINE
)
_BLANK_LINES = re.compile(r"\n[ \t]*\n")
_BLOCKS = ("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "code", "div")
_LISTS = ("ul", "ol", "li", "dl", "dt", "dd", "em", "strong", "a", "abbr")
_TABLES = ("table", "thead", "tbody", "tr", "th", "td")
_TAGS = frozenset((*_BLOCKS, *_LISTS, *_TABLES))
_ATTRIBUTES = {
    "a": {"href", "title"},
    "ol": {"start"},
    "th": {"style"},
    "td": {"style"},
    "abbr": {"title"},
}
_CLASSES = {"div": {"admonition", "zorg", "casus", "tip"}, "p": {"admonition-title"}}
_AUTHOR_SCHEMES = {"http", "https", "mailto", "naslag", "answer"}
_USER_SCHEMES = {"http", "https", "mailto"}
_PICTURE_NAME = re.compile(r"\w[\w .-]*")

# As CommonMark: of numbered lists only one that begins at 1 may follow words at once.
_LIST_START = re.compile(r" {0,3}(?:[-*+]|1\.)[ \t]+\S")
_CODE = re.compile(r" {4}|\t")

_NOTE_START = re.compile(r'!!![ \t]+([\w-]+)(?:[ \t]+"(.*)")?[ \t]*')
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of Markdown without notes."""

    markdown: str


@dataclass(frozen=True, slots=True)
class Note:
    """A note that stands apart: `zorg`, `casus` or `tip`. `title` is "" when there is none."""

    kind: str
    title: str
    markdown: str


class _RoomForLists(Preprocessor):
    """An empty line before a list right below words; the parser sees no list without it."""

    def run(self, lines: list[str]) -> list[str]:
        made: list[str] = []
        before, in_list = "", False
        for line in lines:
            starts = _LIST_START.match(line) is not None
            if starts and not in_list and before.strip() and not _CODE.match(before):
                made.append("")
            made.append(line)
            in_list = bool(line.strip()) and (in_list or starts)
            before = line
        return made


class AuthorText:
    """Turns Markdown of exercises and reference pages into HTML; reuse it for many texts."""

    def __init__(self) -> None:
        self._parser = _parser(["attr_list", "tables", "admonition", "def_list", "sane_lists"])

    def render(self, source: str) -> str:
        """Clean HTML without scripts, styles or anything from elsewhere."""
        return _render(self._parser, source, _TAGS | {"img"}, _AUTHOR_SCHEMES)


class UserText:
    """Turns Markdown of a user into HTML; reuse it for many texts.

    Args:
        entry_links: whether links to other entries stay links; elsewhere only their words do.
    """

    def __init__(self, *, entry_links: bool = False) -> None:
        self._schemes = _USER_SCHEMES | {"entry"} if entry_links else _USER_SCHEMES
        self._parser = _parser(["tables", "sane_lists", "nl2br"])
        for name in ("image_link", "image_reference", "short_image_ref", "reference"):
            if name in self._parser.inlinePatterns:
                self._parser.inlinePatterns.deregister(name)
        # A line such as `[1]: tekst` would otherwise vanish from the page.
        self._parser.parser.blockprocessors.deregister("reference")
        self._parser.preprocessors.register(_RoomForLists(), "room_for_lists", 10)

    def render(self, source: str) -> str:
        """Clean HTML of what was written; a picture or a link to a file shows its words."""
        return _render(self._parser, source, _TAGS, self._schemes)


def render_html(source: str) -> str:
    """Clean HTML of an author's text; a user's text is rendered by `render_user_html`."""
    return AuthorText().render(source)


def render_user_html(source: str, *, entry_links: bool = False) -> str:
    """Clean HTML of what a user wrote; `entry_links` as for `UserText`."""
    return UserText(entry_links=entry_links).render(source)


def is_bounded(source: str) -> bool:
    """Whether the parser will be done with this text quickly."""
    if len(source) > SIZE_LIMIT or _DEEP.search(source):
        return False
    blocks = _BLANK_LINES.split(source)
    if any(block.count("\n") > _LINES_LIMIT for block in blocks):
        return False
    if sum(len(_MARKS.findall(block)) ** 2 for block in blocks) > _MARKS_LIMIT:
        return False
    return sum(len(_COSTLY.findall(block)) ** 2 for block in blocks) <= _COST_LIMIT


def split_notes(source: str) -> list[Text | Note]:
    """Text and notes in order; blank text between notes is left out."""
    parts: list[Text | Note] = []
    lines = source.expandtabs(4).split("\n")
    plain: list[str] = []
    fence = ""
    index = 0
    while index < len(lines):
        line = lines[index]
        mark = _FENCE.match(line)
        if mark:
            fence = _next_fence(fence, mark[1])
        start = None if fence or mark else _NOTE_START.fullmatch(line)
        index += 1
        if start is None:
            plain.append(line)
            continue
        end = _note_end(lines, index)
        body = "\n".join(inner[4:] for inner in lines[index:end])
        parts += [*_text(plain), Note(start[1].lower(), start[2] or "", body.strip("\n"))]
        plain = []
        index = end
    return [*parts, *_text(plain)]


def _next_fence(fence: str, mark: str) -> str:
    if not fence:
        return mark
    return "" if mark.startswith(fence) else fence


def _note_end(lines: list[str], index: int) -> int:
    """Where the indented lines of a note end; blank lines after it are not of it."""
    end = index
    for number in range(index, len(lines)):
        if lines[number].startswith("    "):
            end = number + 1
        elif lines[number].strip():
            break
    return end


def _text(lines: list[str]) -> list[Text | Note]:
    joined = "\n".join(lines).strip("\n")
    return [Text(joined)] if joined.strip() else []


def _parser(extensions: list[str]) -> markdown.Markdown:
    parser = markdown.Markdown(extensions=extensions, output_format="html")
    parser.preprocessors.deregister("html_block")
    parser.inlinePatterns.deregister("html")
    return parser


def _render(parser: markdown.Markdown, source: str, tags: frozenset[str], schemes: set[str]) -> str:
    if is_bounded(source):
        try:
            return _clean(parser.reset().convert(source), tags, schemes)
        except RecursionError:
            parser.reset()
    # Clean as it is; the cleaner would take half a minute for a million ampersands.
    return f"<pre>{escape(source, quote=False)}</pre>"


def _clean(html: str, tags: frozenset[str], schemes: set[str]) -> str:
    with_pictures = "img" in tags
    return nh3.clean(
        html,
        tags=set(tags),
        attributes=_ATTRIBUTES | ({"img": {"src", "alt", "title"}} if with_pictures else {}),
        attribute_filter=_keep_attribute,
        allowed_classes=_CLASSES,
        url_schemes=schemes,
        filter_style_properties={"text-align"},
        clean_content_tags={"script", "style", "iframe"},
        link_rel=None,
    )


def _keep_attribute(tag: str, name: str, value: str) -> str | None:
    """Pictures stand in the folder of their text: no path, no address. Links name a scheme."""
    if tag == "img" and name == "src" and not _PICTURE_NAME.fullmatch(value):
        return None
    if tag == "a" and name == "href" and ":" not in value:
        return None
    return value
