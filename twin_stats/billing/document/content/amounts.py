"""Figures and dates as the document's country writes them, by Babel; nothing is rounded here."""

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_decimal, get_currency_symbol

from twin_stats.billing.minor_units import places, written

LONG = {"en": "d MMMM y", "ru": "long"}
SHORT = {"en": "d MMM y", "ru": "dd.MM.y"}


def whole(minor: int, currency: str) -> Decimal:
    """An amount in the currency itself: 57750 cents are 577.50."""
    return Decimal(minor).scaleb(-places(currency))


def amount(minor: int, currency: str, language: str) -> str:
    """An amount without its currency: 1,234.50."""
    digits = places(currency)
    form = "#,##0." + "0" * digits if digits else "#,##0"
    return format_decimal(whole(minor, currency), form, locale=language)


def money(minor: int, currency: str, language: str) -> str:
    """An amount with its currency: €1,234.50."""
    return written(whole(minor, currency), currency, language)


def symbol(currency: str, language: str) -> str:
    """The currency's sign, or its code where it has none."""
    return get_currency_symbol(currency, locale=language)


def price(value: Decimal, currency: str, language: str) -> str:
    """A unit price: at least the currency's decimals, at most six."""
    digits = places(currency)
    form = "#,##0." + ("0" * digits).ljust(6, "#")
    return format_decimal(value, form, locale=language)


def quantity(value: Decimal, language: str) -> str:
    """A quantity: 31,599 or 12.5."""
    return format_decimal(value, "#,##0.######", locale=language)


def percent(rate: Decimal, language: str) -> str:
    """A tax rate that is given in percent: 20%."""
    space = "\N{NO-BREAK SPACE}" if language == "ru" else ""
    return f"{format_decimal(rate, '#,##0.##', locale=language)}{space}%"


def local_day(moment: datetime, zone: str) -> date:
    """The day on which a moment falls where the company is."""
    instant = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return instant.astimezone(ZoneInfo(zone)).date()


def long_day(day: date, language: str) -> str:
    """25 November 2026."""
    return format_date(day, LONG[language], locale=language)


def days(first: date, last: date, language: str) -> str:
    """1 Nov 2026 – 30 Nov 2026; one day is told once."""
    start, end = (format_date(day, SHORT[language], locale=language) for day in (first, last))
    return start if first == last else f"{start}\N{NO-BREAK SPACE}– {end}"
