# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""L1: all exercises, decks and pages that come with the program, after the first start.

The floor reads the same files from disk, decodes them and finds their headings and links with
two expressions: what any program that shows them must do at the least.
"""

from __future__ import annotations

import re
import time
from pathlib import Path

from benchmarks.measure import Result, fresh_home, in_pairs
from logbook.content.library import ContentFolder, load_library
from logbook.paths import content_folder

_HEADING = re.compile(r"^#{2,3} (.*?)(?:\{(.*)\})?$", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")

#: Milliseconds that the loading of everything may take after the first start.
LIMIT_MS = 100.0


def results_loading() -> list[Result]:
    """L1 against the floor (told, not bound) and against the limit in milliseconds."""
    place = content_folder()
    folder = ContentFolder(place / "exercises", place / "resources", own=False)
    cache = fresh_home("home-loading") / "library.json"
    files = [
        path
        for root in (folder.exercises, folder.resources)
        if root is not None
        for path in root.rglob("*.md")
    ]
    floor, ours = in_pairs(lambda: _read(files), lambda: _load(folder, cache), 15)
    return [
        Result("L1", f"{len(files)} bestanden inlezen, tegen alleen lezen", floor, ours, 12.0),
        Result("L1", "hetzelfde, tegen de grens", LIMIT_MS, ours, 1.0),
    ]


def _read(files: list[Path]) -> float:
    started = time.perf_counter()
    for path in files:
        text = path.read_bytes().decode("utf-8-sig")
        _HEADING.findall(text)
        _LINK.findall(text)
    return (time.perf_counter() - started) * 1000


def _load(folder: ContentFolder, cache: Path) -> float:
    started = time.perf_counter()
    library = load_library([folder], cache=cache)
    took = (time.perf_counter() - started) * 1000
    if library.problems:
        raise SystemExit("\n".join(map(str, library.problems)))
    return took
