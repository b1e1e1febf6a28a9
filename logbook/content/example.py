# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The example that a new exercise begins as: it passes the check, and explains itself.

What an author may delete stands in YAML comments and in notes titled "Voor jou als schrijver".
Where the file goes is left to `services.authoring`.
"""

from __future__ import annotations

_CHAPTER = """\
chapter: @CHAPTER@         # het nummer van het hoofdstuk waar de oefening bij hoort
order: 100         # de plek in dat hoofdstuk; een laag getal staat vooraan
"""

_HEADER = """\
---
# Dit zijn de gegevens van je oefening. Alles achter een # is uitleg en mag weg.
id: @ID@
# De id is gelijk aan de naam van het bestand en verandert nooit meer:
# de antwoorden van mensen hangen eraan.
title: "@TITLE@"
@CHAPTER_LINES@goal: "Zien wat een gesprek met je deed en wat je daarvan meeneemt."
minutes: 25        # hoe lang het ongeveer duurt
parts: true        # true als je het in delen kunt doen
method: "terugkijken"
origin: own        # own = zelf bedacht, book = uit het boek, source = uit een andere bron
source: "Eigen werk"   # staat bij elke bijdrage en in elke export
sensitivity: low   # low, medium of high; bij high hoort een zorgnoot vóór de eerste ##
together: alone    # alone of exchange (als er iets uit te wisselen is)
version: 1         # maak er 2 van als je een vraag verandert die mensen al beantwoord hebben
language: nl
---
"""

_BODY = """
!!! tip "Voor jou als schrijver"
    Dit is een voorbeeld dat al werkt. Bekijk het met ‘Oefening bekijken …’ in het programma,
    verander het bestand en bewaar het: je ziet meteen hoe het wordt.

    Een kop met twee hekjes is een stap. Erachter staan een id en de soort stap. Een kop met drie
    hekjes is een vraag in die stap. Kies id’s van korte Engelse woorden en verander ze niet meer.

    Blokjes zoals dit zijn voor jou. Haal ze weg als je oefening klaar is.

Soms loop je na een gesprek weg en blijft het in je hoofd zitten. In deze oefening kijk je rustig
terug. Je mag overal iets overslaan.

## Om welk gesprek gaat het? {#conversation .situation}

Kies een gesprek van de laatste weken. Schrijf rollen in plaats van namen.

!!! tip "Voor jou als schrijver"
    `.situation` heeft vaste vragen: wanneer, waar, wie, wat er gebeurde. Wil je andere vragen,
    schrijf die dan zelf met drie hekjes eronder.

## Geef het gesprek een titel {#name-it .line}

Een paar woorden, alsof het een hoofdstuk in een boek is.

!!! tip "Voor jou als schrijver"
    `.line` is een vraag met één regel als antwoord.

## Wat bleef hangen? {#what-stayed}

!!! tip "Voor jou als schrijver"
    Een stap zonder soort is een gewone vraag met een tekstveld. Met drie hekjes zet je er meer
    vragen in.

### Welk moment zie je nog voor je? {#moment}

Beschrijf wat je zag en hoorde, nog zonder uitleg.

### Wat voelde je toen? {#feeling}

### Wat deed je daarna? {#reaction .line}

## Wat was er in het gesprek? {#ingredients .choice max=3 own=yes}

Kies er hooguit drie. Staat het jouwe er niet bij, schrijf het er dan bij.

!!! tip "Voor jou als schrijver"
    `.choice` maakt van elke regel met een streepje een keuze. Met `max` zeg je hoeveel er
    mogen, met `own=yes` mag er een eigen keuze bij.

- rust
- haast
- humor
- spanning
- vertrouwen
- iets wat niet gezegd werd

## Hoe vrij voelde je je? {#freedom .scale from=1 to=7 low="helemaal niet vrij" high="heel vrij"}

Een getal zegt nog weinig. Schrijf er daarom bij wat je ermee bedoelt.

!!! tip "Voor jou als schrijver"
    Bij `.scale` kiest iemand een getal en schrijft er iets bij. De getallen worden nooit opgeteld.

### Aan het begin {#at-start}

### Aan het eind {#at-end}

## Wat zei je, en wat dacht je? {#said-and-thought .table rows=1-4}

Eén of twee momenten zijn genoeg. De eerste rij is een voorbeeld.

!!! tip "Voor jou als schrijver"
    Onder `.table` staat een tabel met titels. Eén rij eronder mag een voorbeeld zijn. Met `rows`
    zeg je hoeveel rijen er minstens en hooguit zijn.

| Wat ik zei | Wat ik dacht |
|---|---|
| “Neem gerust de tijd.” | Ik moet over tien minuten weg. |

## Wat laat dit je zien? {#insight}

Lees eerst terug wat je opschreef over het moment: [mijn woorden](answer:what-stayed).

Schrijf op wat je nu ziet en toen nog niet.

!!! tip "Voor jou als schrijver"
    Een link naar `answer:` met de id van een eerdere stap laat iemands eigen woorden zien. Een link
    naar `naslag:` opent een blad ernaast, zoals het
    [referentiekader](naslag:models/referentiekader).

## Wat ga je proberen? {#try .intention}

Houd het klein. Iets wat je al in je volgende gesprek kunt doen.

!!! tip "Voor jou als schrijver"
    Sluit een oefening af met een conclusie, een voornemen of een open vraag. `.intention`
    vraagt wat, wanneer en waaraan iemand het merkt.

## Kijk je nu anders naar dat gesprek? {#look-back .revisit after=4w of=insight,try}

Lees terug wat je toen zag en wat je wilde proberen.
"""


def example_text(exercise_id: str, title: str, chapter: int | None) -> str:
    """The text of a new exercise file.

    Args:
        title: one line; any signs.
        chapter: None for a template or an extra exercise.
    """
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    lines = "" if chapter is None else _CHAPTER.replace("@CHAPTER@", str(chapter))
    header = _HEADER.replace("@ID@", exercise_id).replace("@CHAPTER_LINES@", lines)
    return header.replace("@TITLE@", quoted) + _BODY
