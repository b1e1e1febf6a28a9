# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Autosave: what is on screen is durable in time, or the user knows that it is not."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from logbook.bootstrap import Services, open_services
from logbook.core.entry import ANSWER_LIMIT, AnswerKey, Entry, EntryState, Value
from logbook.core.errors import AnswerTooLong, DiskFull, EntryNotFound, LogbookError, LogbookGone
from logbook.core.exercise import Exercise
from logbook.services.changes import Changes
from logbook.services.writing import Edit
from logbook.ui.context import Context
from logbook.ui.exercise import draft as draft_module
from logbook.ui.exercise.draft import Draft
from tests.ui.exercise.examples import CHOICE, FIRST, SECOND, words


@pytest.fixture
def draft(writer_context: Context, exercise: Exercise) -> Iterator[Draft]:
    entry = writer_context.services.writing.begin_round(exercise)
    made = Draft(writer_context, entry, exercise)
    yield made
    made.stop()


@pytest.fixture
def other(services: Services) -> Iterator[Services]:
    """Another process, as far as the file can tell."""
    opened = open_services(services.paths, create=False)
    yield opened
    opened.close()


def stored(services: Services, draft: Draft) -> Entry:
    return services.reading.entry(draft.entry_id)


def test_opening_stores_nothing(services: Services, draft: Draft) -> None:
    assert draft.flush(close_revisions=True)
    assert not draft.is_stored
    with pytest.raises(EntryNotFound):
        stored(services, draft)


def test_a_change_is_durable_within_two_seconds(
    qtbot: QtBot, other: Services, draft: Draft
) -> None:
    begin = time.monotonic()
    with qtbot.waitSignal(draft.saved, timeout=2000):
        draft.set_value(FIRST, words("Het ging."))
        assert draft.pending
    assert time.monotonic() - begin < 2
    assert not draft.pending
    assert stored(other, draft).value(FIRST).text == "Het ging."


def test_typing_on_and_on_is_saved_meanwhile(qtbot: QtBot, draft: Draft) -> None:
    saves: list[object] = []
    draft.saved.connect(saves.append)
    typed = 0

    def type_more() -> bool:
        nonlocal typed
        typed += 1
        draft.set_value(FIRST, words("x" * typed))
        return len(saves) >= 2

    qtbot.waitUntil(type_more, timeout=8000)
    assert typed > 20


def test_saved_is_told_after_the_commit(qtbot: QtBot, other: Services, draft: Draft) -> None:
    seen: list[str] = []
    draft.saved.connect(lambda _at: seen.append(stored(other, draft).value(FIRST).text))
    draft.set_value(FIRST, words("nu"))
    draft.flush()
    assert seen == ["nu"]


def test_flush_saves_everything_at_once(other: Services, draft: Draft) -> None:
    draft.set_value(FIRST, words("een"))
    draft.set_value(SECOND, words("twee"))
    assert draft.flush()
    entry = stored(other, draft)
    assert (entry.value(FIRST).text, entry.value(SECOND).text) == ("een", "twee")


def test_an_empty_answer_begins_no_entry(draft: Draft) -> None:
    draft.set_value(FIRST, words("x"))
    draft.set_value(FIRST, words(""))
    assert draft.flush()
    assert draft.saved_at is None
    assert not draft.is_stored


def test_autosave_extends_a_revision_and_a_step_change_ends_it(
    services: Services, draft: Draft
) -> None:
    for text in ("a", "ab", "abc"):
        draft.set_value(FIRST, words(text))
        draft.flush()
    draft.flush(close_revisions=True)
    draft.set_value(FIRST, words("abcd"))
    draft.flush()
    (history,) = services.reading.history(draft.entry_id).answers
    assert [revision.value.text for revision in history.revisions] == ["abc", "abcd"]


@pytest.mark.parametrize(
    "text", ["😀👩‍🏫", "\u202eשלום\u202c", "a\u00a0b", "\ttab", "é" * 1000, "slot\n\n"]
)
def test_text_is_kept_exactly(other: Services, draft: Draft, text: str) -> None:
    draft.set_value(FIRST, words(text))
    assert draft.flush()
    assert stored(other, draft).value(FIRST).text == text


