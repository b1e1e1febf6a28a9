# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The desk in Dutch: what became of questions, counts, and what stays where."""

from __future__ import annotations

from logbook.core.desk import PickUp
from logbook.texts.words import count, entries, joined

#: What a student did with an earlier question.
PICKED_UP = {
    PickUp.ANSWERED: "beantwoord",
    PickUp.WRITTEN_ON: "de tekst erbij is veranderd",
    PickUp.NOT_YET: "nog niet opgepakt",
}

#: Said when something is put on the desk.
KEPT_OPEN = (
    "De tekst staat vanaf nu leesbaar op deze computer, in bureau.db, ook als het bestand "
    "versleuteld was. De wachtzin wordt niet bewaard."
)
#: Said before all of a student is thrown away.
REALLY_GONE = (
    "Alles van deze student gaat van deze computer: wat je kreeg, je opmerkingen, je eigen "
    "notities en kopieën van je bureau. Dat kun je niet terugdraaien. Bestanden die je zelf ergens "
    "bewaarde, blijven staan."
)


def students(number: int) -> str:
    """`1 student`, `2 studenten`."""
    return count(number, "student", "studenten")


def shared_and_new(shared: int, new: int) -> str:
    """`6 bijdragen · 2 nieuw`; nothing is said of what is not new."""
    return f"{entries(shared)} · {new} nieuw" if new else entries(shared)


def earlier_asked(answered: int, written: int, waiting: int) -> str:
    """`Eerder gevraagd: 1 beantwoord, 2 nog niet opgepakt`; "" when nothing was asked."""
    parts = [f"{answered} beantwoord"] if answered else []
    parts += [f"bij {written} is de tekst veranderd"] if written else []
    parts += [f"{waiting} nog niet opgepakt"] if waiting else []
    return f"Eerder gevraagd: {joined(parts)}." if parts else ""


def open_intentions(number: int) -> str:
    """`1 open voornemen`, `2 open voornemens`."""
    return count(number, "open voornemen", "open voornemens")


def reactions(number: int) -> str:
    """`1 reactie`, `2 reacties`."""
    return count(number, "reactie", "reacties")


def given_back(number: int) -> str:
    """What is said after giving back."""
    which = "het" if number == 1 else "elk"
    return f"{reactions(number)} bewaard. Stuur {which} bestand zelf naar de student."
