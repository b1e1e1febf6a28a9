# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A process that opens a logbook of an older schema, which brings it up to date."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from logbook.storage.database import open_database
from logbook.storage.engine import import_sqlite_utils


def main(path: Path) -> None:
    """Open the logbook; tell before and after."""
    import_sqlite_utils()  # takes longer than the migration itself
    os.write(1, b"begin\n")
    open_database(path).close()
    os.write(1, b"done\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
