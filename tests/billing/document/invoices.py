"""Invoices for tests: a Russian and an English one, and what may be different about them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from twin_stats.billing.model import Address, Invoice, Line, Party, Tax

RUSSIAN_SELLER = Party(
    name="ООО «Твин Лаб»",
    registration_number="1187746000000",
    inn="7707083893",
    kpp="770701001",
    bank="ПАО СБЕРБАНК, г. Москва",
    bank_code="044525225",
    account="40702810938000012345",
    correspondent_account="30101810400000000225",
    receiver_name="ООО «Твин Лаб» (расчёты)",
    legal_address=Address("RU", "117312", "Москва", "ул. Вавилова, д. 19"),
    postal_address=Address("RU", "117312", "Москва", "ул. Вавилова, д. 19"),
    email="billing@twin.example",
    phone="+7 495 000-00-00",
)
RUSSIAN_BUYER = Party(
    name="АО «Северные окна»",
    registration_number="1027700132195",
    inn="7736207543",
    kpp="773601001",
    legal_address=Address("RU", "119021", "Москва", "ул. Льва Толстого, д. 16"),
    postal_address=Address("RU", "101000", "Москва", "а/я 45"),
    email="buh@okna.example",
    phone="+7 495 111-22-33",
)
GERMAN_SELLER = Party(
    name="Twin Lab GmbH",
    registration_number="HRB 123456 B",
    vat_number="DE129273398",
    bank="Berliner Sparkasse",
    bank_code="BELADEBEXXX",
    account="DE89 3704 0044 0532 0130 00",
    receiver_name="Twin Lab Receivables GmbH",
    legal_address=Address("DE", "10115", "Berlin", "Invalidenstraße 117"),
    postal_address=Address("DE", "10115", "Berlin", "Invalidenstraße 117"),
    email="billing@twin.example",
    phone="+49 30 000000",
)
BRITISH_BUYER = Party(
    name="Northwind Windows & Doors Ltd",
    registration_number="04578112",
    vat_number="GB980780684",
    legal_address=Address("GB", "EC1A 1BB", "London", "12 Aldersgate Street"),
    postal_address=Address("GB", "SW1A 1AA", "London", "PO Box 12"),
    email="accounts@northwind.example",
    phone="+44 20 7946 0000",
)
RATE = Decimal(20)
LINES = (
    Line("service.operator_message", "WhatsApp", "unit.message", Decimal(8120), Decimal("0.05"), 40600, RATE),
    Line("service.call", "outbound", "unit.minute", Decimal("4210.5"), Decimal("0.043"), 18105, RATE),
    Line("service.notification", "SMS", "unit.part", Decimal(18450), None, 75645, RATE),
)


def english(**changes: Any) -> Invoice:
    """October 2026 of a British buyer: net 1,343.50, VAT 268.70, 1,612.20 in all, 612.20 to pay."""
    invoice = Invoice(
        kind="monthly",
        number="2026-000123",
        company=1001,
        issued_at=datetime(2026, 10, 31, 23, 30, tzinfo=UTC),  # 1 November in Berlin
        zone="Europe/Berlin",
        language="en",
        currency="EUR",
        seller=GERMAN_SELLER,
        buyer=BRITISH_BUYER,
        month=date(2026, 10, 1),
        period=(date(2026, 10, 1), date(2026, 10, 31)),
        lines=LINES,
        taxes=(Tax(RATE, 134350, 26870),),
        net=134350,
        tax=26870,
        gross=161220,
        tax_included=False,
        balance_before=100000,
        balance_after=-61220,
        due=61220,
    )
    return replace(invoice, **changes)


def russian(**changes: Any) -> Invoice:
    """The same in rubles, for a buyer and of a seller in Moscow."""
    own = {"language": "ru", "currency": "RUB", "zone": "Europe/Moscow"}
    return english(**(own | {"seller": RUSSIAN_SELLER, "buyer": RUSSIAN_BUYER} | changes))


def with_lines(invoice: Invoice, count: int, rates: tuple[Decimal, ...] = (RATE,)) -> Invoice:
    """The invoice with so many lines of 10.00 each, the rates in turn."""
    line = Line("service.call", "", "unit.minute", Decimal(100), Decimal("0.1"), 1000, RATE)
    lines = tuple(
        replace(line, detail=f"Queue {number}", tax_rate=rates[number % len(rates)])
        for number in range(count)
    )
    bases = {rate: sum(one.net for one in lines if one.tax_rate == rate) for rate in rates}
    taxes = tuple(Tax(rate, base, int(base * rate / 100)) for rate, base in bases.items())
    net, tax = 1000 * count, sum(one.amount for one in taxes)
    gross = net + tax
    return replace(
        invoice, lines=lines, taxes=taxes, net=net, tax=tax, gross=gross,
        balance_before=0, balance_after=-gross, due=gross,
    )  # fmt: skip
