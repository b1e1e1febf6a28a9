# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What the demo takes along: the whole logbook in three formats, looked at again."""

from __future__ import annotations

import json
from pathlib import Path

from logbook.services.transfer import Transfer
from logbook.ui.demo import words
from logbook.ui.demo.stage import Stage

_NAMES = {
    "json": "mijn-logboek.json",
    "markdown": "mijn-logboek.md",
    "html": "mijn-logboek.html",
}


def write_exports(stage: Stage, transfer: Transfer) -> dict[str, Path]:
    """Write the exports and check that every word is in each of them.

    Returns:
        The files by format.

    Raises:
        NotSeen: a word is missing.
    """
    written = {}
    for name, file_name in _NAMES.items():
        path = stage.folder / file_name
        transfer.export(path, name)
        text = path.read_text(encoding="utf-8")
        if name == "json":
            stage.check(len(json.loads(text)["entries"]) == 3, "Het JSON-bestand is niet volledig.")
        for sentence in (words.ONE_SENTENCE, words.NOTE, words.HALFWAY[-1][2]):
            stage.check(sentence in text, f"‘{sentence}’ staat niet in {path.name}.")
        written[name] = path
    return written
