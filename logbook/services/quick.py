# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Searching as one short command: the ordinary case without what the program else needs.

Gives None whenever something is not ordinary; then `bootstrap` opens the logbook. A test compares
the places with those of `paths`.
"""

from __future__ import annotations

import os
import sys

from logbook.core.light import TYPE_CHECKING, NamedTuple
from logbook.services.finding import Finding
from logbook.storage import quick

if TYPE_CHECKING:
    from collections.abc import Mapping

    from logbook.core.library import Library
    from logbook.storage.quick import QuickLogbook


class QuickPlaces(NamedTuple):
    """The logbook, and the file that says which state of it was found good."""

    logbook: str
    checked: str


class QuickSearch:
    """A search in an open logbook, to be used in a `with`."""

    def __init__(self, logbook: QuickLogbook) -> None:
        self._logbook = logbook
        # It has all of a database that is read with.
        self.finding = Finding(logbook, _no_library)  # type: ignore[arg-type]

    def __enter__(self) -> QuickSearch:
        return self

    def __exit__(self, *_error: object) -> None:
        self._logbook.close()


def open_quickly(logbook: str | None) -> QuickSearch | None:
    """The search for queries without filters; None when the logbook needs a further look.

    Args:
        logbook: the file asked for on the command line.
    """
    places = quick_places(os.environ, logbook)
    found = quick.open_quickly(*places) if places else None
    return QuickSearch(found) if found else None


def quick_places(environment: Mapping[str, str], asked: str | None) -> QuickPlaces | None:
    """The places as `paths.find_paths` and the settings give them, where they are ordinary ones."""
    if not sys.platform.startswith("linux") or environment.get("ANDROID_DATA"):
        return None
    home = environment.get("HOME") or "~"
    if base := environment.get("LOGBOOK_HOME"):
        data, config, cache = (f"{base}/{name}" for name in ("data", "config", "cache"))
    else:
        data, config, cache = (
            f"{environment.get(name, '').strip() or home + default}/Logboek"
            for name, default in (
                ("XDG_DATA_HOME", "/.local/share"),
                ("XDG_CONFIG_HOME", "/.config"),
                ("XDG_CACHE_HOME", "/.cache"),
            )
        )
    chosen = asked or environment.get("LOGBOOK_FILE")
    if chosen and not chosen.startswith(("/", "~")):
        try:
            chosen = f"{os.getcwd()}/{chosen}"  # noqa: PTH109 - pathlib loads slowly
        except OSError:
            return None
    found = QuickPlaces(chosen or f"{data}/logboek.db", f"{cache}/checked.json")
    if not all(map(_is_plain, (*found, config))):
        return None
    return found if chosen or _settings_name_none(f"{config}/settings.json") else None


def _is_plain(place: str) -> bool:
    """Whether pathlib would leave this place as it is."""
    return place.startswith("/") and not {"", "."} & set(place[1:].split("/"))


def _settings_name_none(settings: str) -> bool:
    """Whether the settings are there and whole enough to say that they name no logbook."""
    try:
        with open(settings, encoding="utf-8") as stream:  # noqa: PTH123
            text = stream.read()
    except FileNotFoundError:
        return True
    except (OSError, ValueError):
        return False
    is_whole = text.startswith("{") and text.rstrip().endswith("}")
    return is_whole and '"logbook"' not in text and "\\" not in text


def _no_library() -> Library:
    raise AssertionError("only a filter asks for the exercises")
