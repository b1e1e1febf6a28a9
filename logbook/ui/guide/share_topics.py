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
    "desk": Topic(
        _T("guide", "Mijn bureau"),
        (
            _T(
                "guide",
                "Hier lees je wat studenten je stuurden. Open een deelpakket of sleep het "
                "hierheen. Een volgende ronde komt vanzelf bij dezelfde student.",
            ),
            _T(
                "guide",
                "Selecteer woorden en kies wat je opmerking is. Alles bewaart zichzelf en blijft "
                "hier, tot je ‘Feedback teruggeven’ kiest. Je krijgt dan een bestand, en dat geef "
                "je zelf aan de student. Je eigen notities gaan nooit mee.",
            ),
            _T(
                "guide",
                "Wat je kreeg, staat leesbaar op deze computer, los van je logboek. Is een traject "
                "klaar, gooi dan alles van die student weg bij ‘Meer over deze student’.",
            ),
        ),
        (
            (_T("guide", "Shift met pijlen"), _T("guide", "selecteer woorden in de tekst")),
            (_T("guide", "Z of Shift+Z"), _T("guide", "selecteer de volgende of de vorige zin")),
            (_T("guide", "1 tot 5"), _T("guide", "vraag, herkenning, spiegel, theorie of tip")),
            (_T("guide", "6"), _T("guide", "een zin om mee te beginnen")),
            (
                _T("guide", "7, 8 of 9"),
                _T("guide", "antwoord op een vraag, algemene reactie, eigen notities"),
            ),
            (_T("guide", "Enter"), _T("guide", "naar de opmerking bij deze woorden")),
            (_T("guide", "Escape of Ctrl+Enter"), _T("guide", "klaar, en verder lezen")),
            (_T("guide", "Alt+PageDown"), _T("guide", "volgende student; Alt+PageUp de vorige")),
            (_T("guide", "Ctrl+F"), _T("guide", "zoek op je bureau")),
        ),
    ),
}
