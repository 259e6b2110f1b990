"""The demo's numbers in the books pass the checks that real ones pass."""

import re

import pytest

from twin_stats.demo.vocabulary import words
from twin_stats.source.books import DETAILS

FOREIGN = {"inn", "kpp", "correspondent_account"}  # of Russian companies


@pytest.mark.parametrize("side", ["details", "seller"])
def test_every_detail_that_a_german_company_has_is_there(side: str) -> None:
    assert set(words("company")[side]) - {"documents_language"} == set(DETAILS) - FOREIGN


@pytest.mark.parametrize("side", ["details", "seller"])
def test_check_digits(side: str) -> None:
    details = words("company")[side]
    assert iban_remainder(details["account"]) == 1
    assert vat_check(details["vat_number"][2:10]) == int(details["vat_number"][10])
    assert re.fullmatch("[A-Z]{4}DE[A-Z0-9]{2}([A-Z0-9]{3})?", details["bank_code"])
    assert re.fullmatch("[0-9]{5}", details["legal_address_postal_code"])


def test_addresses_of_mail_lead_nowhere() -> None:
    addresses = [user["email"] for user in words("company")["users"]]
    addresses += [words("company")[side]["email"] for side in ("details", "seller")]
    assert all(address.endswith(".example") for address in addresses)
    assert {user["role"] for user in words("company")["users"]} == {"admin", "manager", "analyst"}


def iban_remainder(account: str) -> int:
    """ISO 7064 mod 97: 1 for a good account."""
    return int("".join(str(int(letter, 36)) for letter in account[4:] + account[:4])) % 97


def vat_check(digits: str) -> int:
    """ISO 7064 mod 11, 10: the last digit of a German VAT number."""
    product = 10
    for digit in digits:
        product = 2 * ((int(digit) + product) % 10 or 10) % 11
    return (11 - product) % 10
