# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Checks picture files that content names: there, inside the folder, small, safe to show.

A picture is read only when it is new or changed; the outcome is kept by its size and time.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import NamedTuple

from logbook.content.cache import ContentCache, picture_key
from logbook.content.reporter import Reporter
from logbook.content.sentences import Mistake
from logbook.core.errors import LogbookError
from logbook.files.intake import SVG_LIMIT, SvgRefused, is_inside, read_svg
from logbook.files.photos import PHOTO_LIMIT, PhotoRefused, check_unpacked, read_photo


class PictureGate(NamedTuple):
    """Looks at pictures, with what was found before."""

    cache: ContentCache

    def check(self, folder: Path, name: str, line: int, reporter: Reporter) -> None:
        """Note what is wrong with a picture of `folder`, if anything."""
        path = folder / name
        try:
            facts = path.lstat()
            if stat.S_ISLNK(facts.st_mode) or os.sep in name or "/" in name:
                if not is_inside(path, folder):
                    reporter.add(line, Mistake.FILE_LINK_OUTSIDE)
                    return
                facts = path.stat()
        except (OSError, ValueError):
            reporter.add(line, Mistake.PICTURE_MISSING, name=name)
            return
        if not stat.S_ISREG(facts.st_mode):
            reporter.add(line, Mistake.PICTURE_UNREADABLE, name=name)
            return
        is_svg = name.lower().endswith(".svg")
        limit = SVG_LIMIT if is_svg else PHOTO_LIMIT
        if facts.st_size > limit:
            most = f"{limit // 1024} kB" if is_svg else f"{limit // 1_000_000} MB"
            reporter.add(line, Mistake.PICTURE_TOO_LARGE, name=name, limit=most)
        else:
            self._check_content(path, name, facts, line, reporter)

    def _check_content(
        self, path: Path, name: str, facts: os.stat_result, line: int, reporter: Reporter
    ) -> None:
        key = picture_key(str(path), facts.st_size, facts.st_mtime_ns)
        outcome = self.cache.get(key)
        if outcome is None:
            outcome = _outcome(path)
            self.cache.keep(key, outcome)
        reason, fact = outcome
        if reason == "unreadable":
            reporter.add(line, Mistake.PICTURE_UNREADABLE, name=name)
        elif reason == "photo":
            reporter.add(line, Mistake.PHOTO_REFUSED, name=name)
        elif reason == "photo-size":
            reporter.add(line, Mistake.PHOTO_TOO_LARGE, name=name)
        elif reason == "syntax":
            reporter.add(line, Mistake.PICTURE_DAMAGED, name=name, row=fact)
        elif reason in {"nesting", "count"}:
            reporter.add(line, Mistake.PICTURE_TOO_COMPLEX, name=name)
        elif reason:
            reporter.add(line, Mistake.PICTURE_REFUSED, name=name, fact=fact)


def _outcome(path: Path) -> list[str]:
    """Why a picture may not be shown and what was met; two empty texts when it may."""
    try:
        if path.name.lower().endswith(".svg"):
            read_svg(path)
        else:
            check_unpacked(*read_photo(path))
    except SvgRefused as refused:
        return [refused.reason, refused.fact]
    except PhotoRefused as refused:
        size = refused.reason in {"side", "pixels", "moving"}
        return ["photo-size" if size else "photo", refused.fact]
    except LogbookError:
        return ["unreadable", ""]
    return ["", ""]
