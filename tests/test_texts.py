# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Every expected error and every state has a Dutch text."""

from __future__ import annotations

import inspect

import pytest

from logbook import texts
from logbook.content.standard_prompts import APPLIES, MODES, STATES
from logbook.core import errors, share_errors
from logbook.core.progress import ExerciseState
from logbook.texts import trouble

EXAMPLES: dict[type[errors.LogbookError], tuple[object, ...]] = {
    errors.NewerLogbook: ("pad.db", 9, 1),
    errors.FileTooLarge: ("pad.md", 2_000_000, 256_000),
    errors.AnswerTooLong: (1_000_001, 1_000_000),
    errors.EntryNotFound: ("abc",),
    errors.AmbiguousId: ("abc", 2),
    errors.ExerciseNotFound: ("drijfver", "drijfveren-in-beeld"),
    errors.RoundsNotCompared: ("drijfveren-in-beeld", 3, 5),
    errors.EmptyNote: (),
    errors.MoveNotAllowed: ("closed", "closed"),
    errors.LabelNotFound: ("werk",),
    errors.GoalNotFound: ("abc",),
    errors.SearchNotFound: ("abc",),
    errors.NameRefused: ("label", "taken", "werk"),
    errors.AnswerFileRefused: ("pad.md", [(3, "unknown-id", "x"), (0, "empty", "")]),
    errors.ImportUnreadable: ("pad.json", "missing", 4, "entries"),
    errors.ImportConflict: ("pad.json", ["a", "b"]),
    errors.PackageRefused: ("pad.zip", "members", "2001"),
    errors.PackageMistakes: ("pad.zip", ["a.md:1: fout."]),
    errors.PackageThere: ("kring", "Kring, versie 1", "Kring, versie 2"),
    errors.PackageNotFound: ("kring", "kringen"),
    errors.PackageStopped: (),
}

EXAMPLES |= {
    share_errors.PacketNotFound: ("abc",),
    share_errors.NothingToShare: (),
    share_errors.ChangedSinceLook: (),
    share_errors.TooMuchToShare: (30_000_000, 20_000_000),
    share_errors.PacketUnfit: (share_errors.UnfitPart.ANSWER, "Een gesprek", "Wat zag je?"),
    share_errors.FormatMissing: ("typst",),
    share_errors.PassphraseNeeded: (),
    share_errors.PassphraseWrong: (),
    share_errors.PassphraseWeak: (12,),
    share_errors.FileNotOurs: ("reactie.json", "answer"),
    share_errors.FileTooNew: ("reactie.json", "2"),
    share_errors.FileTampered: ("reactie.json", "remarks"),
    share_errors.FileTooBig: ("reactie.json", 5_000_000),
    share_errors.AnswerForeign: (),
    share_errors.NothingInAnswer: (),
    share_errors.RemarkNotFound: ("abc",),
    share_errors.StudentNotFound: ("Student A",),
}
_FAMILIES = (errors.LogbookError, errors.PathError, share_errors.ShareError)

CONCRETE = [
    kind
    for module in (errors, share_errors)
    for _, kind in inspect.getmembers(module, inspect.isclass)
    if issubclass(kind, errors.LogbookError) and kind not in _FAMILIES
]


@pytest.mark.parametrize("kind", CONCRETE)
def test_every_error_has_a_sentence_with_its_facts(kind: type[errors.LogbookError]) -> None:
    error = kind(*EXAMPLES.get(kind, ("pad.db", "detail")))
    sentence = texts.error_sentence(error)
    assert sentence.endswith((".", "?", "ingevuld")) or "\n" in sentence
    if isinstance(error, errors.PathError):
        assert "pad.db" in sentence


@pytest.mark.parametrize("kind", CONCRETE)
def test_no_sentence_shouts_or_apologises(kind: type[errors.LogbookError]) -> None:
    sentence = texts.error_sentence(kind(*EXAMPLES.get(kind, ("pad.db", "detail"))))
    assert "!" not in sentence
    assert "oeps" not in sentence.lower()


def test_every_mistake_in_a_form_reads_as_a_sentence() -> None:
    mistakes = [(n, code, "iets") for n, code in enumerate(trouble._MISTAKES, 1)]
    sentence = texts.error_sentence(errors.AnswerFileRefused("pad.md", mistakes))
    assert sentence.count("regel ") == len(mistakes)
    assert "{" not in sentence.replace("{#iets}", "")


def test_every_reason_to_refuse_an_import_reads_as_a_sentence() -> None:
    for reason in trouble._IMPORT_REASONS:
        sentence = texts.error_sentence(errors.ImportUnreadable("a.json", reason, 2, "iets"))
        assert "{" not in sentence
        assert "Je logboek is niet veranderd." in sentence


@pytest.mark.parametrize("state", ExerciseState)
def test_every_state_of_an_exercise_has_a_word(state: ExerciseState) -> None:
    assert texts.exercise_state(state)


def test_skipped_is_said_only_of_an_exercise_without_rounds() -> None:
    assert texts.exercise_state(ExerciseState.NEW, skipped=True) == "overgeslagen"
    assert texts.exercise_state(ExerciseState.DRAFT, skipped=True) == "concept"


@pytest.mark.parametrize(("amount", "text"), [(0, "0 rondes"), (1, "1 ronde"), (2, "2 rondes")])
def test_counts_have_the_right_number(amount: int, text: str) -> None:
    assert texts.rounds(amount) == text


@pytest.mark.parametrize(
    ("amount", "text"), [(10, "1 kB"), (256_000, "256 kB"), (20_000_000, "20,0 MB")]
)
def test_sizes_are_readable(amount: int, text: str) -> None:
    assert texts.size(amount) == text


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (texts.cards_chosen(3, 4, 4), "3 van 4 gekozen"),
        (texts.cards_chosen(2, 1, 3), "2 gekozen, 1 tot 3 mag"),
        (texts.cards_full(1), "Je hebt al een kaart gekozen."),
        (texts.cards_full(4), "Je hebt al vier kaarten gekozen."),
        (texts.number_word(13), "13"),
        (texts.joined(["Brug", "Nest", "Kompas"]), "Brug, Nest en Kompas"),
        (texts.joined(["Brug"]), "Brug"),
        (texts.joined([]), ""),
        (texts.own_card(2), "Eigen kaart 2"),
        (texts.ordinal(2), "2e"),
        (texts.rows_full(1), "Meer dan 1 rij vraagt deze tabel niet."),
        (texts.scale_choice(3, 7), "Gekozen: 3 van 7"),
        (texts.look_back_after(84), "over 12 weken"),
        (texts.look_back_after(10), "over 10 dagen"),
    ],
)
def test_sentences_about_cards_and_fields(said: str, expected: str) -> None:
    assert said == expected


def test_standard_options_have_the_words_of_the_exercises() -> None:
    shown = {option.id: option.text for option in (*MODES, *STATES, *APPLIES)}
    assert shown == texts.STANDARD_OPTIONS
