# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What stands in a folder of content, file by file, with titles and version numbers.

For comparing a package with what is there; whether a file is without mistakes is left to `shelf`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from logbook.content.cache import ContentCache
from logbook.content.folders import PACKAGE_FILE, ContentFolder, Role, Source, find_sources
from logbook.content.front_matter import read_document
from logbook.content.reporter import Reporter
from logbook.content.shelf import FILE_LIMIT
from logbook.core.errors import LogbookError
from logbook.core.library import Problem
from logbook.core.package import ContentItem, PackageFacts, Part
from logbook.files.intake import read_bytes, read_text

_PARTS = {
    Role.CHAPTER: (Part.CHAPTER, "chapter"),
    Role.EXERCISE: (Part.EXERCISE, "exercise"),
    Role.EXTRA: (Part.EXTRA, "loose"),
    Role.TEMPLATE: (Part.TEMPLATE, "loose"),
    Role.DECK: (Part.DECK, "deck"),
    Role.PAGE: (Part.PAGE, "page"),
}
_ORDER = tuple(Part)


def survey(
    folders: Sequence[ContentFolder], cache: ContentCache | None = None
) -> list[ContentItem]:
    """Everything with a readable header: by part, then chapter, then id."""
    kept = cache or ContentCache(None)
    found = [
        item
        for folder in folders
        for source in find_sources(folder)[0]
        if (item := _item(source, kept)) is not None
    ]
    return sorted(found, key=lambda item: (_ORDER.index(item.part), item.chapter or 0, item.id))


def read_package_file(folder: Path) -> tuple[PackageFacts | None, tuple[Problem, ...]]:
    """What `package.md` in a folder says, or None and what is wrong with it.

    Raises:
        LogbookError: it is not there, or cannot be read as text.
    """
    text = read_text(folder / PACKAGE_FILE, limit=FILE_LIMIT, inside=folder)
    reporter = Reporter(PACKAGE_FILE)
    header = read_document(text, "package", reporter).header
    if header is None or reporter.problems:
        return None, reporter.sorted()
    return PackageFacts(**header), ()


def _item(source: Source, cache: ContentCache) -> ContentItem | None:
    part, kind = _PARTS[source.role]
    try:
        text = read_text(source.file, limit=FILE_LIMIT, inside=source.root)
    except LogbookError:
        return None
    header = read_document(text, kind, Reporter(source.shown), cache).header
    if header is None:
        return None
    return ContentItem(
        part,
        _id(source, header),
        header["title"],
        header["version"],
        header.get("chapter"),
        _content(source, text),
    )


def _id(source: Source, header: dict[str, object]) -> str:
    if source.role is Role.CHAPTER:
        return str(header["number"])
    if source.role is Role.PAGE:
        return source.target
    return source.file.parent.name if source.role is Role.DECK else source.name


def _content(source: Source, text: str) -> str:
    found = hashlib.sha256(text.encode())
    if source.role is Role.DECK:
        for picture in sorted(source.file.parent.iterdir()):
            if picture.is_file() and picture != source.file:
                found.update(picture.name.encode() + b"\0")
                found.update(_bytes(picture))
    return found.hexdigest()


def _bytes(path: Path) -> bytes:
    try:
        return read_bytes(path, limit=32 * 1024 * 1024)
    except LogbookError:
        return b""
