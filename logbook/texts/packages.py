# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What window and commands say of packages of exercises."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from logbook.core import errors
from logbook.core.package import Manifest, OfferedItem, PackageFacts, Part, Relation, Standing
from logbook.texts.words import count, joined, number

_AGAIN = "Vraag de maker om een nieuw pakket."
_REMADE = "Maak het opnieuw met ‘logbook exercises pack’."

#: Why a package is refused; each is followed by `_UNCHANGED`.
REASONS = {
    "not-zip": "Dit bestand is geen pakket met oefeningen. Kies een bestand dat eindigt op "
    "{ending}.",
    "shape": "Dit pakket zit anders in elkaar dan het hoort: er staat iets voor, tussen of achter "
    f"de bestanden. {_REMADE}",
    "kind": f"Dit pakket is ingepakt op een manier die dit programma niet leest. {_REMADE}",
    "encrypted": "Dit pakket is met een wachtwoord afgesloten. Vraag de maker om een pakket zonder "
    "wachtwoord.",
    "members": "In dit pakket zitten {fact} bestanden; 2000 is het meeste. Vraag de maker om het "
    "op te delen.",
    "unpacked": "Uitgepakt is dit pakket groter dan 200 MB. Vraag de maker om het op te delen.",
    "link": f"In dit pakket zit een koppeling in plaats van een bestand: {{fact}}. {_AGAIN}",
    "damaged": "Dit pakket is beschadigd of niet helemaal aangekomen. Kopieer of download het "
    "opnieuw.",
    "out": f"In dit pakket wil een bestand buiten de eigen map: {{fact}}. {_AGAIN}",
    "name": f"In dit pakket heeft een bestand een naam die niet overal kan: {{fact}}. {_AGAIN}",
    "reserved": f"In dit pakket heeft een bestand een naam die Windows zelf gebruikt: {{fact}}. "
    f"{_AGAIN}",
    "deep": f"In dit pakket zit een bestand in te veel mappen: {{fact}}. {_AGAIN}",
    "double": f"In dit pakket zitten twee bestanden met bijna dezelfde naam: {{fact}}. {_AGAIN}",
    "manifest-missing": "Dit is een zip-bestand, maar geen pakket met oefeningen: manifest.json "
    f"ontbreekt. {_REMADE}",
    "json": f"Het overzicht in dit pakket (manifest.json) is niet te lezen. {_REMADE}",
    "not-ours": "Dit is een zip-bestand van een ander programma, geen pakket met oefeningen.",
    "newer": "Dit pakket is gemaakt voor een nieuwere versie van Logboek. Werk het programma bij.",
    "key": "In het overzicht van dit pakket (manifest.json) klopt of ontbreekt {fact}. "
    f"{_REMADE}",
    "file-missing": f"In dit pakket ontbreekt een bestand: {{fact}}. {_AGAIN}",
    "file-extra": "In dit pakket zit een bestand dat niet in het overzicht staat: {fact}. "
    f"{_AGAIN}",
    "file-differs": "In dit pakket is een bestand veranderd nadat het is ingepakt: {fact}. "
    f"{_AGAIN}",
    "file-kind": "In dit pakket zit een bestand dat hier niet kan: {fact}. Alleen Markdown en "
    f"afbeeldingen kunnen mee. {_AGAIN}",
    "nothing": "In dit pakket zit geen oefening, kaartenset of naslagblad.",
}
_UNCHANGED = "Er is niets toegevoegd."
#: So many mistakes in a package are told one by one.
_MISTAKES_MOST = 20

#: The ending of the name of a package.
ENDING = ".oefenpakket"

_STANDINGS = {
    Standing.NEW: "nieuw",
    Standing.NEWER: "nieuwere versie ({known} → {version})",
    Standing.SAME: "zelfde",
    Standing.CHANGED: "andere tekst, zelfde versie ({version})",
    Standing.OLDER: "ouder dan wat je hebt ({known} → {version})",
    Standing.TAKEN: "bestaat al, wat je hebt blijft",
    Standing.ADDED_TO: "hoofdstuk is er al, oefeningen komen erbij",
}
_COUNTS = {
    Part.CHAPTER: ("hoofdstuk", "hoofdstukken"),
    Part.EXERCISE: ("oefening", "oefeningen"),
    Part.EXTRA: ("oefening bij de naslag", "oefeningen bij de naslag"),
    Part.TEMPLATE: ("vorm voor een notitie", "vormen voor een notitie"),
    Part.DECK: ("kaartenset", "kaartensets"),
    Part.PAGE: ("naslagblad", "naslagbladen"),
}
_RELATIONS = {
    Relation.NEWER: "Je hebt al een oudere versie van dit pakket.",
    Relation.SAME: "Je hebt al een pakket met dezelfde naam en hetzelfde versienummer, maar de "
    "inhoud is anders.",
    Relation.IDENTICAL: "Je hebt dit pakket al. Er verandert niets.",
    Relation.OLDER: "Je hebt al een nieuwere versie van dit pakket.",
    Relation.OTHER_AUTHOR: "Je hebt al een pakket met dezelfde naam, van een andere maker.",
}


