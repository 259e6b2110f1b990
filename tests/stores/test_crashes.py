"""Processes killed at any moment while they issue, pay and close months: no gap, no double, no halves."""

import hashlib
import io
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from sqlalchemy import Row, func, select

from tests.stores.trading import COMPANIES, FALLS, MONTHS, fee, with_usage
from twin_stats.billing import document
from twin_stats.billing.invoices import listing
from twin_stats.billing.model import Invoice
from twin_stats.billing.tables import accounts, counters, documents, invoices, ledger, payments
from twin_stats.source.stores import Stores

PROJECT = Path(__file__).resolve().parents[2]
MESSAGE = 50  # what each month's message costs by tariff
DRAWN_AGAIN = 10


def said(environment: Mapping[str, str], *words: str) -> Any:
    """What a command of Python prints as JSON."""
    done = subprocess.run(
        [sys.executable, "-m", *words],
        env={**os.environ, **environment},
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def check_books(stores: Stores) -> Counter[str]:
    """Numbers, balances and payments as they must be; return how many documents of each kind were issued."""
    with stores.reading() as connection:
        rows = connection.execute(
            select(invoices.c.id, invoices.c.series, invoices.c.position, invoices.c.kind)
        )
        issued = rows.all()
        last = dict(connection.execute(select(counters.c.series, counters.c.last)).all())
        entries = connection.execute(select(ledger).order_by(ledger.c.position)).all()
        held = connection.execute(select(accounts)).all()
        paid = connection.scalar(select(func.count()).where(payments.c.invoice.is_not(None)))
    for series, number in last.items():
        assert sorted(row.position for row in issued if row.series == series) == list(range(1, number + 1))
    assert {row.series for row in issued} == set(last)
    for account in held:
        check_account(account, [each for each in entries if (each.company, each.currency) == account[:2]])
    charged = [each.invoice for each in entries if each.kind == "charge"]
    assert sorted(charged) == sorted(row.id for row in issued if row.kind == "monthly")
    assert len([each for each in entries if each.kind == "refill"]) == paid
    return Counter(row.kind for row in issued)


def check_account(account: Row[Any], entries: Sequence[Row[Any]]) -> None:
    """The sum of the ledger is the balance, after each entry too."""
    assert [each.position for each in entries] == list(range(1, account.entries + 1))
    running = 0
    for entry in entries:
        running += entry.amount
        assert entry.balance == running
    assert account.balance == running


def check_documents(stores: Stores) -> None:
    """Every invoice has the PDF that was stored for it, which opens and names it; some are drawn anew."""
    with stores.reading() as connection:
        asked = select(invoices.c.number, invoices.c.snapshot, documents.c.sha256, documents.c.pdf)
        rows = connection.execute(asked.outerjoin(documents, documents.c.invoice == invoices.c.id)).all()
    for row in rows:
        assert row.pdf is not None and row.pdf.startswith(b"%PDF-"), row.number
        assert hashlib.sha256(row.pdf).hexdigest() == row.sha256
        assert row.number in PdfReader(io.BytesIO(row.pdf)).pages[0].extract_text()
        assert Invoice.from_json(row.snapshot).number == row.number
    for row in rows[:: len(rows) // DRAWN_AGAIN]:
        assert document.render(Invoice.from_json(row.snapshot)) == row.pdf


def check_months(stores: Stores) -> None:
    """Every month has an invoice over exactly its usage, and at most one that was not taken back."""
    for company in COMPANIES:
        monthly = [each for each in listing.listed(stores, company) if each.kind == "monthly"]
        assert {each.month for each in monthly} == set(MONTHS)
        assert max(Counter(each.month for each in monthly if each.status != "void").values()) == 1
        for each in monthly:
            assert each.month
            lines = listing.snapshot(stores, company, each.number).lines
            assert sum(line.net for line in lines) == fee(each.month) * 100 + MESSAGE


def check_after_kills(stores: Stores, environment: Mapping[str, str], kills: int) -> None:
    """Kill, do what is done after any crash (`bill`), and look at all that is in the books."""
    happened = said(environment, "tests.stores.trader", str(kills))
    assert happened["refused"] == []
    assert set(happened["falls"]) == {" ".join(fall) for fall in FALLS}
    check_books(stores)
    bill = ("twin_stats", "bill", "--format", "json")
    assert {each["result"] for each in said(environment, *bill)} <= {"issued", "already"}
    assert said(environment, *bill) == []
    issued = check_books(stores)
    assert issued["top_up"] >= kills and issued["monthly"] >= len(COMPANIES) * len(MONTHS)
    check_documents(stores)
    check_months(stores)


@pytest.fixture
def kills(nightly: bool) -> int:
    """How often each of the four is killed: 25 times, and 100 in the nightly run."""
    return 100 if nightly else 25


def test_killed_processes_leave_whole_books_on_sqlite(tmp_path: Path, kills: int) -> None:
    stores = with_usage(tmp_path)
    check_after_kills(stores, {"TWIN_STATS_HOME": str(tmp_path)}, kills)
    stores.close()


def test_killed_processes_leave_whole_books_on_postgresql(
    empty_postgresql: str, tmp_path: Path, kills: int
) -> None:
    database = {"TWIN_STATS_DATABASE_URL": empty_postgresql}
    stores = with_usage(tmp_path, **database)
    check_after_kills(stores, {"TWIN_STATS_HOME": str(tmp_path), **database}, kills)
    stores.close()


def test_numbers_taken_without_thinking_do_not_pass(
    empty_postgresql: str, tmp_path: Path, kills: int
) -> None:
    database = {"TWIN_STATS_DATABASE_URL": empty_postgresql}
    stores = with_usage(tmp_path, **database)
    happened = said(
        {"TWIN_STATS_HOME": str(tmp_path), **database}, "tests.stores.trader", str(kills // 5), "NAIVE"
    )
    assert any("duplicate key" in each for each in happened["refused"])
    stores.close()
