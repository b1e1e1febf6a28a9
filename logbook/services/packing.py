# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Makes one package file of a folder of exercises, or says everything that is wrong with it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from logbook.content.folders import PACKAGE_FILE, Role
from logbook.content.library import CheckedFolder, ContentFolder, check_folder
from logbook.content.strays import find_strays
from logbook.content.survey import read_package_file
from logbook.core.errors import FileNotWritten, FileUnreadable, LogbookError
from logbook.core.library import Problem
from logbook.core.package import Manifest, PackageFacts, PackedFile
from logbook.files.archive import ArchiveRefused, make_archive, open_archive
from logbook.files.intake import read_bytes
from logbook.files.replace import replace_file
from logbook.formats.package_manifest import MANIFEST, render_manifest
from logbook.services.content import shipped_folder
from logbook.services.packages import LIMITS, PACKAGE_LIMIT, PICTURES
from logbook.texts.packages import ENDING, PACKING

_FILE_LIMIT = 32 * 1024 * 1024


class Packed(NamedTuple):
    """What came of it: a file and its manifest, or problems by file and line."""

    path: Path
    manifest: Manifest | None
    problems: tuple[Problem, ...] = ()


def pack(folder: Path, output: Path | None = None) -> Packed:
    """Make a package of a folder; with any mistake nothing is written.

    The folder holds `package.md` and `exercises/` with `resources/` beside it, or is itself of
    the shape of `exercises/`. Only files that the loader knows are packed: texts it reads and
    pictures that they name. The same files give the same bytes.

    Args:
        output: where the package goes; by default `ID-VERSION.oefenpakket` in the present folder.

    Raises:
        FileNotWritten: the package could not be written.
        LogbookError: the folder or a file in it could not be read.
    """
    if not folder.is_dir():
        raise FileUnreadable(str(folder), "not a folder")
    facts, problems = _facts(folder)
    name = folder.resolve().name
    # Paths of a folder `exercises` begin with that name already.
    label = facts.id if facts else name if name != "exercises" else ""
    content = _content_folder(folder, label)
    checked = check_folder(content, [shipped_folder()])
    files, unpacked = _files(checked)
    known = {*(source.file for source in checked.sources), *(each.file for each in checked.named)}
    strays = find_strays(content, known, only_sure=True)
    problems = sorted({*problems, *checked.problems, *unpacked, *strays})
    if not problems and not files:
        problems = [Problem(folder.name, 0, PACKING["nothing"])]
    if problems or facts is None:
        return Packed(output or folder, None, tuple(problems))
    manifest, packed, refused = _packed(facts, files)
    if refused is not None:
        return Packed(output or folder, None, (refused,))
    target = output or Path(f"{facts.id}-{facts.version}{ENDING}")
    try:
        replace_file(target, [packed], mode=0o644)
    except OSError as error:
        raise FileNotWritten(str(target), str(error)) from error
    return Packed(target, manifest)


def _facts(folder: Path) -> tuple[PackageFacts | None, Sequence[Problem]]:
    try:
        return read_package_file(folder)
    except LogbookError:
        return None, [Problem(PACKAGE_FILE, 0, PACKING["no-facts"])]


def _content_folder(folder: Path, package: str) -> ContentFolder:
    if (folder / "exercises").is_dir():
        return ContentFolder(folder / "exercises", folder / "resources", False, package)
    inside, beside = folder / "resources", folder.resolve().parent / "resources"
    resources = inside if inside.is_dir() or folder.resolve().name != "exercises" else beside
    return ContentFolder(folder, resources, False, package)


def _files(checked: CheckedFolder) -> tuple[dict[str, Path], list[Problem]]:
    """The files to pack by their path in the package, and what was named but cannot be packed."""
    files: dict[str, Path] = {}
    problems: list[Problem] = []
    for source in checked.sources:
        files[_place(source.role, source.root, source.file)] = source.file
    known = set(files.values())
    for source, line, named in checked.named:
        file = Path(os.path.normpath(named))
        if file in known:
            continue
        if file.suffix.lower() not in PICTURES:
            told = PACKING["linked"].format(fact=file.name)
            problems.append(Problem(source.shown, line, told))
            continue
        files[_place(source.role, source.root, file)] = file
    return files, problems


def _place(role: Role, root: Path, file: Path) -> str:
    top = "resources" if role is Role.PAGE else "exercises"
    return f"{top}/{file.relative_to(os.path.normpath(root)).as_posix()}"


def _packed(facts: PackageFacts, files: dict[str, Path]) -> tuple[Manifest, bytes, Problem | None]:
    contents = {place: read_bytes(path, limit=_FILE_LIMIT) for place, path in sorted(files.items())}
    listed = [
        PackedFile(place, len(content), hashlib.sha256(content).hexdigest())
        for place, content in contents.items()
    ]
    manifest = Manifest(facts, tuple(listed))
    packed = make_archive(_members(manifest, contents))
    # The gate for packages from outside has the last word on names and sizes.
    try:
        open_archive(packed, LIMITS)
    except ArchiveRefused as refused:
        told = PACKING.get(refused.reason, PACKING["name"]).format(fact=refused.fact)
        return manifest, packed, Problem(refused.fact or facts.id, 0, told)
    too_large = len(packed) > PACKAGE_LIMIT
    return manifest, packed, Problem(facts.id, 0, PACKING["too-large"]) if too_large else None


def _members(manifest: Manifest, contents: dict[str, bytes]) -> Iterable[tuple[str, bytes]]:
    yield MANIFEST, render_manifest(manifest)
    yield from contents.items()
