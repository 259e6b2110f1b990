"""Countries by code or name, and how their postal codes look."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from babel import Locale

NO_COUNTRY = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"})
EUROPEAN_UNION = frozenset(
    [
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    ]
)
# Countries that have no postal codes, so that none can be missing.
WITHOUT_POSTAL_CODES = frozenset(
    [
        "AE",
        "AG",
        "AO",
        "AW",
        "BF",
        "BI",
        "BJ",
        "BO",
        "BS",
        "BW",
        "BZ",
        "CD",
        "CF",
        "CG",
        "CI",
        "CK",
        "CM",
        "DJ",
        "DM",
        "ER",
        "FJ",
        "GD",
        "GH",
        "GM",
        "GQ",
        "GY",
        "HK",
        "KI",
        "KM",
        "KN",
        "KP",
        "ML",
        "MO",
        "MR",
        "MW",
        "NR",
        "NU",
        "QA",
        "RW",
        "SB",
        "SC",
        "SL",
        "SR",
        "SS",
        "ST",
        "SX",
        "SY",
        "TD",
        "TG",
        "TK",
        "TL",
        "TO",
        "TV",
        "UG",
        "VU",
        "YE",
        "ZW",
    ]
)
_BY_FORM = {
    r"\d{3}": "FO IS LS MG OM PG",
    r"\d{4}": "AF AL AM AR AT AU BD BE BG CH CV CX CY DK ET GE GL GW HU LI LU MK MZ NO NZ PH PY SI TN ZA",
    r"\d{5}": "AX BA CU DE DO DZ EE EG ES FI FR GP GT HR ID IT JO KE KW LA LK MA MC ME MM MQ MX MY NC NP PE "
    "PF PK RE RS SA SD SM SN TH TR UA UY VA VN XK YT ZM",
    r"\d{6}": "BY CN EC IN KG KZ MN RO RU SG TJ TM UZ VN",
    r"\d{7}": "CL IL",
    r"\d{3} ?\d{2}": "CZ GR SE SK",
    r"\d{5}(-\d{4})?": "US PR GU VI AS MP",
    r"\d{5}-?\d{3}": "BR",
    r"\d{3}-?\d{4}": "JP",
    r"\d{5}|\d{3}-\d{3}": "KR",
    r"\d{2}-?\d{3}": "PL",
    r"\d{4}(-\d{3})?": "PT",
    r"\d{4} ?[A-Z]{2}": "NL",
    r"(LV-?)?\d{4}": "LV",
    r"(LT-?)?\d{5}": "LT",
    r"(MD-?)?\d{4}": "MD",
    r"(AZ ?)?\d{4}": "AZ",
    r"AD\d{3}": "AD",
    r"[A-Z]{3} ?\d{4}": "MT",
    r"[A-Z]\d[A-Z] ?\d[A-Z]\d": "CA",
    r"[A-Z]\d{2} ?[A-Z0-9]{4}": "IE",
    r"GIR ?0AA|[A-Z]{1,2}\d[A-Z0-9]? ?\d[A-Z]{2}": "GB GG IM JE",
}
POSTAL_CODES: Mapping[str, "re.Pattern[str]"] = MappingProxyType(
    {code: re.compile(form, re.ASCII) for form, codes in _BY_FORM.items() for code in codes.split()}
)
UNKNOWN_FORM = re.compile(r"[A-Z0-9][A-Z0-9 -]{1,11}")


@lru_cache(maxsize=1)
def codes() -> frozenset[str]:
    """The two-letter codes of all countries (ISO 3166)."""
    known = map(str, Locale("en").territories)
    return frozenset(code for code in known if re.fullmatch("[A-Z]{2}", code)) - NO_COUNTRY


def code_of(written: str) -> str | None:
    """The code of a country that was written as its code, or as its name in English or Russian."""
    upper = written.strip().upper()
    return upper if upper in codes() else _by_name().get(written.strip().casefold())


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, str]:
    return MappingProxyType(
        {
            Locale(language).territories[code].casefold(): code
            for language in ("en", "ru")
            for code in sorted(codes())
        }
    )


def has_postal_codes(country: str) -> bool:
    """Whether addresses of the country have a postal code at all."""
    return country not in WITHOUT_POSTAL_CODES


def is_postal_code(written: str, country: str) -> bool:
    """Whether a postal code (in capitals) looks as those of the country do."""
    return bool(POSTAL_CODES.get(country, UNKNOWN_FORM).fullmatch(written))
