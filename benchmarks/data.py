# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Generated logbooks of 100 to 100,000 entries, the same for the same seed.

Entries have about 150 words; one a day up to 10,000, ten a day at 100,000. Most are free notes;
exercises of the shipped chapters get some rounds, as a user of years would have them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from logbook.core.canonical import canonical_text, content_hash
from logbook.core.entry import NOTE_BLOCK, EntryKind, EntryState
from logbook.core.entry_record import AnswerRecord, EntryRecord, RevisionRecord
from logbook.core.moment import to_text
from logbook.storage.database import open_database
from logbook.storage.new_entries import BulkWriter

SIZES = (100, 1_000, 10_000, 100_000)
WORK = Path(__file__).parent / "work"
_END = datetime(2026, 11, 1, 18, 0, tzinfo=UTC)
_SYLLABLES = [
    "be",
    "ge",
    "ver",
    "op",
    "in",
    "uit",
    "aan",
    "lij",
    "stel",
    "vraag",
    "hulp",
    "werk",
    "groep",
    "lijn",
    "zorg",
    "kind",
    "dag",
    "tijd",
]
_ENDINGS = ["en", "er", "ing", "je", "t", "d", "s", "lijk", "heid", "te", "de"]
_COMMON = [
    "de",
    "het",
    "een",
    "ik",
    "en",
    "dat",
    "niet",
    "van",
    "in",
    "is",
    "was",
    "met",
    "op",
    "zij",
    "hij",
    "wij",
    "er",
    "om",
    "voor",
    "maar",
]


def records(count: int, seed: int = 1) -> Iterator[EntryRecord]:
    """`count` entries, oldest first."""
    rng = random.Random(seed)
    words = _vocabulary(rng)
    a_day = 10 if count > 10_000 else 1
    for number in range(count):
        at = _END - timedelta(days=(count - number) / a_day)
        yield _record(rng, words, number, at)


def logbook_of(count: int) -> Path:
    """A logbook with `count` entries, made once and kept in `benchmarks/work/`."""
    WORK.mkdir(exist_ok=True)
    path = WORK / f"logbook-{count}.db"
    if path.exists():
        return path
    new = path.with_suffix(".new")
    new.unlink(missing_ok=True)
    database = open_database(new, create=True)
    with database.transaction() as connection:
        writer = BulkWriter(connection)
        for record in records(count):
            writer.add([record])
        writer.finish()
    with database.transaction() as connection:
        connection.execute("insert into search_index (search_index) values ('optimize')")
    database.close()
    new.rename(path)
    return path


def text_of(rng: random.Random, words: list[str], length: int = 150) -> str:
    """A text of about `length` words in sentences and paragraphs, with some Markdown."""
    parts: list[str] = []
    for number in range(length):
        word = rng.choice(_COMMON) if rng.random() < 0.5 else words[_zipf(rng, len(words))]
        if rng.random() < 0.01:
            word = f"**{word}**"
        if number % 12 == 11:
            word += ".\n\n" if number % 60 == 59 else "."
        parts.append(word)
    return " ".join(parts).replace("\n\n ", "\n\n").strip()


def _vocabulary(rng: random.Random) -> list[str]:
    words = {
        "".join(rng.choices(_SYLLABLES, k=rng.randint(1, 3))) + rng.choice(_ENDINGS)
        for _ in range(30_000)
    }
    return sorted(words)


def _zipf(rng: random.Random, count: int) -> int:
    return min(count - 1, int(count * rng.random() ** 3))


def _record(rng: random.Random, words: list[str], number: int, moment: datetime) -> EntryRecord:
    value = canonical_text(text_of(rng, words))
    at, revision_id = to_text(moment), f"revision-{number:08d}"
    # Forty rounds a year of one of five exercises; the rest are notes.
    exercise = f"oefening-{number % 5}" if number % 9 == 0 and number < 2_000 else None
    revision = RevisionRecord(revision_id, None, "benchmark", at, value, content_hash(value))
    answer = AnswerRecord(
        block="start" if exercise else NOTE_BLOCK,
        prompt="",
        item="",
        kind="prose",
        block_title="Wat bleef hangen?",
        prompt_text="Wat bleef hangen?",
        exercise_version=1 if exercise else None,
        card_title="",
        card_description="",
        position=0,
        terms="",
        head=revision_id,
        revisions=(revision,),
    )
    return EntryRecord(
        id=f"entry-{number:08d}",
        kind=EntryKind.EXERCISE if exercise else EntryKind.FREE,
        created_at=at,
        state=EntryState.CLOSED if exercise else EntryState.DRAFT,
        exercise_id=exercise,
        exercise_title=exercise or "",
        exercise_version=1 if exercise else None,
        source="Eigen werk" if exercise else "",
        chapter=1 if exercise else None,
        about_date=None,
        closed_at=at if exercise else None,
        deleted_at=None,
        answers=(answer,),
    )
