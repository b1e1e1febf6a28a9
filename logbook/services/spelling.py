# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Spelling in Dutch: which words are unknown, what may be meant, and the user's own words.

The dictionary is OpenTaal's, the words of the field and of the user come on top. The binding to
hunspell may be missing (there is none for Macs with an Intel chip): then `available` says so,
nothing is unknown and everything else works.

Threads: every method may be called from any thread; one lock guards the binding, which is not
made for two callers at once. Loading takes 0.2 to 0.3 seconds and `suggest` 0.06 to 0.3; both hold
Python's own lock for most of that time, so that a window stands still however it is called: load
at a moment when nobody types, and suggest only when asked.
"""

from __future__ import annotations

import importlib.util
import re
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from logbook.content.word_lists import read_words
from logbook.core.errors import FileNotWritten
from logbook.core.trace_text import starts_sentence
from logbook.files.replace import replace_file

_BINDING = "hunspell"
_SUGGESTIONS = 6
_CACHED = 50_000
_LONGEST = 80
_OWN_BYTES = 1_000_000
_OWN_HEAD = (
    "# Je eigen woorden in Logboek: één woord per regel. Je mag dit bestand zelf bewerken.\n"
)
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_ONE_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_NOT_CHECKED = re.compile(
    r"\]\([^()\s]{1,300}\)"  # the target of a link
    r"|`[^`\n]{1,300}`"  # code
    r"|(?:https?://|www\.)\S{1,300}"
    r"|[\w.+-]{1,64}@[\w.-]{1,100}|@\w{1,60}|#\w{1,60}"
    r"|\w{1,60}\.(?:nl|com|org|net|be|eu)\b(?:/\S{0,200})?"
)
_DIGIT_OR_LINE = re.compile(r"[\d_]")

Range = tuple[int, int]


class Hunspell(Protocol):
    """What we use of the binding."""

    def spell(self, word: str) -> bool: ...  # noqa: D102
    def suggest(self, word: str) -> tuple[str, ...]: ...  # noqa: D102
    def add(self, word: str) -> object: ...  # noqa: D102
    def remove(self, word: str) -> object: ...  # noqa: D102


class Spelling:
    """Checks words; see the module for threads.

    Args:
        folder: holds `nl.aff`, `nl.dic` and `vakwoorden.txt`.
        own: the user's own list, a text file that may not exist yet.
        field: whether the words of the field count.
        binding: gives the dictionary; for tests.
    """

    def __init__(
        self,
        folder: Path,
        own: Path,
        *,
        field: bool = True,
        binding: Callable[[Path], Hunspell] | None = None,
    ) -> None:
        self._folder = folder
        self._own_file = own
        self._field = field
        self._binding = binding
        self._lock = threading.RLock()
        self._dictionary: Hunspell | None = None
        self._known: dict[str, bool] = {}
        self._own: set[str] = set()
        self._skipped: frozenset[str] = frozenset()
        self._failed = False

    @property
    def available(self) -> bool:
        """Whether spelling can be checked here. Cheap: loads nothing."""
        if self._failed or not (self._folder / "nl.dic").is_file():
            return False
        return self._binding is not None or importlib.util.find_spec(_BINDING) is not None

    @property
    def ready(self) -> bool:
        """Whether the dictionary is loaded, so that a check costs little."""
        return self._dictionary is not None

    def load(self) -> bool:
        """Load the dictionary if it is not there yet; whether spelling can be checked now."""
        with self._lock:
            if self._dictionary is None and self.available:
                try:
                    self._dictionary = (self._binding or _open_binding)(self._folder)
                except (ImportError, OSError, ValueError):
                    # A binding of another Python, or a path it cannot open: as if it were absent.
                    self._failed = True
                    return False
                if self._field:
                    for word in read_words(self._folder / "vakwoorden.txt"):
                        self._dictionary.add(word)
                self._own = self._read_own()
                for word in self._own:
                    self._dictionary.add(word)
            return self._dictionary is not None

    def check(self, text: str, *, skip_names: bool = False) -> tuple[Range, ...]:
        """The ranges of unknown words in order, in code points; () when there is no dictionary.

        Not looked at: marks of Markdown, targets of links, code, addresses, words with a digit,
        single letters, words in capitals, what is too long for a word.

        Args:
            skip_names: leave out words with a capital inside a sentence: most are names.
        """
        if not self.load():
            return ()
        seen = _NOT_CHECKED.sub(lambda match: " " * len(match[0]), text)
        unknown = []
        for match in _WORD.finditer(seen):
            word, start = match[0], match.start()
            if not 1 < len(word) <= _LONGEST or _is_no_word(word):
                continue
            if word in self._skipped:
                continue
            if self._is_known(word, seen[match.end() : match.end() + 1] == "."):
                continue
            if skip_names and word[0].isupper() and not starts_sentence(seen, start):
                continue
            unknown.append(match.span())
        return tuple(unknown)

    def suggest(self, word: str) -> tuple[str, ...]:
        """Up to six words that may be meant, the likeliest first; slow, so only on request."""
        if not self.load() or len(word) > _LONGEST:
            return ()
        with self._lock:
            dictionary = self._dictionary
            found = dictionary.suggest(_straight(word)) if dictionary else ()
        curly = "’" in word
        each = (one.replace("'", "’") if curly else one for one in found)
        return tuple(dict.fromkeys(each))[:_SUGGESTIONS]

    def own_words(self) -> tuple[str, ...]:
        """The user's own words in order of the alphabet."""
        with self._lock:
            words = self._own if self.ready else self._read_own()
            return tuple(sorted(words, key=str.casefold))

    def learn(self, word: str) -> None:
        """Put a word on the user's own list, and keep that list.

        Raises:
            ValueError: it is no single word.
            FileNotWritten: the list could not be kept; the word is not learned.
        """
        if len(word) > _LONGEST or not _ONE_WORD.fullmatch(word):
            raise ValueError(word)
        with self._lock:
            words = self._read_own() | {_straight(word)}
            self._keep(words)
            if self._dictionary:
                self._dictionary.add(_straight(word))

    def skip(self, word: str) -> None:
        """Take a word, written just so, for known until the program closes; kept nowhere."""
        self._skipped |= {word}

    def forget(self, word: str) -> None:
        """Take a word off the user's own list.

        Raises:
            FileNotWritten: the list could not be kept; the word stays.
        """
        with self._lock:
            self._keep(self._read_own() - {_straight(word)})
            if self._dictionary:
                self._dictionary.remove(_straight(word))

    def _is_known(self, word: str, before_stop: bool) -> bool:
        known = self._known.get(word)
        if known is None:
            with self._lock:
                dictionary = self._dictionary
                known = dictionary is None or _knows(dictionary, _straight(word))
                if len(self._known) >= _CACHED:
                    self._known.clear()
                self._known[word] = known
        if known or not before_stop:
            return known
        with self._lock:  # `bijv.` is a word, `bijv` is none
            return self._dictionary is None or self._dictionary.spell(f"{_straight(word)}.")

    def _read_own(self) -> set[str]:
        try:
            with self._own_file.open("rb") as stream:
                text = stream.read(_OWN_BYTES).decode("utf-8", "replace")
        except OSError:
            return set()
        lines = (line.strip() for line in text.lstrip("\ufeff").splitlines())
        return {_straight(line) for line in lines if _ONE_WORD.fullmatch(line)}

    def _keep(self, words: set[str]) -> None:
        lines = "".join(f"{word}\n" for word in sorted(words, key=str.casefold))
        try:
            self._own_file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            replace_file(self._own_file, [_OWN_HEAD.encode(), lines.encode()])
        except OSError as error:
            raise FileNotWritten(str(self._own_file), str(error)) from error
        self._own = words
        self._known.clear()


def _open_binding(folder: Path) -> Hunspell:
    binding: Any = importlib.import_module(_BINDING)
    dictionary: Hunspell = binding.Hunspell("nl", hunspell_data_dir=str(folder))
    return dictionary


def _knows(dictionary: Hunspell, word: str) -> bool:
    """Whether the dictionary has a word, or all parts of one with hyphens (`ik-boodschap`)."""
    if dictionary.spell(word):
        return True
    parts = word.split("-")
    return len(parts) > 1 and all(len(part) > 1 and dictionary.spell(part) for part in parts)


def _is_no_word(word: str) -> bool:
    if _DIGIT_OR_LINE.search(word):
        return True
    head = re.split(r"['’-]", word, maxsplit=1)[0]
    return head.isupper() or head[1:] != head[1:].lower()


def _straight(word: str) -> str:
    return word.replace("’", "'")
