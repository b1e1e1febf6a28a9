# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What every test needs: no screen, no folder of the user, the same examples on every machine."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Qt reads these when it is first imported, so they are set before any test module is.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_LOGGING_RULES"] = "qt.qpa.fonts=false"
os.environ.pop("LOGBOOK_FILE", None)

# A busy machine must not turn a slow example into a failure.
settings.register_profile(
    "logbook", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.register_profile("ci", settings.get_profile("logbook"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "logbook")


@pytest.fixture(autouse=True)
def logbook_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Data, settings and cache of this test live below a folder of its own."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("LOGBOOK_HOME", str(home))
    for name in ("LOGBOOK_FILE", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    return home
