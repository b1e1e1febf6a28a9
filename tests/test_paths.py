# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Places: the same for window and commands, and all of them movable."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from logbook.paths import content_folder, find_paths


def test_the_places_are_those_of_platformdirs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LOGBOOK_HOME")
    paths = find_paths()
    assert paths.data == Path(platformdirs.user_data_dir("Logboek", False))
    assert paths.config == Path(platformdirs.user_config_dir("Logboek", False))
    assert paths.cache == Path(platformdirs.user_cache_dir("Logboek", False))
    assert paths.logbook == paths.data / "logboek.db"


def test_one_variable_moves_everything(tmp_path: Path) -> None:
    paths = find_paths({"LOGBOOK_HOME": str(tmp_path)})
    for place in (paths.logbook, paths.settings, paths.device, paths.checked, paths.window):
        assert place.is_relative_to(tmp_path)


def test_the_file_asked_for_wins_over_the_environment(tmp_path: Path) -> None:
    environment = {"LOGBOOK_HOME": str(tmp_path), "LOGBOOK_FILE": str(tmp_path / "a.db")}
    assert find_paths(environment).logbook == tmp_path / "a.db"
    assert find_paths(environment, Path("/b.db")).logbook == Path("/b.db")


def test_a_file_that_was_asked_for_wins_over_the_settings_also_when_it_is_the_usual_one(
    tmp_path: Path,
) -> None:
    usual = find_paths({"LOGBOOK_HOME": str(tmp_path)})
    asked = find_paths({"LOGBOOK_HOME": str(tmp_path)}, usual.logbook)
    assert usual.with_choice("/b.db").logbook == Path("/b.db")
    assert usual.with_choice("") == usual
    assert asked.with_choice("/b.db").logbook == usual.logbook


def test_the_folders_of_the_desktop_standard_are_followed(tmp_path: Path) -> None:
    paths = find_paths({"HOME": "/home/x", "XDG_DATA_HOME": str(tmp_path)})
    assert paths.data == tmp_path / "Logboek"
    assert paths.config == Path("/home/x/.config/Logboek")


def test_the_content_of_a_checkout_comes_first() -> None:
    assert (content_folder() / "exercises").is_dir()
    assert (content_folder() / "pyproject.toml").is_file()
