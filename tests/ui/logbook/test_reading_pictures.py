# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from logbook.ui.context import Context
from logbook.ui.logbook.reading_pictures import ReadingPictures
from logbook.ui.tokens import LIGHT


@pytest.fixture
def pictures(library_context: Context) -> ReadingPictures:
    return ReadingPictures(library_context.services.content.library(), LIGHT, round, 1.0)


def test_card_and_scale_are_drawn(pictures: ReadingPictures) -> None:
    card, scale = pictures("card:beelden/brug"), pictures("scale:1:7:3")
    assert card is not None
    assert not card.isNull()
    assert scale is not None
    assert scale.width() == 7 * scale.height()


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://example.org/x.png",
        "/etc/passwd",
        "card:../../etc/passwd",
        "card:beelden/bestaat-niet",
        "scale:1:7",
        "scale:a:b:c",
        "scale:0:100000:3",
        "scale:7:1:3",
        "",
    ],
)
def test_any_other_address_gives_nothing(pictures: ReadingPictures, address: str) -> None:
    assert pictures(address) is None
