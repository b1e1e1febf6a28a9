# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where things live: folders for data, settings and cache.

`LOGBOOK_HOME` points all of them at one other folder, `LOGBOOK_FILE` only the logbook itself.
Makes no folders; who writes in one makes it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from logbook.core.errors import FolderUnusable

_NAME = "Logboek"


class Paths(NamedTuple):
    """All places the program knows, as absolute paths; a named tuple, which loads fast.

    `asked_for` says that this logbook was named on the command line or in `LOGBOOK_FILE`.
    """

    data: Path
    config: Path
    cache: Path
    logbook: Path
    asked_for: bool = False

    @property
    def settings(self) -> Path:
        """The settings file: JSON with only what differs from the defaults."""
        return self.config / "settings.json"

    @property
    def device(self) -> Path:
        """The file that holds this device's random id."""
        return self.config / "device"

    @property
    def window(self) -> Path:
        """What a window remembers (size, splitters): QSettings in INI form."""
        return self.config / "window.ini"

    @property
    def own_words(self) -> Path:
        """The user's own words for spelling: a text file, one word a line."""
        return self.config / "woorden.txt"

    @property
    def desk(self) -> Path:
        """The supervisor's desk: what students sent; apart from any logbook."""
        return self.data / "bureau.db"

    @property
    def own_exercises(self) -> Path:
        """The user's own exercises, of the same shape as the shipped folder."""
        return self.data / "exercises"

    @property
    def own_decks(self) -> Path:
        """The user's own decks of cards, each a folder."""
        return self.own_exercises / "decks"

    @property
    def bundles(self) -> Path:
        """Installed packages of exercises, each a folder of the same shape."""
        return self.data / "bundles"

    @property
    def checked(self) -> Path:
        """Which state of a logbook was last found good."""
        return self.cache / "checked.txt"

    @property
    def library_cache(self) -> Path:
        """Checked headers of exercise files by content hash."""
        return self.cache / "library.json"

    def with_choice(self, logbook: str) -> Paths:
        """The same with the logbook that the settings name ("" for none), unless one was asked for.

        Raises:
            FolderUnusable: that place cannot be made out.
        """
        if not logbook or self.asked_for:
            return self
        return self._replace(logbook=absolute(Path(logbook)))


def find_paths(environment: Mapping[str, str] | None = None, logbook: Path | None = None) -> Paths:
    """The places for this user.

    Args:
        environment: instead of the process's own.
        logbook: the file asked for on the command line; wins over `LOGBOOK_FILE`.

    Raises:
        FolderUnusable: a place cannot be made out.
    """
    env = os.environ if environment is None else environment
    if home := env.get("LOGBOOK_HOME"):
        base = absolute(Path(home))
        data, config, cache = base / "data", base / "config", base / "cache"
    else:
        data, config, cache = _platform_folders(env)
    chosen = logbook or (Path(env["LOGBOOK_FILE"]) if env.get("LOGBOOK_FILE") else None)
    place = absolute(chosen) if chosen else data / "logboek.db"
    return Paths(data, config, cache, place, asked_for=chosen is not None)


def absolute(path: Path) -> Path:
    """A path that a user gave, with `~` and the present folder filled in.

    Raises:
        FolderUnusable: there is no such home, or the present folder is gone.
    """
    try:
        return path.expanduser().absolute()
    except (OSError, RuntimeError) as error:
        raise FolderUnusable(str(path), str(error)) from error


def content_folder() -> Path:
    """The folder of `exercises` and `resources`: a checkout's own first, else the wheel's."""
    package = Path(__file__).resolve().parent
    checkout = package.parent
    if (checkout / "exercises").is_dir() and (checkout / "pyproject.toml").is_file():
        return checkout
    return package / "data"


def word_lists_folder() -> Path:
    """The folder of the dictionary and the word lists, in a checkout or in the wheel."""
    return content_folder() / "dictionaries"


def _platform_folders(env: Mapping[str, str]) -> tuple[Path, Path, Path]:
    """As platformdirs gives them; on Linux by the same rule without its import (10 ms).

    Source: XDG Base Directory Specification 0.8. A test compares both.
    """
    if sys.platform.startswith("linux") and not env.get("ANDROID_DATA"):
        home = absolute(Path(env.get("HOME") or "~"))
        return (
            _xdg(env, "XDG_DATA_HOME", home / ".local" / "share"),
            _xdg(env, "XDG_CONFIG_HOME", home / ".config"),
            _xdg(env, "XDG_CACHE_HOME", home / ".cache"),
        )
    import platformdirs

    return (
        Path(platformdirs.user_data_dir(_NAME, False)),
        Path(platformdirs.user_config_dir(_NAME, False)),
        Path(platformdirs.user_cache_dir(_NAME, False)),
    )


def _xdg(env: Mapping[str, str], name: str, default: Path) -> Path:
    chosen = env.get(name, "").strip()
    return (absolute(Path(chosen)) if chosen else default) / _NAME
