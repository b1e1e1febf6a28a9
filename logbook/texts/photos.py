# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Sentences about own photos as cards: why one is not taken, and how many were."""

from __future__ import annotations

from logbook.texts.words import count, size

_AGAIN = "Bewaar de foto als JPEG en kies haar opnieuw."

_REFUSED = {
    "empty": "{name} is leeg. Misschien is de foto niet helemaal gekopieerd.",
    "heic": (
        "{name} is een HEIC-foto, zoals een iPhone die maakt; die vorm kan hier niet. Kies op de "
        "iPhone bij Instellingen, Camera voor ‘Meest compatibel’, of bewaar deze foto vanuit "
        "Foto’s als JPEG."
    ),
    "avif": "{name} is een AVIF-foto; die vorm kan hier niet. " + _AGAIN,
    "gif": "{name} is een GIF. Alleen JPEG, PNG en WebP kunnen hier. " + _AGAIN,
    "tiff": "{name} is een TIFF. Alleen JPEG, PNG en WebP kunnen hier. " + _AGAIN,
    "bmp": "{name} is een BMP. Alleen JPEG, PNG en WebP kunnen hier. " + _AGAIN,
    "svg": "{name} is een SVG-tekening en geen foto. Bewaar haar als PNG en kies haar opnieuw.",
    "unknown": "{name} is geen foto die hier kan. Kies een JPEG, PNG of WebP.",
    "pixels": "{name} heeft meer dan 50 miljoen beeldpunten. Verklein de foto en probeer opnieuw.",
    "moving": "{name} is een bewegende foto en daarvoor te groot. Bewaar één beeld ervan als JPEG.",
    "side": "{name} is te breed of te hoog: 30.000 beeldpunten of meer. Verklein de foto eerst.",
    "damaged": "{name} is beschadigd of niet heel. Kopieer of bewaar de foto opnieuw.",
    "large": "{name} is groter dan {fact}. Verklein de foto en probeer opnieuw.",
    "unreadable": "{name} is niet te lezen. Kijk of het bestand er staat en geen map is.",
    "folder": "{name} is een map. Kies de foto’s die erin zitten.",
    "elsewhere": "Deze foto staat op het internet. Bewaar haar eerst op je computer.",
    "nothing": "Er staat geen foto op het klembord. Kopieer eerst een foto.",
    "full": "In één kaartset passen {fact} foto’s. Kies een andere kaartset of maak een nieuwe.",
}


def photo_refused(name: str, reason: str, fact: str = "") -> str:
    """Why a photo was not taken, and what to do."""
    return _REFUSED.get(reason, _REFUSED["damaged"]).format(name=name, fact=fact)


def photo_too_large(name: str, limit: int) -> str:
    """A file over the limit, in bytes."""
    return photo_refused(name, "large", size(limit))


def photos_added(number: int) -> str:
    """How many photos became cards."""
    return f"{count(number, 'foto', 'foto’s')} toegevoegd."


def photos_stopped(number: int) -> str:
    """The same after the user stopped it."""
    return f"Gestopt. {photos_added(number)}"


def photos_left_out(number: int) -> str:
    """How many photos were refused; the reasons stand above the photos."""
    return f"{count(number, 'foto kon', 'foto’s konden')} niet; bovenaan staat waarom."


def photo_of(place: int, total: int) -> str:
    """Which photo is being made ready."""
    return f"Foto {place} van {total}"


def own_photo() -> str:
    """What a photo is called of which only the code is left."""
    return "Eigen foto"
