# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Parses a reference page, and the chapter page of a folder of exercises.

Knows one file; where pages stand and who links to them is left to `library`.
"""

from __future__ import annotations

from typing import NamedTuple

from logbook.content.cache import ContentCache
from logbook.content.front_matter import Document, read_document
from logbook.content.markup import check_page, remembered
from logbook.content.page_parts import read_arguments, read_phases
from logbook.content.passages import Passage, find_bullets
from logbook.content.prepared import References
from logbook.content.reporter import Reporter
from logbook.content.sentences import Mistake
from logbook.core.exercise import Chapter, Option
from logbook.core.library import Problem, ReferencePage
from logbook.core.text import slug

#: The kind of page that belongs in each folder of `resources/`.
PAGE_FOLDERS = {
    "models": "model",
    "lists": "list",
    "choosers": "chooser",
    "terms": "term",
    "modules": "module",
}


class ParsedPage(NamedTuple):
    """A reference page, or None and problems."""

    page: ReferencePage | None
    problems: tuple[Problem, ...]
    references: References


class ParsedChapter(NamedTuple):
    """A chapter, or None and problems."""

    chapter: Chapter | None
    problems: tuple[Problem, ...]
    references: References


def parse_page(text: str, path: str, target: str, cache: ContentCache | None = None) -> ParsedPage:
    """Parse a page of `resources/`.

    Args:
        path: how problems name the file.
        target: what a link after `naslag:` says, such as `models/weegschaalmodel`.
    """
    reporter = Reporter(path)
    document, references = _read(text, "page", reporter, cache)
    header = document.header
    folder, _, name = target.rpartition("/")
    if header is not None and header["id"] != name:
        reporter.add(
            document.line_of("id"),
            Mistake.ID_NOT_NAME,
            id=header["id"],
            what="het bestand",
            name=f"{name}.md",
        )
    expected = PAGE_FOLDERS.get(folder)
    if header is not None and expected and header["kind"] != expected:
        reporter.add(document.line_of("kind"), Mistake.KIND_OF_FOLDER, kind=expected)
    phases = read_phases(document, reporter) if expected == "model" else ()
    arguments = read_arguments(document, reporter) if expected == "chooser" else ()
    if header is None or reporter.problems:
        return ParsedPage(None, reporter.sorted(), references)
    page = ReferencePage(
        target,
        header["id"],
        header["title"],
        header["kind"],
        header["summary"],
        header["source"],
        header["status"],
        document.body,
        phases,
        arguments,
    )
    return ParsedPage(page, (), references)


def options_of(page: ReferencePage) -> tuple[Option, ...]:
    """The top-level bullets of a page as options; bullets that look alike count once."""
    items = find_bullets(Passage(tuple(page.body.split("\n")), 1)).items
    return tuple({slug(text): Option(slug(text), text) for _, text in items if slug(text)}.values())


def parse_chapter(text: str, path: str, cache: ContentCache | None = None) -> ParsedChapter:
    """Parse a `chapter.md`; its body is the theme."""
    reporter = Reporter(path)
    document, references = _read(text, "chapter", reporter, cache)
    header = document.header
    if header is None or reporter.problems:
        return ParsedChapter(None, reporter.sorted(), references)
    chapter = Chapter(
        header["number"], header["title"], document.body, header["source"], header["part"]
    )
    return ParsedChapter(chapter, (), references)


def _read(
    text: str, kind: str, reporter: Reporter, cache: ContentCache | None
) -> tuple[Document, References]:
    document = read_document(text, kind, reporter, cache)
    if not document.readable:
        return document, References()
    checked = remembered(
        "page",
        document.lines,
        reporter,
        cache,
        lambda: check_page(document.lines, document.start, reporter),
    )
    return document, checked
