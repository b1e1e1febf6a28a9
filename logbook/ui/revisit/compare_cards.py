# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What one round has at a question, as HTML: words, cards in their order, options, a date.

Made by the HTML of the reading pane, so that an answer looks here as it does there.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from logbook import texts
from logbook.core.arrange import Part, Section
from logbook.core.compare import Comparison
from logbook.core.entry import AnswerKey
from logbook.core.library import Library
from logbook.ui.logbook.look import Look
from logbook.ui.logbook.reading_html import render_entry


def answer_html(
    part: Part,
    place: int,
    comparison: Comparison,
    library: Library,
    look: Look,
    *,
    with_text: bool = True,
) -> str:
    """One answer without its question, its place on a scale in words.

    Args:
        place: which of the compared rounds gave it, from 0.
        with_text: also its prose; without, only what else it holds.
    """
    value = part.value
    scale = part.scale_in(comparison.exercise) if value.number is not None else None
    said = ""
    if value.number is not None:
        said = texts.scale_place(value.number, scale.high_number if scale else None)
        said = f'<p style="font-weight:600">{_tr("Plek {place}").format(place=said)}</p>'
    value = replace(value, number=None, text=value.text if with_text else "")
    if value.is_empty and not part.rows and not part.margin:
        return said
    bare = replace(part, key=AnswerKey(part.key.block, part.key.prompt), question="", value=value)
    entry = replace(comparison.entries[place], source="")
    return said + render_entry(entry, (Section(part.key.block, "", (bare,)),), library, look)


def _tr(text: str) -> str:
    return QCoreApplication.translate("CompareCards", text)
