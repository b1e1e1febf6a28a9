# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Which view belongs to which kind of block."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from logbook.core.exercise import Block, BlockKind, RunningSettings
from logbook.ui.context import Context
from logbook.ui.exercise.blocks.cards import CardsBlockView
from logbook.ui.exercise.blocks.checklist import ChecklistBlockView
from logbook.ui.exercise.blocks.choice import ChoiceBlockView
from logbook.ui.exercise.blocks.chooser import ChooserBlockView
from logbook.ui.exercise.blocks.columns import ColumnsBlockView
from logbook.ui.exercise.blocks.each import BesideBlockView, EachBlockView
from logbook.ui.exercise.blocks.exchange import ExchangeBlockView
from logbook.ui.exercise.blocks.grid import GridBlockView
from logbook.ui.exercise.blocks.intention import IntentionBlockView
from logbook.ui.exercise.blocks.rank import RankBlockView
from logbook.ui.exercise.blocks.recall import RecallBlockView, RevisitBlockView
from logbook.ui.exercise.blocks.running import RunningBlockView
from logbook.ui.exercise.blocks.scale import ScaleBlockView
from logbook.ui.exercise.blocks.table import TableBlockView
from logbook.ui.exercise.blocks.text import TextBlockView
from logbook.ui.exercise.blocks.view import BlockView
from logbook.ui.exercise.draft import Draft

VIEWS: dict[BlockKind, type[BlockView]] = {
    BlockKind.TEXT: TextBlockView,
    BlockKind.SITUATION: TextBlockView,
    BlockKind.CARDS: CardsBlockView,
    BlockKind.EACH: EachBlockView,
    BlockKind.BESIDE: BesideBlockView,
    BlockKind.SCALE: ScaleBlockView,
    BlockKind.CHOICE: ChoiceBlockView,
    BlockKind.COLUMNS: ColumnsBlockView,
    BlockKind.TABLE: TableBlockView,
    BlockKind.EXCHANGE: ExchangeBlockView,
    BlockKind.INTENTION: IntentionBlockView,
    BlockKind.REVISIT: RevisitBlockView,
    BlockKind.RECALL: RecallBlockView,
    BlockKind.RANK: RankBlockView,
    BlockKind.GRID: GridBlockView,
    BlockKind.MODEL: RunningBlockView,
    BlockKind.CHECKLIST: ChecklistBlockView,
    BlockKind.CHOOSER: ChooserBlockView,
}


def make_block_view(
    block: Block, draft: Draft, context: Context, parent: QWidget | None = None
) -> BlockView:
    """The view of a block; fills itself from the draft and gives it what the user does."""
    running = isinstance(block.settings, RunningSettings)
    view = RunningBlockView if running else VIEWS[block.kind]
    return view(block, draft, context, parent)
