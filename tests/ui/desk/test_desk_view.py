# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The supervisor's evening: open, read, remark, give back, throw away."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from logbook.core.desk import Student
from logbook.core.errors import DiskFull
from logbook.core.packet import Packet, RemarkKind
from logbook.formats.answer_gate import read_answer
from logbook.formats.sealed import new_key
from logbook.services.desk import Desk
from logbook.services.desk_files import GivenFile
from logbook.ui.context import Context
from logbook.ui.desk.desk_panes import REMARKS, TEXT
from logbook.ui.desk.desk_view import DeskView
from logbook.ui.desk.dialogs import PassphraseDialog, StudentDialog, WhoseDialog
from logbook.ui.desk.give_back_dialog import GiveBack, GiveBackDialog, GivenDialog
from logbook.ui.desk.remark_card import DraftCard, GivenCard
from logbook.ui.feedback.feedback_page import FeedbackPage
from tests.packet_builders import make_packet, next_round, packet_bytes, public, reply
from tests.ui.recorder import Recorder

PASSPHRASE = "zes woorden die niemand raadt"


def select(view: DeskView, words: str) -> None:
    cursor = view.reader.textCursor()
    at = view.reader.toPlainText().index(words)
    cursor.setPosition(at)
    cursor.setPosition(at + len(words), cursor.MoveMode.KeepAnchor)
    view.reader.setTextCursor(cursor)
    view.reader.setFocus()


def draft_card(view: DeskView, number: int = 0) -> DraftCard:
    QApplication.processEvents()  # what was just made is seen from the next turn of the loop on
    cards = [card for card in view.remarks.cards.values() if isinstance(card, DraftCard)]
    return cards[number]


def test_what_nobody_chose_stays_new_until_it_is_looked_at(
    context: Context, filled: Desk, qtbot: QtBot
) -> None:
    view = DeskView(context)
    qtbot.addWidget(view)
    view.resize(1200, 700)
    with qtbot.waitExposed(view):
        view.show()
    view.refresh()
    assert view.packet.found is not None
    assert not filled.packet(public(1)).seen
    view.reader.setFocus()
    assert filled.packet(public(1)).seen


def test_an_empty_desk_says_what_to_do(context: Context, qtbot: QtBot) -> None:
    view = DeskView(context)
    qtbot.addWidget(view)
    view.show()
    view.enter()
    assert view.empty.isVisible()
    assert not view.bar.give.isVisible()
    assert not context.services.paths.desk.exists()


def test_students_stand_in_order_and_the_text_is_seen(view: DeskView, desk: Desk) -> None:
    names = [row.accessibleName().split(",")[0] for row in view.students.rows.values()]
    assert names == ["Student A", "Student B"]
    assert "Ik heb er drie weken mee gewacht." in view.reader.toPlainText()
    assert desk.packet(public(1)).seen


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Qt.Key.Key_1, RemarkKind.QUESTION),
        (Qt.Key.Key_2, RemarkKind.RECOGNITION),
        (Qt.Key.Key_3, RemarkKind.MIRROR),
        (Qt.Key.Key_4, RemarkKind.THEORY),
        (Qt.Key.Key_5, RemarkKind.TIP),
    ],
)
def test_a_digit_begins_a_remark_on_the_selected_words(
    view: DeskView, desk: Desk, qtbot: QtBot, key: Qt.Key, kind: RemarkKind
) -> None:
    select(view, "drie weken")
    qtbot.keyClick(view.reader, key)
    card = draft_card(view)
    assert QApplication.focusWidget() is card.field
    qtbot.keyClicks(card.field, "Hoe lang")
    assert view.flush()
    (remark,) = desk.packet(public(1)).draft.remarks
    assert (remark.kind, remark.text, remark.answer) == (kind, "Hoe lang", public(31))
    assert remark.quote is not None
    assert (remark.quote.exact, remark.quote.start) == ("drie weken", 10)


