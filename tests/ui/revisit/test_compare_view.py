# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPdfWriter
from pytestqt.qtbot import QtBot

from logbook.bootstrap import Services, open_services
from logbook.core.entry import AnswerKey, EntryId, Value
from logbook.core.words_diff import Change
from logbook.paths import find_paths
from logbook.services.writing import Edit
from logbook.settings import Settings
from logbook.ui.context import Context
from logbook.ui.navigation import ReadEntry
from logbook.ui.printing import draw_document
from logbook.ui.revisit.compare_keep import keep_at, make_print
from logbook.ui.revisit.compare_question import QuestionView
from logbook.ui.revisit.compare_scale import ScaleLine
from logbook.ui.revisit.compare_view import CompareView
from logbook.ui.theme import Theme
from logbook.ui.widgets.labels import PlainLabel
from tests.builders import Clock
from tests.formats.samples import full_exercise, full_library, full_values
from tests.ui.helpers import assert_accessible
from tests.ui.recorder import Recorder

START = AnswerKey("start")
WriteRound = Callable[[dict[AnswerKey, Value]], EntryId]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def services(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    opened = open_services(find_paths(), create=True, now=clock)
    monkeypatch.setattr(opened.content, "_library", full_library())
    yield opened
    opened.close()


@pytest.fixture
def write_round(services: Services, clock: Clock) -> WriteRound:
    def write(values: dict[AnswerKey, Value]) -> EntryId:
        entry = services.writing.begin_round(full_exercise())
        services.writing.save(entry, [Edit(key, value) for key, value in values.items()])
        services.writing.close_for_now(entry.id)
        clock.forward(days=200)
        return entry.id

    return write


@pytest.fixture
def view(context: Context, qtbot: QtBot, write_round: WriteRound) -> CompareView:
    write_round(full_values() | {START: Value("ik doe het zelf")})
    write_round(full_values() | {START: Value("wij doen het samen")})
    made = CompareView(context)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show("alles")
    qtbot.waitUntil(lambda: not made._waiting)
    return made


def question(view: CompareView, *key: str) -> QuestionView:
    return next(
        q for block in view.blocks for q in block.questions if q.question.key == AnswerKey(*key)
    )


def labels(view: CompareView) -> list[str]:
    return [each.text() for each in view.findChildren(PlainLabel) if each.isVisibleTo(view)]


def test_every_block_is_shown_and_reachable(view: CompareView) -> None:
    assert len(view.blocks) == len(full_exercise().blocks)
    assert view.title.text() == "Oefening alles"
    assert view.facts.text() == "Ronde 1 en ronde 2"
    assert_accessible(view)


def test_answers_stand_beside_each_other_while_there_is_room(view: CompareView) -> None:
    columns = question(view, "start").columns
    assert columns is not None
    assert columns.beside
    view.resize(480, 600)
    assert not columns.beside


def test_differences_are_shown_on_request(view: CompareView) -> None:
    shown = question(view, "start").answers[1]
    assert shown._difference is None
    view.differences.click()
    assert shown._difference is not None
    kinds = [piece.change for piece in shown._difference._pieces]
    assert {Change.ADDED, Change.REMOVED, Change.SAME} == set(kinds)
    assert shown._difference.accessibleDescription()
    view.differences.click()
    assert not shown._difference.isVisibleTo(view)
    assert shown._words is not None
    assert "samen" in shown._words.toPlainText()


def test_places_on_a_scale_are_told_in_words_too(view: CompareView) -> None:
    line = question(view, "schaal").findChild(ScaleLine)
    assert line is not None
    told = "ronde 1 op 5 en ronde 2 op 5; van 1 (niet) tot 7 (wel)"
    assert line.accessibleName() == told


def test_what_an_emptied_or_missing_answer_says(
    view: CompareView, write_round: WriteRound, services: Services
) -> None:
    key = AnswerKey("twee", "first")
    entry_id = write_round({key: Value("weg"), START: Value("kort")})
    services.writing.reopen(entry_id)
    entry = services.reading.entry(entry_id)
    answer = entry.answer(key)
    assert answer is not None
    services.writing.save(entry, [Edit(key, Value(""), answer.head)])
    ids = [item.entry_id for item in services.comparing.rounds("alles")]
    view.show("alles", (ids[0], entry_id))
    view._add_some(99)
    assert "leeg gemaakt" in labels(view)
    assert "niet gekozen" in labels(view)
    assert "niets geschreven" in labels(view)


def test_rounds_are_chosen_up_to_five(
    view: CompareView, write_round: WriteRound, qtbot: QtBot
) -> None:
    for number in range(38):
        write_round({START: Value(f"keer {number}")})
    view.show("alles")
    view.choose.click()
    assert view.facts.text() == "Ronde 1 en ronde 40, van 40 rondes"
    assert len(view.chooser.switches) == 40
    for number in (4, 5, 6):
        view.chooser.switches[number].click()
    assert view.comparison is not None
    assert [item.number for item in view.comparison.rounds] == [1, 5, 6, 7, 40]
    assert not view.chooser.switches[8].isEnabled()
    qtbot.keyClick(view.chooser.switches[39], Qt.Key.Key_Space)
    assert view.facts.text().startswith("Ronde 1, ronde 5, ronde 6 en ronde 7")


def test_one_round_says_what_comes(context: Context, qtbot: QtBot, write_round: WriteRound) -> None:
    write_round({START: Value("een")})
    made = CompareView(context)
    qtbot.addWidget(made)
    made.show("alles")
    assert any(text.startswith("Er is nog één ronde.") for text in labels(made))
    assert not made.differences.isEnabled()


def test_without_rounds_it_says_so(context: Context, qtbot: QtBot, recorder: Recorder) -> None:
    made = CompareView(context)
    qtbot.addWidget(made)
    made.show("alles")
    assert any("nog niets" in text for text in labels(made))
    assert not made.print.isEnabled()


def test_what_changes_elsewhere_is_shown(
    view: CompareView, services: Services, context: Context
) -> None:
    last = services.comparing.rounds("alles")[-1].entry_id
    services.writing.reopen(last)
    entry = services.reading.entry(last)
    answer = entry.answer(START)
    assert answer is not None
    edit = Edit(START, Value("toch anders"), answer.head)
    context.notifier.announce(services.writing.save(entry, [edit]).changes)
    words = question(view, "start").answers[1]._words
    assert words is not None
    assert words.toPlainText() == "toch anders"
    context.notifier.announce(services.writing.move_to_bin(last))
    assert view.facts.text() == "Ronde 1"


def test_a_link_to_an_entry_is_a_wish(view: CompareView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.wished) as wish:
        question(view, "start").answers[0].link_activated.emit("entry:abc")
    assert wish.args == [ReadEntry(EntryId("abc"))]


@pytest.mark.parametrize("size", [80, 200])
def test_it_follows_the_text_size(view: CompareView, theme: Theme, size: int) -> None:
    theme.apply(replace(Settings(), text_size=size))
    view._add_some(99)
    assert len(view.blocks) == len(full_exercise().blocks)


def test_printing_and_keeping(
    view: CompareView, context: Context, tmp_path: Path, recorder: Recorder
) -> None:
    assert view.comparison is not None
    document = make_print(context, view.comparison)
    text = document.toPlainText()
    for block in full_exercise().blocks:
        assert block.title in text
    draw_document(document, QPdfWriter(str(tmp_path / "blad.pdf")))
    assert (tmp_path / "blad.pdf").stat().st_size > 1000
    assert keep_at(context, view.comparison, tmp_path / "pagina.html")
    assert not keep_at(context, view.comparison, tmp_path / "nergens" / "pagina.html")


def test_on_paper_a_table_stands_once(view: CompareView, context: Context) -> None:
    """Row by row; what was written below it follows without the rows."""
    assert view.comparison is not None
    tables = [q for q in view.comparison.questions if any(p and p.rows for p in q.parts)]
    assert any(answer.text.strip() for q in tables for answer in q.answers)
    text = make_print(context, view.comparison).toPlainText()
    cells = {cell for q in tables for p in q.parts if p for row in p.rows for cell in row.cells}
    for cell in filter(str.strip, cells):
        assert text.count(cell) == 2  # once in each of both rounds
