# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`share` and `feedback`: the whole circle from the command line, and every way it can go wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from logbook.core.packet import Packet
from logbook.formats.packet_file import open_sealed, read_packet_file
from logbook.formats.packet_json import answer_file_json
from logbook.formats.pasted import render_block
from logbook.formats.sealed import Purpose, key_of, seal
from tests.cli.conftest import Run
from tests.share_builders import reaction, remark_on

PASSPHRASE = b"molen wolk brug tafel\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGBOOK_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("LOGBOOK_FILE", raising=False)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pakket.html"


def packet_in(path: Path) -> Packet:
    packet = read_packet_file(path.read_bytes(), path.name).packet
    assert packet is not None
    return packet


def test_what_is_asked_for_is_shared_and_remembered(run: Run, path: Path) -> None:
    one, two = (run("note", text).out.strip() for text in ("Een brug.", "Twee %%stil%%."))
    done = run(
        "share", "--entries", f"{two},{one[-6:]}", "--questions", "Klopt dit?", "--questions",
        "En nu?", "--reader", "Karin", "--sender", "Ik", "--letter", "Dag", "--no-dates", str(path),
    )  # fmt: skip
    assert done.code == 0
    packet = packet_in(path)
    assert done.out == f"{packet.id}\n"
    assert [answer.text for answer in packet.answers()] == ["Twee .", "Een brug."]
    assert [question.text for question in packet.questions] == ["Klopt dit?", "En nu?"]
    assert (packet.reader, packet.sender, packet.letter) == ("Karin", "Ik", "Dag")
    assert packet.entries[0].day is None
    assert str(path) in done.err
    sent = run("feedback", "sent")
    assert "ronde 1, voor Karin, 2 bijdragen" in sent.out
    (listed,) = json.loads(run("feedback", "sent", "--json").out)
    assert (listed["id"], listed["returned"]) == (packet.id, False)


def test_what_the_check_sees_is_said_and_stops_nothing(run: Run, path: Path) -> None:
    note = run("note", "Vandaag sprak ik Fatima over haar zus.").out.strip()
    done = run("share", "--entries", note, str(path))
    assert done.code == 0
    assert "Let op" in done.err
    assert "“Fatima”" in done.err
    assert path.exists()


