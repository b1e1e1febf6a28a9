# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""All text on screen as Markdown."""

from datetime import UTC, date, datetime

from logbook.core.entry import NOTE_BLOCK, AnswerKey, Entry, EntryId, EntryKind, Value
from logbook.core.exercise import Card, Deck
from logbook.core.library import Library
from logbook.ui.exercise.rescue import as_markdown, on_screen
from tests.ui.exercise.examples import CHOICE, FIRST, SECOND, make_exercise

BEGUN = datetime(2026, 11, 21, tzinfo=UTC)
LIBRARY = Library(
    decks={
        "d": Deck("d", "D", "pictures", "", "", "", (Card("d/a", "Brug", "", ""),)),
    }
)


def test_every_word_of_a_round_is_there() -> None:
    exercise = make_exercise()
    entry = Entry(EntryId("1"), EntryKind.EXERCISE, BEGUN, exercise_title=exercise.title)
    values = {
        FIRST: Value("Eerste *woord*"),
        SECOND: Value("Laatste woord", day=date(2026, 12, 1)),
        CHOICE: Value(cards=("d/a",)),
        AnswerKey("cards", "why", "d/a"): Value("Daarom"),
        AnswerKey("cards", "why", "d/weg"): Value("Van een kaart die weg is"),
        AnswerKey("verdwenen", "", ""): Value(number=3, options=("x",), own="eigen", text="oud"),
        AnswerKey("leeg"): Value(" "),
    }
    text = as_markdown(on_screen(entry, values, exercise, LIBRARY), exercise, LIBRARY)
    assert text.startswith(
        "# Proefoefening\n\n## Eerste stap\n\n### Hoe was het?\n\nEerste *woord*"
    )
    for words in ("1. Brug", "### Brug – Waarom deze?", "Van een kaart die weg is", "2026-12-01"):
        assert words in text
    for words in ("3\n- x\n- eigen", "oud"):
        assert words in text


def test_a_note_is_its_own_text() -> None:
    entry = Entry(EntryId("1"), EntryKind.FREE, BEGUN)
    values = {AnswerKey(NOTE_BLOCK): Value("# Kop\n\ntekst")}
    assert as_markdown(on_screen(entry, values, None, Library()), None, Library()) == (
        "# Kop\n\ntekst\n"
    )


def test_nothing_on_screen_is_no_text() -> None:
    entry = Entry(EntryId("1"), EntryKind.FREE, BEGUN)
    assert as_markdown(entry, None, Library()) == ""
