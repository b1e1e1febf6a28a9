# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The page around the data of a packet: policy, style, script and what is readable without them."""

from __future__ import annotations

from logbook.core.packet import Packet

BLOCK_OPEN = '<script type="application/json" id="logboek-deelpakket">'
BLOCK_CLOSE = "</script>"
#: Stands at the head of every packet file.
MARK = '<meta name="generator" content="Logboek deelpakket">'


def page(data: str, packet: Packet | None) -> str:
    """The whole page.

    Args:
        data: JSON of the block.
        packet: to show without scripts; None when it is sealed.
    """
    block = data.replace("<", "\\u003c")
    return (
        f"<!doctype html>\n<html lang=\"nl\">\n{MARK}\n{BLOCK_OPEN}{block}{BLOCK_CLOSE}\n</html>\n"
    )
