# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The exercises that belong to no chapter, as a last entry among the chapters of the library."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from logbook.core.exercise import Chapter
from logbook.core.progress import ChapterProgress
from logbook.services.reading import Reading

#: The number of that entry; chapters count from 1.
EXTRA = 0


def shelves(reading: Reading) -> tuple[ChapterProgress, ...]:
    """Every chapter, and the extra exercises as the last entry when there are any.

    Raises:
        LogbookError: the logbook cannot be read.
    """
    chapters, extras = reading.chapters(), reading.extras()
    if not extras:
        return chapters
    translate = QCoreApplication.translate
    title = translate("Extras", "Bij de naslag")
    about = translate(
        "Extras",
        "Oefeningen bij de bladen van de naslag. Ze horen bij geen hoofdstuk en tellen in geen "
        "ring mee.",
    )
    return (*chapters, ChapterProgress(Chapter(EXTRA, title, about, ""), extras))


def shelf_name(chapter: Chapter) -> str:
    """`Hoofdstuk 3 · Onderzoekende houding`, or `Bij de naslag`."""
    if chapter.number == EXTRA:
        return chapter.title
    name = QCoreApplication.translate("Extras", "Hoofdstuk {number} · {title}")
    return name.format(number=chapter.number, title=chapter.title)


def shelf_count(chapter: ChapterProgress) -> str:
    """`Hoofdstuk 3 · 2 van 5`, or `Bij de naslag`."""
    number = chapter.chapter.number
    if number == EXTRA:
        return chapter.chapter.title
    name = QCoreApplication.translate("Extras", "Hoofdstuk {number} · {done} van {total}")
    return name.format(number=number, done=chapter.done, total=chapter.total)
