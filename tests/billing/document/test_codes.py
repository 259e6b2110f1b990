"""Payment codes: what the standards ask for, and what a camera reads."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.billing.document.invoices import GERMAN_SELLER, RUSSIAN_SELLER, english, russian
from tests.billing.document.reading import codes
from twin_stats.billing.document import render
from twin_stats.billing.document.content.payment import payload
from twin_stats.billing.model import Invoice, Party

MANDATORY = ["Name", "PersonalAcc", "BankName", "BIC", "CorrespAcc"]


def read(content: bytes | None) -> bytes:
    assert content is not None
    return content


def test_a_russian_code_by_gost() -> None:
    assert read(payload(russian())).decode() == (
        "ST00012|Name=ООО «Твин Лаб» (расчёты)|PersonalAcc=40702810938000012345"
        "|BankName=ПАО СБЕРБАНК, г. Москва|BIC=044525225|CorrespAcc=30101810400000000225"
        "|PayeeINN=7707083893|KPP=770701001|Sum=61220|Purpose=Оплата по счёту № 2026-000123 от 01.11.2026"
    )


def test_a_purpose_names_the_tax_where_the_whole_is_paid() -> None:
    whole = russian(kind="top_up", due=161220)
    assert read(payload(whole)).decode().endswith(", в т. ч. НДС 268.70 руб.")
    assert read(payload(replace(whole, tax=0))).decode().endswith(", НДС не облагается")


def test_a_name_too_long_for_unicode_goes_over_to_windows_1251() -> None:
    seller = replace(RUSSIAN_SELLER, receiver_name="Ж" * 110)
    content = read(payload(russian(seller=seller)))
    assert content.startswith(b"ST00011|Name=" + b"\xc6" * 110 + b"|PersonalAcc=")
    assert "Оплата".encode("cp1251") in content


@pytest.mark.parametrize("length", [1, 60, 90, 100, 150, 160, 300])
@pytest.mark.parametrize("letter", ["Ж", "W"])
def test_the_mandatory_part_has_at_most_300_bytes(length: int, letter: str) -> None:
    seller = replace(RUSSIAN_SELLER, receiver_name=letter * length, bank=letter * length)
    content = read(payload(russian(seller=seller)))
    mandatory = content[: content.index(b"|PayeeINN")]
    assert len(mandatory) <= 300
    fields = mandatory.decode("latin-1").split("|")[1:]
    assert [field.partition("=")[0] for field in fields] == MANDATORY
    assert mandatory.endswith(b"=30101810400000000225")


def test_a_name_cannot_add_fields_of_its_own() -> None:
    seller = replace(RUSSIAN_SELLER, receiver_name="Шалун|PersonalAcc=1", bank="B|BIC=2")
    fields = read(payload(russian(seller=seller))).decode().split("|")
    assert [field.partition("=")[0] for field in fields[1:6]] == MANDATORY
    seller = replace(GERMAN_SELLER, receiver_name="Twin\nDE00")
    lines = read(payload(english(seller=seller))).decode().split("\n")
    assert lines[5:7] == ["Twin DE00", "DE89370400440532013000"]


def test_a_european_code_by_epc() -> None:
    assert read(payload(english())).decode().split("\n") == [
        "BCD", "002", "1", "SCT", "BELADEBEXXX", "Twin Lab Receivables GmbH", "DE89370400440532013000",
        "EUR612.20", "", "", "Invoice 2026-000123 of 1 November 2026",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "invoice",
    [
        english(due=0),
        english(kind="credit_note", due=100),
        english(currency="USD"),
        english(seller=replace(GERMAN_SELLER, account="12345")),
        english(due=100_000_000_000),
        russian(currency="EUR"),
        russian(seller=replace(RUSSIAN_SELLER, bank_code="")),
        russian(seller=GERMAN_SELLER),
    ],
)
def test_there_is_no_code_where_no_standard_fits(invoice: Invoice) -> None:
    assert payload(invoice) is None


LONG = Party(**{**vars(RUSSIAN_SELLER), "receiver_name": "Ж" * 150})


@pytest.mark.needs("poppler", "zbar")
@pytest.mark.parametrize(
    "invoice",
    [english(), russian(), russian(kind="top_up", due=161220), russian(seller=LONG)],
    ids=["euro", "rubles", "with tax", "windows-1251"],
)
def test_a_camera_reads_from_the_page_what_was_meant(invoice: Invoice, tmp_path: Path) -> None:
    assert codes(render(invoice), tmp_path) == [payload(invoice)]


@pytest.mark.needs("poppler", "zbar")
def test_a_settled_invoice_has_no_code_on_its_page(tmp_path: Path) -> None:
    assert codes(render(russian(due=0)), tmp_path) == []
