# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Formatted text from elsewhere (a browser, Word, LibreOffice) as the Markdown we write.

Keeps bold, italic, headings, lists, quotes, rows and paragraphs; a link keeps its words. All
else goes. `nh3` makes the HTML well-formed first, so that nothing hostile reaches the parser;
nothing is ever loaded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

import nh3

#: More HTML than this (characters) is not converted: its plain text is taken instead.
HTML_LIMIT = 1_000_000

#: Elements inside each other. Deeper HTML is nobody's text, and reading it takes far too long.
NESTING_LIMIT = 400

_DEPTH = 8
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_BLOCKS = {"p", "div", "ul", "ol", "li", "blockquote", "pre", "tr", "table", "hr", *_HEADINGS}
_INLINE = {"b", "strong", "i", "em", "span", "a", "br", "td", "th", "font"}
_IN_CELL = {"p", "div"}
_GONE = {"script", "style", "title", "head", "template", "noscript", "svg", "math", "object"}
_FORMAT = re.compile(
    r"<(?:b|strong|i|em|h[1-6]|li|blockquote|td)\b|font-(?:weight|style)|mso-list", re.IGNORECASE
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_NEVER_NESTED = {"p", "li", "td", "th", "tr", "tbody", "thead", "dt", "dd", "option", "br", "hr"}
_NEVER_NESTED |= {"img", "input", "meta", "link", "col", "wbr", "area", "base"}
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_LEVEL = re.compile(r"mso-list:[^;]*level(\d)")
_BOLD = re.compile(r"font-weight:\s*(bold(?:er)?|[6-9]00|normal|lighter|[1-5]00)")
_ITALIC = re.compile(r"font-style:\s*(italic|oblique|normal)")


def has_format(html: str) -> bool:
    """Whether there is anything in the HTML that plain text would lose."""
    return _FORMAT.search(html) is not None


def html_to_markdown(html: str) -> str:
    """The Markdown of a piece of HTML; "" when it holds no words or nests without end."""
    if _is_deep(html[:HTML_LIMIT]):
        return ""
    clean = nh3.clean(
        html[:HTML_LIMIT],
        tags=_BLOCKS | _INLINE,
        clean_content_tags=_GONE,
        attributes={"*": {"style"}},
        link_rel=None,
    )
    reader = _Reader()
    reader.feed(clean)
    reader.close()
    reader.end_block()
    return _join(reader.blocks)


def _is_deep(html: str) -> bool:
    depth = 0
    for tag in _TAG.finditer(html):
        if tag[2].lower() not in _NEVER_NESTED:
            depth += -1 if tag[1] else 1
            if depth > NESTING_LIMIT:
                return True
    return False


@dataclass(frozen=True, slots=True)
class _Words:
    text: str
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class _Block:
    kind: str
    quotes: int
    text: str


@dataclass(slots=True)
class _List:
    ordered: bool
    count: int = 0


@dataclass(slots=True)
class _Look:
    """What an open inline element changed: None leaves it as it was."""

    tag: str
    bold: bool | None = None
    italic: bool | None = None
    marker: bool = False


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[_Block] = []
        self._words: list[_Words] = []
        self._looks: list[_Look] = []
        self._lists: list[_List] = []
        self._quotes = 0
        self._heading = 0
        self._pre = 0
        self._cells = 0
        self._cell_begun = False
        self._mark = ""
        self._marker = ""
        self._word_level = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        style = (dict(attrs).get("style") or "").lower()
        if tag == "br":
            self._add("\n")
        elif tag in ("td", "th"):
            if self._cells:
                self._add(" | ")
            self._cells += 1
            self._cell_begun = False
        elif self._cells and tag in _IN_CELL:
            # The first paragraph of a cell stands in its row.
            if self._cell_begun:
                self.end_block()
        elif tag in _BLOCKS:
            self._begin_block(tag, style)
        else:
            self._looks.append(_look_of(tag, style))

    def handle_endtag(self, tag: str) -> None:
        if self._cells and tag in _IN_CELL:
            return
        if tag in _BLOCKS:
            self.end_block()
            self._leave_block(tag)
            return
        for index in range(len(self._looks) - 1, -1, -1):
            if self._looks[index].tag == tag:
                del self._looks[index]
                return

    def handle_data(self, data: str) -> None:
        if any(look.marker for look in self._looks):
            self._marker += data
            return
        self._cell_begun = self._cell_begun or bool(data.strip())
        if not self._pre:
            data = _BLANKS.sub(" ", data)
        self._add(data.replace("\xa0", " "))

    def _begin_block(self, tag: str, style: str) -> None:
        # Inside a list item or cell a paragraph does not begin anew before there are words.
        self.end_block()
        if tag in _HEADINGS:
            self._heading = _HEADINGS[tag]
        elif tag in ("ul", "ol"):
            self._lists.append(_List(tag == "ol"))
        elif tag == "li":
            self._mark = self._next_mark()
        elif tag == "blockquote":
            self._quotes = min(self._quotes + 1, _DEPTH)
        elif tag == "pre":
            self._pre += 1
        elif tag == "tr":
            self._cells = 0
        elif tag == "hr":
            self.blocks.append(_Block("rule", self._quotes, "---"))
        elif level := _LEVEL.search(style):
            self._word_level = int(level[1])

    def _leave_block(self, tag: str) -> None:
        if tag in _HEADINGS:
            self._heading = 0
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._mark = ""
        elif tag == "blockquote":
            self._quotes = max(self._quotes - 1, 0)
        elif tag == "pre":
            self._pre = max(self._pre - 1, 0)
        elif tag == "tr":
            self._cells = 0

    def _next_mark(self) -> str:
        if not self._lists:
            return "- "
        self._lists[-1].count += 1
        indent = sum(3 if outer.ordered else 2 for outer in self._lists[:-1][:_DEPTH])
        own = self._lists[-1]
        return " " * indent + (f"{own.count}. " if own.ordered else "- ")

    def _add(self, text: str) -> None:
        if not text:
            return
        bold = next((k.bold for k in reversed(self._looks) if k.bold is not None), False)
        italic = next((k.italic for k in reversed(self._looks) if k.italic is not None), False)
        if self._heading:
            bold = False
        self._words.append(_Words(text, bool(bold), bool(italic)))

    def end_block(self) -> None:
        """Finish the words read so far as one block."""
        words, self._words = self._words, []
        marker, self._marker = self._marker.strip(), ""
        level, self._word_level = self._word_level, 0
        text = _inline(words, keep=bool(self._pre))
        if not text.strip():
            return
        if self._heading:
            self._put("heading", "#" * self._heading + " " + text.replace("\n", " "))
        elif level and marker:
            number = re.match(r"\w{1,3}[.)]", marker)
            mark = f"{marker} " if number and marker[0].isdigit() else "- "
            self._put("item", "  " * (min(level, _DEPTH) - 1) + _hang(mark, text))
        elif self._lists:
            mark, self._mark = self._mark, ""
            indent = sum(3 if outer.ordered else 2 for outer in self._lists[:_DEPTH])
            self._put("item", _hang(mark, text) if mark else _hang(" " * indent, text))
        elif self._mark:
            mark, self._mark = self._mark, ""
            self._put("item", _hang(mark, text))
        else:
            self._put("row" if self._cells else "paragraph", text)

    def _put(self, kind: str, text: str) -> None:
        self.blocks.append(_Block(kind, self._quotes, text))


def _look_of(tag: str, style: str) -> _Look:
    look = _Look(tag, marker="mso-list:ignore" in style.replace(" ", ""))
    if tag in ("b", "strong"):
        look.bold = True
    elif tag in ("i", "em"):
        look.italic = True
    if found := _BOLD.search(style):
        look.bold = found[1].startswith("bold") or found[1] in ("600", "700", "800", "900")
    if found := _ITALIC.search(style):
        look.italic = found[1] != "normal"
    return look


def _inline(words: list[_Words], *, keep: bool) -> str:
    """Words of one block with their marks, each line closed by itself."""
    lines: list[list[_Words]] = [[]]
    for part in words:
        first, *others = part.text.split("\n")
        lines[-1].append(_Words(first, part.bold, part.italic))
        lines.extend([_Words(text, part.bold, part.italic)] for text in others)
    made = [_line(line) for line in lines]
    if not keep:
        made = [" ".join(line.split()) for line in made]
    return "\n".join(made).strip("\n" if keep else None)


def _line(words: list[_Words]) -> str:
    merged: list[_Words] = []
    for part in words:
        if not part.text:
            continue
        last = merged[-1] if merged else None
        if last and (last.bold, last.italic) == (part.bold, part.italic):
            merged[-1] = _Words(last.text + part.text, part.bold, part.italic)
        elif last and not part.text.strip():
            merged[-1] = _Words(last.text + part.text, last.bold, last.italic)
        else:
            merged.append(part)
    return "".join(_marked(part) for part in merged)


def _marked(part: _Words) -> str:
    core = part.text.strip()
    mark = ("**" if part.bold else "") + ("*" if part.italic else "")
    if not core or not mark:
        return part.text
    begin = part.text.index(core)
    return part.text[:begin] + mark + core + mark + part.text[begin + len(core) :]


def _hang(mark: str, text: str) -> str:
    return mark + text.replace("\n", "\n" + " " * len(mark))


def _join(blocks: list[_Block]) -> str:
    parts: list[str] = []
    before: _Block | None = None
    for block in blocks:
        lead = "> " * block.quotes
        text = "\n".join((lead + line).rstrip() for line in block.text.split("\n"))
        if before is not None:
            tight = before.kind == block.kind and block.kind in ("item", "row")
            shared = min(before.quotes, block.quotes)
            between = ("> " * shared).rstrip()
            parts.append("\n" if tight and before.quotes == block.quotes else f"\n{between}\n")
        parts.append(text)
        before = block
    return "".join(parts)
