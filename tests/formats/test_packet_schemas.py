# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The published schemas say what the models read, and real files fit them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from logbook.core.packet import Packet
from logbook.formats.packet_json import answer_file_json, packet_json
from logbook.formats.pasted import parse_block
from scripts.make_schemas import FORMATS, SCHEMAS, schema_text
from tests.browser.samples import hostile_packet, large_packet, student_packet


def _schema(name: str) -> Any:
    return json.loads((FORMATS / name).read_text("utf-8"))


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_the_one_of_its_model(name: str) -> None:
    assert (FORMATS / name).read_text("utf-8") == schema_text(name), (
        "run .venv/bin/python -m scripts.make_schemas"
    )


@pytest.mark.parametrize("packet", [student_packet(2), hostile_packet(), large_packet(3, 6)])
def test_packets_fit_their_schema(packet: Packet) -> None:
    validator = Draft202012Validator(_schema("deelpakket-1.schema.json"))
    assert list(validator.iter_errors(json.loads(packet_json(packet)))) == []


def test_the_reaction_in_the_document_fits_its_schema() -> None:
    text = (Path(FORMATS) / "reactie-tekst.md").read_text("utf-8").split("```")[1]
    numbered = text
    for number in range(20):
        numbered = numbered.replace("ID", f"{number:032x}", 1)
    answer = parse_block(numbered)
    assert answer.general == "Dank je voor dit stuk."
    assert [r.text for r in answer.remarks] == ["Van wie moest dat?"]
    validator = Draft202012Validator(_schema("reactie-1.schema.json"))
    assert list(validator.iter_errors(json.loads(answer_file_json(answer)))) == []
