# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Rounds beside each other on a real logbook, and the pages that are made of them."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from logbook.core.compare import Comparison, Given
from logbook.core.entry import AnswerKey, EntryId, Value
from logbook.core.errors import ExerciseNotFound, FileNotWritten, RoundsNotCompared
from logbook.services.comparing import Comparing
from logbook.services.importing import lines_of
from logbook.services.transfer import Transfer
from logbook.services.writing import Edit, Writing
from logbook.storage.database import Database, open_database
from logbook.storage.writes import Writer
from tests.builders import Clock, Ids
from tests.formats.samples import full_exercise, full_library, full_values

START = AnswerKey("start")


class Desk:
    """A logbook with the full exercise, which `library` can change."""

    def __init__(self, database: Database, device: str) -> None:
        self.database = database
        self.library = full_library()
        self.clock = Clock()
        writer = Writer(device, Ids(device))
        self.writing = Writing(database, lambda: self.library, self.clock, writer)
        self.comparing = Comparing(database, lambda: self.library, self.clock)
        self.transfer = Transfer(database, lambda: self.library, self.clock, writer)

    def round(self, values: dict[AnswerKey, Value] | str) -> EntryId:
        if isinstance(values, str):
            values = {START: Value(values)}
        entry = self.writing.begin_round(full_exercise())
        self.writing.save(entry, [Edit(key, value) for key, value in values.items()])
        self.writing.close_for_now(entry.id)
        self.clock.forward(days=30)
        return entry.id

    def compare(self, *ids: EntryId, block: str = "") -> Comparison:
        return self.comparing.compare("alles", ids, block)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    database = open_database(tmp_path / "logboek.db", create=True)
    yield Desk(database, "a")
    database.close()


def texts_of(comparison: Comparison) -> list[list[str]]:
    return [[answer.text for answer in q.answers] for q in comparison.questions]


def test_the_first_and_the_last_of_forty_rounds_are_compared(desk: Desk) -> None:
    for number in range(1, 41):
        desk.round(f"keer {number}")
    assert len(desk.comparing.rounds("alles")) == 40
    comparison = desk.compare()
    assert [item.number for item in comparison.rounds] == [1, 40]
    assert texts_of(comparison) == [["keer 1", "keer 40"]]


def test_chosen_rounds_stand_in_order_of_time(desk: Desk) -> None:
    ids = [desk.round(f"keer {number}") for number in range(1, 7)]
    comparison = desk.compare(ids[4], ids[1], ids[3])
    assert [item.number for item in comparison.rounds] == [2, 4, 5]


def test_more_than_five_or_unknown_rounds_are_refused(desk: Desk) -> None:
    ids = [desk.round(f"keer {number}") for number in range(6)]
    for wrong in (ids, [EntryId("nergens")]):
        with pytest.raises(RoundsNotCompared):
            desk.compare(*wrong)


def test_empty_rounds_and_the_bin_do_not_count(desk: Desk) -> None:
    first, binned = desk.round("een"), desk.round("twee")
    emptied = desk.writing.begin_round(full_exercise())
    saved = desk.writing.save(emptied, [Edit(START, Value("weg"))])
    desk.writing.save(emptied, [Edit(START, Value(""), saved.heads[START])])
    desk.writing.move_to_bin(binned)
    assert [item.entry_id for item in desk.comparing.rounds("alles")] == [first]
    assert len(desk.compare().rounds) == 1


def test_nothing_to_compare_is_told(desk: Desk) -> None:
    with pytest.raises(RoundsNotCompared):
        desk.compare()
    with pytest.raises(ExerciseNotFound):
        desk.comparing.compare("alle")


def test_an_exercise_removed_between_rounds_is_still_compared(desk: Desk) -> None:
    desk.round(full_values())
    desk.round(full_values())
    desk.library = replace(desk.library, exercises={})
    comparison = desk.compare()
    assert comparison.title == "Oefening alles"
    page = desk.comparing.page(comparison, "text")
    assert "De **regen** viel." in page
    assert "zus" in page


