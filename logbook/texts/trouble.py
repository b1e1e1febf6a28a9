# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Errors and findings as Dutch sentences: what happened, what is safe and what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from logbook.core import errors
from logbook.texts.words import count, number, size


def error_sentence(error: errors.LogbookError) -> str:
    """What happened, what is safe and what to do, in one to three sentences."""
    say = _SENTENCES.get(type(error))
    if say is None:
        from logbook.texts.sharing import SENTENCES  # the window is drawn without

        say = SENTENCES[type(error)]
    return say(error)


def finding(code: str, place: str) -> str:
    """What `logbook verify` found, with the id or name of the place."""
    return _FINDINGS.get(code, "Er klopt iets niet bij {place}.").format(place=place)


_MISTAKES = {
    "unknown-id": "de code {{#{fact}}} hoort niet bij deze oefening",
    "duplicate-id": "de code {{#{fact}}} staat er twee keer",
    "no-heading": "hier staat tekst die bij geen vraag hoort",
    "unknown-card": "de kaart {fact} bestaat niet",
    "too-many-cards": "er zijn te veel kaarten gekozen; het mogen er {fact} zijn",
    "duplicate-card": "de kaart {fact} is twee keer gekozen",
    "not-a-number": "“{fact}” is geen getal op deze schaal",
    "unknown-option": "“{fact}” is geen keuze bij deze vraag",
    "too-many-options": "er zijn te veel keuzes aangekruist; het mogen er {fact} zijn",
    "unknown-rank": "“{fact}” staat niet in de lijst die je op volgorde zet",
    "duplicate-rank": "“{fact}” staat twee keer in je volgorde",
    "not-a-date": "“{fact}” is geen datum; schrijf bijvoorbeeld 2026-11-21",
    "not-a-table": "hier hoort een tabel met dezelfde kolommen als in het formulier",
    "too-long": "dit antwoord is te lang; er passen {fact} tekens in",
    "wrong-exercise": "dit formulier hoort bij de oefening {fact}",
    "empty": "er is nog niets ingevuld",
}

_FINDINGS = {
    "integrity": "SQLite meldt: {place}",
    "foreign-key": "Een rij verwijst naar iets wat er niet is: {place}.",
    "trigger": "De zoekindex wordt niet meer bijgehouden ({place} ontbreekt).",
    "index": "De zoekindex past niet bij de tekst.",
    "unreadable": "Een deel van het bestand is niet te lezen: {place}.",
    "head": "De laatste versie van een antwoord ontbreekt: {place}.",
    "parent": "De versie vóór {place} ontbreekt.",
    "hash": "De tekst van versie {place} is veranderd buiten het programma om.",
    "steps": "De stappen naar versie {place} passen niet op de tekst.",
    "document": "De zoektekst van bijdrage {place} is niet bijgewerkt.",
    "links": "De verwijzingen in bijdrage {place} zijn niet bijgewerkt.",
    "remark": "Opmerking {place} hoort bij woorden die niet in het gedeelde antwoord staan.",
    "goal": "De tekst van leerdoel {place} is niet die van de laatste versie.",
    "label": "De naam van label {place} is niet zoals het programma namen bewaart.",
    "title": "De titel of het begin van bijdrage {place} is niet bijgewerkt.",
}

_IMPORT_REASONS = {
    "not-json": "Dit bestand is geen JSON.",
    "not-ours": "Dit bestand komt niet uit Logboek.",
    "newer": "Dit bestand komt uit een nieuwere versie van Logboek (vorm {fact}).",
    "too-deep": "Dit bestand zit te diep in elkaar om te vertrouwen.",
    "duplicate-id": "De bijdrage {fact} staat er twee keer in.",
    "duplicate-revision": "Een versie hoort bij twee bijdragen, en dat kan niet.",
    "missing": "Het onderdeel “{fact}” ontbreekt.",
    "wrong-type": "Het onderdeel “{fact}” heeft niet de goede vorm.",
    "bad-value": "Het onderdeel “{fact}” bevat iets wat niet kan.",
    "bad-hash": "De tekst van versie {fact} is onderweg veranderd.",
    "too-long": "De bijdrage {fact} is te lang.",
    "unknown": "Het onderdeel “{fact}” ken ik niet; misschien is het bestand nieuwer.",
    "bad-picture": "De foto {fact} is beschadigd of van een vorm die niet kan.",
    "control": "In een tekst staat een onzichtbaar teken dat niet kan ({fact}).",
    "deck-full": "In de kaartenset “{fact}” zouden te veel foto’s komen.",
    "picture-differs": "Deze foto is hier al, maar anders: {fact}.",
    "label-differs": "Het label “{fact}” is hier al, maar anders.",
    "goal-differs": "Dit leerdoel is hier al, maar anders: {fact}.",
    "search-differs": "De bewaarde zoekvraag “{fact}” is hier al, maar anders.",
    "truncated": "Het bestand houdt midden in een bijdrage op.",
}


