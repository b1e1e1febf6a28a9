# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""`desk list`, `desk add`, `desk export` and `desk forget`."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from logbook.formats.answer_gate import read_answer
from logbook.formats.sealed import new_key
from logbook.paths import find_paths
from logbook.services.desk import Desk
from tests.builders import Clock, make_library
from tests.cli.conftest import Run
from tests.packet_builders import make_packet, packet_bytes, public

PASSPHRASE = "zes woorden die niemand raadt"


@pytest.fixture
def packet(tmp_path: Path) -> str:
    path = tmp_path / "deelpakket.html"
    path.write_bytes(packet_bytes(make_packet()))
    return str(path)


def say_something() -> None:
    desk = Desk(find_paths().desk, make_library, Clock(), dict)
    draft = desk.packet(public(1)).draft
    desk.save_draft(public(1), replace(draft, general="Dank voor je woorden."))
    desk.close()


def test_an_empty_desk_says_so_and_makes_no_file(run: Run) -> None:
    done = run("desk", "list")
    assert (done.code, done.out, done.err) == (0, "", "Je bureau is leeg.\n")
    assert run("desk", "list", "--json").out == "[]\n"
    assert not find_paths().desk.exists()


def test_a_packet_is_added_once_and_listed(run: Run, packet: str) -> None:
    done = run("desk", "add", packet, "--group", "dinsdag", "--session", "2026-03-09")
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("Toegevoegd bij Student A. De tekst staat vanaf nu leesbaar")
    assert "staat al op je bureau" in run("desk", "add", packet).err
    shown = run("desk", "list").out
    assert shown.startswith("dinsdag\n  2026-03-09  Student A: 2 bijdragen · 2 nieuw\n")
    assert "1 open voornemen" in shown
    (found,) = json.loads(run("desk", "list", "--json").out)
    assert (found["name"], found["new"], len(found["packets"])) == ("Student A", 2, 1)


def test_a_day_that_is_none_is_wrong_use(run: Run, packet: str) -> None:
    assert run("desk", "add", packet, "--session", "morgen").code == 2
    assert not find_paths().desk.exists()


def test_somebody_must_be_named_when_the_packet_names_nobody(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "p.html"
    path.write_bytes(packet_bytes(make_packet(sender="")))
    assert run("desk", "add", str(path)).code == 1
    assert run("desk", "add", str(path), "--student", "Student C").code == 0
    assert "Student C" in run("desk", "list").out


def test_reactions_are_written_to_a_folder(run: Run, packet: str, tmp_path: Path) -> None:
    run("desk", "add", packet)
    assert run("desk", "export", "Student A", str(tmp_path)).code == 1
    say_something()
    assert "Er staat nog een reactie klaar." in run("desk", "list").out
    done = run("desk", "export", "student a", str(tmp_path), "--reader", "Ik")
    path = Path(done.out.strip())
    answer, _ = read_answer(path.read_bytes(), path.name)
    assert (answer.general, answer.reader) == ("Dank voor je woorden.", "Ik")
    assert run("desk", "export", "Student B", str(tmp_path)).code == 1


def test_every_refused_export_says_why_and_writes_nothing(
    run: Run, packet: str, tmp_path: Path
) -> None:
    assert "geen student “Student A”" in run("desk", "export", "Student A", str(tmp_path)).err
    run("desk", "add", packet)
    folder = tmp_path / "terug"
    folder.mkdir()
    assert run("desk", "export", "Student A", str(folder)).err == "Er staat geen reactie klaar.\n"
    say_something()
    for student, path in (
        ("Niemand", folder),
        ("", folder),
        ("Student A", folder / "bestaat niet"),
        ("Student A", Path(packet)),
    ):
        done = run("desk", "export", student, str(path))
        assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert list(folder.iterdir()) == []
    assert run("desk", "export", "Student A").code == 2
    done = run("desk", "export", "Student A", str(folder))
    assert (done.code, done.err) == (
        0,
        "1 reactie bewaard. Stuur het bestand zelf naar de student.\n",
    )
    assert [str(file) for file in folder.iterdir()] == [done.out.strip()]
    assert run("desk", "export", "Student A", str(folder)).code == 1, "it was given back"


def test_a_sealed_packet_asks_for_its_passphrase_twice(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "p.html"
    path.write_bytes(packet_bytes(make_packet(), new_key(PASSPHRASE)))
    assert "wachtzin" in run("desk", "add", str(path)).err
    given = f"{PASSPHRASE}\n".encode()
    assert run("desk", "add", str(path), "--passphrase-stdin", given=given).code == 0
    say_something()
    assert run("desk", "export", "Student A", str(tmp_path)).code == 1
    wrong = run("desk", "export", "Student A", str(tmp_path), "--passphrase-stdin", given=b"x\n")
    assert (wrong.code, list(tmp_path.glob("reactie*"))) == (1, [])
    done = run("desk", "export", "Student A", str(tmp_path), "--passphrase-stdin", given=given)
    data = Path(done.out.strip()).read_bytes()
    assert b"woorden" not in data
    assert read_answer(data, "r.json", PASSPHRASE)[0].general == "Dank voor je woorden."


def test_a_bundle_is_one_page(run: Run, packet: str, tmp_path: Path) -> None:
    run("desk", "add", packet)
    path = tmp_path / "bundel.html"
    assert run("desk", "export", "Student A", str(path), "--bundle").code == 0
    assert "Ik heb er drie weken mee gewacht." in path.read_text()
    refused = run("desk", "export", "Student A", str(tmp_path), "--bundle")
    assert refused.code == 1


def test_forgetting_asks_for_a_yes(run: Run, packet: str) -> None:
    run("desk", "add", packet)
    asked = run("desk", "forget", "Student A")
    assert (asked.code, "--yes" in asked.err) == (1, True)
    assert run("desk", "forget", "Student A", "--yes").code == 0
    assert run("desk", "list").err == "Je bureau is leeg.\n"
    assert b"drie weken" not in find_paths().desk.read_bytes()


@pytest.mark.parametrize("content", [b"", b"<html></html>", b"{}"])
def test_what_is_no_packet_is_told_in_one_sentence(
    run: Run, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "iets.html"
    path.write_bytes(content)
    done = run("desk", "add", str(path))
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert not find_paths().desk.exists()
