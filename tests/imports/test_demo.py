"""The demo in the stores: made, made again, beside other companies, and never over somebody's own."""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from itertools import accumulate
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, update

from twin_stats.billing import ledger
from twin_stats.billing.invoices import listing
from twin_stats.commands import demo as command
from twin_stats.demo.making import Made, make
from twin_stats.demo.plan import Plan, plan
from twin_stats.errors import NotADemoCompany
from twin_stats.settings import Settings
from twin_stats.source import books
from twin_stats.source.stores import Stores
from twin_stats.source.tables import SUBJECTS, bots, calls, operators, tasks
from twin_stats.source.writing import rebuild

SMALL = replace(plan(1001, date(2026, 4, 19), 20, datetime(2026, 5, 1)), scale=0.05)


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[Stores]:
    found = Stores(Settings.from_environment({"TWIN_STATS_HOME": str(tmp_path / "home")}))
    yield found
    found.close()


def made(stores: Stores, of: Plan = SMALL) -> Made:
    return make(stores, of, lambda _done: None)


def counts(stores: Stores) -> dict[tuple[int, str], int]:
    """Rows in the store by company and subject."""
    found = {}
    for subject, table in SUBJECTS.items():
        frame = stores.frame(select(table.c.company, func.count().label("rows")).group_by(table.c.company))
        found |= {(int(row.company), subject): int(row.rows) for row in frame.itertuples()}
    return found


def content(stores: Stores, company: int) -> dict[str, int]:
    """The rows of a company, as one number for each subject."""
    found = {}
    for subject, table in SUBJECTS.items():
        frame = stores.frame(select(table).where(table.c.company == company).order_by(*table.columns))
        found[subject] = hash(frame.to_csv())
    return found


def run(stores: Stores, *words: str) -> None:
    parser = argparse.ArgumentParser()
    command.add(parser.add_subparsers())
    arguments = parser.parse_args(["demo", *words])
    arguments.run(arguments, stores)


def test_all_subjects_dimensions_and_books_are_filled(stores: Stores) -> None:
    rows = made(stores).rows
    assert counts(stores) == {(1001, subject): count for subject, count in rows.items()}
    assert rows.keys() == SUBJECTS.keys()
    assert all(len(stores.frame(select(table))) >= 4 for table in (bots, operators, tasks))
    with stores.reading() as connection:
        company = connection.execute(select(books.companies)).one()
        assert (company.company, company.is_demo) == (1001, True)
        assert (company.currency, company.zone) == ("EUR", "Europe/Berlin")
        assert connection.scalar(select(books.seller.c.account))
        roles = set(connection.scalars(select(books.memberships.c.role)))
    assert roles == {"admin", "manager", "analyst"}


def test_the_same_again_is_the_same_and_leaves_no_files_behind(stores: Stores) -> None:
    first = made(stores)
    before = content(stores, 1001)
    second = made(stores)
    assert content(stores, 1001) == before
    assert second.generation == first.generation + 1
    kept = {path.name for path in (stores.settings.home / "imports").iterdir()}
    with stores.reading() as connection:
        assert kept == set(connection.scalars(select(books.parquets.c.file)))
    rebuild(stores)
    assert content(stores, 1001) == before


def test_other_arguments_replace_the_company_and_touch_no_other(stores: Stores) -> None:
    made(stores, replace(SMALL, company=1002))
    other = content(stores, 1002)
    made(stores)
    assert content(stores, 1002) == other
    with stores.writing() as connection:
        table = books.companies
        connection.execute(update(table).where(table.c.company == 1001).values(email=None))
        connection.execute(update(table).where(table.c.company == 1002).values(email="own@x.example"))
        connection.execute(update(books.seller).values(name="Somebody else"))
    rows = made(stores, replace(SMALL, seed=2, scale=0.03)).rows
    assert counts(stores) == {(1001, s): n for s, n in rows.items()} | {
        key: n for key, n in counts(stores).items() if key[0] == 1002
    }
    assert content(stores, 1002) == other
    with stores.reading() as connection:
        emails = dict(connection.execute(select(table.c.company, table.c.email)).all())
        assert emails == {1001: "accounting@nordlicht.example", 1002: "own@x.example"}
        assert connection.scalar(select(books.seller.c.name)) == "Somebody else"
        assert connection.scalar(select(func.count()).select_from(books.users)) == 5
        assert connection.scalar(select(func.count()).select_from(books.memberships)) == 10


