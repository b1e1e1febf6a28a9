# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a reader sees of a packet: plain, sealed, without scripts, on a phone and on paper."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from logbook.formats.packet_file import write_packet_file
from logbook.formats.sealed import Key, new_key
from tests.browser.conftest import Browser
from tests.browser.samples import PASSPHRASE, PASSPHRASE_NFD, student_packet


@pytest.fixture(scope="module")
def key() -> Key:
    return new_key(PASSPHRASE)


def _file(folder: Path, key: Key | None = None, number: int = 1) -> Path:
    path = folder / "pakket.html"
    path.write_bytes(write_packet_file(student_packet(number), key))
    return path


_SHOWN = (
    "Van Student A",
    "voor mijn supervisor",
    "22 november 2026",
    "Bij het eerste twijfel ik nog.",
    "Welke theorie past hierbij?",
    "Terugkijken op je eigen hulpvraag",
    "21 november 2026 · 2e keer",
    "Was het makkelijk of moeilijk om hulp te vragen?",
    "elke avond een ander verhaal.",
    "Een brug over een beek.",
    "maandag · gebeld · geen gehoor",
    "hoofdstuk 2.",
)


def test_a_plain_packet_is_read(browser: Browser, tmp_path: Path) -> None:
    text = browser.value("read", _file(tmp_path))
    assert [words for words in _SHOWN if words not in text] == []
    assert "Namen zijn door de student vervangen." in text


def _cut_script(path: Path) -> None:
    """Cut out rather than switched off: not every browser lets a driver do that."""
    page = path.read_text("utf-8")
    path.write_text(page[: page.rindex("<script>")] + "</body></html>", "utf-8")


def test_a_plain_packet_is_read_without_scripts(browser: Browser, tmp_path: Path) -> None:
    path = _file(tmp_path, number=2)
    _cut_script(path)
    text = browser.value("read", path)
    assert [words for words in _SHOWN if words not in text] == []
    assert "Van wie moest dat?" in text
    assert "Van mezelf, zie ik nu." in text


@pytest.mark.parametrize("passphrase", [PASSPHRASE, PASSPHRASE_NFD])
def test_a_sealed_packet_opens(browser: Browser, tmp_path: Path, key: Key, passphrase: str) -> None:
    text = browser.value("read", _file(tmp_path, key), passphrase=passphrase)
    assert [words for words in _SHOWN if words not in text] == []


@pytest.mark.parametrize("passphrase", ["iets anders", PASSPHRASE + " ", " "])
def test_another_passphrase_gives_one_sentence(
    browser: Browser, tmp_path: Path, key: Key, passphrase: str
) -> None:
    text = browser.value("read", _file(tmp_path, key), passphrase=passphrase)
    assert "Deze wachtzin past niet" in text
    assert "hulpvraag" not in text


def test_the_second_round_shows_what_went_before(browser: Browser, tmp_path: Path) -> None:
    text = browser.value("read", _file(tmp_path, number=2))
    assert "ronde 2" in text
    assert "Veranderd sinds de vorige ronde" in text
    assert "nieuw in deze ronde" in text
    assert "spiegel · verwerkt" in text
    assert "Van mezelf, zie ik nu." in text
    assert "bij “even” (staat er niet meer zo)" in text


@pytest.mark.parametrize("scripts", [True, False])
def test_a_remark_quotes_the_words_it_was_given_on(
    browser: Browser, tmp_path: Path, scripts: bool
) -> None:
    packet = student_packet(2)
    first, *others = packet.remarks
    gone = replace(others[1], quote=None, was="toen ik even wachtte")
    changed = replace(first, was="alles zelf moest doen")
    path = tmp_path / "pakket.html"
    remarks = (changed, others[0], gone, *others[2:])
    path.write_bytes(write_packet_file(replace(packet, remarks=remarks), None))
    if not scripts:
        _cut_script(path)
    text = browser.value("read", path)
    assert "bij “alles zelf moest doen” (sindsdien veranderd)" in text
    assert "bij “toen ik even wachtte” (staat er niet meer zo)" in text


@pytest.mark.parametrize("name", ["isSecureContext", "subtle", "DecompressionStream"])
def test_a_browser_that_cannot_unseal_says_so(
    browser: Browser, tmp_path: Path, key: Key, name: str
) -> None:
    text = browser.value("read", _file(tmp_path, key), without=name)
    assert "Open dit bestand vanaf je eigen schijf" in text


def _damaged(path: Path, find: str, put: str) -> Path:
    page = path.read_text("utf-8")
    changed = re.sub(find, put, page, count=1)
    assert changed != page
    path.write_text(changed, "utf-8")
    return path


@pytest.mark.parametrize(
    ("find", "put", "told"),
    [
        (r'"version":1\}</script>', '"version":2}</script>', "nieuwere versie"),
        (r'(id="logboek-deelpakket">).{500}', r"\1", "beschadigd"),
        (r'"entries":\[', '"entries":[null,', "beschadigd"),
        (r'"entries":\[', '"entries":' + "[" * 100_000, "beschadigd"),
        (r'"look":"strong"', '"look":"onclick"', "Terugkijken"),
        (r'"mime":"image/svg\+xml"', '"mime":"text/html"', "Terugkijken"),
        (r'"made_on":"2026-11-22"', '"made_on":{"a":1}', "Van Student A"),
    ],
)
def test_a_changed_packet_gives_a_sentence_or_a_whole_page(
    browser: Browser, tmp_path: Path, find: str, put: str, told: str
) -> None:
    text = browser.value("read", _damaged(_file(tmp_path), find, put))
    assert told in text


@pytest.mark.parametrize(
    ("find", "put", "told"),
    [
        (r'"data": "(.{40})..', r'"data": "\1AA', "past niet"),
        (r'"iterations": 600000', '"iterations": 600001', "past niet"),
        (r'"iterations": 600000', '"iterations": 999999999', "beschadigd"),
        (r'"version": 1', '"version": 7', "nieuwere versie"),
        (r'"purpose": "deelpakket"', '"purpose": "reactie"', "beschadigd"),
        (r'"salt": "...', '"salt": "', "beschadigd"),
    ],
)
def test_a_changed_sealed_packet_gives_one_sentence(
    browser: Browser, tmp_path: Path, key: Key, find: str, put: str, told: str
) -> None:
    path = _damaged(_file(tmp_path, key), find, put)
    early = told == "nieuwere versie" or "999" in put or "salt" in put
    text = browser.value("read", path, **({} if early else {"passphrase": PASSPHRASE}))
    assert told in text
    assert "hulpvraag" not in text


@pytest.mark.parametrize("width", [320, 768, 992, 1600])
def test_nothing_sticks_out(browser: Browser, tmp_path: Path, width: int) -> None:
    over = browser.value(
        "picture", _file(tmp_path, number=2), width=width, picture=str(tmp_path / "p.png")
    )
    assert over <= 0


def test_it_is_printed_whole(browser: Browser, tmp_path: Path) -> None:
    import pikepdf

    path = tmp_path / "op-papier.pdf"
    browser.value("print", _file(tmp_path, number=2), picture=str(path))
    with pikepdf.open(path) as pdf:
        assert 2 <= len(pdf.pages) <= 4


def test_the_data_is_in_the_page_as_json(tmp_path: Path) -> None:
    page = _file(tmp_path).read_text("utf-8")
    block = page.partition('id="logboek-deelpakket">')[2].partition("</script>")[0]
    assert json.loads(block)["format"] == "logboek-deelpakket"
