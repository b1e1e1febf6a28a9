# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""The JSON of share packets and answer files as strict models: one source for reading and schema.

Everything is bounded and nothing is repaired. Which sentence a refusal becomes is for `texts`.
The published schemas in docs/formats are made from these models; a test compares them.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, FailFast, Field, model_validator

from logbook.core.packet import (
    ENTRIES_MOST,
    LINES_MOST,
    PICTURES_MOST,
    QUESTIONS_MOST,
    QUOTE_LIMIT,
    REMARK_LIMIT,
    REMARKS_MOST,
    TEXT_LIMIT,
)

PACKET_FORMAT: Literal["logboek-deelpakket"] = "logboek-deelpakket"
ANSWER_FORMAT: Literal["logboek-reactie"] = "logboek-reactie"
VERSION: Literal[1] = 1

#: Bounds of what one packet or answer file may hold.
_NAME_LIMIT = 200
_LAST_YEAR = date(9998, 12, 31)
#: Of a long list the first mistake is enough: all of them took a gigabyte.
_FIRST = FailFast()

Id = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Name = Annotated[str, Field(max_length=_NAME_LIMIT, pattern=r"^[^\x00-\x1f\x7f]*$")]
Words = Annotated[str, Field(max_length=REMARK_LIMIT)]
Title = Annotated[str, Field(max_length=QUOTE_LIMIT)]
PictureName = Annotated[str, Field(pattern=r"^(p[1-9][0-9]{0,3})?$")]
Day = Annotated[date, Field(ge=date(1900, 1, 1), le=_LAST_YEAR)]
Base64 = Annotated[str, Field(pattern=r"^[A-Za-z0-9+/]*={0,2}$", max_length=20_000_000)]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Strict(BaseModel):
    """Unknown parts and other types are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class StyleModel(Strict):
    """A range of a line that stands out."""

    start: Annotated[int, Field(ge=0, le=TEXT_LIMIT, strict=True)]
    end: Annotated[int, Field(ge=1, le=TEXT_LIMIT, strict=True)]
    look: Literal["strong", "emphasis", "code", "struck"]


class LineModel(Strict):
    """One line of an answer."""

    text: Annotated[str, Field(max_length=TEXT_LIMIT, pattern=r"^[^\n]*$")]
    kind: Literal[
        "words", "heading", "item", "quote", "code", "card", "option", "place", "day", "row"
    ] = "words"
    mark: Annotated[str, Field(max_length=12)] = ""
    styles: Annotated[tuple[StyleModel, ...], _FIRST, Field(max_length=5_000)] = ()
    description: Title = ""
    picture: PictureName = ""


class CardModel(Strict):
    """The card or option that a question was asked for."""

    title: Title
    description: Title = ""
    picture: PictureName = ""


class AnswerModel(Strict):
    """One answer; `sha256` is taken over its lines joined by newlines, in UTF-8."""

    id: Id
    question: Title
    lines: Annotated[tuple[LineModel, ...], _FIRST, Field(max_length=LINES_MOST)]
    sha256: Sha256
    about: CardModel | None = None
    before: Annotated[str, Field(max_length=TEXT_LIMIT)] | None = None

    @model_validator(mode="after")
    def _not_too_long(self) -> AnswerModel:
        """Places in its text are bounded: what stands further on could not be remarked on."""
        if sum(len(line.text) + 1 for line in self.lines) - 1 > TEXT_LIMIT:
            raise ValueError("text-too-long")
        return self


class SectionModel(Strict):
    """One block with its answers."""

    title: Title
    answers: Annotated[tuple[AnswerModel, ...], _FIRST, Field(max_length=2_000)]


class EntryModel(Strict):
    """One entry."""

    id: Id
    title: Title
    sections: Annotated[tuple[SectionModel, ...], _FIRST, Field(max_length=500)]
    source: Title = ""
    day: Day | None = None
    round: Annotated[int, Field(ge=0, le=10_000, strict=True)] = 0
    new: bool = False


class QuestionModel(Strict):
    """A question of the student."""

    id: Id
    text: Words


class PictureModel(Strict):
    """A picture inside the packet."""

    mime: Literal["image/svg+xml", "image/jpeg", "image/png"]
    data: Base64


class TextQuoteSelector(Strict):
    """W3C Web Annotation Data Model (2017), 4.2.4."""

    type: Literal["TextQuoteSelector"] = "TextQuoteSelector"
    exact: Annotated[str, Field(min_length=1, max_length=QUOTE_LIMIT)]
    prefix: Annotated[str, Field(max_length=200)] = ""
    suffix: Annotated[str, Field(max_length=200)] = ""


class TextPositionSelector(Strict):
    """W3C Web Annotation Data Model (2017), 4.2.5; code points, `end` not included."""

    type: Literal["TextPositionSelector"] = "TextPositionSelector"
    start: Annotated[int, Field(ge=0, le=TEXT_LIMIT, strict=True)]
    end: Annotated[int, Field(ge=1, le=TEXT_LIMIT, strict=True)]


class TargetModel(Strict):
    """The answer, and the passage of it, that a remark is about."""

    source: Id
    sha256: Sha256 | None = None
    selector: tuple[TextQuoteSelector, TextPositionSelector] | None = None


class BodyModel(Strict):
    """The words of a remark."""

    type: Literal["TextualBody"] = "TextualBody"
    value: Words


class RemarkModel(Strict):
    """A remark as a W3C annotation; `reply_to` names another remark of the same thread."""

    type: Literal["Annotation"] = "Annotation"
    id: Id
    kind: Literal["question", "recognition", "mirror", "theory", "tip"]
    body: BodyModel
    target: TargetModel | None = None
    reply_to: Id | None = None
    author: Literal["reader", "student"] = "reader"
    day: Day | None = None
    done: bool = False
    was: Annotated[str, Field(max_length=QUOTE_LIMIT)] = ""


class PacketModel(Strict):
    """A share packet."""

    format: Literal["logboek-deelpakket"]
    version: Literal[1]
    id: Id
    pair: Id
    round: Annotated[int, Field(ge=1, le=1_000, strict=True)]
    made_on: Day
    entries: Annotated[tuple[EntryModel, ...], _FIRST, Field(max_length=ENTRIES_MOST)]
    sender: Name = ""
    reader: Name = ""
    letter: Words = ""
    questions: Annotated[tuple[QuestionModel, ...], Field(max_length=QUESTIONS_MOST)] = ()
    pictures: Annotated[dict[str, PictureModel], Field(max_length=PICTURES_MOST)] = {}
    remarks: Annotated[tuple[RemarkModel, ...], Field(max_length=REMARKS_MOST)] = ()
    replaced: bool = False

    @model_validator(mode="after")
    def _ids_once(self) -> PacketModel:
        ids = [e.id for e in self.entries]
        ids += [a.id for e in self.entries for s in e.sections for a in s.answers]
        ids += [q.id for q in self.questions] + [r.id for r in self.remarks]
        if len(set(ids)) != len(ids):
            raise ValueError("duplicate-id")
        return self


class GivenModel(Strict):
    """An answer to a question of the student."""

    question: Id
    text: Words


class AnswerFileModel(Strict):
    """An answer file."""

    format: Literal["logboek-reactie"]
    version: Literal[1]
    id: Id
    packet: Id
    pair: Id
    round: Annotated[int, Field(ge=1, le=1_000, strict=True)]
    made_on: Day
    reader: Name = ""
    remarks: Annotated[tuple[RemarkModel, ...], Field(max_length=REMARKS_MOST)] = ()
    general: Words = ""
    answers: Annotated[tuple[GivenModel, ...], Field(max_length=QUESTIONS_MOST)] = ()

    @model_validator(mode="after")
    def _ids_once(self) -> AnswerFileModel:
        ids = [r.id for r in self.remarks]
        if len(set(ids)) != len(ids):
            raise ValueError("duplicate-id")
        return self
