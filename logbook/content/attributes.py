# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The list behind a heading: `{#id .class key=value key="two words"}`, in any order.

Knows the notation of Pandoc and Python-Markdown's `attr_list`; what a class or key means is
left to `kinds`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from logbook.content.reporter import Reporter
from logbook.content.sentences import Mistake

# Where a list starts: only before an id, a class or a key, so that {woord} may stand in a title.
_START = re.compile(r"(?:^|(?<=[ \t]))\{:?[ \t]*(?=[#.]|[A-Za-z_][\w-]*=|[}]?$)")
_TOKEN = re.compile(
    r"[ \t]*(?:"
    r"\#(?P<id>[^\s{}\"'=#]+)"
    r"|\.(?P<name>[^\s{}\"'=#.]+)"
    r"|(?P<key>[^\s{}\"'=#.]+)=(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s{}\"'“”„‘’]+))"
    r")(?=[ \t}])"
)
_KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

ID_LENGTH = 60


class Attributes(NamedTuple):
    """What stood behind a heading. `classes` keep their order; `id` is "" when there is none.

    Args:
        whole: False when a part could not be read, which was said already.
    """

    id: str = ""
    classes: tuple[str, ...] = ()
    values: Mapping[str, str] = MappingProxyType({})
    whole: bool = True


def is_kebab(text: str) -> bool:
    """Whether a text can be an id: small letters, digits and single hyphens."""
    return len(text) <= ID_LENGTH and _KEBAB.fullmatch(text) is not None


def split_heading(text: str, line: int, reporter: Reporter) -> tuple[str, Attributes]:
    """The title of a heading and the attributes behind it.

    Args:
        text: the heading without its signs, blanks stripped.
    """
    start = _START.search(text)
    if start is None:
        return text, Attributes()
    title = text[: start.start()].rstrip()
    return title, _parse(text, start.end(), line, reporter)


def _parse(text: str, position: int, line: int, reporter: Reporter) -> Attributes:
    found_id = ""
    classes: list[str] = []
    values: dict[str, str] = {}
    while token := _TOKEN.match(text, position):
        position = token.end()
        if token["id"] is not None:
            if found_id:
                reporter.add(line, Mistake.ATTRIBUTES_TWO_IDS)
            found_id = token["id"]
        elif token["name"] is not None:
            if token["name"] in classes:
                reporter.add(line, Mistake.ATTRIBUTES_DOUBLE, name="." + token["name"])
            else:
                classes.append(token["name"])
        else:
            key = token["key"]
            if key in values:
                reporter.add(line, Mistake.ATTRIBUTES_DOUBLE, name=key)
            values[key] = token["double"] or token["single"] or token["bare"] or ""
    rest = text[position:].strip()
    if rest != "}":
        if "}" not in rest:
            reporter.add(line, Mistake.ATTRIBUTES_OPEN)
        else:
            word = rest.split("}")[0].strip() or rest.split("}", 1)[1]
            reporter.add(line, Mistake.ATTRIBUTES_FORM, text=word.strip() or rest)
    return Attributes(found_id, tuple(classes), values, rest == "}")
