# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QModelIndex, Qt

from logbook.core.entry import AnswerKey, EntrySummary, Value
from logbook.core.query import parse
from logbook.core.search import EntryFilter, PageStart
from logbook.services.reading import Reading
from logbook.services.writing import Edit
from logbook.ui.logbook.entry_list_model import PAGE_SIZE, EntryListModel, Role
from logbook.ui.logbook.entry_list_rows import MonthRow
from tests.ui.logbook.conftest import Desk

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
Make = Callable[..., EntryListModel]


def texts_of(model: EntryListModel) -> list[str]:
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def months_of(model: EntryListModel) -> list[tuple[int, int, int]]:
    found = (model.index(row).data(Role.MONTH) for row in range(model.rowCount()))
    return [(m.month.year, m.month.month, m.count) for m in found if isinstance(m, MonthRow)]


class CountingReading:
    """Passes questions on and counts the lines that were read."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.lines = 0

    def entries(
        self, wanted: EntryFilter, *, limit: int, after: PageStart | None = None
    ) -> tuple[EntrySummary, ...]:
        found = self._reading.entries(wanted, limit=limit, after=after)
        self.lines += len(found)
        return found

    def __getattr__(self, name: str) -> object:
        return getattr(self._reading, name)


def test_model_keeps_the_rules_of_qt(desk: Desk, make_model: Make, qtmodeltester) -> None:
    for number in range(5):
        desk.note(f"Notitie {number}", 2026, 6 + number, 3)
    model = make_model()
    qtmodeltester.check(model)
    extra = desk.note("Later", 2026, 9, 20)
    model.update_entries([extra])
    desk.services.writing.move_to_bin(extra)
    model.update_entries([extra])
    qtmodeltester.check(model)


def test_entries_are_newest_first_below_their_month(desk: Desk, make_model: Make) -> None:
    desk.note("Oud", 2025, 12, 31, 12)
    desk.note("Nieuw", 2026, 1, 1, 12)
    desk.note("Nieuwer", 2026, 1, 2, 12)
    assert texts_of(make_model()) == [
        "JANUARI 2026 · 2 bijdragen",
        "Nieuwer",
        "Nieuw",
        "DECEMBER 2025 · 1 bijdrage",
        "Oud",
    ]


def test_same_month_of_another_year_is_another_group(desk: Desk, make_model: Make) -> None:
    desk.note("Toen", 2025, 11, 5)
    desk.note("Nu", 2026, 11, 5)
    assert months_of(make_model()) == [(2026, 11, 1), (2025, 11, 1)]


@pytest.mark.parametrize(
    ("moment", "month"),
    [
        ((2026, 3, 31, 21, 59), 3),  # 23:59 in summer time
        ((2026, 3, 31, 22, 0), 4),  # midnight in summer time
        ((2026, 10, 31, 22, 59), 10),  # 23:59 in winter time, a week after the clocks changed
        ((2026, 10, 31, 23, 0), 11),
        ((2026, 3, 29, 1, 0), 3),  # the hour that does not exist
    ],
)
def test_month_is_that_of_the_local_day(
    desk: Desk, make_model: Make, moment: tuple[int, ...], month: int
) -> None:
    desk.note("Nacht", *moment)
    assert months_of(make_model(zone=AMSTERDAM)) == [(2026, month, 1)]


def test_header_of_an_unread_month_counts_all_of_it(desk: Desk, make_model: Make) -> None:
    desk.note("Vorige maand", 2026, 9, 30, 21, 59)  # the last minute of September, local time
    for number in range(PAGE_SIZE + 30):
        desk.note(f"Notitie {number}", 2026, 10, 1 + number % 31, 12, number % 60)
    model = make_model(zone=AMSTERDAM)
    assert model.loaded() == PAGE_SIZE
    assert months_of(model) == [(2026, 10, PAGE_SIZE + 30)]
    model.fetchMore(QModelIndex())
    assert months_of(model) == [(2026, 10, PAGE_SIZE + 30), (2026, 9, 1)]


def test_pages_follow_each_other_without_gap_or_double(desk: Desk, make_model: Make) -> None:
    for number in range(2 * PAGE_SIZE + 5):
        desk.note(f"Notitie {number}")
    model = make_model()
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    titles = [text for text in texts_of(model) if text.startswith("Notitie")]
    assert titles == [f"Notitie {n}" for n in reversed(range(2 * PAGE_SIZE + 5))]


def test_opening_a_large_logbook_reads_one_page(desk: Desk, make_model: Make) -> None:
    with desk.services._database.transaction() as connection:
        connection.executemany(
            "insert into entries (id, kind, state, created_at, written_at, title, filled)"
            " values (?, 'free', 'draft', ?, ?, ?, 1)",
            [
                (f"id{n:05d}", moment, moment, f"Notitie {n}")
                for n in range(5_000)
                for moment in [f"2026-0{1 + n // 1000}-01T{n // 60 % 24:02d}:{n % 60:02d}:00.000Z"]
            ],
        )
    model = make_model()
    counting = CountingReading(desk.services.reading)
    model._reader._reading = counting  # type: ignore[assignment]
    model.reload()
    assert counting.lines == PAGE_SIZE
    assert model.canFetchMore(QModelIndex())


def test_change_of_one_entry_touches_only_its_row(desk: Desk, make_model: Make, qtbot) -> None:
    desk.note("Een")
    wanted = desk.note("Twee")
    desk.note("Drie")
    model = make_model()
    touched: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda top, bottom, *_: touched.append((top.row(), bottom.row())))
    entry = desk.services.reading.entry(wanted)
    desk.services.writing.save(
        entry, [Edit(entry.answers[0].key, Value("Twee en meer"), entry.answers[0].head)]
    )
    with qtbot.assertNotEmitted(model.modelReset), qtbot.assertNotEmitted(model.rowsInserted):
        model.update_entries([wanted])
    assert touched == [(2, 2)]
    assert model.index(2).data() == "Twee en meer"


def test_new_entry_in_a_new_month_brings_its_header(desk: Desk, make_model: Make) -> None:
    desk.note("Januari", 2026, 1, 5)
    desk.note("Maart", 2026, 3, 5)
    model = make_model()
    model.update_entries([desk.note("Februari", 2026, 2, 5)])
    assert months_of(model) == [(2026, 3, 1), (2026, 2, 1), (2026, 1, 1)]
    assert [t for t in texts_of(model) if "·" not in t] == ["Maart", "Februari", "Januari"]


@pytest.mark.parametrize("day", [1, 15, 28])
def test_new_entry_finds_its_place_in_its_month(desk: Desk, make_model: Make, day: int) -> None:
    for each in (3, 20):
        desk.note(f"Dag {each}", 2026, 2, each)
        desk.note(f"Maart {each}", 2026, 3, each)
        desk.note(f"Januari {each}", 2026, 1, each)
    model = make_model()
    model.update_entries([desk.note(f"Dag {day}", 2026, 2, day)])
    fresh = make_model()
    assert texts_of(model) == texts_of(fresh)


def test_last_entry_of_a_month_takes_its_header_along(desk: Desk, make_model: Make) -> None:
    desk.note("Januari", 2026, 1, 5)
    gone = desk.note("Februari", 2026, 2, 5)
    model = make_model()
    desk.services.writing.move_to_bin(gone)
    model.update_entries([gone])
    assert texts_of(model) == ["JANUARI 2026 · 1 bijdrage", "Januari"]


def test_entry_beyond_what_was_read_waits_for_its_page(desk: Desk, make_model: Make) -> None:
    for number in range(PAGE_SIZE + 1):
        desk.note(f"Notitie {number}", 2026, 5, 2, 10, number % 60)
    model = make_model()
    model.update_entries([desk.note("Heel oud", 2020, 1, 1)])
    assert "Heel oud" not in texts_of(model)
    model.fetchMore(QModelIndex())
    assert texts_of(model)[-1] == "Heel oud"


def test_round_that_goes_renumbers_the_others(desk: Desk, make_model: Make) -> None:
    key = AnswerKey("in-one-sentence")
    first = desk.round("drijfveren-in-beeld", {key: Value("Een")})
    desk.services.writing.close_for_now(first.id)
    desk.round("drijfveren-in-beeld", {key: Value("Twee")})
    model = make_model()
    assert model.index(1).data(Role.DETAILS) == "H1 · concept · ronde 2"
    desk.services.writing.move_to_bin(first.id)
    model.update_entries([first.id])
    assert model.index(1).data(Role.DETAILS) == "H1 · concept"


def found(model: EntryListModel, desk: Desk, text: str, limit: int = 20) -> None:
    query = parse(text)
    page = desk.services.finding.find(query, limit=limit)
    model.show_found(query, page.hits, page.total)


def test_hits_of_a_query_are_listed_with_what_was_looked_for(desk: Desk, make_model: Make) -> None:
    desk.note("Over stilte en vragen\n\nen over rust")
    desk.note("Over vragen")
    desk.note("Iets anders")
    model = make_model()
    found(model, desk, "vragen")
    assert texts_of(model)[1:] == ["Over vragen", "Over stilte en vragen"]
    index = model.index(1)
    assert index.data(Role.TITLE_MARKS) == ((5, 11),)
    found(model, desk, "rust")
    index = model.index(1)
    text = index.data(Role.EXCERPT)
    assert [text[start:end] for start, end in index.data(Role.EXCERPT_MARKS)] == ["rust"]
    model.show_all()
    assert model.loaded() == 3


def test_hits_come_in_pages_and_the_open_month_is_counted_later(
    desk: Desk, make_model: Make, qtbot
) -> None:
    for number in range(30):
        desk.note(f"Vraag {number}", 2026, 10, 2, 12, number)
    model = make_model()
    found(model, desk, "vraag", limit=20)
    (month,) = model.open_months()
    assert texts_of(model)[0] == "OKTOBER 2026"
    with qtbot.waitSignal(model.more_requested) as wanted:
        model.fetchMore(QModelIndex())
    assert not model.canFetchMore(QModelIndex())
    page = desk.services.finding.find(parse("vraag"), after=wanted.args[0])
    model.append_found(page.hits, page.total)
    model.set_month_count(month, 30)
    assert months_of(model) == [(2026, 10, 30)]
    assert model.loaded() == 30
    assert not model.canFetchMore(QModelIndex())


def test_entry_that_goes_to_the_bin_leaves_the_hits(desk: Desk, make_model: Make) -> None:
    gone = desk.note("Vraag een")
    desk.note("Vraag twee")
    model = make_model()
    found(model, desk, "vraag")
    desk.services.writing.move_to_bin(gone)
    model.update_entries([gone])
    assert texts_of(model) == ["NOVEMBER 2026 · 1 bijdrage", "Vraag twee"]


def test_pinned_entries_stand_on_top_and_not_in_their_month(desk: Desk, make_model: Make) -> None:
    old = desk.note("Oud", 2026, 1, 5)
    desk.note("Nieuw", 2026, 3, 5)
    desk.note("Ook oud", 2026, 1, 4)
    desk.services.organising.pin(old)
    assert texts_of(make_model()) == [
        "VASTGEZET · 1 bijdrage",
        "Oud",
        "MAART 2026 · 1 bijdrage",
        "Nieuw",
        "JANUARI 2026 · 1 bijdrage",
        "Ook oud",
    ]


@pytest.mark.parametrize("chosen", [0, 1, 2, 3])
def test_pin_moves_an_entry_to_its_place_and_back(
    desk: Desk, make_model: Make, qtmodeltester, chosen: int
) -> None:
    ids = [desk.note(f"Notitie {n}", 2026, 1 + n // 2, 3 + n) for n in range(4)]
    desk.services.organising.pin(ids[1])
    model = make_model()
    before = texts_of(model)
    turn = desk.services.organising.unpin if chosen == 1 else desk.services.organising.pin
    back = desk.services.organising.pin if chosen == 1 else desk.services.organising.unpin
    turn(ids[chosen])
    model.update_entries([ids[chosen]])
    assert texts_of(model) == texts_of(make_model())
    qtmodeltester.check(model)
    back(ids[chosen])
    model.update_entries([ids[chosen]])
    assert texts_of(model) == before


def test_entries_of_one_day_tell_their_time(desk: Desk, make_model: Make) -> None:
    desk.note("Ochtend", 2020, 6, 3, 8, 5)
    desk.note("Middag", 2020, 6, 3, 13, 30)
    desk.note("Later", 2020, 6, 9, 12)
    model = make_model(zone=UTC)
    days = [model.index(row).data(Role.DAY) for row in (1, 2, 3)]
    assert days == ["9 jun 2020", "3 jun 2020, 13:30", "3 jun 2020, 08:05"]


def test_row_tells_the_day_an_entry_is_about(desk: Desk, make_model: Make) -> None:
    entry_id = desk.note("Terug", 2020, 6, 9, 12)
    desk.services.writing.set_about_date(entry_id, date(2020, 6, 3))
    index = make_model().index(1)
    assert index.data(Role.DETAILS) == "Vrije notitie · over 3 jun 2020"
    assert "gaat over woensdag 3 juni 2020" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_title_stands_not_in_the_excerpt_too(desk: Desk, make_model: Make) -> None:
    desk.note("Stilte laten vallen\n\nStil zijn hielp")
    model = make_model()
    found(model, desk, "stil")
    text = model.index(1).data(Role.EXCERPT)
    assert text == "Stil zijn hielp"
    assert model.index(1).data(Role.EXCERPT_MARKS) == ((0, 4),)


def test_headers_are_passed_over_by_the_keyboard(desk: Desk, make_model: Make) -> None:
    desk.note("Iets")
    model = make_model()
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_row_reads_as_one_sentence(desk: Desk, make_model: Make) -> None:
    desk.note("Gesprek met *een* collega\n\nIk merkte **stilte** op.", 2020, 11, 21, 12)
    index = make_model().index(1)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "Gesprek met een collega, zaterdag 21 november 2020, Vrije notitie. Ik merkte stilte op."
    )


def test_excerpt_of_a_note_goes_on_after_its_title(desk: Desk, make_model: Make) -> None:
    desk.note("# Gesprek\n\nIk merkte **stilte** op en 3 * 4.")
    index = make_model().index(1)
    assert index.data() == "Gesprek"
    assert index.data(Role.EXCERPT) == "Ik merkte stilte op en 3 * 4."


def test_wish_to_see_an_entry_reads_on_until_it_is_there(desk: Desk, make_model: Make) -> None:
    oldest = desk.note("Oudste", 2026, 1, 1)
    for number in range(PAGE_SIZE + 20):
        desk.note(f"Notitie {number}", 2026, 2, 2, 10, number % 60)
    model = make_model()
    assert model.row_of(oldest) == -1
    assert model.load_until(oldest, limit=10) == -1
    assert model.index(model.load_until(oldest, limit=1_000)).data() == "Oudste"
    assert not model.canFetchMore(QModelIndex()) or model.loaded() == PAGE_SIZE + 21


def test_clock_that_went_back_keeps_the_order_of_the_moments(desk: Desk, make_model: Make) -> None:
    desk.note("Zomer", 2026, 7, 1)
    desk.clock.moment = datetime(2019, 1, 1, tzinfo=UTC)
    model = make_model()
    model.update_entries([desk.note("Terug")])
    assert months_of(model) == [(2026, 7, 1), (2019, 1, 1)]
