# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where the logbook lives: whether a folder is synced, a better place, and moving there.

The live database does not belong in a synced folder (docs/design.md); it stays correct there,
but the user is told and offered another place.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from logbook.core.errors import FileNotWritten
from logbook.files.replace import place_new, sync_folder
from logbook.paths import find_paths
from logbook.storage.database import copy_logbook

if TYPE_CHECKING:
    from logbook.paths import Paths
    from logbook.storage.database import Database

#: Names of folders that belong to a synchronising service, and how people call it.
_SERVICES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mijn drive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "surfdrive": "SURFdrive",
    "stack": "STACK",
    "pcloud drive": "pCloud",
    "pclouddrive": "pCloud",
    "mega": "MEGA",
    "syncthing": "Syncthing",
    "proton drive": "Proton Drive",
}
#: Files that such services leave in the folder they keep.
_MARKS = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".sync": "Resilio Sync",
}


def synced_by(path: Path) -> str:
    """The name of the service that seems to keep this file's folder in sync, or ""."""
    for folder in path.absolute().parents:
        name = folder.name.lower()
        for known, service in _SERVICES.items():
            # "OneDrive - Hogeschool X" and "Dropbox (Persoonlijk)" count too.
            if name == known or name.startswith((f"{known} -", f"{known} (", f"{known}-")):
                return service
        for mark, service in _MARKS.items():
            if (folder / mark).exists():
                return service
    return ""


def better_place(paths: Paths) -> Path | None:
    """A place for the logbook outside a synced folder; None when it lives well already."""
    if not synced_by(paths.logbook):
        return None
    candidates = (find_paths({}).data / "logboek.db", Path.home() / "Logboek" / "logboek.db")
    return next((p for p in candidates if p != paths.logbook and not synced_by(p)), None)


def settle_logbook(made: Path, target: Path) -> None:
    """Give a closed logbook that was made in the folder of `target` that name, in one step.

    Raises:
        FileNotWritten: something stands there already, or the folder cannot be written; the
            logbook is where it was.
    """
    # A journal without its logbook would be played back into ours.
    if target.with_name(f"{target.name}-journal").exists():
        raise FileNotWritten(str(target), "exists")
    try:
        place_new(made, target)
        sync_folder(target.parent)
    except FileExistsError as error:
        raise FileNotWritten(str(target), "exists") from error
    except OSError as error:
        raise FileNotWritten(str(target), str(error)) from error


def move_logbook(database: Database, target: Path) -> None:
    """Copy the open logbook to `target`, check the copy and remove the old file.

    The caller closes its services and opens the logbook at its new place.

    Raises:
        FileNotWritten: something stands there already, or the folder cannot be written; the
            logbook is where it was.
        LogbookError: copying failed; the logbook is where it was.
    """
    if target.exists():
        raise FileNotWritten(str(target), "exists")
    source = database.path
    try:
        copy_logbook(database, target)
    except FileExistsError as error:
        raise FileNotWritten(str(target), "exists") from error
    database.close()
    try:
        source.unlink()
    except OSError as error:
        target.unlink(missing_ok=True)
        raise FileNotWritten(str(source), str(error)) from error
