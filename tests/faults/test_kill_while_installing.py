# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A process that dies anywhere in an installation leaves the old package or the new one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from logbook.files.set_folder import recover
from logbook.formats.package_manifest import MANIFEST, read_manifest
from logbook.paths import Paths, find_paths
from logbook.services.packages import Packages
from tests.content.builders import exercise_text
from tests.package_builders import FACTS, WALK, manifest_of, write_package

pytestmark = [
    pytest.mark.fault,
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the child is made by fork"),
]

KILLED = 9
OLD = {WALK: exercise_text("samen-lopen").encode()}
NEW = {WALK: OLD[WALK].replace(b"version: 1", b"version: 2")}
POINTS = [(Path, "rename"), (os, "fsync"), (shutil, "rmtree")]


def run_until(act: Callable[[], object], owner: Any, name: str, calls: int) -> int:
    """Run in a child that dies at the n-th call of a function; its exit code."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    left = calls
    original = getattr(owner, name)

    def counted(*arguments: Any, **options: Any) -> Any:
        nonlocal left
        left -= 1
        if left == 0:
            os._exit(KILLED)
        return original(*arguments, **options)

    setattr(owner, name, counted)
    try:
        act()
    finally:
        os._exit(0)


def deaths(act: Callable[[], object], owner: Any, name: str) -> Iterator[int]:
    """Let a child die at the first call, the second, and so on, until it lives to the end."""
    calls = 1
    while run_until(act, owner, name, calls) == KILLED:
        yield calls
        calls += 1


def standing(paths: Paths) -> dict[str, bytes]:
    """The package that is loaded after such a death, checked against its own manifest."""
    recover(paths.bundles)
    folder = paths.bundles / "groep"
    manifest = read_manifest((folder / MANIFEST).read_bytes())
    files = {file.path: (folder / file.path).read_bytes() for file in manifest.files}
    assert manifest == manifest_of(files, manifest.facts)
    return files


def hidden(paths: Paths) -> list[str]:
    """What an hour and a day later is still left over."""
    for path in paths.bundles.glob(".*"):
        os.utime(path, (1_000_000, 1_000_000))
    recover(paths.bundles)
    return sorted(path.name for path in paths.bundles.glob(".*"))


@pytest.mark.parametrize(("owner", "name"), POINTS, ids=[name for _, name in POINTS])
def test_a_death_leaves_the_old_or_the_new(tmp_path: Path, owner: Any, name: str) -> None:
    paths = find_paths()
    packages = Packages(paths)
    old = write_package(tmp_path / "oud", OLD)
    new = write_package(tmp_path / "nieuw", NEW, replace(FACTS, version=2))
    packages.install(packages.look(old), replace=True)
    died: list[int] = []
    for calls in deaths(lambda: packages.install(packages.look(new), replace=True), owner, name):
        died.append(calls)
        assert standing(paths) in (OLD, NEW)
        assert hidden(paths) == []
        packages.install(packages.look(old), replace=True)
    assert died
    assert standing(paths) == NEW
