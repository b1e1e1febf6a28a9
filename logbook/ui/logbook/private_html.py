# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What a user wrote as clean HTML in which private passages `%%…%%` have a quiet mark.

A small lock, a tint and the marks themselves, dimmed. Works on HTML that was made clean: the marks
are found between tags, so that a passage may run over paragraphs.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from logbook.core.private import MARK
from logbook.services.rendering import render_user_html

#: The address of the lock that `reading_pictures` draws, and its side at 100 %.
LOCK = "lock:"
LOCK_PX = 13

_TAG = re.compile(r"(<[^>]*>)")


def user_html(text: str) -> str:
    """A user's Markdown as clean HTML with what is private marked."""
    html = render_user_html(text, entry_links=True)
    return mark_private(html) if MARK in text else html


def mark_private(html: str) -> str:
    """Clean HTML with its private passages marked."""
    if MARK not in html:
        return html
    parts: list[str] = []
    private = False
    for piece in _TAG.split(html):
        if piece.startswith("<"):
            private ^= piece.count(MARK) % 2 == 1
            parts.append(piece)
            continue
        for number, words in enumerate(piece.split(MARK)):
            if number:
                private = not private
                lock = _lock() if private else ""
                parts.append(f'{lock}<span class="private-mark">{MARK}</span>')
            if words.strip() and private:
                parts.append(f'<span class="private">{words}</span>')
            else:
                parts.append(words)
    return "".join(parts)


def _lock() -> str:
    alt = QCoreApplication.translate("PrivateHtml", "Alleen voor mij:")
    return f'<img src="{LOCK}" alt="{alt}">'
