"""Money on the command line: an invoice from settings to payment, and every refusal in one sentence."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.billing.trade import trading
from tests.unit.billing.using import CALLS, usage
from tests.unit.commands.conftest import Run


@pytest.fixture(scope="module")
def traded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with two trading companies, of which the first has calls of three months."""
    stores = trading(tmp_path_factory.mktemp("traded"))
    usage(stores, 1, calls=CALLS)
    stores.close()
    return stores.settings.home


def told(run: Run, home: Path, words: str) -> Any:
    said = run(f"{words} --format json", home=home)
    assert (said.code, said.err) == (0, ""), said
    return json.loads(said.out)


def test_from_missing_details_to_a_paid_invoice(run: Run, traded: Path, tmp_path: Path) -> None:
    told(run, traded, "company set legal_address_postal_code= --company 1")
    refused = run("invoice create 1500 --company 1", home=traded)
    assert refused.code == 1
    assert "postal code of the legal address (legal_address_postal_code)" in refused.err
    assert len(refused.err.splitlines()) == 1
    (missing,) = told(run, traded, "company missing --company 1")
    assert (missing["field"], missing["whose"]) == ("legal_address_postal_code", "company")
    assert told(run, traded, "company show --company 1")["legal_address_postal_code"] is None

    kept = told(run, traded, "company set legal_address_postal_code=10178 --company 1")
    assert kept == {"legal_address_postal_code": "10178"}
    made = told(run, traded, "invoice create 1500 --company 1")
    assert (made["amount"], made["due"], made["status"]) == ("1500.00", "1500.00", "issued")
    number = made["number"]
    file = tmp_path / "made.pdf"
    saved = told(run, traded, f"invoice pdf {number} -o {file} --company 1")
    assert saved["sha256"] == made["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert file.read_bytes().startswith(b"%PDF-")
    for is_new in (True, False):
        paid = told(run, traded, f"pay {number} 1500 --provider bank --event 1")
        assert (paid["is_new"], paid["balance"], paid["status"]) == (is_new, "1500.00", "paid")
    (entry,) = told(run, traded, "transactions --company 1")
    assert entry["base"] == f"Payment of invoice {number}: 1500.00 EUR"
    assert (entry["refill"], entry["company"], entry["balance"]) == ("1500.00", 1, "1500.00")
    assert told(run, traded, "company show --company 1")["balance"] == "1500.00"

    (other,) = [told(run, traded, "invoice create 7 --company 2")]
    hidden = run(f"invoice show {other['number']} --company 1", home=traded)
    assert (hidden.code, other["number"] in hidden.err) == (1, True)
    note = told(run, traded, f"invoice void {other['number']} --company 2")
    assert (note["kind"], note["corrects"]) == ("credit_note", other["number"])
    void = run(f"pay {other['number']} 7 --provider bank --event 2", home=traded)
    assert (void.code, "void" in void.err) == (1, True)

    issued = told(run, traded, "bill")
    assert [(each["month"], each["result"], each["amount"]) for each in issued[:2]] == [
        ("2026-02", "issued", "117.81"),
        ("2026-03", "issued", "0.48"),
    ]
    again = run("bill", home=traded)
    assert (again.code, again.out, again.err) == (0, "", "")
    shown = told(run, traded, f"invoice show {issued[1]['number']} --company 1")
    assert (shown["net"], shown["tax"], shown["buyer_legal_address_city"]) == ("0.40", "0.08", "Berlin")
    lines = told(run, traded, f"invoice show {issued[1]['number']} --lines --company 1")
    assert [(each["quantity"], each["amount"]) for each in lines] == [("4", "0.35"), ("1", "0.05")]
    listed = run("invoice list --company 1 --number 2026-00000 --format csv", home=traded).out.splitlines()
    assert listed[0].startswith("number,kind,status,month,issued_at,currency,amount,due,paid,left,file_name")
    assert len(listed) == 1 + 5
    assert told(run, traded, "invoice list --company 1 --from 2199-01-01") == []
    none = run("invoice list --company 1 --from 2199-01-01 --format csv", home=traded).out.splitlines()
    assert none == listed[:1]


def test_prices_are_set_and_shown(run: Run, traded: Path) -> None:
    words = "tariff set notification_part 0.071 --detail SMS --from 2026-01-01 --company 1"
    price = {"unit": "notification_part", "detail": "SMS", "price": "0.071", "currency": "EUR"}
    assert told(run, traded, words) == {**price, "valid_from": "2026-01-01"}
    assert told(run, traded, "tariff show --company 1") == [{**price, "valid_from": "2026-01-01"}]


def test_a_list_of_payments_and_what_is_unmatched(run: Run, traded: Path, tmp_path: Path) -> None:
    file = tmp_path / "statement.csv"
    file.write_text("date,amount,payer,purpose\n2026-04-01,5,Somebody,rent\n")
    assert told(run, traded, f"pay --file {file} --provider bank")[0]["result"] == "unmatched"
    (lost,) = told(run, traded, "pay --unmatched")
    assert (lost["payer"], lost["amount"], lost["why"]) == (
        "Somebody",
        "5.00",
        "no invoice number in the purpose",
    )


def test_the_sellers_details_are_set_alike(run: Run, traded: Path) -> None:
    assert told(run, traded, "company set --seller phone=+49301234567") == {"phone": "+49301234567"}
    assert told(run, traded, "company show --seller")["bank_code"] == "BELADEBEXXX"


@pytest.mark.parametrize(
    ("words", "code", "named"),
    [
        ("invoice create 1e9 --company 1", 2, "1e9"),
        ("invoice create -5 --company 1", 2, "-5"),
        ("invoice create 10.001 --company 1", 2, "10.001"),
        ("invoice create NaN --company 1", 2, "NaN"),
        ("invoice show 2026-999999 --company 1", 1, "2026-999999"),
        ("invoice pdf 2026-999999 --company 1", 1, "2026-999999"),
        ("invoice void 2026-999999 --company 1", 1, "2026-999999"),
        ("invoice list", 2, "1, 2"),
        ("invoice list --company 3", 1, "3"),
        ("invoice list --company 1 --from 2026-02-01 --to 2026-01-01", 2, "2026-02-01"),
        ("company set inn=123 --company 1", 2, "INN"),
        ("company set nothing=1 --company 1", 2, "nothing"),
        ("company set inn --company 1", 2, "inn"),
        ("company set currency= --company 1", 2, "currency"),
        ("tariff set smoke 1 --company 1", 2, "call_minute"),
        ("tariff set call_minute -1 --company 1", 2, "-1"),
        ("tariff set call_minute 1 --from soon --company 1", 2, "soon"),
        ("pay 2026-999999 5 --provider bank --event 9", 1, "2026-999999"),
        ("pay 2026-000001 5", 2, "provider"),
        ("pay", 2, "--file"),
        ("pay --file /nowhere.csv", 1, "/nowhere.csv"),
        ("bill --month 2026-13", 2, "2026-13"),
        ("bill --month=", 2, "month"),
        ("bill --company 9", 1, "9"),
        ("transactions --company 1 --from never", 2, "never"),
    ],
)
def test_a_refusal_is_one_sentence_with_what_it_is_about(
    run: Run, traded: Path, words: str, code: int, named: str
) -> None:
    said = run(words, home=traded)
    assert (said.code, said.out) == (code, "")
    assert named in said.err
    assert len(said.err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "words",
    [
        ["company", "set", "--company", "1", "name=two\nlines\x1b[2J"],
        ["invoice", "create", "1\n2", "--company", "1"],
        ["invoice", "show", "2026\u2028\u202e000001", "--company", "1"],
    ],
)
def test_what_was_typed_never_breaks_the_line_of_a_refusal(run: Run, traded: Path, words: list[str]) -> None:
    said = run(words, home=traded)
    assert (said.code > 0, said.out, len(said.err.splitlines())) == (True, "", 1)
    assert said.err.removesuffix("\n").isprintable()


@pytest.mark.parametrize(
    "command",
    ["company", "company set", "tariff set", "invoice", "invoice create", "invoice pdf", "pay", "bill"],
)
def test_help_has_an_example(run: Run, command: str) -> None:
    said = run(f"{command} --help")
    assert said.code == 0
    assert "example:\n  python -m twin_stats " in said.out
