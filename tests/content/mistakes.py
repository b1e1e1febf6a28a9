# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""For every mistake an author can make, the smallest text that makes it.

Lines count from the first line of the body, or of the header where the case is about it.
"""

import re
import string

from logbook.content.sentences import Mistake
from tests.content.builders import chooser_body, deck_text

CARDS = "## Kies {#kaarten .cards deck=beelden pick=2}\n"
CHOICE = "## Kies {#keuze .choice}\n- rust\n- humor\n"
LONG = "x" * 400

#: (mistake, body of an exercise, line)
BODY = [
    (Mistake.CONTROL_CHARACTER, "## V {#v}\na\x00b", 2),
    (Mistake.LINE_TOO_LONG, "## V {#v}\n" + "a" * 20_001, 2),
    (Mistake.TOO_MANY_LINES, "## V {#v}\n" + "a\n\n" * 2_500, 3_990),
    (Mistake.HEADING_SPACE, "## V {#v}\n##Vraag {#w}", 2),
    (Mistake.HEADING_LEVEL, "## V {#v}\n#### Diep {#w}", 2),
    (Mistake.HEADING_UNDERLINED, "## V {#v}\nTitel\n---", 3),
    (Mistake.HEADING_EMPTY, "## {#v}", 1),
    (Mistake.HEADING_TOO_LONG, f"## {LONG} {{#v}}", 1),
    (Mistake.HEADING_NO_ID, "## Wat zie je?", 1),
    (Mistake.HEADING_NO_SIGN, "## Wat zie je? {zien .line}", 1),
    (Mistake.PROMPT_OUTSIDE, "### Vraag {#a}\n## V {#v}", 1),
    (Mistake.ID_FORM, "## V {#Één_id}", 1),
    (Mistake.ID_DOUBLE, "## V {#v}\n## W {#v}", 2),
    (Mistake.ID_TAKEN, "## V {#v}\n## Kanttekening {#margin}", 2),
    (Mistake.ATTRIBUTES_OPEN, "## V {#v .text", 1),
    (Mistake.ATTRIBUTES_FORM, "## V {#v low=“a”}", 1),
    (Mistake.ATTRIBUTES_TWO_IDS, "## V {#v #w}", 1),
    (Mistake.ATTRIBUTES_DOUBLE, "## V {#v .line .line}", 1),
    (Mistake.ATTRIBUTES_ELSEWHERE, "## V {#v}\n**vet**{: onclick=x}", 2),
    (Mistake.KIND_UNKNOWN, "## V {#v .txt}", 1),
    (Mistake.KIND_DOUBLE, "## V {#v .text .intention}", 1),
    (Mistake.LINE_ELSEWHERE, "## V {#v .intention .line}", 1),
    (Mistake.PROMPT_CLASS, "## V {#v}\n### W {#w .cards}", 2),
    (Mistake.PROMPT_ATTRIBUTE, "## V {#v}\n### W {#w max=3}", 2),
    (Mistake.ATTRIBUTE_UNKNOWN, "## V {#v .choice mx=1}\n- a\n- b", 1),
    (Mistake.ATTRIBUTE_MISSING, "## V {#v .scale low=weinig}", 1),
    (Mistake.ATTRIBUTE_FORM, "## V {#v .cards deck=beelden pick=vier}", 1),
    (Mistake.ATTRIBUTE_RANGE, "## V {#v .cards deck=beelden pick=0}", 1),
    (Mistake.PROMPTS_NOT_HERE, "## V {#v .intention}\n### W {#w}", 2),
    (Mistake.PROMPTS_MISSING, CARDS + "## V {#v .each of=kaarten}", 2),
    (Mistake.NO_BLOCKS, "Alleen tekst.", 1),
    (Mistake.TOO_MANY_BLOCKS, "".join(f"## V {{#v{n}}}\n" for n in range(201)), 1),
    (Mistake.DECK_UNKNOWN, "## V {#v .cards deck=belden pick=2}", 1),
    (Mistake.DECK_BROKEN, "## V {#v .cards deck=stuk pick=2}", 1),
    (Mistake.DECK_TOO_SMALL, "## V {#v .cards deck=drijfveren pick=5}", 1),
    (Mistake.OF_UNKNOWN, CARDS + "## V {#v .beside of=karten}", 2),
    (Mistake.OF_LATER, "## V {#v .beside of=kaarten}\n" + CARDS, 1),
    (Mistake.OF_KIND, "## W {#w}\n## V {#v .beside of=w}", 2),
    (Mistake.OF_REVISIT, "## V {#v .revisit after=1w of=v}", 1),
    (Mistake.OPTIONS_MISSING, "## V {#v .choice}\n- alleen dit", 1),
    (Mistake.OPTIONS_TOO_MANY, "## V {#v .choice}\n" + "".join(f"- k{n}\n" for n in range(61)), 62),
    (Mistake.OPTIONS_TWICE, "## V {#v .choice list=kwaliteiten}\n- a\n- b", 2),
    (Mistake.OPTION_EMPTY, "## V {#v .choice}\n- a\n- b\n- !", 4),
    (Mistake.OPTION_DOUBLE, "## V {#v .choice}\n- Rust\n- rust.", 3),
    (Mistake.OPTION_NESTED, "## V {#v .choice}\n- a\n  - b\n- c", 3),
    (Mistake.LIST_UNKNOWN, "## V {#v .choice list=kwaliteit}", 1),
    (Mistake.LIST_TOO_SHORT, "## V {#v .choice list=kort}", 1),
    (Mistake.MODEL_UNKNOWN, "## V {#v .model name=korthage}", 1),
    (Mistake.MODEL_WITHOUT_PHASES, "## V {#v .model name=leeg}", 1),
    (Mistake.PHASES_MOST, "## V {#v .model name=korthagen phases=2-4}", 1),
    (Mistake.CHOOSER_UNKNOWN, "## V {#v .chooser list=vormen}", 1),
    (Mistake.CELLS_NUMBER, "## V {#v .grid}\n### A {#a}\n### B {#b}\n### C {#c}", 1),
    (Mistake.RUNNING_FEW, "## V {#v mode=running}\n### A {#a}", 1),
    (Mistake.TABLE_MISSING, "## V {#v .columns}\ntekst", 1),
    (Mistake.TABLE_TWICE, "## V {#v .table}\n|a|b|\n|-|-|\n\n|c|d|\n|-|-|", 5),
    (Mistake.TABLE_COLUMNS, "## V {#v .columns}\n|a|b|c|\n|-|-|-|", 2),
    (Mistake.TABLE_HEADER_EMPTY, "## V {#v .columns}\n|a| |\n|-|-|", 2),
    (Mistake.TABLE_UNEVEN, "## V {#v .table}\n|a|b|\n|-|-|\n|1|2|3|", 4),
    (Mistake.TABLE_EXAMPLES, "## V {#v .table}\n|a|b|\n|-|-|\n|1|2|\n|3|4|", 5),
    (Mistake.FENCE_OPEN, "## V {#v}\n```\ncode", 2),
    (Mistake.RAW_HTML, "## V {#v}\nEen <b>woord</b>", 2),
    (Mistake.ADMONITION_KIND, "!!! zorgen\n    tekst\n\n## V {#v}", 1),
    (Mistake.ADMONITION_FORM, "!!! zorg “Titel”\n    tekst\n\n## V {#v}", 1),
    (Mistake.ADMONITION_EMPTY, "!!! zorg\ntekst\n\n## V {#v}", 1),
    (Mistake.TOO_DEEP, "## V {#v}\n" + "> " * 13 + "tekst", 2),
    (Mistake.TOO_MANY_SIGNS, "## V {#v}\n" + "[" * 401, 1),
    (Mistake.PARAGRAPH_TOO_LONG, "## V {#v}\n\n" + "woorden\n" * 2_600, 3),
    (Mistake.LINK_BROKEN, "## V {#v}\n[tekst](een adres)", 2),
    (Mistake.LINK_SCHEME, "## V {#v}\n[tekst](javascript:alert)", 2),
    (Mistake.LINK_OUTSIDE, "## V {#v}\n[tekst](/etc/passwd)", 2),
    (Mistake.ANSWER_UNKNOWN, "## V {#v}\n[tekst](answer:v)", 2),
    (Mistake.PICTURE_REMOTE, "## V {#v}\n![beeld](https://example.org/a.png)", 2),
    (Mistake.PICTURE_OUTSIDE, "## V {#v}\n![beeld](C:\\Users\\a.png)", 2),
    (Mistake.PICTURE_FORM, "## V {#v}\n![beeld][ref]", 2),
    (Mistake.PICTURE_KIND, "## V {#v}\n![beeld](a.gif)", 2),
]

H = 'title: "T"\ngoal: g\norigin: own\nsource: s\nversion: 1\nchapter: 1\n'

#: (mistake, header of an exercise with its marks, line in the file)
HEADER = [
    (Mistake.HEADER_MISSING, "# Een titel\n", 1),
    (Mistake.HEADER_OPEN, "---\nid: a\n", 1),
    (Mistake.HEADER_TOO_LONG, "---\n" + "a: b\n" * 220 + "---\n", 200),
    (Mistake.HEADER_SYNTAX, "---\nid: a\ntitle: Vraag: hoe?\n---\n", 3),
    (Mistake.HEADER_NOT_PAIRS, "---\n- id\n---\n", 2),
    (Mistake.HEADER_ALIAS, "---\nid: &a a\ntitle: *a\n---\n", 2),
    (Mistake.HEADER_TAG, "---\nid: !!python/name:os.system\n---\n", 2),
    (Mistake.HEADER_DEEP, "---\nid: [[[[[[a]]]]]]\n---\n", 2),
    (Mistake.KEY_DOUBLE, f"---\nid: a\nid: b\n{H}---\n", 3),
    (Mistake.KEY_UNKNOWN, f"---\nid: a\n{H}minuts: 5\n---\n", 9),
    (Mistake.KEY_MISSING, '---\ntitle: "T"\n---\n', 1),
    (Mistake.KEY_NEEDS_TEXT, f"---\nid: a\n{H}method: 5\n---\n", 9),
    (Mistake.KEY_NEEDS_NUMBER, f"---\nid: a\n{H}minutes: vijf\n---\n", 9),
    (Mistake.KEY_NEEDS_TRUE_FALSE, f"---\nid: a\n{H}parts: yes\n---\n", 9),
    (Mistake.KEY_CHOICES, f"---\nid: a\n{H}sensitivity: hoog\n---\n", 9),
    (Mistake.KEY_EMPTY, f"---\nid: a\n{H}minutes: 5\nmethod:\n---\n", 10),
    (Mistake.KEY_TOO_LONG, f"---\nid: a\n{H}method: {LONG * 2}\n---\n", 9),
    (Mistake.KEY_RANGE, f"---\nid: a\n{H}minutes: 0\n---\n", 9),
    (Mistake.KEY_QUOTES, f"---\nid: a\n{H}method: “open vragen”\n---\n", 9),
    (Mistake.KEY_PATTERN, f"---\nid: A b\n{H}---\n", 2),
    (Mistake.CARE_NOTE_MISSING, f"---\nid: a\n{H}sensitivity: high\n---\n", 9),
]

ONE = "| rust | Rust | Stil. |\n"

#: (mistake, text of the deck.md of deck `woorden`, line)
DECK = [
    (Mistake.CARDS_MISSING, deck_text("woorden", ""), 13),
    (Mistake.CARDS_HEADER, deck_text("woorden", ONE).replace("| card |", "| kaart |"), 13),
    (Mistake.CARDS_TOO_MANY, deck_text("woorden", ONE * 501), 13),
    (Mistake.CARD_EMPTY, deck_text("woorden", "| rust | | Stil. |\n"), 15),
    (Mistake.CARD_NAME, deck_text("woorden", "| Rust! | Rust | Stil. |\n"), 15),
    (Mistake.CARD_DOUBLE, deck_text("woorden", ONE + ONE), 16),
    (Mistake.ID_NOT_NAME, deck_text("andere", ONE), 2),
]

ARGUMENTS = chooser_body("| i1 | Rust | groep | | Bron |\n| i2 | Tijd | | groep | Bron |\n")

#: (mistake, body of the page choosers/vorm, line counted from the first line of the body)
CHOOSER = [
    (Mistake.CHOOSER_TABLE, "Geen tabel.\n", 0),
    (Mistake.CHOOSER_TABLE, ARGUMENTS.replace("| Bron |", "| Van wie |"), 1),
    (Mistake.ARGUMENTS_MISSING, chooser_body("| i1 | Rust | groep | | Bron |\n"), 1),
    (
        Mistake.ARGUMENTS_TOO_MANY,
        chooser_body("".join(f"| i{n} | Rust | groep | | |\n" for n in range(81))),
        83,
    ),
    (Mistake.ARGUMENT_CODE, ARGUMENTS.replace("| i2 |", "| conclusion |"), 4),
    (Mistake.ARGUMENT_EMPTY, ARGUMENTS.replace("Tijd", ""), 4),
    (Mistake.ARGUMENT_IDLE, ARGUMENTS.replace("| | groep |", "| | |"), 4),
    (Mistake.ID_DOUBLE, ARGUMENTS.replace("| i2 |", "| i1 |"), 4),
    (Mistake.TABLE_UNEVEN, ARGUMENTS.replace("| groep | Bron |", "| groep |"), 4),
]


def is_said(mistake: Mistake, message: str) -> bool:
    """Whether a message is the sentence of this mistake."""
    parts = string.Formatter().parse(mistake.value)
    pattern = "".join(re.escape(text) + (".*" if name else "") for text, name, _, _ in parts)
    return re.fullmatch(pattern, message, re.DOTALL) is not None
