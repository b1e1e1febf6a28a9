# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Words about rounds that stand beside each other, for window, page and commands."""

from __future__ import annotations

from logbook.texts.words import joined, rounds

CHANGED_KIND = "Deze vraag kreeg een andere vorm."
GONE = "Een vraag uit een eerdere versie van de oefening."
EMPTIED = "leeg gemaakt"
NOTHING = "niets geschreven"
NOT_CHOSEN = "niet gekozen"
ORDER_CHANGED = "De volgorde is anders."


def rounds_not_compared(filled: int, most: int) -> str:
    """What is said when rounds cannot be laid beside each other."""
    if not filled:
        return "Bij deze oefening staat nog niets. Naast elkaar leggen kan als je haar vaker deed."
    return (
        f"Kies rondes die er zijn, hoogstens {most}. "
        f"Bij deze oefening zijn er {rounds(filled)} met een antwoord."
    )


def moves(
    stayed: tuple[str, ...], went: tuple[str, ...], came: tuple[str, ...], other: tuple[str, ...]
) -> tuple[str, ...]:
    """What happened to cards or options, one sentence each; what did not happen is not said."""
    told = (
        ("Gebleven", stayed),
        ("Niet meer gekozen", went),
        ("Erbij gekomen", came),
        ("Niet elke keer gekozen", other),
    )
    return tuple(f"{name}: {joined(titles)}." for name, titles in told if titles)
