# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The lemmas of Dutch words, from simplemma (docs/decisions/0015); imported only when asked for."""

from __future__ import annotations

from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy

from logbook.core.over_time import Lemma


def dutch_lemmas() -> Lemma:
    """A function from a word in lower case to its lemma; may be used from several threads."""
    # Five megabytes instead of forty, for twenty microseconds a word instead of two.
    strategy = DefaultStrategy(low_memory=True)
    lemmatizer = Lemmatizer(cache_max_size=1, lemmatization_strategy=strategy)

    def lemma(word: str) -> str:
        return lemmatizer.lemmatize(word, lang="nl")

    lemma("woord")  # reads the list now, not at the first word that counts
    return lemma
