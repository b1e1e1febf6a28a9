# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
import pytest

from logbook.content.kinds import KINDS
from logbook.core.exercise import (
    BlockKind,
    CardSettings,
    ChoiceSettings,
    ChooserSettings,
    ColumnsSettings,
    ExchangeSettings,
    Field,
    OfSettings,
    Prompt,
    RecallSettings,
    RevisitSettings,
    RunningSettings,
    ScaleSettings,
    TableSettings,
)
from tests.content.builders import block_of, exercise_of, messages, parse

CARDS = "## Kies {#kaarten .cards deck=beelden pick=2}\n"


def fields(prompts: tuple[Prompt, ...]) -> list[tuple[str, Field, bool]]:
    return [(prompt.id, prompt.field, prompt.per_item) for prompt in prompts]


def test_every_kind_is_known() -> None:
    assert set(KINDS) == set(BlockKind)


def test_text_without_prompts_is_its_own_prompt() -> None:
    block = block_of("## Wat zie je? {#zien}\n\nKijk rustig.\n")
    assert (block.id, block.kind, block.title, block.body, block.line) == (
        "zien",
        BlockKind.TEXT,
        "Wat zie je?",
        "Kijk rustig.",
        11,
    )
    assert block.prompts == (Prompt("", "Wat zie je?", line=11),)


def test_text_with_prompts_asks_those() -> None:
    block = block_of("## Kijk {#kijk}\n### Eén? {#een .line}\nuitleg\n### Twee? {#twee}\n")
    assert fields(block.prompts) == [("een", Field.LINE, False), ("twee", Field.PROSE, False)]
    assert block.prompts[0].body == "uitleg"


@pytest.mark.parametrize("classes", [".line", ".text .line", ".line .text"])
def test_line_makes_the_field_one_line(classes: str) -> None:
    assert block_of(f"## Kort? {{#kort {classes}}}").prompts[0].field is Field.LINE


def test_situation_comes_with_its_fields() -> None:
    assert fields(block_of("## Kies {#s .situation}").prompts) == [
        ("when", Field.LINE, False),
        ("place", Field.LINE, False),
        ("roles", Field.LINE, False),
        ("happened", Field.PROSE, False),
        ("part", Field.PROSE, False),
    ]


def test_situation_with_own_prompts_asks_those() -> None:
    assert fields(block_of("## Kies {#s .situation}\n### Wie? {#wie .line}").prompts) == [
        ("wie", Field.LINE, False)
    ]


def test_cards_ask_the_choice_first_and_then_each_card() -> None:
    block = block_of(
        "## Kies {#k .cards deck=beelden,drijfveren pick=1-3 paper=yes}\n### Waarom? {#waarom}\n"
    )
    assert fields(block.prompts) == [("", Field.CARDS, False), ("waarom", Field.PROSE, True)]
    assert block.settings == CardSettings(("beelden", "drijfveren"), 1, 3, paper=True)


def test_one_number_of_cards_is_least_and_most() -> None:
    assert block_of(CARDS).settings == CardSettings(("beelden",), 2, 2)


def test_each_asks_its_prompts_per_card() -> None:
    block = block_of(CARDS + "## Per kaart {#per .each of=kaarten}\n### Wat? {#wat .line}\n")
    assert fields(block.prompts) == [("wat", Field.LINE, True)]
    assert block.settings == OfSettings("kaarten")


def test_beside_offers_one_remark_per_card() -> None:
    block = block_of(CARDS + "## Kijk {#kijk .beside of=kaarten}\n")
    assert fields(block.prompts) == [("", Field.PROSE, True)]


def test_each_may_follow_a_choice() -> None:
    body = "## Kies {#c .choice}\n- a\n- b\n## Per {#per .each of=c}\n### Wat? {#wat}\n"
    assert block_of(body).settings == OfSettings("c")


def test_scale_is_one_number_or_one_per_prompt() -> None:
    block = block_of('## Hoe? {#s .scale from=1 to=5 low="niet" high="heel"}')
    assert fields(block.prompts) == [("", Field.SCALE, False)]
    assert block.settings == ScaleSettings(1, 5, "niet", "heel")
    block = block_of("## Hoe? {#s .scale low=a high=b}\n### Eerst {#een}\n### Dan {#twee}")
    assert fields(block.prompts) == [("een", Field.SCALE, False), ("twee", Field.SCALE, False)]
    assert block.settings == ScaleSettings(1, 7, "a", "b")


