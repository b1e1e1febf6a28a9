# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What the commands about sharing and feedback say, in Dutch."""

from __future__ import annotations

from logbook.core.remarks import Incoming, IncomingRemark
from logbook.core.sharing import SentPacket
from logbook.core.text import shorten
from logbook.texts.remarks import REMARK_KINDS, remarks
from logbook.texts.words import count

NOTHING_NEW = "Hier staat niets in dat je nog niet had. Er is niets veranderd."
NOT_TAKEN_IN = "Er is nog niets overgenomen. ‘logbook feedback import’ doet dat."
NOTHING_SENT = "Je hebt nog niets gedeeld."
HOW_TO_REPLACE = (
    "Wil je namen in dit bestand vervangen, deel dan vanuit het venster, met “Delen …”. "
    "Dit bestand is wel gemaakt."
)
_LINE = 200


def shared_in(path: str, *, sealed: bool) -> str:
    """After sharing: where the file is, and who can read it."""
    if sealed:
        return f"Bewaard in {path}. Geef de wachtzin langs een andere weg dan het bestand."
    return f"Bewaard in {path}. Wie dit bestand heeft, kan het lezen."


def may_be_recognised(number: int) -> str:
    """Before what the check saw in what was shared."""
    places = count(number, "plek", "plekken")
    return f"Let op: in wat je deelt is op {places} misschien iemand te herkennen:"


def taken_in(number: int) -> str:
    """After taking in."""
    return f"Overgenomen: {remarks(number)}." if number else "Overgenomen."


def sent_line(sent: SentPacket, *, returned: bool) -> str:
    """One line about a packet that was sent."""
    parts = [sent.made_at.astimezone().date().isoformat(), f"ronde {sent.round}"]
    if sent.reader:
        parts.append(f"voor {sent.reader}")
    parts.append(count(len(sent.entries), "bijdrage", "bijdragen"))
    parts += ["versleuteld"] * sent.sealed + ["er kwam iets terug"] * returned
    return ", ".join(parts)


def incoming_text(incoming: Incoming) -> str:
    """What would come in, a line for each thing."""
    returned = incoming.returned
    lines = [f"Van {returned.reader}" if returned.reader else "Zonder naam"]
    told = f"{remarks(len(incoming.new))} nieuw"
    if incoming.known:
        told += f", {incoming.known} had je al"
    lines.append(told)
    lines += [_remark_line(each) for each in incoming.new]
    lines += [
        f"  antwoord op “{_line(question)}”: {_line(text)}" for question, text in returned.answers
    ]
    if returned.general:
        lines.append(f"  over alles: {_line(returned.general)}")
    return "\n".join(lines) + "\n"


def _remark_line(each: IncomingRemark) -> str:
    remark = each.remark
    kind = "antwoord" if remark.reply_to else REMARK_KINDS[remark.kind]
    about = f" bij “{_line(remark.quote.exact)}”" if remark.quote else ""
    lost = " (plek kwijt)" if each.is_lost else ""
    changed = " (in andere woorden)" if each.before else ""
    return f"  {kind}{about}{lost}{changed}: {_line(remark.text)}"


def _line(text: str) -> str:
    return shorten(" ".join(text.split()), _LINE)
