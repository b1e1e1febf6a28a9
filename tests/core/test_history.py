# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.core.entry import (
    Answer,
    AnswerHistory,
    AnswerKey,
    Revision,
    RevisionId,
    Splice,
    Value,
    Wording,
)
from logbook.core.entry_record import RevisionRecord, SpliceRecord, replays
from logbook.core.history import (
    RawHistory,
    Version,
    pause_is_over,
    splice_between,
    versions_in_order,
)
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


def version(name: str, parent: str | None, minute: int = 0, text: str = "") -> Revision:
    parent_id = RevisionId(parent) if parent else None
    at = START + timedelta(minutes=minute)
    return Revision(RevisionId(name), parent_id, "apparaat", at, Value(text or name), "")


def ordered(head: str, *revisions: Revision) -> tuple[Version, ...]:
    answer = Answer(AnswerKey("note"), Wording("prose", "", ""), Value(), RevisionId(head), START)
    return versions_in_order(AnswerHistory(answer, revisions))


def test_versions_follow_their_parent_and_not_the_clock() -> None:
    found = ordered("c", version("c", "b", 1), version("a", None, 9), version("b", "a", 5))
    assert [(v.revision.id, v.rank) for v in found] == [("a", 0), ("b", 1), ("c", 2)]


def test_a_version_beside_the_present_text_is_told_apart() -> None:
    found = ordered(
        "d", version("a", None), version("b", "a", 1), version("c", "a", 2), version("d", "b", 3)
    )
    assert [(v.revision.id, v.rank, v.aside) for v in found] == [
        ("a", 0, False),
        ("b", 1, False),
        ("c", 1, True),
        ("d", 2, False),
    ]
    assert found[2].before is found[1].before is found[0].revision


@pytest.mark.parametrize("parent", ["x", "a"])
def test_a_parent_that_is_not_there_makes_a_first_version(parent: str) -> None:
    (found,) = ordered("a", version("a", parent))
    assert found.rank == 0


EDITS = st.lists(
    st.tuples(st.sampled_from([0, 1, 1, 1, 30]), st.text(alphabet='ab"\\\n🙂é%', max_size=20)),
    min_size=1,
    max_size=12,
)


@given(EDITS, st.randoms(use_true_random=False))
def test_every_moment_can_be_rebuilt_byte_for_byte(edits: list[tuple[int, str]], rng) -> None:
    """As storage does it: a pause begins a new version, the rest extends the open one."""
    kept: list[Value] = []
    revisions: list[Revision] = []
    now = START
    for minutes, text in edits:
        now += timedelta(minutes=minutes)
        value, last = Value(text), revisions[-1] if revisions else None
        splice = splice_between(last.value.canonical() if last else "", value.canonical(), now)
        if splice is None:
            continue
        kept.append(value)
        if last is None or pause_is_over(last.at, now):
            name = RevisionId(f"r{len(revisions):03d}")
            parent = last.id if last else None
            revisions.append(Revision(name, parent, "apparaat", now, value, "", (splice,)))
        else:
            splices = (*last.splices, splice)
            revisions[-1] = Revision(last.id, last.parent, last.device, now, value, "", splices)
    raw = RawHistory(ordered(revisions[-1].id, *revisions))
    assert len(raw.moments) == len(kept)
    places = list(range(len(kept)))
    rng.shuffle(places)
    for place in [*places, *range(len(kept)), *reversed(range(len(kept)))]:
        value = raw.value_at(place)
        assert value is not None
        assert value.canonical().encode() == kept[place].canonical().encode()


def test_a_version_without_steps_is_one_moment() -> None:
    raw = RawHistory(ordered("b", version("a", None), version("b", "a", 5)))
    assert [moment.at.minute for moment in raw.moments] == [0, 5]
    assert raw.value_at(1) == Value("b")
    assert raw.last_of(0) == 0


def test_steps_that_do_not_lead_there_are_said_to_be_lost() -> None:
    steps = (Splice(START, 5, "mis", "x"), Splice(START, 0, "", "y"))
    broken = Revision(RevisionId("a"), None, "", START, Value("heel"), "", steps)
    raw = RawHistory(ordered("a", broken))
    assert raw.value_at(0) is None
    assert raw.value_at(1) == Value("heel")
