# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Namen and Kijken: one by one, everywhere, left, other words, undone; and what is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from logbook.core.entry import AnswerKey, EntryId, Value
from logbook.core.sharing import ShareFormat
from logbook.services.writing import Edit
from logbook.ui.context import Context
from logbook.ui.demo.hands import click
from logbook.ui.sharing import names_step
from logbook.ui.sharing.share_page import SharePage
from logbook.ui.sharing.share_texts import ShareText, same_words, share_texts
from logbook.ui.sharing.words_dialog import WordsDialog
from logbook.ui.widgets.rich_text import RichText
from tests.ui.helpers import assert_accessible
from tests.ui.recorder import Recorder
from tests.ui.sharing.conftest import HOW, TEXT, WHO, MakePage, Write, wait


def at_names(page: SharePage) -> None:
    page._go(2)
    wait()


def told(page: SharePage) -> list[str]:
    page._go(3)
    wait()
    return [view.toPlainText() for view in page.look.view.findChildren(RichText)]


def test_here_only_and_undone(write: Write, make_page: MakePage) -> None:
    page = make_page(write())
    at_names(page)
    names = page.names
    assert names.view.scope_box.currentIndex() == 1
    names.view.scope_box.setCurrentIndex(0)
    names.view.replace.click()
    wait()
    assert names.list.item(0).text() == "Fatima · naam · 2 keer"
    assert names.line.words.text() == "Op 1 plek vervangen."
    names.line.button.click()
    wait()
    assert names.list.item(0).text() == "Fatima · naam · 3 keer"
    assert page.work.draft.pseudonyms == ()


def test_left_as_it_is(write: Write, make_page: MakePage) -> None:
    page = make_page(write())
    at_names(page)
    page.names.view.ignore.click()
    wait()
    assert page.names.list.count() == 0
    assert "Fatima" in told(page)[1]


QUESTION = "Wat zou jij Fatima vragen?"


def test_names_in_questions_letter_and_sender_are_replaced_with_the_rest(
    write: Write, make_page: MakePage
) -> None:
    page = make_page(write())
    page.work.tell(questions=(QUESTION, "", ""), letter="Over Fatima. Fatima weet dit.")
    at_names(page)
    names = page.names
    assert names.list.item(0).text() == "Fatima · naam · 6 keer"
    assert names.view.scope_box.currentIndex() == 1
    names.view.replace.click()
    wait()
    assert names.line.words.text() == "Op 6 plekken vervangen."
    assert page.work.draft.questions[0] == "Wat zou jij een bewoner vragen?"
    assert page.work.draft.letter == "Over een bewoner. De bewoner weet dit."
    assert not any("Fatima" in each for each in told(page))
    assert not page.look.beside.isVisible()
    page._go(0)
    assert page.choose.letter.toPlainText() == "Over een bewoner. De bewoner weet dit."


def test_a_name_in_the_letter_is_replaced_alone_by_keyboard_and_undone(
    write: Write, make_page: MakePage, qtbot
) -> None:
    page = make_page(write())
    page.work.tell(sender="Fatima Yilmaz", questions=(QUESTION, "", ""))
    at_names(page)
    names = page.names
    assert names.list.hasFocus()
    rows = [names.list.item(n).text() for n in range(names.list.count())]
    assert rows == ["Fatima Yilmaz · naam", "Fatima · naam · 4 keer"]
    qtbot.keyClick(names.list, Qt.Key.Key_Home)
    assert names.view.role == "Student A"
    qtbot.keyClick(names.view.replace, Qt.Key.Key_Space)
    wait()
    assert page.work.draft.sender == "Student A"
    names.view.scope_box.setCurrentIndex(0)
    qtbot.keyClicks(names.view.roles.own, "iemand uit de groep")
    qtbot.keyClick(names.view.roles.own, Qt.Key.Key_Return)
    wait()
    assert page.work.draft.questions[0] == "Wat zou jij iemand uit de groep vragen?"
    assert page.work.draft.pseudonyms == ()
    qtbot.keySequence(names, "Ctrl+Z")
    wait()
    assert page.work.draft.questions[0] == QUESTION
    assert page.work.draft.sender == "Student A"


def test_what_is_left_in_a_question_leads_back_to_the_names(
    write: Write, make_page: MakePage
) -> None:
    page = make_page(write())
    page.work.tell(questions=(QUESTION, "", ""))
    told(page)
    assert "“Fatima”" in page.look.beside.text()
    page.look.to_names.click()
    wait()
    assert page.names.list.hasFocus()
    page.names.view.ignore.click()
    wait()
    told(page)
    assert not page.look.beside.isVisible()
    assert not page.look.to_names.isVisible()


