# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What tests of the writer share: a logbook that knows one small exercise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from logbook.core.exercise import Exercise
from logbook.ui.context import Context
from tests.ui.exercise.examples import make_exercise


@pytest.fixture
def exercise() -> Exercise:
    return make_exercise()


@pytest.fixture
def writer_context(context: Context, exercise: Exercise) -> Context:
    """A context whose library holds the example exercise beside the shipped content."""
    content = context.services.content
    library = content.library()
    content._library = replace(library, exercises={**library.exercises, exercise.id: exercise})
    return context
