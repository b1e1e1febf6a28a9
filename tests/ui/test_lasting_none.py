# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import subprocess
import sys

CALLS = """
from logbook.ui.lasting_none import keep_none
keep_none()
keep_none()
from PySide6.QtCore import QObject, Signal
class Thing(QObject):
    happened = Signal()
thing = Thing()
for _ in range(200_000):
    thing.setObjectName("naam")
    thing.happened.emit()
print("klaar")
"""


def test_many_calls_that_return_nothing_do_not_end_the_program() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CALLS], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout) == (0, "klaar\n"), done.stderr