def test_choice_takes_its_bullets_as_options() -> None:
    block = block_of("## Kies {#c .choice max=1 own=yes}\nUitleg.\n\n- Rust en tijd\n- Humor\n")
    prompt = block.prompts[0]
    assert [(o.id, o.text) for o in prompt.options] == [
        ("rust-en-tijd", "Rust en tijd"),
        ("humor", "Humor"),
    ]
    assert (block.body, prompt.field) == ("Uitleg.", Field.CHOICE)
    assert block.settings == ChoiceSettings(1, own=True)


def test_choice_takes_its_options_from_a_list() -> None:
    block = block_of("## Kies {#c .choice list=kwaliteiten}")
    assert [option.id for option in block.prompts[0].options] == ["rust", "humor"]
    assert block.settings == ChoiceSettings(0, own=False)


def test_columns_have_an_explanation_and_a_closing_question() -> None:
    block = block_of(
        "## Weeg {#w .columns}\nUitleg.\n\n"
        "| Kan | Moet |\n|---|---|\n| rust | huur |\n\nWat valt op?"
    )
    assert block.settings == ColumnsSettings("Kan", "Moet", "Wat valt op?", ("rust", "huur"))
    assert (block.body, fields(block.prompts)) == ("Uitleg.", [("", Field.COLUMNS, False)])


def test_table_has_columns_an_example_and_a_number_of_rows() -> None:
    block = block_of("## T {#t .table rows=2-6}\n| A | B | C |\n|-|-|-|\n| 1 | 2 | 3 |\n\nNa.")
    assert block.settings == TableSettings(("A", "B", "C"), ("1", "2", "3"), 2, 6)
    assert (block.body, fields(block.prompts)) == ("Na.", [("", Field.TABLE, False)])


def test_exchange_comes_with_its_fields() -> None:
    block = block_of('## Praat {#e .exchange with="medestudent of collega"}')
    assert [prompt.id for prompt in block.prompts] == [
        "mode",
        "who",
        "recognised",
        "different",
        "take-along",
    ]
    assert [option.id for option in block.prompts[0].options] == ["conversation", "alone", "later"]
    assert block.settings == ExchangeSettings("medestudent of collega")


def test_intention_comes_with_its_fields() -> None:
    assert fields(block_of("## Doe {#i .intention}").prompts) == [
        ("try", Field.PROSE, False),
        ("when", Field.LINE, False),
        ("notice", Field.PROSE, False),
        ("date", Field.DATE, False),
    ]


@pytest.mark.parametrize(("after", "days"), [("3d", 3), ("12w", 84), ("6m", 180)])
def test_revisit_counts_days_and_is_no_step(after: str, days: int) -> None:
    exercise = exercise_of(
        f"## V {{#v}}\n## W {{#w}}\n## Terug {{#r .revisit after={after} of=v,w}}"
    )
    block = exercise.blocks[-1]
    assert block.settings == RevisitSettings(days, ("v", "w"))
    assert block.prompts == ()
    assert block not in exercise.steps


@pytest.mark.parametrize("after", ["12", "w", "0d", "2000w", "-1d", "1y", "1.5w"])
def test_revisit_refuses_other_times(after: str) -> None:
    assert len(messages(parse(f"## V {{#v}}\n## T {{#t .revisit after={after} of=v}}"))) == 1


def test_recall_names_an_exercise_and_a_block() -> None:
    parsed = parse("## V {#v .recall of=andere#blok}\n")
    assert parsed.recalls == ((11, "andere", "blok"),)
    block = block_of("## A {#a}\n## V {#v .recall of=a}\n")
    assert block.settings == RecallSettings("proef", "a")
    assert fields(block.prompts) == [("", Field.PROSE, False)]


