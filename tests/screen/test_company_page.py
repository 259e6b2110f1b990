"""Company settings: every field is checked, kept by itself, and never lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.screen.money import links, trading_in
from tests.screen.screen import opened, read
from twin_stats.billing import details
from twin_stats.source.stores import Stores


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Stores]:
    """Two companies that trade, and their seller."""
    with trading_in(tmp_path) as stores:
        yield stores


def said(screen: AppTest) -> list[str]:
    """What stands below fields in red or orange."""
    marks = (":red[", ":orange[:material/pending:")
    return [read(line.value) for line in screen.markdown if line.value.startswith(marks)]


def test_it_has_every_detail_of_the_company_and_says_that_all_are_there(books: Stores) -> None:
    screen = opened(page="company")
    assert not screen.exception and not screen.error
    keys = {str(field.key) for kind in (screen.text_input, screen.selectbox) for field in kind}
    keys |= {str(field.key) for field in screen.get("button_group")}
    assert {f"company-1-{name}" for name in details.COMPANY} <= keys
    assert any("All details for invoices are there" in line.value for line in screen.markdown)
    assert screen.text_input(key="company-1-tax_rate").value == "19"
    assert not any(str(button.key) == "clear" for button in screen.button)


def test_a_field_is_kept_when_it_is_left_and_nothing_else_is_touched(books: Stores) -> None:
    mine, yours = opened(page="company"), opened(page="company")
    yours.text_input(key="company-1-legal_address_city").set_value("Bonn").run()
    mine.text_input(key="company-1-email").set_value("new@flowers.example").run()
    kept = details.read(books, 1)
    assert (kept["legal_address_city"], kept["email"]) == ("Bonn", "new@flowers.example")
    assert mine.text_input(key="company-1-legal_address_city").value == "Bonn"


def test_a_wrong_value_stays_as_it_was_typed_with_what_is_wrong_with_it(books: Stores) -> None:
    before = details.read(books, 1)["account"]
    screen = opened(page="company")
    screen.text_input(key="company-1-account").set_value("DE00 1234").run()
    assert screen.text_input(key="company-1-account").value == "DE00 1234"
    assert len(said(screen)) == 1 and "IBAN" in said(screen)[0]
    assert details.read(books, 1)["account"] == before
    screen.text_input(key="company-1-account").set_value(before).run()
    assert said(screen) == []


def test_an_account_that_waits_for_its_bank_is_kept_with_it(books: Stores) -> None:
    account = details.read(books, 2)["account"]
    details.change(books, 2, {"bank_code": "044525593", "account": ""})
    screen = opened(page="company", company="2")
    screen.text_input(key="company-2-account").set_value(account).run()
    assert details.read(books, 2)["account"] == ""
    screen.text_input(key="company-2-bank_code").set_value("044525225").run()
    assert details.read(books, 2)["account"] == account


def test_what_is_missing_is_named_with_its_reason_and_leads_to_its_field(books: Stores) -> None:
    details.change(books, 1, {"legal_address_postal_code": "", "bank": ""})
    screen = opened(page="company")
    found = {words: where for words, where in links(screen).items() if "field=" in where}
    assert [words.split(" :gray")[0] for words in found] == ["Bank", "Postal code of the legal address"]
    assert all("Payments name the bank" in words for words in found if words.startswith("Bank"))
    assert "field=legal_address_postal_code" in list(found.values())[1]
    russian = links(opened(locale="ru-RU", page="company"))
    assert any(words.startswith("Индекс юридического адреса") for words in russian)


def test_a_link_to_a_field_leads_there_once_and_leaves_the_address(books: Stores) -> None:
    screen = opened(page="company", field="bank", lang="en")
    assert dict(screen.query_params.items()) == {"lang": "en"}
    assert not screen.exception


def test_the_seller_is_filled_in_the_same_way(books: Stores) -> None:
    details.change(books, None, {"bank": ""})
    screen = opened(page="company", side="seller")
    assert any(words.startswith("Bank, of the seller") for words in links(screen))
    screen.text_input(key="seller-bank").set_value("Commerzbank").run()
    assert details.read_seller(books)["bank"] == "Commerzbank"
    assert any("All details for invoices are there" in line.value for line in screen.markdown)
