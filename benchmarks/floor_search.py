# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The floor of Z1: Python and sqlite3 print the newest twenty rows that a query of FTS5 matches."""

import sqlite3
import sys

connection = sqlite3.connect(sys.argv[1], isolation_level=None)
count = connection.execute(
    "select count(*) from search where search match ?", (sys.argv[2],)
).fetchone()[0]
for at, key, piece in connection.execute(
    "select e.at, e.id, snippet(search, 0, '', '', '…', 20) from search"
    " join entries e on e.rid = search.rowid where search match ? order by search.rowid desc"
    " limit 20",
    (sys.argv[2],),
):
    print(at, key, piece)
print(count)
connection.close()
