# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The words of the guide about looking back: Terugblik and each of its views."""

from __future__ import annotations

from logbook.ui.guide.topic import Topic, mark_words

_T = mark_words

REVISIT_TOPICS: dict[str, Topic] = {
    "revisit": Topic(
        _T("guide", "Terugblik"),
        (
            _T(
                "guide",
                "Hier kom je eigen antwoorden van toen weer tegen. Bij elk antwoord staat "
                "waarom het terugkomt. Niets moet, en niets is te laat.",
            ),
            _T(
                "guide",
                "‘Later’ kiest een andere dag, ‘niet meer deze’ haalt het weg. Allebei kun je "
                "meteen ongedaan maken.",
            ),
            _T(
                "guide",
                "Een dag om terug te kijken kies je zelf, bij elke bijdrage in je logboek. "
                "Zet je ook de dag van je volgende evaluatie neer, dan kan alles wat daarbij "
                "hoort dan terugkomen.",
            ),
        ),
        ((_T("guide", "Ctrl+5"), _T("guide", "naar Terugblik")),),
    ),
    "then-now": Topic(
        _T("guide", "Toen en nu"),
        (
            _T(
                "guide",
                "Je beantwoordt dezelfde vraag nog een keer. Je antwoord van toen ligt afgedekt, "
                "zodat het je niet stuurt. ‘Leg ernaast’ laat het zien, ‘Kijk nu’ doet dat eerder. "
                "Bij Instellingen kies je of het afgedekt begint.",
            ),
            _T(
                "guide",
                "Wat je schrijft, komt in een nieuwe ronde van de oefening. Eén antwoord is "
                "genoeg. Wat je toen schreef, blijft zoals het was.",
            ),
            _T(
                "guide",
                "Onderaan schrijf je wat er is veranderd, en waardoor. Dat wordt een eigen "
                "bijdrage in je logboek, met een verwijzing naar beide antwoorden.",
            ),
        ),
        (
            (_T("guide", "Ctrl+Enter"), _T("guide", "leg ernaast, of ga naar de volgende vraag")),
            (_T("guide", "Alt+PageUp en Alt+PageDown"), _T("guide", "vorige of volgende vraag")),
            (_T("guide", "Ctrl+P"), _T("guide", "druk af wat niet meer is afgedekt")),
        ),
    ),
    "compare": Topic(
        _T("guide", "Rondes naast elkaar"),
        (
            _T(
                "guide",
                "Hier liggen rondes van één oefening naast elkaar, met de vraag zoals ze toen "
                "gesteld werd. Met ‘Rondes kiezen’ kies je er twee tot vijf.",
            ),
            _T(
                "guide",
                "‘Verschillen tonen’ streept door wat niet meer in een latere ronde staat, en "
                "onderstreept wat erbij kwam. Er wordt niets vergeleken met een norm: wat het "
                "verschil betekent, zeg je zelf.",
            ),
            _T(
                "guide",
                "‘Bewaren als pagina’ maakt één bestand dat elke browser opent. Wat je tussen "
                "%%…%% schreef, gaat niet mee.",
            ),
        ),
        (
            (_T("guide", "Pijltjes en spatie"), _T("guide", "kies rondes, bij Rondes kiezen")),
            (_T("guide", "Alt+pijl naar links"), _T("guide", "terug naar waar je was")),
        ),
    ),
    "words": Topic(
        _T("guide", "Woorden door de tijd"),
        (
            _T(
                "guide",
                "Per kwartaal staan hier de woorden die je zelf minstens drie keer schreef, met "
                "hoe vaak. Woorden uit de vragen tellen niet mee. Vormen van een woord, zoals "
                "‘vraag’ en ‘vragen’, staan bij elkaar.",
            ),
            _T(
                "guide",
                "Kies een woord, dan zie je de zinnen waarin het staat. Elke zin leidt naar de "
                "tekst. Een woord dat je niet wilt zien, kun je verbergen en weer terughalen.",
            ),
            _T(
                "guide",
                "Het tellen gebeurt op deze computer en wordt nergens bewaard. Vaak of weinig "
                "is niet goed of slecht.",
            ),
        ),
        (
            (_T("guide", "Tab en Enter"), _T("guide", "ga langs de woorden en kies er een")),
            (_T("guide", "Alt+pijl naar links"), _T("guide", "terug naar waar je was")),
        ),
    ),
}
