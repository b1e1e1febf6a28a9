# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The floor of B4: Python and sqlite3 add one row with its index entry, durably."""

import sqlite3
import sys

connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("pragma synchronous = full")
connection.execute("begin immediate")
connection.execute(
    "insert into entries (id, at, body) values (hex(randomblob(16)), datetime(), ?)",
    (sys.argv[2],),
)
connection.execute("commit")
connection.close()
