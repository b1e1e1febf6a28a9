# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`progress`: what was done, as facts per chapter."""

from __future__ import annotations

import argparse
from typing import Any

from logbook.cli.output import write, write_json
from logbook.cli.parser import DutchParser
from logbook.cli.session import open_logbook
from logbook.core.moment import to_text
from logbook.core.progress import ChapterProgress
from logbook.services.progress_table import render_text, rows_of


def build_progress(parser: DutchParser) -> None:
    """The arguments of `progress`."""
    parser.add_argument("--json", action="store_true", help="als JSON, voor een ander programma")


def run_progress(arguments: argparse.Namespace) -> int:
    """Print chapters with counts, and each exercise with its state, rounds and last day."""
    with open_logbook(arguments.logbook) as services:
        chapters = services.reading.chapters()
        exchanged = services.reading.exchanged()
    if arguments.json:
        write_json([_as_json(chapter) for chapter in chapters])
    else:
        write(render_text(chapters, rows_of(chapters, exchanged)))
    return 0


def _as_json(chapter: ChapterProgress) -> dict[str, Any]:
    return {
        "chapter": chapter.chapter.number,
        "title": chapter.chapter.title,
        "done": chapter.done,
        "total": chapter.total,
        "exercises": [
            {
                "id": exercise.exercise.id,
                "title": exercise.exercise.title,
                "state": exercise.state.value,
                "rounds": exercise.filled_rounds,
                "skipped": exercise.skipped,
                "last_written": to_text(last) if (last := exercise.last_written) else None,
            }
            for exercise in chapter.exercises
        ],
    }
