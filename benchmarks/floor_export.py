# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The floors of X1 and X2: texts through the Markdown engine alone, or dumped as they are.

Usage: floor_export.py html|markdown|json LOGBOOK TARGET
"""

import json
import sqlite3
import sys

kind, source, target = sys.argv[1:]
connection = sqlite3.connect(source)
rows = connection.execute("select id, at, body from entries order by at")
with open(target, "w", encoding="utf-8") as stream:  # noqa: PTH123 - the shortest way there is
    if kind == "html":
        import markdown

        extensions = ["attr_list", "tables", "admonition", "def_list", "sane_lists"]
        engine = markdown.Markdown(extensions=extensions)
        for _, _, body in rows:
            stream.write(engine.reset().convert(body))
    elif kind == "markdown":
        for _, at, body in rows:
            stream.write(f"# {at}\n\n{body}\n\n")
    else:
        for row in rows:
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")
