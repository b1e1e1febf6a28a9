# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Write the JSON Schemas of share packets and answer files to docs/formats, from their models.

    .venv/bin/python -m scripts.make_schemas

A test compares the files with the models.
"""

import json
from pathlib import Path

from pydantic import BaseModel

from logbook.formats.packet_models import AnswerFileModel, PacketModel

FORMATS = Path(__file__).resolve().parent.parent / "docs" / "formats"
SCHEMAS: dict[str, tuple[str, type[BaseModel]]] = {
    "deelpakket-1.schema.json": ("Logboek, share packet, version 1", PacketModel),
    "reactie-1.schema.json": ("Logboek, answer file, version 1", AnswerFileModel),
}


def schema_text(name: str) -> str:
    """The schema that stands in this file, as text."""
    title, model = SCHEMAS[name]
    made = model.model_json_schema()
    made["title"] = title
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    """Write all of them."""
    for name in SCHEMAS:
        (FORMATS / name).write_text(schema_text(name), "utf-8")


if __name__ == "__main__":
    main()
