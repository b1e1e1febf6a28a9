# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a user types into the search field, as a value; every text is a valid query.

Words (all must occur), `"a phrase"`, `-word`, `OR` between two terms, and filters such as
`hoofdstuk:1`. Which entries match is left to `storage.search`; the values are named tuples because
`logbook search` must start fast.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from logbook.core.folding import fold, words_of
from logbook.core.light import NamedTuple

#: More words and filters than these, and more words of one phrase, are not looked at.
LIMIT = 64
#: As many words that only contain a term are looked for, the most frequent ones.
PARTS = 60
#: Words that contain a term are looked for when fewer entries than this match without them.
ENOUGH = 20

OPERATOR = "OR"
# Patterns are compiled when they are needed: most queries are words, and `re` takes its time.
_PIECE = r'(-?)(?:([^\W\d_]+):)?(?:"((?:[^"]+|"")*)"?|(\S*))'
_DAY = r"([0-9]{4})(?:-([0-9]{1,2}))?(?:-([0-9]{1,2}))?"


class Term(NamedTuple):
    """One word as typed, or a phrase (`exact`): whole words in this order."""

    text: str
    exact: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words to find; none when it consists of other signs."""
        return tuple(words_of(fold(self.text))[:LIMIT])

    def to_text(self) -> str:
        """As it is typed."""
        return _quoted(self.text) if self.exact else self.text


class Filter(NamedTuple):
    """One condition `key:value`, in the form `parse` gives it; `excluded` turns it round."""

    key: str
    value: str
    excluded: bool = False

    def to_text(self) -> str:
        """As it is typed."""
        plain = self.value and self.value[0] != '"' and len(self.value.split()) == 1
        value = self.value if plain else _quoted(self.value)
        return f"{'-' if self.excluded else ''}{self.key}:{value}"


class Query(NamedTuple):
    """A whole query.

    Args:
        groups: all must match; of the terms within one group any.
        excluded: none may occur, as whole words.
        filters: all must hold.
    """

    groups: tuple[tuple[Term, ...], ...] = ()
    excluded: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked: every entry matches."""
        return self == EMPTY

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms to find and to mark, in order."""
        return tuple(term for group in self.groups for term in group)

    @property
    def is_hopeless(self) -> bool:
        """Whether only signs were typed that are no words: nothing can be found."""
        terms = (*self.terms, *self.excluded)
        return bool(terms) and not self.filters and not any(term.words for term in terms)

    def to_text(self) -> str:
        """The query as a user would type it; `parse` gives the same query back."""
        return " ".join(
            (
                *(f" {OPERATOR} ".join(term.to_text() for term in each) for each in self.groups),
                *(f"-{term.to_text()}" for term in self.excluded),
                *(each.to_text() for each in self.filters),
            )
        )

    def values(self, key: str) -> tuple[str, ...]:
        """The values asked under a key, without the excluded ones."""
        return tuple(f.value for f in self.filters if f.key == key and not f.excluded)

    def with_filter(self, key: str, value: str) -> Query:
        """The query with a filter more; the same when it is there, or is none that is known."""
        found = _filter_of(key, _clean(value), excluded=False)
        if found is None or found in self.filters or self._count() >= LIMIT:
            return self
        return self._replace(filters=(*self.filters, found))

    def without_filter(self, key: str, value: str | None = None) -> Query:
        """The query without the filters under a key, or without one of them."""
        gone = None if value is None else _filter_of(key, _clean(value), excluded=False)
        kept = (
            f
            for f in self.filters
            if f.key != key or (value is not None and f._replace(excluded=False) != gone)
        )
        return self._replace(filters=tuple(kept))

    def with_only(self, key: str, value: str) -> Query:
        """The query with this filter as the only one under its key."""
        return self.without_filter(key).with_filter(key, value)

    def _count(self) -> int:
        operators = sum(len(group) - 1 for group in self.groups)
        return len(self.terms) + operators + len(self.excluded) + len(self.filters)


EMPTY = Query()


def parse(text: str) -> Query:
    """The query in a text; never raises, and takes time in proportion to the text."""
    text = _clean(text)
    words = text.split()
    if OPERATOR not in words and all(word.isalnum() for word in words):
        return Query(tuple((Term(word),) for word in words[:LIMIT]))
    import re

    pattern = re.compile(_PIECE)
    items: list[_Item] = []
    place = 0
    while place < len(text) and len(items) < LIMIT:
        if text[place].isspace():
            place += 1
            continue
        piece = pattern.match(text, place)
        assert piece is not None, "its last alternative takes whatever stands there"
        items += _items(*piece.groups())
        place = piece.end()
    return _query(items[:LIMIT])


def first_day(value: str) -> date:
    """The first day of a year, month or day as the filters `voor` and `na` hold it."""
    year, month, day = (*map(int, value.split("-")), 1, 1)[:3]
    return date(year, month, day)


class _Excluded(NamedTuple):
    term: Term


class _Or:
    """`OR` as typed: an operator between two terms, elsewhere the word."""


_Item = Term | _Excluded | Filter | type[_Or]


def _items(minus: str, key: str | None, phrase: str | None, word: str | None) -> list[_Item]:
    """What one piece of a query says; nothing when it waits for more."""
    value = _tidy((word or "") if phrase is None else phrase.replace('""', '"'))
    if key:
        if key.lower() in _VALUES:
            found = _filter_of(key.lower(), value, excluded=bool(minus))
            if found or not value:
                return [found] if found else []
        if phrase is None:
            value = f"{key}:{value}"
        elif not minus:
            return [Term(_lowered(key)), *([Term(value, True)] if value else [])]
    if not value:
        return []
    if minus:
        return [_Excluded(Term(value, phrase is not None))]
    if value == OPERATOR and phrase is None:
        return [_Or]
    return [Term(value, phrase is not None)]


def _query(items: list[_Item]) -> Query:
    groups: list[tuple[Term, ...]] = []
    joins = False
    for place, item in enumerate(items):
        if item is _Or:
            between = items[place - 1 : place] + items[place + 1 : place + 2]
            joins = not joins and len(between) == 2 and _all_terms(between)
            if joins:
                continue
            item = Term(OPERATOR.lower())
            items[place] = item
        if not isinstance(item, Term):
            joins = False
        elif joins:
            groups[-1] = (*groups[-1], item)
            joins = False
        else:
            groups.append((item,))
    return Query(
        tuple(groups),
        tuple(item.term for item in items if isinstance(item, _Excluded)),
        tuple(item for item in items if isinstance(item, Filter)),
    )


def _all_terms(items: list[_Item]) -> bool:
    return all(isinstance(item, Term) for item in items)


def _filter_of(key: str, value: str, *, excluded: bool) -> Filter | None:
    """The filter in its one form, or None when it is none."""
    form = _VALUES.get(key)
    found = form(_tidy(value)) if form else ""
    return Filter(key, found, excluded) if found else None


def _chapter(value: str) -> str:
    return str(int(value)) if value.isascii() and value.isdigit() and len(value) < 5 else ""


def _period(value: str) -> str:
    import re

    match = re.fullmatch(_DAY, value)
    if match is None:
        return ""
    found = "-".join(f"{int(part):02}" for part in match.groups() if part)
    try:
        return found if 1900 <= first_day(found).year < 3000 else ""
    except ValueError:
        return ""


def _one_of(*known: str) -> Callable[[str], str]:
    return lambda value: value.lower() if value.lower() in known else ""


#: Per filter the one form of a value, "" for a value that it cannot have.
_VALUES: dict[str, Callable[[str], str]] = {
    "hoofdstuk": _chapter,
    "label": str,
    "leerdoel": str,
    "oefening": str,
    "voor": _period,
    "na": _period,
    "staat": _one_of("concept", "afgerond"),
    "soort": _one_of("oefening", "notitie"),
    "met": _one_of("opmerkingen", "gedeeld", "kanttekening", "terugblik", "kaarten"),
    "vast": _one_of("ja", "nee"),
}


def _lowered(word: str) -> str:
    """A word that stands by itself and is no operator."""
    return word.lower() if word == OPERATOR else word


def _clean(text: str) -> str:
    if text.isprintable():
        return text
    from logbook.core.text import clean_text

    return clean_text(text).text


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
