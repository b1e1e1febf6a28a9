# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Sharing in Dutch: errors and counts. Words of remarks are in `remarks.py`: they load more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from logbook.core import share_errors as errors
from logbook.core.errors import LogbookError
from logbook.core.packet import LINES_MOST, PICTURES_MOST, TEXT_LIMIT
from logbook.core.sharing import LETTER, QUESTION, SENDER
from logbook.core.text import shorten
from logbook.texts.words import count, number, size

#: A title in a sentence has at most this many characters.
_TITLE = 60


def packets(amount: int) -> str:
    """`1 pakket`, `2 pakketten`."""
    return count(amount, "pakket", "pakketten")


def _not_ours(error: errors.FileNotOurs) -> str:
    what = "deelpakket" if error.wanted == "packet" else "reactie op iets wat je deelde"
    if not error.name:
        return f"In deze tekst staat geen {what}. Er is niets veranderd."
    said = f"“{error.name}” is geen {what}. Er is niets veranderd."
    if error.wanted == "answer" and error.name.lower().endswith((".html", ".htm")):
        # A packet itself came back: what was written in its page is not in it.
        said += " Vraag om het bestand dat ontstaat met ‘Bewaar reactie’ op de pagina."
    return said


def _unfit(error: errors.PacketUnfit) -> str:
    entry = f"“{shorten(error.entry, _TITLE)}”"
    match error.part:
        case errors.UnfitPart.ANSWER:
            asked = f" op “{shorten(error.question, _TITLE)}”" if error.question else ""
            return (
                f"Een antwoord{asked} in {entry} is te lang voor een pakket: "
                f"{number(LINES_MOST)} regels en {number(TEXT_LIMIT)} tekens zijn het meeste. "
                "Laat dat antwoord weg. Er is niets gemaakt."
            )
        case errors.UnfitPart.ANSWERS:
            return (
                f"{entry} heeft meer antwoorden dan in een pakket passen. Laat een deel van die "
                "antwoorden weg. Er is niets gemaakt."
            )
        case errors.UnfitPart.ENTRY:
            return f"{entry} past niet in een pakket. Laat die bijdrage weg. Er is niets gemaakt."
        case errors.UnfitPart.PICTURES:
            return (
                f"In dit pakket zouden {number(error.count)} beelden komen; "
                f"{number(PICTURES_MOST)} is het meeste. Laat bijdragen met veel kaarten weg. Er "
                "is niets gemaakt."
            )
        case _:
            return (
                "Wat je koos, past zo niet in één pakket. Deel het in meer keren. Er is niets "
                "gemaakt."
            )


SENTENCES: dict[type[LogbookError], Callable[[Any], str]] = {
    errors.PacketNotFound: lambda e: "Dit pakket is hier niet bekend. Misschien is het vergeten.",
    errors.NothingToShare: lambda e: (
        "Er is niets gekozen om te delen, of er blijft niets over zonder wat alleen voor jou is."
    ),
    errors.ChangedSinceLook: lambda e: (
        "Er is iets veranderd nadat je keek wat er weggaat. Er is niets gemaakt. Kijk het nog een "
        "keer na."
    ),
    errors.TooMuchToShare: lambda e: (
        f"Dit pakket zou {size(e.size)} worden; {size(e.limit)} is het meeste. "
        "Kies minder bijdragen of minder foto’s."
    ),
    errors.PacketUnfit: _unfit,
    errors.FormatMissing: lambda e: (
        f"Op deze computer ontbreekt een onderdeel van Logboek ({e.part}), waardoor deze vorm niet "
        "lukt. Er is niets gemaakt. Kies een andere vorm, of installeer Logboek opnieuw."
    ),
    errors.TooManyToShare: lambda e: (
        f"Je koos {e.count} bijdragen; in één pakket passen er {e.most}. Deel ze in meer keren."
    ),
    errors.PassphraseNeeded: lambda e: (
        "Dit bestand is versleuteld. Geef de wachtzin die je met elkaar hebt afgesproken."
    ),
    errors.PassphraseWrong: lambda e: (
        "Deze wachtzin past niet, of het bestand is onderweg veranderd. Er is niets overgenomen."
    ),
    errors.PassphraseWeak: lambda e: f"Neem een wachtzin van ten minste {e.least} tekens.",
    errors.FileNotOurs: _not_ours,
    errors.FileTooNew: lambda e: (
        f"“{e.name}” komt uit een nieuwere versie van Logboek. Werk Logboek bij en probeer het "
        "opnieuw. Er is niets veranderd."
    ),
    errors.FileTampered: lambda e: (
        f"“{e.name}” is beschadigd of onderweg veranderd. Vraag of het opnieuw gestuurd kan "
        "worden. Er is niets overgenomen."
    ),
    errors.FileTooBig: lambda e: (
        f"“{e.name}” is groter dan {size(e.limit)} en wordt niet gelezen. Er is niets veranderd."
    ),
    errors.AnswerForeign: lambda e: (
        "Deze reactie hoort bij een pakket dat niet uit dit logboek komt, of dat je hebt vergeten. "
        "Er is niets overgenomen."
    ),
    errors.NothingInAnswer: lambda e: "Hier staan geen opmerkingen in. Er is niets veranderd.",
    errors.RemarkNotFound: lambda e: "Deze opmerking is er niet meer.",
    errors.StudentNotFound: lambda e: f"Er is geen student “{e.name}” op je bureau.",
}


