# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Counts, states and short shared sentences in Dutch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from logbook.core.entry import EntryState
    from logbook.core.progress import ExerciseState

_KILOBYTE = 1000


def count(number: int, one: str, many: str) -> str:
    """`1 oefening`, `3 oefeningen`."""
    return f"{number} {one if number == 1 else many}"


def rounds(number: int) -> str:
    """`1 ronde`, `2 rondes`."""
    return count(number, "ronde", "rondes")


def round_number(number: int) -> str:
    """`ronde 2`: which round of its exercise an entry is."""
    return f"ronde {number}"


def shared_with(readers: Sequence[str]) -> str:
    """`Gedeeld met Anna`, `Gedeeld, 3 keer`: beside an entry; "" is a reader without a name."""
    names = [name for name in dict.fromkeys(readers) if name]
    if len(names) == 1:
        return f"Gedeeld met {names[0]}"
    return "Gedeeld" if len(readers) == 1 else f"Gedeeld, {len(readers)} keer"


def versions(number: int) -> str:
    """`1 versie`, `9 versies`."""
    return count(number, "versie", "versies")


def places_changed(number: int) -> str:
    """`Eén plek is veranderd.`, `3 plekken zijn veranderd.`."""
    return "Eén plek is veranderd." if number == 1 else f"{number} plekken zijn veranderd."


def minutes(number: int) -> str:
    """`1 minuut`, `30 minuten`."""
    return count(number, "minuut", "minuten")


def steps(number: int) -> str:
    """`1 stap`, `4 stappen`."""
    return count(number, "stap", "stappen")


def entries(number: int) -> str:
    """`1 bijdrage`, `5 bijdragen`."""
    return count(number, "bijdrage", "bijdragen")


def found(number: int) -> str:
    """`Niets gevonden`, `1 gevonden`, `12 gevonden`: how much a list holds."""
    return f"{number} gevonden" if number else "Niets gevonden"


def exercises(number: int) -> str:
    """`1 oefening`, `5 oefeningen`."""
    return count(number, "oefening", "oefeningen")


def exercises_done(done: int, total: int) -> str:
    """`3 van 5 oefeningen gedaan`: what the ring of a chapter counts."""
    return f"{done} van {exercises(total)} gedaan"


def times_exchanged(number: int) -> str:
    """`1 keer uitgewisseld`."""
    return f"{number} keer uitgewisseld"


def days(number: int) -> str:
    """`1 dag`, `41 dagen`."""
    return count(number, "dag", "dagen")


def not_loaded(number: int, *, only_exercises: bool) -> str:
    """`1 oefening kon niet worden geladen`; files of another kind are called that."""
    what = exercises(number) if only_exercises else count(number, "bestand", "bestanden")
    return f"{what} {'kon' if number == 1 else 'konden'} niet worden geladen"


def exercise_state(state: ExerciseState, *, skipped: bool = False) -> str:
    """The state of an exercise as a chip says it."""
    if skipped and state == "new":
        return "overgeslagen"
    return _EXERCISE_STATES[state]


def entry_state(state: EntryState) -> str:
    """The state of a round or note."""
    return {"draft": "concept", "closed": "voor nu afgerond"}[state]


def size(number_of_bytes: int) -> str:
    """`256 kB`, `1,5 MB`."""
    if number_of_bytes < _KILOBYTE * _KILOBYTE:
        return f"{max(1, round(number_of_bytes / _KILOBYTE))} kB"
    return f"{number_of_bytes / _KILOBYTE / _KILOBYTE:.1f} MB".replace(".", ",")


def number(value: int) -> str:
    """`1.000.000`: a whole number with points."""
    return f"{value:,}".replace(",", ".")


def ordinal(number: int) -> str:
    """`1e`, `2e`: the place of something in an order."""
    return f"{number}e"


def number_word(number: int) -> str:
    """`vier`: a small number as a word, larger ones in digits."""
    return _NUMBER_WORDS[number] if 0 <= number < len(_NUMBER_WORDS) else str(number)


