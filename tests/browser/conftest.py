# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""One running browser for all tests of this folder; `scripts/browsers.sh` installs it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parent
PROGRAMS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "firefox": ("firefox-esr", "firefox"),
}
#: Which browsers to drive: `LOGBOOK_BROWSERS="chromium firefox"`.
KINDS = os.environ.get("LOGBOOK_BROWSERS", "chromium").split()
#: LibreOffice takes half a gigabyte: only `make test-browsers` installs and uses it.
collect_ignore = [] if os.environ.get("LOGBOOK_WRITER") else ["test_writer.py"]


class Browser:
    """A browser that plays scenarios of `scenarios.mjs`, and a folder for what it downloads."""

    def __init__(self, kind: str, home: Path) -> None:
        program = next(filter(None, map(shutil.which, PROGRAMS[kind])), None)
        if program is None or not (FOLDER / "node_modules" / "puppeteer-core").is_dir():
            pytest.fail(f"{kind} or its driver is not installed: run scripts/browsers.sh {kind}")
        self.kind = kind
        self.downloads = home / "downloads"
        self.downloads.mkdir()
        self._process = subprocess.Popen(
            ["node", str(FOLDER / "driver.mjs"), kind, program, str(self.downloads)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "HOME": str(home)},
        )

    def play(self, scenario: str, file: Path | None = None, **parts: Any) -> dict[str, Any]:
        """What the scenario gives, with `violations` of the policy and what was `seen`."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        asked = {"scenario": scenario, **parts} | ({"file": str(file)} if file else {})
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline() or '{"error": "gone"}')
        assert "error" not in answer, answer["error"]
        return answer

    def value(self, scenario: str, file: Path | None = None, **parts: Any) -> Any:
        """What the scenario gives, when nothing was wrong meanwhile."""
        answer = self.play(scenario, file, **parts)
        assert answer.get("violations", []) == []
        assert answer["seen"]["errors"] == []
        assert answer["seen"]["console"] == []
        assert {
            a for a in answer["seen"]["requests"] if not a.startswith(("file:", "blob:"))
        } == set()
        return answer["value"]

    def downloaded(self) -> Path:
        """The one file that was downloaded since the last time."""
        found = [each for each in self.downloads.iterdir() if each.suffix == ".json"]
        assert len(found) == 1
        return found[0].rename(self.downloads / f"{found[0].stem}.taken")

    def close(self) -> None:
        """End the browser that was started here."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            self._process.wait(20)
        finally:
            self._process.kill()
            if self._process.stdout is not None:
                self._process.stdout.close()


@pytest.fixture(scope="session", params=KINDS)
def browser(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    made = Browser(request.param, tmp_path_factory.mktemp(request.param))
    yield made
    made.close()
