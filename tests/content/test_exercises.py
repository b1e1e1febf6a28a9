# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.content.exercises import ParsedExercise, parse_exercise
from logbook.core.exercise import Exercise, Origin, Sensitivity, Together
from tests.content.builders import HEADER, SURROUNDINGS, exercise_of, messages, parse

FULL = """
Een inleiding met een [blad](naslag:models/weegschaal).

!!! zorg "Let op jezelf"
    Je mag stoppen.

## Kies kaarten {#kaarten .cards deck=beelden,drijfveren pick=1-3 paper=yes}

Kijk rustig.

### Waarom deze? {#waarom .line}

## Leg naast elkaar {#naast .beside of=kaarten}

## Per kaart {#per-kaart .each of=kaarten}

### Wat zie je? {#zien}

Denk aan [je kaarten](answer:kaarten).

## Hoe was het? {#schaal .scale from=1 to=7 low="heel moeilijk" high='heel makkelijk'}

## Wat koos je? {#keuze .choice max=2 own=yes}

- rust
- humor

## Weeg af {#wegen .columns}

| Kan | Moet |
|---|---|
| rust | huur |

Wat valt op?

## Rij na rij {#rijen .table rows=2-6}

| Wie | Wat |
|---|---|

```
## geen blok
```

## Praat erover {#praten .exchange with="een collega"}

## Probeer iets {#doen .intention}

## Lees terug {#terug .recall of=kaarten}

## Later? {#later .revisit after=12w of=kaarten,keuze}
"""


def test_header_becomes_the_exercise() -> None:
    header = HEADER.replace(
        "version: 1",
        "version: 3\norder: 2\nminutes: 30\nparts: true\nmethod: kaarten\n"
        "sensitivity: medium\ntogether: exchange",
    )
    exercise = exercise_of("Hallo.\n\n## V {#v}\n", header)
    assert replace(exercise, blocks=()) == Exercise(
        id="proef",
        title="Een proef",
        chapter=1,
        order=2,
        goal="Kijken of het werkt.",
        minutes=30,
        parts=True,
        method="kaarten",
        origin=Origin.OWN,
        source="Eigen werk",
        sensitivity=Sensitivity.MEDIUM,
        together=Together.EXCHANGE,
        version=3,
        language="nl",
        introduction="Hallo.",
        blocks=(),
    )


def test_what_is_left_out_of_the_header_has_a_default() -> None:
    exercise = exercise_of("## V {#v}\n")
    assert (exercise.minutes, exercise.parts, exercise.method) == (None, False, "")
    assert (exercise.sensitivity, exercise.together) == (Sensitivity.LOW, Together.ALONE)


@pytest.mark.parametrize("value", ["no", "12:30", "2026-01-01", "0x1F", "yes", "1e3", ".5", "on"])
def test_plain_words_in_a_header_stay_as_typed(value: str) -> None:
    exercise = exercise_of("## V {#v}\n", HEADER.replace('"Een proef"', value))
    assert exercise.title == value


def test_every_kind_in_one_exercise() -> None:
    exercise = exercise_of(FULL)
    assert len(exercise.blocks) == 11
    assert exercise.introduction.startswith("Een inleiding")
    assert "!!! zorg" in exercise.introduction
    assert exercise.blocks[6].body == "```\n## geen blok\n```"


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: "\ufeff" + text,
        lambda text: "\ufeff" + text.replace("\n", "\r\n"),
        lambda text: text.rstrip("\n"),
        lambda text: text.replace(
            "{#kaarten .cards deck=beelden,drijfveren pick=1-3 paper=yes}",
            "{paper=yes pick='1-3' .cards deck=\"beelden,drijfveren\" #kaarten}",
        ),
        lambda text: text.replace("version: 1\nlanguage: nl", "language: nl\nversion: 1"),
        lambda text: text.replace("}\n", "}  \n"),
    ],
)
def test_ways_to_write_the_same_give_the_same(change: object) -> None:
    text = HEADER + FULL
    changed = parse_exercise(change(text), "proef.md", SURROUNDINGS)  # type: ignore[operator]
    assert changed.problems == ()
    assert changed.exercise == parse_exercise(text, "proef.md", SURROUNDINGS).exercise


def test_template_has_no_chapter() -> None:
    header = HEADER.replace("chapter: 1\n", "")
    parsed = parse("## V {#v}\n", header, loose=True)
    assert parsed.exercise is not None
    assert parsed.exercise.chapter is None


def test_care_note_makes_high_sensitivity_complete() -> None:
    header = HEADER.replace("language", "sensitivity: high\nlanguage")
    assert exercise_of("!!! zorg\n    Let op.\n\n## V {#v}\n", header)
    assert len(parse("## V {#v}\n!!! zorg\n    Let op.\n", header).problems) == 1


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    header = HEADER.replace("version: 1", "version: nul\nminuts: 5")
    parsed = parse("## Eén\n<b>\n## Twee {#twee .txt}\n### Drie {#Drie}\n", header)
    assert parsed.exercise is None
    lines = [problem.line for problem in parsed.problems]
    assert lines == sorted(lines)
    assert len(lines) == 6


