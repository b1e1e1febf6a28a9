# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Names that are stored, and limits: what a short command needs of modules that load slowly."""

from __future__ import annotations

#: An answer may hold this many characters (docs/design.md, "Limits").
ANSWER_LIMIT = 1_000_000

#: `EntryKind` and `EntryState` of a new free note.
FREE, DRAFT = "free", "draft"
#: The block of a free note without a template.
NOTE_BLOCK = "note"
#: The field of an answer in prose (`core.exercise.Field`).
PROSE = "prose"

#: The item of an option in own words, among the options of a choice.
OWN_ITEM = "own"
#: Items of own paper cards: `paper/1`, `paper/2`, …
PAPER_PREFIX = "paper/"
#: Decks of the user's own photos: `fotos-` and eight signs that mean nothing.
PHOTO_PREFIX = "fotos-"

#: What every text with a link to another entry holds.
ENTRY_SCHEME = "(entry:"
