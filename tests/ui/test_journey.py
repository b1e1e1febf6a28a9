# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The journey of `logbook demo`: once through the real window, then looked at from all sides."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from logbook.bootstrap import Services, open_services
from logbook.core.entry import NOTE_BLOCK, AnswerKey, EntryState
from logbook.paths import find_paths
from logbook.services.checking import verify
from logbook.ui.demo import words
from logbook.ui.demo.actor import CARDS_EXERCISE, HALFWAY_EXERCISE
from logbook.ui.demo.command import run_demo
from logbook.ui.demo.journey import Facts, Journey
from logbook.ui.demo.stage import SIZE, Stage


@dataclass(frozen=True)
class Walked:
    """What a walk left behind."""

    facts: Facts
    services: Services
    logbook: Path
    said: list[str]


@pytest.fixture(scope="module")
def walked(qapp, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walked]:
    """One walk for all tests of this module."""
    home = tmp_path_factory.mktemp("home")
    said: list[str] = []
    stage = Stage(qapp, home, tmp_path_factory.mktemp("pictures"), said.append)
    try:
        facts = Journey(stage).walk()
    finally:
        stage.close()
    assert stage.mistakes.seen == []
    services = open_services(find_paths({"LOGBOOK_HOME": str(home)}), create=False)
    yield Walked(facts, services, stage.paths.logbook, said)
    services.close()


@pytest.mark.slow
@pytest.mark.parametrize("card", words.CARDS, ids=lambda card: card.ref)
def test_every_word_about_a_card_is_in_the_database(walked: Walked, card: words.CardWords) -> None:
    entry = walked.services.reading.entry(walked.facts.card_round)
    for prompt, text in card.about:
        assert entry.value(AnswerKey("four-cards", prompt, card.ref)).text == text
    for prompt, text in card.questions:
        assert entry.value(AnswerKey("card-questions", prompt, card.ref)).text == text
    assert entry.value(AnswerKey("side-by-side", "", card.ref)).text == card.remark


@pytest.mark.slow
def test_the_cards_are_stored_in_the_order_of_choosing(walked: Walked) -> None:
    entry = walked.services.reading.entry(walked.facts.card_round)
    assert entry.items("four-cards") == tuple(card.ref for card in words.CARDS)


@pytest.mark.slow
def test_the_round_is_closed_and_exchanged(walked: Walked) -> None:
    reading = walked.services.reading
    entry = reading.entry(walked.facts.card_round)
    assert entry.state is EntryState.CLOSED
    assert entry.exercise_id == CARDS_EXERCISE
    assert entry.value(AnswerKey("exchange", "mode")).options == (words.EXCHANGE_MODE,)
    assert entry.value(AnswerKey("in-one-sentence")).text == words.ONE_SENTENCE
    assert reading.exchanged() == {entry.id}


@pytest.mark.slow
def test_half_a_word_outlives_the_window(walked: Walked) -> None:
    entry = walked.services.reading.entry(walked.facts.half_round)
    assert entry.state is EntryState.DRAFT
    assert entry.exercise_id == HALFWAY_EXERCISE
    for block, prompt, text in words.HALFWAY:
        assert entry.value(AnswerKey(block, prompt)).text == text
        assert text in walked.facts.shown["reopened"]


@pytest.mark.slow
def test_the_note_is_there_and_nothing_else(walked: Walked) -> None:
    reading = walked.services.reading
    facts = walked.facts
    note = reading.entry(facts.note).value(AnswerKey(NOTE_BLOCK))
    assert note.text == words.NOTE
    assert {line.id for line in reading.entries()} == {
        facts.note,
        facts.card_round,
        facts.half_round,
    }


@pytest.mark.slow
def test_card_and_words_were_seen_beside_each_other(walked: Walked) -> None:
    for card in words.CARDS:
        for _, text in card.about:
            assert text.replace("**", "") in walked.facts.shown["beside"].replace("**", "")


@pytest.mark.slow
@pytest.mark.parametrize("moment", ["closed", "reading"])
def test_what_was_written_was_read_back(walked: Walked, moment: str) -> None:
    shown = walked.facts.shown[moment]
    for card in words.CARDS:
        for text in card.texts:
            assert text.replace("**", "") in shown
    assert words.ONE_SENTENCE in shown


@pytest.mark.slow
def test_progress_counts_what_was_done(walked: Walked) -> None:
    shown = walked.facts.shown
    assert shown["ring"].startswith("2 van 5")
    assert "2 rondes" in shown["chapter"]
    lines = shown["table"].splitlines()
    row = lines.index("Vier kaarten voor wat mij drijft")
    assert lines[row + 1 : row + 3] == ["voor nu afgerond, uitgewisseld", "1"]


@pytest.mark.slow
def test_the_draft_was_offered_on_vandaag(walked: Walked) -> None:
    assert "Aan de andere kant van de tafel" in walked.facts.shown["today"]


@pytest.mark.slow
def test_the_logbook_is_whole_and_private(walked: Walked) -> None:
    assert list(verify(walked.logbook)) == []
    assert walked.logbook.stat().st_mode & 0o077 == 0


@pytest.mark.slow
def test_every_step_was_told_in_order(walked: Walked) -> None:
    numbers = [int(re.match(r"(\d+)\. ", line)[1]) for line in walked.said]
    assert numbers == list(range(1, len(walked.facts.steps) + 1))
    assert len(numbers) > 15


@pytest.mark.slow
def test_every_picture_shows_a_window(walked: Walked) -> None:
    names = {re.sub(r"^\d+-", "", path.stem) for path in walked.facts.pictures}
    assert {"vandaag", "oefeningen", "kaarten", "logboek", "voortgang", "hoofdstuk"} <= names
    assert {"schrijven-donker", "voortgang-donker", "schrijven-200", "logboek-200"} <= names
    for path in walked.facts.pictures:
        image = QImage(str(path))
        assert (image.width(), image.height()) == SIZE
        colours = {image.pixel(x, y) for x in range(0, 1280, 16) for y in range(0, 800, 16)}
        assert len(colours) > 3, path.name


@pytest.mark.slow
def test_everything_was_taken_along(walked: Walked) -> None:
    exports = walked.facts.exports
    data = json.loads(exports["json"].read_text(encoding="utf-8"))
    assert {entry["id"] for entry in data["entries"]} == {
        line.id for line in walked.services.reading.entries()
    }
    for path in exports.values():
        text = path.read_text(encoding="utf-8")
        for card in words.CARDS:
            assert card.questions[0][1] in text


def test_the_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_demo(["--help"]) == 0
    assert "wegwerplogboek" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["een", "twee"], ["--snel"]])
def test_wrong_use_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run_demo(arguments) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_folder_that_cannot_be_made_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bestand").touch()
    assert run_demo([str(tmp_path / "bestand" / "map")]) == 1
    assert "Kies een andere map" in capsys.readouterr().err
