# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Makes the word list of the field: words of our content, and more, new to the dictionary.

`python -m scripts.make_word_list` writes `dictionaries/vakwoorden.txt` and shows what came and
went, to be read by eye: a spelling mistake in our own content belongs in the content, not in the
list. A test says when the list is not up to date.
"""

from __future__ import annotations

import re
from pathlib import Path

from logbook.core.trace_words import words
from logbook.services.spelling import Spelling

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("exercises", "resources")
HEAD = """\
# Woorden uit het vak die het woordenboek niet kent. Gemaakt door scripts/make_word_list.py uit de
# oefeningen, de kaarten en de naslag van Logboek, en aangevuld; licentie van Logboek (MIT).
"""
# The words people read; identifiers and settings in the headers are none.
_READ_KEYS = re.compile(r"^\s*-?\s*(?:title|goal|summary|alt|text|label|name|note|word): *(.+)$")
_HEADER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_NOT_TEXT = re.compile(r"\{[^{}\n]*\}|```.*?```|<!--.*?-->", re.DOTALL)

#: Read by eye and left out: words of English titles, names of fields, a half word with a hyphen.
LEFT_OUT = words("by description Doing Experiential Learning svg title Veranderings")
#: Words of the field that our content does not hold (yet); those the dictionary knows are dropped.
ALSO = words(
    "ambulantisering basisattitude begeleidingsgesprek begeleidingskundige begeleidingsplan "
    "begeleidingsstijl beroepscode beroepshouding casuïstiekbespreking cliëntcontact "
    "cliëntsysteem contactgroei contextgericht dagbestedingsplek draagkrachtig dragerschap "
    "empowerend ervaringsdeskundige ervaringsdeskundigheid feedbackformulier gedragsproblematiek "
    "gespreksverslag gespreksvoering gezinscoach groepsdynamica handelingsverlegenheid "
    "herstelgericht herstelondersteunend hulpvraagverheldering huisbezoekverslag intervisiegenoot "
    "intervisiegroep intervisiemethode intervisieverslag kernkwadrant kernkwaliteit kernreflectie "
    "krachtgericht leefwereldgericht leerdoelgesprek leerdoelformulier leerlogboek leerpunt "
    "leervraag leerwerktraject mantelzorger meerzijdig mentaliseren methodiekles meervoudig- "
    "partijdig oplossingsgericht outreachend overdrachtsgevoel partijdigheid portfolio-opdracht "
    "praktijkbegeleider presentiebenadering procesverslag psycho-educatie reflectiegesprek "
    "reflectiemodel reflectieopdracht reflectieverslag relatiegericht schuldhulpverlener sociaal- "
    "juridisch spiegelgesprek spiraalmodel stagebegeleider stageverslag supervisant "
    "supervisiegroep supervisiebijeenkomst supervisiecontract supervisieverslag systeemgericht "
    "tegenoverdracht terugblikgesprek traumasensitief tussenevaluatie verslagformulier "
    "werkbegeleider werkinbreng woonbegeleider zelfonderzoek zelfreflectieverslag zelfregie "
    "zelfzorgplan zorgmijder zorgmijding"
)


def field_words(root: Path = ROOT) -> list[str]:
    """The words, sorted, each once; with a capital when it never stands without one."""
    spelling = Spelling(root / "dictionaries", root / "no-such-folder" / "words.txt", field=False)
    found: set[str] = set()
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*.md")):
            text = readable(path.read_text(encoding="utf-8"))
            found |= {text[start:end] for start, end in spelling.check(text)}
    also = " ".join(sorted(ALSO))
    found |= {also[start:end] for start, end in spelling.check(also)}
    small = {word for word in found if not word[0].isupper()}
    kept = {word for word in found if word[0].lower() + word[1:] not in small} | small
    return sorted(kept - LEFT_OUT, key=lambda word: (word.casefold(), word))


def readable(source: str) -> str:
    """What a reader sees of a content file."""
    header = _HEADER.match(source)
    lines: list[str] = []
    if header:
        lines = [match[1] for line in header[1].split("\n") if (match := _READ_KEYS.match(line))]
        source = source[header.end() :]
    return "\n\n".join((*lines, _NOT_TEXT.sub(" ", source)))


def main() -> None:
    """Write the list and show the difference."""
    target = ROOT / "dictionaries" / "vakwoorden.txt"
    old = set(target.read_text(encoding="utf-8").split("\n")) if target.is_file() else set()
    listed = field_words()
    target.write_text(HEAD + "".join(f"{word}\n" for word in listed), encoding="utf-8")
    for word in listed:
        if word not in old:
            print("+", word)
    for word in sorted(old - set(listed) - set(HEAD.split("\n"))):
        print("-", word)


if __name__ == "__main__":
    main()
