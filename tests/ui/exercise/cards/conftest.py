# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""A context whose exercises and decks are read once for all tests of this folder."""

from __future__ import annotations

import pytest

from logbook.ui.context import Context
from tests.ui.exercise.blocks.makers import shipped_library


@pytest.fixture
def context(context: Context) -> Context:
    context.services.content._library = shipped_library()
    return context
