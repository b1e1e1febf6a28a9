# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A label in which ranges of the text can be marked; the text itself is never read as markup."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt

from logbook.ui.theme import Theme
from logbook.ui.widgets.labels import PlainLabel


class MarkedLabel(PlainLabel):
    """Plain text; `text` gives it back whether or not anything is marked."""

    _plain: str | None = None

    def setText(self, text: str) -> None:
        self._plain = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        super().setText(text)

    def text(self) -> str:
        return super().text() if self._plain is None else self._plain

    def set_marks(self, marks: Sequence[tuple[int, int]], theme: Theme) -> None:
        """Give these ranges a tint and a line below, in the colours in force; () takes them away.

        Args:
            marks: in characters, in order, without overlap.
        """
        plain = self.text()
        if not marks:
            if self._plain is not None:
                self.setText(plain)
            return
        tokens = theme.tokens
        style = f"background-color:{tokens.ochre_tint};text-decoration:underline"
        pieces, place = [], 0
        for start, end in marks:
            pieces.append(_shown(plain[place:start]))
            pieces.append(f'<span style="{style}">{_shown(plain[start:end])}</span>')
            place = end
        pieces.append(_shown(plain[place:]))
        self.setTextFormat(Qt.TextFormat.RichText)
        super().setText("".join(pieces))
        self._plain = plain


def _shown(text: str) -> str:
    return escape(text).replace("\n", "<br>")
