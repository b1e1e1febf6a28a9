# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Checks a header: YAML with the surprises left out, and which keys hold what.

The only module that loads PyYAML and pydantic. Answers plain JSON values and worded mistakes,
so that both can be kept in a cache.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from logbook.content.sentences import Known, Mistake, hint, listed

DEPTH = 4
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Words = Annotated[str, Field(min_length=1, max_length=500)]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")]
Version = Annotated[int, Field(ge=1, le=9_999)]
ChapterNumber = Annotated[int, Field(ge=1, le=99)]


class _Header(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, str_strip_whitespace=True)


class ExerciseHeader(_Header):
    """An exercise in the folder of a chapter."""

    id: Id
    title: Words
    chapter: ChapterNumber | None
    order: Annotated[int, Field(ge=0, le=9_999)] = 100
    goal: Words
    minutes: Annotated[int, Field(ge=1, le=600)] | None = None
    parts: bool = False
    method: Annotated[str, Field(max_length=500)] = ""
    origin: Literal["book", "source", "own"]
    source: Words
    sensitivity: Literal["low", "medium", "high"] = "low"
    together: Literal["alone", "exchange"] = "alone"
    version: Version
    language: Language = "nl"


class ChapterExerciseHeader(ExerciseHeader):
    """An exercise that must name its chapter."""

    chapter: ChapterNumber


class LooseHeader(ExerciseHeader):
    """A template or an extra exercise: of no chapter."""

    chapter: None = None


class ChapterHeader(_Header):
    """`chapter.md`; its body is the theme."""

    number: ChapterNumber
    title: Words
    part: Annotated[str, Field(max_length=100)] = ""
    source: Words
    version: Version
    language: Language = "nl"


class DeckHeader(_Header):
    """`deck.md`; its table holds the cards."""

    id: Id
    title: Words
    kind: Literal["picture", "word"]
    version: Version
    language: Language = "nl"
    licence: Words
    source: Words


class PageHeader(_Header):
    """A reference page."""

    id: Id
    title: Words
    kind: Literal["model", "list", "chooser", "term", "module"]
    summary: Words
    source: Words
    status: Literal["actueel", "historisch", "eigen-werk"]
    version: Version
    language: Language = "nl"


class PackageHeader(_Header):
    """`package.md`: what a package of exercises says of itself."""

    id: Id
    title: Words
    version: Version
    author: Words
    licence: Words
    summary: Annotated[str, Field(max_length=500)] = ""
    language: Language = "nl"


MODELS: dict[str, type[_Header]] = {
    "exercise": ChapterExerciseHeader,
    "loose": LooseHeader,
    "chapter": ChapterHeader,
    "deck": DeckHeader,
    "page": PageHeader,
    "package": PackageHeader,
}

EXAMPLES = {
    "id": "id: mijn-oefening",
    "title": 'title: "Een titel"',
    "chapter": "chapter: 1",
    "number": "number: 1",
    "order": "order: 1",
    "goal": 'goal: "Wat je ermee wilt bereiken."',
    "minutes": "minutes: 30",
    "parts": "parts: true",
    "method": 'method: "open vragen"',
    "origin": "origin: own",
    "source": 'source: "Eigen werk"',
    "sensitivity": "sensitivity: low",
    "together": "together: alone",
    "version": "version: 1",
    "language": "language: nl",
    "part": "part: het-gesprek",
    "author": 'author: "Wie dit maakte"',
    "kind": "kind: picture",
    "licence": "licence: CC BY 4.0",
    "summary": 'summary: "Waar dit blad over gaat."',
    "status": "status: actueel",
}

_SLANTED = "“”„‘’‚"

Mistakes = list[tuple[int, str]]


class _Refused(Exception):
    def __init__(self, line: int, mistake: Mistake, **facts: object) -> None:
        super().__init__(mistake.name)
        self.mistake = (line, mistake.sentence(**facts))


class HeaderLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Knows whole numbers, fractions, null, true and false; all else is text.

    So `no`, `12:30`, `0x1F` and dates stay as the author typed them.
    """

    yaml_implicit_resolvers: dict[str, list[Any]] = {}


def _resolve(tag: str, pattern: str, first: str) -> None:
    HeaderLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


_resolve("int", r"^[-+]?(?:0|[1-9][0-9]{0,17})$", "-+0123456789")
_resolve("float", r"^[-+]?[0-9]{1,17}\.[0-9]{1,17}$", "-+0123456789")
_resolve("bool", r"^(?:true|false)$", "tf")
_resolve("null", r"^(?:~|null|)$", "~n\0")
HeaderLoader.yaml_implicit_resolvers.setdefault("", []).extend(
    HeaderLoader.yaml_implicit_resolvers["n"]
)


def check_header(source: str, kind: str) -> tuple[dict[str, Any] | None, Mistakes]:
    """The values of a header and every mistake in it.

    Args:
        source: the lines between the two lines of ---; its first line is line 2 of the file.
        kind: a name from `MODELS`.

    Returns:
        Values that JSON can hold, or None when they could not be read, and (line, sentence)
        pairs in the order of the file.
    """
    mistakes: Mistakes = []
    try:
        node = _compose(source)
        lines: dict[str, int] = {}
        values = _mapping(node, lines, mistakes)
        _check_signs(values, lines)
    except _Refused as refused:
        return None, [refused.mistake]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = min(mark.line, source.count("\n")) + 2 if mark else 1
        return None, [(line, Mistake.HEADER_SYNTAX.sentence())]
    try:
        checked = MODELS[kind].model_validate(values).model_dump(mode="json")
    except ValidationError as error:
        known = list(MODELS[kind].model_fields)
        if kind == "loose":
            known.remove("chapter")
        for detail in error.errors(include_url=False, include_input=True):
            key = str(detail["loc"][0])
            mistakes.append((lines.get(key, 1), _sentence(key, dict(detail), known)))
        return None, sorted(mistakes)
    return checked, mistakes


def _compose(source: str) -> yaml.Node | None:
    depth = 0
    # Events come one by one, so that a bomb is seen before anything is built from it.
    for event in yaml.parse(source, Loader=HeaderLoader):
        line = (event.start_mark.line if event.start_mark else 0) + 2
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused(line, Mistake.HEADER_ALIAS)
        if getattr(event, "tag", None):
            raise _Refused(line, Mistake.HEADER_TAG)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEPTH:
                raise _Refused(line, Mistake.HEADER_DEEP)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    node: yaml.Node | None = yaml.compose(source, Loader=HeaderLoader)
    return node


def _mapping(node: yaml.Node | None, lines: dict[str, int], mistakes: Mistakes) -> dict[str, Any]:
    if not isinstance(node, yaml.MappingNode):
        raise _Refused(2, Mistake.HEADER_NOT_PAIRS)
    values: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 2
        if not isinstance(key_node, yaml.ScalarNode):
            raise _Refused(line, Mistake.HEADER_NOT_PAIRS)
        key = str(key_node.value)
        if key in values:
            mistakes.append((line, Mistake.KEY_DOUBLE.sentence(name=key)))
            continue
        lines[key] = line
        values[key] = _value(value_node)
        if _in_slanted_quotes(value_node):
            example = Known(f'{key}: "{value_node.value[1:-1]}"')
            mistakes.append((line, Mistake.KEY_QUOTES.sentence(name=key, example=example)))
    return values


def _in_slanted_quotes(node: yaml.Node) -> bool:
    """Whether a value stands in the quotes of a word processor, which would be part of it."""
    return (
        isinstance(node, yaml.ScalarNode)
        and not node.style
        and len(node.value) > 1
        and node.value[0] in _SLANTED
        and node.value[-1] in _SLANTED
    )


def _check_signs(values: dict[str, Any], lines: dict[str, int]) -> None:
    """Refuse a control character, which only an escape of YAML can have brought in."""
    for key, value in values.items():
        if isinstance(value, str) and (found := _UNSEEN.search(value.strip())):
            raise _Refused(lines[key], Mistake.CONTROL_CHARACTER, code=f"U+{ord(found[0]):04X}")


def _value(node: yaml.Node) -> Any:
    if isinstance(node, yaml.SequenceNode):
        return [_value(child) for child in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _value(value) for key, value in node.value}
    match node.tag.rpartition(":")[2]:
        case "int":
            return int(node.value)
        case "float":
            return float(node.value)
        case "bool":
            return node.value == "true"
        case "null":
            return None
        case _:
            return node.value


def _sentence(key: str, detail: dict[str, Any], known: Iterable[str]) -> str:
    """A mistake that pydantic found, in our words."""
    kind = str(detail["type"])
    context = detail.get("ctx", {})
    facts = {"name": key, "example": Known(EXAMPLES.get(key, f"{key}: …"))}
    empty = detail.get("input") is None or detail.get("input") == ""
    if kind == "extra_forbidden":
        return Mistake.KEY_UNKNOWN.sentence(name=key, hint=hint(key, known), choices=listed(known))
    if kind == "missing":
        return Mistake.KEY_MISSING.sentence(**facts)
    if kind == "none_required":
        return Mistake.CHAPTER_HERE.sentence(**facts)
    if empty:
        return Mistake.KEY_EMPTY.sentence(**facts)
    if kind == "literal_error":
        choices = str(context["expected"]).split("'")[1::2]  # 'low', 'medium' or 'high'
        near = hint(str(detail["input"]), choices)
        return Mistake.KEY_CHOICES.sentence(name=key, choices=listed(choices), hint=near)
    if kind == "string_too_long":
        return Mistake.KEY_TOO_LONG.sentence(name=key, limit=context["max_length"])
    return _BY_TYPE.get(kind, Mistake.KEY_PATTERN).sentence(**facts)


_BY_TYPE = {
    "string_type": Mistake.KEY_NEEDS_TEXT,
    "string_too_short": Mistake.KEY_EMPTY,
    "int_type": Mistake.KEY_NEEDS_NUMBER,
    "int_from_float": Mistake.KEY_NEEDS_NUMBER,
    "bool_type": Mistake.KEY_NEEDS_TRUE_FALSE,
    "greater_than_equal": Mistake.KEY_RANGE,
    "less_than_equal": Mistake.KEY_RANGE,
}