def standing(offered: OfferedItem) -> str:
    """`nieuw`, `nieuwere versie (2 → 3)`: how a part of a package compares."""
    version, known = offered.item.version, offered.known_version
    return _STANDINGS[offered.standing].format(version=version, known=known)


def part_count(part: Part, number: int) -> str:
    """`3 oefeningen`, `1 kaartenset`."""
    return count(number, *_COUNTS[part])


def part_title(part: Part) -> str:
    """`Oefeningen`: the heading above parts of one sort."""
    return _COUNTS[part][1].capitalize()


def relation(found: Relation) -> str:
    """What to say of a package whose id is there already."""
    return _RELATIONS[found]


def package_line(facts: PackageFacts) -> str:
    """`Titel, versie 2, door Maker`."""
    if not facts.version:
        return facts.title
    return f"{facts.title}, versie {facts.version}, door {facts.author}"


def package_parts(manifest_parts: dict[Part, int]) -> str:
    """`3 oefeningen en 1 kaartenset`."""
    return joined([part_count(part, number) for part, number in manifest_parts.items() if number])


NO_PACKAGES = "Er zijn geen pakketten toegevoegd."


def installed(facts: PackageFacts) -> str:
    """That a package stands."""
    return f"Toegevoegd: {package_line(facts)}."


def removed(title: str) -> str:
    """That a package is gone, and what stays."""
    return f"Pakket {title} is verwijderd. Wat je erbij schreef is er nog."


def packed(manifest: Manifest, path: str) -> str:
    """What `exercises pack` says when it is done."""
    files = count(len(manifest.files), "bestand", "bestanden")
    return f"{package_line(manifest.facts)}: {files} ingepakt in {path}."


def packing_mistakes(number: int) -> str:
    """What `exercises pack` says when it refuses."""
    return f"{count(number, 'fout', 'fouten')} gevonden. Er is geen pakket gemaakt."


def sentence(error: errors.LogbookError) -> str:
    """What happened, what is safe and what to do."""
    return _SENTENCES[type(error)](error)


def refused(error: Any) -> str:
    """Why a package is not read."""
    sentence = REASONS[error.reason].format(fact=_cut(error.fact), ending=ENDING)
    return f"{error.path}: {sentence} {_UNCHANGED}"


def mistakes(error: Any) -> str:
    """That the files in a package have mistakes, each on a line."""
    found = count(len(error.problems), "fout", "fouten")
    stand = "zit" if len(error.problems) == 1 else "zitten"
    shown = [*error.problems[:_MISTAKES_MOST]]
    if rest := len(error.problems) - len(shown):
        shown.append(f"… en nog {number(rest)}")
    return "\n".join((*shown, f"In {error.path} {stand} {found}. {_UNCHANGED}"))


def there(error: Any) -> str:
    """That the user must choose between two packages."""
    return (
        f"Er is al een pakket {error.package_id}: {error.installed}. In het bestand zit: "
        f"{error.offered}. Er is niets veranderd. Kies met --replace voor het bestand."
    )


def not_found(error: Any) -> str:
    """That no package has this id."""
    hint = f" Bedoel je {error.nearest}?" if error.nearest else ""
    return (
        f"Er is geen pakket {error.package_id}.{hint} "
        "Met ‘logbook exercises packages’ zie je welke er zijn."
    )


_SENTENCES: dict[type[errors.LogbookError], Callable[[Any], str]] = {
    errors.PackageRefused: refused,
    errors.PackageMistakes: mistakes,
    errors.PackageThere: there,
    errors.PackageNotFound: not_found,
    errors.PackageNotKept: lambda e: (
        f"In {e.path} kan het pakket niet worden gezet of weggehaald. Wat er stond is er nog. "
        "Kijk of de schijf vol is en of je rechten hebt op de map."
    ),
    errors.PackageStopped: lambda e: f"Het toevoegen is gestopt. {_UNCHANGED}",
}


#: What an author reads about a file that cannot be packed.
PACKING = {
    "name": "Deze naam kan niet op elke computer. Gebruik letters, cijfers en koppelstreepjes.",
    "reserved": "Deze naam gebruikt Windows zelf. Kies een andere naam.",
    "deep": "Dit bestand zit in te veel mappen. Zet het hoger.",
    "double": "Een ander bestand heeft bijna dezelfde naam. Maak de namen verschillend.",
    "members": "Er passen 2000 bestanden in een pakket, en dit zijn er {fact}. Deel het op.",
    "unpacked": "Alles samen is groter dan 200 MB. Deel het op.",
    "too-large": "Ingepakt is dit groter dan 50 MB. Deel het op.",
    "nothing": "In deze map staat geen oefening, kaartenset of naslagblad.",
    "linked": "Dit verwijst naar {fact}, en dat kan niet mee in een pakket. Gebruik Markdown of "
    "een afbeelding, of haal de verwijzing weg.",
    "no-facts": (
        "Dit bestand ontbreekt. Zet het in de map, met bovenaan tussen twee regels --- de "
        'gegevens id: mijn-pakket, title: "Een titel", version: 1, author: "Wie dit maakte" en '
        "licence: CC BY 4.0"
    ),
}


def _cut(fact: str) -> str:
    shown = "".join(sign if sign.isprintable() else "�" for sign in fact)
    return shown if len(shown) <= 80 else shown[:79] + "…"
