# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Names and initials: capitals that are neither words, places nor known names.

Leans on what it is given to know; at the start of a sentence, where every word has a capital, it
needs more to go on than inside one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from logbook.core.trace import Knowledge, Trace, TraceKind
from logbook.core.trace_text import PARTICLES, starts_sentence, word_before, words_before
from logbook.core.trace_words import (
    ARTICLES,
    BEFORE_PERSONS,
    BEGINNERS,
    DETERMINERS,
    HONORIFICS,
    LETTERED,
    NO_INITIALS,
    OPENERS,
    ROLES,
    SAYING,
    SHORT_TITLES,
)

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_WORD = re.compile(rf"(?<![\w@/.])(?:[dlO]['’])?{_CAPITAL}\w{{1,40}}(?:[’'-]\w{{1,40}}){{0,3}}")
_PARTICLE = "|".join(sorted((*map(re.escape, PARTICLES), "in ['’]t", "op den?"), key=len)[::-1])
_NEXT = re.compile(
    rf" ((?:(?i:{_PARTICLE}) ){{0,2}}{_CAPITAL}\w{{1,40}}(?:[’'-]\w{{1,40}}){{0,3}})"
)
_TITLE = "|".join(sorted((re.escape(word) for word in HONORIFICS), key=len, reverse=True))
_BEHIND_TITLE = re.compile(
    rf"\w{{1,20}}\.?(?: en (?:{_TITLE})\.?)? (?:(?i:{_PARTICLE}) ){{0,3}}"
    rf"({_CAPITAL}(?:\.?-?{_CAPITAL}\.?(?!\w)){{0,3}}(?:\.|(?!\w))"
    rf"|{_CAPITAL}\w{{1,40}}(?:[’'-]\w{{1,40}}){{0,3}})"
)
_DOTTED = re.compile(rf"{_CAPITAL}\.")
_INITIALS = re.compile(
    rf"(?<![\w.])(?:(?:{_CAPITAL}\.[ ]?){{1,4}}(?:(?:{_PARTICLE})[ ]){{1,3}}"
    rf"{_CAPITAL}(?:\.|\w{{1,40}})"
    rf"|(?:{_CAPITAL}\.){{2,4}}(?:[ ]?{_CAPITAL}\w{{2,40}})?(?![\w.])"
    rf"|{_CAPITAL}\.[ ]?{_CAPITAL}\w{{2,40}})"
)
_LETTER = re.compile(rf"(?<![\w.@’'-]){_CAPITAL}(?:\.(?=[\s,;:)’'”?!-])|(?=[\s,;:)?!]))")
_VERB = re.compile(r" ([a-z]{2,12})(?!\w)")
# Behind a verb that opens a sentence: `Kent je …`, `Liet ik …`.
_INVERTED = re.compile(r" (?:ik|je|jij|u|hij|zij|ze|we|wij|jullie|men|het|dit|dat|er|iemand)(?!\w)")
_POSSESSIVE = re.compile(r"['’]s(?!\w)")
_OWNER = re.compile(r"['’]s?$")

_INNER_CAPITALS = ("Mc", "Mac", "De", "Van", "Le", "La", "El", "Al", "Fitz")

#: Titles: words at which `find_initials` looks further.
CUES = HONORIFICS

#: All that is searched for, for the test of their bounds.
PATTERNS = (
    _WORD,
    _NEXT,
    _BEHIND_TITLE,
    _DOTTED,
    _INITIALS,
    _LETTER,
    _VERB,
    _INVERTED,
    _POSSESSIVE,
    _OWNER,
)


def find_initials(
    text: str, cues: Iterable[tuple[int, str]], knowledge: Knowledge
) -> Iterator[Trace]:
    """Initials, alone or behind a title, and titles with a name."""
    for start, title in cues:
        match = _BEHIND_TITLE.match(text, start) if title in CUES else None
        dotted = text[start + len(title) : start + len(title) + 1] == "."
        if match is None or (dotted and title not in SHORT_TITLES):
            continue
        found = match[1]
        bare = found.rstrip(".").replace(".", "").replace("-", "")
        short = len(bare) <= 4 and bare.isupper()
        if not short and _is_role_alone(title, found, knowledge):
            continue
        kind = TraceKind.INITIALS if short else TraceKind.NAME
        end = match.end() if short else _end_of_name(text, match.end(), knowledge)
        if title == "heer" and text[max(0, start - 3) : start].lower() == "de ":
            start -= 3
        yield _person(kind, text, start, end, match.start(1))
    for capital in _DOTTED.finditer(text):
        match = _INITIALS.match(text, capital.start())
        if match and match[0].rstrip(".").upper() not in NO_INITIALS:
            if match[0].rsplit(" ", 1)[-1].lower() in BEGINNERS:
                continue
            short = match[0][-1] == "." or len(match[0].rsplit(" ", 1)[-1]) < 3
            kind = TraceKind.INITIALS if short else TraceKind.NAME
            yield _person(kind, text, *match.span(), match.start())
    for match in _LETTER.finditer(text):
        if _is_initial(text, match):
            owner = _POSSESSIVE.match(text, match.end())
            end = owner.end() if owner else match.end()
            yield _person(TraceKind.INITIALS, text, match.start(), end, match.start())


