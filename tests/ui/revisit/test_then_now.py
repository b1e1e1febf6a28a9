# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QBuffer, QPoint, Qt
from PySide6.QtGui import QPdfWriter
from PySide6.QtTest import QTest

from logbook.bootstrap import Services
from logbook.core.entry import AnswerKey, EntryId, EntryKind, EntryState, Value
from logbook.core.entry_links import linked_ids
from logbook.core.errors import DiskFull
from logbook.core.exercise import Block, BlockKind, Prompt
from logbook.core.recall_days import Span, shift
from logbook.core.revisit import OfferKind
from logbook.settings import Theme as ThemeChoice
from logbook.ui.context import Context
from logbook.ui.demo.hands import click, settle, type_text, words_on
from logbook.ui.editor.answer_field import AnswerField
from logbook.ui.navigation import CompareRounds, GoBack, LookBack, OpenPage, ReadEntry
from logbook.ui.printing import PrintDocument, draw_document
from logbook.ui.revisit import then_now
from logbook.ui.revisit.change_part import ABOUT, CHANGED, WHY
from logbook.ui.revisit.revisit_page import RevisitPage
from logbook.ui.revisit.then_now import ThenNow
from tests.ui.helpers import assert_accessible
from tests.ui.recorder import Recorder
from tests.ui.revisit.conftest import (
    FRAMES,
    HOW,
    LATER,
    LINE,
    SENTENCE,
    WHO,
    MakePage,
    WriteRound,
    add_exercise,
)

THEN = "De cliënt moet het zelf doen."
NOW = "We doen het samen."


def opened(page: RevisitPage, entry_id: EntryId, block: str = "") -> ThenNow:
    page.look_back(entry_id, block)
    return page.then_now


def field(view: ThenNow) -> AnswerField:
    shown = view.columns.now.findChildren(AnswerField)
    return next(each for each in shown if each.isVisible())


def answer(view: ThenNow, text: str = NOW) -> None:
    type_text(text, field(view).editor)


def open_round(services: Services) -> EntryId | None:
    entry = services.writing.open_or_begin(FRAMES)
    return entry.id if entry.answers else None


@pytest.fixture
def earlier(write: WriteRound) -> EntryId:
    """A round of more than a year ago."""
    return write()


@pytest.fixture
def view(make_page: MakePage, earlier: EntryId) -> ThenNow:
    return opened(make_page(), earlier)


def test_the_earlier_answer_is_covered_until_the_new_one_is_there(view: ThenNow) -> None:
    card = view.columns.earlier
    assert card.is_covered
    assert THEN not in words_on(view)
    assert THEN not in card.text.toPlainText()
    assert "ligt hieronder. Schrijf eerst, of kijk nu." in words_on(card)
    assert not view.columns.now.lay.isEnabled()
    assert view.change.isHidden()
    answer(view)
    assert card.is_covered
    click(view.columns.now.lay)
    assert not card.is_covered
    assert THEN in card.text.toPlainText()
    assert view.change.isVisible()
    assert "Wat is er verschoven?" in words_on(view.change)


def test_one_may_look_before_one_writes(view: ThenNow) -> None:
    click(view.columns.earlier.look)
    assert THEN in view.columns.earlier.text.toPlainText()
    assert view.columns.earlier.text.hasFocus()
    assert not view.columns.now.compare.isVisible()


def test_the_setting_takes_the_cover_away(
    make_page: MakePage, earlier: EntryId, context: Context
) -> None:
    context.preferences.change(cover_earlier=False)
    view = opened(make_page(), earlier)
    assert not view.is_covered
    assert THEN in view.columns.earlier.text.toPlainText()
    context.preferences.change(cover_earlier=True)
    assert view.columns.earlier.is_covered
    assert THEN not in view.columns.earlier.text.toPlainText()


def test_each_question_is_covered_by_itself(view: ThenNow) -> None:
    click(view.columns.earlier.look)
    click(view.columns.on)
    assert view.is_covered
    assert "Hoe help je?" in words_on(view)
    assert "vraag 2 van 3" in words_on(view)
    click(view.columns.back)
    assert not view.is_covered


def test_the_new_answer_goes_into_a_new_round_at_the_first_keystroke(
    view: ThenNow, services: Services, earlier: EntryId
) -> None:
    assert open_round(services) is None
    answer(view)
    assert view.flush()
    new = open_round(services)
    assert new is not None
    assert new != earlier
    entry = services.reading.entry(new)
    assert [a.value.text for a in entry.answers] == [NOW]
    assert services.reading.summary(new).round == 2
    assert services.reading.entry(earlier).value(WHO).text == THEN


