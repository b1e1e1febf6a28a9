# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Settings keep only what differs, and a damaged file never stops the program."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.core.errors import FolderUnusable, SettingsDamaged
from logbook.settings import (
    ReadingFont,
    Role,
    Settings,
    StepMode,
    Theme,
    load_settings,
    save_settings,
)

all_settings = st.builds(
    Settings,
    theme=st.sampled_from(Theme),
    reading_font=st.sampled_from(ReadingFont),
    text_size=st.integers(80, 200),
    column_width=st.integers(520, 900),
    line_height=st.integers(130, 200),
    letter_spacing=st.integers(0, 12),
    step_mode=st.sampled_from(StepMode),
    role=st.sampled_from(Role),
    started=st.booleans(),
    cards_as_list=st.booleans(),
)


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.json") == Settings()


@given(all_settings)
def test_settings_read_back_as_saved(tmp_path: Path, settings: Settings) -> None:
    save_settings(tmp_path / "c" / "settings.json", settings)
    assert load_settings(tmp_path / "c" / "settings.json") == settings


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save_settings(path, replace(Settings(), text_size=125))
    assert json.loads(path.read_text()) == {"text_size": 125}


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "3", '{"theme": "paars"}', '{"text_size": "groot"}', "[" * 100_000]
)
def test_a_damaged_file_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text)
    with pytest.raises(SettingsDamaged):
        load_settings(path)


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsDamaged):
        load_settings(path)


@pytest.mark.parametrize(("written", "used"), [(10, 80), (900, 200), (110, 110)])
def test_the_text_size_stays_within_bounds(tmp_path: Path, written: int, used: int) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"text_size": written}))
    assert load_settings(path).text_size == used


@pytest.mark.parametrize(
    ("name", "written", "used"),
    [("column_width", 9, 520), ("line_height", 1_000, 200), ("letter_spacing", -3, 0)],
)
def test_reading_comforts_stay_within_bounds(
    tmp_path: Path, name: str, written: int, used: int
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({name: written}))
    assert getattr(load_settings(path), name) == used


def test_a_setting_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"later": true}')
    assert load_settings(path) == Settings()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("")
    with pytest.raises(FolderUnusable):
        save_settings(tmp_path / "bestand" / "settings.json", Settings(text_size=90))
