"""From missing details to money on the account, as a new user goes: on the pages, and on the command line."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import PHONE, Open, run, served
from tests.browser.screen import Screen, number, plain
from tests.browser.test_look import OVERFLOW
from twin_stats import text

POSTAL_CODE = "legal_address_postal_code"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a demo company of some days."""
    home = tmp_path_factory.mktemp("money")
    run(home, "demo", "--days", "20", "--scale", "0.1")
    return home


@pytest.fixture(scope="module")
def shop(home: Path) -> Iterator[str]:
    """The app with that company."""
    with served(home) as address:
        yield address


def fill(screen: Screen, field: str, value: str) -> None:
    """Type into a field of the settings, and leave it."""
    box = screen.page.locator(f".st-key-field-company-1001-{field} input")
    box.fill(value)
    box.press("Tab")
    screen.settled()


def ask(screen: Screen, amount: str) -> None:
    """Enter an amount, and press the button."""
    screen.page.locator(".st-key-invoice-amount input").fill(amount)
    screen.page.locator(".st-key-create-button button").click()
    screen.settled()


def words(screen: Screen) -> str:
    """All that stands on the page."""
    return plain(screen.page.locator("[data-testid=stMain]").inner_text())


def balance(screen: Screen) -> int:
    """The balance at the top of the page, in cents."""
    written = screen.page.locator(".st-key-balance").inner_text().split()[-1]
    return number(written) * (-1 if written.startswith("-") else 1)


def read_pdf(screen: Screen, number: str, folder: Path) -> str:
    """The text of the PDF that the download control of the line gives."""
    with screen.page.expect_download() as waiting:
        screen.page.locator(f".st-key-pdf-{number} button").first.click()
    assert waiting.value.suggested_filename == f"invoice-{number}.pdf"
    file = folder / f"{number}.pdf"
    waiting.value.save_as(file)
    told = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
    return plain(told.stdout.decode())


@pytest.mark.needs("poppler")
def test_from_missing_details_to_money_on_the_account(
    visitor: Open, shop: str, home: Path, tmp_path: Path
) -> None:
    screen = visitor(to=shop).open("/company")
    for field in (POSTAL_CODE, "bank"):
        fill(screen, field, "")
    screen.press("Invoices", "link")
    ask(screen, "1234.50")
    alert = plain(screen.page.locator("[data-testid=stAlert]").inner_text())
    named = alert.split("Missing or wrong: ")[1].split(". Fill")[0]
    assert named == f"bank (bank); postal code of the legal address ({POSTAL_CODE})"
    screen.page.locator(".st-key-checklist a", has_text="Postal code of the legal address").click()
    screen.settled()
    assert screen.page.evaluate(FOCUSED) == "Postal code"
    screen.page.keyboard.type("10178")
    screen.page.keyboard.press("Tab")
    screen.settled()
    fill(screen, "bank", "Berliner Sparkasse")
    assert "All details for invoices are there." in words(screen)
    screen.press("Invoices", "link")
    ask(screen, "1234.50")
    made = screen.address().removeprefix("/invoices?invoice=")
    paper = screen.page.frame_locator(".st-key-paper iframe").locator("body").inner_text()
    assert made in paper and "10178 Berlin" in paper
    pdf = read_pdf(screen, made, tmp_path)
    assert all(each in pdf for each in (made, "Nordlicht Handel GmbH", "10178", "1,234.50"))
    before = balance(screen)
    run(home, "pay", made, "1234.50", "--provider", "bank", "--event", "1")
    screen.press("Account transactions", "link")
    assert balance(screen) - before == 123450
    assert f"Payment of invoice {made} for €1,234.50" in words(screen)
    screen.press("Invoices", "link")
    assert "Paid" in screen.page.locator(f".st-key-invoice-line-{made}").inner_text()


def test_in_russian_on_a_phone_an_invoice_is_made_once_however_often_it_is_pressed(
    visitor: Open, shop: str
) -> None:
    screen = visitor(to=shop, locale="ru-RU", theme="dark", size=PHONE).open("/invoices")
    screen.page.locator(".st-key-invoice-amount input").fill("77,70")
    screen.page.locator(".st-key-create-button button").dblclick()
    screen.settled().settled()
    screen.open("/invoices")
    lines = screen.page.locator("[class*=st-key-invoice-line-]", has_text="77,70")
    assert lines.count() == 1 and "Выставлен" in lines.inner_text()
    assert screen.page.locator("html").evaluate(OVERFLOW) <= 0
    for page in ("transactions", "company"):
        screen.open(f"/{page}")
        assert text.say(f"page.{page}", "ru") in screen.head()
        assert screen.page.locator("html").evaluate(OVERFLOW) <= 0


FOCUSED = "document.activeElement.getAttribute('aria-label')"
