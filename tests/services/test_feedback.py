# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Feedback comes home: two steps, at its place, once, and nothing of it lost in silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from logbook.core.anchoring import How, Quote
from logbook.core.entry import AnswerKey, EntryId, Value
from logbook.core.errors import AnswerTooLong, EmptyNote
from logbook.core.packet import Author, Packet, Remark, RemarkKind
from logbook.core.query import parse
from logbook.core.remarks import News, Origin, RemarkStatus
from logbook.core.share_errors import AnswerForeign, PacketNotFound, RemarkNotFound
from logbook.formats.pasted import render_block
from logbook.storage.checks import check_database
from logbook.storage.database import copy_logbook
from tests.share_builders import ShareDesk, public, reaction, remark_on

TEXT = "Ik sprak **Fatima** op de gang.\n\n- Fatima zei niets\n- ik ook niet %%en was boos%%"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ShareDesk]:
    made = ShareDesk(tmp_path / "logboek.db")
    yield made
    assert list(check_database(made.database)) == []
    made.database.close()


def shared(desk: ShareDesk, text: str = TEXT) -> tuple[EntryId, Packet]:
    """A note that was shared with a name replaced and a question asked."""
    note = desk.note(text)
    draft = replace(desk.sharing.begin([note]), questions=("Klopt dit?",), reader="Karin")
    for found in desk.sharing.names.findings(draft)[:1]:
        draft = desk.sharing.names.replace(draft, found, "een bewoner")
    return note, desk.send(draft)[1]


