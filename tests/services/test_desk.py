# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The desk: packets come in once, remarks are kept as drafts, reactions go back."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from logbook.core.desk import PickUp, Student
from logbook.core.errors import FileNotWritten, NameRefused
from logbook.core.library import Library
from logbook.core.packet import Packet, RemarkKind
from logbook.core.share_errors import (
    PacketNotFound,
    PassphraseNeeded,
    PassphraseWrong,
    StudentNotFound,
)
from logbook.formats.answer_gate import read_answer
from logbook.formats.sealed import new_key
from logbook.services.desk import Desk
from tests.builders import Clock, make_exercise, make_library
from tests.packet_builders import make_packet, next_round, packet_bytes, public, remark, reply

SHIPPED = {0: ("Wat deed dit met jou?",), 3: ("Wat zag je echt?",)}
PASSPHRASE = "zes woorden die niemand raadt"


@pytest.fixture
def library() -> Library:
    return make_library(make_exercise("hulp", chapter=3))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "map" / "bureau.db"


@pytest.fixture
def desk(path: Path, library: Library) -> Iterator[Desk]:
    made = Desk(path, lambda: library, Clock(), lambda: SHIPPED)
    yield made
    made.close()


def add(desk: Desk, packet: Packet, name: str = "Student A", **facts: object) -> Student | None:
    arriving = desk.look(packet_bytes(packet), "deelpakket.html")
    student = desk.new_student(name, **facts) if arriving.student is None else None  # type: ignore[arg-type]
    desk.add(arriving, student)
    return student


def test_there_is_no_file_before_something_is_added(desk: Desk, path: Path) -> None:
    desk.look(packet_bytes(make_packet()), "a.html")
    assert (desk.groups(), desk.starters(), path.exists()) == ((), SHIPPED, False)


def test_the_file_is_private_and_nothing_stands_beside_it(desk: Desk, path: Path) -> None:
    add(desk, make_packet())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [p.name for p in path.parent.iterdir()] == ["bureau.db"]


def test_the_same_packet_twice_changes_nothing(desk: Desk, path: Path) -> None:
    add(desk, make_packet())
    before = path.read_bytes()
    again = desk.look(packet_bytes(make_packet()), "a.html")
    changes = desk.add(again)
    assert (again.known, changes.desk, path.read_bytes() == before) == (True, False, True)


def test_a_first_packet_needs_somebody_to_belong_to(desk: Desk, path: Path) -> None:
    with pytest.raises(StudentNotFound):
        desk.add(desk.look(packet_bytes(make_packet()), "a.html"))
    with pytest.raises(NameRefused):
        desk.new_student("  ")
    assert not path.exists()


def test_a_next_round_comes_to_the_same_student(desk: Desk) -> None:
    student = add(desk, make_packet())
    assert student is not None
    second = next_round(make_packet(), 2, ())
    arriving = desk.look(packet_bytes(second), "b.html")
    assert arriving.student == student
    desk.add(arriving)
    assert [p.packet.round for p in desk.view(student.id).packets] == [2, 1]


def test_students_stand_by_group_in_order_of_next_session(desk: Desk) -> None:
    days = {"A": date(2026, 3, 20), "B": date(2026, 3, 5), "C": None, "D": date(2026, 2, 1)}
    for number, (name, day) in enumerate(days.items(), 1):
        packet = make_packet(number, pair=100 + number)
        add(desk, packet, name, group="dinsdag" if name != "A" else "maandag", next_session=day)
    assert [(g.name, [v.student.name for v in g.students]) for g in desk.groups()] == [
        ("dinsdag", ["B", "C", "D"]),
        ("maandag", ["A"]),
    ]


def test_what_is_new_is_new_until_it_is_opened(desk: Desk) -> None:
    student = add(desk, make_packet())
    assert student is not None
    assert (desk.view(student.id).entries, desk.view(student.id).new) == (2, 2)
    desk.mark_seen(public(1))
    assert desk.view(student.id).new == 0
    desk.add(desk.look(packet_bytes(next_round(make_packet(), 2, ())), "b.html"))
    assert (desk.view(student.id).entries, desk.view(student.id).new) == (2, 1)


def test_an_open_intention_is_shown_with_its_day(desk: Desk) -> None:
    student = add(desk, make_packet())
    assert student is not None
    (found,) = desk.view(student.id).intentions
    assert (found.entry, found.text, found.day) == (
        "Een voornemen",
        "Eerder bellen.",
        "1 april 2026",
    )