def test_an_emptied_answer_is_shown_as_empty(desk: Desk) -> None:
    desk.round({START: Value("een"), AnswerKey("twee", "first"): Value("vol")})
    entry = desk.writing.begin_round(full_exercise())
    key = AnswerKey("twee", "first")
    saved = desk.writing.save(entry, [Edit(key, Value("weg")), Edit(START, Value("twee"))])
    desk.writing.save(entry, [Edit(key, Value(""), saved.heads[key])])
    comparison = desk.compare()
    question = next(q for q in comparison.questions if q.key == key)
    assert [answer.given for answer in question.answers] == [Given.ANSWERED, Given.EMPTIED]
    assert "leeg gemaakt" in desk.comparing.page(comparison, "html")


def test_rounds_of_two_devices_are_counted_together_after_a_join(
    desk: Desk, tmp_path: Path
) -> None:
    other = Desk(open_database(tmp_path / "ander.db", create=True), "b")
    desk.round("hier eerst")
    other.clock.forward(days=10)
    other.round("daar")
    desk.round("hier later")
    export = "".join(other.transfer.export_chunks("json"))
    other.database.close()
    path = tmp_path / "export.json"
    path.write_text(export, encoding="utf-8")
    with path.open("rb") as stream:
        desk.transfer.import_lines(lines_of(stream, "export"), "export")
    rounds = desk.comparing.rounds("alles")
    assert [item.number for item in rounds] == [1, 2, 3]
    assert texts_of(desk.compare(*(r.entry_id for r in rounds))) == [
        ["hier eerst", "daar", "hier later"]
    ]


def test_one_question_for_beside_a_new_answer(desk: Desk) -> None:
    entry_id = desk.round(full_values())
    question = desk.comparing.question(entry_id, "twee", "second")
    assert question is not None
    assert (question.question, question.answers[0].text) == ("De tweede?", "kort")
    assert desk.comparing.question(entry_id, "twee", "third") is None


def test_private_passages_stay_out_of_a_page_unless_asked(desk: Desk) -> None:
    desk.round({START: Value("open %%geheim%%"), AnswerKey("twee", "second"): Value("%%alles%%")})
    desk.round("later")
    comparison = desk.compare()
    for kind in ("text", "html"):
        page = desk.comparing.page(comparison, kind)
        assert "open" in page
        assert "geheim" not in page
        assert "De tweede?" not in page
        assert "geheim" in desk.comparing.page(comparison, kind, with_private=True)


def test_a_page_shows_every_kind_and_loads_nothing(desk: Desk) -> None:
    desk.round(full_values())
    other = full_values() | {AnswerKey("schaal"): Value("nu", number=2)}
    other[AnswerKey("kaarten")] = Value(cards=("beelden/kompas",))
    other[START] = Value("<script>alert(1)</script>")
    desk.round(other)
    comparison = desk.compare()
    page = desk.comparing.page(comparison, "html")
    for block in full_exercise().blocks:
        assert block.title in page, block.id
    assert "ronde 1 op 5, ronde 2 op 2" in page
    assert "Erbij gekomen: Kompas." in page
    assert "<script" not in page
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert page.count("<main>") == page.count("</main>") == 1


def test_the_page_says_when_a_question_was_worded_otherwise_or_is_gone(desk: Desk) -> None:
    desk.round(full_values())
    exercise = full_exercise()
    blocks = tuple(
        replace(block, prompts=(replace(block.prompts[0], text="Wat zie je?"),))
        if block.id == "start"
        else block
        for block in exercise.blocks
        if block.id != "vakken"
    )
    desk.library = replace(
        desk.library, exercises={"alles": replace(exercise, blocks=blocks, version=2)}
    )
    comparison = desk.compare()
    for kind in ("text", "html"):
        page = desk.comparing.page(comparison, kind)
        assert "Nu staat er: Wat zie je?" in page
        assert "Een vraag uit een eerdere versie van de oefening." in page


def test_a_page_is_kept_whole_and_private_and_never_over_the_logbook(
    desk: Desk, tmp_path: Path
) -> None:
    desk.round("een")
    comparison = desk.compare()
    path = tmp_path / "pagina.html"
    desk.comparing.save(comparison, path)
    assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    for wrong in (tmp_path / "logboek.db", tmp_path / "nergens" / "x.html"):
        with pytest.raises(FileNotWritten):
            desk.comparing.save(comparison, wrong)
