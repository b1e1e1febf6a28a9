# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from dataclasses import replace

import pytest

from logbook.core.package import (
    ContentItem,
    Manifest,
    OfferedItem,
    PackageFacts,
    PackedFile,
    Part,
    Relation,
    Standing,
    compare,
    relation,
)

FACTS = PackageFacts("groep", "Groep", 2, "Maker", "CC BY")
MANIFEST = Manifest(FACTS, (PackedFile("a.md", 1, "0" * 64),))
ITEM = ContentItem(Part.EXERCISE, "lopen", "Lopen", 2, 1, "hash")


def standing(item: ContentItem, *before: ContentItem, **elsewhere: int) -> OfferedItem:
    known = {(Part.EXERCISE.value, name): version for name, version in elsewhere.items()}
    return compare([item], before, known)[0]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"version": 1}, Relation.NEWER),
        ({"version": 3}, Relation.OLDER),
        ({"title": "Anders"}, Relation.SAME),
        ({"author": "Ander", "version": 1}, Relation.OTHER_AUTHOR),
        ({}, Relation.IDENTICAL),
    ],
)
def test_how_a_package_compares(facts: dict[str, object], expected: Relation) -> None:
    there = replace(MANIFEST, facts=replace(FACTS, **facts))  # type: ignore[arg-type]
    assert relation(MANIFEST, there) is expected


def test_a_package_that_is_not_there_is_new() -> None:
    assert relation(MANIFEST, None) is Relation.NEW


@pytest.mark.parametrize(
    ("before", "expected", "version"),
    [
        (replace(ITEM, version=1), Standing.NEWER, 1),
        (replace(ITEM, version=3), Standing.OLDER, 3),
        (ITEM, Standing.SAME, 2),
        (replace(ITEM, content="anders"), Standing.CHANGED, 2),
        (replace(ITEM, part=Part.TEMPLATE, version=1), Standing.NEWER, 1),
        (replace(ITEM, part=Part.DECK), Standing.NEW, 0),
    ],
)
def test_how_an_exercise_compares(before: ContentItem, expected: Standing, version: int) -> None:
    assert standing(ITEM, before) == OfferedItem(ITEM, expected, version)


def test_what_others_brought_stays() -> None:
    assert standing(ITEM, ITEM, lopen=7) == OfferedItem(ITEM, Standing.TAKEN, 7)


def test_a_chapter_that_is_there_is_added_to() -> None:
    chapter = ContentItem(Part.CHAPTER, "1", "Begin", 1)
    assert compare([chapter], [], {chapter.key: 1})[0].standing is Standing.ADDED_TO
