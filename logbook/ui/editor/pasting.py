# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""From what is on the clipboard, or is dropped, to text that fits in an answer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale, QMimeData

from logbook.core.entry import ANSWER_LIMIT
from logbook.core.text import clean_text

_HTML = "text/html"
_PLAIN = "text/plain"


@dataclass(frozen=True, slots=True)
class Pasted:
    """Text to insert; `changed` says that control characters or half characters went."""

    text: str
    changed: bool


def can_paste(source: QMimeData) -> bool:
    """Whether there are words in it; names of files are none."""
    return source.hasFormat(_PLAIN) or source.hasFormat(_HTML)


def read_pasted(source: QMimeData, *, plain: bool, one_line: bool = False) -> Pasted:
    """The words of clipboard or drop, as Markdown unless `plain`.

    Args:
        one_line: line ends become blanks.
    """
    text = ""
    if source.hasFormat(_HTML) and not (plain and source.hasFormat(_PLAIN)):
        text = _from_html(source, needed=not source.hasFormat(_PLAIN))
    if not text:
        text = source.text() if source.hasFormat(_PLAIN) else ""
    text = text.replace("\u2029", "\n").replace("\u2028", "\n")
    cleaned = clean_text(text)
    text = cleaned.text
    if one_line and "\n" in text:
        text = " ".join(text.split("\n")).strip()
    return Pasted(text, cleaned.changed)


def too_long_sentence() -> str:
    """What is said when the words do not fit in an answer."""
    limit = QLocale("nl_NL").toString(ANSWER_LIMIT)
    words = _tr(
        "Dat past er niet bij: een antwoord kan hoogstens {limit} tekens lang zijn."
        " Wat je wilde plakken, staat nog op het klembord."
    )
    return words.format(limit=limit)


def changed_sentence() -> str:
    """What is said when not all could be pasted."""
    return _tr(
        "Er zaten tekens in die niet te bewaren zijn. Die zijn weggelaten; de rest staat er."
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("MarkdownEditor", text)


def _from_html(source: QMimeData, *, needed: bool) -> str:
    # Not at the top: the sanitiser is not needed before the first paste.
    from logbook.ui.editor.html_to_markdown import HTML_LIMIT, has_format, html_to_markdown

    if source.data(_HTML).size() > HTML_LIMIT:
        return ""
    html = source.html()
    return html_to_markdown(html) if needed or has_format(html) else ""
