# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a package says of itself and what is in it, each part with how it compares."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from logbook.core.package import OfferedItem, PackageFacts, Standing
from logbook.services.packages import Offer
from logbook.texts import packages as words
from logbook.ui.theme import Theme
from logbook.ui.widgets.columns import FlowLayout, ReadingColumn
from logbook.ui.widgets.flow_label import FlowLabel
from logbook.ui.widgets.frames import CardFrame, Separator
from logbook.ui.widgets.labels import Chip, ChipKind, PlainLabel
from logbook.ui.widgets.layouts import clear_layout

_CHIPS: dict[Standing, ChipKind] = {
    Standing.NEW: "accent",
    Standing.NEWER: "accent",
    Standing.CHANGED: "ochre",
    Standing.OLDER: "ochre",
    Standing.TAKEN: "ochre",
}
#: So many mistakes stand on the screen; `logbook exercises install` shows all.
_MOST = 100


class PackageView(ReadingColumn):
    """The upper part of the dialog, which scrolls."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, width=680, margins=(28, 24))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Wat er in het pakket zit"))
        self.body.setSpacing(10)
        self.body.addStretch(1)

    def show_offer(self, offer: Offer) -> None:
        """Show a package that could be read, with what is wrong in it if anything is."""
        self._clear()
        if offer.problems:
            self._add_problems(offer)
        self._add_facts(offer.facts)
        if offer.installed is not None and not offer.problems:
            self._add_both(offer, offer.installed.facts)
        for part, items in groupby(offer.parts, key=lambda each: each.item.part):
            heading = PlainLabel(words.part_title(part), "section", self.column)
            heading.setContentsMargins(0, self._theme.px(10), 0, 0)
            self._add(heading)
            for item in items:
                self._add_part(item)
        self._finish()

    def show_refusal(self, sentence: str) -> None:
        """Say why a file cannot be read."""
        self._clear()
        title = self.tr("Dit pakket kan niet worden toegevoegd")
        self._add(PlainLabel(title, "title", self.column, wrap=True))
        self._add_selectable(sentence, "body")
        self._finish()

    def _add_facts(self, facts: PackageFacts) -> None:
        self._add(PlainLabel(facts.title, "title", self.column, wrap=True))
        if facts.summary:
            self._add(PlainLabel(facts.summary, "body", self.column, wrap=True))
        about = self.tr("Versie {version} · {author} · {licence}").format(
            version=facts.version, author=facts.author, licence=facts.licence
        )
        self._add(PlainLabel(about, "small", self.column, wrap=True))

    def _add_both(self, offer: Offer, there: PackageFacts) -> None:
        note = CardFrame(self.column, role="case", margin=14)
        note.body.setSpacing(4)
        note.body.addWidget(PlainLabel(words.relation(offer.relation), "strong", note, wrap=True))
        lines = (
            (self.tr("Wat je hebt: {package}"), there),
            (self.tr("In dit bestand: {package}"), offer.facts),
        )
        for line, facts in lines:
            said = line.format(package=words.package_line(facts))
            note.body.addWidget(PlainLabel(said, "body", note, wrap=True))
        stays = self.tr("Wat je bij deze oefeningen schreef verandert niet.")
        note.body.addWidget(PlainLabel(stays, "small", note, wrap=True))
        self._add(note)

    def _add_problems(self, offer: Offer) -> None:
        title = self.tr("Dit pakket kan niet worden toegevoegd")
        self._add(PlainLabel(title, "title", self.column, wrap=True))
        why = self.tr(
            "In de bestanden zitten fouten. Geef deze lijst aan de maker. Er is niets toegevoegd."
        )
        self._add(PlainLabel(why, "body", self.column, wrap=True))
        lines = [str(problem) for problem in offer.problems[:_MOST]]
        if len(offer.problems) > _MOST:
            rest = len(offer.problems) - _MOST
            lines.append(self.tr("… en nog {count}").format(count=rest))
        self._add_selectable("\n".join(lines), "body")
        self._add(Separator(self.column))

    def _add_part(self, offered: OfferedItem) -> None:
        row = QFrame(self.column)
        flow = FlowLayout(row, spacing=8)
        title = offered.item.title
        if offered.item.chapter is not None:
            title = self.tr("{title} (hoofdstuk {number})").format(
                title=title, number=offered.item.chapter
            )
        flow.addWidget(FlowLabel(title, "body", row, wrap=True))
        chip = Chip(words.standing(offered), _CHIPS.get(offered.standing, "neutral"), row)
        flow.addWidget(chip)
        self._add(row)

    def _add_selectable(self, text: str, role: str) -> None:
        label = PlainLabel(text, role, self.column, wrap=True)
        flags = Qt.TextInteractionFlag
        label.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self._add(label)

    def _add(self, widget: QWidget) -> None:
        self.body.insertWidget(self.body.count() - 1, widget)

    def _clear(self) -> None:
        clear_layout(self.body)
        self.body.addStretch(1)

    def _finish(self) -> None:
        self.verticalScrollBar().setValue(0)
