# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Z1, Z3 and M2: searching against the index alone.

The floor has the same texts in one raw table with FTS5 and asks it the same query, newest first,
with snippets and the number of hits (Z1 as a process with Python's own sqlite3, Z3 in this one).
A part of a word is asked of the floor as the words that contain it: FTS5 cannot find those.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.data import logbook_of
from benchmarks.measure import Result, environment, fresh_home, in_pairs, logbook, process, python
from benchmarks.saving import floor_connection, floor_logbook
from logbook.core.library import Library
from logbook.core.query import parse
from logbook.services.finding import Finding
from logbook.storage.database import Database, open_database

_HERE = Path(__file__).parent
_TURNS = 15
_SAMPLE = 12


class Asked(NamedTuple):
    """One query for us, and the same for the raw index."""

    ours: str
    floor: str


def results_process(sizes: Sequence[int]) -> list[Result]:
    """Z1: a rare and a common word as a process."""
    found = []
    for count in sizes:
        home = fresh_home("home-search")
        # A search may bring a logbook of an older kind up to date; that is not measured.
        process(logbook("--logbook", str(logbook_of(count)), "list", "--limit", "1"), home)
        kinds = queries(count)
        for name in ("zeldzaam woord", "gewoon woord"):
            asked = kinds[name][0]
            floor = python(str(_HERE / "floor_search.py"), str(floor_logbook(count)), asked.floor)
            ours = logbook("--logbook", str(logbook_of(count)), "search", asked.ours)
            pair = in_pairs(_run(floor, home), _run(ours, home), _TURNS)
            found.append(Result("Z1", f"logbook search bij {count:,}, {name}", *pair, 2.2))
    return found


def results_window(count: int) -> list[Result]:
    """Z3: first twenty hits with snippet and the number of all, p95 per kind of query."""
    database = open_database(logbook_of(count))
    raw = floor_connection(floor_logbook(count))
    finding = Finding(database, Library)
    found = []
    all_floor: list[float] = []
    all_ours: list[float] = []
    for name, each in queries(count).items():
        floor, ours = [], []
        for asked in (*each[:1], *each, *each, *each):
            started = time.perf_counter()
            _ask(raw, asked.floor)
            between = time.perf_counter()
            # As after a key: another query came before it.
            finding.forget()
            finding.find(parse(asked.ours))
            ended = time.perf_counter()
            floor.append((between - started) * 1000)
            ours.append((ended - between) * 1000)
        all_floor += floor[1:]
        all_ours += ours[1:]
        found.append(Result("Z3", f"{name} bij {count:,}, p95", _p95(floor), _p95(ours), 2.0))
    database.close()
    raw.close()
    whole = Result("Z3", f"alle samen bij {count:,}, p95", _p95(all_floor), _p95(all_ours), 2.0)
    return [*found, whole, Result("Z3", "hetzelfde, tegen 50 ms", 50.0, _p95(all_ours), 1.0)]


def results_memory(count: int) -> list[Result]:
    """M2: peak memory of a search against an empty Python."""
    home = fresh_home("home-search")
    process(logbook("--logbook", str(logbook_of(count)), "list", "--limit", "1"), home)
    asked = queries(count)["zeldzaam woord"][0]
    ours = logbook("--logbook", str(logbook_of(count)), "search", asked.ours)
    floor_mb, ours_mb = _peak(python("-c", "pass"), home), _peak(ours, home)
    return [Result("M2", f"logbook search bij {count:,}", floor_mb, ours_mb, 2.2, "MB")]


def queries(count: int) -> dict[str, list[Asked]]:
    """Queries of each kind, chosen from the words of the logbook, the same for the same seed."""
    rng = random.Random(count)
    database = open_database(logbook_of(count))
    listed = _vocabulary(database)
    rare = [word for word, entries in listed if 2 <= entries <= max(50, count // 500)]
    some = [word for word, entries in listed if count // 100 <= entries <= count // 10]
    common = [word for word, entries in listed if count // 2 <= entries < count]
    parts = [(part, held) for word in rng.sample(rare, min(400, len(rare))) if (part := word[3:9])
             for held in (_holding(database, part),) if 1 < len(held) <= 60
             and not any(each.startswith(part) for each in held)]  # fmt: skip
    database.close()
    phrases = [f"{rng.choice(common)} {rng.choice(some)}" for _ in range(_SAMPLE)]
    return {
        "zeldzaam woord": [_word(w) for w in rng.sample(rare, min(_SAMPLE, len(rare)))],
        "middelmatig woord": [_word(w) for w in rng.sample(some, min(_SAMPLE, len(some)))],
        "gewoon woord": [_word(w) for w in rng.sample(common, min(_SAMPLE, len(common)))],
        "zin": [Asked(f'"{phrase}"', f'"{phrase}"') for phrase in phrases],
        "deel van een woord": [
            Asked(part, " OR ".join(f'"{word}"' for word in held)) for part, held in parts[:_SAMPLE]
        ],
    }


def _word(word: str) -> Asked:
    return Asked(word, f'"{word}"*')


def _vocabulary(database: Database) -> list[tuple[str, int]]:
    database.connection.execute(
        "create virtual table if not exists temp.vocabulary"
        " using fts5vocab('main', 'search_index', 'row')"
    )
    return database.rows("select term, doc from temp.vocabulary where length(term) > 1 order by 1")


def _holding(database: Database, part: str) -> list[str]:
    sql = "select word from search_words where instr(word, ?) > 0"
    return [word for (word,) in database.rows(sql, (part,))]


def _ask(raw, match: str) -> int:
    total = raw.execute("select count(*) from search where search match ?", (match,)).fetchone()[0]
    raw.execute(
        "select e.at, e.id, snippet(search, 0, '[', ']', '…', 24) from search"
        " join entries e on e.rid = search.rowid where search match ?"
        " order by search.rowid desc limit 20",
        (match,),
    ).fetchall()
    return total


def _run(command: list[str], home: Path):
    return lambda: process(command, home)


def _p95(times: Sequence[float]) -> float:
    return sorted(times[1:])[int(len(times[1:]) * 0.95)]


def _peak(command: list[str], home: Path) -> float:
    """Peak memory in MB, asked by a bare Python: a child begins with the peak of its parent."""
    script = (
        "import os, sys; nothing = os.open(os.devnull, os.O_WRONLY);"
        " child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ,"
        " file_actions=[(os.POSIX_SPAWN_DUP2, nothing, 1)]);"
        " print(os.wait4(child, 0)[2].ru_maxrss)"
    )
    measured = [
        int(
            subprocess.run(
                python("-c", script, *command),
                env=environment(home),
                check=True,
                capture_output=True,
                text=True,
            ).stdout
        )
        for _ in range(5)
    ]
    return statistics.median(measured) / 1000
