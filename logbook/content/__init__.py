# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Markdown in `exercises/` and `resources/` becomes core values, or problems with file and line.

Values that stay within this package are named tuples: making a class costs a fifth of a frozen
dataclass, and this package is loaded before the first window is drawn.
"""
