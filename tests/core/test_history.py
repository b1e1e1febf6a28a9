# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.core.entry import Splice
from logbook.core.history import pause_is_over, splice_between
from logbook.core.record import RevisionRecord, SpliceRecord, replays
from tests.builders import START


def _revision(value: str, *splices: Splice) -> RevisionRecord:
    steps = tuple(SpliceRecord("", s.offset, s.removed, s.inserted) for s in splices)
    return RevisionRecord("r1", None, "apparaat", "", value, "", steps)


@given(st.lists(st.text(alphabet="ab🙂é", max_size=30), min_size=1, max_size=8))
def test_replaying_all_splices_gives_the_last_text(texts: list[str]) -> None:
    splices = []
    now = ""
    for text in texts:
        splice = splice_between(now, text, START)
        splices += [splice] if splice else []
        now = text
    assert replays("", _revision(texts[-1], *splices))


def test_equal_texts_need_no_splice() -> None:
    assert splice_between("zelfde", "zelfde", START) is None


def test_a_splice_holds_only_what_changed() -> None:
    splice = splice_between("aan de tafel", "aan een tafel", START)
    assert splice is not None
    assert (splice.offset, splice.removed, splice.inserted) == (4, "de", "een")


def test_offsets_count_code_points() -> None:
    splice = splice_between("🙂🙂a", "🙂🙂b", START)
    assert splice is not None
    assert splice.offset == 2


def test_a_splice_that_does_not_fit_is_refused() -> None:
    splice = splice_between("abc", "axc", START)
    assert splice is not None
    assert replays("abc", _revision("axc", splice))
    assert not replays("zzz", _revision("axc", splice))


@pytest.mark.parametrize(("minutes", "over"), [(0, False), (10, False), (11, True), (-11, True)])
def test_a_pause_or_a_clock_set_back_closes_a_revision(minutes: int, over: bool) -> None:
    assert pause_is_over(START, START + timedelta(minutes=minutes)) is over
