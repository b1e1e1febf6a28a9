# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Where one begins to share, and where Logboek says that something was shared."""

from __future__ import annotations

from pathlib import Path

import pytest

from logbook.core.entry import EntryId
from logbook.core.sharing import ShareFormat
from logbook.texts.words import shared_with
from logbook.ui.context import Context
from logbook.ui.logbook.entry_list_model import Role
from logbook.ui.logbook.logbook_page import LogbookPage
from logbook.ui.main_window import MainWindow
from logbook.ui.navigation import OpenFeedback, ShareEntries, ShareRound, Wish
from logbook.ui.progress.chapter_page import ChapterPage
from tests.ui.sharing.conftest import Write, wait


@pytest.fixture
def page(context: Context, qtbot) -> LogbookPage:
    """The Logboek page, which hears of changes as it does in the window."""
    made = LogbookPage(context)
    wishes: list[Wish] = []
    made.navigation_requested.connect(wishes.append)
    made.wishes = wishes
    context.notifier.changed.connect(made.apply_changes)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    return made


def open_page(page: LogbookPage) -> None:
    page.show()
    page.enter()
    wait()


def send(context: Context, entry: EntryId, path: Path, reader: str = "Anna") -> str:
    sharing = context.services.sharing
    draft = sharing.begin([entry])
    draft = type(draft)(draft.choices, reader=reader)
    packet, changes = sharing.send(draft, ShareFormat.MARKDOWN, path)
    context.notifier.announce(changes)
    return packet.id


def test_menu_of_an_entry_shares_it(write: Write, page: LogbookPage) -> None:
    entry = write()
    open_page(page)
    page.pane.menu.share.trigger()
    assert page.wishes == [ShareEntries((entry,))]


def test_selection_is_shared_from_the_oldest(write: Write, page: LogbookPage) -> None:
    first, second = write(), write()
    open_page(page)
    page.view.selectAll()
    page.list_bar.share.click()
    page.share()
    assert page.wishes == [ShareEntries((first, second))] * 2


def test_what_was_found_is_shared(write: Write, page: LogbookPage) -> None:
    entry = write(how="Over de zeilclub.")
    write()
    open_page(page)
    assert not page.list_bar.share_found.isVisible()
    page.bar.set_query("zeilclub")
    for _ in range(5):
        wait()
    page.list_bar.share_found.click()
    assert page.wishes == [ShareEntries((entry,))]


def test_chapter_is_shared(write: Write, context: Context, qtbot) -> None:
    entry = write()
    chapter = ChapterPage(context)
    qtbot.addWidget(chapter)
    number = context.services.reading.entry(entry).chapter
    chapter._number = number
    wishes: list[Wish] = []
    chapter.wished.connect(wishes.append)
    chapter.share()
    assert wishes == [ShareEntries((entry,))]


def test_shared_is_said_in_row_and_pane(
    write: Write, page: LogbookPage, context: Context, tmp_path: Path
) -> None:
    entry = write()
    open_page(page)
    row = page.model.index(page.model.row_of(entry))
    assert row.data(Role.WORDS).shared == ""
    assert not page.pane.shared.isVisible()
    packet = send(context, entry, tmp_path / "een.md")
    row = page.model.index(page.model.row_of(entry))
    assert row.data(Role.WORDS).shared == "gedeeld"
    assert "gedeeld" in page._lines.spoken(row.data(Role.WORDS).row, _begun(context, entry))
    assert page.pane.shared.text() == "Gedeeld met Anna"
    page.pane.shared.click()
    assert page.wishes == [OpenFeedback(packet)]
    context.notifier.announce(context.services.sharing.forget(packet))
    assert row.data(Role.WORDS).shared == ""
    assert not page.pane.shared.isVisible()


def _begun(context: Context, entry: EntryId):
    return context.services.reading.summary(entry).created_at


@pytest.mark.parametrize(
    ("readers", "said"),
    [
        (["Anna"], "Gedeeld met Anna"),
        (["Anna", "Anna"], "Gedeeld met Anna"),
        ([""], "Gedeeld"),
        (["Anna", "Bo"], "Gedeeld, 2 keer"),
    ],
)
def test_words_for_with_whom(readers: list[str], said: str) -> None:
    assert shared_with(readers) == said


def test_window_carries_out_the_wishes(
    write: Write, context: Context, qtbot, tmp_path: Path
) -> None:
    entry = write()
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.show()
    navigator = window.navigator
    assert navigator.carry_out(ShareEntries((entry,)))
    share = window.stack.page("share")
    assert [each.id for each in share.work.entries] == [entry]
    packet = send(context, entry, tmp_path / "een.md")
    assert navigator.carry_out(ShareRound(packet))
    assert share.work.draft.previous == packet
    assert not navigator.carry_out(ShareRound("0" * 32))