def find_names(text: str, knowledge: Knowledge) -> Iterator[Trace]:
    """Capitalised words that may be somebody's name."""
    passed = 0
    for match in _WORD.finditer(text):
        start, word = match.start(), match[0]
        if start < passed:
            continue
        phrase = knowledge.phrases.at(text, start, word)
        if phrase and phrase not in knowledge.first_names:
            # a known name, or a place: `Den Haag`, `Leger des Heils`
            passed = start + len(phrase)
            continue
        bare = _OWNER.sub("", word) if not word.endswith("s'") else word[:-1]
        if not _is_name(text, start, match.end(), bare, knowledge):
            continue
        end = _end_of_name(text, match.end(), knowledge)
        passed = end
        yield _person(TraceKind.NAME, text, start, end, start)


def _is_name(text: str, start: int, end: int, word: str, knowledge: Knowledge) -> bool:
    if _is_acronym(word):
        return False
    first = word in knowledge.first_names or word.split("-")[0] in knowledge.first_names
    common = knowledge.knows_word(word)
    surname = word in knowledge.surnames or (
        word.endswith("s") and word[:-1] in knowledge.surnames and not knowledge.knows_capital(word)
    )
    if starts_sentence(text, start):
        if first and word not in OPENERS:
            return not common or word in knowledge.first_names
        if surname and not common:
            return not _INVERTED.match(text, end)
        unknown = not (common or knowledge.knows_capital(word) or knowledge.is_joined(word))
        return unknown and _speaks(text, end)
    if first:
        return True
    article = word_before(text, start) in ARTICLES
    if article or word_before(text, start) == "De":  # `de Griek`, but `De Jong zei …`
        return _speaks(text, end) if common or surname else not knowledge.knows_capital(word)
    return (
        not knowledge.is_known(word) if surname else not (common or knowledge.knows_capital(word))
    )


def _speaks(text: str, end: int) -> bool:
    """Whether what follows makes the word before it a person: a surname, or a verb of saying."""
    following = _NEXT.match(text, end)
    if following and following[1][0].islower():
        return True
    word = _VERB.match(text, end)
    return word is not None and word[1] in SAYING


def _is_acronym(word: str) -> bool:
    """`GGZ`, `STARR-methode`, `UWV's`, `PowerPoint`; not `McCarthy`."""
    head = re.split(r"[-’']", word, maxsplit=1)[0]
    if head.isupper():
        return len(head) > 1 or "-" in word
    return head[2:] != head[2:].lower() and not head.startswith(_INNER_CAPITALS)


def _is_role_alone(title: str, found: str, knowledge: Knowledge) -> bool:
    """`tandarts Nederland`: a known name behind a word that is more often no title."""
    known = found in knowledge.known or found in knowledge.large_places
    return known or (found in knowledge.small_places and title.lower() not in ("mevrouw", "meneer"))


def _end_of_name(text: str, end: int, knowledge: Knowledge) -> int:
    """Where a name ends that goes on behind its first word: `de Wit`, `van der Velden`."""
    if text[end - 2 : end] in ("'s", "’s"):
        return end
    for _ in range(3):
        match = _NEXT.match(text, end)
        if match is None:
            return end
        words = match[1].split(" ")
        last = words[-1]
        start = match.end() - len(last)
        if not last[0].isupper() or _is_acronym(last) or knowledge.is_known(last):
            return end
        if knowledge.phrases.at(text, start, last) and last not in knowledge.surnames:
            return end
        end = match.end()
    return end


def _is_initial(text: str, match: re.Match[str]) -> bool:
    letter = match[0]
    before = words_before(text, match.start(), 1)
    previous = before[0].lower() if before else ""
    if previous in LETTERED:
        return False
    if starts_sentence(text, match.start()):
        line = text.rfind("\n", 0, match.start()) + 1
        following = text[match.end() : match.end() + 2]
        at_line = text[line : match.start()].strip() == ""
        return letter.endswith(".") and not at_line and following[1:].islower()
    if letter.endswith("."):
        inside = text[match.end() : match.end() + 2].strip()[:1]
        return previous in BEFORE_PERSONS or inside.islower() or inside in (",", ";")
    return previous in BEFORE_PERSONS and letter not in ("U", "I", "É")


def _person(kind: TraceKind, text: str, start: int, end: int, subject: int) -> Trace:
    found = text[start:end]
    owner = found.endswith(("'s", "’s", "s'", "s’"))
    name = _OWNER.sub("", text[subject:end]) if owner else text[subject:end]
    before = "" if starts_sentence(text, start) else word_before(text, start).lower()
    lead = "" if owner else _lead(text, start)
    if lead:
        begin = start - len(lead) - 1
        before = "" if starts_sentence(text, begin) else word_before(text, begin).lower()
    return Trace(kind, start, end, found, name, lead, before, owner)


def _lead(text: str, start: int) -> str:
    """`mijn begeleider` in `mijn begeleider Karin`."""
    words = words_before(text, start, 2)
    if not words or words[0].lower() not in ROLES:
        return ""
    with_determiner = len(words) == 2 and words[1].lower() in DETERMINERS
    return f"{words[1]} {words[0]}" if with_determiner else words[0]
