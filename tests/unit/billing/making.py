"""Invoices for tests: whole ones, of which a test changes what it is about."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from twin_stats.billing.model import Address, Invoice, Line, Party, Tax

BUYER = Party(
    name="Ромашка, ООО «Цветы & Co» <b>",
    inn="7707083893",
    kpp="773601001",
    bank="ПАО Сбербанк",
    bank_code="044525225",
    account="40702810438000060473",
    correspondent_account="30101810400000000225",
    receiver_name="ООО «Цветы»",
    legal_address=Address("RU", "117312", "Москва", "ул. Вавилова, 19"),
    postal_address=Address("RU", "117312", "Москва", "ул. Вавилова, 19"),
    email="money@flowers.example",
)
SELLER = Party(
    name="Alsterfunk GmbH",
    registration_number="HRB 123456",
    vat_number="DE136695976",
    bank="Commerzbank",
    bank_code="COBADEFFXXX",
    account="DE89370400440532013000",
    receiver_name="Alsterfunk GmbH",
    legal_address=Address("DE", "20095", "Hamburg", "Ballindamm 1"),
    postal_address=Address("DE", "20095", "Hamburg", "Ballindamm 1"),
    email="billing@alsterfunk.example",
    phone="+49 40 000000",
)
LINE = Line(
    "service.operator_message",
    "Alice",
    "unit.message",
    Decimal("1000"),
    Decimal("0.241667"),
    24167,
    Decimal("20"),
)


def an_invoice(**changes: Any) -> Invoice:
    """A monthly invoice of March 2026 with one line; `changes` replaces any of its parts."""
    whole: dict[str, Any] = {
        "kind": "monthly",
        "number": "2026-000123",
        "company": 1,
        "issued_at": datetime(2026, 4, 1, 6, 30, 15),
        "zone": "Europe/Moscow",
        "language": "en",
        "currency": "RUB",
        "seller": SELLER,
        "buyer": BUYER,
        "month": date(2026, 3, 1),
        "period": (date(2026, 3, 1), date(2026, 3, 31)),
        "lines": (LINE,),
        "taxes": (Tax(Decimal("20"), 24167, 4833),),
        "net": 24167,
        "tax": 4833,
        "gross": 29000,
        "tax_included": False,
        "balance_before": 100000,
        "balance_after": 71000,
        "due": 0,
        "generation": 7,
    }
    return Invoice(**{**whole, **changes})
