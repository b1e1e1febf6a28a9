# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What goes wrong in the hands of somebody who does not program: one slip, one sentence."""

from pathlib import Path

import pytest

from logbook.content.decks import parse_deck
from logbook.content.folders import ContentFolder
from logbook.content.library import check_paths, load_library
from logbook.content.sentences import Mistake
from tests.content import mistakes
from tests.content.builders import HEADER, deck_text, exercise_text, messages, parse, write

BODY = "## Vraag {#vraag}\n"


@pytest.mark.parametrize(
    ("body", "mistake"),
    [
        ("##Vraag {#vraag}\n" + BODY.replace("vraag}", "w}"), Mistake.HEADING_SPACE),
        ("# Vraag {#vraag}\n" + BODY.replace("vraag}", "w}"), Mistake.HEADING_LEVEL),
        ("## Vraag {vraag .line}\n", Mistake.HEADING_NO_SIGN),
        ("## V {#v .scale from=1 to=7 low=“weinig” high=“veel”}\n", Mistake.ATTRIBUTES_FORM),
        ("## V {#v .choice max = 2}\n- rust\n- humor\n", Mistake.ATTRIBUTES_FORM),
        ("## V {#v .choice}\nKies.\n\n\t- stil\n- rust\n- humor\n", Mistake.OPTION_NESTED),
        ("## V {#v .choice}\n- rust\n\t- stil\n- humor\n", Mistake.OPTION_NESTED),
        ("## V {#v}\n![brug](mijn brug.jpg)\n", Mistake.PICTURE_FORM),
        ("## V {#v}\n![brug](C:\\Users\\brug.jpg)\n", Mistake.PICTURE_OUTSIDE),
    ],
)
def test_one_slip_gives_one_sentence(body: str, mistake: Mistake) -> None:
    (told,) = messages(parse(body))
    assert mistakes.is_said(mistake, told[1])


def test_missing_sign_before_an_id_is_shown_with_what_was_written() -> None:
    ((_, told),) = messages(parse("## Vraag {mijn-vraag .line}\n"))
    assert told.endswith("{#mijn-vraag .line}")


def test_list_in_a_note_above_the_choices_is_text() -> None:
    body = "## V {#v .choice}\n\n!!! tip\n    Denk aan:\n\n    - rust\n\n- rust\n- humor\n"
    assert parse(body).problems == ()


def test_words_between_braces_in_a_title_are_words() -> None:
    parsed = parse("## Vraag over {de ander} en jou {#vraag}\n")
    assert parsed.problems == ()


@pytest.mark.parametrize(
    "body", ["##\u00a0Vraag {#vraag .line}\n", "## Vraag\u00a0{#vraag\u00a0.line}\n"]
)
def test_space_of_another_kind_in_a_heading_is_a_space(body: str) -> None:
    parsed = parse(body)
    assert parsed.exercise is not None
    assert (parsed.exercise.blocks[0].id, parsed.exercise.blocks[0].title) == ("vraag", "Vraag")


def test_blank_lines_above_the_header_do_no_harm() -> None:
    assert parse(BODY, "\n \n" + HEADER).problems == ()
    wrong = HEADER.replace("chapter: 1", "chapter: een")
    (problem,) = parse(BODY, "\n\n" + wrong).problems
    assert problem.line == wrong.split("\n").index("chapter: een") + 3


@pytest.mark.parametrize(
    ("header", "mistake"),
    [
        ("—\n" + HEADER.removeprefix("---\n"), Mistake.HEADER_MISSING),
        ("Mijn oefening\n" + HEADER, Mistake.HEADER_MISSING),
        (HEADER.removesuffix("---\n"), Mistake.HEADER_OPEN),
    ],
)
def test_wrong_line_around_the_header_gives_one_sentence(header: str, mistake: Mistake) -> None:
    (problem,) = parse(BODY, header).problems
    assert mistakes.is_said(mistake, problem.message)