def test_what_nobody_decided_about_is_told_at_the_end(write: Write, make_page: MakePage) -> None:
    page = make_page(write())
    told(page)
    wait()
    assert page.look.waiting.text().startswith("De controle ziet in je bijdragen nog 3 plekken")
    page.look.to_names.click()
    wait()
    page.names.view.replace.click()
    wait()
    told(page)
    wait()
    assert not page.look.waiting.isVisible()
    assert not page.look.to_names.isVisible()


def test_own_words_are_replaced_in_the_letter_too(
    write: Write, make_page: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = make_page(write(who="De zeilclub was vol."))
    page.work.tell(letter="De zeilclub, ja de zeilclub.")
    at_names(page)
    shown: list[ShareText] = []

    def ask(_theme: object, texts: tuple[ShareText, ...], *_rest: object) -> object:
        shown.extend(texts)
        return same_words(texts, "zeilclub", "club van iedereen")

    monkeypatch.setattr(names_step.WordsDialog, "ask", ask)
    page.names.other.click()
    wait()
    assert shown[-1].title == "Een paar woorden erbij"
    assert page.names.line.words.text() == "Op 3 plekken vervangen."
    assert page.work.draft.letter == "De club van iedereen, ja de club van iedereen."
    assert "zeilclub" not in "".join(told(page))


def test_what_is_private_in_letter_and_questions_stays_home(
    write: Write, make_page: MakePage
) -> None:
    page = make_page(write())
    page.work.tell(letter="Dag. %%Niet dit.%%", questions=("%%alleen voor mij%%", "Wat zie je?"))
    shown = told(page)[0]
    assert "Niet dit" not in shown
    assert "alleen voor mij" not in shown
    assert "Wat zie je?" in shown


def test_texts_at_home_do_not_change(write: Write, make_page: MakePage, context: Context) -> None:
    entry = write()
    before = context.services.reading.entry(entry)
    page = make_page(entry)
    at_names(page)
    page.names.view.replace.click()
    wait()
    assert context.services.reading.entry(entry) == before


def test_never_says_that_it_is_anonymous(write: Write, make_page: MakePage) -> None:
    page = make_page(write())
    at_names(page)
    page.names.view.replace.click()
    wait()
    words = [label.text().lower() for label in page.findChildren(type(page.names.count))]
    assert not any("anoniem" in each for each in words)


def test_replacement_waits_while_its_answer_stays_home(write: Write, make_page: MakePage) -> None:
    entry = write()
    page = make_page(entry)
    at_names(page)
    page.names.view.replace.click()
    wait()
    page.work.tick(entry, [HOW])
    assert {each.key for each in page.work.draft.pseudonyms} == {HOW}
    page.work.tick(entry, [WHO, HOW])
    assert {each.key for each in page.work.draft.pseudonyms} == {WHO, HOW}


def test_other_words_everywhere(
    write: Write, make_page: MakePage, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = write(who="De zeilclub 🚣 was vol. %%zeilclub%%", how="Bij de zeilclub, ja.")
    page = make_page(entry)
    at_names(page)
    texts = share_texts(context.services.sharing.names.gather(page.work.draft))
    dialog = WordsDialog(context.theme, texts, page)
    assert not dialog.accept_button.isEnabled()
    dialog.which.setCurrentIndex(1)
    cursor = dialog.text.textCursor()
    cursor.setPosition(dialog.text.toPlainText().index("zeilclub"))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    dialog.text.setTextCursor(cursor)
    dialog.words.setText("een club")
    assert dialog.everywhere.text() == "Overal waar dit zo staat (2 plekken)"
    places = dialog.places()
    assert_accessible(dialog)
    dialog.deleteLater()
    monkeypatch.setattr(names_step.WordsDialog, "ask", lambda *_args: places)
    page.names.other.click()
    wait()
    shown = told(page)[1]
    assert "zeilclub" not in shown
    assert "De een club 🚣 was vol." in shown


def test_private_words_cannot_be_chosen(
    write: Write, make_page: MakePage, context: Context
) -> None:
    page = make_page(write())
    texts = share_texts(context.services.sharing.names.gather(page.work.draft))
    dialog = WordsDialog(context.theme, texts, page)
    dialog.words.setText("iets")
    start = texts[0].text.index("schrok")
    cursor = dialog.text.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + 6, QTextCursor.MoveMode.KeepAnchor)
    dialog.text.setTextCursor(cursor)
    assert dialog.told.text() == "Dit is alleen voor jou en gaat niet mee."
    assert not dialog.accept_button.isEnabled()
    dialog.deleteLater()


def test_replacement_is_taken_back_while_looking(write: Write, make_page: MakePage) -> None:
    page = make_page(write())
    at_names(page)
    page.names.view.replace.click()
    wait()
    assert "Fatima" not in told(page)[1]
    for _ in range(len(page.look.list.buttons)):
        page.look.list.buttons[0].click()
        wait()
    assert page.look.replaced.text() == "In je bijdragen is niets vervangen."
    assert "Fatima zat aan tafel" in told(page)[1]


def test_private_words_are_not_shown(write: Write, make_page: MakePage) -> None:
    page = make_page(write())
    assert "schrok" not in "".join(told(page))


def test_marks_in_a_text_stay_words(write: Write, make_page: MakePage) -> None:
    page = make_page(write(who="<b>x</b> & <img src=x> **vet**", how="<script>1</script>"))
    shown = told(page)[1]
    assert "<b>x</b> & <img src=x> vet" in shown
    assert "<script>1</script>" in shown


def test_many_entries_come_in_pieces(write: Write, make_page: MakePage) -> None:
    entries: list[EntryId] = [write(how=f"Nummer {number}.") for number in range(8)]
    page = make_page(*entries)
    shown = told(page)
    assert page.look.view.complete
    assert len(shown) == 9
    assert "Nummer 7." in shown[-1]


def test_margin_note_only_when_chosen(write: Write, make_page: MakePage, context: Context) -> None:
    entry = write()
    context.services.margin.add(entry, "Later zag ik meer.", WHO)
    page = make_page(entry)
    note = next(part for part in page.work.entries[0].parts if not part.usual)
    assert note.caption == "Kanttekening"
    assert "Later zag ik meer." not in told(page)[1]
    page.work.tick(entry, page.work.ticked(entry) | {note.key})
    assert "Later zag ik meer." in told(page)[1]


def test_second_round_shows_what_changed(
    write: Write, make_page: MakePage, context: Context, tmp_path
) -> None:
    entry = write()
    page = make_page(entry)
    for step in range(5):
        page._go(step)
        wait()
    page.send.send_to(tmp_path / "een.html")
    wait()
    services = context.services
    services.writing.reopen(entry)
    kept = services.reading.entry(entry)
    edit = Edit(AnswerKey("gesprek", "hoe"), Value("Met Fatima ging het beter."))
    services.writing.save(kept, [edit], close_revisions=True)
    page.next_round(services.sharing.sent()[0].id)
    assert "Veranderd sinds de vorige ronde" in told(page)[1]


def test_own_words_are_replaced_in_the_next_round_too(
    write: Write, context: Context, tmp_path: Path
) -> None:
    entry, sharing = write(who="De buurvrouw van de hoek zag het."), context.services.sharing
    draft = sharing.names.replace_words(
        sharing.begin([entry]), entry, WHO, "text", start=0, end=24, words="Iemand"
    )
    sent, _ = sharing.send(draft, ShareFormat.PACKET, tmp_path / "een.html", "")
    context.services.writing.reopen(entry)
    now = context.services.reading.entry(entry)
    answer = now.answer(WHO)
    assert answer is not None
    text = Value("Toen zag de politie het. De buurvrouw van de hoek zag het.")
    context.services.writing.save(now, [Edit(WHO, text, answer.head)])
    shown = [answer.text for answer in sharing.preview(sharing.next_round(sent.id)).answers()]
    assert shown[0] == "Toen zag de politie het. Iemand zag het."


@pytest.mark.parametrize("word", ["Toen", "%%Later%%"])
def test_only_what_was_looked_at_leaves(
    write: Write,
    make_page: MakePage,
    context: Context,
    recorder: Recorder,
    tmp_path: Path,
    word: str,
) -> None:
    """Another window may have written, or made a passage private, since."""
    services = context.services
    entry = write()
    page = make_page(entry)
    at_names(page)
    click(page.names.view.replace)
    wait()
    page._go(3)
    wait()
    page._go(4)
    assert services.sharing.names.replacements(page.work.draft)
    services.writing.reopen(entry)
    there = services.reading.entry(entry)
    services.writing.save(
        there, [Edit(WHO, Value(TEXT.replace("Later", word)), there.answer(WHO).head)]
    )
    page.send.send_to(tmp_path / "pakket.html")
    wait()
    assert list(tmp_path.glob("*pakket*")) == []
    assert recorder.texts[-1].startswith("Er is iets veranderd nadat je keek")
    assert services.sharing.sent() == ()
    assert page._at == 3
    assert page.look.gone.text().startswith("De tekst is veranderd nadat je namen verving")
    assert page.look.gone.isVisible()
    page.look.to_names.click()
    wait()
    page._go(3)
    wait()
    assert not page.look.gone.isVisible()
    page._go(4)
    page.send.send_to(tmp_path / "pakket.html")
    wait()
    assert len(services.sharing.sent()) == 1
