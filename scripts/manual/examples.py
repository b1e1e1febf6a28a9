# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Finds the examples in the manual for authors and lays them out as files that can be loaded.

In the manual a comment above a fence says what it is: `<!-- voorbeeld: NAME -->` for steps (and
a picture of the last one), `<!-- bestand: PATH -->` for a whole file in an author's own folder.
Knows texts and files; showing the examples is left to `pictures`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = (
    DOCS / "oefeningen-schrijven.md",
    DOCS / "oefeningen" / "soorten.md",
    DOCS / "oefeningen" / "kaarten-en-bladen.md",
)
PICTURES = DOCS / "beelden" / "oefeningen"
HASHES = PICTURES / "hashes.json"

#: The exercise that the manual begins with, and the mistakes that it shows.
FIRST = "hoofdstuk-6/de-mooiste-vraag.md"
MISTAKES = (("sensitivity: low", "sensitivity: laag"), (" {#what-happened}", ""))

#: Where the examples stand in an author's own folder; any chapter will do.
FOLDER = "voorbeelden"
PREFIX = "voorbeeld-"

_FENCE = re.compile(
    r"^<!-- (?P<sort>voorbeeld|bestand): (?P<name>\S+) -->\n```markdown\n(?P<text>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
_OUTPUT = re.compile(r"^<!-- uitvoer: mistake -->\n```text\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_MARKER = re.compile(r"^<!-- (?:voorbeeld|bestand):", re.MULTILINE)
_PICTURE = re.compile(r"(?<!`)!\[(?P<words>[^\]]*)\]\((?P<target>[^)\s]+\.png)\)")

_HEADER = """\
---
id: {id}
title: "Voorbeeld"
chapter: 1
goal: "Laten zien hoe een stap eruitziet."
origin: own
source: "Eigen werk"
version: 1
---

"""


class Manual(NamedTuple):
    """What stands in the manual.

    Args:
        examples: steps by name, as Markdown without header.
        files: whole files by path in an author's own folder.
        pictures: the words beside each picture, by its absolute path.
        output: what the check says of the mistakes it shows.
    """

    examples: Mapping[str, str]
    files: Mapping[str, str]
    pictures: Mapping[Path, str]
    output: str


def read_manual() -> Manual:
    """Everything in all pages of the manual.

    Raises:
        ValueError: a marker stands above no fence, or a name is used twice.
    """
    found: dict[str, dict[str, str]] = {"voorbeeld": {}, "bestand": {}}
    pictures: dict[Path, str] = {}
    output = ""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        fences = list(_FENCE.finditer(text))
        if len(fences) != len(_MARKER.findall(text)):
            raise ValueError(f"{page.name}: a marker without a fence of markdown below it")
        for fence in fences:
            known = found[fence["sort"]]
            if fence["name"] in known:
                raise ValueError(f"{page.name}: {fence['name']} is there twice")
            known[fence["name"]] = fence["text"]
        if shown := _OUTPUT.search(text):
            output = shown[1]
        for picture in _PICTURE.finditer(text):
            pictures[(page.parent / picture["target"]).resolve()] = picture["words"]
    return Manual(found["voorbeeld"], found["bestand"], pictures, output)


def lay_out(manual: Manual, own_exercises: Path) -> None:
    """Write every example and file in an author's own folder."""
    for name, text in manual.examples.items():
        header = _HEADER.format(id=exercise_id(name))
        _write(own_exercises / FOLDER / f"{exercise_id(name)}.md", header + text)
    for path, text in manual.files.items():
        _write(own_exercises / path, text)


def with_mistakes(text: str) -> str:
    """The first exercise with the mistakes that the manual shows."""
    for right, wrong in MISTAKES:
        text = text.replace(right, wrong)
    return text


def exercise_id(name: str) -> str:
    """The id that an example gets as an exercise."""
    return f"{PREFIX}{name}"


def picture_hash(manual: Manual, source: str, words: object) -> str:
    """What a picture was made of: an example or file, the files it names, the words in it.

    Args:
        source: name of an example or path of a file.
        words: what is filled in, as a value with a stable `repr`.
    """
    text = manual.examples.get(source) or manual.files[source]
    leaning = [
        other
        for path, other in sorted(manual.files.items())
        if path != source and re.search(rf"[=:/]{re.escape(_name(path))}\b", text)
    ]
    whole = "\0".join((text, *leaning, repr(words)))
    return hashlib.sha256(whole.encode()).hexdigest()[:16]


def kept_hashes() -> dict[str, str]:
    """The hash of each picture as it was made, by file name."""
    found: dict[str, str] = json.loads(HASHES.read_text(encoding="utf-8"))
    return found


def keep_hashes(hashes: Mapping[str, str]) -> None:
    """Write the hashes beside the pictures."""
    HASHES.write_text(json.dumps(hashes, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _name(path: str) -> str:
    parts = Path(path)
    return parts.parent.name if parts.stem == "deck" else parts.stem


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
