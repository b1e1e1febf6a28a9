# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a reader does in the page, and that the program opens what comes out of it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from logbook.core.anchoring import check_quote, quote_of
from logbook.core.packet import AnswerFile, Packet, Remark, RemarkKind
from logbook.formats.packet_file import write_packet_file
from logbook.formats.packet_json import answer_file_json, read_answer_file
from logbook.formats.pasted import parse_block, render_block
from logbook.formats.sealed import Key, Purpose, key_of, new_key, seal, unseal
from tests.browser.conftest import Browser
from tests.browser.samples import PASSPHRASE, PASSPHRASE_NFD, student_packet
from tests.packet_builders import one_answer, public

_KINDS = ("vraag", "herkenning", "spiegel", "theorie", "tip")


def _file(folder: Path, key: Key | None = None, number: int = 1) -> Path:
    path = folder / "pakket.html"
    path.write_bytes(write_packet_file(student_packet(number), key))
    return path


def _checked(answer: AnswerFile, packet: Packet) -> None:
    """Every quote stands in the text that was sent, at its place in code points."""
    for remark in answer.remarks:
        if remark.quote is not None and remark.answer is not None:
            sent = packet.answer(remark.answer)
            assert sent is not None
            assert check_quote(remark.quote, sent.text) == remark.quote


def test_words_are_selected_and_remarked_on(browser: Browser, tmp_path: Path) -> None:
    words = ("zelf moest kunnen", "moest kunnen, juist", "Morgen is ook", "Wegwijzer", "gemaild")
    remarks = [[w, k, f"Over {w}."] for w, k in zip(words, _KINDS, strict=True)]
    found = browser.value(
        "remark", _file(tmp_path), remarks=remarks, name="S. de Vries", general="Mooi.\nEcht.",
        given="Ja, dat.", save=True, copy=True,
    )  # fmt: skip
    assert found["state"] == "Nog niet bewaard"
    assert found["after"] == "Bewaard"
    assert ["moest kunnen", "tip over"] not in found["marks"]
    assert ["moest kunnen", "recognition over"] in found["marks"]
    path = browser.downloaded()
    assert path.stem in found["told"]
    answer = read_answer_file(json.loads(path.read_text("utf-8")))
    _checked(answer, student_packet())
    assert [r.quote.exact for r in answer.remarks if r.quote] == list(words)
    assert [r.kind for r in answer.remarks] == list(RemarkKind)
    assert answer.reader == "S. de Vries"
    assert answer.general == "Mooi.\nEcht."
    assert answer.answers == ((public(31), "Ja, dat."),)
    assert found["block"] == render_block(answer, student_packet())
    assert path.read_text("utf-8") == answer_file_json(answer)


@pytest.mark.parametrize(
    "words",
    [
        "👩‍🏫 Zij",
        "e\u0301e\u0301n minuut",
        "minuut stil 🙂 en dat",
        "en dat hielp.",
        "‘gênant’",
    ],
)
def test_places_count_code_points(browser: Browser, tmp_path: Path, words: str) -> None:
    browser.value(
        "remark", _file(tmp_path), remarks=[[words, "vraag", "?"]], exactly=True, save=True
    )
    answer = read_answer_file(json.loads(browser.downloaded().read_text("utf-8")))
    _checked(answer, student_packet())
    assert answer.remarks[0].quote is not None
    assert answer.remarks[0].quote.exact == words


def test_a_sealed_packet_gives_a_sealed_answer(browser: Browser, tmp_path: Path) -> None:
    browser.value(
        "remark", _file(tmp_path, new_key(PASSPHRASE)), passphrase=PASSPHRASE_NFD,
        remarks=[["zelf moest kunnen", "spiegel", "Geheim woord."]], save=True,
    )  # fmt: skip
    text = browser.downloaded().read_text("utf-8")
    assert "Geheim" not in text
    data = json.loads(text)
    opened = unseal(data, key_of(data, PASSPHRASE), Purpose.ANSWER, limit=5_000_000)
    answer = read_answer_file(json.loads(opened))
    _checked(answer, student_packet())
    assert answer.remarks[0].text == "Geheim woord."


def test_everything_can_be_done_by_keyboard(browser: Browser, tmp_path: Path) -> None:
    found = browser.value(
        "keyboard", _file(tmp_path), words="drie weken", text="Hm.",
        keys=["ArrowDown", "ArrowDown", "Shift+ArrowLeft", "Shift+ArrowDown", "3"],
    )  # fmt: skip
    assert found["pending"] == "dacht dat ik het zelf moest kunnen, juist omdat ik dit vak"
    assert found["kind"] == "mirror"
    assert found["back"] == "lines"
    assert found["cards"] == ["Hm."]