def test_value_in_slanted_quotes_is_shown_as_it_should_be() -> None:
    (problem,) = parse(BODY, HEADER.replace('"Een proef"', "„Een proef”")).problems
    assert problem.message.endswith('title: "Een proef"')


def test_quotes_within_a_value_are_words() -> None:
    for title in ("‘Ja’ zeggen", '"‘Ja, maar’"'):
        assert parse(BODY, HEADER.replace('"Een proef"', title)).problems == ()


@pytest.fixture
def own(tmp_path: Path) -> ContentFolder:
    folder = ContentFolder(tmp_path / "exercises", tmp_path / "exercises/resources", own=True)
    write(folder.exercises, {"hoofdstuk-1/goed.md": exercise_text("goed", chapter=1)})
    write(folder.exercises, {"hoofdstuk-1/chapter.md": CHAPTER, "resources/leesmij.md": ""})
    return folder


CHAPTER = '---\nnumber: 1\ntitle: "Een"\nsource: "Eigen werk"\nversion: 1\n---\nThema.\n'


@pytest.mark.parametrize(
    ("name", "mistake", "also_at_loading"),
    [
        ("hoofdstuk-1/vraag.txt", Mistake.FILE_NOT_MARKDOWN, False),
        ("hoofdstuk-1/vraag.docx", Mistake.FILE_NOT_MARKDOWN, False),
        ("hoofdstuk-1/vraag.md.txt", Mistake.FILE_NOT_MARKDOWN, True),
        ("hoofdstuk-1/vraag.MD", Mistake.FILE_NOT_MARKDOWN, True),
        ("hoofdstuk-1/vraag.markdown", Mistake.FILE_NOT_MARKDOWN, True),
        ("hoofdstuk-1/les/vraag.md", Mistake.FILE_MISPLACED, True),
        ("resources/lijst.md.txt", Mistake.FILE_NOT_MARKDOWN, True),
    ],
)
def test_file_that_is_not_read_is_named(
    own: ContentFolder, name: str, mistake: Mistake, also_at_loading: bool
) -> None:
    write(own.exercises, {name: exercise_text("vraag")})
    _, problems = check_paths([], [own])
    (problem,) = problems
    assert mistakes.is_said(mistake, problem.message)
    assert str(problem).startswith(f"{problem.path}: ")
    library = load_library([own], cache=None)
    assert library.problems == (problems if also_at_loading else ())
    assert "goed" in library.exercises


def test_files_of_no_exercise_are_left_alone(own: ContentFolder) -> None:
    names = ("leesmij.md", "foto.jpg", "~$vraag.docx", ".vraag.md.swp", "hoofdstuk-1/README.md")
    write(own.exercises, dict.fromkeys(names, "iets"))
    write(own.exercises, {"hoofdstuk-1/a/b/notitie.txt": "iets", "pakket-1.oefenpakket": "iets"})
    assert check_paths([], [own])[1] == ()


def test_check_of_one_folder_names_only_what_stands_in_it(own: ContentFolder) -> None:
    write(own.exercises, {"hoofdstuk-1/vraag.txt": "iets", "hoofdstuk-2/vraag.txt": "iets"})
    _, problems = check_paths([own.exercises / "hoofdstuk-2"], [own])
    assert [problem.path for problem in problems] == ["exercises/hoofdstuk-2/vraag.txt"]


@pytest.mark.parametrize(
    ("kind", "name", "better"),
    [
        ("picture", "mijn brug.jpg", "mijn-brug.jpg"),
        ("picture", "Brug2.JPG", "brug2.jpg"),
        ("picture", "brug.gif", "een-brug.svg"),
        ("word", "Rust!", "rust"),
        ("word", "??", "een-woord"),
    ],
)
def test_card_with_a_wrong_name_gets_one_that_can_be(kind: str, name: str, better: str) -> None:
    text = deck_text("set", f"| {name} | Titel | Wat er te zien is. |\n").replace(
        "kind: word", f"kind: {kind}"
    )
    (problem,) = parse_deck(text, "deck.md", Path("decks/set")).problems
    assert problem.message.endswith(f"zoals {better}")
