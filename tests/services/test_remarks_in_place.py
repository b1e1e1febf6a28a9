# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Remarks keep their place through real saves; run with -s to see the shares.

Wrong must be 0 for edits outside the passage, with several edits in one save too.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path

import pytest

from logbook.core.anchor_text import anchor_text
from logbook.core.anchoring import How
from logbook.core.packet import PublicId
from logbook.services import feedback_places
from tests.share_builders import ShareDesk, reaction, remark_on

_TEXT = (
    "Ik heb er drie weken mee gewacht. Fatima vroeg eerst hoe het met me ging; Fatima lachte.\n\n"
    "- Daar merkte ik aan dat ze luisterde\n- ze herhaalde mijn **eigen woord**\n\n"
    "> Te lang, drie weken, met elke dag het voornemen om morgen te bellen. Ik 🙂 niet."
)
_PASSAGES = ["drie", "Fatima vroeg", "lachte", "luisterde", "eigen woord", "Te lang", "niet", "ik"]


def _edit(rng: random.Random, text: str, marks: tuple[str, str]) -> str:
    """One edit of a text that leaves what stands between the marks as it is."""
    low, high = text.index(marks[0]), text.index(marks[1]) + 1
    first, last = (0, low) if rng.random() < 0.5 else (high, len(text))
    at = rng.randint(first, last)
    act = rng.randrange(4)
    if act == 0:
        words = " ".join(rng.choice(_TEXT.split()) for _ in range(rng.randrange(1, 4)))
        return f"{text[:at]} {words} {text[at:]}"
    if act == 1:
        return text[:at] + text[min(last, at + rng.choice([1, 3, 10])) :]
    if act == 2:
        return text[:at] + rng.choice(["\n\n", ". ", "- ", "**", "Fatima "]) + text[at:]
    return text[:at] + rng.choice(_TEXT) + text[at:]


@pytest.mark.parametrize("edits", [1, 3])
def test_random_saves_never_lead_to_a_wrong_place(tmp_path: Path, edits: int) -> None:
    desk, rng, found = ShareDesk(tmp_path / "logboek.db"), random.Random(edits), Counter[str]()
    marks = ("\ue000", "\ue001")
    for words in _PASSAGES * 4:
        # Two signs of no meaning tell where the passage is; they are left out of every save.
        places = [m.start() for m in re.finditer(re.escape(words), _TEXT)]
        start = rng.choice(places)
        marked = _TEXT[:start] + marks[0] + words + marks[1] + _TEXT[start + len(words) :]
        note = desk.note(_TEXT)
        _, packet = desk.share(note)
        plain = anchor_text(marked).text
        at = plain.index(marks[0])
        remark = remark_on(packet, words, number=len(found) + rng.getrandbits(60))
        assert remark.quote is not None
        quote = remark.quote
        quote = type(quote)(quote.exact, "", "", at, at + len(words))
        remark = type(remark)(remark.id, remark.kind, "x", remark.answer, quote)
        desk.take(reaction(packet, remark, number=rng.getrandbits(60)))
        for _ in range(rng.randrange(2, 10)):
            for _ in range(edits):
                marked = _edit(rng, marked, marks)
            desk.clock.forward(seconds=rng.choice([2, 5, 700]))
            desk.rewrite(note, marked.replace(marks[0], "").replace(marks[1], ""))
        truth = anchor_text(marked).text
        (thread,) = desk.feedback.remarks_of(note)
        placed = thread.placed
        assert placed is not None
        if placed.how is How.LOST:
            found["given up"] += 1
        elif marks[0] in truth and placed.start != truth.index(marks[0]):
            found["wrong"] += 1
        else:
            found[placed.how.value] += 1
    print(f"{edits} edits a save", dict(found))
    assert found["wrong"] == 0
    assert found["given up"] <= 16
    desk.database.close()


def test_a_long_history_is_gone_through_in_bounded_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feedback_places, "MOMENTS_MOST", 5)
    desk = ShareDesk(tmp_path / "logboek.db")
    note = desk.note("Een brug en een brug.")
    _, packet = desk.share(note)
    desk.take(reaction(packet, remark_on(packet, "brug")))
    text = "Een brug en een brug."
    for number in range(40):
        desk.clock.forward(seconds=2)
        text += f" {number} brug."
        desk.rewrite(note, text)
    (thread,) = desk.feedback.remarks_of(note)
    assert thread.placed is not None
    assert (thread.placed.start, thread.placed.how) == (4, How.EXACT)
    desk.database.close()


def test_many_remarks_on_one_entry_are_placed_together(tmp_path: Path) -> None:
    desk = ShareDesk(tmp_path / "logboek.db")
    rng = random.Random(1)
    words = ["woord0", *(f"woord{rng.randrange(300)}" for _ in range(1_500))]
    note = desk.note(" ".join(words))
    _, packet = desk.share(note)
    text = packet.answers()[0].text
    remarks, at = [], 0
    for number, word in enumerate(words[:1_000]):
        quote = remark_on(packet, "woord0").quote
        assert quote is not None
        quote = type(quote)(word, "", "", at, at + len(word))
        assert text[at : at + len(word)] == word
        at += len(word) + 1
        made = remark_on(packet, "woord0", "x", number)
        remarks.append(type(made)(PublicId(made.id), made.kind, "x", made.answer, quote))
    desk.take(reaction(packet, *remarks))
    desk.rewrite(note, "Eerst dit. " + " ".join(words))
    for number in range(30):
        desk.clock.forward(seconds=2)
        words[1_200 + number] = "anders"
        desk.rewrite(note, "Eerst dit. " + " ".join(words))
    threads = desk.feedback.remarks_of(note)
    lost = sum(thread.is_lost for thread in threads)
    assert len(threads) == 1_000
    assert lost < 20
    assert {
        thread.placed.start - thread.remark.quote.start
        for thread in threads
        if thread.placed and thread.remark.quote and not thread.is_lost
    } == {11}
    desk.database.close()
