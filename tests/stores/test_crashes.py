"""Processes killed at any moment while they issue, pay and close months: no gap, no double, no halves."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tests.unit.billing.trade import drawn, trading
from twin_stats.billing.model import Invoice
from twin_stats.billing.tables import accounts, counters, documents, invoices, ledger, payments
from twin_stats.source.stores import Stores

PROJECT = Path(__file__).resolve().parents[2]


def crashes(environment: Mapping[str, str], kills: int, *words: str) -> int:
    """Kill each of four traders so many times; return how many numbers were taken twice."""
    command = [sys.executable, "-m", "tests.stores.trader", str(kills), *words]
    done = subprocess.run(
        command, env={**os.environ, **environment}, cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return int(done.stdout)


def check(stores: Stores) -> int:
    """The books as they must be after whatever happened; return how many documents were issued."""
    with stores.reading() as connection:
        rows = connection.execute(
            select(
                invoices.c.id, invoices.c.series, invoices.c.position, invoices.c.number, invoices.c.snapshot
            )
        ).all()
        last = dict(connection.execute(select(counters.c.series, counters.c.last)).all())
        drawings = dict(connection.execute(select(documents.c.invoice, documents.c.pdf)).all())
        entries = connection.execute(select(ledger).order_by(ledger.c.position)).all()
        held = connection.execute(select(accounts)).all()
        paid = connection.scalar(select(func.count()).where(payments.c.invoice.is_not(None)))
    for series, number in last.items():
        assert sorted(row.position for row in rows if row.series == series) == list(range(1, number + 1))
    assert set(drawings) == {row.id for row in rows}
    for row in rows:
        snapshot = Invoice.from_json(row.snapshot)
        assert (snapshot.number, drawn(snapshot).pdf) == (row.number, drawings[row.id])
    for account in held:
        own = [
            each for each in entries if (each.company, each.currency) == (account.company, account.currency)
        ]
        assert [each.position for each in own] == list(range(1, account.entries + 1))
        running = 0
        for entry in own:
            running += entry.amount
            assert entry.balance == running
        assert account.balance == running
    charged = [each.invoice for each in entries if each.kind == "charge"]
    monthly = [row.id for row in rows if json.loads(row.snapshot)["kind"] == "monthly"]
    assert sorted(charged) == sorted(monthly)
    assert len([each for each in entries if each.kind == "refill"]) == paid
    return len(rows)


@pytest.fixture
def kills(nightly: bool) -> int:
    """How often each of the four is killed: 25 times, and 100 in the nightly run."""
    return 100 if nightly else 25


def test_killed_processes_leave_whole_books_on_sqlite(tmp_path: Path, kills: int) -> None:
    stores = trading(tmp_path)
    assert crashes({"TWIN_STATS_HOME": str(tmp_path)}, kills) == 0
    assert check(stores) >= 2 * kills
    stores.close()


def test_killed_processes_leave_whole_books_on_postgresql(
    empty_postgresql: str, tmp_path: Path, kills: int
) -> None:
    database = {"TWIN_STATS_DATABASE_URL": empty_postgresql}
    stores = trading(tmp_path, **database)
    assert crashes({"TWIN_STATS_HOME": str(tmp_path), **database}, kills) == 0
    assert check(stores) >= 2 * kills
    stores.close()


def test_numbers_taken_without_thinking_do_not_pass(
    empty_postgresql: str, tmp_path: Path, kills: int
) -> None:
    database = {"TWIN_STATS_DATABASE_URL": empty_postgresql}
    stores = trading(tmp_path, **database)
    assert crashes({"TWIN_STATS_HOME": str(tmp_path), **database}, kills // 5, "NAIVE") > 0
    stores.close()
