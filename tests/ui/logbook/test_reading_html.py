# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Every kind of value as it is read back, and what a hostile text may not do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from logbook.content.standard_prompts import STATES
from logbook.core.arrange import arrange
from logbook.core.entry import AnswerKey, Entry, Value
from logbook.core.exercise import (
    Block,
    BlockKind,
    Card,
    ChoiceSettings,
    ColumnsSettings,
    Deck,
    Exercise,
    Field,
    OfSettings,
    Option,
    Prompt,
    ScaleSettings,
)
from logbook.core.library import Library
from logbook.ui.logbook.look import Look
from logbook.ui.logbook.margin_html import Asides
from logbook.ui.logbook.reading_html import render_entry, without_title
from logbook.ui.tokens import LIGHT
from tests.builders import make_entry, make_exercise, make_library

LOOK = Look(LIGHT, round, "Inter")
BRIDGE = Card("beelden/brug", "Brug", "Een brug <over> water.", "/tmp/brug.svg")
WORD = Card("beelden/moed", "Moed", "", "")


def full_exercise() -> Exercise:
    exercise = make_exercise()
    scale = Block(
        "schaal",
        BlockKind.SCALE,
        "Waar stond je?",
        prompts=(Prompt("begin", "Aan het begin", field=Field.SCALE),),
        settings=ScaleSettings(1, 7, "recept", "samen"),
    )
    choice = Block(
        "keuze",
        BlockKind.CHOICE,
        "Wat paste?",
        prompts=(
            Prompt(
                "", "Wat paste?", field=Field.CHOICE, options=(Option("luisteren", "Luisteren"),)
            ),
        ),
        settings=ChoiceSettings(0, own=True),
    )
    columns = Block(
        "kolommen",
        BlockKind.COLUMNS,
        "Twee kanten",
        prompts=(Prompt("", "Twee kanten", field=Field.COLUMNS),),
        settings=ColumnsSettings("Kracht", "Last", "Wat valt op?"),
    )
    order = Block(
        "volgorde",
        BlockKind.RANK,
        "Wat eerst?",
        prompts=(Prompt("", "Wat eerst?", field=Field.RANK),),
        settings=OfSettings("kaarten"),
    )
    check = Block(
        "nalopen",
        BlockKind.CHECKLIST,
        "Loop na",
        prompts=(Prompt("tijd", "Er is <tijd>.", field=Field.CHOICE, options=STATES),),
    )
    moment = Block(
        "moment",
        BlockKind.INTENTION,
        "Wat ga je doen?",
        prompts=(Prompt("date", "Wanneer kijk je terug?", field=Field.DATE),),
    )
    return replace(
        exercise, blocks=(*exercise.blocks, scale, choice, columns, order, check, moment)
    )


def read(values: dict[AnswerKey, Value], *, exercise: Exercise | None = None) -> str:
    known = exercise or full_exercise()
    entry = make_entry(known, values)
    library = replace(
        make_library(known),
        decks={"beelden": Deck("beelden", "Beelden", "beeld", "", "", "", (BRIDGE, WORD))},
    )
    return render_entry(entry, arrange(entry, known), library, LOOK)


def test_question_and_typed_markdown_are_shown() -> None:
    html = read({AnswerKey("start"): Value("Ik was **stil**.\n\n- een\n- twee")})
    assert "Wat viel op?" in html
    assert "<strong>stil</strong>" in html
    assert "<li>een</li>" in html


def test_question_stands_once_when_it_is_the_title_of_its_block() -> None:
    assert read({AnswerKey("start"): Value("Ja")}).count("Wat viel op?") == 1


def test_line_ends_of_the_user_stay() -> None:
    assert "een<br" in read({AnswerKey("start"): Value("een\ntwee")})


def test_card_stands_beside_its_words() -> None:
    html = read(
        {
            AnswerKey("kaarten"): Value(cards=("beelden/brug", "beelden/moed")),
            AnswerKey("kaarten", "why", "beelden/brug"): Value("Omdat ik oversteek"),
        }
    )
    assert 'src="card:beelden/brug"' in html
    assert "Brug" in html
    assert "Omdat ik oversteek" in html
    assert "Een brug &lt;over&gt; water." in html
    assert html.index("Omdat ik oversteek") < html.index("Moed")


