# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A clock that jumps back while somebody writes: nothing is lost and versions keep their order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from logbook.bootstrap import Services, open_services
from logbook.core.entry import Value
from logbook.paths import find_paths
from logbook.ui.exercise.draft import Draft
from logbook.ui.notifier import Notifier
from tests.faults.helpers import NOTE, assert_whole

_START = datetime(2026, 3, 29, 2, 30, tzinfo=UTC)


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.at = _START

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def services(clock: Clock) -> Iterator[Services]:
    opened = open_services(find_paths(), create=True, now=clock)
    yield opened
    opened.close()


@pytest.fixture
def draft(services: Services, qapp) -> Draft:
    context = SimpleNamespace(services=services, notifier=Notifier())
    return Draft(context, services.writing.begin_note(), None)  # type: ignore[arg-type]


def write(draft: Draft, text: str, *, close: bool = False) -> None:
    draft.set_value(NOTE, Value(text))
    assert draft.flush(close_revisions=close)


@pytest.mark.fault
@pytest.mark.parametrize("jump", [timedelta(seconds=5), timedelta(hours=1), timedelta(days=400)])
def test_what_is_typed_after_the_jump_is_kept(
    draft: Draft, services: Services, clock: Clock, jump: timedelta
) -> None:
    write(draft, "voor de sprong")
    clock.at -= jump
    write(draft, "voor de sprong en erna")
    assert services.reading.entry(draft.entry_id).value(NOTE).text == "voor de sprong en erna"
    assert_whole(services)


@pytest.mark.fault
def test_versions_stand_in_the_order_of_writing(
    draft: Draft, services: Services, clock: Clock
) -> None:
    for text in ("een", "een twee", "een twee drie"):
        write(draft, text, close=True)
        clock.at -= timedelta(days=1)
    (answer,) = services.reading.history(draft.entry_id).answers
    assert [r.value.text for r in answer.revisions] == ["een", "een twee", "een twee drie"]
    parents = [r.parent for r in answer.revisions]
    assert parents == [None, *(r.id for r in answer.revisions[:-1])]


@pytest.mark.fault
def test_the_program_goes_on_as_before(draft: Draft, services: Services, clock: Clock) -> None:
    write(draft, "eerst")
    clock.at -= timedelta(days=400)
    services.writing.close_for_now(draft.entry_id)
    services.writing.reopen(draft.entry_id)
    services.writing.add_note("een tweede")
    assert services.reading.count() == 2
    assert len(services.reading.entries()) == 2
    assert services.reading.last_draft() is not None
