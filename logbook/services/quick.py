# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Searching, and keeping a note, as one short command: without what the program else needs.

Gives None whenever something is not ordinary; then `bootstrap` opens the logbook. A test compares
the places with those of `paths`.
"""

from __future__ import annotations

import os
import sys

from logbook.core.light import TYPE_CHECKING, NamedTuple
from logbook.storage import quick
from logbook.storage.checked import CheckedFiles

if TYPE_CHECKING:
    from collections.abc import Mapping

    from logbook.core.library import Library
    from logbook.services.finding import Finding
    from logbook.storage.open_file import OpenFile


class QuickPlaces(NamedTuple):
    """The logbook, the file that says which state of it was found good, and this device's id."""

    logbook: str
    checked: str
    device: str


class QuickLogbook:
    """What a short command does in an open logbook, to be used in a `with`."""

    def __init__(self, file: OpenFile, device: str) -> None:
        self._file = file
        self._device = device

    @property
    def finding(self) -> Finding:
        """Searches, for queries without filters."""
        from logbook.services.finding import Finding

        # The file has all of a database that is read with.
        return Finding(self._file, _no_library)  # type: ignore[arg-type]

    def add_note(self, text: str) -> str:
        """Store a note; returns its id.

        Raises:
            LogbookError: nothing was kept.
        """
        from logbook.clock import now_utc
        from logbook.core.moment import to_text
        from logbook.files.ids import new_id
        from logbook.services.notes import add_note
        from logbook.storage.new_entries import Writer

        return add_note(self._file, Writer(self._device, new_id), text, to_text(now_utc()))

    def __enter__(self) -> QuickLogbook:
        return self

    def __exit__(self, *_error: object) -> None:
        self._file.close()


def open_to_search(logbook: str | None) -> QuickLogbook | None:
    """The logbook to search in; None when it needs a further look.

    Args:
        logbook: the file asked for on the command line.
    """
    places = quick_places(os.environ, logbook)
    return _opened(places, "") if places else None


def open_to_note(logbook: str | None) -> QuickLogbook | None:
    """As `open_to_search`, to keep a note in; this device must have its id already."""
    from logbook.files.device import known_device

    places = quick_places(os.environ, logbook)
    if places is None:
        return None
    folder, _, name = places.logbook.rpartition("/")
    try:
        device = known_device(places.device)
        # What a killed process left behind is removed on the longer way.
        beside = os.listdir(folder or "/")  # noqa: PTH208
        if not device or any(other.startswith(f".{name}.") for other in beside):
            return None
    except (OSError, ValueError):
        return None
    return _opened(places, device)


def _opened(places: QuickPlaces, device: str) -> QuickLogbook | None:
    file = quick.open_quickly(places.logbook, CheckedFiles(places.checked))
    return QuickLogbook(file, device) if file else None


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
    place = chosen or f"{data}/logboek.db"
    found = QuickPlaces(place, f"{cache}/checked.txt", f"{config}/device")
    if not all(map(_is_plain, found)):
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