def test_words_at_a_card_that_is_no_longer_chosen_are_not_shown() -> None:
    html = read(
        {
            AnswerKey("kaarten"): Value(cards=("beelden/moed",)),
            AnswerKey("kaarten", "why", "beelden/brug"): Value("Verborgen"),
        }
    )
    assert "Verborgen" not in html


def test_own_card_carries_its_own_name() -> None:
    html = read(
        {
            AnswerKey("kaarten"): Value(cards=("paper/1",)),
            AnswerKey("kaarten", "", "paper/1"): Value("Oude ansichtkaart"),
            AnswerKey("kaarten", "why", "paper/1"): Value("Van oma"),
        }
    )
    assert html.count("Oude ansichtkaart") == 1
    assert "Van oma" in html


def test_own_card_without_a_name_has_a_number() -> None:
    assert "Eigen kaart 2" in read({AnswerKey("kaarten"): Value(cards=("paper/2",))})


def test_scale_shows_points_and_says_them() -> None:
    html = read({AnswerKey("schaal", "begin"): Value("Nog vast.", number=2)})
    assert 'src="scale:1:7:2"' in html
    assert "2 op een schaal van 1 (recept) tot 7 (samen)" in html
    assert "Nog vast." in html


def test_choice_shows_wording_own_option_and_explanation() -> None:
    html = read(
        {AnswerKey("keuze"): Value("Want rust.", options=("luisteren", "weg-is"), own="Thee")}
    )
    for words in ("Luisteren", "weg is", "Thee", "Want rust."):
        assert words in html


def test_table_is_a_table_with_its_titles() -> None:
    html = read(
        {
            AnswerKey("tabel"): Value(rows=("r1", "r2")),
            AnswerKey("tabel", "", "r1"): Value(cells=("bellen", "morgen")),
            AnswerKey("tabel", "", "r2"): Value(cells=("", "")),
        }
    )
    assert '<th align="left">wanneer</th>' in html
    assert '<td valign="top">morgen</td>' in html
    assert html.count("<tr>") == 2


def test_columns_stand_beside_each_other_with_the_closing_question() -> None:
    html = read(
        {
            AnswerKey("kolommen"): Value("Meer kracht dan ik dacht.", rows=("a", "b")),
            AnswerKey("kolommen", "", "a"): Value("Zus dichtbij", side="left"),
            AnswerKey("kolommen", "", "b"): Value("Huur", side="right"),
        }
    )
    assert html.index("Kracht") < html.index("Zus dichtbij") < html.index("Huur")
    assert "Wat valt op?" in html
    assert "Meer kracht dan ik dacht." in html


def test_day_is_written_in_dutch() -> None:
    html = read({AnswerKey("moment", "date"): Value(day=date(2020, 12, 1))})
    assert "dinsdag 1 december 2020" in html


def test_empty_answers_are_not_shown() -> None:
    assert "Wat viel op?" not in read({AnswerKey("start"): Value("  \n ")})


def test_question_of_an_earlier_version_is_marked() -> None:
    then = make_exercise()
    entry = make_entry(then, {AnswerKey("start"): Value("Toen")})
    now = replace(then, blocks=then.blocks[1:])
    html = render_entry(entry, arrange(entry, now), make_library(now), LOOK)
    assert "Vraag uit een eerdere versie" in html
    assert "Wat viel op?" in html


def test_entry_of_an_exercise_that_is_gone_is_readable() -> None:
    entry = make_entry(
        full_exercise(),
        {
            AnswerKey("schaal", "begin"): Value(number=3),
            AnswerKey("keuze"): Value(options=("luisteren",)),
        },
    )
    html = render_entry(entry, arrange(entry, None), Library(), LOOK)
    assert "3 op een schaal van 1 (recept) tot 7 (samen)" in html
    assert "luisteren" in html.lower()


def test_entry_of_an_exercise_of_which_no_words_were_kept_is_readable() -> None:
    entry = make_entry(full_exercise(), {AnswerKey("schaal", "begin"): Value(number=3)})
    answers = tuple(replace(a, wording=replace(a.wording, terms=())) for a in entry.answers)
    entry = replace(entry, answers=answers)
    html = render_entry(entry, arrange(entry, None), Library(), LOOK)
    assert "Plek 3 op de schaal" in html


def test_source_closes_the_entry() -> None:
    assert "Bron: Eigen werk" in read({AnswerKey("start"): Value("Ja")})


