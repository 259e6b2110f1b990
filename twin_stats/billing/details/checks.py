"""Checking one detail as it is typed: the value as it is kept, or what is wrong with it."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType

from stdnum import get_cc_module
from stdnum.eu import vat
from stdnum.exceptions import ValidationError
from stdnum.ru import inn, ogrn

from twin_stats.billing.arithmetic import currency_code, plain
from twin_stats.billing.details import banks
from twin_stats.billing.details.countries import EUROPEAN_UNION, code_of, is_postal_code
from twin_stats.billing.details.names import PARTS, Values, country, is_person, is_russian
from twin_stats.errors import BadDetail, UnknownCurrency, UnknownZone
from twin_stats.source.time import zone
from twin_stats.text import LANGUAGES, Phrase

LONGEST = 300
EMAIL = re.compile(r"[^\s@<>,;:\"()\\]+@[^\s@<>,;:\"()\\.]+(\.[^\s@<>,;:\"()\\.]+)+")
PHONE = re.compile(r"\+?[0-9(][0-9 ()./-]{3,28}")
YES, NO = ("true", "yes", "1"), ("false", "no", "0")

Check = Callable[[str, Values], str | None]


def check(field: str, written: str, values: Values) -> str:
    """The value as it is kept ("" clears a detail); raise BadDetail, with the reason, for a wrong one.

    `values` are the other details beside it: an account fits its bank, a postal code its country.
    """
    value = unicodedata.normalize("NFC", written).strip()
    if not value:
        return ""
    if len(value) > LONGEST:
        raise wrong(field, "too_long", f"{value[:20]}…")
    if any(unicodedata.category(letter) in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"} for letter in value):
        raise wrong(field, "unprintable", value)
    kept = CHECKS.get(PARTS[field][1] if field in PARTS else field, _text)(value, {**values, "": field})
    if kept is None:
        raise wrong(field, reason(field, values), value)
    return kept


def wrong(field: str, why: str, value: str) -> BadDetail:
    """The error about a field; `why` is a key of `wrong.…`."""
    return BadDetail(name=Phrase(f"detail.{field}"), why=Phrase(f"wrong.{why}"), value=value)


def reason(field: str, values: Values) -> str:
    """The key of what a wrong value should have been; Russian ones have their own."""
    part = PARTS[field][1] if field in PARTS else field
    return f"{part}_ru" if part in RUSSIAN and is_russian(values) else part


def _text(value: str, _values: Values) -> str | None:
    return value


def _squeezed(value: str) -> str:
    return re.sub(r"[\s.]", "", value).upper()


def _when(good: Callable[[str, Values], bool]) -> Check:
    """A check of a code that is kept without blanks and in capitals."""

    def checked(value: str, values: Values) -> str | None:
        code = _squeezed(value)
        return code if good(code, values) else None

    return checked


def _registration(value: str, values: Values) -> str | None:
    """In Russia an OGRN of 13 digits, or of 15 where the INN is a sole trader's."""
    if not is_russian(values):
        return value
    number = _squeezed(value)
    digits = 15 if is_person(values) else 13
    return number if ogrn.is_valid(number) and (len(number) == digits or not values.get("inn")) else None


def _vat_number(value: str, values: Values) -> str | None:
    """By the rules of the country that its first letters name, else of the legal address."""
    code, home = re.sub(r"[\s-]", "", value).upper(), country(values)
    named = {"EL": "GR"}.get(code[:2], code[:2])
    if named in EUROPEAN_UNION or home in EUROPEAN_UNION:
        prefix = "EL" if home == "GR" else home
        return _valid(vat.compact, code if named in EUROPEAN_UNION else prefix + code, vat.is_valid)
    rules = get_cc_module(named, "vat") or get_cc_module(home, "vat") if home else None
    if rules is None:
        return value if re.fullmatch(r"[A-Z0-9./]{4,30}", code) else None
    return code if rules.is_valid(code) else None


def _valid(compact: Callable[[str], str], code: str, is_valid: Callable[[str], bool]) -> str | None:
    try:
        return compact(code) if is_valid(code) else None
    except ValidationError:
        return None


def _postal_code(value: str, values: Values) -> str | None:
    code = value.upper()
    return code if is_postal_code(code, country(values, values[""])) else None


def _country(value: str, _values: Values) -> str | None:
    return code_of(value)


def _zone(value: str, _values: Values) -> str | None:
    try:
        return zone(value).key
    except UnknownZone:
        return None


def _currency(value: str, _values: Values) -> str | None:
    try:
        return currency_code(value)
    except UnknownCurrency:
        return None


def _tax_rate(value: str, _values: Values) -> str | None:
    rate = plain(value.removesuffix("%"))
    return f"{rate:.2f}" if rate is not None and rate <= 100 and rate == round(rate, 2) else None


def _tax_included(value: str, _values: Values) -> str | None:
    said = value.casefold()
    return "true" if said in YES else "false" if said in NO else None


def _language(value: str, _values: Values) -> str | None:
    return value.lower() if value.lower() in LANGUAGES else None


def _matches(form: "re.Pattern[str]") -> Check:
    return lambda value, _values: value if form.fullmatch(value) else None


RUSSIAN = frozenset({"registration_number", "bank_code", "account", "correspondent_account"})
CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "registration_number": _registration,
        "inn": _when(lambda code, _: bool(inn.is_valid(code))),
        "kpp": _when(lambda code, _: bool(re.fullmatch(r"[0-9]{4}[0-9A-Z]{2}[0-9]{3}", code))),
        "vat_number": _vat_number,
        "bank_code": _when(banks.is_bank_code),
        "account": _when(banks.is_account),
        "correspondent_account": _when(banks.is_correspondent_account),
        "email": _matches(EMAIL),
        "phone": _matches(PHONE),
        "country": _country,
        "postal_code": _postal_code,
        "zone": _zone,
        "currency": _currency,
        "tax_rate": _tax_rate,
        "tax_included": _tax_included,
        "documents_language": _language,
    }
)