def test_drafts_are_kept_and_stay_on_the_desk(desk: Desk, library: Library, path: Path) -> None:
    add(desk, make_packet())
    draft = desk.packet(public(1)).draft
    draft = replace(draft, remarks=(remark(51, "Wanneer"),), general="Ik las alles.")
    desk.save_draft(public(1), draft)
    desk.close()
    again = Desk(path, lambda: library, Clock(), lambda: SHIPPED)
    assert again.packet(public(1)).draft == draft
    again.close()


def test_an_emptied_draft_is_gone(desk: Desk) -> None:
    student = add(desk, make_packet())
    assert student is not None
    draft = desk.packet(public(1)).draft
    desk.save_draft(public(1), replace(draft, general="Iets."))
    assert desk.view(student.id).waiting == (public(1),)
    desk.save_draft(public(1), replace(draft, general=""))
    assert desk.view(student.id).waiting == ()


def _give(desk: Desk, folder: Path, *texts: str) -> list[str]:
    draft = desk.packet(public(1)).draft
    remarks = tuple(remark(60 + n, text) for n, text in enumerate(texts))
    desk.save_draft(public(1), replace(draft, remarks=remarks))
    files, _ = desk.give_back([public(1)], folder)
    return [each.file for each in files]


def test_a_reaction_is_a_file_that_the_student_can_take_in(desk: Desk, tmp_path: Path) -> None:
    add(desk, make_packet())
    (name,) = _give(desk, tmp_path, " Wanneer precies? ", "   ")
    assert name == "reactie-2026-03-02.json"
    answer, _ = read_answer((tmp_path / name).read_bytes(), name)
    assert (answer.packet, answer.pair, answer.round) == (public(1), public(100), 1)
    assert [r.text for r in answer.remarks] == ["Wanneer precies?"]


def test_what_was_given_back_stays_and_the_next_file_holds_only_what_is_new(
    desk: Desk, tmp_path: Path
) -> None:
    add(desk, make_packet())
    _give(desk, tmp_path, "Wanneer precies?")
    assert desk.packet(public(1)).draft.is_empty
    draft = desk.packet(public(1)).draft
    desk.save_draft(public(1), replace(draft, remarks=(remark(70, "En toen?"),)))
    ((file, *_), _) = desk.give_back([public(1)], tmp_path)
    assert file.file == "reactie-2026-03-02-2.json"
    answer, _ = read_answer((tmp_path / file.file).read_bytes(), file.file)
    assert [r.text for r in answer.remarks] == ["En toen?"]
    assert [r.text for r in desk.packet(public(1)).remarks_given] == [
        "Wanneer precies?",
        "En toen?",
    ]


def test_a_draft_given_back_elsewhere_is_a_next_file(desk: Desk, tmp_path: Path) -> None:
    add(desk, make_packet())
    draft = replace(desk.packet(public(1)).draft, remarks=(remark(70, "En toen?"),))
    ids = []
    for general in ("", "Nog iets."):  # the window did not see that a command gave it back
        desk.save_draft(public(1), replace(draft, general=general))
        ((file, *_), _) = desk.give_back([public(1)], tmp_path)
        ids.append(read_answer((tmp_path / file.file).read_bytes(), file.file)[0].id)
    assert ids[0] != ids[1]


def test_nothing_is_written_about_packets_of_which_nothing_is_said(
    desk: Desk, tmp_path: Path
) -> None:
    add(desk, make_packet())
    assert desk.give_back([public(1)], tmp_path)[0] == ()
    assert list(tmp_path.glob("reactie*")) == []


def test_several_reactions_are_written_all_or_none(desk: Desk, tmp_path: Path) -> None:
    for number in (1, 2):
        add(desk, make_packet(number, pair=100 + number), f"Student {number}")
        draft = desk.packet(public(number)).draft
        desk.save_draft(public(number), replace(draft, general="Dank."))
    both = [public(1), public(2)]
    with pytest.raises(FileNotWritten):
        desk.give_back(both, tmp_path / "bestaat niet")
    with pytest.raises(PacketNotFound):
        desk.give_back([public(1), public(9)], tmp_path)
    assert (list(tmp_path.glob("reactie*")), desk.packet(public(1)).given) == ([], ())
    files, changes = desk.give_back(both, tmp_path, "Mijn naam")
    assert [(f.student, f.file) for f in files] == [
        ("Student 1", "reactie-2026-03-02.json"),
        ("Student 2", "reactie-2026-03-02-2.json"),
    ]
    assert changes.desk
    assert desk.packet(public(2)).given[0].answer.reader == "Mijn naam"


