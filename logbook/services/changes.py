# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What an act of the user touched; screens refresh from this and from nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from logbook.core.entry import EntryId


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of the entries and exercises that were touched.

    `everything` says that any of them may have changed (import, another process wrote);
    `library` that the exercises were read anew; `settings` that a choice of the user changed;
    `labels`, `goals` and `searches` that the list of these did (a name, a count, a new one);
    `words` that the user learned, forgot or skipped a word of the spelling;
    `revisits` that the user decided something about what comes back, or when;
    `hidden_words` that a word was hidden among the words over time, or is shown again;
    `desk` that something on the supervisor's desk did.
    """

    entries: frozenset[EntryId] = frozenset()
    exercises: frozenset[str] = frozenset()
    everything: bool = False
    library: bool = False
    settings: bool = False
    labels: bool = False
    goals: bool = False
    searches: bool = False
    words: bool = False
    sharing: bool = False
    revisits: bool = False
    hidden_words: bool = False
    desk: bool = False

    def touches(self, entry_id: EntryId) -> bool:
        """Whether this entry may have changed."""
        return self.everything or entry_id in self.entries
