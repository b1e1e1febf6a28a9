# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The questions and options that come with some kinds of block.

Their ids are stored with answers and never change; their wording may.
"""

from __future__ import annotations

from logbook.core.exercise import Field, Option, Prompt

MODES = (
    Option("conversation", "In gesprek"),
    Option("alone", "Alleen, in mijn logboek"),
    Option("later", "Later"),
)

SITUATION = (
    Prompt("when", "Wanneer was het?", "De week of periode is genoeg.", Field.LINE),
    Prompt(
        "place",
        "Wat voor plek was het?",
        "Noem de soort plek, geen naam of adres: bij iemand thuis, op school, aan de telefoon.",
        Field.LINE,
    ),
    Prompt("roles", "Wie waren erbij?", "Schrijf rollen in plaats van namen.", Field.LINE),
    Prompt("happened", "Wat gebeurde er?", "Vertel wat een ander had kunnen zien en horen."),
    Prompt("part", "Wat was jouw aandeel?", "Wat je deed, zei, dacht of juist liet."),
)

EXCHANGE = (
    Prompt("mode", "Hoe doe je dit?", "", Field.CHOICE, options=MODES),
    Prompt("who", "Met wie was dat?", "Schrijf een rol, geen naam.", Field.LINE),
    Prompt(
        "recognised",
        "Wat herkende je?",
        "Schrijf het in je eigen woorden. Wat de ander in vertrouwen vertelde, schrijf je niet op.",
    ),
    Prompt("different", "Wat was anders?"),
    Prompt("take-along", "Wat neem je hieruit mee?"),
)

INTENTION = (
    Prompt("try", "Wat ga je proberen?"),
    Prompt("when", "Wanneer of waar doe je dat?", "", Field.LINE),
    Prompt("notice", "Waaraan ga je het merken?"),
    Prompt("date", "Op welke dag kijk je terug?", "", Field.DATE),
)

STATES = (
    Option("yes", "ja"),
    Option("partly", "deels"),
    Option("no", "nee"),
    Option("unknown", "weet ik nog niet"),
)

APPLIES = (Option("applies", "speelt hier mee"),)

CONCLUSION = Prompt(
    "conclusion",
    "Wat is jouw conclusie?",
    "Leg de argumenten naast elkaar en schrijf waar je nu op uitkomt. Twijfel mag erbij staan.",
)
