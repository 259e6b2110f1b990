"""Amounts of the books, and days of documents, as a person of the language writes them."""

from datetime import date, datetime

from babel.dates import format_date

from twin_stats.analytics.ink.dates import bucket
from twin_stats.billing.arithmetic import major
from twin_stats.source.time import local
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.figures import NOTHING, money


def amount(value: int, currency: str, language: str) -> str:
    """Minor units in their currency."""
    return money(major(value, currency), currency, language)


def month(first: date | None, language: str) -> str:
    """A month by its first day; a dash where there is none."""
    return bucket(f"{first:%Y-%m}", language) if first else NOTHING


def day(at: datetime, visit: Visit) -> str:
    """The company's local day of an instant."""
    return format_date(local(at, visit.company.zone).date(), "medium", locale=visit.language)
