# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Rules for the cards of remarks; same signs as in `styles_text`."""

from __future__ import annotations

#: Token and line of a reader's marks, by the number of the reader: never colour alone.
READER_MARKS = (("rose", "solid"), ("ochre", "dashed"), ("blue", "dotted"), ("violet", "double"))

_CARDS = "".join(
    f'QFrame[role="remark-{number}"] {{ background: @card; border: 1px solid @line;'
    f" border-left: 4px {line} @{token}; border-radius: 10px;"
    f" border-top-left-radius: 3px; border-bottom-left-radius: 3px; }}\n"
    f'QFrame[role="remark-{number}"]:focus {{ border: 2px solid @accent;'
    f" border-left: 4px {line} @{token}; }}\n"
    f'QFrame[role="remark-{number}-on"] {{ background: @{token}_tint; border: 1px solid @{token};'
    f" border-left: 4px {line} @{token}; border-radius: 10px;"
    f" border-top-left-radius: 3px; border-bottom-left-radius: 3px; }}\n"
    f'QFrame[role="remark-{number}-on"]:focus {{ border: 2px solid @accent;'
    f" border-left: 4px {line} @{token}; }}\n"
    for number, (token, line) in enumerate(READER_MARKS)
)

REMARKS = (
    _CARDS
    + """
QFrame[role="reply"] { background: transparent; border: none; border-left: 2px solid @line; }
QLabel[role="rail-number"], QLabel[role="rail-icon-number"] {
  font-size: 12u; font-weight: 600; padding: 1u 7u; border-radius: 8u;
  background: @ochre_tint; color: @ochre;
}
QLabel[role="rail-icon-number"] { font-size: 10u; padding: 0 4u; border-radius: 6u; }
"""
)