def joined(parts: Sequence[str]) -> str:
    """`Brug, Nest en Kompas`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} en {parts[-1]}"


def cards_chosen(number: int, minimum: int, maximum: int) -> str:
    """`3 van 4 gekozen`, or `2 gekozen, 1 tot 3 mag` when the number is free."""
    if minimum == maximum:
        return f"{number} van {maximum} gekozen"
    return f"{number} gekozen, {minimum} tot {maximum} mag"


def own_option() -> str:
    """An option in own words that has no words any more."""
    return "Iets anders, in eigen woorden"


def own_card(number: int | str) -> str:
    """`Eigen kaart 2`: a card of an own paper set without words yet."""
    return f"Eigen kaart {number}"


def card_gone() -> str:
    """What stands below a chosen card whose deck is not there any more."""
    return "Deze kaart zit niet meer in de set. Je woorden zijn er nog."


def cards_full(number: int) -> str:
    """What to say when one more card is chosen than the exercise asks."""
    have = "Je hebt al een kaart" if number == 1 else f"Je hebt al {number_word(number)} kaarten"
    return f"{have} gekozen."


def options_full(maximum: int) -> str:
    """What to say when one more option is ticked than the exercise asks."""
    return (
        f"Je kunt er hier hoogstens {number_word(maximum)} kiezen. Haal eerst een andere keuze weg."
    )


def rows_full(maximum: int) -> str:
    """Why no more rows can be added."""
    return f"Meer dan {count(maximum, 'rij', 'rijen')} vraagt deze tabel niet."


def scale_choice(number: int, high: int) -> str:
    """`Gekozen: 3 van 7`: the place on a scale in words, never a mark."""
    return f"Gekozen: {number} van {high}"


def scale_place(number: int, high: int | None) -> str:
    """`3 van 7`; `3` when the scale is gone."""
    return str(number) if high is None else f"{number} van {high}"


def rank_place(rank: int, total: int) -> str:
    """`2 van 5`: the place of something in an order."""
    return f"{rank} van {total}"


def look_back_after(days: int) -> str:
    """`over 12 weken`, `over 10 dagen`: when an exercise proposes to look back."""
    if days % 7 == 0:
        return f"over {count(days // 7, 'week', 'weken')}"
    return f"over {count(days, 'dag', 'dagen')}"


FILE_ALTERED = "Let op: dit bestand is na het exporteren veranderd. Kijk of alles klopt."


def imported(added: int, same: int, deleted: int) -> str:
    """What an import did, in one line."""
    sentences = [f"{entries(added)} toegevoegd."]
    if same:
        sentences.append(f"{entries(same)} {'stond' if same == 1 else 'stonden'} er al.")
    if deleted:
        verb = "is" if deleted == 1 else "zijn"
        sentences.append(
            f"{entries(deleted)} had je hier voorgoed verwijderd; die {verb} niet teruggezet."
        )
    return " ".join(sentences)


def private_left_out() -> str:
    """What to say beside an export that leaves out private passages."""
    return "Wat tussen %%…%% staat is weggelaten; met --with-private komt het mee."


def private_kept() -> str:
    """What to say beside an export that keeps private passages."""
    return "Hierin staat alles, ook wat tussen %%…%% staat. Bewaar dit bestand zorgvuldig."


def characters_dropped(number: int) -> str:
    """What to say when characters that are no text were taken out."""
    if number == 1:
        return "Let op: één teken dat niet in tekst hoort, is weggelaten."
    return f"Let op: {number} tekens die niet in tekst horen, zijn weggelaten."


_NUMBER_WORDS = (
    "geen", "één", "twee", "drie", "vier", "vijf", "zes",
    "zeven", "acht", "negen", "tien", "elf", "twaalf",
)  # fmt: skip
#: The options that come with kinds of block (`content.standard_prompts`), for answers of which the
#: exercise is gone.
STANDARD_OPTIONS = {
    "conversation": "In gesprek",
    "alone": "Alleen, in mijn logboek",
    "later": "Later",
    "yes": "ja",
    "partly": "deels",
    "no": "nee",
    "unknown": "weet ik nog niet",
    "applies": "speelt hier mee",
}
_EXERCISE_STATES = {
    "new": "nieuw",
    "draft": "concept",
    "closed": "voor nu afgerond",
}
