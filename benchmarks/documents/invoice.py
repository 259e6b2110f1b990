"""The invoice that is rendered: a month of a British customer in euros, with as many lines as asked for."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from twin_stats.billing.model import Address, Invoice, Line, Party, Tax

RATE = Decimal(20)
SERVICES = (
    ("service.client_message", "Telegram", "unit.message", Decimal("0.012")),
    ("service.bot_message", "Web", "unit.message", Decimal("0.0035")),
    ("service.call", "Outbound", "unit.minute", Decimal("0.043")),
    ("service.notification", "SMS", "unit.part", None),
)
SELLER = Party(
    name="Twin Lab GmbH",
    registration_number="HRB 123456 B",
    vat_number="DE129273398",
    bank="Berliner Sparkasse",
    bank_code="BELADEBEXXX",
    account="DE89370400440532013000",
    legal_address=Address("DE", "10115", "Berlin", "Invalidenstraße 117"),
    email="billing@twin.example",
)
BUYER = Party(
    name="Northwind Windows & Doors Ltd",
    registration_number="04578112",
    vat_number="GB980780684",
    legal_address=Address("GB", "EC1A 1BB", "London", "12 Aldersgate Street"),
    email="accounts@northwind.example",
)


def invoice(lines: int) -> Invoice:
    """An invoice with so many lines."""
    made = tuple(_line(number) for number in range(lines))
    net = sum(line.net for line in made)
    tax = net // 5
    empty = Invoice(
        kind="monthly", number="2026-000123", company=1001, issued_at=datetime(2026, 11, 1, 6, tzinfo=UTC),
        zone="Europe/London", language="en", currency="EUR", seller=SELLER, buyer=BUYER,
        month=date(2026, 10, 1), period=(date(2026, 10, 1), date(2026, 10, 31)), lines=(), taxes=(),
        net=0, tax=0, gross=0, tax_included=False, balance_before=0, balance_after=0, due=0,
    )  # fmt: skip
    return replace(
        empty, lines=made, taxes=(Tax(RATE, net, tax),), net=net, tax=tax, gross=net + tax,
        balance_after=-net - tax, due=net + tax,
    )  # fmt: skip


def _line(number: int) -> Line:
    service, detail, unit, price = SERVICES[number % len(SERVICES)]
    quantity = Decimal(100 + number)
    net = int(quantity * (price or Decimal("0.02")) * 100)
    return Line(service, f"{detail} {number:04d}", unit, quantity, price, net, RATE)
