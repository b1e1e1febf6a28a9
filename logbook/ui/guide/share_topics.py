# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The topics of the guide about sharing and feedback."""

from __future__ import annotations

from logbook.ui.guide.topic import Topic, mark_words

_T = mark_words

SHARE_TOPICS: dict[str, Topic] = {
    "share": Topic(
        _T("guide", "Delen"),
        (
            _T(
                "guide",
                "Je kiest per bijdrage en per antwoord wat er meegaat. Wat alleen voor jou is, "
                "blijft altijd thuis. Kanttekeningen en voornemens gaan alleen mee als je ze zelf "
                "aanvinkt.",
            ),
            _T(
                "guide",
                "Bij Namen zet je een rol in de plaats van wat iemand aanwijst. Dat geldt alleen "
                "in wat je nu deelt. De controle ziet niet alles; lees daarom bij Kijken alles "
                "zelf na. Wat je daar ziet, is precies wat de ander krijgt.",
            ),
            _T(
                "guide",
                "Logboek stuurt niets. Je krijgt een bestand en geeft dat zelf. Kies je een "
                "wachtzin, geef die dan langs een andere weg. Zonder de wachtzin gaat het bestand "
                "niet open.",
            ),
            _T(
                "guide",
                "Je kunt op elk moment weg. Wat je koos, ligt klaar tot je Logboek sluit.",
            ),
        ),
        (
            (_T("guide", "Ctrl+Shift+D"), _T("guide", "delen wat op het scherm staat")),
            (_T("guide", "Alt+Pijl rechts en links"), _T("guide", "volgende en vorige stap")),
            (_T("guide", "Alt+Pijl omhoog en omlaag"), _T("guide", "verander de volgorde")),
            (_T("guide", "Spatie"), _T("guide", "vink aan of uit")),
            (_T("guide", "Escape"), _T("guide", "weg, en later verder")),
        ),
    ),
    "feedback": Topic(
        _T("guide", "Feedback"),
        (
            _T(
                "guide",
                "Hier zie je wat je deelde en wat er terugkwam. Kreeg je een reactie? Haal het "
                "bestand binnen, sleep het op het venster, of kopieer de tekst en kies ‘Tekst "
                "plakken’. Je ziet eerst wat er binnenkomt; daarna kies je of je het overneemt.",
            ),
            _T(
                "guide",
                "Opmerkingen staan in Logboek naast de woorden waar ze bij horen, ook als je "
                "verder schrijft. Zijn die woorden er niet meer, dan staat de opmerking hier bij "
                "‘Plek kwijt’. Een opmerking komt nooit op een andere plek terecht.",
            ),
            _T(
                "guide",
                "Je kunt antwoorden, een opmerking op ‘verwerkt’ zetten, of er een voornemen of "
                "kanttekening van maken. Je antwoorden gaan mee in een volgende ronde.",
            ),
        ),
        (
            (_T("guide", "Ctrl+6"), _T("guide", "naar Feedback")),
            (_T("guide", "F8 en Shift+F8"), _T("guide", "volgende of vorige opmerking in Logboek")),
        ),
    ),
}
