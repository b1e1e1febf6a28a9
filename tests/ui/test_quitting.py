# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from logbook import __version__
from logbook.bootstrap import open_services
from logbook.paths import find_paths
from logbook.settings import Settings, save_settings

#: Opens the real window, types a note, says so, and goes on running.
WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from logbook.paths import find_paths
from logbook.ui.app import make_application, run

def type_note():
    from logbook.ui.editor.markdown_editor import MarkdownEditor
    windows = [w for w in app.topLevelWidgets() if type(w).__name__ == "MainWindow"]
    field = windows[0].stack.page("today").findChild(MarkdownEditor) if windows else None
    if field is None:
        QTimer.singleShot(100, type_note)
        return
    QTest.keyClicks(field, "Dit mag niet weg")
    print("typed", flush=True)

app = make_application()
QTimer.singleShot(400, type_note)
sys.exit(run(find_paths()))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to send")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_signal_keeps_what_was_typed_a_moment_ago(number: signal.Signals) -> None:
    paths = find_paths()
    save_settings(paths.settings, Settings(started=True))
    process = subprocess.Popen([sys.executable, "-c", WINDOW], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "typed\n"
    process.send_signal(number)
    assert process.wait(timeout=30) == 0
    process.stdout.close()
    services = open_services(paths, create=False)
    (summary,) = services.reading.entries()
    assert services.reading.entry(summary.id).answers[0].value.text == "Dit mag niet weg"
    services.close()
    assert not Path(f"{paths.logbook}.lock").exists()


def test_version_is_answered_without_other_modules() -> None:
    code = (
        "import sys; before = set(sys.modules); sys.argv = ['logbook', '--version']\n"
        "from logbook.__main__ import main; main()\n"
        "print(sorted(n for n in set(sys.modules) - before if n != 'logbook.__main__'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    version, modules = done.stdout.splitlines()
    assert version == f"logbook {__version__}"
    assert modules == "['logbook']"


#: What the first paint does without (docs/design.md, "Speed").
LATER = ("sqlite_utils", "markdown", "nh3", "pydantic", "platformdirs")


def test_first_paint_needs_no_heavy_modules() -> None:
    save_settings(find_paths().settings, Settings(started=True))
    open_services(find_paths(), create=True).close()
    code = (
        "import sys\n"
        "from logbook.paths import find_paths\n"
        "from logbook.ui.app import make_application\n"
        "app = make_application()\n"
        "from logbook.ui.session import Session\n"
        "from logbook.ui.unexpected import Unexpected\n"
        "session = Session(app, find_paths(), Unexpected(app))\n"
        "session.start()\n"
        "session.window.repaint()\n"
        f"print([name for name in {LATER!r} if name in sys.modules])\n"
        "session.close()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "[]", done.stderr
