# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Callable

import pytest

from logbook.core.entry import EntryId, Value
from logbook.services.writing import Edit
from logbook.ui.context import Context
from logbook.ui.logbook.logbook_page import LogbookPage
from logbook.ui.logbook.versions_dialog import VersionsDialog
from tests.ui.helpers import assert_accessible
from tests.ui.logbook.conftest import Desk

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
        for row in range(1, dialog.list.count()):
            dialog.list.setCurrentRow(row)
            read.append(dialog.text.toPlainText())

    open_dialog(make_page(), monkeypatch, look)
    assert read == ["drie", "twee", "een"]


def test_restoring_adds_a_version_and_loses_none(
    desk: Desk, make_page: MakePage, entry_id: EntryId, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed: list[str] = []

    def restore(dialog: VersionsDialog) -> None:
        dialog.list.setCurrentRow(3)
        dialog.restore.click()
        listed.extend(dialog.list.item(row).text() for row in range(1, dialog.list.count()))

    page = make_page()
    open_dialog(page, monkeypatch, restore)
    assert texts_of(desk, entry_id) == ["een", "twee", "drie", "een"]
    assert len(listed) == 4
    assert listed[0].endswith("· nu")
    assert page.pane.title.text() == "een"
    assert page.pane.versions.text() == "4 versies"


def test_version_of_this_moment_stays_when_an_older_one_is_put_back(
    desk: Desk, make_page: MakePage, entry_id: EntryId, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.clock.forward(minutes=1)
    write(desk, entry_id, "drie en een half")  # still within the version that was open
    page = make_page()
    open_dialog(
        page,
        monkeypatch,
        lambda dialog: (dialog.list.setCurrentRow(3), dialog.restore.click()),
    )
    assert texts_of(desk, entry_id) == ["een", "twee", "drie en een half", "een"]


def test_writing_after_a_restore_begins_a_new_version(
    desk: Desk, make_page: MakePage, entry_id: EntryId, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_dialog(
        make_page(),
        monkeypatch,
        lambda dialog: (dialog.list.setCurrentRow(2), dialog.restore.click()),
    )
    write(desk, entry_id, "twee, en verder")
    assert texts_of(desk, entry_id)[-2:] == ["twee", "twee, en verder"]


def test_versions_of_a_hostile_text_are_plain(
    desk: Desk, make_page: MakePage, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry_id = desk.note("<b>een</b>")
    desk.clock.forward(hours=1)
    write(desk, entry_id, '<img src="file:///x">')
    shown: list[str] = []
    open_dialog(make_page(), monkeypatch, lambda dialog: shown.append(dialog.text.toPlainText()))
    assert shown == ['<img src="file:///x">']
