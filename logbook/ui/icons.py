# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Line icons in any colour, sharp on every screen. Who uses one chooses the colour."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QIcon, QPixmap

ASSETS = Path(__file__).parent / "assets"


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return (ASSETS / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _rendered(name: str, px: int, color: str, ratio: float, gap: int = 0) -> QPixmap:
    # Lucide draws with a line of 2 on a grid of 24; a thinner one keeps the page calm.
    side = max(1, round(px * ratio))
    width = side + round(gap * ratio)
    svg = (
        _source(name)
        .replace("currentColor", color)
        .replace('stroke-width="2"', 'stroke-width="1.75"')
        .replace('width="24"', f'width="{width}"', 1)
        .replace('height="24"', f'height="{side}"', 1)
        .replace('viewBox="0 0 24 24"', f'viewBox="0 0 {24 * width / side} 24"', 1)
    )
    pixmap = QPixmap()
    pixmap.loadFromData(svg.encode(), "svg")
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def tinted_pixmap(name: str, px: int, color: str) -> QPixmap:
    """An icon as a picture of `px` device-independent pixels.

    Args:
        name: the file name in assets/icons without its ending.
        color: `#RRGGBB`.
    """
    return _rendered(name, px, color, QGuiApplication.primaryScreen().devicePixelRatio())


@lru_cache(maxsize=256)
def _icon(name: str, color: str, size: int, gap: int, disabled: bool, ratio: float) -> QIcon:
    # A closing quote within: Qt reads no colour with a strength of its own.
    faded = f'{color}" stroke-opacity="0.45'
    shades = [(color, QIcon.Mode.Normal), (faded, QIcon.Mode.Disabled)]
    icon = QIcon()
    for shade, mode in shades if disabled else shades[:1]:
        icon.addPixmap(_rendered(name, size, shade, ratio, gap), mode)
    return icon


def tinted_icon(name: str, color: str, size: int, gap: int = 0, disabled: bool = True) -> QIcon:
    """An icon in one colour, half as strong when its control is disabled.

    Args:
        size: in device-independent pixels.
        gap: room at its right side, to keep a caption at a distance.
        disabled: whether it is needed for a disabled control too.
    """
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    return _icon(name, color, size, gap, disabled, ratio)