def test_a_passage_too_long_to_quote_is_not_taken_by_keyboard(
    browser: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "lang.html"
    path.write_bytes(write_packet_file(one_answer("lang " * 5_000), None))
    found = browser.value("tooLong", path, words="lang", keys=["ArrowDown", "Enter"])
    assert found == {"told": "Dit is een lang stuk. Kies minder woorden.", "form": False}


def test_a_remark_is_changed_taken_away_and_taken_back(browser: Browser, tmp_path: Path) -> None:
    assert browser.value("change", _file(tmp_path), words="eerst hoe") == [
        ["Eerst dit."],
        ["Eerst dit. En meer."],
        [],
        ["Eerst dit. En meer."],
        ["Eerst dit."],
    ]


def test_a_remark_that_is_being_written_is_not_lost(browser: Browser, tmp_path: Path) -> None:
    found = browser.value("hasty", _file(tmp_path), words="eerst hoe")
    assert "Voeg die eerst toe" in found["told"][0]
    assert "niet toegevoegd" in found["told"][1]
    assert found["told"][2] == "Half"
    assert found["said"] == ["Half en heel."]


def test_a_reply_stands_in_its_thread(browser: Browser, tmp_path: Path) -> None:
    found = browser.value("reply", _file(tmp_path, number=2), text="Ja [dat] > zie ik\n\n  ook.")
    assert "Ja [dat] > zie ik\n\n  ook." in found["threads"][0]
    answer = parse_block(found["block"])
    replied, whole = answer.remarks
    assert (replied.reply_to, replied.text) == (public(44), "Ja [dat] > zie ik\n\n  ook.")
    assert (whole.answer, whole.quote, whole.text) == (public(11), None, "Over alles hier.")
    assert found["block"] == render_block(answer, student_packet(2))


def test_leaving_with_words_that_were_not_saved_warns(browser: Browser, tmp_path: Path) -> None:
    path = _file(tmp_path)
    assert browser.play("leave", path, general="Hoi")["value"] == ["dialog beforeunload"]
    assert browser.play("leave", path)["value"] == []


def _answer(**parts: Any) -> AnswerFile:
    text = student_packet().answers()[0].text
    at = text.index("🙂")
    remark = Remark(
        public(61), RemarkKind.THEORY, "Eerder gezegd.", public(11), quote_of(text, at, at + 5),
        day=date(2026, 11, 1),
    )  # fmt: skip
    made = AnswerFile(
        public(60), public(1), public(2), 1, date(2026, 11, 1), "S.", (remark,), "Toen.",
        ((public(32), "Deze."),),
    )  # fmt: skip
    return replace(made, **parts)


@pytest.mark.parametrize("sealed", [False, True])
def test_an_earlier_answer_is_continued(browser: Browser, tmp_path: Path, sealed: bool) -> None:
    key = new_key(PASSPHRASE) if sealed else None
    text = answer_file_json(_answer())
    if key:
        text = json.dumps(seal(text, key, Purpose.ANSWER))
    earlier = tmp_path / "reactie.json"
    earlier.write_text(text, "utf-8")
    (found,) = browser.value(
        "load", _file(tmp_path, key), answers=[str(earlier)], passphrase=PASSPHRASE if key else ""
    )
    assert found["told"] == "Je eerdere reactie staat er weer."
    assert found["state"] == "Bewaard"
    assert found["said"] == ["Eerder gezegd."]
    assert (found["general"], found["reader"]) == ("Toen.", "S.")


def _changed(**parts: Any) -> str:
    return json.dumps(json.loads(answer_file_json(_answer())) | parts)


def _remark(**parts: Any) -> str:
    data = json.loads(answer_file_json(_answer()))
    data["remarks"][0] |= parts
    return json.dumps(data)


def _rounds(number: int) -> str:
    sealed = seal("{}", new_key("iets anders"), Purpose.ANSWER)
    return json.dumps(sealed | {"kdf": sealed["kdf"] | {"iterations": number}})


_OTHER = "f" * 32
_REFUSED = [
    ("", "geen reactie"),
    ("geen json", "geen reactie"),
    ("[" * 100_000, "geen reactie"),
    ("[]", "geen reactie"),
    (_changed(format="iets"), "geen reactie"),
    (_changed(version=2), "nieuwere versie"),
    (_changed(packet=_OTHER), "ander pakket"),
    (_changed(pair=_OTHER), "ander pakket"),
    (_changed(general=5), "beschadigd"),
    (_changed(general="x" * 20_001), "beschadigd"),
    (_changed(answers=[{"question": _OTHER, "text": "x"}]), "beschadigd"),
    (_changed(remarks=[{}] * 100_000), "beschadigd"),
    (_changed(remarks={}), "beschadigd"),
    (_remark(kind="constructor"), "beschadigd"),
    (_remark(kind="__proto__"), "beschadigd"),
    (_remark(id="<script>"), "beschadigd"),
    (_remark(body="x"), "beschadigd"),
    (_remark(target={"source": _OTHER}), "beschadigd"),
    (_remark(target={"source": public(11), "selector": [{}, {}]}), "beschadigd"),
    (
        _remark(
            target={
                "source": public(11),
                "selector": [{"exact": "Ik"}, {"start": 1, "end": 3}],
            }
        ),
        "beschadigd",
    ),
    ("[" + "[]," * 1_600_000 + "0]", "geen reactie"),
    (_changed(remarks=[{}] * 1_200_000), "beschadigd"),
    (_changed(reader="\u202e<img src=x onerror=alert(1)>" * 10), "beschadigd"),
    ("x" * 5_000_001, "te groot"),
    (_rounds(5_000_000_000), "andere wachtzin"),
    (json.dumps(seal("{}", new_key("iets anders"), Purpose.ANSWER)), "andere wachtzin"),
]


def test_what_is_no_answer_for_this_packet_changes_nothing(
    browser: Browser, tmp_path: Path
) -> None:
    names = []
    for number, (text, _) in enumerate(_REFUSED):
        path = tmp_path / f"r{number}.json"
        path.write_text(text, "utf-8")
        names.append(str(path))
    found = browser.value("load", _file(tmp_path), answers=names)
    for (text, told), result in zip(_REFUSED, found, strict=True):
        assert told in result["told"], text[:200]
        assert result["said"] == []
        assert result["general"] == ""
