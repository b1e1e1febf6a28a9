# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""argparse that speaks Dutch: usage, headings, help and the parser's own mistakes."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import NoReturn

_MESSAGES = (
    (r"the following arguments are required: (.*)", "er ontbreekt nog iets: {0}"),
    (r"unrecognized arguments: (.*)", "dit hoort niet bij de opdracht: {0}"),
    (r"argument (.*): expected one argument", "na {0} hoort nog een waarde"),
    (r"argument (.*): expected at least one argument", "na {0} hoort nog een waarde"),
    (r"argument (.*): expected \d+ arguments?", "na {0} hoort nog een waarde"),
    (
        r"argument (.*): ignored explicit argument (.*)",
        "na {0} hoort geen waarde, maar er staat {1}",
    ),
    (
        r"argument (.*): invalid choice: (.*) \(choose from (.*)\)",
        "{1} kan niet bij {0}; kies uit {2}",
    ),
    (r"argument (.*): invalid \w+ value: (.*)", "{1} kan niet bij {0}"),
    (r"argument (.*): not allowed with argument (.*)", "{0} en {1} gaan niet samen"),
    (r"one of the arguments (.*) is required", "kies er een: {0}"),
    (r"ambiguous option: (.*) could match (.*)", "{0} is niet duidelijk: {1}"),
)


class WrongUse(Exception):
    """The command line does not fit; carries the sentence and the usage lines."""

    def __init__(self, message: str, usage: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.usage = usage


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


class DutchParser(argparse.ArgumentParser):
    """A parser for one command. Mistakes become `WrongUse` instead of ending the process."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self._positionals.title = "argumenten"
        self._optionals.title = "opties"
        self.add_argument("-h", "--help", action="help", help="deze uitleg")
        self.add_argument(
            "--logbook",
            metavar="BESTAND",
            help="welk logboek (anders LOGBOOK_FILE, anders je eigen)",
        )

    def error(self, message: str) -> NoReturn:
        """Raise the mistake in Dutch."""
        raise WrongUse(dutch(message), self.format_usage())


def dutch(message: str) -> str:
    """What argparse says, in Dutch."""
    for pattern, sentence in _MESSAGES:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match:
            return sentence.format(*match.groups())
    return "deze opdracht klopt niet"


def unknown_command(name: str, known: Iterable[str]) -> str:
    """The sentence about a command that does not exist, with the nearest one that does."""
    import difflib

    near = difflib.get_close_matches(name, list(known), 1)
    hint = f", bedoelde je “{near[0]}”?" if near else ""
    return f"onbekende opdracht “{name}”{hint}"