def _answer_file(error: Any) -> str:
    lines = [
        f"regel {line}: {_MISTAKES.get(code, code).format(fact=fact)}"
        for line, code, fact in error.mistakes
    ]
    return (
        f"In {error.path} klopt iets nog niet. Er is niets overgenomen. "
        "Verbeter dit en probeer het opnieuw:\n" + "\n".join(lines)
    )


def _import(error: Any) -> str:
    reason = _IMPORT_REASONS.get(error.reason, "Dit bestand is niet te lezen.")
    place = f" (regel {error.line})" if error.line else ""
    return (
        f"{error.path} kan niet worden overgenomen{place}. "
        f"{reason.format(fact=error.fact)} Je logboek is niet veranderd."
    )


def _conflict(error: Any) -> str:
    ids = ", ".join(error.entry_ids[:10]) + (" …" if len(error.entry_ids) > 10 else "")
    return (
        f"{count(len(error.entry_ids), 'bijdrage', 'bijdragen')} in {error.path} "
        f"{'is' if len(error.entry_ids) == 1 else 'zijn'} anders dan in je logboek: {ids}. "
        "Er is niets overgenomen, zodat je niets kwijtraakt."
    )


def _package(error: errors.LogbookError) -> str:
    # Not at the top: most runs never meet a package.
    from logbook.texts.packages import sentence

    return sentence(error)


def _exercise_missing(error: Any) -> str:
    hint = f" Bedoel je {error.nearest}?" if error.nearest else ""
    return (
        f"De oefening {error.exercise_id} bestaat niet.{hint} "
        "Met ‘logbook exercises list’ zie je welke er zijn."
    )


_NAMES = {
    ("label", "empty"): "Een label heeft een naam nodig.",
    ("label", "too-long"): "Deze naam is te lang; er passen {fact} tekens in.",
    ("label", "taken"): "Er is al een label “{fact}”. Kies een andere naam of voeg de twee samen.",
    ("student", "empty"): "Geef een naam, bijvoorbeeld Student A.",
    ("goal", "empty"): "Er staat nog niets in dit leerdoel.",
    ("goal", "too-long"): "Dit leerdoel is te lang; er passen {fact} tekens in.",
    ("search", "empty"): "Geef de zoekvraag een naam, en zeg waarnaar je zoekt.",
    ("search", "too-long"): "Deze naam of zoekvraag is te lang; er passen {fact} tekens in.",
    ("search", "taken"): "Er is al een zoekvraag “{fact}”. Kies een andere naam.",
}


def _name(error: Any) -> str:
    return _NAMES[error.what, error.reason].format(fact=error.fact)


_MOVES = {
    "closed": "Deze bijdrage is al voor nu afgerond.",
    "draft": "Aan deze bijdrage wordt al geschreven.",
    errors.WRITE: (
        "Deze bijdrage is voor nu afgerond en blijft zoals ze is. "
        "Heropen haar om verder te schrijven, of zet er een kanttekening bij."
    ),
    errors.OTHER_ROUND: "Er staat al een andere ronde open. Ga daar verder, of rond die eerst af.",
}


def _rounds_not_compared(error: errors.RoundsNotCompared) -> str:
    from logbook.texts.comparing import rounds_not_compared  # the window is drawn without

    return rounds_not_compared(error.filled, error.most)