def test_somebodys_own_company_is_left_alone(stores: Stores) -> None:
    with stores.writing() as connection:
        own = {"company": 1001, "name": "Own", "zone": "UTC", "currency": "RUB"}
        connection.execute(insert(books.companies).values(own))
    with pytest.raises(NotADemoCompany, match="1001"):
        made(stores)
    assert stores.generation() == 0
    assert not (stores.settings.home / "imports").exists()
    with stores.reading() as connection:
        assert connection.scalar(select(books.companies.c.name)) == "Own"


def test_the_import_log_of_a_demo_company_starts_anew(stores: Stores) -> None:
    generation = made(stores).generation
    with stores.writing() as connection:
        row = {"sha256": "0" * 64, "subject": "calls", "mapping": "", "company": 1001, "file": "own.csv"}
        connection.execute(insert(books.imports).values(**row, generation=generation, report={}))
    made(stores)
    with stores.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(books.imports)) == 0


def test_money_is_exact_in_the_store(stores: Stores) -> None:
    made(stores)
    frame = stores.frame(select(calls.c.call_fee, calls.c.currency).where(calls.c.call_fee > 0).limit(1))
    assert any(frame["call_fee"][0] % Decimal(rate) == 0 for rate in ("0.012", "0.026"))
    assert frame["currency"][0] == "EUR"


def test_the_command_says_in_a_line_what_it_made(stores: Stores, capsys: pytest.CaptureFixture[str]) -> None:
    run(stores, "--days", "5", "--scale", "0.05", "--until", "2026-04-19", "--company", "1005")
    out = capsys.readouterr()
    assert out.out.startswith("Demo company 1005: 5 days up to 2026-04-19, 6 groups, ")
    assert out.out.count("\n") == 1
    assert out.err == ""


def test_if_empty_does_nothing_beside_a_company(stores: Stores, capsys: pytest.CaptureFixture[str]) -> None:
    small = ("--days", "3", "--scale", "0.05", "--until", "2026-04-19", "--if-empty")
    run(stores, *small)
    generation = stores.generation()
    capsys.readouterr()
    run(stores, *small, "--company", "1002")
    assert stores.generation() == generation == 1
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "words", ["--days 0", "--days x", "--until yesterday", "--scale nan", "--company -1"]
)
def test_nonsense_is_wrong_usage(stores: Stores, words: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        run(stores, *words.split())


def test_past_months_are_invoiced_and_follow_the_events(stores: Stores) -> None:
    words = ("--until", "2026-04-19", "--days", "60", "--scale", "0.02")
    run(stores, *words)
    first = listing.listed(stores, 1001)
    assert [each.kind for each in reversed(first)] == ["top_up", "monthly", "monthly"]
    assert [each.month for each in first][:2] == [date(2026, 3, 1), date(2026, 2, 1)]
    assert first[0].issued_at == datetime(2026, 4, 1, 4)  # six o'clock in Berlin
    run(stores, *words, "--seed", "2")
    again = listing.listed(stores, 1001)
    assert [each.kind for each in again[:4]] == ["monthly", "monthly", "credit_note", "credit_note"]
    assert [each.number for each in again[4:]] == [each.number for each in first]
    entries = ledger.statement(stores, 1001)
    assert ledger.balances(stores, 1001) == {"EUR": sum(each.amount for each in entries)}
    lines = listing.snapshot(stores, 1001, again[0].number).lines
    assert len(lines) > 10
    # Each is the sum of its events' own prices: a tariff would have nothing to price.
    assert {line.unit_price for line in lines} == {None}


def test_older_months_that_come_later_are_entered_after_what_the_books_hold(stores: Stores) -> None:
    for length in ("20", "60"):
        run(stores, "--until", "2026-04-19", "--days", length, "--scale", "0.02")
    entries = ledger.statement(stores, 1001)
    assert [each.position for each in entries] == list(range(1, len(entries) + 1))
    assert [each.balance for each in entries] == list(accumulate(each.amount for each in entries))
    issued = [each.number for each in listing.listed(stores, 1001)]
    assert issued == sorted(issued, reverse=True)
    assert {each.month for each in listing.listed(stores, 1001)} >= {date(2026, 2, 1), date(2026, 3, 1)}
