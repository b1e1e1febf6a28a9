# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The floor of I1: the same file into a raw table with FTS5, nothing checked."""

import json
import sys

import sqlcipher3.dbapi2 as engine

from benchmarks.saving import FLOOR_SCHEMA

connection = engine.connect(sys.argv[2], isolation_level=None)
connection.executescript(FLOOR_SCHEMA)
with open(sys.argv[1], encoding="utf-8") as stream:  # noqa: PTH123 - the shortest way there is
    entries = json.load(stream)["entries"]
connection.execute("begin immediate")
connection.executemany(
    "insert into entries (id, at, body) values (?, ?, ?)",
    (
        (e["id"], e["created_at"], "\n".join(a["value"]["text"] for a in e["answers"]))
        for e in entries
    ),
)
connection.execute("commit")
connection.close()