def test_what_cannot_be_stored_is_cleaned_on_the_way(other: Services, draft: Draft) -> None:
    draft.set_value(FIRST, words("a\x00b\ud800c\r\nd"))
    assert draft.flush()
    assert stored(other, draft).value(FIRST).text == "ab\ufffdc\nd"


def test_an_answer_over_the_limit_waits_and_the_others_are_kept(
    qtbot: QtBot, other: Services, draft: Draft
) -> None:
    long = "x" * (ANSWER_LIMIT + 1)
    with qtbot.waitSignal(draft.too_long_changed) as told:
        draft.set_value(FIRST, words(long))
    assert told.args == [FIRST, True]
    draft.set_value(SECOND, words("wel"))
    with qtbot.waitSignal(draft.save_failed) as failed:
        assert not draft.flush()
    assert isinstance(failed.args[0], AnswerTooLong)
    assert draft.pending
    assert draft.value(FIRST).text == long
    assert stored(other, draft).value(SECOND).text == "wel"
    with qtbot.waitSignal(draft.too_long_changed):
        draft.set_value(FIRST, words("kort"))
    assert draft.flush()
    assert draft.failure is None


def test_choosing_cards_tells_the_blocks_that_follow_it(qtbot: QtBot, draft: Draft) -> None:
    chosen = ("beelden/brug", "beelden/nest")
    with qtbot.waitSignal(draft.items_changed) as told:
        draft.set_value(CHOICE, Value(cards=chosen))
    assert told.args == ["cards"]
    assert draft.items("cards") == chosen
    with qtbot.waitSignal(draft.items_changed):
        draft.set_value(CHOICE, Value(cards=chosen[::-1]))
    with qtbot.assertNotEmitted(draft.items_changed):
        draft.set_value(AnswerKey("cards", "why", chosen[0]), words("daarom"))


def test_screens_hear_of_a_flush_at_once_and_of_typing_in_batches(
    qtbot: QtBot, writer_context: Context, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Changes] = []
    writer_context.notifier.changed.connect(told.append)
    draft.set_value(FIRST, words("een"))
    with qtbot.waitSignal(draft.saved, timeout=2000):
        pass
    assert told == []
    draft.set_value(FIRST, words("twee"))
    draft.flush()
    assert [changes.entries for changes in told] == [frozenset({draft.entry_id})]