def test_mistakes_of_a_header_do_not_hide_those_of_the_body() -> None:
    assert [line for line, _ in messages(parse("## V\n", "---\nid: a\n"))] != []
    assert parse_exercise("## V\n", "a.md").problems[-1].line == 1


def test_problem_reads_as_file_line_sentence() -> None:
    assert str(parse("## V {#v .txt}\n").problems[0]).startswith("proef.md:11: .txt is geen ")


def test_id_must_be_the_name_of_the_file() -> None:
    parsed = parse_exercise(HEADER + "## V {#v}\n", "x.md", file_id="ander")
    assert [str(problem) for problem in parsed.problems] == [
        "x.md:2: De id is proef, maar het bestand heet ander.md. Maak ze gelijk."
    ]


def test_answer_link_must_name_a_block_above() -> None:
    assert parse("## A {#a}\n## B {#b}\n[x](answer:a)\n").problems == ()
    for target, line in (("b", 3), ("c", 3), ("z", 3)):
        parsed = parse(f"## A {{#a}}\n## B {{#b}}\n[x](answer:{target})\n## C {{#c}}\n")
        assert [found for found, _ in messages(parsed)] == [line]


def is_sound(parsed: ParsedExercise) -> bool:
    """Whether there is either an exercise or at least one worded problem."""
    if parsed.exercise is None:
        return bool(parsed.problems) and all(problem.message for problem in parsed.problems)
    ids = [block.id for block in parsed.exercise.blocks]
    return not parsed.problems and len(set(ids)) == len(ids) > 0 and all(ids)


@given(st.text())
def test_any_text_gives_an_exercise_or_problems(text: str) -> None:
    assert is_sound(parse_exercise(text, "a.md", SURROUNDINGS))


@given(st.text(alphabet="ab#{}.= \"'\n-|<>[]()!`~:*_\\\t\r\ufeff", max_size=300))
def test_any_body_gives_an_exercise_or_problems(body: str) -> None:
    assert is_sound(parse("## V {#v}\n" + body))


@given(st.text(alphabet="ab:#-&*!|>{}[]'\"%@`, \n\t0123456789", max_size=200))
def test_any_header_gives_an_exercise_or_problems(header: str) -> None:
    assert is_sound(parse_exercise(f"---\n{header}\n---\n## V {{#v}}\n", "a.md"))


@given(
    st.lists(
        st.tuples(st.integers(0, len(HEADER + FULL)), st.integers(0, 30), st.text(max_size=10)),
        min_size=1,
        max_size=4,
    )
)
def test_any_mutation_gives_an_exercise_or_problems(cuts: list[tuple[int, int, str]]) -> None:
    text = HEADER + FULL
    for start, length, inserted in cuts:
        text = text[:start] + inserted + text[start + length :]
    assert is_sound(parse_exercise(text, "a.md", SURROUNDINGS))


@given(st.permutations(FULL.split("\n## ")[1:]))
def test_any_order_of_blocks_gives_an_exercise_or_problems(blocks: list[str]) -> None:
    body = "".join("\n## " + block for block in blocks)
    assert is_sound(parse(body))


@pytest.mark.parametrize(
    "text",
    [
        "a" * 10_000_000,
        "---\n" + "a: &a [x]\n" + "".join(f"k{n}: [*a, *a, *a]\n" for n in range(50)) + "---\n",
        "---\nid: " + "[" * 19_000 + "\n---\n",
        "---\nid: " + "{a: " * 4_000 + "\n---\n",
        "---\n" + "? " * 9_000 + "\n---\n",
        "---\n" + "- " * 9_000 + "\n---\n",
        "---\nversion: " + "9" * 10_000 + "\n---\n",
        HEADER + "#" * 200_000,
        HEADER + "## a {" + "#a " * 60_000,
        HEADER + "## a {#a\n" * 20_000,
        HEADER + "## V {#v .choice}\n" + "- a\n" * 3_000,
        HEADER + "## V {#v .table}\n" + "|a" * 9_000 + "\n" + "|-" * 9_000 + "\n",
        HEADER + "## V {#v}\n" + "~" * 19_999,
        "\x00" * 200_000,
        "\ud800" * 100,
        "",
        "\n",
        "---",
        "---\n---",
        "---\n\n---\n",
    ],
)
def test_hostile_text_gives_problems(text: str) -> None:
    parsed = parse_exercise(text, "a.md", SURROUNDINGS)
    assert parsed.exercise is None
    assert is_sound(parsed)
    assert len(parsed.problems) <= 100


@pytest.mark.parametrize("escape", [r"\x1b[31m", r"\u202e", r"\0", r"\u2028", r"een\ntwee"])
def test_a_sign_that_yaml_spells_out_is_a_mistake(escape: str) -> None:
    header = HEADER.replace('"Een proef"', f'"Rood {escape} einde"')
    parsed = parse("## V {#v}\n", header)
    assert parsed.exercise is None
    ((told, line),) = [(problem.message, problem.line) for problem in parsed.problems]
    assert line == 3
    assert "onzichtbaar teken" in told


def test_marks_that_turn_the_order_of_reading_are_a_mistake() -> None:
    parsed = parse("## V {#v}\n\nEen \u202e woord.\n")
    assert parsed.exercise is None
    assert "U+202E" in messages(parsed)[0][1]
