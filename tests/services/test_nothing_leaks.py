# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A packet holds nothing that was not chosen: marker words are planted everywhere and searched for
in the bytes of every form, unsealed, unpacked and decoded."""

from __future__ import annotations

import base64
import getpass
import io
import json
import os
import re
import shutil
import socket
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from logbook.core.entry import AnswerKey, EntryId, Value
from logbook.core.sharing import ShareChoice, ShareDraft, ShareFormat
from logbook.formats.packet_file import open_sealed, read_packet_file
from logbook.formats.packet_json import packet_json
from tests.share_builders import (
    CARDS,
    PASSPHRASE,
    START,
    ShareDesk,
    public,
    reaction,
    remark_on,
)

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
_TIME = re.compile(r"\d{2}:\d{2}:\d{2}")
_CHOSEN = "Dit mag mee over een brug."


@dataclass
class Planted:
    """A logbook full of markers, and what is chosen of it."""

    desk: ShareDesk
    draft: ShareDraft
    secrets: tuple[str, ...]
    ids: tuple[str, ...]


@pytest.fixture
def planted(tmp_path: Path) -> Iterator[Planted]:
    folder = tmp_path / "padzqxmap"
    folder.mkdir()
    desk = ShareDesk(folder / "bestandzqx.db", "entryzqx")
    chosen = desk.fill(
        {
            START: Value("Eerdere versiezqx."),
            CARDS: Value("antwoordzqx", cards=("paper/1", "paper/2")),
            AnswerKey("kaarten", "", "paper/1"): Value("kaartzqx"),
            AnswerKey("tabel"): Value(rows=("rijzqx",)),
            AnswerKey("tabel", "", "rijzqx"): Value(cells=("celzqx", "")),
        }
    )
    desk.clock.forward(hours=1)
    other = desk.note("# Titelzqx\n\nAnder notitiezqx over een brug.")
    text = f"{_CHOSEN} %%privezqx%% Vandaag sprak ik Fatima, zie [die notitie]({'entry:' + other})."
    desk.rewrite(chosen, text + " Halverwegezqx.", START)
    desk.clock.forward(seconds=4)
    desk.rewrite(chosen, text, START)
    desk.margin.add(chosen, "margezqx", START)
    desk.intentions.add("voornemenzqx", entry_id=chosen)
    desk.labels.give([chosen, other], ["labelzqx"])
    goal, _ = desk.goals.create("doelzqx")
    desk.goals.link([chosen], goal.id)
    desk.organising.pin(chosen)
    desk.organising.save_search("zoekzqx", "vraagzqx")
    desk.writing.set_about_date(other, date(1987, 12, 31))
    binned = desk.note("prullenbakzqx")
    desk.writing.move_to_bin(binned)
    # Another reader, with words of their own and a letter.
    _, packet = desk.share(other, reader="lezerzqx", sender="zenderzqx", letter="briefzqx",
                           questions=("vraagstukzqx",))  # fmt: skip
    desk.take(reaction(packet, remark_on(packet, "brug", "opmerkingzqx"), general="reactiezqx"))
    desk.feedback.reply(public(1), "weerwoordzqx")
    draft = ShareDraft((ShareChoice(chosen, frozenset({START})),), sender="S.", with_dates=False)
    (found,) = desk.sharing.names.findings(draft)
    draft = desk.sharing.names.replace(draft, found, "een bewoner")
    rows = desk.database.rows
    ids = [i for table in ("entries", "revisions", "goals", "labels", "packets", "received")
           for (i,) in rows(f"select id from {table}")]  # fmt: skip
    ids += [i for (i,) in rows("select public from packet_answers union select pair from readers")]
    user = {getpass.getuser(), os.environ.get("USER", ""), Path.home().name} - {"", "root"}
    secrets = (
        "zqx",
        "Fatima",
        "1987-12-31",
        "december 1987",
        str(tmp_path),
        str(Path.home()),
        *user,
    )
    host = socket.gethostname()
    secrets = (*secrets, host) if len(host) > 3 else secrets
    yield Planted(desk, draft, secrets, tuple(ids))
    desk.database.close()


def unpacked(data: bytes) -> Iterator[str]:
    """Every reading of a file's bytes: as they are, members of archives, streams of a PDF."""
    yield data.decode("utf-8", "replace")
    yield data.decode("utf-16-le", "replace")
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                yield f"{member.filename} {member.comment!r}"
                yield from unpacked(archive.read(member))
    if data.startswith(b"%PDF"):
        yield from _of_pdf(data)
    for found in re.findall(rb"[A-Za-z0-9+/]{40,}={0,2}", data):
        try:
            yield base64.b64decode(found + b"=" * (-len(found) % 4)).decode("utf-8", "replace")
        except ValueError:
            continue


