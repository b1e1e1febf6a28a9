# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Sentences with counts about searching, choosing several entries, and the bin."""

from __future__ import annotations

from collections.abc import Sequence

from logbook.texts.words import entries, joined

#: As many words of a search are named, and as many signs of one.
_WORDS = 6
_WORD = 40


def entries_found(number: int) -> str:
    """`23 bijdragen gevonden`."""
    return f"{entries(number)} gevonden" if number else "Niets gevonden"


def entries_chosen(number: int) -> str:
    """`3 bijdragen gekozen`."""
    return f"{entries(number)} gekozen"


def too_many_to_share(number: int) -> str:
    """What to say when more was found than is shared together."""
    return f"Je kunt uit de {number} nieuwste kiezen. Zoek preciezer voor andere."


def entries_binned(number: int) -> str:
    """`3 bijdragen staan in de prullenbak.`."""
    return f"{entries(number)} {_stand(number)} in de prullenbak."


def entries_put_back(number: int) -> str:
    """`3 bijdragen staan weer in je logboek.`."""
    return f"{entries(number)} {_stand(number)} weer in je logboek."


def entries_deleted(number: int) -> str:
    """`3 bijdragen zijn voorgoed verwijderd.`."""
    return f"{entries(number)} {'is' if number == 1 else 'zijn'} voorgoed verwijderd."


def delete_entries(number: int) -> str:
    """`3 bijdragen voorgoed verwijderen?`."""
    return f"{entries(number)} voorgoed verwijderen?"


def entries_labelled(number: int, name: str) -> str:
    """`3 bijdragen hebben nu het label “stage”.`."""
    return f"{entries(number)} {'heeft' if number == 1 else 'hebben'} nu het label “{name}”."


def entries_unlabelled(number: int, name: str) -> str:
    """`3 bijdragen hebben het label “stage” niet meer.`."""
    verb = "heeft" if number == 1 else "hebben"
    return f"{entries(number)} {verb} het label “{name}” niet meer."


def match_of(number: int, total: int) -> str:
    """`plek 2 van 7`, or `7 plekken` when one stands at none of them."""
    if number:
        return f"plek {number} van {total}"
    return f"{total} {'plek' if total == 1 else 'plekken'}"


def in_short(text: str) -> str:
    """A word or phrase, cut off when it would fill the screen."""
    return text if len(text) <= _WORD else f"{text[:_WORD].rstrip()}…"


def nothing_matches(
    words: Sequence[str], filters: Sequence[str], excluded: Sequence[str] = ()
) -> str:
    """Which words and filters found nothing together; `excluded` was not to occur."""
    quoted = _all_quoted(words)
    if excluded:
        with_words = f" met {quoted}" if words else ""
        past = f" en past bij {joined(filters)}" if filters else ""
        return (
            f"Geen bijdrage{with_words} is zonder {_all_quoted(excluded)}{past}. Alles is er nog."
        )
    if words and filters:
        return f"Geen bijdrage met {quoted} past ook bij {joined(filters)}. Alles is er nog."
    if words:
        return f"In geen bijdrage staat {quoted}. Alles is er nog."
    return f"Geen bijdrage past bij {joined(filters)}. Alles is er nog."


def _all_quoted(words: Sequence[str]) -> str:
    shown = [f"“{in_short(word)}”" for word in words[:_WORDS]]
    rest = len(words) - len(shown)
    if rest:
        shown.append("nog 1 woord" if rest == 1 else f"nog {rest} woorden")
    return joined(shown)


def _stand(number: int) -> str:
    return "staat" if number == 1 else "staan"
