# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Small texts and folders of exercises for the tests of `logbook.content`."""

from pathlib import Path

from logbook.content.block_reader import Surroundings
from logbook.content.exercises import ParsedExercise, parse_exercise
from logbook.content.library import ContentFolder
from logbook.core.exercise import Argument, Block, Exercise, Option, Prompt

HEADER = """---
id: proef
title: "Een proef"
chapter: 1
goal: "Kijken of het werkt."
origin: own
source: "Eigen werk"
version: 1
language: nl
---
"""

SURROUNDINGS = Surroundings(
    decks={"beelden": 8, "drijfveren": 4, "stuk": None},
    lists={
        "kwaliteiten": (Option("rust", "rust"), Option("humor", "humor")),
        "kort": (Option("een", "een"),),
    },
    models={
        "korthagen": (Prompt("doen", "Wat deed je?", "Kort.", line=20), Prompt("zien", "En toen?")),
        "leeg": (),
    },
    choosers={
        "vorm": (
            Argument("i1", "Rust", ("individueel",), ("groep",), "Een bron"),
            Argument("i2", "Steun", ("groep",), (), "Een andere bron"),
        )
    },
)

SAFE_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><rect width="3"/></svg>'


def parse(body: str, header: str = HEADER, **options: bool) -> ParsedExercise:
    """Parse an exercise with this body among the usual surroundings."""
    return parse_exercise(header + body, "proef.md", SURROUNDINGS, **options)


def exercise_of(body: str, header: str = HEADER) -> Exercise:
    """The exercise with this body, which must have no problems."""
    parsed = parse(body, header)
    assert parsed.problems == ()
    assert parsed.exercise is not None
    return parsed.exercise


def block_of(body: str) -> Block:
    """The last block of an exercise with this body."""
    return exercise_of(body).blocks[-1]


def messages(parsed: ParsedExercise) -> list[tuple[int, str]]:
    """Line and sentence of each problem; lines count from the first line of the body."""
    offset = HEADER.count("\n")
    return [(problem.line - offset, problem.message) for problem in parsed.problems]


def write(root: Path, files: dict[str, str]) -> None:
    """Write texts to files below a folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def exercise_text(exercise_id: str, body: str = "## Vraag? {#vraag}\n", chapter: int = 1) -> str:
    """The text of an exercise file."""
    header = HEADER.replace("id: proef", f"id: {exercise_id}")
    return header.replace("chapter: 1", f"chapter: {chapter}") + body


def chapter_text(number: int = 1, theme: str = "Een thema.") -> str:
    """The text of a chapter.md."""
    return (
        f'---\nnumber: {number}\ntitle: "Hoofdstuk {number}"\nsource: "Eigen werk"\n'
        f"version: 1\nlanguage: nl\n---\n\n{theme}\n"
    )


def deck_text(deck_id: str, rows: str, kind: str = "word") -> str:
    """The text of a deck.md."""
    return (
        f'---\nid: {deck_id}\ntitle: "Kaarten"\nkind: {kind}\nversion: 1\nlanguage: nl\n'
        'licence: CC BY 4.0\nsource: "Eigen werk"\n---\n\nKijk rustig rond.\n\n'
        f"| card | title | description |\n|---|---|---|\n{rows}"
    )


def page_text(page_id: str, kind: str = "model", body: str = "Uitleg.\n") -> str:
    """The text of a reference page."""
    return (
        f'---\nid: {page_id}\ntitle: "Een blad"\nkind: {kind}\nsummary: "Kort."\n'
        'source: "Eigen werk"\nstatus: actueel\nversion: 1\nlanguage: nl\n---\n\n' + body
    )


def small_library(root: Path) -> ContentFolder:
    """A shipped folder with one chapter, exercise, template, extra, two decks and two pages."""
    write(
        root,
        {
            "exercises/01-begin/chapter.md": chapter_text(),
            "exercises/01-begin/proef.md": exercise_text("proef"),
            "exercises/templates/losse-notitie.md": exercise_text("losse-notitie").replace(
                "chapter: 1\n", ""
            ),
            "exercises/extra/bij-een-model.md": exercise_text("bij-een-model").replace(
                "chapter: 1\n", ""
            ),
            "exercises/decks/woorden/deck.md": deck_text(
                "woorden", "| rust | Rust | Niets hoeft. |\n| moed | Moed | Toch doen. |\n"
            ),
            "exercises/decks/platen/deck.md": deck_text(
                "platen", "| brug.svg | Brug | Een brug over water. |\n", "picture"
            ),
            "exercises/decks/platen/brug.svg": SAFE_SVG,
            "resources/models/weegschaal.md": page_text("weegschaal"),
            "resources/lists/kwaliteiten.md": page_text(
                "kwaliteiten", "list", "Kies rustig.\n\n- rust\n- humor\n"
            ),
        },
    )
    return ContentFolder(root / "exercises", root / "resources", own=False)


def chooser_body(rows: str) -> str:
    """The table of a chooser with these rows."""
    return f"| Code | Argument | Pleit voor | Pleit tegen | Bron |\n|---|---|---|---|---|\n{rows}"
