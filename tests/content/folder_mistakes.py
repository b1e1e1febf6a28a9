# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Mistakes that show only among other files: what is written over a small library, and where."""

from logbook.content.sentences import Mistake
from tests.content.builders import SAFE_SVG, chapter_text, deck_text, exercise_text, page_text

PROEF = "exercises/01-begin/proef.md"
PLATEN = "exercises/decks/platen/deck.md"
MODEL = "resources/models/weegschaal.md"
BRUG = "exercises/decks/platen/brug.svg"


def proef(body: str) -> dict[str, str]:
    """The exercise `proef` with another body."""
    return {PROEF: exercise_text("proef", body)}


#: (mistake, files to write, the file that is named, line; 0 for the whole file)
CASES = [
    (Mistake.FILE_TOO_LARGE, {PROEF: "a" * 300_000}, PROEF, 0),
    (Mistake.ID_NOT_NAME, {PROEF: exercise_text("andere")}, PROEF, 2),
    (
        Mistake.CHAPTER_HERE,
        {"exercises/extra/los.md": exercise_text("los")},
        "exercises/extra/los.md",
        4,
    ),
    (Mistake.CHAPTER_DIFFERS, {PROEF: exercise_text("proef", chapter=2)}, PROEF, 4),
    (
        Mistake.CHAPTER_UNKNOWN,
        {"exercises/02-nieuw/twee.md": exercise_text("twee", chapter=9)},
        "exercises/02-nieuw/twee.md",
        4,
    ),
    (Mistake.KIND_OF_FOLDER, {MODEL: page_text("weegschaal", "term")}, MODEL, 4),
    (
        Mistake.TAKEN,
        {"exercises/02-nieuw/proef.md": exercise_text("proef")},
        "exercises/02-nieuw/proef.md",
        1,
    ),
    (
        Mistake.TAKEN,
        {"exercises/02-nieuw/chapter.md": chapter_text(1)},
        "exercises/02-nieuw/chapter.md",
        1,
    ),
    (Mistake.RECALL_EXERCISE, proef("## V {#v .recall of=profe#vraag}\n"), PROEF, 11),
    (
        Mistake.RECALL_BLOCK,
        {"exercises/01-begin/later.md": exercise_text("later", "## V {#v .recall of=proef#x}\n")},
        "exercises/01-begin/later.md",
        11,
    ),
    (
        Mistake.LINK_OUTSIDE,
        proef("## V {#v}\n[t](../../resources/models/weegschaal.md)\n"),
        PROEF,
        12,
    ),
    (Mistake.LINK_MISSING, proef("## V {#v}\n[t](bijlage.md)\n"), PROEF, 12),
    (Mistake.PAGE_UNKNOWN, proef("## V {#v}\n[t](naslag:models/wegschaal)\n"), PROEF, 12),
    (Mistake.TOO_MANY_HEADINGS, {MODEL: page_text("weegschaal", body="## a\n" * 301)}, MODEL, 12),
    (Mistake.PICTURE_MISSING, proef("## V {#v}\n![t](brug.svg)\n"), PROEF, 12),
    (Mistake.FILE_LINK_OUTSIDE, proef("## V {#v}\n![t](../decks/platen/brug.svg)\n"), PROEF, 12),
    (Mistake.PICTURE_TOO_LARGE, {BRUG: SAFE_SVG + " " * 70_000}, PLATEN, 15),
    (Mistake.PICTURE_DAMAGED, {BRUG: "<svg>"}, PLATEN, 15),
    (Mistake.PICTURE_REFUSED, {BRUG: "<svg><script/></svg>"}, PLATEN, 15),
    (Mistake.PICTURE_TOO_COMPLEX, {BRUG: "<svg>" + "<g/>" * 5_001 + "</svg>"}, PLATEN, 15),
    (
        Mistake.PICTURE_MISSING,
        {PLATEN: deck_text("platen", "| boot.svg | Boot | Een boot. |\n", "picture")},
        PLATEN,
        15,
    ),
]

#: Mistakes with a test of their own in `test_library` or `test_check_paths`.
APART = {
    Mistake.FILE_MISSING,
    Mistake.FILE_UNREADABLE,
    Mistake.FILE_NOT_TEXT,
    Mistake.FILE_NOT_MARKDOWN,
    Mistake.FILE_MISPLACED,
    Mistake.FOLDER_MISSING,
    Mistake.PICTURE_UNREADABLE,
    Mistake.PHOTO_REFUSED,
    Mistake.PHOTO_TOO_LARGE,
}
