# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""End a Qt program right after its window was drawn, or after it came to rest for memory."""

from __future__ import annotations

import os
import re
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication


def end_after_first_paint(app: QApplication) -> None:
    """Run until every visible window is drawn; with `BENCHMARK_MEMORY` until it is at rest.

    Memory: prints the proportional set size in kB, as the kernel counts it.
    """
    rest = int(os.environ.get("BENCHMARK_MEMORY", "0"))
    if rest:
        QTimer.singleShot(rest, lambda: _print_memory_and_end())
        QApplication.exec()
        return
    for window in app.topLevelWidgets():
        if window.isVisible():
            window.repaint()
    os._exit(0)


def _print_memory_and_end() -> None:
    rollup = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    found = re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
    print(found[1] if found else "0", flush=True)
    os._exit(0)
