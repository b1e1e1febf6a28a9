# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Our window, ended by `first_paint` in place of running its event loop.

The program is untouched: only `QApplication.exec`, the last call of its start, is replaced.
"""

import sys

from PySide6.QtWidgets import QApplication

from benchmarks.first_paint import end_after_first_paint

_exec = QApplication.exec


def _end_instead(*_arguments: object) -> int:
    QApplication.exec = _exec
    end_after_first_paint(QApplication.instance())
    return 0


QApplication.exec = _end_instead

from logbook.__main__ import main  # noqa: E402 - after the replacement

sys.exit(main())
