# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The gate for pictures inside a packet from outside, before anything decodes them."""

from __future__ import annotations

from logbook.core.packet import Picture
from logbook.files.intake import SVG_LIMIT, SvgRefused, check_svg
from logbook.files.photos import PhotoRefused, check_unpacked, photo_facts

_SVG = "image/svg+xml"


def check_picture(picture: Picture) -> None:
    """Refuse a picture that could run something, or costs far more than it says.

    Raises:
        ValueError: with the name of the picture; never with its content.
    """
    try:
        if picture.mime == _SVG:
            if len(picture.data) > SVG_LIMIT:
                raise ValueError(picture.name)
            check_svg(picture.data.decode("utf-8-sig"))
            return
        facts = photo_facts(picture.data)
        if facts.kind.mime != picture.mime:
            raise ValueError(picture.name)
        check_unpacked(picture.data, facts)
    except (SvgRefused, PhotoRefused, UnicodeDecodeError):
        raise ValueError(picture.name) from None
