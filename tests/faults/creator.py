# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A process that makes one logbook after another in a folder, until somebody kills it."""

from __future__ import annotations

import itertools
import os
import sys
from pathlib import Path

from logbook.storage.database import open_database


def main(folder: Path) -> None:
    """Make `1.db`, `2.db` … and tell of each when it is there."""
    for number in itertools.count(1):
        open_database(folder / f"{number}.db", create=True).close()
        os.write(1, f"{number}\n".encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
