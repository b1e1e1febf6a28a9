# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The whole circle: from a student's logbook to a supervisor's desk and back, in two rounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from logbook.core.anchoring import How, quote_of
from logbook.core.desk import PickUp
from logbook.core.packet import PublicId, Remark, RemarkKind
from logbook.core.sharing import ShareFormat
from logbook.services.desk import Desk
from logbook.services.public_id import new_public_id
from tests.builders import Clock, make_library
from tests.share_builders import PASSPHRASE, ShareDesk

TEXT = "Ik heb er drie weken mee gewacht 🙂. **Ik dacht** dat ik het zelf moest kunnen."


@pytest.fixture
def student(tmp_path: Path) -> Iterator[ShareDesk]:
    made = ShareDesk(tmp_path / "logboek.db")
    yield made
    made.database.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "bureau.db", make_library, Clock(), dict)
    yield made
    made.close()


def say(desk: Desk, packet_id: PublicId, words: str, text: str) -> Remark:
    """Remark on words in the first answer of a packet."""
    found = desk.packet(packet_id)
    answer = found.packet.answers()[0]
    at = answer.text.index(words)
    quote = quote_of(answer.text, at, at + len(words))
    remark = Remark(new_public_id(), RemarkKind.QUESTION, text, answer.id, quote)
    draft = replace(found.draft, remarks=(*found.draft.remarks, remark), general="Dank.")
    desk.save_draft(packet_id, draft)
    return remark


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE])
def test_what_is_said_comes_home_at_its_place_and_goes_on(
    student: ShareDesk, desk: Desk, tmp_path: Path, passphrase: str
) -> None:
    note = student.note(TEXT)
    path = tmp_path / "deelpakket.html"
    draft = replace(student.sharing.begin([note]), questions=("Klopt dit?",), sender="Student A")
    sent, _ = student.sharing.send(draft, ShareFormat.PACKET, path, passphrase)

    arriving = desk.look(path.read_bytes(), path.name, passphrase)
    desk.add(arriving, desk.new_student("Student A", "dinsdag"))
    remark = say(desk, sent.id, "Ik dacht dat ik het zelf", "Wanneer dacht je dat?")
    question = desk.packet(sent.id).packet.questions[0]
    mine = desk.packet(sent.id).draft
    desk.save_draft(sent.id, replace(mine, answers=((question.id, "Ja, dat klopt."),)))
    ((file,), _) = desk.give_back([sent.id], tmp_path, "mijn supervisor")

    back = (tmp_path / file.file).read_bytes()
    assert (b"Wanneer dacht" in back) is not bool(passphrase)
    incoming = student.feedback.look(back, file.file, passphrase)
    assert incoming.returned.answers == (("Klopt dit?", "Ja, dat klopt."),)
    student.feedback.take_in(incoming)
    (placed,) = student.feedback.remarks_of(note)
    assert (placed.remark.text, placed.remark.reader) == (remark.text, "mijn supervisor")
    assert placed.placed is not None
    assert placed.placed.how is How.EXACT
    assert student.feedback.look(back, file.file, passphrase).is_empty

    student.feedback.reply(remark.id, "In de eerste week al.")
    student.rewrite(note, "Vooraf: " + TEXT)
    again = tmp_path / "ronde-2.html"
    second, _ = student.sharing.send(
        student.sharing.next_round(sent.id), ShareFormat.PACKET, again, passphrase
    )
    arriving = desk.look(again.read_bytes(), again.name, passphrase)
    assert arriving.student == desk.students()[0]
    desk.add(arriving)
    view = desk.view(desk.students()[0].id)
    assert [each.packet.id for each in view.packets] == [second.id, sent.id]
    (asked,) = view.questions
    assert (asked.what, asked.reply) == (PickUp.ANSWERED, "In de eerste week al.")
    assert asked.remark.quote is not None
    assert asked.remark.quote.exact == "Ik dacht dat ik het zelf"
    assert view.new == 1

    say(desk, second.id, "Vooraf", "Wat maakt dat je dit vooraf zet?")
    ((file,), _) = desk.give_back([second.id], tmp_path)
    incoming = student.feedback.look((tmp_path / file.file).read_bytes(), file.file, passphrase)
    student.feedback.take_in(incoming)
    assert len(student.feedback.remarks_of(note)) == 2
    desk.forget(view.student.id)
    assert b"drie weken" not in (tmp_path / "bureau.db").read_bytes()