class TestComingIn:
    def test_looking_changes_nothing_and_taking_in_keeps_all(self, desk: ShareDesk) -> None:
        note, packet = shared(desk)
        remark = remark_on(packet, "zei niets")
        answer = reaction(
            packet, remark, general=" Fijn. ", answers=((packet.questions[0].id, " Ja "),)
        )
        before = desk.json()
        incoming = desk.look(answer)
        assert desk.json() == before
        (new,) = incoming.new
        assert (incoming.known, incoming.lost, new.is_lost) == (0, (), False)
        assert desk.feedback.take_in(incoming).sharing
        (placed,) = desk.feedback.remarks_of(note)
        assert (placed.remark.text, placed.remark.reader) == ("Waarom?", "S.")
        assert (placed.remark.status, placed.remark.author) == (RemarkStatus.NEW, Author.READER)
        (returned,) = desk.feedback.returned(packet.id)
        assert returned.general == "Fijn."
        assert returned.answers == (("Klopt dit?", "Ja"),)
        assert desk.feedback.last_returned() == (returned,)
        assert desk.feedback.news() == News(remarks=1, reactions=1)

    def test_the_same_file_twice_changes_nothing(self, desk: ShareDesk) -> None:
        _, packet = shared(desk)
        answer = reaction(packet, remark_on(packet, "niets"), general="Fijn.")
        incoming = desk.take(answer)
        before = desk.json()
        again = desk.look(answer)
        assert (again.is_empty, again.repeated, again.known) == (True, True, 1)
        assert not desk.feedback.take_in(again).sharing
        assert not desk.feedback.take_in(incoming).sharing  # two windows looked at once
        assert desk.json().split("exported_at")[0] == before.split("exported_at")[0]
        assert len(desk.feedback.returned(packet.id)) == 1

    def test_a_reaction_that_was_continued_brings_only_what_is_new(self, desk: ShareDesk) -> None:
        note, packet = shared(desk)
        first = remark_on(packet, "zei niets")
        desk.take(reaction(packet, first, general="Fijn."))
        desk.feedback.mark_read([first.id])
        changed = replace(first, text="Waarom dan?")
        second = remark_on(packet, "ik ook niet", "En jij?", 2)
        incoming = desk.take(reaction(packet, changed, second, number=1_001, general="Fijn."))
        assert [(each.remark.text, each.before) for each in incoming.new] == [
            ("Waarom dan?", "Waarom?"),
            ("En jij?", ""),
        ]
        assert incoming.returned.general == ""
        texts = [each.remark.text for each in desk.feedback.remarks_of(note)]
        assert texts == ["Waarom dan?", "En jij?"]
        assert desk.feedback.news().remarks == 2
        assert desk.finding.count(parse("dan")) == 1

    def test_a_pasted_text_comes_by_the_same_door(self, desk: ShareDesk) -> None:
        note, packet = shared(desk)
        answer = reaction(packet, remark_on(packet, "zei niets"))
        incoming = desk.feedback.look_text("> " + render_block(answer, packet))
        assert incoming.returned.origin is Origin.PASTE
        desk.feedback.take_in(incoming)
        (placed,) = desk.feedback.remarks_of(note)
        assert placed.placed is not None
        assert placed.placed.how is How.EXACT
        assert desk.look(answer).is_empty

    def test_what_was_forgotten_or_is_of_another_is_foreign(self, desk: ShareDesk) -> None:
        _, packet = shared(desk)
        answer = reaction(packet, remark_on(packet, "niets"))
        for other in (
            replace(answer, packet=public(7)),
            replace(answer, pair=public(7)),
            replace(answer, round=2),
        ):
            with pytest.raises(AnswerForeign):
                desk.look(other)
        incoming = desk.look(answer)
        desk.sharing.forget(packet.id)
        with pytest.raises(AnswerForeign):
            desk.look(answer)
        with pytest.raises(PacketNotFound):
            desk.feedback.take_in(incoming)

    def test_the_id_of_a_remark_of_another_reader_is_left_alone(self, desk: ShareDesk) -> None:
        note, packet = shared(desk)
        desk.take(reaction(packet, remark_on(packet, "niets")))
        _, other = desk.share(note)
        stolen = remark_on(other, "niets", "Overschreven")
        incoming = desk.take(reaction(other, stolen, number=1_001, general="x"))
        assert incoming.new == ()
        assert [each.remark.text for each in desk.feedback.remarks_of(note)] == ["Waarom?"]

    def test_words_of_a_reader_never_become_those_of_the_student(self, desk: ShareDesk) -> None:
        note, packet = shared(desk)
        false = remark_on(packet, "niets", author=Author.STUDENT, done=True)
        desk.take(reaction(packet, false))
        (placed,) = desk.feedback.remarks_of(note)
        assert placed.remark.author is Author.READER
        assert placed.remark.status is RemarkStatus.NEW

    def test_two_answers_to_one_question_and_two_equal_questions(self, desk: ShareDesk) -> None:
        note = desk.note("tekst")
        sent, packet = desk.share(note, questions=("A?", "B?"))
        first, second = (question.id for question in packet.questions)
        given = ((second, "twee"), (first, "een"), (first, "nog eens"))
        desk.take(reaction(packet, answers=given))
        (returned,) = desk.feedback.returned(sent.id)
        assert returned.answers == (("A?", "een"), ("B?", "twee"))

    def test_a_remark_on_an_unknown_answer_or_other_words_is_shown_as_lost(
        self, desk: ShareDesk
    ) -> None:
        _, packet = shared(desk)
        good = remark_on(packet, "niets")
        assert good.quote is not None
        unknown = replace(good, id=public(2), answer=public(99))
        other = replace(good, id=public(3), quote=Quote("heel iets anders", "", "", 0, 16))
        incoming = desk.take(reaction(packet, unknown, other))
        assert len(incoming.lost) == 2
        assert [each.remark.quote.exact for each in desk.feedback.lost() if each.remark.quote] == [
            "heel iets anders",
            "niets",
        ]

    def test_replies_in_a_circle_stand_alone(self, desk: ShareDesk) -> None:
        note, packet = shared(desk)
        one = replace(remark_on(packet, "niets", number=1), reply_to=public(2))
        two = replace(remark_on(packet, "niets", number=2), reply_to=public(1))
        own = replace(remark_on(packet, "niets", number=3), reply_to=public(3))
        desk.take(reaction(packet, one, two, own))
        threads = desk.feedback.remarks_of(note)
        assert [(t.remark.id, len(t.replies)) for t in threads] == [(public(1), 1), (public(3), 0)]

    def test_two_readers_stand_side_by_side(self, desk: ShareDesk) -> None:
        note, packet = shared(desk)
        _, other = desk.share(note)
        desk.take(reaction(packet, remark_on(packet, "niets", "Van een", 1)))
        desk.take(
            reaction(other, remark_on(other, "niets", "Van twee", 2), number=1_001, reader="T.")
        )
        found = desk.feedback.remarks_of(note)
        assert [(each.remark.reader, each.remark.text) for each in found] == [
            ("S.", "Van een"),
            ("T.", "Van twee"),
        ]
        assert [len(desk.feedback.threads(each.id)) for each in desk.sharing.sent()] == [1, 1]


