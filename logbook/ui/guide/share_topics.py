# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The topics of the guide about sharing and feedback."""

from __future__ import annotations

from logbook.ui.guide.topic import Topic, mark_words

_T = mark_words

SHARE_TOPICS: dict[str, Topic] = {
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
