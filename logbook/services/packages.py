# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Packages of exercises: look what is in one, install it, list and remove what is installed.

A package is unpacked beside the installed ones under a hidden name, checked there, and takes its
place by one rename. Answers are never touched: they stand in the logbook with their own wording.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from logbook.content.library import check_folder, check_strays
from logbook.content.survey import survey
from logbook.core.errors import (
    LogbookError,
    PackageMistakes,
    PackageNotFound,
    PackageNotKept,
    PackageRefused,
    PackageThere,
)
from logbook.core.library import Problem
from logbook.core.package import (
    Manifest,
    OfferedItem,
    PackageFacts,
    PackedFile,
    Part,
    Relation,
    compare,
    relation,
)
from logbook.files import set_folder
from logbook.files.archive import Archive, ArchiveRefused, Limits, open_archive
from logbook.files.intake import read_bytes
from logbook.files.member_names import NameRefused, check_name
from logbook.formats.package_manifest import (
    MANIFEST,
    ManifestRefused,
    read_manifest,
    render_manifest,
)
from logbook.paths import Paths
from logbook.services.changes import Changes
from logbook.services.content import (
    ContentService,
    installed_folders,
    package_folder,
    shipped_folder,
)
from logbook.texts.packages import package_line

PACKAGE_LIMIT = 50_000_000
LIMITS = Limits(members=2_000, unpacked=200_000_000)
MANIFEST_LIMIT = 1_000_000
#: Files beside Markdown that may be in a package, by ending.
PICTURES = frozenset((".svg", ".png", ".jpg", ".jpeg", ".webp"))
_FOLDERS = ("exercises/", "resources/")