class TestPlaces:
    def test_a_quote_of_a_replaced_name_leads_home(self, desk: ShareDesk) -> None:
        note, packet = shared(desk)
        assert "Fatima" not in str(packet)
        desk.take(reaction(packet, remark_on(packet, "een bewoner op")))
        (placed,) = desk.feedback.remarks_of(note)
        assert placed.remark.quote is not None
        assert placed.remark.quote.exact == "Fatima op"

    def test_a_short_quote_is_followed_through_later_writing(self, desk: ShareDesk) -> None:
        note, packet = shared(desk)
        desk.take(reaction(packet, remark_on(packet, "een bewoner")))
        text = TEXT
        for new in ("Eerst dit over Fatima. ", "En Fatima weer. ", "Nog eens: Fatima. "):
            desk.clock.forward(seconds=3)
            text = new + text
            desk.rewrite(note, text)
        (placed,) = desk.feedback.remarks_of(note)
        lines = "Nog eens: Fatima. En Fatima weer. Eerst dit over Fatima. Ik sprak "
        assert placed.placed is not None
        assert (placed.placed.how, placed.placed.start) == (How.SHIFTED, len(lines))

    def test_a_passage_that_goes_and_comes_back(self, desk: ShareDesk) -> None:
        note, packet = shared(desk, "Een begin. Ik zei niets terug. Een einde.")
        desk.take(reaction(packet, remark_on(packet, "Ik zei niets terug.")))
        desk.clock.forward(minutes=1)
        desk.rewrite(note, "Een begin. Een einde.")
        (gone,) = desk.feedback.remarks_of(note)
        assert gone.is_lost
        assert desk.feedback.lost() == (gone,)
        desk.rewrite(note, "Een begin. Ik zei niets terug. Een einde. Meer.")
        assert desk.feedback.lost() == ()

    def test_a_reworded_passage_is_found_by_likeness(self, desk: ShareDesk) -> None:
        note, packet = shared(desk, "Een lang begin van alles. Ik zei niets terug. Een lang einde.")
        desk.take(reaction(packet, remark_on(packet, "Ik zei niets terug.")))
        desk.rewrite(note, "Een lang begin van alles. Ik zei toch niets terug. Een lang einde.")
        (placed,) = desk.feedback.remarks_of(note)
        assert placed.placed is not None
        assert placed.placed.how is How.FUZZY

    def test_what_changed_since_is_told(self, desk: ShareDesk) -> None:
        note, packet = shared(desk, "toen")
        desk.take(reaction(packet, remark_on(packet, "toen")))
        desk.rewrite(note, "nu")
        assert desk.feedback.changed_since(public(1)) == ("toen", "nu")
        with pytest.raises(RemarkNotFound):
            desk.feedback.changed_since(public(2))

    def test_a_margin_note_and_a_row_of_a_table_have_places_too(self, desk: ShareDesk) -> None:
        table, row = AnswerKey("tabel"), AnswerKey("tabel", "", "r1")
        entry = desk.fill({table: Value(rows=("r1",)), row: Value(cells=("bellen", "morgen"))})
        desk.margin.add(entry, "later gezien", table)
        keys = frozenset(answer.key for answer in desk.reading.entry(entry).answers)
        draft = desk.sharing.begin([entry])
        draft = replace(draft, choices=(replace(draft.choices[0], keys=keys),))
        packet = desk.send(draft)[1]
        desk.take(
            reaction(packet, remark_on(packet, "morgen"), remark_on(packet, "later", number=2))
        )
        desk.answer(desk.reading.entry(entry), {row: Value(cells=("eerst bellen", "morgen"))})
        found = desk.feedback.remarks_of(entry)
        assert [p.placed.how for p in found if p.placed] == [How.SHIFTED, How.EXACT]