def test_all_of_it_works_without_a_mouse(view: DeskView, desk: Desk, qtbot: QtBot) -> None:
    view.reader.setFocus()
    at = view.reader.toPlainText().index("Ik heb er drie")
    cursor = view.reader.textCursor()
    cursor.setPosition(at)
    view.reader.setTextCursor(cursor)
    for _ in range(6):
        qtbot.keyClick(view.reader, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.remarking.selection.isVisible()
    qtbot.keyClick(view.reader, Qt.Key.Key_3)
    assert draft_card(view).remark.quote is not None
    assert draft_card(view).remark.quote.exact == "Ik heb"  # type: ignore[union-attr]
    assert not view.remarking.selection.isVisible()


def test_after_a_remark_one_reads_on_where_one_was(view: DeskView, qtbot: QtBot) -> None:
    select(view, "drie weken")
    qtbot.keyClick(view.reader, Qt.Key.Key_1)
    qtbot.keyClick(draft_card(view).field, Qt.Key.Key_Escape)
    assert view.reader.hasFocus()
    at = view.reader.toPlainText().index("drie weken") + len("drie weken")
    assert view.reader.textCursor().position() == at


def test_tab_goes_as_one_reads(view: DeskView, qtbot: QtBot) -> None:
    for words in ("eigen woord", "drie weken"):
        select(view, words)
        qtbot.keyClick(view.reader, Qt.Key.Key_1)
    QApplication.processEvents()
    view.reader.setFocus()
    seen = []
    for _ in range(14):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    (answer,) = view.remarks.answers.values()
    second, first = draft_card(view, 0).field, draft_card(view, 1).field
    if first.mapToGlobal(first.pos()).y() > second.mapToGlobal(second.pos()).y():
        first, second = second, first
    wanted = [first, second, answer, view.remarks.general, view.remarks.notes]
    assert [widget for widget in seen if widget in wanted][:5] == wanted


def test_the_bar_begins_a_remark_too(view: DeskView, qtbot: QtBot) -> None:
    select(view, "drie weken")
    assert view.remarking.selection.isVisible()
    qtbot.mouseClick(view.remarking.selection.buttons[RemarkKind.TIP], Qt.MouseButton.LeftButton)
    assert draft_card(view).kind.text() == "Tip"


def test_words_of_a_question_cannot_be_remarked_on(view: DeskView, qtbot: QtBot) -> None:
    select(view, "Was het makkelijk")
    assert not view.remarking.selection.isVisible()
    qtbot.keyClick(view.reader, Qt.Key.Key_1)
    assert not view.remarks.cards


def test_what_is_typed_is_kept_by_itself(view: DeskView, desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(view.remarks.general, "Dank")
    (answer,) = view.remarks.answers.values()
    qtbot.keyClicks(answer, "Ja")
    qtbot.keyClicks(view.remarks.notes, "Vraag naar thuis")
    student = desk.students()[0].id

    def kept() -> None:
        draft = desk.packet(public(1)).draft
        assert (draft.general, draft.answers) == ("Dank", ((public(41), "Ja"),))
        assert desk.notes(student) == "Vraag naar thuis"

    qtbot.waitUntil(kept, timeout=4_000)
    assert "reactie klaar" in view.students.rows[student].accessibleName()


def test_going_to_another_student_keeps_and_brings_back(view: DeskView, qtbot: QtBot) -> None:
    qtbot.keyClicks(view.remarks.general, "Voor A")
    first, second = view.students.rows.values()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    second.click()
    assert view.remarks.general.toPlainText() == ""
    view.students.rows[first.objectName()].click()
    assert view.remarks.general.toPlainText() == "Voor A"


def test_a_removed_remark_can_be_put_back(
    view: DeskView, desk: Desk, recorder: Recorder, qtbot: QtBot
) -> None:
    for words in ("drie weken", "eigen woord"):
        select(view, words)
        qtbot.keyClick(view.reader, Qt.Key.Key_1)
        qtbot.keyClicks(QApplication.focusWidget(), f"Bij {words}")
    draft_card(view, 0).remove.click()
    assert view.flush()
    assert [r.text for r in desk.packet(public(1)).draft.remarks] == ["Bij eigen woord"]
    recorder.shown[-1].action()
    assert [r.text for r in desk.packet(public(1)).draft.remarks] == [
        "Bij drie weken",
        "Bij eigen woord",
    ]


def test_a_remark_can_become_of_another_kind(view: DeskView, qtbot: QtBot) -> None:
    select(view, "drie weken")
    qtbot.keyClick(view.reader, Qt.Key.Key_1)
    qtbot.keyClicks(draft_card(view).field, "Lang")
    draft_card(view).kind_chosen.emit(draft_card(view).remark.id, RemarkKind.MIRROR)
    assert (draft_card(view).kind.text(), draft_card(view).field.toPlainText()) == (
        "Spiegel",
        "Lang",
    )


def test_overlapping_passages_each_have_a_line_of_their_own(view: DeskView, qtbot: QtBot) -> None:
    for words in ("drie weken mee gewacht", "weken", "mee gewacht. Ik dacht"):
        select(view, words)
        qtbot.keyClick(view.reader, Qt.Key.Key_1)
    levels = view.reader._levels
    assert sorted(levels.values()) == [0, 1, 1] or len(set(levels.values())) == 3
    view.grab()
    at = view.reader.toPlainText().index("weken")
    chosen: list[str] = []
    view.reader.mark_chosen.connect(chosen.append)
    for _ in range(2):
        view.reader._choose_at(at + 1)
    assert len(set(chosen)) == 2


def test_a_sentence_to_begin_with_stands_in_the_field(view: DeskView, qtbot: QtBot) -> None:
    select(view, "drie weken")
    menu = view.remarking.starters.show_menu(6, view.remarking.selection)
    lines = [action for action in menu.actions() if action.data()]
    assert lines[0].data() == "Hoe luidde je vraag letterlijk?"
    lines[0].trigger()
    menu.close()
    assert draft_card(view).field.toPlainText() == "Hoe luidde je vraag letterlijk?"
    assert view.remarking.keeper is not None
    assert view.remarking.keeper.draft.remarks[0].text == "Hoe luidde je vraag letterlijk?"


def test_the_key_for_sentences_offers_them(view: DeskView, qtbot: QtBot) -> None:
    select(view, "drie weken")
    qtbot.keyClick(view.reader, Qt.Key.Key_6)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()


def test_packets_are_opened_by_dropping_them(
    view: DeskView, desk: Desk, packet_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(WhoseDialog, "ask", lambda *_: desk.new_student("Student C"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(packet_file))])
    event = QDropEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    assert view._drop.eventFilter(view, event)
    assert len(desk.students()) == 2, "whoever dragged need not wait for the answers"
    QApplication.processEvents()
    assert [s.name for s in desk.students()][-1] == "Student C"
    assert view.packet.found is not None
    assert view.packet.found.packet.id == public(9)


def test_the_same_packet_again_says_so(view: DeskView, tmp_path: Path, recorder: Recorder) -> None:
    path = tmp_path / "p.html"
    path.write_bytes(packet_bytes(make_packet(1, pair=101, sender="Student A")))
    view.taking.open_files([path])
    assert "staat al op je bureau" in recorder.shown[-1].text


def test_several_sealed_packets_ask_for_their_passphrase_once(
    view: DeskView, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = []
    for number in (11, 12):
        paths.append(tmp_path / f"{number}.html")
        packet = make_packet(number, pair=900)
        paths[-1].write_bytes(packet_bytes(packet, new_key(PASSPHRASE)))
    asked: list[str] = []
    answers = iter(["niet goed", PASSPHRASE])

    def ask(_theme: object, _question: str, _parent: object, refused: str, _cancel: str) -> str:
        asked.append(refused)
        return next(answers)

    monkeypatch.setattr(PassphraseDialog, "ask", ask)
    monkeypatch.setattr(WhoseDialog, "ask", lambda *_: desk.new_student("Student D"))
    view.taking.open_files(paths)
    assert len(asked) == 2
    assert asked[1].startswith("Deze wachtzin past niet")
    assert len(desk.view(desk.find_student("Student D").id).packets) == 2


def test_after_a_restart_one_passphrase_gives_several_reactions_back(
    view: DeskView, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in (11, 12):
        sealed = packet_bytes(make_packet(number, pair=number), new_key(PASSPHRASE))
        desk.add(desk.look(sealed, "p.html", PASSPHRASE), desk.new_student(f"Student {number}"))
        draft = desk.packet(public(number)).draft
        desk.save_draft(public(number), replace(draft, general="Dank je."))
    desk.close()
    assert desk.is_locked(public(11))
    answers = iter([PASSPHRASE])
    monkeypatch.setattr(PassphraseDialog, "ask", lambda *_: next(answers))
    monkeypatch.setattr(
        GiveBackDialog, "ask", lambda *_: GiveBack((public(11), public(12)), "Supervisor")
    )
    folder = tmp_path / "terug"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    monkeypatch.setattr(GivenDialog, "show_files", lambda *_: None)
    view.acts.give_back()
    assert len(list(folder.iterdir())) == 2


def test_all_that_is_refused_is_told_at_once_and_the_others_come_in(
    view: DeskView, desk: Desk, packet_file: Path, tmp_path: Path, recorder: Recorder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(WhoseDialog, "ask", lambda *_: desk.new_student("Student C"))
    for name in ("brief", "foto"):
        (tmp_path / f"{name}.html").write_text(f"<html>een {name}</html>")
    (tmp_path / "half.html").write_bytes(packet_file.read_bytes()[:-400])
    names = ("brief", "weg", "half", "deelpakket", "foto")
    view.taking.open_files([tmp_path / f"{name}.html" for name in names])
    (message,) = recorder.shown
    assert message.kind == "warning"
    assert message.text.split("\n") == [
        "1 inzending staat nu op je bureau.",
        "4 bestanden kwamen niet binnen.",
        "Geen deelpakket: “brief.html” en “foto.html”.",
        "Beschadigd of onderweg veranderd: “half.html”. Vraag of het opnieuw gestuurd kan worden.",
        "Niet te lezen: “weg.html”.",
    ]
    assert len(desk.students()) == 3


def test_what_came_in_stays_new_until_it_is_read(
    view: DeskView, desk: Desk, packet_file: Path, tmp_path: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(
        WhoseDialog, "ask", lambda _theme, _desk, packet, *_: desk.new_student(packet.sender)
    )
    view.reader.setFocus()
    view.taking.open_files([packet_file])
    assert view.packet.found is not None
    assert view.packet.found.packet.id == public(9)
    assert not desk.packet(public(9)).seen
    assert "nieuw" in view.students.rows[desk.students()[-1].id].accessibleName()
    second = tmp_path / "tweede.html"
    second.write_bytes(packet_bytes(make_packet(8, pair=800, sender="Student D")))
    view.taking.open_files([second, packet_file])
    assert not desk.packet(public(8)).seen
    view.show_packet(public(9), by_itself=True)
    qtbot.keyClick(view.reader, Qt.Key.Key_Down)
    assert desk.packet(public(9)).seen


def test_with_several_files_one_can_be_passed_over(
    view: DeskView, packet_file: Path, tmp_path: Path, recorder: Recorder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(WhoseDialog, "ask", lambda *given: asked.append(given))
    again = tmp_path / "tweede.html"
    again.write_bytes(packet_bytes(make_packet(1, pair=101, sender="Student A")))
    view.taking.open_files([packet_file, again])
    assert asked[0][4:] == ("Bestand 1 van 2: deelpakket.html", None, "Overslaan")
    assert recorder.shown[-1].text == (
        "Stond er al: “tweede.html”.\nOvergeslagen: “deelpakket.html”."
    )


def test_the_evening_goes_on_by_keys(view: DeskView, desk: Desk, qtbot: QtBot) -> None:
    first, second = (student.id for student in desk.students())
    view.show_student(first)
    view.reader.setFocus()
    qtbot.keyClick(view.reader, Qt.Key.Key_Z)
    assert view.reader.textCursor().selectedText() == "Ik heb er drie weken mee gewacht."
    qtbot.keyClick(view.reader, Qt.Key.Key_Z)
    chosen = view.reader.textCursor().selectedText()
    assert chosen == "Ik dacht dat ik het zelf moest kunnen 🙂."
    qtbot.keyClick(view.reader, Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view.reader, Qt.Key.Key_1)
    assert draft_card(view).remark.quote is not None
    assert draft_card(view).remark.quote.exact == "Ik heb er drie weken mee gewacht."  # type: ignore[union-attr]
    qtbot.keyClick(draft_card(view).field, Qt.Key.Key_Escape)
    for key, field in (
        (Qt.Key.Key_7, next(iter(view.remarks.answers.values()))),
        (Qt.Key.Key_8, view.remarks.general),
        (Qt.Key.Key_9, view.remarks.notes),
    ):
        qtbot.keyClick(view.reader, key)
        assert QApplication.focusWidget() is field
        qtbot.keyClick(field, Qt.Key.Key_Escape)
        assert view.reader.hasFocus()
    qtbot.keyClick(view.reader, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert view.packet.found is not None
    assert view.packet.found.student == second
    assert view.reader.hasFocus()
    assert not view.packet.after.isEnabled()
    view.packet.before.click()
    assert view.packet.found.student == first


def test_who_is_read_is_in_view_in_a_long_list(view: DeskView, desk: Desk, qtbot: QtBot) -> None:
    for number in range(3, 15):
        packet = make_packet(number, pair=100 + number, sender=f"Student {number}")
        desk.add(desk.look(packet_bytes(packet), "p.html"), desk.new_student(packet.sender))
    view.refresh()
    for _ in range(13):
        view.step(1)
    last = list(view.students.rows.values())[-1]
    assert view.packet.found is not None
    assert last.objectName() == view.packet.found.student
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())


def test_students_are_sifted_and_found(
    context: Context, view: DeskView, desk: Desk, qtbot: QtBot
) -> None:
    assert not view.side.tools.isVisible()
    for number in range(3, 7):
        packet = make_packet(number, pair=100 + number, sender=f"Student {number}")
        packet = replace(packet, letter="Over mijn grootmoeder." if number == 5 else "Dag.")
        found = desk.look(packet_bytes(packet), "p.html")
        desk.add(found, desk.new_student(packet.sender))
    desk.mark_seen(public(2))
    view.refresh()
    assert view.side.tools.isVisible()
    view.side.chips["new"].click()
    read = desk.packet(public(1)).student
    assert read in view.students.rows, "who is being read stays"
    assert len(view.students.rows) == 5
    view.side.chips["ready"].click()
    assert list(view.students.rows) == [read]
    view.side.chips["all"].click()
    assert len(view.students.rows) == 6
    view.side.search.setFocus()
    qtbot.keyClicks(view.side.search, "Grootmoeder")
    qtbot.keyClick(view.side.search, Qt.Key.Key_Return)
    assert [row.accessibleName()[:9] for row in view.students.rows.values()] == ["Student 5"]
    assert view.packet.found is not None
    assert view.packet.found.packet.id == public(5)
    marked = [s.cursor.selectedText() for s in view.reader.extraSelections()]  # type: ignore[attr-defined]
    assert marked == ["grootmoeder"]
    qtbot.keyClick(view.reader, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert view.side.search.hasFocus()
    qtbot.keyClick(view.side.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(view.students.rows) == 6)


def test_feedback_is_given_back_and_then_stays(
    view: DeskView, desk: Desk, tmp_path: Path, recorder: Recorder, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    select(view, "drie weken")
    qtbot.keyClick(view.reader, Qt.Key.Key_1)
    qtbot.keyClicks(draft_card(view).field, "Hoe lang precies?")
    monkeypatch.setattr(GiveBackDialog, "ask", lambda *_: GiveBack((public(1),), "Mijn naam"))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    told: list[GivenFile] = []
    monkeypatch.setattr(GivenDialog, "show_files", lambda _theme, files, *_: told.extend(files))
    view.bar.give.click()
    (file,) = tmp_path.glob("reactie-*.json")
    answer, _ = read_answer(file.read_bytes(), file.name)
    assert (answer.reader, answer.remarks[0].text) == ("Mijn naam", "Hoe lang precies?")
    assert [(each.student, each.file) for each in told] == [("Student A", file.name)]
    assert file.name in view.remarks.given_note.text()
    (card,) = view.remarks.cards.values()
    assert isinstance(card, GivenCard)
    assert view.remarking.keeper is not None
    assert view.remarking.keeper.draft.is_empty


def test_with_nothing_to_give_back_it_says_so(view: DeskView, recorder: Recorder) -> None:
    view.bar.give.click()
    assert "nog geen reactie" in recorder.shown[-1].text


def test_a_next_round_shows_threads_and_takes_a_reply(
    view: DeskView, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    select(view, "drie weken")
    qtbot.keyClick(view.reader, Qt.Key.Key_1)
    qtbot.keyClicks(draft_card(view).field, "Hoe lang?")
    view.flush()
    remark_id = draft_card(view).remark.id
    desk.give_back([public(1)], tmp_path)
    given = desk.packet(public(1)).remarks_given
    again = replace(reply(70, 1, "Tot dinsdag."), reply_to=remark_id)
    first = make_packet(1, pair=101, sender="Student A")
    path = tmp_path / "ronde-2.html"
    path.write_bytes(packet_bytes(next_round(first, 5, (*given, again))))
    view.taking.open_files([path])
    assert "beantwoord: “Tot dinsdag.”" in view.reader.toPlainText()
    assert view.packet.packets.count() == 2
    (card,) = view.remarks.cards.values()
    assert isinstance(card, GivenCard)
    view.reader.mark_chosen.emit(card.remark.id)
    QApplication.processEvents()
    assert card.hasFocus()
    assert "Hoe lang?" in card.accessibleName()
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert view.reader.hasFocus()
    card.reply.click()
    qtbot.keyClicks(QApplication.focusWidget(), "Dank je.")
    view.flush()
    (made,) = desk.packet(public(5)).draft.remarks
    assert (made.text, made.reply_to) == ("Dank je.", public(70))
    view.packet.changes.setChecked(True)
    assert "Veranderd sinds de vorige ronde" in view.reader.toPlainText()
    view.show_packet(public(1))
    assert isinstance(next(iter(view.remarks.cards.values())), GivenCard)


def test_a_student_is_thrown_away_only_after_a_yes(
    view: DeskView, desk: Desk, recorder: Recorder
) -> None:
    recorder.answers = ["Bewaren", "Alles weggooien"]
    view.bar.act_chosen.emit("forget")
    assert len(desk.students()) == 2
    view.bar.act_chosen.emit("forget")
    assert [s.name for s in desk.students()] == ["Student B"]
    assert list(view.students.rows) == [desk.students()[0].id]


def test_nothing_of_a_student_is_left_not_even_what_was_just_typed(
    context: Context, view: DeskView, desk: Desk, recorder: Recorder, tmp_path: Path,
    qtbot: QtBot,
) -> None:  # fmt: skip
    select(view, "drie weken")
    qtbot.keyClick(view.reader, Qt.Key.Key_1)
    qtbot.keyClicks(draft_card(view).field, "zonnebloem")
    assert view.flush()
    desk.give_back([public(1)], tmp_path)
    desk.save_draft(public(2), replace(desk.packet(public(2)).draft, general="blijft"))
    view.show_packet(public(1))
    qtbot.keyClicks(view.remarks.general, "korenbloem")
    qtbot.keyClicks(view.remarks.notes, "klaproos")
    view.side.search.setText("zonnebloem")
    recorder.answers = ["Alles weggooien"]
    view.bar.act_chosen.emit("forget")
    (_, said, _) = recorder.asked[-1]
    assert "teruggegeven op" in said
    assert "let op, er staat een reactie klaar die je niet teruggaf" in said
    view.flush()
    assert [s.name for s in desk.students()] == ["Student B"]
    assert desk.packet(public(2)).draft.general == "blijft"
    assert view.packet.found is not None
    assert view.packet.found.packet.id == public(2)
    for word in (b"zonnebloem", b"korenbloem", b"klaproos", b"Student A"):
        for file in context.services.paths.desk.parent.rglob("*"):
            assert not file.is_file() or word not in file.read_bytes(), (word, file.name)


def test_a_draft_of_somebody_who_is_gone_holds_nothing_up(
    view: DeskView, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.keyClicks(view.remarks.general, "Te laat")
    desk.forget(desk.students()[0].id)  # such as by a command, meanwhile
    view.refresh()
    assert view.packet.found is not None
    assert view.packet.found.packet.id == public(2)
    assert view.flush()


def test_the_other_acts_of_the_menu(
    view: DeskView, desk: Desk, tmp_path: Path, recorder: Recorder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    path = tmp_path / "bundel.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    view.bar.act_chosen.emit("bundle-group")
    assert path.read_text().count('<div class="packet">') == 2
    view.bar.act_chosen.emit("bundle")
    assert path.read_text().count('<div class="packet">') == 1

    def renamed(_theme: object, student: Student, *_: object) -> tuple[Student, bool]:
        return replace(student, name="Anders"), False

    monkeypatch.setattr(StudentDialog, "ask", renamed)
    view.bar.act_chosen.emit("student")
    assert "Anders" in [s.name for s in desk.students()]
    recorder.answers = ["Van je bureau halen"]
    view.bar.act_chosen.emit("remove")
    assert desk.view(desk.find_student("Anders").id).packets == ()
    view.show_student(desk.find_student("Anders").id)
    assert view.reader.toPlainText() == "Er staat nu niets van deze student op je bureau."
    assert not view.remarks.isEnabled()
    view.show_packet(public(2))
    assert view.remarks.isEnabled()
    assert "Ik heb er drie weken" in view.reader.toPlainText()


def test_paper_is_dark_on_white_whatever_the_screen(view: DeskView) -> None:
    assert "Ik heb er drie weken" in view.packet.paper().toPlainText()


def test_a_refused_save_is_told_and_the_text_stays(
    view: DeskView, desk: Desk, recorder: Recorder, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.keyClicks(view.remarks.general, "Niet kwijtraken")

    def full(*_: object) -> None:
        raise DiskFull("bureau.db")

    with monkeypatch.context() as patched:
        patched.setattr(desk, "save_draft", full)
        assert not view.flush()
        assert view.rescue_text() == "Niet kwijtraken"
    assert recorder.shown[-1].kind == "error"
    assert view.flush()
    assert desk.packet(public(1)).draft.general == "Niet kwijtraken"


@pytest.mark.parametrize("width", [1200, 690, 420])
def test_there_is_room_for_everything_or_it_takes_turns(view: DeskView, width: int) -> None:
    view.resize(width, 540)
    QApplication.processEvents()
    assert view.width() == width
    view.panes.take_turn(TEXT)
    assert view.reader.isVisible()
    assert view.packet.back.isVisible() == (width < 1000)
    view.panes.take_turn(REMARKS)
    assert view.remarks.isVisible()
    assert view.remarks.back.isVisible() == (width == 420)


def test_every_field_and_button_has_a_name(view: DeskView, qtbot: QtBot) -> None:
    select(view, "drie weken")
    qtbot.keyClick(view.reader, Qt.Key.Key_1)
    for field in (view.reader, view.packet.packets, draft_card(view).field):
        assert field.accessibleName()
    for field in (view.remarks.general, view.remarks.notes, *view.remarks.answers.values()):
        assert field.accessibleName()
    assert draft_card(view).remove.accessibleName() == "Verwijderen: drie weken"


def test_a_change_of_text_size_keeps_marks(view: DeskView, context: Context, qtbot: QtBot) -> None:
    select(view, "drie weken")
    qtbot.keyClick(view.reader, Qt.Key.Key_1)
    context.preferences.change(text_size=150)
    assert len(view.reader.extraSelections()) == 1


def test_words_of_a_student_are_plain_everywhere(
    context: Context, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    hostile = "<b>vet</b><img src=x onerror=alert(1)>"
    packet: Packet = replace(
        make_packet(sender=hostile),
        letter=hostile,
        questions=(replace(make_packet().questions[0], text=hostile),),
        remarks=(replace(reply(70, 1, hostile), reply_to=None, answer=None),),
    )
    desk.add(desk.look(packet_bytes(packet), "p.html"), desk.new_student(hostile, hostile))
    view = DeskView(context)
    qtbot.addWidget(view)
    view.show()
    view.enter()
    assert hostile in view.reader.toPlainText()
    labels = [label for label in view.findChildren(type(view.remarks.hint)) if label.text()]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    assert sum(hostile in label.text() for label in labels) >= 3


def test_menus_show_signs_as_they_are(view: DeskView, desk: Desk) -> None:
    desk.save_starters(0, ["Wie & wat?"])
    select(view, "drie weken")
    menu = view.remarking.starters.show_menu(None, view.remarking.selection)
    first: QAction = menu.actions()[0]
    assert (first.text(), first.data()) == ("Wie && wat?", "Wie & wat?")
    menu.close()


def test_a_packet_dropped_on_the_window_comes_to_the_desk(
    context: Context, desk: Desk, packet_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(WhoseDialog, "ask", lambda *_: desk.new_student("Student C"))
    context.preferences.change(supervisor=True)
    page = FeedbackPage(context)
    qtbot.addWidget(page)
    page.show()
    page.open_packets([packet_file])
    assert page.switch.desk.isChecked()
    assert page.guide_topic() == "desk"
    assert "Ik heb er drie weken" in page.desk.reader.toPlainText()
    qtbot.keyClicks(page.desk.remarks.general, "Dank")
    assert page.flush()
    assert desk.packet(public(9)).draft.general == "Dank"
