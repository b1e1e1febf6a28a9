# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Organisations with a name of their own, and words that together point at one person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from logbook.core.trace import Knowledge, Trace, TraceKind
from logbook.core.trace_text import starts_sentence, trace_at
from logbook.core.trace_words import KIN, ORGANISATION_ENDS, ORGANISATIONS, PUBLIC_ROLES, RARE_ROLES

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"


def _either(words: Iterable[str]) -> str:
    """Any of these words, the longest first."""
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))


_ORGANISATION = re.compile(
    rf"(?<!\w)(?i:{_either(ORGANISATIONS)})"
    rf" (?:(?i:de|het|['’]t|den|st\.) )?{_CAPITAL}\w{{1,30}}(?:[-’']\w{{1,30}}){{0,2}}"
    rf"(?: (?:(?:aan|van|op|voor|en|onder|zonder)(?: (?:de|den|het))? )?{_CAPITAL}\w{{1,30}})"
    r"{0,3}"
)
_BEFORE_SCHOOL = re.compile(rf"(?<!\w){_CAPITAL}\w{{2,30}} $")
_ROLE = re.compile(
    rf"(?<!\w)((?i:{_either(RARE_ROLES)}))"
    r" (?i:in|van|uit|te|op|bij)(?i: (?:het dorpje|het dorp|de wijk|de buurt|de|het))?"
    rf" (?={_CAPITAL}|['’]s-)"
)
_KIN = re.compile(
    rf"(?<!\w)((?i:{_either(KIN)}))"
    r",? ?(?i:van |\(|is )?(\d{1,3})(?:-jarige)?(?: jaar)?(?: oud)?\)?,?(?: die)?(?: woont)?"
    rf" (?:uit|in|op|te|van)(?: het dorp| de wijk)? (?={_CAPITAL}|['’]s-)"
)
_AGED = re.compile(r"(?<!\w)(\d{1,3})-jarige $")
_FROM = re.compile(rf"\w{{2,40}} (?:uit|in|op|te|van)(?: het dorp| de wijk)? (?={_CAPITAL}|['’]s-)")
_ONE_WORD = re.compile(rf"(?:['’]s-)?{_CAPITAL}\w{{1,30}}(?:-{_CAPITAL}\w{{1,20}}){{0,2}}")

#: Words at which the finders look further.
CUES = ORGANISATIONS | RARE_ROLES | KIN
Cues = Iterable[tuple[int, str]]

#: All that is searched for, for the test of their bounds.
PATTERNS = (_ORGANISATION, _BEFORE_SCHOOL, _ROLE, _KIN, _AGED, _FROM, _ONE_WORD)


def find_organisations(text: str, cues: Cues, knowledge: Knowledge) -> Iterator[Trace]:
    """A school, institution or club with its own name."""
    for start, word in cues:
        match = _ORGANISATION.match(text, start) if word in ORGANISATIONS else None
        if match:
            kind, named = match[0].split(" ", 1)
            if not _is_public(text, match.end(), named, knowledge):
                yield trace_at(TraceKind.ORGANISATION, text, *match.span(), (kind.lower(),))
        elif text[start].isupper() and word.endswith(ORGANISATION_ENDS):
            yield from _named_school(text, start, word, knowledge)


def _named_school(text: str, start: int, word: str, knowledge: Knowledge) -> Iterator[Trace]:
    """`Montessori College`, `Regenboogschool`."""
    kind = next(ending for ending in ORGANISATION_ENDS if word.endswith(ending))
    end = start + len(word)
    if word == kind:
        before = _BEFORE_SCHOOL.search(text, max(0, start - 40), start)
        if before and not starts_sentence(text, before.start()):
            yield trace_at(TraceKind.ORGANISATION, text, before.start(), end, (kind,))
    elif not knowledge.knows_word(word) and not starts_sentence(text, start):
        yield trace_at(TraceKind.ORGANISATION, text, start, end, (kind,))


def find_combinations(text: str, cues: Cues, knowledge: Knowledge) -> Iterator[Trace]:
    """A role with a small place, and kin with an age and a place."""
    for start, word in cues:
        match = _ROLE.match(text, start) if word in RARE_ROLES else None
        if match:
            place, large = _place(text, match.end(), knowledge)
            if place and (not large or word in PUBLIC_ROLES):
                end = match.end() + len(place)
                yield trace_at(TraceKind.ROLE_PLACE, text, start, end, (match[1], place))
        elif word in KIN:
            yield from _kinship(text, start, knowledge)


def _kinship(text: str, start: int, knowledge: Knowledge) -> Iterator[Trace]:
    """`moeder van 43 uit Stavoren`, `12-jarige dochter uit Urk`."""
    match = _KIN.match(text, start)
    if match:
        kin, years = match[1], match[2]
    else:
        aged = _AGED.search(text, max(0, start - 12), start)
        match = _FROM.match(text, start) if aged else None
        if aged is None or match is None:
            return
        kin, years = match[0].split(" ", 1)[0], aged[1]
        start = aged.start()
    place, large = _place(text, match.end(), knowledge)
    if place and not large:
        end = match.end() + len(place)
        yield trace_at(TraceKind.KINSHIP, text, start, end, (kin, years, place))


def _place(text: str, start: int, knowledge: Knowledge) -> tuple[str, bool]:
    """The place at `start` and whether it is a large one; "" when it is none."""
    match = _ONE_WORD.match(text, start)
    if match is None:
        return "", False
    name = knowledge.phrases.at(text, start, match[0])
    if name in knowledge.large_places:
        return name, True
    if name:
        return (name, False) if name in knowledge.small_places else ("", False)
    word = match[0]
    small = word in knowledge.capitals and word not in knowledge.first_names
    return (word, False) if small and not word.isupper() else ("", False)


def _is_public(text: str, end: int, named: str, knowledge: Knowledge) -> bool:
    """`Stichting Leger des Heils` and `kerk in Nederland` point at nobody."""
    bare = named.split(" ", 1)[1] if named[:3].lower() == "de " else named
    for name in (named, bare):
        found = knowledge.phrases.at(text, end - len(name), name)
        if found and found not in knowledge.small_places and len(found) >= len(name):
            return True
    return False