#: Told how many files of how many are done; raises `PackageStopped` to stop.
Watch = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that was looked into and stands unpacked, not yet installed.

    Args:
        parts: what is in it, compared with what is there.
        problems: every mistake the check found; with any it cannot be installed.
        installed: the package of the same id that is there, or None.
    """

    path: Path
    manifest: Manifest
    parts: tuple[OfferedItem, ...]
    problems: tuple[Problem, ...]
    relation: Relation
    installed: Manifest | None
    staged: Path

    @property
    def facts(self) -> PackageFacts:
        """What the package says of itself."""
        return self.manifest.facts


class Installed(NamedTuple):
    """An installed package and how much of each sort is in it."""

    facts: PackageFacts
    parts: dict[Part, int]


class Packages:
    """The installed packages of this user."""

    def __init__(self, paths: Paths) -> None:
        self._bundles = paths.bundles
        self._content = ContentService(paths)
        self._removed: set[str] = set()

    def look(self, path: Path, watch: Watch | None = None) -> Offer:
        """Read and check a package file; nothing is installed.

        The offer holds a temporary folder: hand it to `install` or `drop`.

        Raises:
            PackageRefused: it is no package that may be read.
            FileTooLarge, FileUnreadable: see `files.intake`.
            PackageNotKept: there is no room to unpack it.
        """
        try:
            archive = open_archive(read_bytes(path, limit=PACKAGE_LIMIT), LIMITS)
            manifest = _manifest(archive)
            staged = self._unpack(archive, manifest, watch or _nobody)
        except (ArchiveRefused, ManifestRefused) as refused:
            raise PackageRefused(str(path), refused.reason, refused.fact) from None
        try:
            return self._offer(path, manifest, staged)
        except BaseException:
            set_folder.discard(staged)
            raise

    def install(self, offer: Offer, watch: Watch | None = None, *, replace: bool) -> Changes:
        """Put an offered package in its place; one that stood there gives way when it stands.

        Args:
            replace: the user chose this one over the installed package of the same id.

        Raises:
            PackageMistakes: the check found mistakes.
            PackageThere: a package with this id is there, and `replace` is off.
            PackageNotKept: the disk refused; what was there still is.
            PackageStopped: `watch` wished so.
        """
        if offer.problems:
            self.drop(offer)
            raise PackageMistakes(str(offer.path), [str(problem) for problem in offer.problems])
        target = self._bundles / offer.facts.id
        there = _read_installed(target) if target.is_dir() else None
        if there is not None and there != offer.manifest and not replace:
            raise PackageThere(offer.facts.id, package_line(there.facts), package_line(offer.facts))
        total, done = len(offer.manifest.files) + 1, 0

        def count() -> None:
            nonlocal done
            done += 1
            (watch or _nobody)(done, total)

        try:
            set_folder.sync_tree(offer.staged, count)
            set_folder.place(offer.staged, target)
        except OSError as error:
            raise PackageNotKept(str(target), str(error)) from error
        finally:
            self.drop(offer)
        self._removed.discard(offer.facts.id)
        return Changes(library=True)

    def drop(self, offer: Offer) -> None:
        """Let go of an offer that is not installed."""
        set_folder.discard(offer.staged)

    def installed(self) -> tuple[Installed, ...]:
        """Every installed package by id."""
        return tuple(
            Installed(
                _read_installed(path).facts,
                dict(Counter(item.part for item in survey([package_folder(path)]))),
            )
            for path in installed_folders(self._bundles)
        )

    def remove(self, package_id: str) -> Changes:
        """Take a package away; it is kept until `close`, so that `restore` can put it back.

        Raises:
            PackageNotFound: no package has this id.
            PackageNotKept: the disk refused; it is still there.
        """
        ids = [path.name for path in installed_folders(self._bundles)]
        if package_id not in ids:
            # Not at the top: only needed for a mistake.
            from difflib import get_close_matches

            near = get_close_matches(package_id[:100], ids, 1)
            raise PackageNotFound(package_id, near[0] if near else "")
        self._do(set_folder.set_aside, package_id)
        self._removed.add(package_id)
        return Changes(library=True)

    def restore(self, package_id: str) -> Changes:
        """Put back what was removed.

        Raises:
            PackageNotKept: it is gone, or another package took its place.
        """
        self._do(set_folder.put_back, package_id)
        self._removed.discard(package_id)
        return Changes(library=True)

    def close(self) -> None:
        """Delete for good what was removed."""
        for package_id in self._removed:
            set_folder.forget_removed(self._bundles / package_id)
        self._removed.clear()

    def _do(self, act: Callable[[Path], None], package_id: str) -> None:
        target = self._bundles / package_id
        try:
            act(target)
        except OSError as error:
            raise PackageNotKept(str(target), str(error)) from error

    def _unpack(self, archive: Archive, manifest: Manifest, watch: Watch) -> Path:
        set_folder.recover(self._bundles)
        try:
            staged = set_folder.make_staging(self._bundles)
        except OSError as error:
            raise PackageNotKept(str(self._bundles), str(error)) from error
        try:
            (staged / "exercises").mkdir(mode=0o700)
            set_folder.write_new(staged / MANIFEST, [render_manifest(manifest)])
            for done, file in enumerate(manifest.files, 1):
                set_folder.write_new(staged / file.path, _checked(archive, file))
                watch(done, len(manifest.files))
        except OSError as error:
            set_folder.discard(staged)
            raise PackageNotKept(str(self._bundles), str(error)) from error
        except BaseException:
            set_folder.discard(staged)
            raise
        return staged

    def _offer(self, path: Path, manifest: Manifest, staged: Path) -> Offer:
        package_id = manifest.facts.id
        folder = package_folder(staged, package_id)
        checked = check_folder(folder, [shipped_folder()])
        problems = {*checked.problems, *check_strays(folder, checked)}
        target = self._bundles / package_id
        there = _read_installed(target) if target.is_dir() else None
        others = [f for f in self._content.folders() if f.package != package_id]
        parts = compare(
            survey([folder]),
            survey([package_folder(target)]) if there else (),
            {item.key: item.version for item in survey(others)},
        )
        related = relation(manifest, there)
        return Offer(path, manifest, parts, tuple(sorted(problems)), related, there, staged)


def _manifest(archive: Archive) -> Manifest:
    """The manifest, of which every file is a member and the other way round."""
    member = archive.members.get(MANIFEST)
    if member is None:
        raise ManifestRefused("manifest-missing")
    if member.size > MANIFEST_LIMIT:
        raise ManifestRefused("json")
    manifest = read_manifest(b"".join(archive.chunks(MANIFEST)))
    try:
        check_name(manifest.facts.id)
    except NameRefused:
        raise ManifestRefused("key", "id") from None
    listed = {file.path: file for file in manifest.files}
    members = archive.members.keys() - {MANIFEST}
    for place in sorted(members ^ listed.keys()):
        raise ManifestRefused("file-missing" if place in listed else "file-extra", place)
    for place in sorted(members):
        if listed[place].size != archive.members[place].size:
            raise ManifestRefused("file-differs", place)
        ending = Path(place).suffix
        if not place.startswith(_FOLDERS) or (ending != ".md" and ending.lower() not in PICTURES):
            raise ManifestRefused("file-kind", place)
    if not members:
        raise ManifestRefused("nothing")
    return manifest


def _checked(archive: Archive, file: PackedFile) -> Iterator[bytes]:
    """The content of a member, which must be what the manifest says."""
    digest = hashlib.sha256()
    for chunk in archive.chunks(file.path):
        digest.update(chunk)
        yield chunk
    if digest.hexdigest() != file.sha256:
        raise ManifestRefused("file-differs", file.path)


def _read_installed(folder: Path) -> Manifest:
    """The manifest of an installed package; when it is gone, what the folder's name says."""
    try:
        return read_manifest(read_bytes(folder / MANIFEST, limit=MANIFEST_LIMIT, inside=folder))
    except (LogbookError, ManifestRefused):
        return Manifest(PackageFacts(folder.name, folder.name, 0, "", ""), ())


def _nobody(_done: int, _total: int) -> None:
    """Nobody watches."""
