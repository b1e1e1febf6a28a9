# SPDX-FileCopyrightText: 2026 The Logboek developers
# SPDX-License-Identifier: MIT
"""Traces that have a form: numbers, addresses, dates. No dictionary is needed.

No pattern repeats without a bound, and no bound is large: so each costs at most a fixed number of
steps for a character of the text. A test reads them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from logbook.core.trace import Trace, TraceKind
from logbook.core.trace_text import starts_sentence, trace_at, word_before

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_SHORT = (
    *("jan", "feb", "mrt", "apr", "mei", "jun"),
    *("jul", "aug", "sep", "okt", "nov", "dec"),
)
_DAYS = "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
_IBAN_LENGTHS = {
    "NL": 18,
    "BE": 16,
    "DE": 22,
    "FR": 27,
    "LU": 20,
    "ES": 24,
    "PT": 25,
    "IT": 27,
    "GB": 22,
    "IE": 22,
    "PL": 28,
    "TR": 26,
    "AT": 20,
    "CH": 21,
    "DK": 18,
    "SE": 24,
    "NO": 15,
    "RO": 24,
    "BG": 22,
    "LT": 20,
    "LV": 21,
    "EE": 20,
    "HU": 28,
    "CZ": 24,
    "GR": 27,
}

_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}[ ]?[A-Z0-9]{4}[A-Z0-9 ]{4,34}")
_PHONE = re.compile(r"(?<![\w/.,+-])(?:\+|\(?0)[\d ()./–-]{6,24}")
_BSN = re.compile(r"(?<![\w.,-])(?:\d{8,9}|\d{4}[. ]\d{2}[. ]\d{3}|\d{3}[. ]\d{3}[. ]\d{3})(?!\w)")
_BSN_CUE = re.compile(r"(?:bsn|burgerservice|sofinummer)[^\n]{0,20}$", re.IGNORECASE)
_POSTCODE = re.compile(
    r"(?<![\w.,-])([1-9]\d{3})( ?)((?!S[ADS])[A-Z]{2})(?!\w)"
    r"(,?[ ]{1,2}(?:nr\.? ?|nummer |huisnummer )?\d{1,5}(?:[ -]?[a-zA-Z](?!\w))?(?!\w))?"
)
_STREET_END = (
    "straat|laan|weg|plein|kade|gracht|singel|dijk|hof|pad|steeg|plantsoen|dreef|markt|haven|wal"
    "|ring|erf|baan|kamp|park|akker|veld|berg|burg|donk|horst|stede|oord"
)
_NUMBER = r"(?: nr\.?| nummer)? \d{1,4}(?: ?[a-zA-Z]|-\d{1,3}|-[a-zA-Z])?(?![\w:%])(?![.,]\d)"
_STREET = re.compile(rf"(?<!\w)[^\W\d_a-z]\w{{0,25}}(?<=\w)(?:{_STREET_END}){_NUMBER}")
_WHOLE_STREET = re.compile(rf"(?<!\w)(?:{_STREET_END.title()}){_NUMBER}")
_SMALL_STREET = re.compile(rf"(?<!\w)[a-z]{{3,20}}(?:straat|laan|gracht|singel){_NUMBER}")
_LANE_OF = re.compile(
    rf"(?<!\w)(?:Laan|Plein|Hof|Kade|Weg) (?:van|der|den|de|het) (?:de |den |der |het )?"
    rf"\w{{2,25}}{_NUMBER}"
)
_PLATE = re.compile(
    r"(?<![\w-])(?=[A-Z0-9-]{8}(?![\w-]))"
    r"(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{1,3}|\d{1,3})-(?:[A-Z]{1,3}|\d{1,3})"
)
_PLAIN_PLATE = re.compile(r"kenteken(?: is| was|:)? ([A-Z0-9-]{6,8})(?![\w-])", re.IGNORECASE)
_WEB = re.compile(
    r"(?<![\w@.])(?:https?://[^\s<>()\[\]\"]{1,300}|www\.[^\s<>()\[\]\"]{1,300}"
    r"|[a-z0-9-]{2,40}\.(?:nl|com|org|net|be|eu|example)(?:/[^\s<>()\[\]\"]{1,200})?(?![\w@]))",
    re.IGNORECASE,
)
_WEB_SIGN = re.compile(r"://|\.(?:nl|com|org|net|be|eu|example)(?!\w)|www\.", re.IGNORECASE)
_USER = re.compile(
    r"(?<![\w.@/])(?:@[A-Za-z][\w.]{2,30}|[A-Za-z0-9]{1,20}(?:_[A-Za-z0-9]{1,20}){1,4})(?!\w)"
)
_MONTH = "|".join(_MONTHS)
_DATE = re.compile(
    rf"(?<![\w.,/-])(?:(?:{_DAYS}) )?(\d{{1,2}}) (?:({_MONTH})(?!\w)|({'|'.join(_SHORT)})\.? )"
    rf"(?: ?(?:[12]\d{{3}}|['’]\d\d)(?!\w))?",
    re.IGNORECASE,
)
_NUMBER_DATE = re.compile(r"(?<![\w.,/-])(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)?\d{2})(?![\w/-])")
_ISO_DATE = re.compile(r"(?<![\w.,/-])((?:19|20)\d{2})-(\d{2})-(\d{2})(?![\w/-])")
_BIRTH = re.compile(
    r"(?:geboren|geboorte\w{0,10}|geb\.?|jarig|verjaar\w{0,10})[^.!?\n]{0,30}$|(?<!\w)is van $",
    re.IGNORECASE,
)
_AT_SIGN = re.compile(r"[\w.+-]")
_MAIL_END = re.compile(r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}")
_DIGITS = re.compile(r"\d{1,40}")
_NO_DIGIT = re.compile(r"\D")

# What a pattern with a digit may hold before its first digit and behind its last.
_BEFORE, _BEHIND = 80, 40
Zones = list[tuple[int, int]]

#: All that is searched for, for the test of their bounds.
PATTERNS = (
    *(_IBAN, _PHONE, _BSN, _BSN_CUE, _POSTCODE, _STREET, _WHOLE_STREET, _SMALL_STREET, _LANE_OF),
    *(
        _PLATE,
        _PLAIN_PLATE,
        _WEB_SIGN,
        _WEB,
        _USER,
        _DATE,
        _NUMBER_DATE,
        _ISO_DATE,
        _BIRTH,
        _MAIL_END,
    ),
)


def find_patterns(text: str) -> Iterator[Trace]:
    """Traces with a form, the most certain first; they may overlap."""
    yield from _mails(text)
    zones = _zones(text)
    yield from _ibans(text, zones)
    for match in _WEB.finditer(text) if _WEB_SIGN.search(text) else ():
        end = match.start() + len(match[0].rstrip(".,;:!?'’”"))
        yield trace_at(TraceKind.WEB, text, match.start(), end)
    yield from _phones(text, zones)
    for match in _matches(_POSTCODE, text, zones):
        # `2019 OV` is a year and a word; with a number behind it, or joined, it is a postcode
        if match[4] or not match[2] or match[1][:2] not in ("19", "20"):
            yield trace_at(TraceKind.POSTCODE, text, *match.span())
    yield from _streets(text, zones)
    for match in _matches(_BSN, text, zones):
        digits = _NO_DIGIT.sub("", match[0])
        cued = _BSN_CUE.search(text, max(0, match.start() - 40), match.start()) is not None
        if cued or (len(digits) == 9 and passes_eleven_test(digits)):
            yield trace_at(TraceKind.BSN, text, *match.span())
    yield from _plates(text, zones)
    yield from _dates(text, zones)
    for match in _USER.finditer(text) if "@" in text or "_" in text else ():
        yield trace_at(TraceKind.WEB, text, *match.span())


def passes_eleven_test(digits: str) -> bool:
    """Whether nine digits can be a burgerservicenummer.

    Source: Logisch Ontwerp GBA, burgerservicenummer: 9a + 8b + … + 2h - i is a multiple of 11.
    """
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    return total % 11 == 0 and digits.strip("0") != ""


def is_iban(text: str) -> bool:
    """Whether letters and digits without blanks are an IBAN. Source: ISO 13616, mod 97."""
    turned = text[4:] + text[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


def is_phone(text: str) -> bool:
    """Whether this can be a telephone number, Dutch or of another country."""
    digits = _NO_DIGIT.sub("", text)
    if text.startswith("+") or digits.startswith("00"):
        number = digits.removeprefix("00") if not text.startswith("+") else digits
        if number.startswith("31"):
            return len(number.removeprefix("31").removeprefix("0")) == 9
        return 9 <= len(number) <= 13 and number[0] != "0"
    return len(digits) == 10 and digits[1] != "0" and text.count(".") != 2


def _zones(text: str) -> Zones:
    """The parts of the text around digits: most of a text has none, and is passed over."""
    zones: Zones = []
    low = high = 0
    for match in _DIGITS.finditer(text):
        if match.start() - _BEFORE > high:
            if high:
                zones.append((low, high))
            low = max(0, match.start() - _BEFORE)
        high = min(len(text), match.end() + _BEHIND)
    if high:
        zones.append((low, high))
    return zones


def _matches(pattern: re.Pattern[str], text: str, zones: Zones) -> Iterator[re.Match[str]]:
    for low, high in zones:
        yield from pattern.finditer(text, low, high)


def _mails(text: str) -> Iterator[Trace]:
    at = text.find("@")
    while at >= 0:
        start = at
        while start > 0 and at - start < 64 and _AT_SIGN.match(text[start - 1]):
            start -= 1
        end = _MAIL_END.match(text, at + 1)
        if end and start < at:
            yield trace_at(TraceKind.EMAIL, text, start, end.end())
        at = text.find("@", at + 1)


def _ibans(text: str, zones: Zones) -> Iterator[Trace]:
    for match in _matches(_IBAN, text, zones):
        length = _IBAN_LENGTHS.get(match[0][:2])
        if length is None:
            continue
        kept, end = "", match.start()
        for sign in match[0]:
            if len(kept) == length:
                break
            end += 1
            kept += sign if sign != " " else ""
        if len(kept) == length and is_iban(kept):
            yield trace_at(TraceKind.IBAN, text, match.start(), end)


def _phones(text: str, zones: Zones) -> Iterator[Trace]:
    for match in _matches(_PHONE, text, zones):
        found = match[0].rstrip(" ()./–-")
        for _ in range(12):
            if is_phone(found):
                end = match.start() + len(found)
                if not text[end : end + 1].isalnum():
                    yield trace_at(TraceKind.PHONE, text, match.start(), end)
                break
            cut = max(found.rfind(sign) for sign in " /–-.")
            if cut < 6:
                break
            found = found[:cut].rstrip(" ()./–-")


def _streets(text: str, zones: Zones) -> Iterator[Trace]:
    for pattern in (_LANE_OF, _STREET, _WHOLE_STREET, _SMALL_STREET):
        for match in _matches(pattern, text, zones):
            start = match.start()
            for _ in range(3):  # `Prins Bernhardlaan`, `Burgemeester de Vlugtlaan`
                word = word_before(text, start)
                begin = start - len(word) - 1
                joined = text[begin:start] == f"{word} " if word else False
                if not joined or not word[0].isupper() or starts_sentence(text, begin):
                    break
                start = begin
            yield trace_at(TraceKind.STREET, text, start, match.end())


def _plates(text: str, zones: Zones) -> Iterator[Trace]:
    for match in _matches(_PLATE, text, zones):
        plain = match[0].replace("-", "")
        if len(plain) == 6 and not plain.isalpha() and not plain.isdigit():
            yield trace_at(TraceKind.PLATE, text, *match.span())
    for match in _matches(_PLAIN_PLATE, text, zones):
        plain = match[1].replace("-", "")
        if len(plain) == 6 and not plain.isalpha() and not plain.isdigit():
            yield trace_at(TraceKind.PLATE, text, *match.span(1))


def _dates(text: str, zones: Zones) -> Iterator[Trace]:
    for match in _matches(_DATE, text, zones):
        month = _month(match[2] or match[3])
        if 1 <= int(match[1]) <= 31:
            yield _dated(text, match.start(), match.start() + len(match[0].rstrip()), month)
    for match in _matches(_NUMBER_DATE, text, zones):
        if 1 <= int(match[1]) <= 31 and 1 <= int(match[3]) <= 12:
            yield _dated(text, *match.span(), int(match[3]))
    for match in _matches(_ISO_DATE, text, zones):
        if 1 <= int(match[3]) <= 31 and 1 <= int(match[2]) <= 12:
            yield _dated(text, *match.span(), int(match[2]))


def _month(word: str) -> int:
    small = word.lower()
    return (_MONTHS.index(small) if small in _MONTHS else _SHORT.index(small)) + 1


def _dated(text: str, start: int, end: int, month: int) -> Trace:
    born = _BIRTH.search(text, max(0, start - 50), start) is not None
    kind = TraceKind.BIRTH if born else TraceKind.DATE
    return trace_at(kind, text, start, end, (str(month),))