def test_the_new_answer_goes_into_the_open_round(
    make_page: MakePage, write: WriteRound, earlier: EntryId, services: Services
) -> None:
    begun = write({HOW: Value("Iets")}, 3, close=False)
    view = opened(make_page(), earlier)
    answer(view)
    assert view.flush()
    entry = services.reading.entry(begun)
    assert (entry.value(WHO).text, entry.value(HOW).text) == (NOW, "Iets")
    assert "Nu · begonnen op" in words_on(view)
    click(view.bar.finish)
    assert services.reading.entry(begun).state is EntryState.DRAFT  # it was open before


def test_a_round_that_is_still_open_is_closed_first(
    make_page: MakePage, write: WriteRound, services: Services
) -> None:
    earlier = write(close=False)
    view = opened(make_page(), earlier)
    assert view.draft is None
    assert "Deze ronde staat nog open." in words_on(view)
    click(view.columns.now.close_earlier)
    assert services.reading.entry(earlier).state is EntryState.CLOSED
    assert view.draft is not None
    assert view.draft.entry_id != earlier
    answer(view)
    assert view.flush()


def test_closing_the_earlier_round_can_be_undone(
    make_page: MakePage, write: WriteRound, services: Services, recorder: Recorder
) -> None:
    earlier = write(close=False)
    view = opened(make_page(), earlier)
    click(view.columns.now.close_earlier)
    recorder.shown[-1].action()
    assert services.reading.entry(earlier).state is EntryState.DRAFT
    assert view.draft is None
    assert view.columns.now.close_earlier.isVisible()


def test_the_question_of_then_stands_below_that_of_now(
    make_page: MakePage, earlier: EntryId, services: Services
) -> None:
    prompts = (Prompt("wie", "Wie doet wat?"), FRAMES.blocks[0].prompts[1])
    changed = replace(FRAMES.blocks[0], prompts=prompts)
    add_exercise(services, replace(FRAMES, blocks=(changed, *FRAMES.blocks[1:]), version=2))
    view = opened(make_page(), earlier)
    words = words_on(view)
    assert "Wie doet wat?" in words
    assert "Toen stond er: ‘Wie draagt wat?’" in words


def test_an_exercise_that_is_gone_is_answered_in_a_note(
    make_page: MakePage, earlier: EntryId, services: Services
) -> None:
    library = services.content.library()
    others = {name: each for name, each in library.exercises.items() if name != "kader"}
    services.content._library = replace(library, exercises=others)
    view = opened(make_page(), earlier)
    assert "Wat zou je nu schrijven?" in words_on(view)
    answer(view)
    assert view.flush()
    assert view.draft is not None
    assert services.reading.entry(view.draft.entry_id).kind is EntryKind.FREE
    click(view.columns.now.lay)
    assert THEN in view.columns.earlier.text.toPlainText()
    assert not view.columns.now.compare.isVisible()


def test_a_note_is_looked_back_at_too(make_page: MakePage, services: Services) -> None:
    note = services.writing.add_note("Ik was moe.\n\nMorgen anders.").id
    view = opened(make_page(), note)
    assert "Ik was moe" not in words_on(view)
    answer(view)
    click(view.columns.now.lay)
    assert "Morgen anders." in view.columns.earlier.text.toPlainText()


def test_what_changed_becomes_an_entry_that_leads_to_both(
    view: ThenNow, services: Services, earlier: EntryId
) -> None:
    answer(view)
    click(view.columns.now.lay)
    chip = next(c for c in view.change._chips.values() if c.text() == "hoe ik help")
    click(chip)
    note = view.change.findChildren(AnswerField)[0]
    type_text("Ik oefende met wachten.", note.editor)
    assert view.flush()
    assert view.change.entry_id is not None
    assert view.draft is not None
    entry = services.reading.entry(view.change.entry_id)
    assert (entry.kind, entry.exercise_id) == (EntryKind.FREE, "toen-en-nu")
    assert entry.value(CHANGED).options == (chip.property("option"),)
    assert entry.value(WHY).text == "Ik oefende met wachten."
    about = entry.value(ABOUT).text
    assert linked_ids([about]) == (earlier, view.draft.entry_id)
    assert "[Kader, ronde 1]" in about
    assert "[Kader, ronde 2]" in about
    (back,) = services.reading.linked_from(earlier)
    assert back.id == entry.id


