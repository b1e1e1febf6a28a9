# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from logbook.core.entry import AnswerKey, Value
from logbook.core.exercise import Block, BlockKind, Exercise, Prompt
from logbook.core.library import Library
from logbook.services.conclusions import CONCLUSION_KEY, CONCLUSION_TEMPLATE
from logbook.services.writing import Edit
from logbook.ui.context import Context
from logbook.ui.demo.hands import click, settle, type_text
from logbook.ui.navigation import CompareRounds, LookBack, NewNote, OpenEntry
from tests.builders import Clock, make_exercise
from tests.ui.helpers import assert_accessible
from tests.ui.progress.conftest import LIBRARY, TRY, WALK, MakePage, WriteRound
from tests.ui.recorder import Recorder


def template(name: str, block_id: str) -> Exercise:
    """A template with one question of one line."""
    block = Block(block_id, BlockKind.TEXT, "Vraag", prompts=(Prompt("", "Vraag"),))
    return replace(make_exercise(name, chapter=None), blocks=(block,), template=True)


@pytest.fixture(autouse=True)
def templates(services, monkeypatch: pytest.MonkeyPatch) -> None:
    """The library of these tests, with the forms that belong to a chapter."""
    made = {
        CONCLUSION_TEMPLATE: template(CONCLUSION_TEMPLATE, CONCLUSION_KEY.block),
        "hoofdstuk-terugblik": template("hoofdstuk-terugblik", "chapter"),
    }
    library = Library(LIBRARY.chapters, LIBRARY.exercises, made)
    monkeypatch.setattr(services.content, "_library", library)


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_the_sentence_of_a_chapter_is_kept_while_typing(
    make_page: MakePage, context: Context, qtbot
) -> None:
    page = make_page()
    page.show_chapter(1)
    type_text("Stilte is ook een antwoord.", page.chapter.conclusion.field.editor)
    conclusions = context.services.conclusions
    qtbot.waitUntil(lambda: conclusions.of(1) is not None, timeout=2500)
    entry = conclusions.of(1)
    assert entry.value(CONCLUSION_KEY).text == "Stilte is ook een antwoord."
    assert entry.chapter == 1
    assert not page.chapter.conclusion.earlier_button.isVisible()


def test_looking_at_a_chapter_keeps_nothing(make_page: MakePage, context: Context) -> None:
    page = make_page()
    page.show_chapter(1)
    page.show_chapter(4)
    page.leave()
    assert context.services.reading.count() == 0


def test_earlier_sentences_stay(make_page: MakePage, clock: Clock) -> None:
    page = make_page()
    page.show_chapter(1)
    card = page.chapter.conclusion
    type_text("Eerst dit.", card.field.editor)
    page.leave()
    clock.forward(days=200)
    card.field.editor.selectAll()
    type_text("Nu dat.", card.field.editor)
    page.leave()
    page.show_chapter(1)
    assert card.earlier_button.isVisible()
    assert "Eerst dit." not in words(card)
    click(card.earlier_button)
    assert "Eerst dit." in words(card)
    assert "Nu dat." not in words(card)


def test_each_chapter_has_its_own_sentence(make_page: MakePage, context: Context) -> None:
    page = make_page()
    page.show_chapter(1)
    type_text("Bij een.", page.chapter.conclusion.field.editor)
    page.show_chapter(4)
    assert page.chapter.conclusion.field.editor.text() == ""
    type_text("Bij vier.", page.chapter.conclusion.field.editor)
    page.show_chapter(1)
    assert page.chapter.conclusion.field.editor.text() == "Bij een."
    assert context.services.conclusions.of(4).value(CONCLUSION_KEY).text == "Bij vier."


def test_a_sentence_that_cannot_be_kept_stays_and_is_handed_over(
    make_page: MakePage, context: Context
) -> None:
    page = make_page()
    page.show_chapter(1)
    type_text("Nog niet bewaard", page.chapter.conclusion.field.editor)
    connection = context.services._database.connection
    connection.execute("pragma query_only = on")
    page.show_chapter(4)
    assert page.chapter.number == 1
    assert page.rescue_text() == "Nog niet bewaard"
    connection.execute("pragma query_only = off")
    assert page.flush()


