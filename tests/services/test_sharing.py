# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What leaves in a packet: exactly what was chosen, as it was chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from logbook.core.entry import AnswerKey, Value
from logbook.core.errors import EntryNotFound, FileNotWritten
from logbook.core.exercise import BlockKind, OfSettings, Option, ScaleSettings
from logbook.core.packet import PartKind
from logbook.core.query import parse
from logbook.core.share_errors import (
    NothingToShare,
    PacketNotFound,
    PassphraseWeak,
    TooManyToShare,
)
from logbook.core.shared_lines import differences
from logbook.core.sharing import ShareChoice, ShareFormat, sent_text
from logbook.core.text_map import Replacement, replace_in
from logbook.storage.checks import check_database
from tests.builders import make_exercise, make_library, one_question
from tests.share_builders import CARDS, NOTE, PASSPHRASE, START, ShareDesk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ShareDesk]:
    made = ShareDesk(tmp_path / "logboek.db")
    yield made
    assert list(check_database(made.database)) == []
    made.database.close()


def texts(desk: ShareDesk, *entry_ids: str, **parts: object) -> list[str]:
    draft = replace(desk.sharing.begin(entry_ids), **parts)  # type: ignore[arg-type]
    return [answer.text for answer in desk.sharing.preview(draft).answers()]