def answers_of(amount: int) -> str:
    """`1 antwoord`, `3 antwoorden`."""
    return count(amount, "antwoord", "antwoorden")


def chosen_to_share(entries: int, answers: int) -> str:
    """How much goes along."""
    if not entries:
        return "Er gaat nog niets mee."
    return f"{count(entries, 'bijdrage', 'bijdragen')} met {answers_of(answers)}"


def too_long(size: int, most: int) -> str:
    """Beside words that would not go along whole."""
    return f"Maak je tekst korter: dit zijn {number(size)} tekens, {number(most)} is het meeste."


def everywhere_words(amount: int) -> str:
    """Beside words that stand in more than one place."""
    return f"Overal waar dit zo staat ({amount} plekken)"


def stays_home(passages: int) -> str:
    """What is left out of what is shared."""
    if not passages:
        return "In wat je koos, staat niets dat alleen voor jou is."
    if passages == 1:
        return "1 stukje is alleen voor jou en blijft thuis."
    return f"{passages} stukjes zijn alleen voor jou en blijven thuis."


def own_text_title(part: str) -> str:
    """Where words stand that were written for a packet: a part of `core.sharing.own_texts`."""
    if part.startswith(QUESTION):
        return f"Vraag {int(part.removeprefix(QUESTION)) + 1} aan de lezer"
    return {SENDER: "Hoe je jezelf noemt", LETTER: "Een paar woorden erbij"}[part]


def names_beside(words: tuple[str, ...]) -> str:
    """What could still lead to somebody in what was written for this packet."""
    named = ", ".join(f"“{' '.join(each.split())}”" for each in words)
    return f"In wat je er zelf bij schreef, staat nog: {named}. Je kunt het vervangen bij Namen."


def findings_waiting(amount: int) -> str:
    """So much was seen in the entries and neither replaced nor left on purpose."""
    places = count(amount, "plek", "plekken")
    return f"De controle ziet in je bijdragen nog {places} om naar te kijken. Dat doe je bij Namen."


def replacements_gone(amount: int) -> str:
    """So many replacements do not count any more."""
    gone = count(amount, "vervanging geldt", "vervangingen gelden")
    return (
        f"De tekst is veranderd nadat je namen verving: {gone} niet meer. Kijk nog eens bij Namen."
    )


def places_replaced(amount: int) -> str:
    """`Op 1 plek vervangen`, `Op 3 plekken vervangen`."""
    return f"Op {count(amount, 'plek', 'plekken')} vervangen"


def findings_left(amount: int) -> str:
    """What the check sees in what would leave."""
    if not amount:
        return "Deze controle ziet niets meer."
    return f"{count(amount, 'plek', 'plekken')} om naar te kijken."
