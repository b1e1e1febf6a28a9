# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Toen en nu on paper: each question with the answer of then beside that of now, and what changed.

For the writer alone, as it is read on screen: private passages are there too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from PySide6.QtCore import QCoreApplication

from logbook.core.compare import Comparison, compare
from logbook.core.entry import Entry
from logbook.texts.looking_back import ago
from logbook.ui.context import Context
from logbook.ui.logbook.private_html import user_html
from logbook.ui.printing import PrintDocument
from logbook.ui.revisit.asked import Asked
from logbook.ui.revisit.change_part import ChangePart
from logbook.ui.revisit.compare_keep import make_print
from logbook.ui.revisit.looked_at import LookedAt
from logbook.ui.widgets.dates import local_day, month_title


def make_paper(
    context: Context,
    shown: LookedAt,
    now: Entry | None,
    asked: Sequence[Asked],
    change: ChangePart,
) -> PrintDocument:
    """The page for the printer.

    Args:
        now: the entry with the new answer; None while there is none.
        asked: the questions whose earlier answer may be seen.
    """
    entries = [shown.entry] if now is None else [shown.entry, now]
    found = _only(compare(entries, shown.exercise), asked)
    if not found.title:
        found = replace(found, title=_tr("Vrije notitie"))
    heads = [_tr("Toen · {day}").format(day=shown.spoken_day)]
    if now is not None:
        day = local_day(now.created_at)
        heads.append(_tr("Nu · {day}").format(day=f"{day.day} {month_title(day)}"))
    since = ago(shown.day, context.services.today())
    details = _tr("Toen en nu · {ago}").format(ago=since)
    return make_print(context, found, heads, details, _changed(change))


def _only(comparison: Comparison, asked: Sequence[Asked]) -> Comparison:
    """What belongs to these questions."""
    blocks = []
    for block in comparison.blocks:
        kept = tuple(q for q in block.questions if any(each.holds(q.key) for each in asked))
        if kept:
            blocks.append(replace(block, questions=kept))
    return replace(comparison, blocks=tuple(blocks))


def _changed(change: ChangePart) -> str:
    """What changed and by what, as HTML; "" when nothing was said about it."""
    what, why = change.said()
    if not (what or why):
        return ""
    parts = [f'<p style="font-size:19px;font-weight:600">{escape(change.question)}</p>']
    parts += [f"<p>{escape(what)}</p>"] if what else []
    return "".join((*parts, user_html(why)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ThenNowPaper", text)
