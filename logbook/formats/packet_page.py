# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The page around the data of a packet: policy, style, script and what is readable without them.

The parts stand in the folder `page`; nothing is built but one script from its files. The policy
names style and script by their hash, so that nothing else runs, whatever is in the data.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files

from logbook.core.packet import Packet
from logbook.formats.packet_static import picture_style, static_page

BLOCK_OPEN = '<script type="application/json" id="logboek-deelpakket">'
BLOCK_CLOSE = "</script>"
#: Stands at the head of every packet file.
MARK = '<meta name="generator" content="Logboek deelpakket">'

#: In this order; each uses what stands before it.
_SCRIPTS = (
    "text", "dom", "seal", "check", "state", "difference", "block", "lines", "reading", "composer",
    "choosing", "remarks", "saving", "start",
)  # fmt: skip
_SLOT = re.compile(r"\{\{(\w+)\}\}")
_SEALED = """\
<main class="door"><h1>Deelpakket</h1>
<noscript><p>Dit pakket is versleuteld. Je browser opent het met scripts; die staan hier uit. Zet
scripts aan voor dit bestand, of open het in een andere browser.</p></noscript></main>
"""


def page(data: str, packet: Packet | None) -> str:
    """The whole page.

    Args:
        data: JSON of the block.
        packet: to show without scripts; None when it is sealed.
    """
    # Words in the data that look like the end of the block, or like a comment, are none.
    block = data.replace("<", "\\u003c")
    style, script = _text("page.css"), _script()
    pictures = picture_style(packet.pictures) if packet and packet.pictures else ""
    styles = [style, pictures] if pictures else [style]
    parts = {
        "policy": _policy(styles, script),
        "mark": MARK,
        "style": style,
        "pictures": f"<style>{pictures}</style>\n" if pictures else "",
        "static": static_page(packet) if packet else _SEALED,
        "block": f"{BLOCK_OPEN}{block}{BLOCK_CLOSE}",
        "script": script,
    }
    # In one pass: a text that holds the name of a slot stays a text.
    return _SLOT.sub(lambda slot: parts[slot[1]], _text("page.html"))


def _policy(styles: list[str], script: str) -> str:
    """Nothing but this style and this script, and pictures from the page itself; no network."""
    rules = (
        "default-src 'none'",
        f"script-src {_hash(script)}",
        f"style-src {' '.join(map(_hash, styles))}",
        "img-src data:",
        "form-action 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">'


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _text(name: str) -> str:
    return (files("logbook.formats") / "page" / name).read_text("utf-8")


@cache
def _script() -> str:
    modules = "\n".join(_text(f"{name}.js") for name in _SCRIPTS)
    return f'"use strict";\n(() => {{\n{modules}\n}})();\n'
