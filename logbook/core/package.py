# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A package of exercises as a value: what it says of itself, what is in it, how it compares.

Knows nothing of files; reading, checking and installing are left to `services.packages`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class PackageFacts:
    """What a package says of itself; `version` counts from 1, 0 when its manifest is gone."""

    id: str
    title: str
    version: int
    author: str
    licence: str
    summary: str = ""
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class PackedFile:
    """One file of a package: path with slashes, size in bytes, SHA-256 in hexadecimal."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The facts of a package and its files by path."""

    facts: PackageFacts
    files: tuple[PackedFile, ...]


class Part(StrEnum):
    """What a file of content is to a user."""

    CHAPTER = "chapter"
    EXERCISE = "exercise"
    EXTRA = "extra"
    TEMPLATE = "template"
    DECK = "deck"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class ContentItem:
    """One chapter, exercise, deck or page.

    Args:
        id: stable within its part; for a chapter its number.
        chapter: the number of the chapter of an exercise.
        content: a hash of its text (and of its pictures, for a deck).
    """

    part: Part
    id: str
    title: str
    version: int
    chapter: int | None = None
    content: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Under which name it is known: exercises, extras and templates share their ids."""
        shared = self.part in (Part.EXERCISE, Part.EXTRA, Part.TEMPLATE)
        return (Part.EXERCISE.value if shared else self.part.value), self.id


class Standing(StrEnum):
    """How something in a package compares with what is there."""

    NEW = "new"
    NEWER = "newer"
    SAME = "same"
    CHANGED = "changed"  # the same version number, another text
    OLDER = "older"
    TAKEN = "taken"  # somebody else's: the one that is there stays in use
    ADDED_TO = "added-to"  # a chapter that is there: the exercises join it


@dataclass(frozen=True, slots=True)
class OfferedItem:
    """A part of a package, its standing, and the version that is there now (0 for none)."""

    item: ContentItem
    standing: Standing
    known_version: int = 0


class Relation(StrEnum):
    """How a package compares with the installed one of the same id."""

    NEW = "new"
    NEWER = "newer"
    SAME = "same"
    IDENTICAL = "identical"
    OLDER = "older"
    OTHER_AUTHOR = "other-author"


def relation(offered: Manifest, installed: Manifest | None) -> Relation:
    """How a package compares with the installed one of the same id."""
    if installed is None:
        return Relation.NEW
    if offered == installed:
        return Relation.IDENTICAL
    if offered.facts.author != installed.facts.author:
        return Relation.OTHER_AUTHOR
    if offered.facts.version == installed.facts.version:
        return Relation.SAME
    newer = offered.facts.version > installed.facts.version
    return Relation.NEWER if newer else Relation.OLDER


def compare(
    offered: Iterable[ContentItem],
    installed: Iterable[ContentItem],
    elsewhere: Mapping[tuple[str, str], int],
) -> tuple[OfferedItem, ...]:
    """Each offered part with its standing, in the order given.

    Args:
        installed: the parts of the installed package of the same id.
        elsewhere: version by key of what others brought (the program, the user, other packages).
    """
    before = {item.key: item for item in installed}
    return tuple(_standing(item, before.get(item.key), elsewhere) for item in offered)


def _standing(
    item: ContentItem, before: ContentItem | None, elsewhere: Mapping[tuple[str, str], int]
) -> OfferedItem:
    if item.key in elsewhere:
        taken = Standing.ADDED_TO if item.part is Part.CHAPTER else Standing.TAKEN
        return OfferedItem(item, taken, elsewhere[item.key])
    if before is None:
        return OfferedItem(item, Standing.NEW)
    if item.version != before.version:
        newer = item.version > before.version
        return OfferedItem(item, Standing.NEWER if newer else Standing.OLDER, before.version)
    same = item.content == before.content
    return OfferedItem(item, Standing.SAME if same else Standing.CHANGED, before.version)
