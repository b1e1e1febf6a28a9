# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Every sentence an author can meet about a file: what is wrong, and what to write instead.

Knows words only; which mistake was made, and where, is found by the other modules.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

_FACT_LENGTH = 80


class Mistake(Enum):
    """One kind of mistake; the value is its Dutch sentence with places for facts."""

    # --- the file as a whole
    FILE_MISSING = "Dit bestand of deze map is er niet. Kijk of de naam klopt."
    FILE_UNREADABLE = (
        "Dit bestand kan niet gelezen worden. Zet hier een gewoon tekstbestand neer dat je mag "
        "openen."
    )
    FILE_TOO_LARGE = "Dit bestand is groter dan {limit} kB. Maak het korter of deel het op."
    FILE_NOT_TEXT = (
        "Dit bestand is geen leesbare tekst. Bewaar het als platte tekst met de codering UTF-8; in "
        "Kladblok kies je die bij Opslaan als."
    )
    FILE_LINK_OUTSIDE = (
        "Dit is een koppeling naar iets buiten de map. Zet het bestand zelf in de map."
    )
    FILE_NOT_MARKDOWN = (
        "Dit bestand wordt niet gelezen: de naam moet op .md eindigen, in kleine letters. Bewaar "
        "het als platte tekst, bijvoorbeeld als mijn-oefening.md"
    )
    FILE_MISPLACED = (
        "Op deze plek wordt geen bestand gelezen. Zet een oefening in een map van een hoofdstuk, "
        "in templates/ of in extra/, en een kaartenset in decks/NAAM/deck.md."
    )
    FOLDER_MISSING = "Deze map met oefeningen is er niet. Zet het programma opnieuw neer."
    CONTROL_CHARACTER = "Hier staat een onzichtbaar teken ({code}). Haal het weg."
    LINE_TOO_LONG = "Deze regel is langer dan {limit} tekens. Verdeel hem over meer regels."

    TOO_MANY_LINES = "Dit bestand heeft meer dan {limit} regels. Maak het korter of deel het op."

    # --- the header between two lines of ---
    HEADER_MISSING = (
        "Het bestand begint niet met gegevens. Schrijf op de eerste regel --- en sluit de gegevens "
        "ook af met ---."
    )
    HEADER_OPEN = (
        "De gegevens bovenaan zijn niet afgesloten. Schrijf onder de laatste regel ervan ---."
    )
    HEADER_TOO_LONG = (
        "De gegevens bovenaan zijn meer dan {limit} regels. Zet uitleg eronder, na ---."
    )
    HEADER_SYNTAX = (
        "Deze regel van de gegevens is niet te lezen. Begin vooraan met naam: waarde, en zet de "
        "waarde tussen rechte aanhalingstekens als er een dubbele punt of een aanhalingsteken in "
        "staat."
    )
    HEADER_NOT_PAIRS = (
        'De gegevens bovenaan zijn geen namen met waarden. Schrijf regels als title: "Een naam"'
    )
    HEADER_ALIAS = (
        "In de gegevens kan & of * geen verwijzing maken. Schrijf de waarde voluit, tussen "
        "aanhalingstekens."
    )
    HEADER_TAG = (
        "In de gegevens kan geen ! voor een waarde staan. Zet de waarde tussen aanhalingstekens."
    )
    HEADER_DEEP = "De gegevens zijn te diep gelaagd. Schrijf per regel één naam met één waarde."
    KEY_DOUBLE = "{name} staat twee keer in de gegevens. Houd er één."
    KEY_UNKNOWN = (
        "{name} is hier geen bekende naam.{hint} Haal de regel weg of kies uit: {choices}."
    )
    KEY_MISSING = "In de gegevens bovenaan ontbreekt {name}. Schrijf bijvoorbeeld {example}"
    KEY_NEEDS_TEXT = "Bij {name} hoort tekst. Zet de waarde tussen aanhalingstekens."
    KEY_QUOTES = (
        "Om de waarde van {name} staan schuine aanhalingstekens. Schrijf rechte, bijvoorbeeld "
        "{example}"
    )
    KEY_NEEDS_NUMBER = "Bij {name} hoort een heel getal. Schrijf bijvoorbeeld {example}"
    KEY_NEEDS_TRUE_FALSE = "Bij {name} hoort true (ja) of false (nee)."
    KEY_CHOICES = "Bij {name} hoort een van deze woorden: {choices}.{hint}"
    KEY_EMPTY = "{name} is leeg. Schrijf bijvoorbeeld {example}"
    KEY_TOO_LONG = "De waarde van {name} is langer dan {limit} tekens. Maak hem korter."
    KEY_RANGE = "Het getal bij {name} is te klein of te groot. Schrijf bijvoorbeeld {example}"
    KEY_PATTERN = "De waarde van {name} heeft niet de goede vorm. Schrijf bijvoorbeeld {example}"
    ID_NOT_NAME = "De id is {id}, maar {what} heet {name}. Maak ze gelijk."
    CHAPTER_HERE = (
        "Deze map hoort bij geen hoofdstuk. Haal {name} weg, of zet het bestand in de map van een "
        "hoofdstuk."
    )
    CHAPTER_DIFFERS = (
        "Deze oefening noemt hoofdstuk {number}, maar de map is van hoofdstuk {folder}. Schrijf "
        "chapter: {folder} of verplaats het bestand."
    )
    CHAPTER_UNKNOWN = (
        "Hoofdstuk {number} is er niet. Kies een hoofdstuk dat er is, of zet een chapter.md in "
        "deze map."
    )
    KIND_OF_FOLDER = "In deze map staan bladen van de soort {kind}. Schrijf kind: {kind}"
    TAKEN = "{name} bestaat al in {other}. Geef deze een andere id."
    CARE_NOTE_MISSING = (
        "Bij sensitivity: high hoort een zorgnoot in de inleiding. Schrijf vóór de eerste ## een "
        "regel !!! zorg met de tekst vier spaties ingesprongen eronder."
    )

    # --- headings and what stands behind them
    HEADING_SPACE = "Na {signs} hoort een spatie. Schrijf {signs} en dan de titel."
    HEADING_LEVEL = (
        "Een kop met {signs} kan hier niet. Gebruik ## voor een stap en ### voor een vraag."
    )
    HEADING_UNDERLINED = (
        "Een streep onder een regel maakt er een kop van. Zet een lege regel vóór de streep, of "
        "schrijf ## voor de titel."
    )
    HEADING_EMPTY = "Deze kop heeft geen titel. Schrijf de vraag tussen {signs} en {{#id}}."
    HEADING_TOO_LONG = "Deze titel is langer dan {limit} tekens. Zet uitleg onder de kop."
    HEADING_NO_ID = "Deze kop heeft geen id. Zet erachter: {{#{example}}}"
    HEADING_NO_SIGN = "Voor de id hoort een hekje. Schrijf {{#{example}}}"
    PROMPT_OUTSIDE = "Een vraag met ### hoort in een stap. Schrijf er eerst een kop met ## boven."
    ID_FORM = (
        "De id {id} kan niet. Gebruik kleine letters, cijfers en koppelstreepjes: {{#{example}}}"
    )
    ID_DOUBLE = "De id {id} staat ook op regel {other}. Kies een andere id."
    ID_TAKEN = "De id {id} gebruikt het programma zelf voor een stap. Kies een andere id."
    ATTRIBUTES_OPEN = "Achter deze kop wordt {{ niet goed afgesloten. Schrijf {{#id .soort}}."
    ATTRIBUTES_FORM = (
        "{text} is hier niet te lezen. Schrijf {{#id .soort naam=waarde}}, zonder spaties om de =, "
        "en met rechte aanhalingstekens om een waarde met spaties."
    )
    ATTRIBUTES_TWO_IDS = "Achter deze kop staan twee id's. Houd er één."
    ATTRIBUTES_DOUBLE = "{name} staat twee keer achter deze kop. Houd er één."
    ATTRIBUTES_ELSEWHERE = (
        "Tekst tussen {{ en }} met een id, soort of waarde kan alleen achter een kop. Haal die weg."
    )
    KIND_UNKNOWN = ".{name} is geen bekende soort stap.{hint} Kies uit: {choices}."
    KIND_DOUBLE = "Achter deze kop staan twee soorten: {names}. Houd er één."
    LINE_ELSEWHERE = ".line kan hier niet. Gebruik .line bij een gewone vraag."
    PROMPT_CLASS = ".{name} kan niet achter een vraag met ###.{hint} Alleen .line kan hier."
    PROMPT_ATTRIBUTE = "{name}= kan niet achter een vraag met ###. Zet het achter de kop met ##."
    ATTRIBUTE_UNKNOWN = "{name}= hoort niet bij .{kind}.{hint} {allowed}"
    ATTRIBUTE_MISSING = "Bij .{kind} ontbreekt {name}. Schrijf bijvoorbeeld {example}"
    ATTRIBUTE_FORM = "{name}={value} is niet te gebruiken. Schrijf bijvoorbeeld {example}"
    ATTRIBUTE_RANGE = "{name}={value} is te weinig of te veel. Kies van {low} tot en met {high}."
    PROMPTS_NOT_HERE = (
        "Een stap .{kind} heeft zelf al een plek om te schrijven. Maak van deze ### een eigen "
        "stap met ##."
    )
    PROMPTS_MISSING = "Een stap .{kind} heeft vragen nodig. Schrijf er een met ### onder."

    # --- blocks
    NO_BLOCKS = "Deze oefening heeft geen stappen. Schrijf een kop met ## en {{#id}}."
    TOO_MANY_BLOCKS = "Deze oefening heeft meer dan {limit} stappen en vragen. Deel haar op."
    DECK_UNKNOWN = "De kaartenset {name} is er niet.{hint} {available}"
    DECK_BROKEN = "De kaartenset {name} heeft zelf fouten. Los eerst de fouten in {file} op."
    DECK_TOO_SMALL = "De kaartenset {name} heeft {count} kaarten. Vraag er met pick niet meer."
    OF_UNKNOWN = "of={name} noemt een stap die er niet is.{hint}"
    OF_LATER = "of={name} noemt een stap die pas later komt. Noem een stap die erboven staat."
    OF_KIND = (
        "of={name} noemt een stap waarin niets gekozen wordt. Noem een stap .cards of .choice "
        "die erboven staat."
    )
    OF_REVISIT = "of={name} noemt een stap .revisit. Noem een stap waarin geschreven wordt."
    RECALL_EXERCISE = "of={name} noemt een oefening die er niet is.{hint}"
    RECALL_BLOCK = "of={name} noemt een stap die niet in die oefening staat.{hint}"
    OPTIONS_MISSING = (
        "Een stap .{kind} heeft minstens twee regels nodig om uit te kiezen. Schrijf elk ervan op "
        "een regel die met - begint."
    )
    OPTIONS_TOO_MANY = "Dit zijn meer dan {limit} keuzes. Houd er minder."
    OPTIONS_TWICE = "Hier staan keuzes onder de stap én {other}={name}. Houd een van de twee."
    OPTION_EMPTY = "Deze keuze is leeg. Schrijf er een woord met letters achter."
    OPTION_DOUBLE = "Deze keuze lijkt te veel op die van regel {other}. Maak ze verschillend."
    OPTION_NESTED = "Een lijst in een lijst kan hier niet. Zet elke keuze vooraan de regel."
    LIST_UNKNOWN = "De lijst {name} staat niet in resources/lists.{hint}"
    LIST_TOO_SHORT = (
        "In de lijst {name} staan geen twee keuzes. Zet ze op regels die met - beginnen."
    )
    MODEL_UNKNOWN = "Het model {name} staat niet in resources/models.{hint}"
    MODEL_WITHOUT_PHASES = (
        "Het model {name} heeft geen twee vragen. Zet in dat blad {{#id}} achter elke kop die een "
        "vraag is."
    )
    PHASES_MOST = "Het model {name} heeft {count} vragen; phases={value} gaat verder. Kies minder."
    CHOOSER_UNKNOWN = "De keuzehulp {name} staat niet in resources/choosers.{hint}"
    CHOOSER_TABLE = (
        "Een keuzehulp heeft een tabel nodig. Geef die deze titels: "
        "| Code | Argument | Pleit voor | Pleit tegen | Bron |"
    )
    ARGUMENTS_MISSING = "Deze tabel heeft geen twee argumenten. Schrijf elk argument op een rij."
    ARGUMENTS_TOO_MANY = "Dit zijn meer dan {limit} argumenten. Houd er minder."
    ARGUMENT_CODE = (
        "De code {id} kan niet. Gebruik kleine letters, cijfers en koppelstreepjes, en niet "
        "conclusion."
    )
    ARGUMENT_EMPTY = "Dit argument heeft geen woorden. Schrijf ze in de tweede cel."
    ARGUMENT_IDLE = "Dit argument pleit nergens voor of tegen. Noem een vorm in cel drie of vier."
    CELLS_NUMBER = "Het aantal vakken van deze .grid is {count}. Schrijf er 4 tot 6, elk met ###."
    RUNNING_FEW = "Bij mode=running horen twee of meer vragen. Schrijf ze met ### eronder."
    TABLE_MISSING = (
        "Een stap .{kind} heeft een tabel nodig. Schrijf een regel als | eerste | tweede | en "
        "daaronder |---|---|"
    )
    TABLE_TWICE = "Hier staat een tweede tabel. Houd één tabel per stap."
    TABLE_COLUMNS = "Het aantal kolommen van deze tabel is {count}. Gebruik er {expected}."
    TABLE_HEADER_EMPTY = "Een kolom heeft geen titel. Schrijf boven elke kolom een titel."
    TABLE_UNEVEN = (
        "Het aantal cellen in deze rij is {count}, en dat van de titels {expected}. Maak ze gelijk."
    )
    TABLE_EXAMPLES = "Onder de titels kan één rij als voorbeeld staan. Haal deze rij weg."

    # --- text
    FENCE_OPEN = "Dit codeblok is niet afgesloten. Schrijf eronder een regel met {signs}"
    RAW_HTML = (
        "HTML kan hier niet: {text}. Gebruik Markdown, of zet de tekst tussen `accenten` als "
        "lezers hem moeten zien."
    )
    ADMONITION_KIND = "!!! {name} is onbekend.{hint} Kies uit: {choices}."
    ADMONITION_FORM = 'Deze regel is niet te lezen. Schrijf bijvoorbeeld !!! zorg "Een titel"'
    ADMONITION_EMPTY = (
        "Onder deze regel hoort de tekst, vier spaties ingesprongen. Schrijf die eronder."
    )
    TOO_DEEP = (
        "Deze regel springt te diep in. Gebruik hooguit {limit} lagen van lijsten en citaten."
    )
    TOO_MANY_SIGNS = (
        "In deze alinea staan te veel tekens als [ < ` en *. Verdeel de tekst over meer alinea's."
    )
    PARAGRAPH_TOO_LONG = "Deze alinea is langer dan {limit} tekens. Zet er lege regels tussen."
    TOO_MANY_HEADINGS = "Dit blad heeft meer dan {limit} koppen. Deel het op."
    LINK_BROKEN = "Deze link is niet af. Schrijf [tekst](adres), zonder spaties in het adres."
    LINK_SCHEME = (
        "Een link naar {target} kan niet. Gebruik https:, mailto:, naslag: of een bestand in deze "
        "map."
    )
    LINK_OUTSIDE = (
        "Een link naar {target} gaat naar een plek buiten deze map. Zet het bestand in de map en "
        "noem alleen zijn naam."
    )
    LINK_MISSING = "Het bestand {target} is er niet. Zet het in de map of haal de link weg."
    PAGE_UNKNOWN = "Het naslagblad {target} is er niet.{hint}"
    ANSWER_UNKNOWN = "answer:{target} noemt een stap die er niet is of pas later komt.{hint}"
    PICTURE_REMOTE = (
        "Een afbeelding van het internet kan niet: {target}. Zet het bestand in de map en noem "
        "alleen zijn naam."
    )
    PICTURE_OUTSIDE = (
        "De afbeelding {target} staat buiten deze map. Zet het bestand in de map en noem alleen "
        "zijn naam."
    )
    PICTURE_FORM = (
        "Deze afbeelding is niet te lezen. Schrijf ![beschrijving](bestand.svg), met een naam "
        "zonder spaties."
    )
    PICTURE_KIND = "{target} is geen afbeelding die hier kan. Gebruik .svg, .png of .jpg"

    # --- cards and pictures
    CARDS_MISSING = (
        "Deze kaartenset heeft geen kaarten. Schrijf een tabel met de titels | card | title | "
        "description |"
    )
    CARDS_HEADER = "De tabel heeft andere titels. Schrijf | card | title | description |"
    CARDS_TOO_MANY = "Deze kaartenset heeft meer dan {limit} kaarten. Maak er twee sets van."
    CARD_EMPTY = "Bij deze kaart ontbreekt {name}. Vul alle drie de kolommen in."
    CARD_NAME = (
        "{name} kan geen naam van een kaart zijn. Gebruik kleine letters, cijfers en "
        "koppelstreepjes, zoals {example}"
    )
    CARD_DOUBLE = "De kaart {name} staat ook op regel {other}. Haal er een weg."
    PICTURE_MISSING = "De afbeelding {name} is er niet. Zet het bestand in dezelfde map."
    PICTURE_TOO_LARGE = "De afbeelding {name} is groter dan {limit}. Maak haar kleiner."
    PICTURE_UNREADABLE = "De afbeelding {name} kan niet gelezen worden. Zet er een gewoon bestand."
    PICTURE_REFUSED = (
        "De afbeelding {name} bevat iets wat hier niet kan ({fact}). Bewaar haar als eenvoudige "
        "SVG met alleen vormen en kleuren."
    )

    PICTURE_DAMAGED = "De afbeelding {name} is geen goede SVG (regel {row}). Bewaar haar opnieuw."
    PHOTO_REFUSED = (
        "De afbeelding {name} is geen goede foto. Bewaar haar als JPEG, PNG of WebP en zet haar "
        "opnieuw in de map."
    )
    PHOTO_TOO_LARGE = (
        "De afbeelding {name} heeft te veel beeldpunten. Verklein haar tot hooguit 1600 breed."
    )
    PICTURE_TOO_COMPLEX = (
        "De afbeelding {name} heeft te veel onderdelen of lagen. Maak haar eenvoudiger."
    )

    def sentence(self, **facts: object) -> str:
        """The sentence with its facts; long or unprintable facts are cut and cleaned."""
        return self.value.format(**{name: _fact(fact) for name, fact in facts.items()})


def _fact(fact: object) -> str:
    text = "".join(sign if sign.isprintable() else " " for sign in str(fact))
    if isinstance(fact, Known) or len(text) <= _FACT_LENGTH:
        return text
    return text[: _FACT_LENGTH - 1] + "…"


class Known(str):
    """A fact of our own making, such as a list of choices: never cut."""

    __slots__ = ()


def hint(name: str, choices: Iterable[str]) -> Known:
    """` Bedoel je …?` with the choice that looks most like `name`, or nothing."""
    # Not at the top: a start without mistakes needs no comparing.
    from difflib import get_close_matches

    found = get_close_matches(name[:100].lower(), sorted(choices), n=1, cutoff=0.6)
    return Known(f" Bedoel je {found[0]}?" if found else "")


def listed(choices: Iterable[str]) -> Known:
    """Choices as one enumeration: `a, b, c`."""
    return Known(", ".join(choices))
