# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Enumerations of Qt as plain numbers, for what is made before the window is first drawn.

Naming one enumeration of `Qt` makes PySide build all 94 of them, which takes as long as drawing
the window. A property of a widget takes the number just as well: `setProperty("textFormat", 0)`.
A test holds these numbers against Qt's own; code that runs later uses Qt's names.
"""

from __future__ import annotations

PLAIN_TEXT = 0
NO_FOCUS = 0
STRONG_FOCUS = 11
NO_FRAME = 0
SCROLL_BAR_ALWAYS_OFF = 1
SCHEME_UNKNOWN, SCHEME_LIGHT, SCHEME_DARK = 0, 1, 2