@pytest.mark.parametrize(
    "attributes",
    [
        "deck=beelden pick=0",
        "deck=beelden pick=9",
        "deck=beelden pick=3-1",
        "deck=beelden pick=-",
        "deck=beelden pick=1-",
        "deck=beelden",
        "pick=2",
        'deck="" pick=2',
        "deck=, pick=2",
        "deck=beelden pick=2 paper=maybe",
    ],
)
def test_cards_refuse_other_values(attributes: str) -> None:
    assert len(messages(parse(f"## K {{#k .cards {attributes}}}"))) == 1


def test_running_questions_come_after_the_running_text() -> None:
    block = block_of("## V {#v mode=running}\n### A {#a .line}\n### B {#b}\n")
    assert fields(block.prompts) == [
        ("", Field.PROSE, False),
        ("a", Field.LINE, False),
        ("b", Field.PROSE, False),
    ]
    assert block.settings == RunningSettings(first=True)


def test_running_has_no_other_mode() -> None:
    assert len(messages(parse("## V {#v mode=apart}\n### A {#a}\n### B {#b}\n"))) == 1


def test_model_asks_the_phases_of_its_page() -> None:
    block = block_of("## V {#v .model name=korthagen}")
    assert fields(block.prompts) == [
        ("", Field.PROSE, False),
        ("doen", Field.PROSE, False),
        ("zien", Field.PROSE, False),
    ]
    assert block.prompts[1].body == "Kort."
    assert block.settings == RunningSettings(first=False, model="models/korthagen")


def test_model_may_ask_some_of_its_phases() -> None:
    block = block_of("## V {#v .model name=korthagen phases=2}")
    assert [prompt.id for prompt in block.prompts] == ["", "zien"]


def test_grid_has_its_cells_as_questions() -> None:
    cells = "".join(f"### Vak {n} {{#vak{n}}}\nuitleg\n" for n in range(6))
    block = block_of(f"## V {{#v .grid}}\nUitleg.\n{cells}")
    assert [prompt.id for prompt in block.prompts] == [f"vak{n}" for n in range(6)]
    assert block.body == "Uitleg."


def test_rank_orders_bullets() -> None:
    block = block_of("## V {#v .rank}\nWat telt?\n\n- Rust\n- Humor\n")
    assert fields(block.prompts) == [("", Field.RANK, False)]
    assert [option.id for option in block.prompts[0].options] == ["rust", "humor"]
    assert (block.body, block.settings) == ("Wat telt?", OfSettings(""))


def test_rank_orders_what_was_chosen_above() -> None:
    block = block_of(CARDS + "## V {#v .rank of=kaarten}")
    assert block.settings == OfSettings("kaarten")
    assert block.prompts[0].options == ()
    wrong = CARDS + "## V {#v .rank of=kaarten}\n- Rust\n- Humor\n"
    assert [line for line, _ in messages(parse(wrong))] == [3]


@pytest.mark.parametrize(
    "body", ["## V {#v .checklist}\n- rust\n- humor", "## V {#v .checklist list=kwaliteiten}"]
)
def test_checklist_asks_a_state_of_each_item(body: str) -> None:
    block = block_of(body)
    assert fields(block.prompts) == [("rust", Field.CHOICE, False), ("humor", Field.CHOICE, False)]
    assert [option.id for option in block.prompts[1].options] == ["yes", "partly", "no", "unknown"]


def test_chooser_asks_each_argument_and_a_conclusion() -> None:
    block = block_of("## V {#v .chooser list=vorm}")
    assert fields(block.prompts) == [
        ("i1", Field.CHOICE, False),
        ("i2", Field.CHOICE, False),
        ("conclusion", Field.PROSE, False),
    ]
    settings = block.settings
    assert isinstance(settings, ChooserSettings)
    assert settings.page == "choosers/vorm"
    assert settings.forms == ("individueel", "groep")


@pytest.mark.parametrize(
    "body",
    [
        '## S {#s .scale from=7 to=1 low="a" high="b"}',
        '## S {#s .scale from=1 to=99 low="a" high="b"}',
        "## C {#c .choice max=9}\n- a\n- b",
        "## C {#c .choice max=veel}\n- a\n- b",
        "## T {#t .table rows=99}\n|a|b|\n|-|-|",
        "## R {#r .recall of=andere#}",
    ],
)
def test_values_out_of_bounds_are_one_mistake(body: str) -> None:
    assert len(messages(parse(body))) == 1
