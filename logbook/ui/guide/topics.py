# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The words of the guide, a topic per screen, and the keys that belong to it.

Those about looking back are in `revisit_topics`, about sharing and feedback in `share_topics`.
"""

from __future__ import annotations

from logbook.ui.guide.revisit_topics import REVISIT_TOPICS
from logbook.ui.guide.share_topics import SHARE_TOPICS
from logbook.ui.guide.topic import Topic, mark_words

_T = mark_words

_OF_SCREENS: dict[str, Topic] = {
    "welcome": Topic(
        _T("guide", "Welkom"),
        (
            _T(
                "guide",
                "Dit is de eerste bladzijde. Je kunt meteen beginnen; alles wat je hier "
                "kiest, kun je later veranderen bij Instellingen.",
            ),
        ),
    ),
    "today": Topic(
        _T("guide", "Vandaag"),
        (
            _T(
                "guide",
                "Hier ga je verder waar je was, schrijf je een vrije notitie of kies je "
                "een volgende oefening.",
            ),
            _T(
                "guide",
                "Een notitie hoeft geen vorm te hebben. Een paar woorden zijn genoeg. "
                "Wat je typt, staat binnen twee seconden in je logboek.",
            ),
            _T(
                "guide",
                "Helpen vragen je op weg? Kies dan een vorm. Wat je al schreef, gaat mee.",
            ),
            _T(
                "guide",
                "Soms staat er één ding om op terug te kijken. ‘Nu niet’ en ‘Later’ kunnen "
                "altijd. Bij een voornemen schrijf je hoe het ging.",
            ),
        ),
        (
            (_T("guide", "Ctrl+N"), _T("guide", "nieuwe notitie in een groot veld")),
            (_T("guide", "Ctrl+Shift+N"), _T("guide", "notitie met de vragen van een vorm")),
        ),
    ),
    "exercises": Topic(
        _T("guide", "Oefeningen"),
        (
            _T(
                "guide",
                "Links staan de hoofdstukken, rechts de oefeningen. De ring telt in hoeveel "
                "oefeningen je iets hebt geschreven.",
            ),
            _T(
                "guide",
                "Je kiest zelf wat je doet en in welke volgorde. Overslaan mag, en "
                "terugkomen ook. Doe je een oefening nog eens, dan komt er een ronde bij en "
                "blijft de vorige staan.",
            ),
            _T(
                "guide",
                "Achter de drie puntjes voeg je een pakket met oefeningen toe, of maak en bekijk "
                "je een oefening van jezelf. Een pakket of bestand op het venster slepen kan ook. "
                "Haal je een pakket weer weg, dan blijft wat je schreef in je logboek.",
            ),
        ),
        (
            (_T("guide", "Ctrl+F"), _T("guide", "zoek een oefening")),
            (_T("guide", "Pijl omhoog en omlaag"), _T("guide", "loop langs de lijst")),
            (_T("guide", "Enter"), _T("guide", "open de oefening")),
        ),
    ),
    "writer": Topic(
        _T("guide", "Schrijven"),
        (
            _T(
                "guide",
                "Je hoeft niets op te slaan. Rechtsboven zie je wanneer er voor het laatst "
                "is bewaard. Lukt dat een keer niet, dan blijft je tekst staan en zie je wat je "
                "kunt doen.",
            ),
            _T(
                "guide",
                "Elke vraag mag leeg blijven. Klaar voor nu? Kies ‘Voor nu afronden’. "
                "Daarna kies je ‘Verder schrijven’ wanneer je wilt. Zie je later iets anders, "
                "zet er dan een kanttekening bij: wat je schreef, blijft zoals het was.",
            ),
            _T(
                "guide",
                "Typ [[ om naar een andere bijdrage te verwijzen: je krijgt titels om uit te "
                "kiezen. Labels en leerdoelen geef je hiernaast of boven je notitie.",
            ),
            _T(
                "guide",
                "Met **twee sterren** maak je woorden vet, met *één ster* schuin. Een regel "
                "die begint met # wordt een kop, met - een lijst en met > een citaat.",
            ),
            _T(
                "guide",
                "Schrijf rollen in plaats van namen: ‘een bewoner’, ‘mijn begeleider’. "
                "Dan is een ander minder makkelijk te herkennen.",
            ),
            _T(
                "guide",
                "Een golfje staat onder een woord dat niet in het woordenboek staat. Een "
                "stippellijn staat onder iets waaraan een ander te herkennen kan zijn. Met "
                "‘Nakijken op herleidbaarheid’ in het menu zie je alles bij elkaar. De controle "
                "ziet niet alles; lees je tekst ook zelf na. Bij Instellingen zet je dit uit.",
            ),
        ),
        (
            (_T("guide", "Ctrl+Enter"), _T("guide", "naar de volgende stap")),
            (_T("guide", "Alt+Page Up en Page Down"), _T("guide", "vorige en volgende stap")),
            (
                _T("guide", "Alt+Shift+Page Up en Page Down"),
                _T("guide", "vorige en volgende kaart bij de vragen"),
            ),
            (
                _T("guide", "Cijfers en pijlen"),
                _T("guide", "kies een plek op een schaal; Delete haalt hem weg"),
            ),
            (_T("guide", "Ctrl+B en Ctrl+I"), _T("guide", "vet en schuin")),
            (_T("guide", "Ctrl+Shift+P"), _T("guide", "alleen voor mij: gaat nergens in mee")),
            (_T("guide", "Ctrl+Shift+V"), _T("guide", "plakken zonder opmaak")),
            (_T("guide", "Ctrl+L"), _T("guide", "labels geven")),
            (_T("guide", "Ctrl+Shift+L"), _T("guide", "leerdoelen koppelen")),
            (_T("guide", "Ctrl+Enter op een verwijzing"), _T("guide", "open die bijdrage")),
            (_T("guide", "F7"), _T("guide", "naar het volgende woord met een golfje")),
            (_T("guide", "Shift+F10"), _T("guide", "voorstellen bij een woord")),
            (_T("guide", "Ctrl+."), _T("guide", "waarom hier een stippellijn staat")),
            (_T("guide", "Ctrl+Shift+H"), _T("guide", "nakijken op herleidbaarheid")),
            (_T("guide", "F11"), _T("guide", "schrijven zonder afleiding")),
        ),
    ),
    "cards": Topic(
        _T("guide", "Kaarten kiezen"),
        (
            _T(
                "guide",
                "Kijk eerst, denk later. Kies zoveel kaarten als de oefening vraagt en zet "
                "ze in jouw volgorde. Een beeld heeft geen vaste betekenis; die geef jij.",
            ),
            _T(
                "guide",
                "Liever woorden of een beschrijving? Kies een andere kaartenset of ‘Als "
                "lijst’. Heb je een eigen set van papier, dan beschrijf je die kaarten zelf.",
            ),
            _T(
                "guide",
                "Met ‘Eigen foto’s toevoegen …’ boven de kaarten maak je een set van je eigen "
                "foto’s. Ze worden verkleind gekopieerd, zonder plaats en camera; je eigen bestand "
                "blijft zoals het is.",
            ),
        ),
        (
            (_T("guide", "Pijlen"), _T("guide", "loop langs de kaarten")),
            (_T("guide", "Spatie"), _T("guide", "kies een kaart of leg hem terug")),
            (_T("guide", "Enter"), _T("guide", "bekijk een kaart groot")),
            (_T("guide", "Alt+pijlen"), _T("guide", "verander de volgorde")),
        ),
    ),
    "running": Topic(
        _T("guide", "Eén tekst of per vraag"),
        (
            _T(
                "guide",
                "Je kunt de vragen apart beantwoorden, of in één tekst met de vragen ernaast. "
                "Rechtsboven bij de stap wissel je. Wat je al schreef, blijft staan en blijft "
                "in beeld.",
            ),
            _T(
                "guide",
                "Met ‘Voeg samen tot één tekst’ zet je losse antwoorden achter je tekst. Dat "
                "kun je meteen ongedaan maken.",
            ),
        ),
        ((_T("guide", "Pijlen"), _T("guide", "wissel van manier; spatie kiest")),),
    ),
    "rank": Topic(
        _T("guide", "Een volgorde maken"),
        (
            _T(
                "guide",
                "Zet bovenaan wat voor jou het eerst komt. Sleep een regel, of gebruik de "
                "pijlen. Staat het al goed? Kies dan ‘Zo laten’. Daarvoor wordt er niets "
                "bewaard.",
            ),
        ),
        (
            (_T("guide", "Pijl omhoog en omlaag"), _T("guide", "loop langs de regels")),
            (_T("guide", "Alt+pijlen"), _T("guide", "zet een regel hoger of lager")),
        ),
    ),
    "checklist": Topic(
        _T("guide", "Een lijst nalopen"),
        (
            _T(
                "guide",
                "Zeg per regel hoe het ervoor staat: ja, deels, nee of weet ik nog niet. Kies "
                "hetzelfde nog eens om je keuze weg te halen. Er wordt niets opgeteld.",
            ),
        ),
        (
            (_T("guide", "Pijlen"), _T("guide", "loop langs de keuzes en de regels")),
            (_T("guide", "Spatie"), _T("guide", "kies, of haal je keuze weg")),
        ),
    ),
    "chooser": Topic(
        _T("guide", "Een keuzehulp"),
        (
            _T(
                "guide",
                "Kruis aan wat in jouw situatie speelt en schrijf erbij waaraan je dat ziet. "
                "Daaronder staan je argumenten naast elkaar. Eén argument kan zwaarder wegen "
                "dan vijf andere: de conclusie is van jou.",
            ),
        ),
    ),
    "logbook": Topic(
        _T("guide", "Logboek"),
        (
            _T(
                "guide",
                "Alles wat je schreef, het nieuwste bovenaan; wat je vastzette staat daarboven. "
                "Rechts lees je een bijdrage met de vragen zoals ze toen stonden.",
            ),
            _T(
                "guide",
                "Zoeken: typ een of meer woorden, en je vindt bijdragen waar ze alle in staan. "
                'Met aanhalingstekens zoek je precies die woorden: "stil blijven". Met -druk laat '
                "je een woord weg, met stil OR rustig is een van beide genoeg.",
            ),
            _T(
                "guide",
                "Filters kies je met de knoppen of typ je zelf: hoofdstuk:1, label:stage, "
                "leerdoel:stilte, oefening:drijfveren, staat:concept, soort:notitie, met:kaarten, "
                "na:2026-03, voor:2026-03-15, vast:ja. Een zoekvraag kun je bewaren.",
            ),
            _T(
                "guide",
                "Wat je weggooit, ligt in de prullenbak. Je kunt het terugzetten. Van elk "
                "antwoord blijven de eerdere versies bewaard.",
            ),
            _T(
                "guide",
                "Wat voor nu is afgerond, verandert niet per ongeluk. Bij elk antwoord kun je een "
                "kanttekening zetten, met de dag erbij. Wil je toch verder, kies dan ‘Verder "
                "schrijven’.",
            ),
            _T(
                "guide",
                "Onder ‘Meer’ zet je een bijdrage vast of zeg je over welke dag ze gaat. Wijst "
                "een andere bijdrage hierheen, dan staat die onder de tekst.",
            ),
        ),
        (
            (_T("guide", "Ctrl+F"), _T("guide", "naar het zoekveld; Escape maakt het leeg")),
            (_T("guide", "F3 en Shift+F3"), _T("guide", "volgende en vorige plek")),
            (_T("guide", "Enter"), _T("guide", "verder schrijven")),
            (_T("guide", "Shift+pijlen"), _T("guide", "kies meer dan een bijdrage")),
            (_T("guide", "Ctrl+D"), _T("guide", "vastzetten of losmaken")),
            (_T("guide", "Delete"), _T("guide", "naar de prullenbak")),
            (_T("guide", "Ctrl+C"), _T("guide", "kopieer de bijdrage als tekst")),
            (_T("guide", "Ctrl+L"), _T("guide", "labels geven")),
            (_T("guide", "Ctrl+Shift+L"), _T("guide", "leerdoelen koppelen")),
            (_T("guide", "Ctrl+Shift+M"), _T("guide", "kanttekening bij het geheel")),
        ),
    ),
    "progress": Topic(
        _T("guide", "Voortgang"),
        (
            _T(
                "guide",
                "Een kaart van wat je deed. De ring telt oefeningen, een volle stip is een "
                "oefening waarin je schreef en het getal eronder is het aantal rondes.",
            ),
            _T(
                "guide",
                "Er zijn geen punten en geen oordelen. Lang niets schrijven is gewoon lang "
                "niets schrijven.",
            ),
            _T(
                "guide",
                "Open een hoofdstuk om het in één zin samen te vatten, om erop terug te kijken "
                "en om je voornemens weer te lezen. Eerdere zinnen blijven bewaard.",
            ),
            _T(
                "guide",
                "Bij Leerdoelen schrijf je wat je wilt leren. Een leerdoel mag veranderen; de "
                "eerdere versies blijven bewaard. Je ziet welke bijdragen erbij horen.",
            ),
        ),
    ),
    "settings": Topic(
        _T("guide", "Instellingen"),
        (
            _T(
                "guide",
                "Wat je kiest, geldt meteen. Onderaan zie je waar je logboek staat; daar "
                "kun je het ook verplaatsen.",
            ),
            _T(
                "guide",
                "Bij ‘Mijn woordenlijst’ staan de woorden die je zelf aan de spelling toevoegde. "
                "Zet er geen namen van mensen in.",
            ),
        ),
        ((_T("guide", "Ctrl met + of -"), _T("guide", "tekst groter of kleiner")),),
    ),
}

TOPICS = _OF_SCREENS | REVISIT_TOPICS | SHARE_TOPICS

#: What every screen has in common, shown below the topic.
COMMON = Topic(
    _T("guide", "Van wie is wat hier staat?"),
    (
        _T(
            "guide",
            "Van jou. Het logboek is één bestand op deze computer. Het programma gebruikt "
            "geen internet en kijkt nergens in mee.",
        ),
        _T(
            "guide",
            "Met Ctrl+K zoek je in alles: typ een paar letters van een oefening, een bijdrage, "
            "een woord uit de naslag of wat je wilt doen.",
        ),
    ),
)
