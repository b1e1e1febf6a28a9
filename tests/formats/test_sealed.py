# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Sealing with a passphrase: opens with the right one, refuses all else in one way."""

from __future__ import annotations

import base64
import json
import sys
from typing import Any

import pytest

from logbook.core.share_errors import FormatMissing
from logbook.formats.json_fields import Refused
from logbook.formats.sealed import (
    ITERATIONS,
    Purpose,
    WrongPassphrase,
    derive_key,
    has_salt_of,
    is_sealed,
    key_of,
    new_key,
    seal,
    unseal,
)

_KEY = new_key("vijf rustige woorden op een rij, café")
_SEALED = seal("Wat ik schreef, één keer.", _KEY, Purpose.PACKET)


def _changed(**parts: Any) -> dict[str, Any]:
    copy: dict[str, Any] = json.loads(json.dumps(_SEALED))
    for name, part in parts.items():
        holder = copy
        *path, last = name.split("__")
        for step in path:
            holder = holder[step]
        holder[last] = part
    return copy


def test_the_right_passphrase_opens_it() -> None:
    key = key_of(_SEALED, "vijf rustige woorden op een rij, cafe\u0301")
    assert unseal(_SEALED, key, Purpose.PACKET, limit=1_000) == "Wat ik schreef, één keer."


def test_another_passphrase_does_not() -> None:
    with pytest.raises(WrongPassphrase):
        unseal(_SEALED, key_of(_SEALED, "iets anders"), Purpose.PACKET, limit=1_000)


def test_nothing_of_the_text_can_be_read() -> None:
    assert "schreef" not in json.dumps(_SEALED)
    assert is_sealed(_SEALED)


def test_two_messages_have_different_vectors() -> None:
    other = seal("Wat ik schreef, één keer.", _KEY, Purpose.PACKET)
    assert other["cipher"]["iv"] != _SEALED["cipher"]["iv"]
    assert other["data"] != _SEALED["data"]
    assert has_salt_of(other, _KEY)


def test_a_changed_letter_is_noticed() -> None:
    data = bytearray(base64.b64decode(_SEALED["data"]))
    data[3] ^= 1
    with pytest.raises(WrongPassphrase):
        unseal(_changed(data=base64.b64encode(data).decode()), _KEY, Purpose.PACKET, limit=1_000)


def test_a_changed_header_is_noticed() -> None:
    with pytest.raises(WrongPassphrase):
        unseal(_changed(kdf__iterations=ITERATIONS + 1), _KEY, Purpose.PACKET, limit=1_000)


def test_a_packet_does_not_pass_for_an_answer() -> None:
    with pytest.raises(Refused, match="purpose"):
        unseal(_SEALED, _KEY, Purpose.ANSWER, limit=1_000)
    with pytest.raises(WrongPassphrase):
        unseal(_changed(purpose="reactie"), _KEY, Purpose.ANSWER, limit=1_000)


@pytest.mark.parametrize(
    "parts",
    [
        {"version": 2},
        {"version": True},
        {"kdf__iterations": 10},
        {"kdf__iterations": 10**9},
        {"kdf__iterations": "600000"},
        {"kdf__salt": "AAAA"},
        {"kdf__salt": 5},
        {"kdf__name": "scrypt"},
        {"kdf": []},
        {"cipher__iv": "AAAA"},
        {"cipher__name": "AES-CBC"},
        {"cipher": None},
        {"data": "geen base64"},
        {"data": ""},
        {"more": 1},
    ],
)
def test_a_header_that_is_not_ours_is_refused(parts: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        unseal(_changed(**parts), _KEY, Purpose.PACKET, limit=1_000)


def test_a_text_that_unpacks_to_too_much_is_refused() -> None:
    bomb = seal("a" * 100_000, _KEY, Purpose.PACKET)
    with pytest.raises(Refused, match="size"):
        unseal(bomb, _KEY, Purpose.PACKET, limit=1_000)


def test_a_key_shows_nothing_of_itself() -> None:
    assert repr(derive_key("x", b"0" * 16, ITERATIONS)) == "Key()"


def test_a_missing_library_is_an_expected_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives.hashes", None)
    with pytest.raises(FormatMissing) as caught:
        new_key("vijf woorden voor een zin")
    assert caught.value.part == "cryptography"