_SENTENCES: dict[type[errors.LogbookError], Callable[[Any], str]] = {
    errors.LogbookMissing: lambda e: (
        f"Op {e.path} staat geen logboek. Kijk of het bestand verplaatst is, "
        "of begin een nieuw logboek."
    ),
    errors.NotALogbook: lambda e: (
        f"{e.path} is geen logboek van dit programma. Het is niet geopend en niet veranderd. "
        "Kies een ander bestand."
    ),
    errors.DamagedLogbook: lambda e: (
        f"Het logboek {e.path} is beschadigd. Er is niets aan veranderd. "
        "Zet een reservekopie terug, of bewaar dit bestand en vraag hulp."
    ),
    errors.EmptyLogbook: lambda e: (
        f"Het bestand {e.path} is leeg. Misschien is het niet goed gekopieerd. "
        "Zet een reservekopie terug, of haal het lege bestand weg en begin opnieuw."
    ),
    errors.ReadOnlyLogbook: lambda e: (
        f"In {e.path} kan niet worden geschreven. Wat er staat is veilig. "
        "Kijk of je rechten hebt op het bestand en op de map."
    ),
    errors.BusyLogbook: lambda e: (
        f"Een ander programma houdt {e.path} bezet. Er is niets veranderd. "
        "Sluit het andere programma of probeer het straks opnieuw."
    ),
    errors.LogbookGone: lambda e: (
        f"Het logboek {e.path} staat niet meer op zijn plek. "
        "Zet het terug; wat je nu schrijft blijft zolang op het scherm."
    ),
    errors.DiskFull: lambda e: (
        f"De schijf is vol, daarom lukt bewaren in {e.path} niet. "
        "Maak ruimte vrij; wat al bewaard was is veilig."
    ),
    errors.StorageFailed: lambda e: (
        f"Lezen of bewaren in {e.path} lukt niet. Wat al bewaard was is veilig. "
        "Probeer het opnieuw, of kijk of de schijf in orde is."
    ),
    errors.FolderUnusable: lambda e: (
        f"De map {e.path} kan niet worden gebruikt. Er is niets veranderd. "
        "Kijk of je rechten hebt op de map, of kies een andere."
    ),
    errors.FileUnreadable: lambda e: (
        f"{e.path} is niet te lezen. Kijk of het bestand er staat en of je er rechten op hebt."
    ),
    errors.FileNotText: lambda e: (
        f"{e.path} is geen gewone tekst (UTF-8). Bewaar het als tekst en probeer het opnieuw."
    ),
    errors.FileNotWritten: lambda e: (
        f"{e.path} kan niet worden geschreven. Wat er stond is niet veranderd. "
        "Kies een andere plek of maak ruimte vrij."
    ),
    errors.OutputRefused: lambda e: (
        "De uitvoer kan nergens heen; misschien is de schijf vol. Wat al bewaard was is veilig."
    ),
    errors.LinkOutside: lambda e: (
        f"{e.path} verwijst naar een plek buiten de map. Dat wordt niet gelezen. "
        "Zet het bestand zelf in de map."
    ),
    errors.SettingsDamaged: lambda e: (
        f"De instellingen in {e.path} zijn niet te lezen. "
        "Het programma werkt nu met de gewone instellingen; je logboek is in orde."
    ),
    errors.NewerLogbook: lambda e: (
        f"{e.path} is gemaakt met een nieuwere versie van Logboek. "
        "Het is niet veranderd. Werk het programma bij om dit logboek te openen."
    ),
    errors.FileTooLarge: lambda e: (
        f"{e.path} is te groot: {size(e.size)}, terwijl {size(e.limit)} het meeste is. "
        "Er is niets overgenomen."
    ),
    errors.AnswerTooLong: lambda e: (
        f"Dit antwoord heeft {number(e.length)} tekens; er passen er {number(e.limit)} in. "
        "Er is niets weg: maak de tekst korter of verdeel hem."
    ),
    errors.EntryNotFound: lambda e: f"Er is geen bijdrage met de code {e.entry_id}.",
    errors.AmbiguousId: lambda e: (
        f"Meer bijdragen hebben een code die eindigt op {e.entry_id}. Geef meer tekens."
    ),
    errors.ExerciseNotFound: _exercise_missing,
    errors.RoundsNotCompared: _rounds_not_compared,
    errors.EmptyNote: lambda e: "Er staat niets in de notitie. Er is niets bewaard.",
    errors.MoveNotAllowed: lambda e: _MOVES[e.move],
    errors.LabelNotFound: lambda e: (
        f"Er is geen label “{e.label}”. Met ‘logbook labels’ zie je welke er zijn."
    ),
    errors.GoalNotFound: lambda e: "Dit leerdoel is er niet meer.",
    errors.SearchNotFound: lambda e: "Deze bewaarde zoekvraag is er niet meer.",
    errors.NameRefused: _name,
    errors.AnswerFileRefused: _answer_file,
    errors.ImportUnreadable: _import,
    errors.ImportConflict: _conflict,
    errors.PackageRefused: _package,
    errors.PackageMistakes: _package,
    errors.PackageThere: _package,
    errors.PackageNotFound: _package,
    errors.PackageNotKept: _package,
    errors.PackageStopped: _package,
}