def test_a_passphrase_on_stdin_seals(run: Run, path: Path) -> None:
    note = run("note", "Heel geheim.").out.strip()
    arguments = ("share", "--entries", note, "--passphrase-stdin", str(path))
    assert run(*arguments, given=PASSPHRASE).code == 0
    assert b"geheim" not in path.read_bytes()
    sealed = read_packet_file(path.read_bytes(), path.name).sealed
    assert sealed is not None
    assert (
        open_sealed(sealed, PASSPHRASE.decode().strip(), "")[0].answers()[0].text == "Heel geheim."
    )
    for given, said in ((b"kort\n", "12 tekens"), (b"", "wachtzin")):
        done = run(*arguments, given=given)
        assert (done.code, done.out) == (1, "")
        assert said in done.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("share", "pakket.html"),
        ("share", "--entries", ",", "pakket.html"),
        ("share", "--entries", "x"),
        ("share", "--entries", "x", "-"),
        ("share", "--entries", "x", "--format", "exe", "pakket.html"),
        ("share", "--entries", "x", "--format", "pdf", "--passphrase-stdin", "pakket.pdf"),
        ("share", "--entries", "x", *("--questions", "?") * 4, "pakket.html"),
        ("share", "--entries", "x", "--letter", "x" * 20_001, "pakket.html"),
        ("feedback",),
        ("feedback", "weg"),
        ("feedback", "show"),
        ("feedback", "show", "-", "--passphrase-stdin"),
    ],
)
def test_wrong_use_is_told(run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err


def test_what_cannot_be_shared_is_told(run: Run, path: Path) -> None:
    note = run("note", "%%alles%%").out.strip()
    for arguments in (("--entries", "nergens"), ("--entries", note)):
        done = run("share", *arguments, str(path))
        assert (done.code, done.out, path.exists()) == (1, "", False)
    other = run("note", "x").out.strip()
    assert run("share", "--entries", other, str(path / "weg" / "x.html")).code == 1
    assert run("feedback", "sent").out == ""


class TestFeedback:
    @pytest.fixture
    def packet(self, run: Run, path: Path) -> Packet:
        note = run("note", "Ik zei niets terug.").out.strip()
        run("share", "--entries", note, "--questions", "Klopt dit?", str(path))
        return packet_in(path)

    @pytest.fixture
    def file(self, packet: Packet, tmp_path: Path) -> Path:
        file = tmp_path / "reactie.json"
        given = ((packet.questions[0].id, "Ja."),)
        answer = reaction(
            packet, remark_on(packet, "niets terug"), general="Fijn.\x1b[31m", answers=given
        )
        file.write_text(answer_file_json(answer), encoding="utf-8")
        return file

    def test_show_and_dry_run_change_nothing(self, run: Run, file: Path) -> None:
        for arguments in (("show", str(file)), ("import", "--dry-run", str(file))):
            done = run("feedback", *arguments)
            assert done.code == 0
            assert "Van S.\n1 opmerking nieuw" in done.out
            assert "vraag bij “niets terug”: Waarom?" in done.out
            assert "antwoord op “Klopt dit?”: Ja." in done.out
            assert "\x1b" not in done.out
            assert "nog niets overgenomen" in done.err
        assert run("search", "met:opmerkingen").code == 1

    def test_json_is_for_programs(self, run: Run, file: Path) -> None:
        found = json.loads(run("feedback", "show", "--json", str(file)).out)
        assert (found["reader"], found["known"], found["lost"]) == ("S.", 0, 0)
        (new,) = found["new"]
        assert (new["kind"], new["quote"], new["place"]) == ("question", "niets terug", "exact")

    def test_importing_twice_changes_nothing(self, run: Run, file: Path) -> None:
        done = run("feedback", "import", str(file))
        assert (done.code, "Overgenomen: 1 opmerking." in done.err) == (0, True)
        assert run("search", "met:opmerkingen").code == 0
        again = run("feedback", "import", str(file))
        assert (again.code, "niet had" not in again.err) == (0, False)
        assert "er kwam iets terug" in run("feedback", "sent").out
        assert run("verify").code == 0

    def test_stdin_and_text_come_by_the_same_command(
        self, run: Run, packet: Packet, file: Path, tmp_path: Path
    ) -> None:
        answer = reaction(packet, remark_on(packet, "niets terug"))
        text = tmp_path / "mail.txt"
        text.write_text("Hoi,\n" + render_block(answer, packet), encoding="utf-8")
        assert "1 opmerking nieuw" in run("feedback", "show", str(text)).out
        assert run("feedback", "show", "-", given=text.read_bytes()).code == 0
        assert run("feedback", "import", "-", given=file.read_bytes()).code == 0

    def test_a_sealed_reaction_asks_for_the_passphrase(
        self, run: Run, path: Path, tmp_path: Path
    ) -> None:
        note = run("note", "Ik zei niets terug.").out.strip()
        run("share", "--entries", note, "--passphrase-stdin", str(path), given=PASSPHRASE)
        sealed = read_packet_file(path.read_bytes(), path.name).sealed
        assert sealed is not None
        words = PASSPHRASE.decode().strip()
        packet, _ = open_sealed(sealed, words, "")
        text = answer_file_json(reaction(packet, remark_on(packet, "niets")))
        file = tmp_path / "reactie.json"
        file.write_text(json.dumps(seal(text, key_of(sealed, words), Purpose.ANSWER)))
        assert run("feedback", "import", str(file)).code == 1
        wrong = run("feedback", "import", "--passphrase-stdin", str(file), given=b"iets anders\n")
        assert (wrong.code, wrong.out) == (1, "")
        done = run("feedback", "import", "--passphrase-stdin", str(file), given=PASSPHRASE)
        assert (done.code, "1 opmerking nieuw" in done.out) == (0, True)

    @pytest.mark.parametrize("data", [b"", b"{}", b"\xff\xfe", b"PK\x03\x04", b"zomaar tekst"])
    def test_what_is_no_reaction_is_told_in_one_sentence(
        self, run: Run, packet: Packet, tmp_path: Path, data: bytes
    ) -> None:
        file = tmp_path / "iets"
        file.write_bytes(data)
        done = run("feedback", "import", str(file))
        assert (done.code, done.out) == (1, "")
        assert done.err.count("\n") == 1
        assert run("feedback", "import", str(tmp_path / "weg.json")).code == 1
