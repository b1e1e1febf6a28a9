# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Markdown as clean HTML for screens, and its links: the door to `formats.rich_text`."""

from __future__ import annotations

from logbook.formats.rich_text import (
    Note,
    Text,
    render_html,
    render_user_html,
    split_notes,
)

__all__ = ["Note", "Text", "reference_in", "render_html", "render_user_html", "split_notes"]

_REFERENCE = "naslag:"


def reference_in(address: str) -> str:
    """The reference page that a link asks for, as `models/weegschaal`; "" for another link."""
    return address.removeprefix(_REFERENCE) if address.startswith(_REFERENCE) else ""