class TestTrouble:
    """Saving fails: the text stays, it is said, and it is tried again."""

    @pytest.fixture(autouse=True)
    def soon(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(draft_module, "SAVE_AFTER", 20)
        monkeypatch.setattr(draft_module, "RETRY_AFTER", (40, 80, 160))

    def test_a_full_disk_is_said_and_tried_again(
        self, qtbot: QtBot, services: Services, other: Services, draft: Draft
    ) -> None:
        connection = services._database.connection
        draft.set_value(FIRST, words("begin"))
        assert draft.flush()
        pages = connection.execute("pragma page_count").fetchone()[0]
        connection.execute(f"pragma max_page_count = {pages}")
        long = "veel woorden " * 10_000
        with qtbot.waitSignal(draft.save_failed) as failed:
            draft.set_value(FIRST, words(long))
        assert isinstance(failed.args[0], DiskFull)
        assert draft.value(FIRST).text == long
        assert not draft.flush()
        assert stored(other, draft).value(FIRST).text == "begin"
        with qtbot.waitSignal(draft.saved, timeout=3000):
            connection.execute("pragma max_page_count = 1000000")
        assert draft.failure is None
        assert stored(other, draft).value(FIRST).text == long

    def test_a_file_moved_away_and_put_back(
        self, qtbot: QtBot, services: Services, draft: Draft
    ) -> None:
        path = services.paths.logbook
        away = path.with_name("elders.db")
        path.rename(away)
        with qtbot.waitSignal(draft.save_failed) as failed:
            draft.set_value(FIRST, words("nog hier"))
        assert isinstance(failed.args[0], LogbookGone)
        assert not draft.flush()
        with qtbot.waitSignal(draft.saved, timeout=3000):
            away.rename(path)
        assert services.reading.entry(draft.entry_id).value(FIRST).text == "nog hier"

    def test_a_folder_that_cannot_be_written(
        self, qtbot: QtBot, services: Services, draft: Draft
    ) -> None:
        connection = services._database.connection
        connection.execute("pragma query_only = on")
        with qtbot.waitSignal(draft.save_failed) as failed:
            draft.set_value(FIRST, words("nog hier"))
        assert isinstance(failed.args[0], LogbookError)
        with qtbot.waitSignal(draft.saved, timeout=3000):
            connection.execute("pragma query_only = off")

    def test_retries_go_on_until_it_works(
        self, qtbot: QtBot, services: Services, draft: Draft
    ) -> None:
        failures: list[LogbookError] = []
        draft.save_failed.connect(failures.append)
        away = services.paths.logbook.with_name("elders.db")
        services.paths.logbook.rename(away)
        draft.set_value(FIRST, words("blijf"))
        qtbot.waitUntil(lambda: len(failures) >= 3, timeout=3000)
        assert draft.pending
        away.rename(services.paths.logbook)
        qtbot.waitUntil(lambda: not draft.pending, timeout=3000)


class TestAnotherProcess:
    """The command line may write beside an open window."""

    EVERYTHING = Changes(everything=True)

    def test_a_value_that_is_not_pending_is_taken_over(
        self, qtbot: QtBot, writer_context: Context, other: Services, draft: Draft
    ) -> None:
        draft.set_value(FIRST, words("hier"))
        draft.flush(close_revisions=True)
        entry = stored(other, draft)
        answer = entry.answer(FIRST)
        assert answer is not None
        other.writing.save(entry, [Edit(FIRST, words("daar"), answer.head)])
        with qtbot.waitSignal(draft.value_changed) as told:
            writer_context.notifier.announce(self.EVERYTHING)
        assert told.args == [FIRST]
        assert draft.value(FIRST).text == "daar"

    def test_what_is_pending_stays_and_both_are_kept(
        self, writer_context: Context, other: Services, draft: Draft
    ) -> None:
        draft.set_value(FIRST, words("begin"))
        draft.flush(close_revisions=True)
        entry = stored(other, draft)
        answer = entry.answer(FIRST)
        assert answer is not None
        draft.set_value(FIRST, words("hier"))
        other.writing.save(entry, [Edit(FIRST, words("daar"), answer.head)])
        writer_context.notifier.announce(self.EVERYTHING)
        assert draft.value(FIRST).text == "hier"
        assert draft.flush()
        (history,) = other.reading.history(draft.entry_id).answers
        assert {r.value.text for r in history.revisions} == {"begin", "daar", "hier"}
        assert history.answer.value.text == "hier"

    def test_closing_elsewhere_shows_here(
        self, writer_context: Context, other: Services, draft: Draft
    ) -> None:
        draft.set_value(FIRST, words("x"))
        draft.flush()
        other.writing.close_for_now(draft.entry_id)
        writer_context.notifier.announce(self.EVERYTHING)
        assert draft.entry.state is EntryState.CLOSED

    def test_an_entry_deleted_elsewhere_comes_back_whole_with_the_next_word(
        self, writer_context: Context, other: Services, draft: Draft
    ) -> None:
        draft.set_value(FIRST, words("een"))
        draft.set_value(SECOND, words("twee"))
        draft.flush()
        other.writing.delete_for_good(draft.entry_id)
        writer_context.notifier.announce(self.EVERYTHING)
        draft.set_value(SECOND, words("twee en meer"))
        assert draft.flush()
        entry = stored(other, draft)
        assert entry.value(FIRST).text == "een"
        assert entry.value(SECOND).text == "twee en meer"
