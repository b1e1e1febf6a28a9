# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Rules for labels, learning goals, margin notes and popovers; same signs as in `styles_text`."""

from __future__ import annotations

#: The token that a colour of a label is written in, by the name of that colour.
INKS = {
    "teal": "accent",
    "ochre": "ochre",
    "rose": "rose",
    "blue": "blue",
    "green": "green",
    "violet": "violet",
    "brown": "brown",
    "grey": "grey",
}

_CHIPS = "".join(
    f'QPushButton[role="label-{name}"] {{ color: @{ink}; background: @{ink}_tint; }}\n'
    f'QPushButton[role="label-{name}"]:hover {{ border: 2px solid @{ink}; }}\n'
    f'QPushButton[role="label-{name}"]:focus {{ border: 2px solid @{ink}; }}\n'
    for name, ink in INKS.items()
)
_SHAPE = ", ".join(f'QPushButton[role="label-{name}"]' for name in INKS)

LABELS = (
    f"{_SHAPE} {{ font-size: 12.5u; font-weight: 500; padding: 1u 8u; border-radius: 9u;"
    " border: 2px solid transparent; min-height: 0; }\n"
    + _CHIPS
    + """
QFrame[role="popover"] { background: @card; border: 1px solid @line; border-radius: 8px; }
QFrame[role="popover"] QListView { border: none; padding: 0; }
QListView[role="choices"], QTreeView[role="choices"] {
  padding: 3px; border: 2px solid transparent; border-radius: 8px;
}
QListView[role="choices"]:focus, QTreeView[role="choices"]:focus { border: 2px solid @accent; }
QFrame[role="popover"] QListView:focus { border: 2px solid @accent; }
QFrame[role="earlier"] { background: @panel; border: 1px solid @line; border-radius: 12px; }
QLabel[role="small-accent"] { font-size: 12.5u; color: @accent; }
QFrame[role="margin"] {
  background: @accent_tint; border: none; border-left: 3px solid @accent; border-radius: 10px;
}
"""
)
