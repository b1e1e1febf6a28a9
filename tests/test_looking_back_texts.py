# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from logbook.core.entry import EntryId
from logbook.core.exercise import Block, BlockKind, RevisitSettings
from logbook.core.revisit import Offer, OfferKind, Span
from logbook.texts.looking_back import ago, why
from tests.builders import make_exercise

TODAY = date(2026, 11, 21)
OFFER = Offer(
    OfferKind.PROPOSAL, EntryId("e"), "proef", "start", "Proef", "Vraag?", date(2026, 5, 1), TODAY
)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 21), "vandaag"),
        (date(2026, 12, 1), "vandaag"),  # a clock that was set back
        (date(2026, 11, 20), "gisteren"),
        (date(2026, 11, 16), "vijf dagen geleden"),
        (date(2026, 11, 7), "twee weken geleden"),
        (date(2026, 9, 20), "twee maanden geleden"),
        (date(2025, 11, 22), "11 maanden geleden"),
        (date(2025, 11, 12), "een jaar geleden"),
        (date(2020, 2, 29), "zes jaar geleden"),
    ],
)
def test_how_long_ago(day: date, words: str) -> None:
    assert ago(day, TODAY) in (words, words.replace("11", "elf"))


@pytest.mark.parametrize(
    ("days", "words"),
    [(84, "na 12 weken"), (7, "na een week"), (10, "na 10 dagen"), (1, "na een dag")],
)
def test_a_proposal_says_after_how_long(days: int, words: str) -> None:
    block = Block("later", BlockKind.REVISIT, "Later?", settings=RevisitSettings(days, ("start",)))
    exercise = replace(make_exercise(), blocks=(*make_exercise().blocks, block))
    offer = replace(OFFER, place="later")
    assert why(offer, exercise, TODAY) == f"Je oefening stelt voor om {words} terug te kijken."
    assert why(offer, None, TODAY) == "Je oefening stelt voor om nu terug te kijken."


def test_every_kind_has_its_reason() -> None:
    said = {why(replace(OFFER, kind=kind, span=Span.YEAR), None, TODAY) for kind in OfferKind}
    assert "Een jaar geleden schreef je dit." in said
    assert all(each.endswith(".") for each in said)
    own = replace(OFFER, kind=OfferKind.OWN)
    assert why(own, None, TODAY) == "Je koos deze dag om terug te kijken."
    assert "evaluatie" in why(replace(own, due=None), None, TODAY)
    memory = replace(OFFER, kind=OfferKind.RANDOM)
    assert why(memory, None, TODAY) == "Zes maanden geleden schreef je dit."
    assert why(replace(memory, written_on=None), None, TODAY) == "Dit schreef je eerder."
