# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What `core.practice` takes for a conversation is what the exchange block offers."""

from logbook.content.standard_prompts import MODES
from logbook.core.practice import IN_CONVERSATION


def test_the_choice_for_a_conversation_is_offered() -> None:
    assert IN_CONVERSATION in [option.id for option in MODES]
