# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What the person of the generated logbook writes: sentences whose themes move with the years.

Everybody in it is made up. Each theme belongs to some of the six years, so that words come, stay
and go.
"""

from __future__ import annotations

import random

_WHO = (
    "een bewoner", "een moeder", "een jongen van veertien", "de buurvrouw van een cliënt",
    "mijn werkbegeleider", "een collega", "een vader", "een vrouw die net verhuisd was",
    "de oudste van drie zussen", "een student die meeliep",
)  # fmt: skip
_WHERE = (
    "aan de keukentafel", "in het wijkcentrum", "op het schoolplein", "tijdens het overleg",
    "in de auto terug", "aan de telefoon", "bij de voordeur", "in de spreekkamer",
)  # fmt: skip
_ALWAYS = (
    "{Who} vertelde {where} over de afgelopen week.",
    "Ik luisterde en schreef pas achteraf iets op.",
    "Het gesprek met {who} duurde langer dan ik dacht.",
    "Daarna zat ik nog een tijdje {where}.",
    "Ik vroeg {who} wat er sinds vorige keer was veranderd.",
    "We spraken af dat ik over twee weken weer bel.",
    "Wat mij raakte was de manier waarop {who} over thuis vertelde.",
    "Mijn handen waren koud en mijn schouders zaten vast.",
    "Ik dacht aan wat mijn begeleider zei over ruimte maken.",
    "Het was druk, en toch was er even aandacht voor elkaar.",
    "{Who} lachte toen ik het anders zei.",
    "Achteraf had ik liever eerst een vraag gesteld.",
)
_THEMES: tuple[tuple[range, tuple[str, ...]], ...] = (
    (
        range(2),
        (
            "Ik was onzeker en wilde geen fouten maken.",
            "Mijn zenuwen zaten in mijn buik, vooral {where}.",
            "Ik had een lijstje met vragen bij me en hield me daaraan vast.",
            "Ik gaf meteen advies, want de stilte vond ik ongemakkelijk.",
            "Ik vergeleek me met een collega die al jaren ervaring heeft.",
            "Of ik het goed deed, weet ik niet. Die onzekerheid nam ik mee naar huis.",
            "De opleiding vraagt om bewijs, en ik verzamelde vooral verslagen.",
        ),
    ),
    (
        range(1, 4),
        (
            "Ik stelde een grens en dat voelde eerst hard.",
            "Grenzen bewaken blijft zoeken als {who} zoveel vraagt.",
            "Ik merkte boosheid toen de afspraak weer niet doorging.",
            "Mijn drijfveer om te helpen loopt soms voor de ander uit.",
            "Ik nam het werk mee naar huis en sliep slecht.",
            "In de intervisie bleek dat meer mensen met die grens worstelen.",
        ),
    ),
    (
        range(3, 6),
        (
            "Ik liet de stilte bestaan, en toen kwam het verhaal vanzelf.",
            "Er was vertrouwen, dat merkte ik aan kleine dingen.",
            "Ik vertraagde en volgde het tempo van {who}.",
            "Vertragen lukt me beter als ik eerst adem.",
            "Niet weten voelt nu meer als nieuwsgierigheid.",
            "De stiltes zijn langer geworden en ik vul ze minder.",
            "Ik durfde te zeggen dat ik het ook niet wist.",
        ),
    ),
    (
        range(4, 6),
        (
            "Ik begeleid nu zelf een student en herken haar zenuwen.",
            "Het team veranderde en ik zocht mijn plek opnieuw.",
            "Ik keek terug op wat ik drie jaar geleden schreef en moest glimlachen.",
            "Samenwerken met de gemeente vraagt geduld.",
        ),
    ),
)
_INTENTIONS = (
    "Volgende keer wacht ik tien tellen voor ik iets zeg.",
    "Ik vraag eerst wat iemand zelf al heeft geprobeerd.",
    "Ik begin het gesprek met een open vraag en leg mijn lijstje weg.",
    "Ik zeg hardop dat ik het niet weet, en kijk wat er dan gebeurt.",
    "Ik plan na elk huisbezoek vijf minuten voor mezelf.",
    "Ik vat samen en vraag of het klopt.",
)
_RETURNS = (
    "Het lukte {where}. {Who} begon zelf te vertellen.",
    "De eerste keer vergat ik het. De tweede keer wachtte ik, en dat gaf lucht.",
    "Het kwam er niet van, er was te veel haast die week.",
    "Ik deed het half: ik wachtte even en vulde het toen toch in.",
)
_OWN_OPTIONS = ("iets ertussenin", "dat verschilt per dag", "ik weet het nog niet goed")
_CONCLUSIONS = (
    "Helpen begint met wachten, merk ik.",
    "Ik hoef het niet op te lossen om er te zijn.",
    "Mijn eigen geschiedenis kijkt altijd mee.",
    "Een goede vraag is korter dan ik dacht.",
    "Vertrouwen zit in kleine afspraken.",
)


def text(rng: random.Random, year: int, sentences: int) -> str:
    """Some sentences as somebody writes them in this year (0 to 5)."""
    themes = [lines for years, lines in _THEMES if year in years]
    chosen = [
        _filled(rng, rng.choice(rng.choice(themes) if rng.random() < 0.6 else _ALWAYS))
        for _ in range(sentences)
    ]
    lines = [" ".join(chosen[at : at + 4]) for at in range(0, len(chosen), 4)]
    return "\n\n".join(lines)


def line(rng: random.Random) -> str:
    """A few words for a field of one line."""
    return rng.choice((*_WHERE, *_WHO))


def intention(rng: random.Random) -> str:
    """What somebody means to do."""
    return rng.choice(_INTENTIONS)


def happened(rng: random.Random) -> str:
    """What came of an intention."""
    return _filled(rng, rng.choice(_RETURNS))


def own_option(rng: random.Random) -> str:
    """An option in own words."""
    return rng.choice(_OWN_OPTIONS)


def conclusion(rng: random.Random) -> str:
    """One sentence about a chapter."""
    return rng.choice(_CONCLUSIONS)


def _filled(rng: random.Random, sentence: str) -> str:
    who = rng.choice(_WHO)
    return sentence.format(who=who, Who=who[0].upper() + who[1:], where=rng.choice(_WHERE))
