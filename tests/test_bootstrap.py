# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Building the services: one value, one device id, private files."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from logbook.bootstrap import new_id, open_services, set_private_umask
from logbook.clock import now_utc
from logbook.core.errors import FolderUnusable, LogbookMissing
from logbook.files.device import device_id
from logbook.paths import find_paths


def test_services_are_built_on_a_new_logbook() -> None:
    services = open_services(find_paths(), create=True)
    entry = services.writing.add_note("hallo")
    services.close()
    again = open_services(find_paths(), create=False)
    assert again.reading.entry(entry.id).title == "hallo"
    again.close()
    again.close()


def test_reading_commands_never_make_a_logbook() -> None:
    with pytest.raises(LogbookMissing):
        open_services(find_paths(), create=False)
    assert not find_paths().logbook.exists()


def test_the_device_id_is_made_once_and_kept(tmp_path: Path) -> None:
    first = device_id(tmp_path / "c" / "device")
    assert device_id(tmp_path / "c" / "device") == first
    assert stat.S_IMODE((tmp_path / "c" / "device").stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"../../x", b"\xff"])
def test_a_damaged_device_id_is_told_or_replaced(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "device"
    path.write_bytes(content)
    try:
        assert device_id(path).isalnum()
    except FolderUnusable:
        assert content == b"\xff"


def test_a_settings_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("")
    with pytest.raises(FolderUnusable):
        device_id(tmp_path / "bestand" / "device")


def test_ids_made_one_after_the_other_are_in_order() -> None:
    ids = [new_id() for _ in range(100)]
    assert ids == sorted(ids)
    assert len(set(ids)) == 100


def test_the_clock_is_aware() -> None:
    assert now_utc().utcoffset() is not None


def test_new_files_are_for_their_owner_only(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        set_private_umask()
        (tmp_path / "a").write_text("")
        assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600
    finally:
        os.umask(before)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such files")
def test_a_crash_leaves_no_memory_of_what_was_written() -> None:
    import resource

    before, umask = resource.getrlimit(resource.RLIMIT_CORE), os.umask(0o022)
    try:
        set_private_umask()
        assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
    finally:
        os.umask(umask)
        resource.setrlimit(resource.RLIMIT_CORE, before)
