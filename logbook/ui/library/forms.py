# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Forms of work as the library shows and filters them: kinds of block that look alike to a user."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication

from logbook.core.exercise import BlockKind, Exercise


class Form(Enum):
    """A form of work; the value is its icon and the kinds of block that it stands for."""

    CARDS = ("images", (BlockKind.CARDS, BlockKind.EACH, BlockKind.BESIDE))
    SITUATION = ("file-text", (BlockKind.SITUATION,))
    QUESTIONS = ("text", (BlockKind.TEXT,))
    SCALE = ("sliders-horizontal", (BlockKind.SCALE,))
    MODEL = ("route", (BlockKind.MODEL,))
    GRID = ("grid-2x2", (BlockKind.GRID,))
    CHOICE = ("list-checks", (BlockKind.CHOICE,))
    RANK = ("list-ordered", (BlockKind.RANK,))
    CHECKLIST = ("clipboard-check", (BlockKind.CHECKLIST,))
    CHOOSER = ("scale", (BlockKind.CHOOSER,))
    COLUMNS = ("columns-2", (BlockKind.COLUMNS,))
    TABLE = ("table", (BlockKind.TABLE,))
    RECALL = ("history", (BlockKind.RECALL,))
    EXCHANGE = ("messages-square", (BlockKind.EXCHANGE,))
    INTENTION = ("flag", (BlockKind.INTENTION,))
    REVISIT = ("repeat-2", (BlockKind.REVISIT,))

    @property
    def icon(self) -> str:
        """The name of its line icon."""
        return self.value[0]

    @property
    def kinds(self) -> tuple[BlockKind, ...]:
        """The kinds of block that it stands for."""
        return self.value[1]


def form_label(form: Form) -> str:
    """What a user calls it, in lower case."""
    translate = QCoreApplication.translate
    labels = {
        Form.CARDS: translate("Form", "kaarten"),
        Form.SITUATION: translate("Form", "situatie"),
        Form.QUESTIONS: translate("Form", "open vragen"),
        Form.SCALE: translate("Form", "schaal"),
        Form.MODEL: translate("Form", "model"),
        Form.GRID: translate("Form", "vakken"),
        Form.CHOICE: translate("Form", "keuzes"),
        Form.RANK: translate("Form", "volgorde"),
        Form.CHECKLIST: translate("Form", "checklist"),
        Form.CHOOSER: translate("Form", "keuzehulp"),
        Form.COLUMNS: translate("Form", "twee kolommen"),
        Form.TABLE: translate("Form", "tabel"),
        Form.RECALL: translate("Form", "eerder antwoord"),
        Form.EXCHANGE: translate("Form", "uitwisselen"),
        Form.INTENTION: translate("Form", "voornemen"),
        Form.REVISIT: translate("Form", "later terugkijken"),
    }
    return labels[form]


def forms_of(exercise: Exercise) -> tuple[Form, ...]:
    """The forms of an exercise, each once, in a fixed order."""
    kinds = {block.kind for block in exercise.blocks}
    return tuple(form for form in Form if kinds.intersection(form.kinds))