def test_looking_back_at_a_chapter_keeps_nothing_yet(make_page: MakePage, context: Context) -> None:
    page = make_page()
    page.show_chapter(4)
    wishes: list[object] = []
    page.navigation_requested.connect(wishes.append)
    click(page.chapter.review_button)
    assert wishes == [NewNote("hoofdstuk-terugblik", 4)]
    assert context.services.reading.count() == 0


def test_the_look_back_that_is_open_goes_on(make_page: MakePage, context: Context) -> None:
    services = context.services
    form = services.content.library().templates["hoofdstuk-terugblik"]
    note = replace(services.writing.begin_note(form), chapter=4)
    services.writing.save(note, [Edit(AnswerKey("chapter"), Value("4 Praten"))])
    page = make_page()
    page.show_chapter(4)
    wishes: list[object] = []
    page.navigation_requested.connect(wishes.append)
    click(page.chapter.review_button)
    services.writing.close_for_now(note.id)
    click(page.chapter.review_button)
    assert wishes == [OpenEntry(note.id), NewNote("hoofdstuk-terugblik", 4)]


def test_open_intentions_come_before_those_that_are_answered(
    make_page: MakePage, context: Context, write_round: WriteRound, clock: Clock
) -> None:
    write_round(WALK, {TRY: Value("blijft open")})
    clock.forward(days=1)
    write_round(WALK, {TRY: Value("is gedaan")})
    intentions = context.services.intentions
    done = next(each for each in intentions.all() if each.text == "is gedaan")
    intentions.answer(done, "yes", "Het hielp.", "Zo door.")
    page = make_page()
    page.show_chapter(1)
    first, second = page.chapter.intentions.items
    assert (first.intention.text, second.intention.text) == ("blijft open", "is gedaan")
    assert first.ask.isVisible()
    assert not second.ask.isVisible()
    assert {"Het hielp.", "Zo door."} <= set(words(second))


def test_how_it_went_is_written_in_the_chapter(
    make_page: MakePage, context: Context, write_round: WriteRound, recorder: Recorder
) -> None:
    write_round(WALK, {TRY: Value("stil zijn")})
    page = make_page()
    page.show_chapter(1)
    click(page.chapter.intentions.items[0].ask)
    settle()
    form = page.chapter.intentions.form
    assert_accessible(page.chapter)
    click(form.fields["tried"].box("yes"))
    type_text("Er kwam iets.", form.fields["happened"].editor)
    click(form.ready)
    (item,) = page.chapter.intentions.items
    assert "Er kwam iets." in words(item)
    assert not item.intention.is_open
    recorder.shown[-1].action()
    (item,) = page.chapter.intentions.items
    assert item.intention.is_open


def test_what_can_be_looked_back_at_stands_in_overview_and_chapter(
    make_page: MakePage, context: Context, write_round: WriteRound
) -> None:
    entry_id = write_round(WALK)
    today = date.today()
    context.services.revisiting.set_own(entry_id, "", today - timedelta(days=3000))
    page = make_page()
    row = page.overview.rows.rows[0]
    assert "terugblik klaar" in words(row)
    assert "terugblik klaar" in row.accessibleName()
    assert "terugblik klaar" in {row.state.split(", ")[-1] for row in page._facts.rows}
    page.show_chapter(1)
    wishes: list[object] = []
    page.navigation_requested.connect(wishes.append)
    click(page.chapter.look_backs.buttons[0])
    assert wishes == [LookBack(entry_id)]


def test_an_open_intention_stands_in_the_overview(
    make_page: MakePage, write_round: WriteRound
) -> None:
    write_round(WALK, {TRY: Value("stil zijn")})
    page = make_page()
    first, second = page.overview.rows.rows
    assert "open voornemen" in words(first)
    assert "open voornemen" not in words(second)


def test_two_rounds_can_be_laid_side_by_side(make_page: MakePage, write_round: WriteRound) -> None:
    write_round(WALK)
    page = make_page()
    page.show_chapter(1)
    assert not page.chapter.timeline.rows[0].compare.isVisible()
    write_round(WALK)
    page._refresh()
    wishes: list[object] = []
    page.navigation_requested.connect(wishes.append)
    click(page.chapter.timeline.rows[0].compare)
    assert wishes == [CompareRounds("lopen")]


def test_the_chapter_can_be_used_without_a_mouse(
    make_page: MakePage, write_round: WriteRound
) -> None:
    write_round(WALK, {TRY: Value("stil zijn")})
    page = make_page()
    page.show_chapter(1)
    assert_accessible(page.chapter)
