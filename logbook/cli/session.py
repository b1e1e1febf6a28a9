# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The logbook of one command: found, opened, and closed when the command is done."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from logbook.bootstrap import open_services, place_of
from logbook.cli.output import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from logbook.bootstrap import Services
    from logbook.paths import Paths


def places(logbook: Path | None) -> Paths:
    """All places; says so when the settings could not be read."""
    paths, problem = place_of(logbook)
    if problem is not None:
        from logbook.texts import error_sentence

        say(error_sentence(problem))
    return paths


@contextlib.contextmanager
def open_logbook(logbook: Path | None, *, create: bool = False) -> Iterator[Services]:
    """The services on the asked logbook.

    Args:
        create: make it when it is missing; only for commands that add something.

    Raises:
        LogbookError: it cannot be opened.
    """
    services = open_services(places(logbook), create=create)
    try:
        yield services
    finally:
        services.close()


def is_there(logbook: Path) -> bool:
    """Whether something stands at this place; opening says what is wrong with it."""
    try:
        return logbook.exists()
    except OSError:
        return True
