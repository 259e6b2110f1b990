"""Companies that trade: complete details, and documents that are drawn at once."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.unit.billing.test_missing import GERMAN, RUSSIAN
from tests.unit.source.making import add_company, new_stores
from twin_stats.billing import details
from twin_stats.billing.invoices.draft import Draft
from twin_stats.billing.invoices.issue import Drawn, Issued, issue
from twin_stats.billing.invoices.making import create
from twin_stats.billing.model import Invoice, Line
from twin_stats.source.stores import Stores

NOW = datetime(2026, 4, 1, 9, 0)
SELLER = {name: value for name, value in GERMAN.items() if name in details.SELLER}
COMPANIES = {1: GERMAN, 2: {**RUSSIAN, "currency": "RUB", "zone": "Europe/Moscow", "tax_rate": "20"}}


def drawn(invoice: Invoice) -> Drawn:
    """Bytes that say which invoice they are of."""
    return Drawn(b"%PDF " + invoice.to_json().encode())


def trading(home: Path, companies: tuple[int, ...] = (1, 2), **environment: str) -> Stores:
    """Stores with a seller and companies whose details are complete: 1 German, 2 Russian."""
    stores = new_stores(home, **environment)
    details.change(stores, None, SELLER)
    for company in companies:
        add_company(stores, company)
        details.change(stores, company, {k: v for k, v in COMPANIES[company].items() if v})
    return stores


def make(stores: Stores, amount: str = "100", company: int = 1, at: datetime = NOW, **more: Any) -> Issued:
    """A top-up invoice."""
    return create(stores, company, amount, at, draw=drawn, **more)


def charge(stores: Stores, gross: int, month: date = date(2026, 3, 1), company: int = 1) -> Issued:
    """A monthly invoice over exactly this amount."""
    with stores.reading() as connection:
        terms = replace(details.terms(connection, company), tax_rate=Decimal(19))
    line = Line("service.call", "", "unit.call", Decimal(1), None, gross, Decimal(19))
    last = (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    draft = Draft("monthly", terms, terms.currency, (line,), True, month=month, period=(month, last))
    return issue(stores, draft, NOW, drawn)
