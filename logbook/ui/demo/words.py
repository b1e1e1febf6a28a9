# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What the demo writes: made up for it, about nobody. Keys are blocks and prompts of exercises."""

from __future__ import annotations

from dataclasses import dataclass

NOTE = (
    "In de wachtruimte bleef ik naast een bewoner zitten, zonder iets te vragen. "
    "Na een tijdje begon hij zélf te vertellen."
)
#: Searched for in the logbook; stands in `NOTE` and nowhere else.
NOTE_WORD = "wachtruimte"


@dataclass(frozen=True, slots=True)
class CardWords:
    """What is written about one card.

    Args:
        ref: the card.
        about: answers per prompt of the block in which cards are chosen.
        remark: beside the card, "" for none.
        questions: answers per prompt of the block with questions about each card.
    """

    ref: str
    about: tuple[tuple[str, str], ...]
    remark: str
    questions: tuple[tuple[str, str], ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything written about this card."""
        written = (*(text for _, text in (*self.about, *self.questions)), self.remark)
        return tuple(text for text in written if text)


CARDS = (
    CardWords(
        "beelden/brug",
        (
            ("drive", "verbinden"),
            ("words", "een boog over breed water, de zon komt op"),
            (
                "reason",
                "Thuis was ik degene die ruzies **overbrugde**. Ik zie nog voor me hoe ik "
                "tussen de keuken en de schuur heen en weer liep.",
            ),
        ),
        "De brug draagt, maar hij kiest geen oever.",
        (
            ("feature", "De boog: hij raakt beide kanten en maakt van geen kant de beste."),
            (
                "in-action",
                "In een overleg vatte ik samen wat een moeder en een leraar allebei wilden, "
                "voordat ik iets voorstelde.",
            ),
        ),
    ),
    CardWords(
        "beelden/wortels",
        (
            ("drive", "zorgen"),
            ("words", "een klein boompje met lange wortels"),
            (
                "reason",
                "Bij ons at er altijd wel iemand mee. Dat ik plek maak voor een ander, komt "
                "daarvandaan.",
            ),
        ),
        "",
        (
            ("feature", "Onder de grond is de boom groter dan erboven."),
            ("in-action", "Ik zet koffie en schuif een stoel bij, nog vóór het gesprek begint."),
        ),
    ),
    CardWords(
        "beelden/vuurtoren",
        (
            ("drive", "een baken zijn"),
            ("words", "licht dat ronddraait in het donker"),
            (
                "reason",
                "Toen het met mij niet goed ging, was er één begeleider die elke dinsdag belde. "
                "Dat ritme hield me overeind.",
            ),
        ),
        "Een vuurtoren blijft ook ver weg staan. Hoe dichtbij durf ík te komen?",
        (
            ("feature", "Het licht komt steeds terug, ook als niemand kijkt."),
            ("in-action", "Ik bel terug op het uur dat ik heb genoemd, ook als er niets is."),
        ),
    ),
    CardWords(
        "beelden/deur-op-een-kier",
        (
            ("drive", "nieuwsgierig"),
            ("words", "een deur, een streep geel licht"),
            ("reason", "Ik wil weten wat er achter een ‘nee’ zit. Soms ga ik te snel naar binnen."),
        ),
        "",
        (
            ("feature", "De kier is smal: ik zie niet alles, en dat hoeft ook niet."),
            (
                "in-action",
                "Ik vroeg een jongen of hij er iets over kwijt wilde. Hij mocht nee zeggen.",
            ),
        ),
    ),
)

EXCHANGE_MODE = "conversation"
EXCHANGE = (
    ("who", "een medestudent"),
    ("take-along", "Zij hoorde vier keer ‘voor een ander’. Wat ik zelf nodig heb, noemde ik niet."),
)
ONE_SENTENCE = "Ik wil een brug zijn die blijft liggen, ook als niemand hem nodig heeft."

#: Written in the second exercise just before the window is closed.
HALFWAY = (
    ("that-time", "help-needed", "de papieren voor mijn eerste huurhuis"),
    ("that-time", "asked-whom", "een vrijwilliger in het buurthuis"),
    (
        "that-time",
        "what-happened",
        "Ik had de brief drie weken in mijn tas. Toen ik hem eindelijk op tafel legde, vroeg ze "
        "eerst of ik thee wilde. Daarna lazen we samen, regel voor r",
    ),
)
