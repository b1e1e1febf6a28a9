# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from logbook.core.entry import AnswerKey, EntryState, Value
from logbook.core.entry_record import PlainNote
from logbook.core.private import without_private
from logbook.formats.local_time import day_in_words
from logbook.formats.markdown import Readable, render_entry, render_markdown
from tests.formats.samples import full_entry, full_exercise, full_library

DATA = Path(__file__).resolve().parents[1] / "data" / "formats"
LIBRARY = full_library()
NOTE = PlainNote("n1", "2026-03-02T09:00:00.000Z", None, "Een dag", ("Een dag\n\nmet regen",))


@pytest.fixture(autouse=True)
def amsterdam(monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    time.tzset()


def entry_text(item: Readable, *, with_private: bool = False) -> str:
    return render_entry(item, LIBRARY.card, with_private=with_private)


def note_text(note: PlainNote, *, with_private: bool = False) -> str:
    return "".join(render_markdown([note], LIBRARY.card, with_private=with_private))


def test_an_entry_looks_like_the_sample() -> None:
    entry = replace(
        full_entry(),
        state=EntryState.CLOSED,
        closed_at=datetime(2026, 7, 1, 22, 30, tzinfo=UTC),
        about_date=date(2026, 3, 1),
    )
    text = entry_text(Readable(entry, full_exercise(), 2))
    assert text == (DATA / "entry.md").read_text(encoding="utf-8")


def test_a_note_has_its_own_words_and_no_question() -> None:
    assert note_text(NOTE) == (
        "# Een dag\n\n- Geschreven: 2026-03-02 10:00\n\nEen dag\n\nmet regen\n"
    )


def test_a_note_says_which_day_it_is_about() -> None:
    assert "- Gaat over: 2026-03-01\n" in note_text(NOTE._replace(about_date="2026-03-01"))


def test_entries_have_a_blank_line_between_them() -> None:
    pieces = list(render_markdown([NOTE, NOTE], LIBRARY.card, with_private=False))
    assert "".join(pieces).count("\n\n# Een dag") == 1


def test_private_passages_stay_at_home() -> None:
    note = NOTE._replace(title="Open", texts=("Open %%dicht%% open\n%%tot het eind",))
    assert "dicht" not in note_text(note)
    assert "tot het eind" not in note_text(note)
    assert "%%dicht%%" in note_text(note, with_private=True)


def test_a_title_does_not_betray_a_private_passage() -> None:
    note = NOTE._replace(title="Dicht", texts=("%%Dicht%%",))
    assert note_text(note).startswith("# Notitie\n")
    assert "Dicht" not in note_text(note)


def test_an_answer_that_is_wholly_private_leaves_no_heading() -> None:
    values = {
        AnswerKey("start"): Value("%%alles%%"),
        AnswerKey("keuze"): Value(own="%%dit%%"),
        AnswerKey("tabel"): Value(rows=("a",)),
        AnswerKey("tabel", "", "a"): Value(cells=("%%x%%", "")),
    }
    text = entry_text(Readable(full_entry(values), full_exercise(), 1))
    assert "##" not in text


def test_a_block_that_is_gone_says_so() -> None:
    entry = full_entry({AnswerKey("start"): Value("ja")})
    later = replace(full_exercise(), blocks=full_exercise().blocks[1:])
    assert "vraag uit een eerdere versie" in entry_text(Readable(entry, later, 1))


def test_an_entry_outlives_its_exercise() -> None:
    text = entry_text(Readable(full_entry(), None, 1))
    assert "- [x] Vragen, niet zenden" in text
    assert "| wat | wanneer |" in text
    assert "| draagt | drukt |" in text


def test_an_entry_without_kept_words_outlives_its_exercise() -> None:
    entry = full_entry()
    answers = tuple(replace(a, wording=replace(a.wording, terms=())) for a in entry.answers)
    text = entry_text(Readable(replace(entry, answers=answers), None, 1))
    assert "- [x] vragen" in text
    assert "| 1 | 2 |" in text
    assert "| Links | Rechts |" in text


def test_words_stay_as_they_were_when_the_exercise_changes() -> None:
    exercise = full_exercise()
    blocks = tuple(
        replace(b, prompts=tuple(replace(p, options=()) for p in b.prompts))
        for b in exercise.blocks
    )
    text = entry_text(Readable(full_entry(), replace(exercise, blocks=blocks), 1))
    assert "1. Vragen, niet zenden\n2. Luisteren" in text


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("open", "open"),
        ("a%%b%%c", "ac"),
        ("a%%b", "a"),
        ("%%a%%b%%c%%d", "bd"),
        ("50% en 60%", "50% en 60%"),
    ],
)
def test_private_passages_are_cut_out(text: str, public: str) -> None:
    assert without_private(text) == public


def test_a_day_is_written_in_words() -> None:
    assert day_in_words(date(2026, 3, 2)) == "2 maart 2026"