def _of_pdf(data: bytes) -> Iterator[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        yield str(pdf.docinfo)
        for item in pdf.objects:
            if isinstance(item, pikepdf.Stream):
                yield item.read_bytes().decode("latin-1")
            yield repr(item)
    text = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    yield text.stdout.decode()


def written(planted: Planted, share_format: ShareFormat, passphrase: str = "") -> bytes:
    path = planted.desk.folder / "uit"
    before = set(planted.desk.folder.iterdir())
    planted.desk.sharing.send(planted.draft, share_format, path, passphrase)
    assert set(planted.desk.folder.iterdir()) == before | {path}, "a temporary file stayed"
    return path.read_bytes()


def assert_clean(planted: Planted, readings: Iterator[str], *, chosen: bool = True) -> None:
    texts = list(readings)
    assert not chosen or any("mag mee" in text for text in texts), "nothing was read"
    for text in texts:
        for secret in planted.secrets:
            assert secret.lower() not in text.lower(), secret
        for each in planted.ids:
            assert each not in text


def test_the_page(planted: Planted) -> None:
    data = written(planted, ShareFormat.PACKET)
    assert_clean(planted, unpacked(data))
    packet = read_packet_file(data, "").packet
    assert packet is not None
    stored = packet_json(packet)
    assert_clean(planted, iter([stored]))
    assert not _UUID.search(stored)
    assert not _TIME.search(stored)
    assert set(re.findall(r"\d{4}-\d\d-\d\d", stored)) == {"2026-03-02"}  # the day it was made


def test_the_sealed_page(planted: Planted) -> None:
    data = written(planted, ShareFormat.PACKET, PASSPHRASE)
    assert_clean(planted, unpacked(data), chosen=False)
    assert b"mag mee" not in data
    assert b"een bewoner" not in data
    sealed = read_packet_file(data, "").sealed
    assert sealed is not None
    packet, _ = open_sealed(sealed, PASSPHRASE, "")
    assert_clean(planted, iter([packet_json(packet)]))
    # What stands outside the seal says nothing of what is inside but its size.
    assert set(sealed) == {"format", "version", "purpose", "kdf", "cipher", "data"}
    assert "S." not in json.dumps({**sealed, "data": ""})


@pytest.mark.parametrize("share_format", [ShareFormat.PDF, ShareFormat.DOCX, ShareFormat.MARKDOWN])
def test_documents(planted: Planted, share_format: ShareFormat) -> None:
    if share_format is ShareFormat.PDF:
        assert shutil.which("pdftotext"), "poppler-utils is needed"
    data = written(planted, share_format)
    assert_clean(planted, unpacked(data))
    assert not any(_UUID.search(text) for text in unpacked(data) if "\x00" not in text[:500])


def test_a_next_round_brings_only_what_this_reader_said(planted: Planted) -> None:
    desk = planted.desk
    sent, packet = desk.send(planted.draft)
    desk.take(reaction(packet, remark_on(packet, "brug", "Welke?", 2), number=2_000))
    desk.feedback.reply(public(2), "Die ene.")
    draft = replace(desk.sharing.next_round(sent.id), with_dates=False)
    assert {choice.keys for choice in draft.choices} == {frozenset({START})}
    again = desk.sharing.preview(draft)
    text = packet_json(again)
    assert [remark.text for remark in again.remarks] == ["Welke?", "Die ene."]
    own = planted.ids[: len(planted.ids)]
    assert not any(secret.lower() in text.lower() for secret in planted.secrets)
    assert not any(each in text for each in own)


def test_the_passphrase_is_kept_nowhere(planted: Planted) -> None:
    written(planted, ShareFormat.PACKET, PASSPHRASE)
    planted.desk.database.close()
    for path in planted.desk.folder.iterdir():
        assert PASSPHRASE.encode() not in path.read_bytes()
    assert "molen" not in repr(planted.desk.sharing)


def test_a_prepared_packet_does_not_say_its_passphrase(planted: Planted) -> None:
    prepared = planted.desk.sharing.prepare(planted.draft, ShareFormat.PACKET, PASSPHRASE)
    assert PASSPHRASE not in repr(prepared)


def test_an_answer_alone_says_nothing_of_its_neighbours(planted: Planted) -> None:
    entry: EntryId = planted.draft.choices[0].entry_id
    key = AnswerKey("tabel")
    draft = replace(planted.draft, choices=(ShareChoice(entry, frozenset({key})),), pseudonyms=())
    text = packet_json(planted.desk.sharing.preview(draft))
    assert "celzqx" in text
    for other in ("mag mee", "kaartzqx", "antwoordzqx", "rijzqx", "margezqx"):
        assert other not in text
