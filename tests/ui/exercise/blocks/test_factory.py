# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Every kind of block has a view, a form in the library and an explanation in the guide."""

import pytest
from pytestqt.qtbot import QtBot

from logbook.core.exercise import Block, BlockKind
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.factory import VIEWS
from logbook.ui.guide.topics import TOPICS
from logbook.ui.icons import ASSETS
from logbook.ui.library.forms import Form, form_label
from tests.ui.exercise.blocks.makers import make_draft, shipped_library, show
from tests.ui.helpers import assert_accessible

SHIPPED = [*shipped_library().exercises.values(), *shipped_library().templates.values()]


def of_kind(kind: BlockKind) -> Block:
    """A shipped block of this kind, with its whole exercise around it."""
    return next(block for exercise in SHIPPED for block in exercise.blocks if block.kind is kind)


def test_every_kind_has_a_view() -> None:
    assert set(VIEWS) == set(BlockKind)


@pytest.mark.parametrize("kind", BlockKind)
def test_a_shipped_block_of_every_kind_can_be_reached_and_explained(
    qtbot: QtBot, context: Context, kind: BlockKind
) -> None:
    block = of_kind(kind)
    exercise = next(e for e in SHIPPED if block in e.blocks)
    draft = make_draft(context, *exercise.blocks)
    view = show(qtbot, context, draft, block)
    assert_accessible(view)
    assert view.guide_topic() in TOPICS


def test_every_kind_is_in_one_form_with_an_icon_and_a_name() -> None:
    kinds = [kind for form in Form for kind in form.kinds]
    assert sorted(kinds) == sorted(BlockKind)
    for form in Form:
        assert (ASSETS / "icons" / f"{form.icon}.svg").is_file()
        assert form_label(form)
