# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""B1-B4 and I1: durable saves and import against raw statements with the same pragmas."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import sqlcipher3.dbapi2 as engine

from benchmarks.data import WORK, _vocabulary, logbook_of, records, text_of
from benchmarks.measure import (
    Result,
    commands_in_pairs,
    fresh_copy,
    fresh_home,
    logbook,
    process,
    python,
)
from logbook.core.entry import NOTE_BLOCK, AnswerKey, Value, value_of
from logbook.core.library import Library
from logbook.services.writing import Edit, Writing
from logbook.storage.database import open_database
from logbook.storage.writes import Writer

FLOOR_SCHEMA = """
create table entries (rid integer primary key, id text not null unique, at text not null,
    body text not null) strict;
create virtual table search using fts5 (body, content='entries', content_rowid='rid',
    tokenize='unicode61 remove_diacritics 2');
create trigger added after insert on entries begin
    insert into search (rowid, body) values (new.rid, new.body); end;
create trigger changed after update on entries begin
    insert into search (search, rowid, body) values ('delete', old.rid, old.body);
    insert into search (rowid, body) values (new.rid, new.body); end;
"""
_ADD = "insert into entries (id, at, body) values (?, ?, ?)"


def floor_logbook(count: int) -> Path:
    """One raw table with FTS5 and the same texts."""
    path = WORK / f"floor-{count}.db"
    if not path.exists():
        new = path.with_suffix(".new")
        new.unlink(missing_ok=True)
        connection = floor_connection(new)
        connection.executescript(FLOOR_SCHEMA)
        connection.execute("begin immediate")
        connection.executemany(
            _ADD,
            (
                (each.id, each.created_at, value_of(each.answers[0].value).text)
                for each in records(count)
            ),
        )
        connection.execute("commit")
        connection.execute("insert into search (search) values ('optimize')")
        connection.close()
        new.rename(path)
    return path


def floor_connection(path: Path) -> engine.Connection:
    """The engine with our pragmas and nothing else."""
    connection = engine.connect(str(path), isolation_level=None)
    connection.execute("pragma journal_mode = delete")
    connection.execute("pragma synchronous = full")
    connection.execute("pragma foreign_keys = on")
    connection.execute("pragma secure_delete = on")
    return connection


def saves(count: int, times: int) -> tuple[list[float], list[float]]:
    """Milliseconds of `times` durable saves of a growing text: floor and ours in turn."""
    rng = random.Random(7)
    words = text_of(rng, _vocabulary(random.Random(1)), 150).split(" ")
    raw = floor_connection(fresh_copy(floor_logbook(count), "floor-saves.db"))
    raw.execute(_ADD, ("new", "2026", "start"))
    rid = raw.execute("select max(rid) from entries").fetchone()[0]
    database = open_database(fresh_copy(logbook_of(count), "ours-saves.db"))
    ids = (f"id-{n}" for n in range(10**9))
    writing = Writing(database, Library, _now, Writer("benchmark", lambda: next(ids)))
    entry = writing.begin_note()
    key = AnswerKey(NOTE_BLOCK)
    # The first row is made before the clock runs, for both.
    head = writing.save(entry, [Edit(key, Value("start"))]).heads[key]
    floor, ours = [], []
    for n in range(times):
        text = " ".join(words[: 20 + n % 130]) + f" {n}"

        def save_raw(text: str = text) -> None:
            raw.execute("begin immediate")
            raw.execute("update entries set body = ? where rid = ?", (text, rid))
            raw.execute("commit")

        floor.append(_timed(save_raw))
        started = time.perf_counter()
        head = writing.save(entry, [Edit(key, Value(text), head)]).heads[key]
        ours.append((time.perf_counter() - started) * 1000)
    raw.close()
    database.close()
    return floor, ours


def results_saving(sizes: tuple[int, ...]) -> list[Result]:
    """B1, B2 and B3."""
    small, large = sizes[0], sizes[-1]
    floor_small, ours_small = saves(small, 200)
    floor, ours = saves(large, 600)
    p50, p50_small = statistics.median(ours), statistics.median(ours_small)
    p99 = sorted(ours)[int(len(ours) * 0.99)]
    return [
        Result("B1", f"bewaren bij {small:,}, p50", statistics.median(floor_small), p50_small, 1.5),
        Result("B1", f"bewaren bij {large:,}, p50", statistics.median(floor), p50, 1.5),
        Result("B2", f"600 keer bij {large:,}: p99 tegen p50", p50, p99, 4.0),
        Result("B2", f"600 keer bij {large:,}: traagste", max(floor), max(ours), 3.0),
        Result("B3", f"p50 bij {large:,} tegen {small:,}", p50_small, p50, 1.10),
    ]


def results_note(count: int) -> list[Result]:
    """B4: one note as a process."""
    home = fresh_home("home-note")
    raw = fresh_copy(floor_logbook(count), "floor-note.db")
    ours = fresh_copy(logbook_of(count), "ours-note.db")
    script = Path(__file__).parent / "floor_note.py"
    return commands_in_pairs(
        "B4",
        f"logbook note bij {count:,}",
        lambda: python(str(script), str(raw), "Een korte notitie."),
        lambda: logbook("--logbook", str(ours), "note", "Een korte notitie."),
        home,
        2.2,
        15,
    )


def results_import(count: int) -> list[Result]:
    """I1: import of a JSON export against raw table plus FTS5 from the same file."""
    home = fresh_home("home-import")
    export = WORK / f"export-{count}.json"
    if not export.exists():
        process(
            logbook("--logbook", str(logbook_of(count)), "export", "--format", "json", str(export)),
            home,
        )
    floor_script = Path(__file__).parent / "floor_import.py"
    target, raw = WORK / "import.db", WORK / "floor-import.db"

    def ours() -> list[str]:
        for leftover in WORK.glob("import.db*"):
            leftover.unlink()
        return logbook("--logbook", str(target), "import", str(export))

    def floor() -> list[str]:
        raw.unlink(missing_ok=True)
        return python(str(floor_script), str(export), str(raw))

    return commands_in_pairs("I1", f"import van {count:,}", floor, ours, home, 2.0, 5)


def _timed(act: Callable[[], None]) -> float:
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000


def _now():
    from datetime import UTC, datetime

    return datetime.now(UTC)
