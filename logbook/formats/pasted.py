# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A reader's reaction as a block of plain text that survives mail; see docs/formats/reactie-tekst.md.

The page makes the same text from the same reaction (`page/block.js`); a test compares both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from logbook.core.anchoring import Quote
from logbook.core.packet import (
    QUESTIONS_MOST,
    AnswerFile,
    Packet,
    PublicId,
    Remark,
    RemarkKind,
)
from logbook.core.share_errors import FileNotOurs, FileTampered, FileTooBig, FileTooNew
from logbook.core.text import clean_text
from logbook.formats.packet_models import REMARK_LIMIT, REMARKS_MOST

#: A pasted text may have this many characters.
TEXT_LIMIT = 5_000_000
_KINDS = {
    RemarkKind.QUESTION: "vraag",
    RemarkKind.RECOGNITION: "herkenning",
    RemarkKind.MIRROR: "spiegel",
    RemarkKind.THEORY: "theorie",
    RemarkKind.TIP: "tip",
}
_BY_WORD = {word: kind for kind, word in _KINDS.items()}
_INTRO = "Reactie op een deelpakket van Logboek. Plak alles van de eerste tot en met de laatste haak."

_QUOTED = re.compile(r"^[ \t\u00a0]*(?:>[ \t\u00a0]*)+", re.MULTILINE)
_BLANKS = re.compile(r"[ \t\r\n\u00a0]+")
_MARK = re.compile(r"(?<!\\)((?:\\\\)*)\[([^\[\]\\]{1,300})\]")
_ID = "([0-9a-f]{32})"
_HEAD = re.compile(
    rf"logboek-reactie (\d{{1,6}})(?: pakket {_ID} paar {_ID}"
    rf" ronde (\d{{1,4}}) dag (\d{{4}}-\d\d-\d\d) nummer {_ID})?"
)
_REMARK = re.compile(
    rf"({'|'.join(_BY_WORD)})(?: bij {_ID}(?: plek (\d{{1,7}})-(\d{{1,7}}))?)?"
    rf"(?: na {_ID})? nummer {_ID}"
)
_GIVEN = re.compile(rf"antwoord op {_ID}")
_END = re.compile(r"einde (\d{1,5})")


def render_block(answer: AnswerFile, packet: Packet) -> str:
    """The text of a reaction, to be pasted in a mail.

    Args:
        packet: to say which title a remark is about.
    """
    raise NotImplementedError


def parse_block(text: str) -> AnswerFile:
    """The reaction in a pasted text; what stands around it is passed over.

    Quotes have no surroundings: `core.anchoring.check_quote` finds them in the text as sent.

    Raises:
        FileNotOurs: there is no such block in it.
        FileTooNew: it is of a later version.
        FileTampered: a part is missing or cannot be read.
        FileTooBig.
    """
    raise NotImplementedError
