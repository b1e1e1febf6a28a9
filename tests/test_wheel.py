# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What is installed with the program: a built wheel holds every file that the code opens."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["pdf", "page"])
def test_templates_of_packets_are_in_the_wheel(installed: set[str], folder: str) -> None:
    place = ROOT / "logbook" / "formats" / folder
    names = {path.relative_to(ROOT).as_posix() for path in place.iterdir() if path.is_file()}
    assert names
    assert names <= installed


@pytest.mark.slow
def test_letters_of_the_pdf_are_in_the_wheel(installed: set[str]) -> None:
    assert "logbook/ui/assets/fonts/LogboekSerif-Regular.ttf" in installed
    assert "logbook/ui/assets/fonts/Inter-Regular.ttf" in installed
