# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What is filled in on the pictures of the manual: a few words of nobody in particular."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from logbook.core.entry import AnswerKey, Value

Answers = Mapping[AnswerKey, Value]


def _key(path: str) -> AnswerKey:
    """`block/prompt`, with `@item` behind it for a card, an option or a row."""
    place, _, item = path.partition("@")
    block, _, prompt = place.partition("/")
    return AnswerKey(block, prompt, item)


def _filled(answers: Mapping[str, str | Value]) -> Answers:
    return {
        _key(path): Value(value) if isinstance(value, str) else value
        for path, value in answers.items()
    }


_TWO_CARDS = Value(cards=("beelden/lege-stoel", "beelden/twee-kopjes"))

#: By picture. What is not here is shown empty.
WORDS: Mapping[str, Answers] = {
    name: _filled(answers)
    for name, answers in {
        "text": {
            "what-stayed/seen": "Ze legde haar telefoon omgekeerd op tafel en keek naar buiten. "
            "Ik praatte door.",
            "what-stayed/feeling": "Ik werd onrustig. Ik wilde dat ze me weer aankeek.",
        },
        "line": {"name-it": "De telefoon op tafel"},
        "running": {
            "my-week": "Dinsdag kwam er iemand binnen die alleen wilde zitten. Ik had een plan "
            "voor het gesprek, en dat bleef in mijn tas.\n\nAchteraf denk ik dat het stil zijn "
            "het gesprek was."
        },
        "situation": {
            "conversation/when": "Vorige week, aan het eind van de middag",
            "conversation/place": "In het buurthuis",
            "conversation/roles": "Een bezoeker en ik",
            "conversation/happened": "Hij vroeg of ik dit werk zelf had gekozen. Ik lachte en "
            "begon over iets anders.",
        },
        "cards-questions": {
            "week-cards": Value(cards=("beelden/rugzak", "beelden/open-hek")),
            "week-cards/words@beelden/rugzak": "Een volle rugzak onderweg",
            "week-cards/link@beelden/rugzak": "Ik nam elke dag het gesprek van de dag ervoor mee.",
            "week-cards/words@beelden/open-hek": "Een hek dat openstaat",
        },
        "each": {
            "two-cards": _TWO_CARDS,
            "two-cards/words@beelden/lege-stoel": "Er is plaats voor iemand",
            "two-cards/words@beelden/twee-kopjes": "Twee kopjes, nog warm",
            "about-me/when@beelden/lege-stoel": "Als ik zelf niets hoef op te lossen.",
            "about-me/other@beelden/lege-stoel": "Die gaat langzamer praten.",
        },
        "beside": {
            "two-cards": _TWO_CARDS,
            "two-cards/words@beelden/lege-stoel": "Er is plaats voor iemand",
            "two-cards/reason@beelden/lege-stoel": "Ik wil dat iemand mag gaan zitten zonder "
            "iets te hoeven.",
            "two-cards/words@beelden/twee-kopjes": "Twee kopjes, nog warm",
            "two-cards/reason@beelden/twee-kopjes": "Zo begint een gesprek bij ons thuis.",
            "look-again@beelden/lege-stoel": "Op de stoel zit nog niemand. Dat viel me eerst "
            "niet op.",
        },
        "choice": {
            "ingredients": Value("Ik hoorde mezelf sneller praten.", options=("haast", "humor"))
        },
        "choice-list": {
            "good-at": Value(
                "Ik telde in stilte tot drie.", options=("stil-zijn-tot-de-ander-klaar-is",)
            )
        },
        "rank": {
            "needs": Value(options=("tijd", "een-rustige-plek", "zelf-uitgerust-zijn")),
            "needs-order": Value(
                "Als ik moe ben, hoor ik alleen de grote dingen.",
                options=("zelf-uitgerust-zijn", "tijd", "een-rustige-plek"),
            ),
        },
        "scale": {
            "freedom/at-start": Value("Ik lette op wat ik zei.", number=2),
            "freedom/at-end": Value("We zaten allebei met een kop thee.", number=5),
        },
        "table": {
            "said-and-thought": Value(rows=("first", "second")),
            "said-and-thought@first": Value(
                cells=("‘Dat snap ik.’", "Dat weet ik niet zeker.", "Was even stil.")
            ),
        },
        "columns": {
            "give-and-get": Value("Ik geef vaker raad dan ik dacht.", rows=("one", "two", "three")),
            "give-and-get@one": Value("Een rustig begin.", side="left"),
            "give-and-get@two": Value("Raad waar niemand om vroeg.", side="left"),
            "give-and-get@three": Value("Een eerlijk verhaal.", side="right"),
        },
        "grid": {
            "four-sides/i-saw": "Armen over elkaar, jas nog aan.",
            "four-sides/i-thought": "Die wil hier niet zijn.",
            "four-sides/other-saw": "Misschien iemand met een vol bureau.",
            "four-sides/other-thought": "Misschien: dit wordt weer een kort gesprek.",
        },
        "model": {
            "three-steps/what": "Ik onderbrak iemand midden in een zin.",
            "three-steps/so-what": "Ik hoorde het mezelf doen, en ik deed het niet met opzet.",
        },
        "checklist": {
            "prepared/ik-weet-waarom-we-praten": Value(
                "Ze vroeg zelf om dit gesprek.", options=("yes",)
            ),
            "prepared/de-ander-weet-hoelang-het-duurt": Value(options=("no",)),
        },
        "chooser": {
            "where-to-talk/p1": Value(
                "De vorige keer kwam het verhaal pas bij de deur.", options=("applies",)
            ),
            "where-to-talk/conclusion": "Ik stel voor om een rondje te lopen.",
        },
        "recall": {
            "expectation": "Dat hij boos zou zijn om de brief.",
            "expectation-again": "Hij was vooral moe.",
        },
        "exchange": {
            "exchange/mode": Value(options=("conversation",)),
            "exchange/who": "Een medestudent",
            "exchange/recognised": "Ook zij vult stiltes op.",
        },
        "intention": {
            "try/try": "Eén keer tot vijf tellen voordat ik antwoord geef.",
            "try/when": "In het gesprek van donderdag",
            "try/date": Value(day=date(2026, 11, 20)),
        },
        "revisit": {"take-along": "Ik mag zeggen dat ik het niet weet."},
        "notes": {"your-words": "Er ligt een hoop. Zullen we samen één envelop openmaken?"},
        "links": {
            "advice": "Bel ze morgen meteen op.",
            "question-instead": "Wat houdt je tegen om te bellen?",
        },
        "cards-own": {
            "my-weather": Value(cards=("weer/mist",)),
            "my-weather/noticed@weer/mist": "Ik begon aan drie dingen tegelijk.",
        },
    }.items()
}
