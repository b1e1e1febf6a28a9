# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from collections.abc import Iterator
from threading import Thread

import pytest

from logbook.bootstrap import Services, open_services
from logbook.core.query import parse
from logbook.paths import find_paths


@pytest.fixture
def services() -> Iterator[Services]:
    opened = open_services(find_paths(), create=True)
    yield opened
    opened.close()


def test_searcher_finds_from_another_thread(services: Services) -> None:
    services.writing.add_note("Stilte in het gesprek")
    turn = services.searcher.next_turn()
    found: list[object] = []
    thread = Thread(target=lambda: found.append(services.searcher.find(turn, parse("stilte"))))
    thread.start()
    thread.join()
    assert found[0].total == 1  # type: ignore[attr-defined]
    assert services.searcher.count(turn, parse("stilte")) == 1


def test_earlier_turn_is_not_answered(services: Services) -> None:
    services.writing.add_note("Stilte")
    first = services.searcher.next_turn()
    second = services.searcher.next_turn()
    assert services.searcher.find(first, parse("stilte")) is None
    page = services.searcher.find(second, parse("stilte"))
    assert page is not None
    assert page.total == 1


def test_search_that_runs_ends_when_the_next_turn_begins(services: Services) -> None:
    services.writing.add_note("Stilte")
    searcher = services.searcher
    turn = searcher.next_turn()
    searcher.find(turn, parse("stilte"))

    def supersede(_finding: object) -> object:
        searcher.next_turn()
        endless = "with recursive n (i) as (select 1 union all select i + 1 from n)"
        assert searcher._hits.database is not None
        return searcher._hits.database.rows(f"{endless} select max(i) from n")

    assert searcher._ask(turn, supersede) is None


def test_what_was_written_meanwhile_is_found(services: Services) -> None:
    searcher = services.searcher
    turn = searcher.next_turn()
    assert searcher.count(turn, parse("later")) == 0
    services.writing.add_note("Later geschreven")
    assert searcher.count(turn, parse("later")) == 1


def test_searcher_opens_again_after_closing(services: Services) -> None:
    services.writing.add_note("Stilte")
    services.searcher.count(services.searcher.next_turn(), parse("stilte"))
    services.searcher.close()
    assert services.searcher.count(services.searcher.next_turn(), parse("stilte")) == 1
