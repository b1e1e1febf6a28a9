# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""How well the traceability check does on the written sentences of `tests/data/traces`.

`python -m scripts.measure_traces` prints the tables of `docs/herleidbaarheid.md`. A trace counts as
found when something of its kind overlaps it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from logbook.content.word_lists import load_knowledge
from logbook.core.trace import Knowledge, TraceKind
from logbook.core.traces import find_traces
from logbook.texts.traces import TRACE_LABELS

ROOT = Path(__file__).resolve().parent.parent
SETS = {"geoefend": "tuned.txt", "achtergehouden": "held_out.txt", "moeilijk": "hard.txt"}
_MARK = re.compile(r"\{([a-z_]+)\|([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the traces in it: kind, start and end in code points."""

    text: str
    marks: tuple[tuple[TraceKind, int, int], ...]


@dataclass(slots=True)
class Score:
    """What was found in a set of sentences.

    `false` counts findings in sentences without a trace, `beside` those that belong to no trace in
    sentences with one.
    """

    written: Counter[TraceKind] = field(default_factory=Counter)
    found: Counter[TraceKind] = field(default_factory=Counter)
    false: Counter[TraceKind] = field(default_factory=Counter)
    beside: Counter[TraceKind] = field(default_factory=Counter)
    sentences: int = 0
    clean: int = 0
    missed: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)

    def recall(self, *kinds: TraceKind) -> float:
        """The part of the written traces of these kinds that was found; all kinds by default."""
        asked = kinds or tuple(TraceKind)
        return sum(self.found[k] for k in asked) / sum(self.written[k] for k in asked)

    @property
    def false_per_sentence(self) -> float:
        """False alarms for each sentence without a trace."""
        return self.false.total() / self.clean


def read_sentences(path: Path) -> list[Sentence]:
    """The sentences of a file, without its comments (`;`)."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [_sentence(line) for line in lines if line and not line.startswith(";")]


def measure(sentences: list[Sentence], knowledge: Knowledge) -> Score:
    """Run the check on all sentences and count."""
    score = Score(sentences=len(sentences))
    for sentence in sentences:
        traces = find_traces(sentence.text, knowledge)
        belonging = set()
        for kind, start, end in sentence.marks:
            score.written[kind] += 1
            over = [t for t in traces if t.kind == kind and t.start < end and t.end > start]
            score.found[kind] += bool(over)
            belonging.update(over)
            if not over:
                score.missed.append(f"{kind.value}: {sentence.text}")
        score.clean += not sentence.marks
        for trace in set(traces) - belonging:
            (score.beside if sentence.marks else score.false)[trace.kind] += 1
            score.alarms.append(f"{trace.kind.value} “{trace.text}”: {sentence.text}")
    return score


def scores() -> dict[str, Score]:
    """The score of each set by its Dutch name."""
    knowledge = load_knowledge(ROOT / "dictionaries")
    folder = ROOT / "tests" / "data" / "traces"
    return {name: measure(read_sentences(folder / file), knowledge) for name, file in SETS.items()}


def table(measured: dict[str, Score]) -> str:
    """The figures as a Markdown table."""
    head = "| Soort |" + "".join(f" {name} |" for name in measured)
    lines = [head, "|---|" + "---|" * len(measured)]
    for kind in TraceKind:
        cells = (f" {score.found[kind]} van {score.written[kind]} |" for score in measured.values())
        lines.append(f"| {TRACE_LABELS[kind]} |" + "".join(cells))
    for label, cell in (
        ("**samen**", lambda s: f"{s.found.total()} van {s.written.total()}"),
        ("onterecht, in zinnen zonder spoor", lambda s: f"{s.false.total()} in {s.clean} zinnen"),
        (
            "onterecht, in zinnen met een spoor",
            lambda s: f"{s.beside.total()} in {s.sentences - s.clean} zinnen",
        ),
    ):
        lines.append(f"| {label} |" + "".join(f" {cell(score)} |" for score in measured.values()))
    return "\n".join(lines)


def _sentence(line: str) -> Sentence:
    pieces: list[str] = []
    marks: list[tuple[TraceKind, int, int]] = []
    done = length = 0
    for match in _MARK.finditer(line):
        pieces.append(line[done : match.start()])
        length += match.start() - done
        marks.append((TraceKind(match[1]), length, length + len(match[2])))
        pieces.append(match[2])
        length += len(match[2])
        done = match.end()
    return Sentence("".join((*pieces, line[done:])), tuple(marks))


def main() -> None:
    """Print the table, and what was missed or wrongly found."""
    measured = scores()
    print(table(measured))
    for name, score in measured.items():
        print(f"\n{name}, gemist:", *score.missed, sep="\n  ")
        print(f"{name}, onterecht:", *score.alarms, sep="\n  ")


if __name__ == "__main__":
    main()
