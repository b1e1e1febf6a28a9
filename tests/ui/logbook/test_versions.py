# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from logbook.core.entry import AnswerKey, EntryId, Value
from logbook.core.exercise import BlockKind
from logbook.services.writing import Edit
from logbook.ui.context import Context
from logbook.ui.logbook.logbook_page import LogbookPage
from logbook.ui.logbook.versions_dialog import VersionsDialog
from tests.ui.helpers import assert_accessible
from tests.ui.logbook.conftest import Desk
from tests.ui.recorder import Recorder

MakePage = Callable[..., LogbookPage]


@pytest.fixture
def entry_id(desk: Desk) -> EntryId:
    """A note with three versions: een, twee, drie."""
    entry_id = desk.note("een")
    for text in ("twee", "drie"):
        desk.clock.forward(minutes=30)
        write(desk, entry_id, text)
    return entry_id


def write(desk: Desk, entry_id: EntryId, text: str) -> None:
    entry = desk.services.reading.entry(entry_id)
    answer = entry.answers[0]
    desk.services.writing.save(entry, [Edit(answer.key, Value(text), answer.head)])


def texts_of(desk: Desk, entry_id: EntryId) -> list[str]:
    history = desk.services.reading.history(entry_id)
    return [revision.value.text for revision in history.answers[0].revisions]


def open_dialog(page: LogbookPage, monkeypatch: pytest.MonkeyPatch, act) -> None:
    """Open the dialog by its button, and do something instead of waiting for the user."""
    monkeypatch.setattr(VersionsDialog, "exec", lambda dialog: act(dialog))
    page.pane.versions.click()


def test_meta_line_says_how_many_versions_there_are(
    desk: Desk, make_page: MakePage, entry_id: EntryId
) -> None:
    desk.note("maar één")
    page = make_page()
    assert not page.pane.versions.isVisible()
    page.read_entry(entry_id)
    assert page.pane.versions.text() == "3 versies"


