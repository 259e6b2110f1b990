"""Money on PostgreSQL: the same usage, invoices and refusals as on files; and a disk that is full."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import event

from tests.unit.billing.trade import NOW, charge, drawn, make, trading
from tests.unit.billing.using import CALLS, NOTIFICATIONS, chat, message, usage
from twin_stats.billing import ledger, tariffs
from twin_stats.billing.closing import bill
from twin_stats.billing.invoices import listing
from twin_stats.billing.invoices.making import void
from twin_stats.billing.payments.paying import pay
from twin_stats.billing.usage.costing import costs
from twin_stats.billing.usage.pricing import Priced
from twin_stats.errors import DiskFull, StoreError
from twin_stats.source.companies import one
from twin_stats.source.stores import Stores
from twin_stats.source.time import days

SESSIONS = [
    chat("2026-03-02 09:00", "s1", price="2.50", currency="EUR"),
    chat("2026-03-02 09:00", "s2", channel="alice"),
    chat("2026-03-02 09:00", "s3", price="9", currency="EUR"),
]
SAID = [
    message("2026-03-02 09:01", chat="s1"),
    message("2026-03-02 09:01", chat="s2"),
    message("2026-03-02 09:02", "bot", chat="s3", price="0.305", currency="EUR"),
    message("2026-03-02 09:02", chat=None),
]


def march(stores: Stores) -> Priced:
    usage(stores, 1, calls=CALLS, notifications=NOTIFICATIONS, chats=SESSIONS, messages=SAID)
    for unit, price in (("client_message", "0.333333"), ("call_minute", "0.05")):
        tariffs.keep(stores, 1, unit=unit, price=price, valid_from=date(2026, 1, 1))
    company = one(stores, 1)
    return costs(stores, company, Decimal(19)).of(days(date(2026, 3, 1), date(2026, 3, 31), company.zone))


def test_usage_is_the_same_on_postgresql_as_on_files(empty_postgresql: str, tmp_path: Path) -> None:
    files = trading(tmp_path / "files")
    server = trading(tmp_path / "server", TWIN_STATS_DATABASE_URL=empty_postgresql)
    expected = march(files)
    assert march(server) == expected
    assert len(expected.lines["EUR"]) == 8
    for stores in (files, server):
        list(bill(stores, datetime(2026, 5, 2), drawn))
        number = make(stores).invoice.number
        pay(stores, number, "100", NOW, provider="bank", event="1")
        void(stores, 1, make(stores).invoice.number, NOW, draw=drawn)
        charge(stores, 900, date(2026, 1, 1))
    seen = [
        [(each.number, each.kind, each.gross, each.due, each.status) for each in listing.listed(stores, 1)]
        for stores in (files, server)
    ]
    assert seen[0] == seen[1]
    assert ledger.balances(files, 1) == ledger.balances(server, 1)
    assert ledger.statement(files, 1) == ledger.statement(server, 1)
    with pytest.raises(StoreError, match="only grows"), server.writing() as connection:
        connection.exec_driver_sql("DELETE FROM ledger")
    for stores in (files, server):
        stores.close()


def many(stores: Stores) -> None:
    """More invoices than there is room for."""
    for _ in range(50):
        make(stores, "77")


def test_a_full_disk_issues_nothing_and_takes_no_number(tmp_path: Path) -> None:
    stores = trading(tmp_path)
    make(stores)
    with stores.books.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()

    def full(connection: object, _record: object, _proxy: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(stores.books, "checkout", full)
    with pytest.raises(DiskFull, match=f"The disk is full at {tmp_path}: make room"):
        many(stores)
    event.remove(stores.books, "checkout", full)
    stores.books.dispose()
    known = {each.number for each in listing.listed(stores, 1)}
    assert make(stores).invoice.number == f"2026-{len(known) + 1:06d}"
    stores.close()
