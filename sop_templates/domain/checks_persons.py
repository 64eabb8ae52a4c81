"""Personal data that a public document must not hold: citizen numbers, birth dates, names of pupils."""

import re
from collections.abc import Iterator

from sop_templates.domain.checks_record import Record
from sop_templates.domain.dutch import MONTHS
from sop_templates.kinds.answers_checks import BIRTH_DATE, CITIZEN_NUMBER, PUPIL_NAME
from sop_templates.outcome import Finding

# Nine digits together, or with the full stops of a form; no part of a longer number, an address or a sum.
CITIZEN = re.compile(r"(?<![\w.,/+@=-])(?:\d{9}|\d{4}\.\d{2}\.\d{3})(?![\w/@=-]|[.,]\d)")
DIGITS = re.compile(r"\d{4}(?:\d{3}|\.\d)")  # without this there is none; far faster to look for
WEIGHTS = (
    9,
    8,
    7,
    6,
    5,
    4,
    3,
    2,
    -1,
)  # the eleven test of a BSN (Besluit BSN): the last digit counts as -1
OTHER_NUMBER = re.compile(
    r"\b(?:tel\w*|mobiel\w*|fax\w*|bel(?:len)?|bereikbaar|rsin|kvk|iban|rekening\w*|btw\w*"
    r"|isbn|brin\w*|dossier\w*|factuur\w*|order\w*)\b[^\n]{0,25}$"
)
SAYS_CITIZEN = re.compile(r"\b(?:bsn|burgerservicenummer|sofinummer|onderwijsnummer)\b[^\n]{0,25}$")
LOOK_BACK = 40  # characters before a number that may say what it is

BIRTH_WORDS = ("geboren", "geboorte", "geb.", "geb ")
DAY = rf"\d{{1,2}}(?:[-/. ]\d{{1,2}}[-/. ]| (?:{'|'.join(MONTHS)}) )(?:\d{{4}}|\d{{2}}\b)"
BIRTH = re.compile(
    rf"\b(?:geboren(?: te \w+)?(?: op)?|geb\.?(?: op)?|geboortedatum(?: is)?|geboortedag):? ?(?:{DAY})"
)

PARTICLE = r"(?:van|de|den|der|ter|ten|el|al|le|la|bin|ben)"
PUPIL = re.compile(
    r"\b(?P<pupil>[Ll]eerlinge?) (?P<name>[A-Z][a-zà-ÿ]+|[A-Z]\.)"
    rf"(?P<rest>(?: {PARTICLE})*(?: [A-Z][a-zà-ÿ]+|[A-Z]\.)?)(?![\w!]|-\w|\.\w)"
)
# After "een leerling" a capital is a language or a method far more often than a name.
ARTICLE = re.compile(
    r"\b(?:een|de|elke|iedere|geen|per|welke|deze|die|hun|zijn|haar|onze|ons|alle|andere|zo'n) $",
    re.IGNORECASE,
)
NO_NAME = re.compile(
    "Nederlandse?|Engels|Frans|Duits|Fries|Turks|Arabisch|Pools|Spaans|Oekraïens|Tigrinya|Papiaments"
    "|Berbers|Farsi|Chinees|Bulgaars|Roemeens|Cito|Bouw|Kurzweil|Passend|Extra|Wij|We|De|Het|Een|In|Op"
    "|Als|Bij|Ook|Er|Dan|Dit|Dat|En|Of|Maar|Ouders?|School|Groep|Team|Rekenen|Taal|Lezen|Spelling|Jeugd"
    "|Kentalis|Auris|Visio|Bartiméus|Dalton|Montessori|Jenaplan|Freinet|Snappet|Gynzy|Parnassys"
    "|Leerplicht|Zorg|Ondersteuning|Begeleiding|Onderwijs|Volg|Dossier|Logopedie|Haagse?|Den|Amsterdam"
    "|Rotterdam|Rijswijk|Scheveningen|Voorburg|Leidschendam"
)
VERB_FOLLOWS = re.compile(
    r" (?:is|heeft|zit|krijgt|werkt|kan|volgt|woont|was|gaat|leert|wordt)\b|,? \(?(?:geb|\d+ jaar)"
)


def check_citizen_numbers(record: Record) -> Iterator[Finding]:
    """SOP170: a number that is a BSN by the eleven test, and is not said to be another number.

    A text that is only a number is no prose: a telephone number whose zero Excel took is one.
    """
    if not DIGITS.search(record.all_lower):
        return
    for text in record.texts:
        for found in CITIZEN.finditer(text.plain):
            before = text.lower[max(found.start() - LOOK_BACK, 0) : found.start()]
            said = SAYS_CITIZEN.search(before) is not None
            bare = not any(letter.isalpha() for letter in text.plain)
            if is_citizen_number(found[0]) and (said or not (bare or OTHER_NUMBER.search(before))):
                yield record.text_finding(
                    CITIZEN_NUMBER, text, shown=f"{found[0][:2]}…{found[0][-2:]}"
                )


def check_birth_dates(record: Record) -> Iterator[Finding]:
    """SOP171: a full date right after "geboren" or "geboortedatum"."""
    if not any(word in record.all_lower for word in BIRTH_WORDS):
        return
    for text in record.texts:
        if found := BIRTH.search(text.lower):
            yield record.text_finding(
                BIRTH_DATE, text, words=text.plain[found.start() : found.end()]
            )


def check_pupil_names(record: Record) -> Iterator[Finding]:
    """SOP172: "leerling" followed by a name."""
    for text in record.texts:
        if "leerling" not in text.lower:
            continue
        for found in PUPIL.finditer(text.plain):
            if _is_name(found, text.plain):
                yield record.text_finding(
                    PUPIL_NAME, text, words=f"{found['pupil']} {found['name']}"
                )
                break


def is_citizen_number(written: str) -> bool:
    """Whether nine digits pass the eleven test of a BSN."""
    digits = [int(sign) for sign in written if sign.isdecimal()]
    if len(digits) != len(WEIGHTS) or not any(digits):
        return False
    return sum(digit * weight for digit, weight in zip(digits, WEIGHTS, strict=True)) % 11 == 0


def _is_name(found: re.Match[str], text: str) -> bool:
    if NO_NAME.fullmatch(found["name"]):
        return False
    if not found["rest"] and ARTICLE.search(text, 0, found.start()):
        return False
    # With a capital it may be a heading; "Leerling Sem krijgt …" is none.
    return found["pupil"][0] == "l" or VERB_FOLLOWS.match(text, found.end()) is not None