HOSTILE = (
    "<script>alert(1)</script>",
    '<img src="file:///etc/passwd">',
    "![x](file:///etc/passwd)",
    "![x](card:beelden/brug)",
    '<a href="javascript:alert(1)">x</a>',
    "[x](javascript:alert(1))",
    "[x](file:///etc/passwd)",
    '<table><tr><td style="background:url(http://x/)">',
    '"><img src=x onerror=1>',
)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("where", ["text", "own", "cell", "side", "paper"])
def test_hostile_text_stays_text(text: str, where: str) -> None:
    values = {
        "text": {AnswerKey("start"): Value(text)},
        "own": {AnswerKey("keuze"): Value(own=text)},
        "cell": {
            AnswerKey("tabel"): Value(rows=("r",)),
            AnswerKey("tabel", "", "r"): Value(cells=(text,)),
        },
        "side": {
            AnswerKey("kolommen"): Value(rows=("r",)),
            AnswerKey("kolommen", "", "r"): Value(text, side="left"),
        },
        "paper": {
            AnswerKey("kaarten"): Value(cards=("paper/1",)),
            AnswerKey("kaarten", "", "paper/1"): Value(text),
        },
    }[where]
    html = read(values)
    for forbidden in ("<script", "<img", '<a href="javascript', '<a href="file', "<td style"):
        assert forbidden not in html.replace('<td valign="top" style="padding:0">', "")


def test_hostile_wording_and_codes_stay_text() -> None:
    bad = '"><img src="file:///x">'
    known = make_exercise()
    entry = make_entry(known, {AnswerKey("kaarten"): Value(cards=(f"beelden/{bad}",))})
    spoiled = replace(
        entry,
        source=bad,
        answers=tuple(
            replace(a, wording=replace(a.wording, block_title=bad, prompt_text=bad))
            for a in entry.answers
        ),
    )
    html = render_entry(spoiled, arrange(spoiled, known), make_library(known), LOOK)
    assert "<img" not in html


def note(text: str) -> Entry:
    entry = make_entry(make_exercise(), {AnswerKey("note"): Value(text)})
    return replace(entry, exercise_id=None, exercise_title="", exercise_version=None)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Titel\n\nDe rest", "De rest"),
        ("# Titel\nDe rest", "De rest"),
        ("Titel", ""),
        ("woord " * 40, None),
    ],
)
def test_note_does_not_repeat_its_title(text: str, shown: str | None) -> None:
    entry = note(text)
    left = without_title(entry, arrange(entry, None))
    assert (None if left is None else "".join(s.parts[0].value.text for s in left)) == shown


def test_an_order_is_a_numbered_list_of_titles() -> None:
    order = Value("want zo", cards=("beelden/moed", "beelden/brug"))
    html = read({AnswerKey("volgorde"): order})
    assert "<ol><li>Moed</li><li>Brug</li></ol>" in html
    assert "want zo" in html
    assert "card:" not in html


def test_what_is_no_longer_chosen_is_not_in_the_order() -> None:
    html = read(
        {
            AnswerKey("kaarten"): Value(cards=("beelden/brug",)),
            AnswerKey("volgorde"): Value(cards=("beelden/moed", "beelden/brug")),
        }
    )
    assert "<ol><li>Brug</li></ol>" in html


def test_a_state_is_said_in_words_with_its_item() -> None:
    html = read({AnswerKey("nalopen", "tijd"): Value("op dinsdag", options=("partly",))})
    assert "<b>deels</b> · Er is &lt;tijd&gt;." in html
    assert "op dinsdag" in html


def test_states_stay_readable_when_the_exercise_is_gone() -> None:
    known = full_exercise()
    values = {AnswerKey("nalopen", "tijd"): Value(options=("unknown",))}
    entry = make_entry(known, values)
    html = render_entry(entry, arrange(entry, None), make_library(), LOOK)
    assert "<b>weet ik nog niet</b> · Er is &lt;tijd&gt;." in html


def test_cards_without_words_offer_one_note_beside_all() -> None:
    known = full_exercise()
    chosen = Value(cards=("beelden/brug", "beelden/moed"))
    entry = make_entry(known, {AnswerKey("kaarten"): chosen})
    library = make_library(known)
    html = render_entry(entry, arrange(entry, known), library, LOOK, Asides(acts=True))
    assert "Kanttekening bij:" not in html
