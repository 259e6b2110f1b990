"""What is missing for an invoice: exactly that, by the country's rules, in both languages."""

import pytest

from tests.unit.source.making import add_company, new_stores
from twin_stats.billing import details
from twin_stats.errors import BadDetail, DetailsMissing, NoSuchCompany, UnknownName
from twin_stats.source.stores import Stores

ADDRESS = {"country": "DE", "postal_code": "10178", "city": "Berlin", "street": "Lindenhofweg 12"}
GERMAN = {
    "name": "Nordlicht Handel GmbH",
    "registration_number": "HRB 998877",
    "vat_number": "DE136695976",
    "bank": "Berliner Sparkasse",
    "bank_code": "BELADEBEXXX",
    "account": "DE02100500000054540402",
    "receiver_name": "Nordlicht Handel GmbH",
    **{f"legal_address_{part}": value for part, value in ADDRESS.items()},
    **{f"postal_address_{part}": value for part, value in ADDRESS.items()},
    "email": "accounting@nordlicht.example",
    "zone": "Europe/Berlin",
    "currency": "EUR",
    "tax_rate": "19",
    "tax_included": "false",
}
RUSSIAN = {
    **GERMAN,
    "inn": "7707083893",
    "kpp": "773601001",
    "registration_number": "1027700132195",
    "vat_number": "",
    "bank_code": "044525225",
    "account": "40702810438000060473",
    "correspondent_account": "30101810400000000225",
    **{f"{kind}_address_country": "RU" for kind in ("legal", "postal")},
    **{f"{kind}_address_postal_code": "117312" for kind in ("legal", "postal")},
}
NEEDED_OF_A_GERMAN = sorted(GERMAN)
NEEDED_OF_A_RUSSIAN = sorted(set(RUSSIAN) - {"vat_number"})


def fields(values: dict[str, str], side: str = "company") -> list[str]:
    return [each.field for each in details.problems(values, side)]


@pytest.mark.parametrize("whole", [GERMAN, RUSSIAN])
def test_nothing_is_missing_where_all_is_there(whole: dict[str, str]) -> None:
    assert fields(whole) == []
    assert fields(whole, "seller") == []


@pytest.mark.parametrize("field", NEEDED_OF_A_GERMAN)
def test_each_detail_of_a_german_company_is_missed_alone(field: str) -> None:
    assert fields({**GERMAN, field: ""}) == (
        [field] if field != "legal_address_country" else ["legal_address_country"]
    )


@pytest.mark.parametrize("field", sorted(set(NEEDED_OF_A_RUSSIAN) - {"legal_address_country", "inn"}))
def test_each_detail_of_a_russian_company_is_missed_alone(field: str) -> None:
    assert fields({**RUSSIAN, field: ""}) == [field]


def test_a_sole_trader_has_no_kpp() -> None:
    trader = {**RUSSIAN, "inn": "500100732259", "kpp": "", "registration_number": "304500116000157"}
    assert fields(trader) == []
    assert fields({**trader, "registration_number": RUSSIAN["registration_number"]}) == [
        "registration_number"
    ]


def test_a_country_without_postal_codes_misses_none() -> None:
    emirates = {**GERMAN, "legal_address_country": "AE", "legal_address_postal_code": "", "vat_number": ""}
    assert "legal_address_postal_code" not in fields(emirates)


def test_what_no_longer_fits_is_a_problem_too() -> None:
    moved = {**RUSSIAN, "bank_code": "044525974", "legal_address_postal_code": "10178"}
    found = {each.field: each.is_wrong for each in details.problems(moved, "company")}
    assert found == dict.fromkeys(("account", "correspondent_account", "legal_address_postal_code"), True)


def test_problems_are_named_exactly_and_with_a_reason() -> None:
    (problem,) = details.problems({**GERMAN, "legal_address_postal_code": ""}, "company")
    assert problem.name() == "postal code of the legal address"
    assert problem.name("ru") == "индекс юридического адреса"
    assert problem.why() == "An address on an invoice is complete."
    (sellers,) = details.problems({**GERMAN, "bank": ""}, "seller")
    assert (sellers.name(), sellers.place) == ("bank, of the seller", "--seller bank")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_detail_has_a_name_and_a_reason(language: str) -> None:
    found = [*details.problems({}, "company"), *details.problems({"legal_address_country": "RU"}, "seller")]
    assert len({each.name(language) for each in found}) == len(found) > 30
    assert all(each.why(language) for each in found)


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Stores:
    stores = new_stores(tmp_path_factory.mktemp("home"))
    for company in (1, 2):
        add_company(stores, company, "Europe/Berlin")
    return stores


def test_details_are_kept_checked_and_cleared(stores: Stores) -> None:
    seller = {name: value for name, value in GERMAN.items() if name in details.SELLER}
    details.change(stores, None, seller)
    details.change(stores, 1, GERMAN)
    assert details.read(stores, 1)["account"] == "DE02100500000054540402"
    assert details.all_problems(stores, 1) == ()
    with stores.reading() as connection:
        terms = details.terms(connection, 1)
    assert (terms.buyer.legal_address.city, str(terms.tax_rate), terms.language) == ("Berlin", "19.00", "en")
    details.change(stores, 1, {"legal_address_postal_code": ""})
    with stores.reading() as connection, pytest.raises(DetailsMissing) as refused:
        details.terms(connection, 1)
    assert str(refused.value).startswith(
        "No invoice can be made. "
        "Missing or wrong: postal code of the legal address (legal_address_postal_code). "
    )
    assert "индекс юридического адреса" in refused.value.say("ru")


def test_an_account_and_its_bank_may_come_in_any_order(stores: Stores) -> None:
    given = {name: value for name, value in RUSSIAN.items() if value}
    details.change(stores, 2, dict(reversed(given.items())))
    with stores.reading() as connection:
        assert details.read(stores, 2)["correspondent_account"] == "30101810400000000225"
        assert details.terms(connection, 2).language == "ru"


def test_a_wrong_detail_changes_nothing_at_all(stores: Stores) -> None:
    before = details.read(stores, 2)
    with pytest.raises(BadDetail):
        details.change(stores, 2, {"name": "Another", "inn": "123"})
    for needed in ("currency", "zone"):
        with pytest.raises(BadDetail):
            details.change(stores, 2, {needed: ""})
    with pytest.raises(UnknownName):
        details.change(stores, 2, {"is_demo": "true"})
    with pytest.raises(NoSuchCompany):
        details.change(stores, 3, {"name": "Nobody"})
    assert details.read(stores, 2) == before
