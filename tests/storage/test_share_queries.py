# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""No query about packets and remarks walks through a whole table to find a few rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from logbook.core.entry import EntryId
from logbook.core.query import parse
from tests.share_builders import ShareDesk, public, reaction, remark_on


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ShareDesk]:
    made = ShareDesk(tmp_path / "logboek.db")
    note = made.note("Een brug over water.")
    _, packet = made.share(note, questions=("Klopt dit?",))
    made.take(reaction(packet, remark_on(packet, "brug"), general="Fijn."))
    yield made
    made.database.close()


def scanned(desk: ShareDesk, act: Callable[[], object]) -> set[str]:
    """The tables of sharing that an act walked through, where an index would have led."""
    said: list[str] = []
    desk.database.connection.set_trace_callback(said.append)
    act()
    desk.database.connection.set_trace_callback(None)
    found = set()
    for sql in said:
        if re.match(r"\s*(?:select|with|insert|update|delete)\b", sql, re.IGNORECASE):
            for row in desk.database.rows(f"explain query plan {sql}"):
                found |= set(re.findall(r"^SCAN (\w+)$", row[3]))
    return found


PACKET = "packets"


@pytest.mark.parametrize(
    "act",
    [
        lambda d, n, p: d.feedback.remarks_of(n),
        lambda d, n, p: d.feedback.threads(p),
        lambda d, n, p: d.feedback.returned(p),
        lambda d, n, p: d.feedback.new_count(),
        lambda d, n, p: d.feedback.reply(public(1), "antwoord"),
        lambda d, n, p: d.feedback.set_done(public(1), True),
        lambda d, n, p: d.feedback.changed_since(public(1)),
        lambda d, n, p: d.sharing.packets_of(n),
        lambda d, n, p: d.sharing.sent_packet(p),
        lambda d, n, p: d.sharing.next_round(p),
        lambda d, n, p: d.finding.count(parse("met:opmerkingen")),
        lambda d, n, p: d.finding.count(parse("met:gedeeld")),
        lambda d, n, p: d.writing.delete_for_good(n),
        lambda d, n, p: d.sharing.forget(p),
    ],
)
def test_rows_are_found_by_an_index(
    desk: ShareDesk, act: Callable[[ShareDesk, EntryId, str], object]
) -> None:
    (sent,) = desk.sharing.sent()
    found = scanned(desk, lambda: act(desk, sent.entries[0], sent.id))
    # Readers are few, and one is forgotten only with its last packet.
    few = {"d", "readers", "thread", "t", "j", "json_each"}
    assert found - few == set()
