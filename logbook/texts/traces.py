# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""What the traceability check says: why something is a trace, and what can stand in its place.

Says that something may be recognisable and never that a text is safe.
"""

from __future__ import annotations

from logbook.core.trace import Trace, TraceKind
from logbook.core.trace_words import ARTICLES

TRACE_LABELS = {
    TraceKind.BSN: "burgerservicenummer",
    TraceKind.PHONE: "telefoonnummer",
    TraceKind.POSTCODE: "postcode",
    TraceKind.STREET: "adres",
    TraceKind.IBAN: "rekeningnummer",
    TraceKind.EMAIL: "mailadres",
    TraceKind.WEB: "website of account",
    TraceKind.PLATE: "kenteken",
    TraceKind.BIRTH: "geboortedatum",
    TraceKind.DATE: "datum",
    TraceKind.ORGANISATION: "organisatie",
    TraceKind.ROLE_PLACE: "rol met plaats",
    TraceKind.KINSHIP: "familie met leeftijd en plaats",
    TraceKind.INITIALS: "letters van een naam",
    TraceKind.NAME: "naam",
}

_REASONS = {
    TraceKind.BSN: "Dit lijkt een burgerservicenummer. Dat hoort bij één mens.",
    TraceKind.PHONE: "Dit lijkt een telefoonnummer. Daarmee is iemand direct te vinden.",
    TraceKind.POSTCODE: "Een postcode wijst een straat of een huis aan.",
    TraceKind.STREET: "Een straat met een nummer wijst een huis aan.",
    TraceKind.IBAN: "Dit is een rekeningnummer. Dat hoort bij één mens of organisatie.",
    TraceKind.EMAIL: "Dit is een mailadres. Daar staat vaak een naam in.",
    TraceKind.WEB: "Via een website of account is iemand op te zoeken.",
    TraceKind.PLATE: "Dit lijkt een kenteken. Dat hoort bij één auto.",
    TraceKind.BIRTH: "Een geboortedatum past bij weinig mensen.",
    TraceKind.DATE: "Wie weet wat er op die dag gebeurde, weet ook over wie dit gaat.",
    TraceKind.ORGANISATION: "De naam van een organisatie maakt de kring klein.",
    TraceKind.ROLE_PLACE: "Van deze rol zijn er in die plaats maar een of een paar.",
    TraceKind.KINSHIP: "Familie, leeftijd en plaats samen wijzen vaak één mens aan.",
    TraceKind.INITIALS: "Letters van een naam zijn voor wie erbij was genoeg.",
    TraceKind.NAME: "Dit lijkt een naam. Met een naam is iemand meteen te herkennen.",
}

_NUMBER_GONE = "(nummer weggelaten)"
_PEOPLE = (
    *("een bewoner", "deze cliënt", "een collega", "mijn begeleider", "een medestudent"),
    *("een familielid", "een kind", "iemand"),
)
_BARE_PEOPLE = ("bewoner", "cliënt", "collega", "medestudent")
_PAIRS = ("twee bewoners", "een echtpaar", "twee collega’s")
_FAMILIES = ("een gezin", "een familie")
_OWNERS = ("haar", "zijn", "hun")
_SIMPLE = {
    TraceKind.BSN: (_NUMBER_GONE,),
    TraceKind.PHONE: ("een telefoonnummer", _NUMBER_GONE),
    TraceKind.IBAN: ("een rekeningnummer", _NUMBER_GONE),
    TraceKind.EMAIL: ("een mailadres", "(adres weggelaten)"),
    TraceKind.PLATE: ("een auto", "(kenteken weggelaten)"),
    TraceKind.POSTCODE: ("een adres in de buurt", "(adres weggelaten)"),
}
#: How the same person is called when the role stands in a text for the second time.
_AGAIN = {
    "een bewoner": "de bewoner",
    "een collega": "de collega",
    "een medestudent": "de medestudent",
    "een familielid": "het familielid",
    "een kind": "het kind",
    "een arts": "de arts",
    "iemand": "diegene",
}
_SEASONS = ("de winter", "het voorjaar", "de zomer", "het najaar")
_SINCE = ("sinds", "vanaf", "tot", "na", "voor", "tijdens")
_DOCTORS = ("dokter", "huisarts", "dr", "tandarts")
_AGES = dict(
    zip(
        (5, 10, 15, 20, 30, 40, 50, 60, 70, 80, 90),
        (
            *("vijf", "tien", "vijftien", "twintig", "dertig", "veertig", "vijftig", "zestig"),
            *("zeventig", "tachtig", "negentig"),
        ),
        strict=True,
    )
)
_NEUTER = ("huis", "centrum", "dagverblijf", "college", "lyceum", "bedrijf", "restaurant", "café")

_LIMITS = """\
Deze controle zoekt op je eigen computer naar namen, nummers, adressen, datums en combinaties die \
iemand aanwijzen. Ze kijkt naar vormen en hoofdletters, niet naar wat je bedoelt. Daarom mist ze \
ook iets. Ze ziet niet:

