# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The filters of a query in words, and what can be chosen for each of them now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon

from logbook import texts
from logbook.core.entry import EntryState
from logbook.core.errors import LabelNotFound
from logbook.core.query import Filter, Query, first_day
from logbook.core.text import first_line
from logbook.ui.context import Context
from logbook.ui.labels.colours import swatch
from logbook.ui.logbook.filter_chip import Choice
from logbook.ui.widgets.dates import long_day, month_title

#: A goal is named by so many characters of its text, a chip shows so many of what it stands for.
_GOAL, _SHOWN = 40, 34


class FilterKind(NamedTuple):
    """One button of the bar.

    Args:
        caption: what it says while it is off.
        keys: the filters of a query that it stands for.
        choices: what can be chosen now.
        many: whether more than one can be on.
    """

    name: str
    caption: str
    keys: tuple[str, ...]
    choices: Callable[[], list[Choice]]
    many: bool = False


class FilterChoices(QObject):
    """Reads what was written in, so that menus offer what exists."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._query = Query()

    def kinds(self) -> tuple[FilterKind, ...]:
        """The buttons in their order."""
        return (
            FilterKind("chapter", self.tr("hoofdstuk"), ("hoofdstuk",), self._chapters),
            FilterKind("label", self.tr("label"), ("label",), self._labels, many=True),
            FilterKind("goal", self.tr("leerdoel"), ("leerdoel",), self._goals, many=True),
            FilterKind("exercise", self.tr("oefening"), ("oefening",), self._exercises),
            FilterKind("period", self.tr("periode"), ("na", "voor"), self._periods),
            FilterKind("state", self.tr("staat"), ("staat",), self._states),
            FilterKind("kind", self.tr("soort"), ("soort",), self._kinds),
            FilterKind("with", self.tr("met …"), ("met",), self._with, many=True),
            FilterKind("pinned", self.tr("vastgezet"), ("vast",), self._pinned),
        )

    def set_query(self, query: Query) -> None:
        """Offer what fits this query."""
        self._query = query

    def has_any(self, name: str) -> bool:
        """Whether there are labels, or goals, to choose from; other kinds always have something."""
        services = self._context.services
        if name == "label":
            return bool(services.labels.all())
        return bool(services.goals.all()) if name == "goal" else True

    def words(self, each: Filter) -> str:
        """What a filter that is on says."""
        said = self._words(each)
        shown = said if len(said) <= _SHOWN else f"{said[: _SHOWN - 2].rstrip()} …"
        return self.tr("niet: {what}").format(what=shown) if each.excluded else shown

    def _words(self, each: Filter) -> str:
        value = each.value
        if each.key == "hoofdstuk":
            return self.tr("hoofdstuk {number}").format(number=value)
        if each.key == "oefening":
            exercise = self._context.services.content.library().exercise(value)
            return exercise.title if exercise else self.tr("oefening {name}").format(name=value)
        if each.key in ("na", "voor"):
            since = self.tr("vanaf {day}") if each.key == "na" else self.tr("vóór {day}")
            return since.format(day=_period_words(value))
        if each.key == "label":
            return self._label_name(value)
        known = {
            "staat": dict(self._states_words()),
            "soort": {"oefening": self.tr("oefeningen"), "notitie": self.tr("vrije notities")},
            "met": dict(self._with_words()),
            "vast": {"ja": self.tr("vastgezet"), "nee": self.tr("niet vastgezet")},
        }
        return known.get(each.key, {}).get(value, value)

    def spot(self, each: Filter) -> QIcon | None:
        """The spot of a label that is on, or None."""
        if each.key != "label":
            return None
        try:
            label = self._context.services.labels.named(each.value)
        except LabelNotFound:
            return None
        return swatch(self._context.theme, label.colour)

    # -- what can be chosen ------------------------------------------------------------------------

    def _chapters(self) -> list[Choice]:
        """The chapters in which something was written."""
        return [
            Choice(f"{each.chapter.number}. {each.chapter.title}", _one("hoofdstuk", number))
            for each in self._context.services.reading.chapters()
            if any(exercise.rounds for exercise in each.exercises)
            for number in (each.chapter.number,)
        ]

    def _exercises(self) -> list[Choice]:
        """The exercises of which there are rounds, chapter by chapter."""
        wanted = set(self._query.values("hoofdstuk"))
        return [
            Choice(each.exercise.title, _one("oefening", each.exercise.id))
            for chapter in self._context.services.reading.chapters()
            if not wanted or str(chapter.chapter.number) in wanted
            for each in chapter.exercises
            if each.rounds
        ]

    def _labels(self) -> list[Choice]:
        theme, chosen = self._context.theme, self._query.values("label")
        return [
            Choice(each.label.name, _one("label", each.label.name), swatch(theme, colour))
            for each in self._context.services.labels.all()
            if each.label.name not in chosen
            for colour in (each.label.colour,)
        ]

    def _goals(self) -> list[Choice]:
        found = []
        for each in self._context.services.goals.all():
            line = first_line(each.goal.text, _GOAL).removesuffix("…").strip()
            found.append(Choice(line, _one("leerdoel", line)))
        return found

    def _periods(self) -> list[Choice]:
        """Months and years in which there can be something; others can be typed."""
        today = self._context.services.today()
        month = today.replace(day=1)
        before = (month.replace(day=1) - _DAY).replace(day=1)
        quarter = (before.replace(day=1) - _DAY).replace(day=1)
        found = [
            Choice(self.tr("deze maand"), _one("na", f"{month:%Y-%m}")),
            Choice(
                self.tr("vorige maand"),
                (("na", f"{before:%Y-%m}"), ("voor", f"{month:%Y-%m}")),
            ),
            Choice(self.tr("de laatste drie maanden"), _one("na", f"{quarter:%Y-%m}")),
            Choice("", ()),
        ]
        for year in range(today.year, self._first_year() - 1, -1):
            later = () if year == today.year else (("voor", str(year + 1)),)
            found.append(Choice(str(year), (("na", str(year)), *later)))
        return found

    def _first_year(self) -> int:
        """The year of the oldest entry, at most twenty years back."""
        from datetime import UTC, datetime

        from logbook.core.search import EntryFilter

        this_year = self._context.services.today().year
        count = self._context.services.reading.count
        for year in range(this_year - 20, this_year):
            if count(EntryFilter(before=datetime(year + 1, 1, 1, tzinfo=UTC))):
                return year
        return this_year

    def _states(self) -> list[Choice]:
        return [Choice(words, _one("staat", value)) for value, words in self._states_words()]

    def _states_words(self) -> Iterable[tuple[str, str]]:
        states = (("concept", EntryState.DRAFT), ("afgerond", EntryState.CLOSED))
        return [(value, texts.entry_state(state)) for value, state in states]

    def _kinds(self) -> list[Choice]:
        return [
            Choice(self.tr("oefeningen"), _one("soort", "oefening")),
            Choice(self.tr("vrije notities"), _one("soort", "notitie")),
        ]

    def _with(self) -> list[Choice]:
        chosen = self._query.values("met")
        return [
            Choice(words, _one("met", value))
            for value, words in self._with_words()
            if value not in chosen
        ]

    def _with_words(self) -> Iterable[tuple[str, str]]:
        return (
            ("gedeeld", self.tr("gedeeld")),
            ("opmerkingen", self.tr("met opmerkingen")),
            ("kanttekening", self.tr("met kanttekening")),
            ("terugblik", self.tr("met terugblik")),
            ("kaarten", self.tr("met kaarten")),
        )

    def _pinned(self) -> list[Choice]:
        """One choice: it is taken without a menu."""
        return [Choice(self.tr("vastgezet"), _one("vast", "ja"))]

    def _label_name(self, value: str) -> str:
        try:
            return self._context.services.labels.named(value).name
        except LabelNotFound:
            return value


_DAY = date(2000, 1, 2) - date(2000, 1, 1)


def _one(key: str, value: object) -> tuple[tuple[str, str], ...]:
    return ((key, str(value)),)


def _period_words(value: str) -> str:
    """`2026`, `maart 2026` or `zondag 15 maart 2026`."""
    day = first_day(value)
    parts = value.count("-")
    return (value, month_title(day), long_day(day))[parts]
