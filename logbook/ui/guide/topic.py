# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The shape of a topic of the guide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Topic:
    """One screen explained: a title, some paragraphs, and keys with what they do."""

    title: str
    paragraphs: tuple[str, ...]
    keys: tuple[tuple[str, str], ...] = ()


# The stubs of PySide do not say that text comes out as text.
#: Marks words for translation.
mark_words: Callable[[str, str], str] = QT_TRANSLATE_NOOP  # type: ignore[assignment]