- een gebeurtenis die maar één mens kan hebben meegemaakt;
- een naam of bijnaam zonder hoofdletter, of een naam die ook een gewoon woord of een plaats is;
- een datum of leeftijd in letters;
- wat iemand aan een uitspraak, een ziekte of een gewoonte herkent;
- wat er op een foto staat;
- wat lezers al weten: een collega herkent meer dan een vreemde.

Is er niets gevonden, dan betekent dat alleen dat deze controle niets zag. Lees je tekst nog eens \
met de ogen van degene over wie het gaat."""


def trace_reason(trace: Trace) -> str:
    """Why this may make somebody recognisable, in one or two sentences."""
    return _REASONS[trace.kind]


def explain_limits() -> str:
    """What the check looks for and what it cannot see; Markdown."""
    return _LIMITS


def trace_roles(trace: Trace) -> tuple[str, ...]:
    """What can stand in its place, the likeliest first; never empty."""
    if trace.kind in (TraceKind.NAME, TraceKind.INITIALS):
        return _people(trace)
    if trace.kind in (TraceKind.DATE, TraceKind.BIRTH):
        return _dates(trace)
    if trace.kind is TraceKind.STREET:
        return ("straat",) if trace.before == "de" else ("een straat in de buurt", "een adres")
    if trace.kind is TraceKind.WEB:
        return ("een website", "een account") if "." in trace.text else ("een account",)
    if trace.kind is TraceKind.ORGANISATION:
        return _organisations(trace)
    if trace.kind is TraceKind.ROLE_PLACE:
        role, place = trace.parts
        way = trace.text.removesuffix(place).split(" ")[1]
        return (f"{role} {way} een plaats in de buurt", role)
    if trace.kind is TraceKind.KINSHIP:
        kin, years, _ = trace.parts
        return (f"{kin} van een jaar of {_AGES[_rounded(int(years))]}", kin)
    return _SIMPLE[trace.kind]


def role_again(role: str) -> str:
    """What stands for the same person further on: `een bewoner` becomes `de bewoner`."""
    return _AGAIN.get(role, role)


def _people(trace: Trace) -> tuple[str, ...]:
    if trace.owner:
        return _OWNERS
    if trace.lead:
        return (_small(trace.lead), *(role for role in _PEOPLE if role != _small(trace.lead)))
    if trace.before in ARTICLES:
        return ("familie",) if trace.text.lower().startswith("fam") else _BARE_PEOPLE
    if " en " in trace.text:
        return _PAIRS
    title = trace.text.split(" ", 1)[0].rstrip(".").lower()
    if title in ("familie", "fam"):
        return _FAMILIES
    return ("een arts", *_PEOPLE) if title in _DOCTORS else _PEOPLE


def _small(lead: str) -> str:
    return lead[:1].lower() + lead[1:]


def _dates(trace: Trace) -> tuple[str, ...]:
    season = _SEASONS[int(trace.parts[0]) % 12 // 3]
    if trace.before == "op":
        return (f"een dag in {season}", "een dag")
    if trace.before in _SINCE:
        return (season, "een paar maanden")
    if trace.before == "van":
        return (season, "lang geleden")
    return (f"in {season}", "op een dag")


def _organisations(trace: Trace) -> tuple[str, ...]:
    kind = trace.parts[0]
    if trace.before in ARTICLES:
        return (kind,)
    own = "het" if kind.endswith(_NEUTER) else "de"
    return (f"een {kind}", f"{own} {kind} waar het gebeurde", "een organisatie")


def _rounded(years: int) -> int:
    if years < 18:
        return max(5, min(15, (years + 2) // 5 * 5))
    return max(20, min(90, (years + 5) // 10 * 10))


def also_replaced(count: int) -> str:
    """What to say when a role was put in other answers of the entry too."""
    if count == 1:
        return "Ook op één andere plek in deze bijdrage vervangen."
    return f"Ook op {count} andere plekken in deze bijdrage vervangen."


def traces_found(count: int) -> str:
    """How many findings an entry has."""
    if count == 0:
        return "Deze controle zag niets."
    return "1 plek om naar te kijken" if count == 1 else f"{count} plekken om naar te kijken"


def traces_replaced(count: int) -> str:
    """What was done with findings."""
    return "Op 1 plek vervangen." if count == 1 else f"Op {count} plekken vervangen."


def traces_ignored(count: int) -> str:
    """What was done with findings."""
    if count == 1:
        return "1 plek wordt niet meer aangegeven."
    return f"{count} plekken worden niet meer aangegeven."
