# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The line below the title of an exercise: where one is, how long it takes, whose it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from logbook import texts
from logbook.core.exercise import Exercise
from logbook.settings import StepMode


def meta_line(exercise: Exercise, mode: StepMode, rank: int, index: int, count: int) -> str:
    """The place in words, the minutes and the source.

    Args:
        rank: the step in view, counted from 0.
        index, count: the place in view, counted from 0, and how many there are.
    """
    translate = QCoreApplication.translate
    total = len(exercise.steps)
    if mode is StepMode.ALL or not total:
        parts = [texts.steps(total)]
    elif mode is StepMode.QUESTION:
        text = translate("MetaLine", "Vraag {number} van {total}")
        parts = [text.format(number=index + 1, total=count)]
    else:
        text = translate("MetaLine", "Stap {number} van {total}")
        parts = [text.format(number=rank + 1, total=total)]
    if exercise.minutes:
        text = translate("MetaLine", "ongeveer {minutes}")
        parts.append(text.format(minutes=texts.minutes(exercise.minutes)))
    if exercise.source:
        source = exercise.source
        parts.append(source[:1].lower() + source[1:] if source[:5] == "Naar " else source)
    return " · ".join(parts)
