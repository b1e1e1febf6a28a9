# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Packages of exercises for tests: whole ones, and ones with exactly one thing wrong."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from logbook.core.package import Manifest, PackageFacts, PackedFile
from logbook.files.archive import make_archive
from logbook.formats.package_manifest import MANIFEST, render_manifest
from tests.content.builders import (
    SAFE_SVG,
    chapter_text,
    deck_text,
    exercise_text,
    page_text,
    write,
)

FACTS = PackageFacts("groep", "Groepswerk", 1, "De opleiding", "CC BY 4.0", "Over groepen.")
PACKAGE_MD = (
    '---\nid: groep\ntitle: "Groepswerk"\nversion: 1\nauthor: "De opleiding"\n'
    'licence: CC BY 4.0\nsummary: "Over groepen."\n---\n\nVoor mezelf.\n'
)
WALK = "exercises/01-groep/samen-lopen.md"


def texts() -> dict[str, str]:
    """A chapter exercise, a new chapter with one, a template, a deck with a picture and a list."""
    loose = exercise_text("korte-vorm").replace("chapter: 1\n", "")
    return {
        WALK: exercise_text("samen-lopen"),
        "exercises/91-nieuw/chapter.md": chapter_text(91),
        "exercises/91-nieuw/nieuw-pad.md": exercise_text("nieuw-pad", chapter=91),
        "exercises/templates/korte-vorm.md": loose,
        "exercises/decks/routes/deck.md": deck_text(
            "routes", "| pad.svg | Pad | Een pad door het gras. |\n", "picture"
        ),
        "exercises/decks/routes/pad.svg": SAFE_SVG,
        "resources/lists/rollen.md": page_text("rollen", "list", "- trekker\n- volger\n"),
    }


def contents(**changed: str) -> dict[str, bytes]:
    """The files of a whole package."""
    return {name: text.encode() for name, text in (texts() | changed).items()}


def manifest_of(files: Mapping[str, bytes], facts: PackageFacts = FACTS) -> Manifest:
    """A manifest that fits these files."""
    return Manifest(
        facts,
        tuple(
            PackedFile(name, len(content), hashlib.sha256(content).hexdigest())
            for name, content in sorted(files.items())
        ),
    )


def package_bytes(
    files: Mapping[str, bytes] | None = None,
    facts: PackageFacts = FACTS,
    manifest: bytes | None = None,
) -> bytes:
    """A package of these files; the manifest fits unless one is given."""
    found = contents() if files is None else files
    about = render_manifest(manifest_of(found, facts)) if manifest is None else manifest
    return make_archive([(MANIFEST, about), *sorted(found.items())])


def write_package(path: Path, *args: object, **options: object) -> Path:
    """Write `package_bytes` to a file."""
    path.write_bytes(package_bytes(*args, **options))  # type: ignore[arg-type]
    return path


def source_folder(root: Path, **changed: str) -> Path:
    """A folder as an author has it, from which a package can be made."""
    write(root, {"package.md": PACKAGE_MD, **texts(), **changed})
    return root


def zip_bytes(*members: tuple[zipfile.ZipInfo | str, bytes]) -> bytes:
    """A zip by Python's own module, for shapes that `make_archive` never makes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for info, content in members:
            archive.writestr(info, content)
    return target.getvalue()
