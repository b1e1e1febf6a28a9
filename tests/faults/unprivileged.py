# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Run a command of the program as a user without rights: `python -m … HOME COMMAND…`.

Rights mean nothing to root, so root becomes nobody first. That user may not read our packages;
therefore the same commands run once beforehand, on a logbook of their own, to import everything.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
from pathlib import Path

from logbook.cli.main import main

_NOBODY = 65534


def run(home: str, arguments: list[str]) -> int:
    """Warm up, lose all rights, run; the exit code."""
    quiet = io.StringIO()
    with (
        tempfile.TemporaryDirectory() as warm,
        contextlib.redirect_stdout(quiet),
        contextlib.redirect_stderr(quiet),
    ):
        os.environ["LOGBOOK_HOME"] = warm
        Path(warm, "stuk.db").touch()
        for command in (["note", "x"], ["list"], ["--logbook", f"{warm}/stuk.db", "list"]):
            main(command)
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)
    os.environ["LOGBOOK_HOME"] = home
    return main(arguments)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1], sys.argv[2:]))
