"""Details as they are typed: by check digits and forms, with real published numbers."""

import pytest

from twin_stats.billing.details import check
from twin_stats.errors import BadDetail

RU = {"legal_address_country": "RU", "bank_code": "044525225"}
DE = {"legal_address_country": "DE"}
US = {"legal_address_country": "US"}


@pytest.mark.parametrize(
    ("field", "written", "kept", "values"),
    [
        ("inn", "7707083893", "7707083893", RU),
        ("inn", "500100732259", "500100732259", RU),
        ("kpp", " 773601001 ", "773601001", RU),
        ("registration_number", "1027700132195", "1027700132195", RU),
        ("registration_number", "304500116000157", "304500116000157", {**RU, "inn": "500100732259"}),
        ("registration_number", "HRB 12 345", "HRB 12 345", DE),
        ("bank_code", "044525225", "044525225", RU),
        ("bank_code", "cobadeff", "COBADEFF", DE),
        ("bank_code", "COBA DE FF XXX", "COBADEFFXXX", DE),
        ("bank_code", "021000021", "021000021", US),
        ("account", "40702810438000060473", "40702810438000060473", RU),
        ("account", "DE89 3704 0044 0532 0130 00", "DE89370400440532013000", DE),
        ("account", "000123456789", "000123456789", US),
        ("correspondent_account", "30101810400000000225", "30101810400000000225", RU),
        # The central bank's own examples, of its order 515.
        ("account", "40602810700000000025", "40602810700000000025", {**RU, "bank_code": "049805746"}),
        ("account", "40102810100000010001", "40102810100000010001", {**RU, "bank_code": "040305000"}),
        (
            "correspondent_account",
            "30101810800000000746",
            "30101810800000000746",
            {**RU, "bank_code": "049805746"},
        ),
        ("vat_number", "DE136695976", "DE136695976", DE),
        ("vat_number", "136695976", "DE136695976", DE),
        ("vat_number", "ATU 33864707", "ATU33864707", DE),
        ("vat_number", "GB 980 7806 84", "GB980780684", {"legal_address_country": "GB"}),
        ("legal_address_country", "germany", "DE", {}),
        ("postal_address_country", "Россия", "RU", {}),
        ("legal_address_country", "fr", "FR", {}),
        ("legal_address_postal_code", "117312", "117312", RU),
        ("legal_address_postal_code", "sw1a 1aa", "SW1A 1AA", {"legal_address_country": "GB"}),
        ("postal_address_postal_code", "10178", "10178", {**RU, "postal_address_country": "DE"}),
        ("email", "money@company.example", "money@company.example", {}),
        ("phone", "+49 (30) 23125-140", "+49 (30) 23125-140", {}),
        ("zone", "Europe/Moscow", "Europe/Moscow", {}),
        ("currency", "rub", "RUB", {}),
        ("tax_rate", "19,5 %", "19.50", {}),
        ("tax_rate", "0", "0.00", {}),
        ("tax_included", "Yes", "true", {}),
        ("documents_language", "RU", "ru", {}),
        ("name", "  Ромашка & <b>Co</b> ", "Ромашка & <b>Co</b>", {}),
        ("name", "", "", {}),
        ("inn", "   ", "", {}),
    ],
)
def test_what_is_right_is_kept_as_it_is_written_properly(
    field: str, written: str, kept: str, values: dict[str, str]
) -> None:
    assert check(field, written, values) == kept


@pytest.mark.parametrize(
    ("field", "written", "values"),
    [
        ("inn", "7707083894", RU),
        ("inn", "770708389", RU),
        ("kpp", "77360100", RU),
        ("registration_number", "1027700132194", RU),
        ("registration_number", "304500116000157", {**RU, "inn": "7707083893"}),
        ("bank_code", "944525225", RU),
        ("bank_code", "COBADEFFX", DE),
        ("bank_code", "021000022", US),
        ("account", "40702810438000060474", RU),
        ("account", "40702810438000060473", {**RU, "bank_code": "044525226"}),
        ("account", "DE89370400440532013001", DE),
        ("account", "532013000", DE),
        ("correspondent_account", "30101810400000000226", RU),
        ("correspondent_account", "40101810400000000225", RU),
        ("vat_number", "DE136695977", DE),
        ("vat_number", "ATU33864708", DE),
        ("vat_number", "X", US),
        ("legal_address_country", "Atlantis", {}),
        ("legal_address_country", "EU", {}),
        ("legal_address_postal_code", "1178", DE),
        ("legal_address_postal_code", "11731A", RU),
        ("legal_address_postal_code", "١٢٣٤٥٦", RU),
        ("email", "nobody", {}),
        ("email", "a@b.c>", {}),
        ("email", "a b@c.example", {}),
        ("phone", "call me", {}),
        ("zone", "Mars/Base", {}),
        ("currency", "euro", {}),
        ("tax_rate", "101", {}),
        ("tax_rate", "-1", {}),
        ("tax_rate", "NaN", {}),
        ("tax_rate", "1e1", {}),
        ("tax_rate", "1_9", {}),
        ("tax_rate", "١٩", {}),
        ("tax_rate", "19.999", {}),
        ("tax_included", "perhaps", {}),
        ("documents_language", "fr", {}),
        ("name", "x" * 301, {}),
        ("name", "two\nlines", {}),
        ("legal_address_city", "nul\0", {}),
    ],
)
def test_what_is_wrong_is_refused_with_its_name_in_both_languages(
    field: str, written: str, values: dict[str, str]
) -> None:
    with pytest.raises(BadDetail) as refused:
        check(field, written, values)
    assert refused.value.say("en") != refused.value.say("ru")
    assert refused.value.exit_code == 2


def test_a_wrong_account_says_what_it_should_be_by_its_country() -> None:
    with pytest.raises(BadDetail, match="20 digits"):
        check("account", "1", RU)
    with pytest.raises(BadDetail, match="IBAN"):
        check("account", "1", DE)
