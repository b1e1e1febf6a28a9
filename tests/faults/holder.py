# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A process that makes a logbook (`LOGBOOK_HOME`) and holds it for itself for some seconds."""

from __future__ import annotations

import os
import sys
import time

from logbook.paths import find_paths
from logbook.storage.database import open_database


def main(seconds: float) -> None:
    """Hold, tell, let go."""
    database = open_database(find_paths().logbook, create=True)
    database.connection.execute("begin exclusive")
    os.write(1, b"held\n")
    time.sleep(seconds)
    database.connection.execute("rollback")
    database.close()


if __name__ == "__main__":
    main(float(sys.argv[1]))
