# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What the user chose: a frozen value, kept as JSON with only what differs from the defaults."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from logbook.core.errors import FolderUnusable, SettingsDamaged
from logbook.files.replace import replace_file


class Theme(StrEnum):
    """Light, dark, or what the system says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class ReadingFont(StrEnum):
    """The type for questions and what people write."""

    SERIF = "serif"
    SANS = "sans"
    HYPERLEGIBLE = "hyperlegible"


class StepMode(StrEnum):
    """How an exercise is walked: one question, one step, or all steps below each other."""

    QUESTION = "question"
    STEP = "step"
    ALL = "all"


class Role(StrEnum):
    """Who the user is here; only sets what is in view."""

    STUDENT = "student"
    PRACTITIONER = "practitioner"
    SUPERVISOR = "supervisor"
    TEACHER = "teacher"


TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
#: Width of the reading column, device-independent pixels at 100 % text size.
COLUMN_WIDTHS = (520, 620, 720, 900)
#: Height of a line of what is read and written, percents of the size of its letters.
LINE_HEIGHTS = (130, 150, 175, 200)
#: Room added between letters, percents of the size of the letters.
LETTER_SPACINGS = (0, 3, 6, 12)


@dataclass(frozen=True, slots=True)
class Settings:
    """All choices. `text_size` is a percentage from 80 to 200; `logbook` is a path or "".

    `cover_earlier` says that Toen en nu covers the earlier answer until the new one is written;
    `calendar_file` is a path where dates are kept as a calendar, "" for nowhere; `supervisor` says
    that the desk for packets of students is in view.

    `column_width`, `line_height` and `letter_spacing` are for what is read and written; their
    units stand with `COLUMN_WIDTHS`, `LINE_HEIGHTS` and `LETTER_SPACINGS`.
    """

    theme: Theme = Theme.SYSTEM
    reading_font: ReadingFont = ReadingFont.SERIF
    text_size: int = 100
    column_width: int = 720
    line_height: int = 150
    letter_spacing: int = 0
    step_mode: StepMode = StepMode.STEP
    role: Role = Role.STUDENT
    logbook: str = ""
    started: bool = False
    cards_as_list: bool = False
    check_spelling: bool = True
    check_traces: bool = True
    cover_earlier: bool = True
    calendar_file: str = ""
    supervisor: bool = False


def load_settings(path: Path) -> Settings:
    """The settings in a file; the defaults when there is none.

    Raises:
        SettingsDamaged: the file cannot be understood; the caller goes on with the defaults.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsDamaged(str(path), str(error)) from error
    try:
        data = json.loads(text)
        if not isinstance(data, dict):
            raise ValueError("not an object")
        chosen = [name for name in _DEFAULTS if name in data]
        known: dict[str, Any] = {name: _read(name, data[name]) for name in chosen}
        return Settings(**known)
    except (ValueError, RecursionError) as error:
        raise SettingsDamaged(str(path), str(error)) from error


def save_settings(path: Path, settings: Settings) -> None:
    """Write what differs from the defaults.

    Raises:
        FolderUnusable: the settings folder cannot be written.
    """
    data = {
        name: getattr(settings, name)
        for name, default in _DEFAULTS.items()
        if getattr(settings, name) != default
    }
    text = json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        replace_file(path, [text.encode()])
    except OSError as error:
        raise FolderUnusable(str(path.parent), str(error)) from error


_BOUNDS = {
    "text_size": TEXT_SIZES,
    "column_width": COLUMN_WIDTHS,
    "line_height": LINE_HEIGHTS,
    "letter_spacing": LETTER_SPACINGS,
}
_PATHS = ("logbook", "calendar_file")
_DEFAULTS: dict[str, Any] = {f.name: getattr(Settings(), f.name) for f in fields(Settings)}


def _read(name: str, value: object) -> object:
    default = _DEFAULTS[name]
    if isinstance(default, StrEnum):
        return type(default)(str(value))
    if type(value) is not type(default):
        raise ValueError(name)
    if name in _PATHS and b"\0" in os.fsencode(str(value)):
        raise ValueError(name)
    if name in _BOUNDS and isinstance(value, int):
        return min(max(value, _BOUNDS[name][0]), _BOUNDS[name][-1])
    return value
