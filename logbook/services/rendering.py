# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Markdown as clean HTML for screens: the door to `formats.rich_text`."""

from __future__ import annotations

from logbook.formats.rich_text import (
    Note,
    Text,
    render_html,
    render_user_html,
    split_notes,
)

__all__ = ["Note", "Text", "render_html", "render_user_html", "split_notes"]
