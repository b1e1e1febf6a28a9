# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The palette: one set of colours for light and one for dark. Knows no widget and no Qt."""

from __future__ import annotations

from typing import NamedTuple


class Tokens(NamedTuple):
    """Colours by purpose, as `#RRGGBB`. The last five and their tints are for labels alone."""

    background: str
    panel: str
    card: str
    ink: str
    muted: str
    line: str
    accent: str
    accent_ink: str
    accent_hover: str
    accent_tint: str
    ochre: str
    ochre_tint: str
    rose: str
    rose_tint: str
    selection: str
    field: str
    hover: str
    blue: str
    blue_tint: str
    green: str
    green_tint: str
    violet: str
    violet_tint: str
    brown: str
    brown_tint: str
    grey: str
    grey_tint: str


LIGHT = Tokens(
    background="#FAF7F2",
    panel="#F3EEE6",
    card="#FFFFFF",
    ink="#26302F",
    muted="#626C69",
    line="#E3DCD0",
    accent="#1F6B66",
    accent_ink="#FFFFFF",
    accent_hover="#185752",
    accent_tint="#DCEBE8",
    ochre="#855510",
    ochre_tint="#F8E8CC",
    rose="#A4465A",
    rose_tint="#F9E6E9",
    selection="#C9E1DD",
    field="#FFFFFF",
    hover="#F0EAE0",
    blue="#2B5C8A",
    blue_tint="#DFEAF4",
    green="#3F6B2F",
    green_tint="#E3EEDC",
    violet="#6A4A92",
    violet_tint="#ECE4F4",
    brown="#74503A",
    brown_tint="#F0E6DE",
    grey="#58615F",
    grey_tint="#EAE8E3",
)

DARK = Tokens(
    background="#1B2022",
    panel="#22292B",
    card="#262E30",
    ink="#E8E4DC",
    muted="#9AA5A2",
    line="#364043",
    accent="#6FC2B8",
    accent_ink="#10201F",
    accent_hover="#86CFC6",
    accent_tint="#22403F",
    ochre="#E2B461",
    ochre_tint="#3B2F1B",
    rose="#E39AA8",
    rose_tint="#3D2A2F",
    selection="#2F5A56",
    field="#262E30",
    hover="#2C3538",
    blue="#8DBBE6",
    blue_tint="#223647",
    green="#9CCB86",
    green_tint="#26391F",
    violet="#C0A5E8",
    violet_tint="#352B47",
    brown="#D0AA8E",
    brown_tint="#3C3028",
    grey="#AEB7B4",
    grey_tint="#323A3C",
)
