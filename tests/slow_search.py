# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The rules of searching once more, the slow way: read every entry, look at every word.

Shares the parser of queries with the program and nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from logbook.core.entry import Entry, EntryKind, EntryState
from logbook.core.query import Filter, Query, Term


@dataclass(frozen=True)
class Paper:
    """All that searching looks at of one entry."""

    entry: Entry
    labels: tuple[str, ...] = ()
    pinned: bool = False

    def columns(self) -> list[list[str]]:
        """The words of title, questions, answers, cards and labels."""
        answers = self.entry.answers
        questions = dict.fromkeys(
            t for a in answers for t in (a.wording.block_title, a.wording.prompt_text) if t
        )
        written = [a.value.words() for a in answers if a.value.words()]
        chosen = sorted({o.replace("-", " ") for a in answers for o in a.value.options})
        cards = dict.fromkeys(a.wording.card_title for a in answers if a.wording.card_title)
        drawn = {c.split("/")[1].replace("-", " ") for a in answers for c in a.value.cards}
        return [
            words("\n".join(lines))
            for lines in (
                [self.entry.title],
                questions,
                [*written, *chosen],
                [*cards, *sorted(drawn)],
                self.labels,
            )
        ]


def words(text: str) -> list[str]:
    """Words in lower case without accents."""
    bare = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).lower())
    return re.findall(r"[^\W_]+", "".join(c for c in bare if not unicodedata.combining(c)))


def search(
    papers: Sequence[Paper],
    query: Query,
    *,
    in_bin: bool = False,
    enough: int = 20,
    parts: int = 60,
) -> list[str]:
    """Ids of the entries that match, the newest first."""
    place = [p for p in papers if (p.entry.deleted_at is not None) == in_bin]
    if query.is_hopeless:
        return []
    found = [p for p in place if _matches(p, query, {})]
    if query.terms and len(found) < enough:
        more = {
            t.words[0]: _containing(papers, t.words[0], parts)
            for t in query.terms
            if not t.exact and len(t.words) == 1
        }
        found = [p for p in place if _matches(p, query, more)]
    found.sort(key=lambda p: (p.entry.created_at, p.entry.id), reverse=True)
    return [p.entry.id for p in found]


def _containing(papers: Sequence[Paper], part: str, limit: int) -> set[str]:
    counts = Counter(w for p in papers for column in p.columns() for w in column)
    # Standing at the start is no reason to leave a word out, but it matches there already.
    inside = [(-n, w) for w, n in counts.items() if part in w and not w.startswith(part)]
    return {w for _, w in sorted(inside)[:limit]}


def _matches(paper: Paper, query: Query, more: dict[str, set[str]]) -> bool:
    columns = paper.columns()
    for group in query.groups:
        terms = [t for t in group if words(t.text)]
        if terms and not any(_occurs(columns, t, more) for t in terms):
            return False
    for term in query.excluded:
        if words(term.text) and _occurs(columns, Term(term.text, True), {}):
            return False
    return all(_holds(paper, f) is not f.excluded for f in query.filters)


def _occurs(columns: list[list[str]], term: Term, more: dict[str, set[str]]) -> bool:
    wanted = words(term.text)
    for column in columns:
        for start in range(len(column) - len(wanted) + 1):
            here = column[start : start + len(wanted)]
            last = here[-1] == wanted[-1] if term.exact else here[-1].startswith(wanted[-1])
            if here[:-1] == wanted[:-1] and last:
                return True
            if len(wanted) == 1 and not term.exact and here[0] in more.get(wanted[0], ()):
                return True
    return False


def _holds(paper: Paper, each: Filter) -> bool:
    entry = paper.entry
    match each.key, each.value:
        case "hoofdstuk", number:
            return entry.chapter == int(number)
        case "staat", state:
            return entry.state is (EntryState.DRAFT if state == "concept" else EntryState.CLOSED)
        case "soort", kind:
            return entry.kind is (EntryKind.EXERCISE if kind == "oefening" else EntryKind.FREE)
        case "vast", wanted:
            return paper.pinned is (wanted == "ja")
        case "label", name:
            return any(words(name) == words(label) for label in paper.labels)
        case "oefening", part:
            title = "".join(words(entry.exercise_title))
            return bool(entry.exercise_id) and (part in title or part in str(entry.exercise_id))
        case "met", "kaarten":
            return any(a.value.cards for a in entry.answers)
        case "met", "kanttekening":
            return any(a.key.block == "margin" and a.value.text.strip() for a in entry.answers)
        case "voor", period:
            return _day(entry) < _first(period)
        case "na", period:
            return _day(entry) >= _first(period)
    return False


def _day(entry: Entry) -> date:
    return entry.about_date or entry.created_at.astimezone(UTC).date()


def _first(period: str) -> date:
    return datetime.strptime(f"{period}-01-01"[:10], "%Y-%m-%d").replace(tzinfo=UTC).date()
