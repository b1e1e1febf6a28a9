# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Synced folders are recognised, and moving a logbook loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from logbook.bootstrap import locate, open_services
from logbook.core.errors import FileNotWritten, FolderUnusable
from logbook.paths import find_paths
from logbook.services.place import better_place, synced_by
from logbook.settings import Settings, save_settings


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox/studie", "Dropbox"),
        ("OneDrive - Hogeschool X", "OneDrive"),
        ("Documenten", ""),
        ("Mijn dropboxen", ""),
        ("Nextcloud", "Nextcloud"),
    ],
)
def test_a_synced_folder_is_known_by_its_name(tmp_path: Path, folder: str, service: str) -> None:
    assert synced_by(tmp_path / folder / "logboek.db") == service


def test_a_synced_folder_is_known_by_what_the_service_leaves(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert synced_by(tmp_path / "diep" / "logboek.db") == "Syncthing"


def test_a_better_place_is_offered_only_when_the_folder_is_synced(tmp_path: Path) -> None:
    assert better_place(find_paths()) is None
    synced = find_paths(logbook=tmp_path / "Dropbox" / "logboek.db")
    place = better_place(synced)
    assert place is not None
    assert not synced_by(place)


def test_a_moved_logbook_holds_everything_and_the_old_file_is_gone(tmp_path: Path) -> None:
    services = open_services(find_paths(), create=True)
    entry = services.writing.add_note("blijft")
    target = tmp_path / "nieuw" / "logboek.db"
    services.move(target)
    assert not find_paths().logbook.exists()
    again = open_services(find_paths(logbook=target), create=False)
    assert again.reading.entry(entry.id).title == "blijft"
    assert target.stat().st_mode & 0o777 == 0o600
    again.close()


def test_moving_onto_a_file_is_refused_and_the_logbook_stays_open(tmp_path: Path) -> None:
    services = open_services(find_paths(), create=True)
    target = tmp_path / "iets.db"
    target.write_text("iets anders")
    with pytest.raises(FileNotWritten):
        services.move(target)
    services.writing.add_note("nog steeds")
    assert target.read_text() == "iets anders"
    services.close()


def test_moving_into_what_is_no_folder_is_refused(tmp_path: Path) -> None:
    services = open_services(find_paths(), create=True)
    (tmp_path / "bestand").write_text("")
    with pytest.raises(FolderUnusable):
        services.move(tmp_path / "bestand" / "logboek.db")
    services.writing.add_note("nog steeds")
    services.close()


def test_window_and_commands_find_the_moved_logbook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = find_paths()
    save_settings(paths.settings, Settings(logbook=str(tmp_path / "elders.db")))
    assert locate()[0].logbook == tmp_path / "elders.db"
    assert locate(tmp_path / "gevraagd.db")[0].logbook == tmp_path / "gevraagd.db"
    monkeypatch.setenv("LOGBOOK_FILE", str(tmp_path / "env.db"))
    assert locate()[0].logbook == tmp_path / "env.db"


def test_damaged_settings_are_told_and_the_defaults_hold() -> None:
    paths = find_paths()
    paths.settings.parent.mkdir(parents=True)
    paths.settings.write_text("{")
    found, settings, problem = locate()
    assert (found.logbook, settings) == (paths.logbook, Settings())
    assert problem is not None
