# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A Word document of a packet goes through LibreOffice and its comments still come home.

Only in `make test-browsers`, which installs LibreOffice.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path

import docx
import pytest

from logbook.core.anchoring import check_quote
from logbook.formats.docx_remarks import read_remarks
from logbook.formats.packet_docx import render_docx
from tests.browser.samples import student_packet
from tests.formats.word_edits import commented, read
from tests.packet_builders import full_packet, public, second_round


def _through_writer(data: bytes, folder: Path, form: str) -> bytes:
    """What LibreOffice makes of a document after opening it."""
    program = shutil.which("soffice")
    if program is None:
        pytest.fail("LibreOffice is not installed: run scripts/browsers.sh writer")
    (folder / "pakket.docx").write_bytes(data)
    profile = (folder / "profiel").as_uri()
    subprocess.run(
        [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", form,
         "--outdir", str(folder / "uit"), str(folder / "pakket.docx")],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    (made,) = (folder / "uit").iterdir()
    return made.read_bytes()


def _commented(data: bytes, words: str, said: str) -> bytes:
    """The document with a comment at the run that holds these words, as Word keeps it."""
    document = docx.Document(io.BytesIO(data))
    run = next(r for p in document.paragraphs for r in p.runs if words in r.text)
    document.add_comment(run, said, author="S. de Vries", initials="SV")
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def test_a_comment_comes_home_through_libreoffice(tmp_path: Path) -> None:
    packet = student_packet(2)
    commented = _commented(render_docx(packet), "mijn eigen woord", "Spiegel: Wat hield je tegen?")
    answer = read_remarks(_through_writer(commented, tmp_path, "docx"), "pakket.docx")
    assert (answer.packet, answer.pair, answer.round) == (packet.id, packet.pair, 2)
    (remark,) = answer.remarks
    assert "Wat hield je tegen?" in remark.text
    assert remark.answer == public(11)
    assert remark.quote is not None
    sent = packet.answer(public(11))
    assert sent is not None
    placed = check_quote(remark.quote, sent.text)
    assert placed is not None
    assert "mijn eigen woord" in placed.exact


def test_libreoffice_shows_every_word(tmp_path: Path) -> None:
    packet = student_packet(2)
    text = _through_writer(render_docx(packet), tmp_path, "txt:Text (encoded):UTF8").decode()
    for answer in packet.answers():
        for line in answer.lines:
            assert line.text in text


def test_what_comes_home_is_the_same_before_and_after_libreoffice(tmp_path: Path) -> None:
    data = commented(
        render_docx(second_round()),
        ("vroeg door", "tip: mooi gezien"),
        ("eerst stil…twee", "En toen?"),
        ("Kiezen", "Over een kop."),
    )
    data = commented(data, ("Brug", "Van een ander."), ("een citaat", "Van wie?"), author="Sam")
    straight, through = read(data), read(_through_writer(data, tmp_path, "docx"))
    assert len(straight.remarks) == 5
    assert {r.id: r for r in through.remarks} == {r.id: r for r in straight.remarks}
    assert {*straight.reader.split(", ")} == {"S. de Vries", "Sam"}


def test_libreoffice_knows_headings_and_alternative_texts(tmp_path: Path) -> None:
    shown = _through_writer(render_docx(full_packet()), tmp_path, "fodt").decode()
    assert re.search(r'<text:h [^>]*text:outline-level="1"[^>]*>[^\n]*Vier kaarten', shown)
    assert "<svg:desc>Een brug over stil water</svg:desc>" in shown
    assert 'fo:language="nl"' in shown