class TestAnswering:
    def test_a_reply_can_be_changed_and_taken_back(self, desk: ShareDesk) -> None:
        note, packet = shared(desk)
        desk.take(reaction(packet, remark_on(packet, "niets")))
        reply, changes = desk.feedback.reply(public(1), " Omdat ik schrok. ")
        assert changes.entries == {note}
        (placed,) = desk.feedback.remarks_of(note)
        assert [each.text for each in placed.replies] == ["Omdat ik schrok."]
        assert placed.remark.status is RemarkStatus.READ
        desk.feedback.change_reply(reply.id, "Anders.")
        assert desk.finding.count(parse("anders")) == 1
        desk.feedback.take_back(reply.id)
        assert desk.feedback.remarks_of(note)[0].replies == ()
        assert desk.finding.count(parse("anders")) == 0

    def test_the_words_of_a_reader_cannot_be_changed_or_taken_back(self, desk: ShareDesk) -> None:
        _, packet = shared(desk)
        desk.take(reaction(packet, remark_on(packet, "niets")))
        with pytest.raises(RemarkNotFound):
            desk.feedback.change_reply(public(1), "x")
        with pytest.raises(RemarkNotFound):
            desk.feedback.take_back(public(1))
        with pytest.raises(EmptyNote):
            desk.feedback.reply(public(1), " \x00 ")
        with pytest.raises(AnswerTooLong):
            desk.feedback.reply(public(1), "x" * 20_001)

    def test_done_and_read(self, desk: ShareDesk) -> None:
        note, packet = shared(desk)
        desk.take(reaction(packet, remark_on(packet, "niets")))
        desk.feedback.set_done(public(1), True)
        desk.feedback.mark_read([public(1)])
        assert desk.feedback.remarks_of(note)[0].remark.status is RemarkStatus.DONE
        desk.feedback.set_done(public(1), False)
        assert desk.feedback.remarks_of(note)[0].remark.status is RemarkStatus.READ
        assert desk.feedback.news().remarks == 0

    def test_three_rounds_are_one_thread(self, desk: ShareDesk) -> None:
        note, first = shared(desk)
        desk.take(reaction(first, remark_on(first, "zei niets", number=1)))
        reply, _ = desk.feedback.reply(public(1), "Omdat ik schrok.")
        desk.feedback.set_done(public(1), True)
        _, second = desk.send(desk.sharing.next_round(first.id))
        asked, answered = second.remarks
        assert (asked.done, asked.quote and asked.quote.exact) == (True, "zei niets")
        assert (answered.author, answered.reply_to, answered.day) == (
            Author.STUDENT,
            asked.id,
            None,
        )
        back = Remark(public(2), RemarkKind.QUESTION, "Waarvan?", reply_to=reply.id)
        desk.take(reaction(second, back, number=1_001))
        (thread,) = desk.feedback.remarks_of(note)
        assert [each.text for each in thread.replies] == ["Omdat ik schrok.", "Waarvan?"]
        assert desk.feedback.threads(first.id) == desk.feedback.threads(second.id) == (thread,)
        third = desk.sharing.preview(desk.sharing.next_round(second.id))
        assert [remark.text for remark in third.remarks] == [
            "Waarom?",
            "Omdat ik schrok.",
            "Waarvan?",
        ]

    def test_a_packet_never_holds_more_remarks_than_may_be_read(
        self, desk: ShareDesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("logbook.services.feedback.REMARKS_MOST", 3)
        _, packet = shared(desk)
        made = [remark_on(packet, "niets", f"r{n}", n) for n in range(1, 4)]
        desk.take(reaction(packet, *made))
        desk.feedback.reply(public(1), "bij r1")
        desk.feedback.reply(public(3), "bij r3")
        again = desk.sharing.preview(desk.sharing.next_round(packet.id))
        assert [remark.text for remark in again.remarks] == ["r2", "r3", "bij r3"]


class TestTheRestOfTheLogbook:
    def test_remarks_are_searched(self, desk: ShareDesk) -> None:
        note, packet = shared(desk)
        desk.note("zonder")
        desk.take(reaction(packet, remark_on(packet, "niets", "Een hulpvraag")))
        assert desk.finding.count(parse("met:opmerkingen")) == 1
        assert desk.finding.count(parse("hulpvraag")) == 1
        assert desk.finding.count(parse("-met:opmerkingen")) == 1
        desk.writing.move_to_bin(note)
        assert desk.finding.count(parse("met:opmerkingen")) == 0
        desk.writing.take_from_bin(note)
        assert len(desk.feedback.remarks_of(note)) == 1

    def test_the_bin_is_left_out_and_screens_are_told(self, desk: ShareDesk) -> None:
        note, packet = shared(desk, "Ik zei niets terug.")
        other = desk.note("nooit gedeeld")
        desk.take(reaction(packet, remark_on(packet, "niets")))
        desk.rewrite(note, "Iets heel anders.")
        assert (desk.feedback.news().remarks, len(desk.feedback.lost())) == (1, 1)
        assert desk.writing.move_to_bin(note).sharing
        assert (desk.feedback.news().remarks, desk.feedback.lost()) == (0, ())
        assert desk.writing.take_from_bin(note).sharing
        assert desk.feedback.news().remarks == 1
        assert desk.writing.delete_for_good(note).sharing
        assert not desk.writing.move_to_bin(other).sharing

    def test_remarks_move_along_with_the_logbook(self, desk: ShareDesk, tmp_path: Path) -> None:
        _, packet = shared(desk)
        desk.take(reaction(packet, remark_on(packet, "niets")))
        target = tmp_path / "elders" / "logboek.db"
        target.parent.mkdir()
        copy_logbook(desk.database, target)
        moved = ShareDesk(target)
        assert moved.feedback.threads(packet.id) == desk.feedback.threads(packet.id)
        assert moved.sharing.sent() == desk.sharing.sent()
        moved.database.close()

    def test_another_window_sees_that_something_came_in(self, desk: ShareDesk) -> None:
        note, packet = shared(desk)
        beside = ShareDesk(desk.database.path)
        before = beside.reading.data_version()
        desk.take(reaction(packet, remark_on(packet, "niets")))
        assert beside.reading.data_version() != before
        assert len(beside.feedback.remarks_of(note)) == 1
        beside.database.close()

    def test_forgetting_a_packet_takes_its_remarks(self, desk: ShareDesk) -> None:
        note, packet = shared(desk)
        desk.take(reaction(packet, remark_on(packet, "niets", "hulpvraag"), general="x"))
        desk.feedback.reply(public(1), "antwoord")
        desk.sharing.forget(packet.id)
        assert desk.feedback.remarks_of(note) == ()
        assert desk.feedback.last_returned() == ()
        assert desk.finding.count(parse("hulpvraag")) == 0
        assert desk.feedback.news().remarks == 0

    def test_deleting_for_good_takes_remarks_and_replies_along(self, desk: ShareDesk) -> None:
        note, packet = shared(desk)
        other = desk.note("blijft")
        desk.take(reaction(packet, remark_on(packet, "niets", "hulpvraag"), general="Fijn."))
        desk.feedback.reply(public(1), "antwoord")
        loose = Remark(public(5), RemarkKind.TIP, "los", reply_to=public(1))
        desk.take(reaction(packet, loose, number=1_001))
        desk.writing.delete_for_good(note)
        assert desk.database.rows("select * from remarks") == []
        assert desk.feedback.threads(packet.id) == ()
        assert [each.general for each in desk.feedback.returned(packet.id)] == ["Fijn.", ""]
        assert desk.reading.entry(other).id == other
