# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The table of formats that a logbook can be written in.

A writer is imported when its format is asked for: each brings its own libraries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from logbook.core.entry_record import EntryRecord, PlainNote
from logbook.core.record import PictureRecord, Remains

if TYPE_CHECKING:
    from logbook.core.exercise import Card
    from logbook.core.library import Library
    from logbook.formats.markdown import Readable


@dataclass(frozen=True, slots=True)
class Source:
    """Where an export takes its content from; each part is asked for when it is needed.

    Args:
        records: complete entries by id; `entries`: readable ones, oldest first.
        remains: what stands beside these entries.
        picture: the own photo with this `deck/card` reference, if it is one.
    """

    records: Callable[[], Iterator[EntryRecord]]
    remains: Callable[[], Remains]
    entries: Callable[[], Iterator[Readable | PlainNote]]
    library: Callable[[], Library]
    exported_at: datetime
    with_private: bool
    picture: Callable[[str], PictureRecord | None] = lambda _ref: None


def _json(source: Source) -> Iterator[str]:
    from logbook.formats.json_format import render_json

    return render_json(source.records(), source.remains(), source.exported_at, source.picture)


def _markdown(source: Source) -> Iterator[str]:
    from logbook.formats.markdown import render_markdown

    def card(ref: str) -> Card | None:
        return source.library().card(ref)

    return render_markdown(source.entries(), card, with_private=source.with_private)


def _html(source: Source) -> Iterator[str]:
    from logbook.formats.html import render_page

    return render_page(
        source.entries, source.library, source.exported_at, with_private=source.with_private
    )


#: What writes each format, by its name on the command line.
FORMATS: dict[str, Callable[[Source], Iterator[str]]] = {
    "markdown": _markdown,
    "json": _json,
    "html": _html,
}