def test_the_earlier_answer_is_read_from_its_beginning(
    make_page: MakePage, services: Services
) -> None:
    note = services.writing.add_note("Een lange dag.\n\n" * 60).id
    view = opened(make_page(600), note)
    view.resize(600, 420)
    settle()
    answer(view, "Nu ook.")
    view.columns.now.lay.setFocus()
    click(view.columns.now.lay)
    settle()
    bar = view._column.verticalScrollBar()
    top = view.columns.earlier.mapTo(view._column.column, QPoint(0, 0)).y()
    assert bar.value() <= top <= bar.value() + view._column.viewport().height() // 2


def test_what_is_in_view_is_printed_with_what_changed(view: ThenNow, page_paper: list[str]) -> None:
    assert not view.bar.print.isEnabled()
    view.print()
    assert page_paper == []  # the earlier answer is covered still
    answer(view)
    click(view.columns.now.lay)
    type_text("Door te %%veel%% oefenen.", view.change.findChildren(AnswerField)[0].editor)
    click(view.bar.print)
    (paper,) = page_paper
    for words in (THEN, NOW, "Wie draagt wat?", "Toen · ", "Nu · ", "oefenen."):
        assert words in paper
    assert "Hoe help je?" not in paper  # another question, covered still


def test_an_earlier_note_alone_can_be_printed(
    make_page: MakePage, services: Services, page_paper: list[str]
) -> None:
    note = services.writing.add_note("Ik was moe.").id
    view = opened(make_page(), note)
    click(view.columns.earlier.look)
    click(view.bar.print)
    assert "Ik was moe." in page_paper[0]
    assert "Nu · " not in page_paper[0]