def test_a_sealed_packet_is_answered_sealed_with_the_same_passphrase(
    desk: Desk, library: Library, path: Path, tmp_path: Path
) -> None:
    data = packet_bytes(make_packet(), new_key(PASSPHRASE))
    with pytest.raises(PassphraseNeeded):
        desk.look(data, "a.html")
    with pytest.raises(PassphraseWrong):
        desk.look(data, "a.html", "een andere wachtzin")
    desk.add(desk.look(data, "a.html", PASSPHRASE), desk.new_student("Student A"))
    assert not desk.is_locked(public(1))
    desk.close()  # the key was in memory only
    again = Desk(path, lambda: library, Clock(), lambda: SHIPPED)
    assert again.is_locked(public(1))
    draft = again.packet(public(1)).draft
    again.save_draft(public(1), replace(draft, general="Dank voor je vertrouwen."))
    with pytest.raises(PassphraseNeeded):
        again.give_back([public(1)], tmp_path)
    with pytest.raises(PassphraseWrong):
        again.unlock(public(1), "een andere wachtzin")
    again.unlock(public(1), PASSPHRASE)
    ((file,), _) = again.give_back([public(1)], tmp_path)
    out = (tmp_path / file.file).read_bytes()
    assert b"vertrouwen" not in out
    assert read_answer(out, file.file, PASSPHRASE)[0].general == "Dank voor je vertrouwen."
    assert PASSPHRASE.encode() not in path.read_bytes()
    again.close()


@pytest.mark.parametrize(
    ("replies", "written_on", "what", "said"),
    [
        ((reply(61, 60, "Dinsdag."),), False, PickUp.ANSWERED, "Dinsdag."),
        ((), True, PickUp.WRITTEN_ON, ""),
        ((), False, PickUp.NOT_YET, ""),
    ],
)
def test_a_later_round_shows_which_question_was_picked_up(
    desk: Desk,
    tmp_path: Path,
    replies: tuple[object, ...],
    written_on: bool,
    what: PickUp,
    said: str,
) -> None:
    student = add(desk, make_packet())
    assert student is not None
    _give(desk, tmp_path, "Wanneer precies?")
    given = desk.packet(public(1)).remarks_given
    second = next_round(make_packet(), 2, (*given, *replies))  # type: ignore[arg-type]
    if not written_on:
        second = replace(second, entries=make_packet().entries)
    desk.add(desk.look(packet_bytes(second), "b.html"))
    (question,) = desk.view(student.id).questions
    assert (question.what, question.reply) == (what, said)


def test_only_questions_can_be_picked_up(desk: Desk) -> None:
    student = add(desk, make_packet())
    assert student is not None
    tip = remark(60, "Bel eens.", kind=RemarkKind.TIP)
    desk.add(desk.look(packet_bytes(next_round(make_packet(), 2, (tip,))), "b.html"))
    assert desk.view(student.id).questions == ()


def test_own_notes_never_leave(desk: Desk, tmp_path: Path) -> None:
    student = add(desk, make_packet())
    assert student is not None
    desk.save_notes(student.id, "Vraag naar thuis. VERTROUWELIJK")
    _give(desk, tmp_path, "Wanneer precies?")
    assert desk.notes(student.id) == "Vraag naar thuis. VERTROUWELIJK"
    assert "VERTROUWELIJK" not in desk.bundle([public(1)])
    assert b"VERTROUWELIJK" not in (tmp_path / "reactie-2026-03-02.json").read_bytes()


def test_a_student_can_be_called_something_else(desk: Desk) -> None:
    student = add(desk, make_packet())
    assert student is not None
    desk.change_student(replace(student, name=" Student  B ", group="maandag"))
    assert [(s.name, s.group) for s in desk.students()] == [("Student B", "maandag")]
    assert desk.find_student("student b").id == student.id
    with pytest.raises(StudentNotFound):
        desk.find_student("Student A")


def test_own_sentence_starters_stand_in_the_place_of_the_shipped_ones(desk: Desk) -> None:
    desk.save_starters(3, ["Wat  zag je? ", "", "Wat zag je?"])
    assert desk.starters() == {0: SHIPPED[0], 3: ("Wat zag je?",)}
    desk.save_starters(3, [])
    assert desk.starters() == SHIPPED


