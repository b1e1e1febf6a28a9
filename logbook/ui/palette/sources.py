# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Everything the list of Ctrl+K can hold without looking into the entries, as rows to rank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from logbook import texts
from logbook.core.exercise import Exercise
from logbook.core.goal import Goal
from logbook.core.library import Library
from logbook.core.query import EMPTY
from logbook.core.ranking import Titled, titled
from logbook.core.text import first_line
from logbook.services.everything import Named
from logbook.settings import Settings
from logbook.ui.actions import ACTIONS, caption_of, keys_text
from logbook.ui.exercise.form_dialog import PLAIN
from logbook.ui.navigation import FindEntries, NewNote, OpenExercise, OpenReference
from logbook.ui.palette.choices import CHOICES, words_of_choice
from logbook.ui.palette.rows import Group, Row

#: The action that opens the list itself.
OPENING = "find"
#: A goal is named by so many characters of its text.
_GOAL = 60
_ICONS = {
    "today": "sun",
    "exercises": "notebook-pen",
    "logbook": "book-open",
    "progress": "chart-no-axes-column",
    "revisit": "history",
    "words": "text",
    "settings": "settings",
    "new_note": "plus",
    "choose_form": "plus",
    "share": "messages-square",
    "back": "arrow-left",
    "focus": "maximize",
    "guide": "info",
    "quit": "x",
}


class Source(NamedTuple):
    """A row, its group, and what it is found by."""

    group: Group
    row: Row
    name: Titled


class Sources(QObject):
    """Makes rows of exercises, forms, pages, actions, choices, and of what was given a name."""

    def of_library(self, library: Library) -> list[Source]:
        """Exercises by chapter, forms for a note, and pages to look things up."""
        found = [
            self._exercise(library, exercise)
            for chapter in library.chapters
            for exercise in library.of_chapter(chapter.number)
        ]
        found += [self._exercise(library, exercise) for exercise in library.extras]
        found += [self._form(form) for form in library.forms.values() if form.id != PLAIN]
        for page in library.pages.values():
            detail = page.summary or self.tr("Naslag")
            row = Row(f"page:{page.path}", page.title, detail, "library")
            row = row._replace(wish=OpenReference(page.path))
            found.append(Source(Group.PAGES, row, titled(page.title, page.summary)))
        return found

    def of_window(self, actions: Mapping[str, QAction], settings: Settings) -> Iterator[Source]:
        """What the window can do now, and settings that can be chosen."""
        for spec in ACTIONS:
            if spec.name == OPENING or not actions[spec.name].isEnabled():
                continue
            caption = caption_of(spec)
            icon = _ICONS.get(spec.name, "chevron-right")
            row = Row(f"action:{spec.name}", caption, icon=icon, keys=keys_text(spec))
            # By its name alone a page comes before an act on something of that name.
            name = caption.removeprefix(self.tr("Naar "))
            yield Source(Group.ACTIONS, row, titled(name, caption))
        for choice in CHOICES:
            caption, words = words_of_choice(choice)
            on = choice.is_on(settings)
            detail = self.tr("Instelling · staat nu zo") if on else self.tr("Instelling")
            row = Row(choice.key, caption, detail, "check" if on else "settings")
            yield Source(Group.ACTIONS, row, titled(caption, words, self.tr("instelling")))

    def of_named(self, named: Named) -> Iterator[Source]:
        """Labels, learning goals and saved searches; each shows its entries in Logboek."""
        for each in named.labels:
            label = each.label
            wish = FindEntries(EMPTY.with_filter("label", label.name).to_text())
            row = Row(f"label:{label.id}", label.name, texts.entries(each.entries), "tag")
            yield Source(Group.LABELS, row._replace(wish=wish), titled(label.name))
        for line in named.goals:
            goal = line.goal
            wish = FindEntries(EMPTY.with_filter("leerdoel", _name_of(goal)).to_text())
            state = "" if goal.is_open else self.tr("afgerond · ")
            row = Row(
                f"goal:{goal.id}",
                first_line(goal.text, 200),
                state + texts.entries(line.entries),
                "target",
                wish=wish,
            )
            yield Source(Group.GOALS, row, titled(row.title, goal.text[:1000]))
        for search in named.searches:
            wish = FindEntries(search.query)
            row = Row(f"search:{search.id}", search.name, search.query, "search", wish=wish)
            yield Source(Group.SEARCHES, row, titled(search.name, search.query))

    def _exercise(self, library: Library, exercise: Exercise) -> Source:
        chapter = library.chapter(exercise.chapter)
        if exercise.extra or chapter is None:
            place, name = self.tr("Extra oefening"), ""
        else:
            place = self.tr("Hoofdstuk {number} · {title}")
            place = place.format(number=chapter.number, title=chapter.title)
            name = self.tr("hoofdstuk {number}").format(number=chapter.number)
        row = Row(
            f"exercise:{exercise.id}",
            exercise.title,
            place,
            "notebook-pen",
            wish=OpenExercise(exercise.id),
            other=OpenExercise(exercise.id, new_round=True),
            other_text=self.tr("nieuwe ronde"),
        )
        title = chapter.title if chapter is not None else ""
        return Source(
            Group.EXERCISES, row, titled(exercise.title, exercise.goal, title, name, place)
        )

    def _form(self, form: Exercise) -> Source:
        title = self.tr("Nieuwe notitie: {form}").format(form=form.title)
        row = Row(f"form:{form.id}", title, form.goal, "file-text", wish=NewNote(form.id))
        return Source(Group.FORMS, row, titled(form.title, title, form.goal, form.id))


def _name_of(goal: Goal) -> str:
    """What a filter calls a goal: the beginning of its text, its id when that has marks in it."""
    line = first_line(goal.text, _GOAL).removesuffix("…").strip()
    return line if line and line in goal.text else goal.id