@pytest.fixture
def page_paper(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words of what would have been printed; each was drawn on a page."""
    printed: list[str] = []

    def printing(document: PrintDocument, _parent: object) -> bool:
        page = QBuffer()
        page.open(QBuffer.OpenModeFlag.WriteOnly)
        draw_document(document, QPdfWriter(page))
        assert page.size() > 1000
        printed.append(document.toPlainText())
        return True

    monkeypatch.setattr(then_now, "print_document", printing)
    return printed


def test_without_words_nothing_leads_anywhere(view: ThenNow, services: Services) -> None:
    click(view.columns.earlier.look)
    chip = next(iter(view.change._chips.values()))
    click(chip)
    assert view.flush()
    assert view.change.entry_id is not None
    assert services.reading.entry(view.change.entry_id).value(ABOUT).text
    click(chip)
    assert view.flush()
    assert services.reading.entry(view.change.entry_id).value(ABOUT).is_empty


def test_nothing_is_kept_when_nothing_was_written(view: ThenNow, services: Services) -> None:
    click(view.columns.earlier.look)
    click(view.bar.finish)
    assert open_round(services) is None
    assert view.entry_id is None


def test_ready_settles_the_proposal_and_closes_the_round(
    view: ThenNow, services: Services, recorder: Recorder, make_page: MakePage, earlier: EntryId
) -> None:
    (offer,) = [o for o in services.revisiting.offers() if o.kind is OfferKind.PROPOSAL]
    assert offer.entry_id == earlier
    answer(view)
    new = view.draft.entry_id if view.draft else EntryId("")
    click(view.bar.finish)
    assert services.reading.entry(new).state is EntryState.CLOSED
    assert earlier not in [o.entry_id for o in services.revisiting.offers()]
    message = recorder.shown[-1]
    assert message.text == "Klaar voor nu. Wat je schreef, staat in je logboek."
    message.action()
    assert services.reading.entry(new).state is EntryState.DRAFT


def test_without_a_new_answer_ready_settles_it_too_and_can_be_undone(
    view: ThenNow, services: Services, recorder: Recorder, earlier: EntryId
) -> None:
    click(view.bar.finish)
    assert not [o for o in services.revisiting.offers() if o.kind is OfferKind.PROPOSAL]
    recorder.shown[-1].action()
    (offer,) = [o for o in services.revisiting.offers() if o.kind is OfferKind.PROPOSAL]
    assert offer.entry_id == earlier


def test_later_moves_what_was_offered(
    view: ThenNow, services: Services, recorder: Recorder, earlier: EntryId
) -> None:
    day = shift(date.today(), Span.MONTH)
    view.bar.later_chosen.emit(day)
    assert not [o for o in services.revisiting.offers() if o.entry_id == earlier]
    assert [o.due for o in services.revisiting.coming() if o.entry_id == earlier] == [day]
    recorder.shown[-1].action()
    assert [o for o in services.revisiting.offers() if o.entry_id == earlier]


def test_later_chooses_a_day_for_what_nobody_offered(
    make_page: MakePage, services: Services, recorder: Recorder
) -> None:
    note = services.writing.add_note("Los.").id
    view = opened(make_page(), note)
    day = shift(date.today(), Span.WEEK)
    view.bar.later_chosen.emit(day)
    assert [o.due for o in services.revisiting.own(note)] == [day]
    recorder.shown[-1].action()
    assert services.revisiting.own(note) == ()


def test_rounds_side_by_side(make_page: MakePage, earlier: EntryId) -> None:
    page = make_page()
    view = opened(page, earlier)
    answer(view)
    click(view.columns.now.lay)
    click(view.columns.now.compare)
    assert view.draft is not None
    assert page.wishes == [CompareRounds("kader", (earlier, view.draft.entry_id), "kader")]
    page.compare("kader", (earlier, view.draft.entry_id), "kader")
    assert page.compare_view.isVisible()
    page.look_back(earlier, "kader")  # back again: all is as it was
    assert not view.is_covered
    assert field(view).editor.text() == NOW


def test_a_round_that_was_closed_elsewhere_is_not_gone_on_with(
    make_page: MakePage, earlier: EntryId, services: Services
) -> None:
    page = make_page()
    view = opened(page, earlier)
    answer(view)
    page.leave()
    assert view.draft is not None
    closed = view.draft.entry_id
    services.writing.close_for_now(closed)
    view.draft.reload()
    page.look_back(earlier)
    assert view.draft is not None
    assert view.draft.entry_id != closed
    assert view.is_covered


def test_keys_go_on_and_back(view: ThenNow) -> None:
    answer(view)
    editor = field(view).editor
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not view.is_covered
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert view.asked.wording == "Hoe help je?"
    editor = field(view).editor
    assert editor.hasFocus()
    QTest.keyClick(editor, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert view.asked.wording == "In één zin?"
    QTest.keyClick(field(view).editor, Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    assert view.asked.wording == "Hoe help je?"


def test_something_else_of_then(
    make_page: MakePage, earlier: EntryId, write: WriteRound, recorder: Recorder
) -> None:
    page = make_page()
    view = opened(page, earlier)
    view.bar.other_requested.emit()
    assert page.wishes == []
    assert recorder.texts == ["Er is nog niets anders om op terug te kijken."]
    other = write(days=200)
    view.bar.other_requested.emit()
    (wish,) = page.wishes
    assert isinstance(wish, LookBack)
    assert wish.entry_id == other


def test_another_question_of_the_menu(view: ThenNow) -> None:
    view.bar.question_chosen.emit(2)
    assert view.asked.block_id == "zin"


def test_leaving_and_closing_keep_everything(
    make_page: MakePage, earlier: EntryId, services: Services
) -> None:
    page = make_page()
    view = opened(page, earlier)
    answer(view)
    page.leave()
    assert open_round(services) is not None
    answer(view, " En meer.")
    assert page.flush()
    assert (
        services.reading.entry(open_round(services) or EntryId(""))
        .value(WHO)
        .text.endswith("En meer.")
    )
    assert page.rescue_text() == ""


def test_words_that_cannot_be_kept_stay_on_screen(
    make_page: MakePage, earlier: EntryId, write: WriteRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = write(days=100)
    page = make_page()
    view = opened(page, earlier)

    def refuse(*_: object, **__: object) -> None:
        raise DiskFull("vol")

    monkeypatch.setattr(page.context.services.writing, "save", refuse)
    answer(view)
    assert not page.flush()
    assert NOW in page.rescue_text()
    page.look_back(other)
    assert view.entry_id == earlier
    click(view.bar.finish)
    assert view.entry_id == earlier
    assert "Niet bewaard" in words_on(view.bar)
    monkeypatch.undo()
    assert page.flush()


def test_a_link_in_the_earlier_answer_leads_there(
    make_page: MakePage, write: WriteRound, services: Services
) -> None:
    note = services.writing.add_note("Ver weg.").id
    earlier = write({SENTENCE: Value(f"Zie [Ver weg.](entry:{note}).")}, 200)
    page = make_page()
    view = opened(page, earlier)
    click(view.columns.earlier.look)
    view.columns.earlier.text.link_activated.emit(f"entry:{note}")
    assert page.wishes == [ReadEntry(note)]


def test_back_returns_to_where_one_was(make_page: MakePage, earlier: EntryId) -> None:
    page = make_page()
    view = opened(page, earlier)
    view.bar.back_requested.emit()
    assert page.wishes == [GoBack()]
    click(view.bar.finish)
    assert page.wishes[-1] == OpenPage("revisit")


def test_an_entry_that_is_gone_is_said(make_page: MakePage, recorder: Recorder) -> None:
    page = make_page()
    page.look_back(EntryId("weg"))
    assert recorder.texts
    assert not page.then_now.isVisible()


def test_the_exercise_changes_while_one_looks_back(
    make_page: MakePage, earlier: EntryId, services: Services, context: Context
) -> None:
    from logbook.services.changes import Changes

    view = opened(make_page(), earlier, "zin")
    answer(view)
    text = Block("zin", BlockKind.TEXT, "Nu in twee zinnen?", prompts=(Prompt("", "Twee?"),))
    add_exercise(services, replace(FRAMES, blocks=(text, LATER), version=2))
    context.notifier.announce(Changes(library=True))
    assert view.asked.wording == "Nu in twee zinnen?"
    assert field(view).editor.text() == NOW
    assert LINE.title in words_on(view)  # as it was asked then


def test_every_kind_of_step_of_the_shipped_exercises_can_be_looked_back_at(
    make_page: MakePage, services: Services, write: WriteRound
) -> None:
    page = make_page()
    for exercise in list(services.content.library().exercises.values()):
        if exercise.id in ("kader",):
            continue
        values: dict[AnswerKey, Value] = {}
        for block, prompt in exercise.walk():
            if not prompt.per_item and not isinstance(prompt.options, int):
                values[AnswerKey(block.id, prompt.id)] = Value(f"Over {block.id}.")
        view = opened(page, write(values, 300, exercise))
        for rank in range(len(view._asked)):
            view.go_to(rank)
            view._uncover()
            assert view.columns.earlier.text.toPlainText().strip()


def test_an_explanation_stands_there_once(
    make_page: MakePage, services: Services, write: WriteRound
) -> None:
    exercise = services.content.library().exercise("drijfveren-in-beeld")
    assert exercise is not None
    block = exercise.block("four-cards")
    assert block is not None
    card = next(iter(services.content.library().decks["beelden"].cards)).ref
    chosen = {AnswerKey(block.id): Value(cards=(card,))}
    view = opened(make_page(), write(chosen, 300, exercise), block.id)
    first = block.body.split(".")[0]
    assert words_on(view).count(first) == 1


def test_the_keyboard_goes_to_the_cover_when_there_is_nothing_to_write_in_yet(
    make_page: MakePage, services: Services, write: WriteRound, qtbot
) -> None:
    exercise = services.content.library().exercise("drijfveren-in-beeld")
    assert exercise is not None
    leaning = exercise.block("card-questions")
    assert leaning is not None
    card = next(iter(services.content.library().decks["beelden"].cards)).ref
    values = {
        AnswerKey("four-cards"): Value(cards=(card,)),
        AnswerKey(leaning.id, leaning.prompts[0].id, card): Value("Iets van toen."),
    }
    view = opened(make_page(), write(values, 300, exercise), leaning.id)
    settle()
    assert view.columns.earlier.look.hasFocus()


def test_names_tab_and_looks(
    make_page: MakePage, earlier: EntryId, context: Context, qtbot
) -> None:
    page = make_page(700)
    view = opened(page, earlier)
    assert_accessible(view)
    click(view.columns.earlier.look)
    assert_accessible(view)
    editor = field(view).editor
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert view.columns.earlier.text.hasFocus()
    context.preferences.change(theme=ThemeChoice.DARK, text_size=200)
    qtbot.wait(20)
    bar = view.bar
    for button in (bar.later, bar.other, bar.finish):
        assert button.width() >= button.sizeHint().width()
        assert button.geometry().right() <= bar.width()
    assert THEN in view.columns.earlier.text.toPlainText()