class TestChoosing:
    def test_all_answers_of_an_entry_without_what_stands_beside_it(self, desk: ShareDesk) -> None:
        note = desk.note("Het verslag.")
        desk.margin.add(note, "kanttekening", NOTE)
        desk.intentions.add("voornemen", entry_id=note)
        assert texts(desk, note) == ["Het verslag."]

    def test_what_stands_beside_it_goes_along_when_it_is_chosen(self, desk: ShareDesk) -> None:
        note = desk.note("Het verslag.")
        desk.margin.add(note, "kanttekening", NOTE)
        desk.intentions.add("voornemen", entry_id=note)
        keys = frozenset(answer.key for answer in desk.reading.entry(note).answers)
        found = texts(desk, choices=(ShareChoice(note, keys),))
        assert found == ["Het verslag.", "kanttekening", "voornemen"]

    def test_one_answer_of_an_entry(self, desk: ShareDesk) -> None:
        entry = desk.fill({START: Value("eerste"), CARDS: Value("tweede")})
        choice = ShareChoice(entry, frozenset({START}))
        assert texts(desk, choices=(choice,)) == ["eerste"]

    def test_entries_keep_the_order_of_choosing(self, desk: ShareDesk) -> None:
        first, second = desk.note("een"), desk.note("twee")
        assert texts(desk, second, first) == ["twee", "een"]

    def test_a_table_goes_with_its_rows(self, desk: ShareDesk) -> None:
        table = AnswerKey("tabel")
        entry = desk.fill(
            {
                table: Value(rows=("r1", "r2")),
                AnswerKey("tabel", "", "r1"): Value(cells=("bellen", "morgen")),
                AnswerKey("tabel", "", "r2"): Value(cells=("%%geheim%%", "later")),
            }
        )
        choice = ShareChoice(entry, frozenset({table}))
        (answer,) = desk.sharing.preview(
            replace(desk.sharing.begin([entry]), choices=(choice,))
        ).answers()
        assert answer.text == "wat: bellen · wanneer: morgen\nwanneer: later"
        titles = [[line.text[s.start : s.end] for s in line.styles] for line in answer.lines]
        assert titles == [["wat:", "wanneer:"], ["wanneer:"]]

    def test_own_cards_are_shown_by_their_words_only_when_these_go_along(
        self, desk: ShareDesk
    ) -> None:
        why, do = AnswerKey("kaarten", "why", "paper/1"), AnswerKey("kijken", "do", "paper/1")
        entry = desk.fill(
            {
                CARDS: Value(cards=("paper/1",)),
                AnswerKey("kaarten", "", "paper/1"): Value("De %%natte%% brug"),
                why: Value("omdat"),
                do: Value("gaan"),
            }
        )
        packet = desk.sharing.preview(desk.sharing.begin([entry]))
        found = {answer.text: answer.about for answer in packet.answers()}
        assert found.keys() == {"De brug", "omdat", "gaan"}
        assert found["omdat"] is not None
        assert found["omdat"].title == "De brug"
        alone = desk.sharing.begin([entry])
        alone = replace(alone, choices=(ShareChoice(entry, frozenset({do})),))
        (answer,) = desk.sharing.preview(alone).answers()
        assert answer.about is not None
        assert (answer.text, answer.about.title) == ("gaan", "Eigen kaart 1")

    def test_what_is_no_longer_chosen_stays_at_home(self, desk: ShareDesk) -> None:
        why = AnswerKey("kaarten", "why", "paper/1")
        entry = desk.fill({CARDS: Value(cards=("paper/2",)), why: Value("verborgen")})
        draft = replace(
            desk.sharing.begin([entry]), choices=(ShareChoice(entry, frozenset({why})),)
        )
        with pytest.raises(NothingToShare):
            desk.sharing.preview(draft)

    def test_the_bin_stays_at_home(self, desk: ShareDesk) -> None:
        note, other = desk.note("weg"), desk.note("hier")
        desk.writing.move_to_bin(note)
        assert texts(desk, note, other) == ["hier"]
        assert desk.sharing.names.gather(desk.sharing.begin([note])) == ()

    @pytest.mark.parametrize("text", ["", "%%alles%%", "  ", "%%open"])
    def test_nothing_left_is_said(self, desk: ShareDesk, text: str) -> None:
        note = desk.note("x")
        desk.rewrite(note, text)
        with pytest.raises(NothingToShare):
            desk.sharing.preview(desk.sharing.begin([note]))

    def test_more_than_a_packet_may_hold_is_said(
        self, desk: ShareDesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("logbook.services.sharing.ENTRIES_MOST", 1)
        with pytest.raises(TooManyToShare):
            desk.sharing.preview(desk.sharing.begin([desk.note("een"), desk.note("twee")]))

    def test_a_margin_note_of_which_nothing_is_left_is_not_mentioned(self, desk: ShareDesk) -> None:
        note = desk.note("Het verslag.")
        desk.margin.add(note, "%%geheim%%", NOTE)
        keys = frozenset(answer.key for answer in desk.reading.entry(note).answers)
        assert texts(desk, choices=(ShareChoice(note, keys),)) == ["Het verslag."]

    def test_dates_go_only_when_they_may(self, desk: ShareDesk) -> None:
        note = desk.note("Het verslag.")
        desk.margin.add(note, "later", NOTE)
        keys = frozenset(answer.key for answer in desk.reading.entry(note).answers)
        draft = replace(desk.sharing.begin([note]), choices=(ShareChoice(note, keys),))
        with_dates = desk.sharing.preview(draft)
        assert with_dates.entries[0].day == date(2026, 3, 2)
        assert "2 maart 2026" in with_dates.answers()[1].question
        without = desk.sharing.preview(replace(draft, with_dates=False))
        assert without.entries[0].day is None
        assert without.answers()[1].question == "Kanttekening"

    def test_an_unknown_entry_is_an_error(self, desk: ShareDesk) -> None:
        with pytest.raises(EntryNotFound):
            desk.sharing.preview(desk.sharing.begin(["nergens"]))  # type: ignore[list-item]


def test_a_scale_a_choice_an_order_and_a_day_are_lines(tmp_path: Path) -> None:
    options = (Option("a", "Aap"), Option("b", "Beer"))
    exercise = make_exercise()
    exercise = replace(
        exercise,
        blocks=(
            one_question("schaal", BlockKind.SCALE, "Hoe?", ScaleSettings(1, 5, "laag", "hoog")),
            one_question("keuze", BlockKind.CHOICE, "Welke?", options=options),
            one_question("orde", BlockKind.RANK, "Volgorde?", OfSettings("keuze")),
        ),
    )
    desk = ShareDesk(tmp_path / "logboek.db", library=make_library(exercise))
    entry = desk.fill(
        {
            AnswerKey("schaal"): Value("toelichting", number=3),
            AnswerKey("keuze"): Value(options=("b",), own="De %%eigen%% optie"),
            AnswerKey("orde"): Value(options=("b", "a")),
        },
        exercise.id,
    )
    packet = desk.sharing.preview(desk.sharing.begin([entry]))
    lines = [[(line.kind, line.mark, line.text) for line in a.lines] for a in packet.answers()]
    assert lines[0][0][0] is PartKind.PLACE
    assert lines[0][1] == (PartKind.WORDS, "", "toelichting")
    assert lines[1] == [(PartKind.OPTION, "", "Beer"), (PartKind.OPTION, "", "De optie")]
    assert lines[2] == [(PartKind.OPTION, "1.", "Beer")]  # what is not chosen any more is gone
    alone = ShareChoice(entry, frozenset({AnswerKey("orde")}))
    assert texts(desk, choices=(alone,)) == ["Beer"]
    desk.database.close()


class TestWordsOfTheStudent:
    def test_questions_are_cleaned_counted_and_asked_once(self, desk: ShareDesk) -> None:
        note = desk.note("x")
        asked = (" Klopt\x00 dit? ", "Klopt dit?", "", "\ud800b", "c", "d")
        _, packet = desk.share(note, questions=asked, letter=" Dag\r\n ", sender="A\nB", reader="C")
        assert [question.text for question in packet.questions] == ["Klopt dit?", "\ufffdb", "c"]
        assert (packet.letter, packet.sender, packet.reader) == ("Dag", "A B", "C")

    def test_ids_in_a_packet_are_all_random(self, desk: ShareDesk) -> None:
        note = desk.note("x")
        one, other = desk.share(note)[1], desk.share(note)[1]
        assert {one.id, one.pair, one.entries[0].id, one.answers()[0].id}.isdisjoint(
            {other.id, other.pair, other.entries[0].id, other.answers()[0].id}
        )


class TestNames:
    def test_a_name_is_replaced_wherever_it_stands(self, desk: ShareDesk) -> None:
        first = desk.note("Vandaag sprak ik Fatima. Fatima lachte.")
        second = desk.note("Ook Fatima was er. [Over Fatima](entry:id0001)")
        draft = desk.sharing.begin([first, second])
        found = desk.sharing.names.findings(draft)
        draft = desk.sharing.names.replace(draft, found[0], "een bewoner")
        assert desk.sharing.names.findings(draft) == ()
        packet = desk.sharing.preview(draft)
        assert packet.replaced
        assert "Fatima" not in str(packet)
        assert packet.answers()[0].text == "Vandaag sprak ik een bewoner. De bewoner lachte."
        shown = desk.sharing.names.replacements(draft)
        assert {each.was for each in shown} == {"Fatima"}
        draft = desk.sharing.names.undo_replace(draft, shown[0])
        assert len(desk.sharing.names.findings(draft)) == 1

    def test_an_old_replacement_does_not_count_in_a_new_text(self, desk: ShareDesk) -> None:
        note = desk.note("Vandaag sprak ik Fatima.")
        draft = desk.sharing.begin([note])
        (found,) = desk.sharing.names.findings(draft)
        draft = desk.sharing.names.replace(draft, found, "een bewoner")
        desk.clock.forward(hours=1)
        desk.rewrite(note, "Gisteren en vandaag sprak ik Fatima.")
        assert len(desk.sharing.names.findings(draft)) == 1
        assert not desk.sharing.preview(draft).replaced

    def test_what_may_stay_in_this_packet_is_not_found_again(self, desk: ShareDesk) -> None:
        note = desk.note("Vandaag sprak ik Fatima.")
        draft = desk.sharing.begin([note])
        (found,) = desk.sharing.names.findings(draft)
        assert desk.sharing.names.findings(desk.sharing.names.leave(draft, found)) == ()

    def test_selected_words_are_replaced_in_every_part(self, desk: ShareDesk) -> None:
        note = desk.note("De rode fiets stond er.")
        draft = desk.sharing.names.replace_words(
            desk.sharing.begin([note]), note, NOTE, "text", start=3, end=13, words="iets"
        )
        assert desk.sharing.preview(draft).answers()[0].text == "De iets stond er."

    def test_a_next_round_replaces_the_same_again(self, desk: ShareDesk) -> None:
        note = desk.note("Fatima lachte. Ik sprak Fatima en ook Karin.")
        draft = desk.sharing.begin([note])
        names = desk.sharing.names
        (found, *_) = names.findings(draft)
        draft = names.replace(draft, found, "een bewoner")
        sent, _ = desk.send(draft)
        desk.clock.forward(hours=1)
        desk.rewrite(note, "Fatima lachte weer. Ik sprak Fatima en ook Karin. En Fatima zweeg.")
        again = desk.sharing.next_round(sent.id)
        text = desk.sharing.preview(again).answers()[0].text
        assert "Fatima" not in text
        assert text.startswith("Een bewoner lachte weer.")
        assert [f.found.finding.trace.text for f in names.findings(again)] == ["Karin"]

    def test_own_words_keep_their_capital_in_the_next_round(self, desk: ShareDesk) -> None:
        note = desk.note("Overleg in De Linde. Fatima kwam.")
        names = desk.sharing.names
        draft = desk.sharing.begin([note])
        linde = next(f for f in names.findings(draft) if f.found.finding.trace.text == "Linde")
        draft = names.replace(draft, linde, "Tuin")
        fatima = next(f for f in names.findings(draft) if f.found.finding.trace.text == "Fatima")
        draft = names.replace(draft, fatima, "een bewoner")
        roles = {each.was: each.role for each in names.replacements(draft)}
        assert roles == {"Linde": "Tuin", "Fatima": "een bewoner"}
        sent, packet = desk.send(draft)
        assert packet.answers()[0].text == "Overleg in De Tuin. Een bewoner kwam."
        again = desk.sharing.next_round(sent.id)
        assert desk.sharing.preview(again).answers()[0].text == packet.answers()[0].text

    def test_one_name_of_two_people_keeps_two_roles_in_the_next_round(
        self, desk: ShareDesk
    ) -> None:
        note = desk.note("Ik sprak Fatima op de gang. Thuis zei Fatima niets.")
        names = desk.sharing.names
        draft = desk.sharing.begin([note])
        first, second = names.findings(draft)
        draft = names.replace(draft, first, "een bewoner", everywhere=False)
        assert [f.found.finding for f in names.findings(draft)] == [second.found.finding]
        draft = names.replace(draft, second, "mijn tante", everywhere=False)
        sent, packet = desk.send(draft)
        told = "Ik sprak een bewoner op de gang. Thuis zei mijn tante niets."
        assert packet.answers()[0].text == told
        desk.clock.forward(hours=1)
        desk.rewrite(note, "Eerst dit. Ik sprak Fatima op de gang. Thuis zei Fatima niets.")
        again = desk.sharing.next_round(sent.id)
        assert desk.sharing.preview(again).answers()[0].text == f"Eerst dit. {told}"
        assert names.findings(again) == ()

    def test_what_was_left_in_one_place_is_left_to_the_check_again(self, desk: ShareDesk) -> None:
        note = desk.note("Ik sprak Fatima op de gang. Thuis zei Fatima niets.")
        names = desk.sharing.names
        draft = desk.sharing.begin([note])
        _, second = names.findings(draft)
        sent, _ = desk.send(names.replace(draft, second, "mijn tante", everywhere=False))
        again = desk.sharing.next_round(sent.id)
        told = "Ik sprak Fatima op de gang. Thuis zei mijn tante niets."
        assert desk.sharing.preview(again).answers()[0].text == told
        assert [f.found.finding.start for f in names.findings(again)] == [9]

    @pytest.mark.parametrize("order", [(0, 1), (1, 0)])
    def test_one_by_one_reads_as_everywhere(self, desk: ShareDesk, order: tuple[int, ...]) -> None:
        note = desk.note("Fatima kwam. Toen ging Fatima.")
        names = desk.sharing.names
        draft = desk.sharing.begin([note])
        found = names.findings(draft)
        for number in order:
            draft = names.replace(draft, found[number], "een bewoner", everywhere=False)
        text = desk.sharing.preview(draft).answers()[0].text
        assert text == "Een bewoner kwam. Toen ging de bewoner."

    def test_a_part_of_a_name_is_not_taken_for_the_same_person(self, desk: ShareDesk) -> None:
        note = desk.note("Toen kwam Karin Jansen. Later kwam Jansen.")
        names = desk.sharing.names
        draft = desk.sharing.begin([note])
        for found in names.findings(draft):
            draft = names.replace(draft, found, "een bewoner", everywhere=False)
        text = desk.sharing.preview(draft).answers()[0].text
        assert text == "Toen kwam een bewoner. Later kwam een bewoner."

    def test_a_finding_takes_the_place_of_own_words_it_runs_over(self, desk: ShareDesk) -> None:
        note = desk.note("Daar zat mijn begeleider Karin weer.")
        names = desk.sharing.names
        draft = names.replace_words(
            desk.sharing.begin([note]), note, NOTE, "text", start=10, end=25, words="iemand"
        )
        (found,) = names.findings(draft)
        draft = names.replace(draft, found, "een collega", everywhere=False)
        assert desk.sharing.preview(draft).answers()[0].text == "Daar zat een collega weer."
        assert len(names.replacements(draft)) == 1

    def test_the_sender_of_a_next_round_stays_as_it_was_sent(self, desk: ShareDesk) -> None:
        note = desk.note("Fatima kwam.")
        names = desk.sharing.names
        draft = replace(desk.sharing.begin([note]), sender="Fatima")
        found = next(f for f in names.findings(draft) if not f.is_own)
        sent, _ = desk.send(names.replace(draft, found, "een bewoner", everywhere=False))
        again = desk.sharing.next_round(sent.id)
        assert again.sender == "Fatima"
        assert names.findings(again) == ()

    @pytest.mark.parametrize(
        ("text", "places", "sent"),
        [
            ("Ali Baba kwam", [(0, 3, "een man"), (2, 8, "een ander")], "een ander kwam"),
            ("Ali %%Baba%% kwam", [(0, 10, "een man")], "een man kwam"),
            ("%%Ali%% kwam", [(2, 5, "een man")], " kwam"),
            ("Ali kwam", [(0, 99, "x"), (3, 3, "y"), (-1, 2, "z")], "Ali kwam"),
        ],
    )
    def test_what_overlaps_goes_out_whole(
        self, text: str, places: list[tuple[int, int, str]], sent: str
    ) -> None:
        assert sent_text(text, [Replacement(*each) for each in places]) == sent


TEXT = st.text("ab %c\n", max_size=30)


@given(TEXT, TEXT)
def test_differences_lead_from_one_text_to_the_other(home: str, sent: str) -> None:
    found = differences(home, sent)
    assert replace_in(home, found)[0] == (sent if home else "")
    assert len({each.start for each in found}) == len(found)


@given(TEXT, st.lists(st.tuples(st.integers(-2, 32), st.integers(-2, 32)), max_size=5))
@settings(max_examples=300)
def test_nothing_of_what_was_to_go_stays(text: str, ranges: list[tuple[int, int]]) -> None:
    marked = [Replacement(start, end, "") for start, end in ranges]
    gone = {n for r in marked if 0 <= r.start < r.end <= len(text) for n in range(r.start, r.end)}
    left = "".join(sign for n, sign in enumerate(text) if n not in gone)
    assert len(sent_text(text, marked)) <= len(left)


class TestSending:
    def test_what_was_sent_is_remembered(self, desk: ShareDesk) -> None:
        note = desk.note("Het verslag.")
        sent, packet = desk.share(note, questions=("Klopt dit?",), reader="Karin", letter="Dag")
        assert desk.sharing.sent() == (sent,)
        assert desk.sharing.sent_packet(sent.id) == sent
        assert (sent.id, sent.entries) == (packet.id, (note,))
        assert [text for _, text in sent.questions] == ["Klopt dit?"]
        assert desk.sharing.shared_entries() == {note}
        desk.note("voor mij")
        assert desk.finding.count(parse("met:gedeeld")) == 1
        assert desk.sharing.packets_of(note) == (sent,)
        assert [reader.name for reader in desk.sharing.readers()] == ["Karin"]

    def test_a_known_reader_keeps_the_pair(self, desk: ShareDesk) -> None:
        note = desk.note("x")
        first, _ = desk.share(note, reader="K.")
        second, packet = desk.share(note, reader="Karin", pair=first.pair)
        assert (second.pair, second.round, packet.pair) == (first.pair, 1, first.pair)
        assert [reader.name for reader in desk.sharing.readers()] == ["Karin"]

    def test_it_is_sealed_with_a_passphrase_of_some_length(self, desk: ShareDesk) -> None:
        note = desk.note("Heel geheim.")
        sent, packet = desk.send(desk.sharing.begin([note]), PASSPHRASE)
        assert sent.sealed
        assert packet.answers()[0].text == "Heel geheim."
        assert b"geheim" not in (desk.folder / "pakket.html").read_bytes()
        with pytest.raises(PassphraseWeak):
            desk.send(desk.sharing.begin([note]), "kort")

    def test_a_proposed_passphrase_is_long_enough(self, desk: ShareDesk) -> None:
        assert len(desk.sharing.propose_passphrase().split()) == 6
        assert desk.sharing.propose_passphrase() != desk.sharing.propose_passphrase()

    @pytest.mark.parametrize("name", ["logboek.db", "bureau.db", "logboek.db-journal", "weg/x"])
    def test_a_refused_file_leaves_nothing_behind(self, desk: ShareDesk, name: str) -> None:
        note = desk.note("x")
        before = sorted(path.name for path in desk.folder.iterdir())
        with pytest.raises(FileNotWritten):
            desk.sharing.send(desk.sharing.begin([note]), ShareFormat.PACKET, desk.folder / name)
        assert sorted(path.name for path in desk.folder.iterdir()) == before
        assert (desk.sharing.sent(), desk.sharing.readers()) == ((), ())

    def test_what_is_written_after_sending_is_a_version_of_its_own(self, desk: ShareDesk) -> None:
        note = desk.note("toen")
        head = desk.reading.entry(note).answers[0].head
        desk.share(note)
        desk.rewrite(note, "nu")
        assert desk.reading.entry(note).answers[0].head != head

    def test_forgetting_takes_the_packet_and_a_reader_without_packets(
        self, desk: ShareDesk
    ) -> None:
        note = desk.note("x")
        first, _ = desk.share(note)
        second, _ = desk.share(note, pair=first.pair)
        assert desk.sharing.forget(first.id).sharing
        assert desk.sharing.sent() == (second,)
        assert len(desk.sharing.readers()) == 1
        desk.sharing.forget(second.id)
        assert desk.sharing.readers() == ()
        with pytest.raises(PacketNotFound):
            desk.sharing.forget(second.id)

    def test_an_entry_that_is_deleted_for_good_is_gone_from_packets(self, desk: ShareDesk) -> None:
        note, other = desk.note("weg"), desk.note("hier")
        sent, _ = desk.share(note, other)
        desk.writing.delete_for_good(note)
        assert desk.sharing.sent_packet(sent.id).entries == (other,)
        again = desk.sharing.next_round(sent.id)
        assert [choice.entry_id for choice in again.choices] == [other]


class TestRounds:
    def test_three_rounds_keep_ids_and_show_what_changed(self, desk: ShareDesk) -> None:
        note, later = desk.note("een"), desk.note("later")
        sent, first = desk.share(note, sender="A", reader="K", with_dates=False)
        desk.clock.forward(hours=1)
        desk.rewrite(note, "twee")
        draft = desk.sharing.next_round(sent.id)
        assert (draft.sender, draft.reader, draft.with_dates) == ("A", "K", False)
        both = replace(draft, choices=(*draft.choices, ShareChoice(later)))
        sent, second = desk.send(both)
        assert (second.round, second.pair) == (2, first.pair)
        assert second.answers()[0].id == first.answers()[0].id
        assert second.answers()[0].before == "een"
        assert [entry.new for entry in second.entries] == [False, True]
        _, third = desk.send(desk.sharing.next_round(sent.id))
        assert third.round == 3
        assert [answer.before for answer in third.answers()] == [None, None]
        assert [entry.new for entry in third.entries] == [False, False]
        assert third.answers()[1].id == second.answers()[1].id

    def test_the_bin_is_left_out_of_a_next_round(self, desk: ShareDesk) -> None:
        note, other = desk.note("weg"), desk.note("hier")
        sent, _ = desk.share(note, other)
        desk.writing.move_to_bin(note)
        again = desk.sharing.next_round(sent.id)
        assert [choice.entry_id for choice in again.choices] == [other]