def test_every_version_can_be_read_in_full(
    desk: Desk, make_page: MakePage, entry_id: EntryId, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def look(dialog: VersionsDialog) -> None:
        assert_accessible(dialog)
        assert not dialog.restore.isEnabled()
        assert dialog.controls.at_end
        assert not dialog.view.now.isHidden()
        slider = dialog.controls.slider
        QTest.keyClick(slider, Qt.Key.Key_Home)
        for _ in range(3):
            read.append(dialog.view.text.toPlainText())
            QTest.keyClick(slider, Qt.Key.Key_Right)

    open_dialog(make_page(), monkeypatch, look)
    assert read == ["een", "twee", "drie"]


def test_the_slider_says_date_and_place(
    desk: Desk, make_page: MakePage, entry_id: EntryId, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def look(dialog: VersionsDialog) -> None:
        QTest.keyClick(dialog.controls.slider, Qt.Key.Key_Left)
        said.append(dialog.controls.slider.accessibleDescription())

    open_dialog(make_page(), monkeypatch, look)
    assert "2 november" in said[0]
    assert said[0].endswith("versie 2 van 3")


def test_what_changed_is_marked_by_more_than_colour(
    desk: Desk, make_page: MakePage, entry_id: EntryId, monkeypatch: pytest.MonkeyPatch
) -> None:
    marked: list[tuple[str, bool, bool]] = []

    def look(dialog: VersionsDialog) -> None:
        dialog.controls.changes.click()
        marked.extend(fragments(dialog))
        assert "Eén plek is veranderd." in dialog.view.summary.text()
        assert "weg: twee" in dialog.view.text.accessibleDescription()
        QTest.keyClick(dialog.controls.slider, Qt.Key.Key_Home)
        dialog.controls.until_now.click()
        marked.extend(fragments(dialog))

    open_dialog(make_page(), monkeypatch, look)
    assert marked == [
        ("twee", True, False),
        ("drie", False, True),
        ("een", True, False),
        ("drie", False, True),
    ]


def fragments(dialog: VersionsDialog) -> list[tuple[str, bool, bool]]:
    """Text, struck through, underlined: each stretch of what the dialog shows."""
    found = []
    walk = dialog.view.text.document().firstBlock().begin()
    while not walk.atEnd():
        fragment = walk.fragment()
        look = fragment.charFormat()
        found.append((fragment.text(), look.fontStrikeOut(), look.fontUnderline()))
        walk += 1
    return found


def test_differences_of_long_texts_are_found_beside_the_main_thread(
    desk: Desk, make_page: MakePage, monkeypatch: pytest.MonkeyPatch, qtbot
) -> None:
    words = "een lange tekst over van alles " * 2_000
    entry_id = desk.note(words + "oud")
    desk.clock.forward(minutes=30)
    write(desk, entry_id, words + "nieuw")

    def look(dialog: VersionsDialog) -> None:
        dialog.controls.changes.click()
        assert "gezocht" in dialog.view.summary.text()
        qtbot.waitUntil(lambda: "Eén plek" in dialog.view.summary.text(), timeout=20_000)

    open_dialog(make_page(), monkeypatch, look)


def restore_first(dialog: VersionsDialog) -> None:
    QTest.keyClick(dialog.controls.slider, Qt.Key.Key_Home)
    dialog.restore.click()


def test_restoring_adds_a_version_and_can_be_undone(
    desk: Desk,
    make_page: MakePage,
    entry_id: EntryId,
    recorder: Recorder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = make_page()
    open_dialog(page, monkeypatch, restore_first)
    assert texts_of(desk, entry_id) == ["een", "twee", "drie", "een"]
    assert page.pane.title.text() == "een"
    assert page.pane.versions.text() == "4 versies"
    assert recorder.shown[-1].action is not None
    recorder.shown[-1].action()
    assert texts_of(desk, entry_id) == ["een", "twee", "drie", "een", "drie"]
    assert page.pane.title.text() == "drie"


def test_version_of_this_moment_stays_when_an_older_one_is_put_back(
    desk: Desk, make_page: MakePage, entry_id: EntryId, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.clock.forward(minutes=1)
    write(desk, entry_id, "drie en een half")  # still within the version that was open
    open_dialog(make_page(), monkeypatch, restore_first)
    assert texts_of(desk, entry_id) == ["een", "twee", "drie en een half", "een"]


def test_writing_after_a_restore_begins_a_new_version(
    desk: Desk, make_page: MakePage, entry_id: EntryId, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_dialog(make_page(), monkeypatch, restore_first)
    write(desk, entry_id, "een, en verder")
    assert texts_of(desk, entry_id)[-2:] == ["een", "een, en verder"]


def test_what_is_closed_can_be_read_and_not_put_back(
    desk: Desk, make_page: MakePage, entry_id: EntryId, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.services.writing.close_for_now(entry_id)

    def look(dialog: VersionsDialog) -> None:
        QTest.keyClick(dialog.controls.slider, Qt.Key.Key_Home)
        assert dialog.view.text.toPlainText() == "een"
        assert not dialog.restore.isEnabled()
        assert "afgerond" in dialog.hint.text()

    open_dialog(make_page(), monkeypatch, look)


def test_the_text_of_a_version_can_be_copied(
    desk: Desk, make_page: MakePage, entry_id: EntryId, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look(dialog: VersionsDialog) -> None:
        dialog.controls.changes.click()
        dialog.controls.earlier.click()
        dialog.view.copy.click()

    open_dialog(make_page(), monkeypatch, look)
    assert QGuiApplication.clipboard().text() == "twee"


def test_looking_finer_shows_every_kept_moment(
    desk: Desk, make_page: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry_id = desk.note("I")
    typed = ["Ik", "Ik ging", "Ik ging naar", "Ik ging niet"]
    for text in typed:
        desk.clock.forward(seconds=2)
        write(desk, entry_id, text)
    desk.clock.forward(minutes=20)
    write(desk, entry_id, "Ik bleef thuis")
    read: list[str] = []

    def look(dialog: VersionsDialog) -> None:
        dialog.controls.finer_button.click()
        slider = dialog.controls.slider
        assert slider.maximum() == 5
        QTest.keyClick(slider, Qt.Key.Key_Home)
        read.append(dialog.view.text.toPlainText())
        for _ in range(5):
            QTest.keyClick(slider, Qt.Key.Key_Right)
            read.append(dialog.view.text.toPlainText())
        assert dialog.view.place.text() == "moment 6 van 6"
        slider.setValue(2)
        dialog.restore.click()

    open_dialog(make_page(), monkeypatch, look)
    assert read == ["I", *typed, "Ik bleef thuis"]
    assert texts_of(desk, entry_id)[-1] == "Ik ging"


def test_the_history_plays_to_its_end_and_stops(
    desk: Desk,
    make_page: MakePage,
    entry_id: EntryId,
    monkeypatch: pytest.MonkeyPatch,
    qtbot,
) -> None:
    monkeypatch.setattr("logbook.ui.logbook.versions_dialog._PACE", 5)

    def look(dialog: VersionsDialog) -> None:
        dialog.controls.finer_button.click()
        dialog.controls.play.click()
        assert dialog.controls.place == 0
        qtbot.waitUntil(lambda: not dialog.controls.play.isChecked())
        assert dialog.controls.at_end

    open_dialog(make_page(), monkeypatch, look)


def test_a_text_written_at_two_places_at_once_is_told_so(
    desk: Desk, make_page: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry_id = desk.note("begin")
    entry = desk.services.reading.entry(entry_id)
    answer = entry.answers[0]
    for text in ("hier", "daar"):  # the second did not know of the first
        desk.clock.forward(minutes=30)
        desk.services.writing.save(entry, [Edit(answer.key, Value(text), answer.head)])
    aside: list[tuple[str, bool]] = []

    def look(dialog: VersionsDialog) -> None:
        for place in range(3):
            dialog.controls.go_to(place)
            aside.append((dialog.view.text.toPlainText(), not dialog.view.aside.isHidden()))

    open_dialog(make_page(), monkeypatch, look)
    assert aside == [("begin", False), ("hier", True), ("daar", False)]


def test_answers_of_a_round_are_chosen_at_the_left(
    desk: Desk, make_page: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    exercise = next(
        e
        for e in desk.services.content.library().exercises.values()
        if not e.template and len([b for b in e.blocks if b.kind is BlockKind.TEXT]) > 1
    )
    blocks = [b for b in exercise.blocks if b.kind is BlockKind.TEXT][:2]
    keys = [AnswerKey(b.id, b.prompts[0].id) for b in blocks]
    entry = desk.round(exercise.id, {key: Value(f"eerst {n}") for n, key in enumerate(keys)})
    desk.clock.forward(minutes=30)
    head = entry.answer(keys[1])
    assert head is not None
    desk.services.writing.save(entry, [Edit(keys[1], Value("later"), head.head)])

    def look(dialog: VersionsDialog) -> None:
        assert_accessible(dialog)
        assert dialog.list.count() == 2
        assert dialog.list.currentRow() == 1  # the one with more than one version
        assert dialog.list.item(1).text().endswith("2 versies")
        assert dialog.view.text.toPlainText() == "later"
        dialog.list.setCurrentRow(0)
        assert dialog.view.text.toPlainText() == "eerst 0"

    open_dialog(make_page(), monkeypatch, look)


def test_versions_of_a_hostile_text_are_plain(
    desk: Desk, make_page: MakePage, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry_id = desk.note("<b>een</b>")
    desk.clock.forward(hours=1)
    write(desk, entry_id, '<img src="file:///x">')
    shown: list[str] = []
    open_dialog(
        make_page(), monkeypatch, lambda dialog: shown.append(dialog.view.text.toPlainText())
    )
    assert shown == ['<img src="file:///x">']


def test_a_margin_note_is_named_after_what_it_stands_beside(
    desk: Desk, make_page: MakePage, entry_id: EntryId, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = desk.services.reading.entry(entry_id).answers[0].key
    desk.services.margin.add(entry_id, "Over alles.")
    desk.services.margin.add(entry_id, "Hierover.", key)
    page = make_page()
    page.read_entry(entry_id)
    seen: list[str] = []

    def act(dialog: VersionsDialog) -> None:
        model = dialog.list.model()
        seen.extend(str(model.index(row, 0).data()) for row in range(model.rowCount()))

    open_dialog(page, monkeypatch, act)
    titles = [line.splitlines()[0] for line in seen]
    assert titles == ["Tekst", "Kanttekening bij het geheel", "Kanttekening bij: Tekst"]