def test_the_chapter_of_an_exercise_is_found_by_its_title(desk: Desk) -> None:
    assert (desk.chapter_of("Oefening HULP"), desk.chapter_of("Iets")) == (3, None)


def test_a_bundle_holds_the_packets_and_nothing_that_runs(desk: Desk) -> None:
    hostile = make_packet(2, pair=200, sender="<script>alert(1)</script>")
    add(desk, make_packet())
    add(desk, hostile, "<b>Student B</b>")
    page = desk.bundle([public(1), public(2)])
    assert page.count("Ik heb er drie weken mee gewacht.") == 2
    assert "<script" not in page
    assert "&lt;b&gt;Student B" in page
    ids = [part.split('"')[0] for part in page.split('id="')[1:]]
    assert len(ids) == len(set(ids))


def test_a_packet_can_be_taken_from_the_desk(desk: Desk) -> None:
    student = add(desk, make_packet())
    assert student is not None
    desk.remove_packet(public(1))
    assert desk.view(student.id).packets == ()
    assert desk.look(packet_bytes(make_packet()), "a.html").student is None
    with pytest.raises(PacketNotFound):
        desk.packet(public(1))


def test_forgetting_leaves_nothing_of_a_student_in_any_byte(
    desk: Desk, path: Path, tmp_path: Path
) -> None:
    student = add(desk, make_packet(), "Zeldzamenaam", group="Zeldzamegroep")
    add(desk, make_packet(2, pair=200), "Blijver")
    assert student is not None
    desk.save_notes(student.id, "Zeldzamenotitie")
    _give(desk, tmp_path, "Zeldzamevraag")
    draft = desk.packet(public(1)).draft
    desk.save_draft(public(1), replace(draft, general="Zeldzamereactie"))
    (path.parent / "bureau.versie-0.db").write_bytes(path.read_bytes())
    (path.parent / "bureau.versie-0-2.db").write_bytes(path.read_bytes())
    (path.parent / ".bureau.db.0a1b2c3d.new").write_bytes(path.read_bytes())
    (path.parent / "logboek.versie-1.db").write_bytes(b"van een ander")
    desk.forget(student.id)
    left = {p.name: p.read_bytes() for p in path.parent.iterdir()}
    assert sorted(left) == ["bureau.db", "logboek.versie-1.db"]
    marks = [b"Zeldzame", public(1).encode() + b'"', public(100).encode(), student.id.encode()]
    assert [m for m in marks for data in left.values() if m in data] == []
    assert [s.name for s in desk.students()] == ["Blijver"]
    with pytest.raises(StudentNotFound):
        desk.view(student.id)


def test_text_on_the_desk_can_be_found_before_it_is_forgotten(desk: Desk, path: Path) -> None:
    """So that the test above says something."""
    add(desk, make_packet(), "Zeldzamenaam")
    assert b"Zeldzamenaam" in path.read_bytes()
    assert json.dumps("Hulp vragen").encode() in path.read_bytes()


def test_words_find_whoever_they_are_about(desk: Desk) -> None:
    for number, name in ((1, "Anna"), (2, "Boris")):
        packet = make_packet(number, pair=number, sender=name)
        desk.add(desk.look(packet_bytes(packet), "p.html"), desk.new_student(name, "dinsdag"))
    first, second = (student.id for student in desk.students())
    desk.save_notes(first, "Vraag naar Thuis")
    desk.save_draft(public(2), replace(desk.packet(public(2)).draft, general="Dapper"))
    assert desk.find("thuis") == {first}
    assert desk.find("dapper") == {second}
    assert desk.find("boris DINSDAG") == {second}
    assert desk.find("drie weken moeilijk") == {first, second}
    assert desk.find("  ") == {first, second}
    assert desk.find("bestaat niet") == set()


def test_a_day_may_count_for_the_whole_group(desk: Desk) -> None:
    for number, group in ((1, "dinsdag"), (2, "dinsdag"), (3, "")):
        packet = make_packet(number, pair=number)
        student = desk.new_student(f"Student {number}", group)
        desk.add(desk.look(packet_bytes(packet), "p.html"), student)
    first = desk.students()[0]
    day = date(2026, 4, 1)
    desk.change_student(replace(first, next_session=day), with_group=True)
    assert [s.next_session for s in desk.students()] == [day, day, None]
    desk.change_student(replace(desk.students()[2], next_session=day), with_group=True)
    desk.change_student(replace(first, next_session=None))
    assert [s.next_session for s in desk.students()] == [None, day, day]
