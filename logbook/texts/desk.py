# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The desk in Dutch: what became of questions, counts, and what stays where."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from logbook.core import share_errors
from logbook.core.desk import PickUp
from logbook.core.errors import FileUnreadable, LogbookError
from logbook.texts.trouble import error_sentence
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


#: What is said of several files that were refused for the same reason: before and behind names.
_REFUSED: dict[type[LogbookError], tuple[str, str]] = {
    share_errors.FileNotOurs: ("Geen deelpakket", ""),
    share_errors.FileTampered: (
        "Beschadigd of onderweg veranderd",
        " Vraag of het opnieuw gestuurd kan worden.",
    ),
    share_errors.FileTooNew: ("Uit een nieuwere versie van Logboek", " Werk Logboek bij."),
    share_errors.FileTooBig: ("Te groot om te lezen", ""),
    FileUnreadable: ("Niet te lezen", ""),
}


def taken_in(
    added: int, known: Sequence[str], skipped: Sequence[str], refused: Sequence[LogbookError]
) -> str:
    """How putting packets on the desk went, a line for each kind; "" for one that came in.

    Args:
        known, skipped: names of files.
    """
    lines = []
    if added > 1 or (added and (known or skipped or refused)):
        kind = "inzending staat" if added == 1 else "inzendingen staan"
        lines.append(f"{added} {kind} nu op je bureau.")
    if len(known) == 1 and not (lines or skipped or refused):
        lines.append("Deze inzending staat al op je bureau. Er is niets veranderd.")
    elif known:
        lines.append(f"Stond er al: {_names(known)}.")
    if skipped and (lines or refused or len(skipped) > 1):
        lines.append(f"Overgeslagen: {_names(skipped)}.")
    if len(refused) == 1 and not lines:
        return error_sentence(refused[0])
    if refused:
        did = "bestand kwam" if len(refused) == 1 else "bestanden kwamen"
        lines.append(f"{len(refused)} {did} niet binnen.")
        lines += _refused_lines(refused)
    return "\n".join(lines)


def _refused_lines(refused: Sequence[LogbookError]) -> list[str]:
    lines: dict[str, None] = {}
    for kind, (before, behind) in _REFUSED.items():
        named = [_file_of(error) for error in refused if type(error) is kind]
        if named:
            lines[f"{before}: {_names(named)}.{behind}"] = None
    for error in refused:
        if type(error) not in _REFUSED:
            lines[error_sentence(error)] = None
    return list(lines)


def _file_of(error: LogbookError) -> str:
    if isinstance(error, FileUnreadable):
        return PurePath(error.path).name
    return str(getattr(error, "name", ""))


def _names(names: Sequence[str]) -> str:
    return joined([f"“{name}”" for name in names])
