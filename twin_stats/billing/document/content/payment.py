"""What a payment QR code says: GOST R 56042-2014 for rubles, EPC069-12 for euros, else nothing."""

import base64
import io
import re

import segno

from twin_stats import text
from twin_stats.billing.document.content.amounts import local_day, long_day, whole
from twin_stats.billing.model import Invoice, Party

MANDATORY_BYTES, NAME, BANK, PURPOSE = 300, 160, 45, 210  # by GOST R 56042-2014
EPC_BYTES, EPC_NAME, EPC_TEXT, EPC_VERSION, EPC_MOST = 331, 70, 140, 13, 999_999_999_99
RUSSIAN_CODE, RUSSIAN_ACCOUNT, IBAN = (
    re.compile(r"\d{9}"),
    re.compile(r"\d{20}"),
    re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}"),
)


def has_russian_bank(party: Party) -> bool:
    """Whether the bank details are Russian: a BIC of nine figures and accounts of twenty."""
    numbers = (party.account, party.correspondent_account)
    return bool(RUSSIAN_CODE.fullmatch(party.bank_code)) and all(map(RUSSIAN_ACCOUNT.fullmatch, numbers))


def payload(invoice: Invoice) -> bytes | None:
    """The bytes of the code, or None where there is nothing to pay or no standard for it."""
    if invoice.due <= 0 or invoice.kind == "credit_note":
        return None
    if invoice.currency == "RUB" and has_russian_bank(invoice.seller):
        return _russian(invoice)
    if invoice.currency == "EUR" and IBAN.fullmatch(_packed(invoice.seller.account)):
        return _european(invoice) if invoice.due <= EPC_MOST else None
    return None


def image(content: bytes) -> str:
    """The code as a PNG in a data: URI."""
    code = segno.make(content, mode="byte", error="m", boost_error=False, micro=False)
    buffer = io.BytesIO()
    code.save(buffer, kind="png", scale=4, border=4)
    return "data:image/png;base64," + base64.b64encode(buffer.getvalue()).decode("ascii")


def purpose(invoice: Invoice) -> str:
    """What the payer writes as the purpose, so that the payment is found; Russian banks ask for the tax."""
    language, day = invoice.language, local_day(invoice.issued_at, invoice.zone)
    written = f"{day:%d.%m.%Y}" if language == "ru" else long_day(day, language)
    said = text.say("document.purpose", language, number=invoice.number, day=written)
    is_russian = invoice.currency == "RUB" and has_russian_bank(invoice.seller)
    if not is_russian or invoice.due != invoice.gross:
        return said
    if not invoice.tax:
        return said + text.say("document.purpose_untaxed", language)
    return said + text.say("document.purpose_tax", language, tax=f"{whole(invoice.tax, 'RUB'):.2f}")


def _russian(invoice: Invoice) -> bytes:
    seller = invoice.seller
    optional = {
        "PayeeINN": seller.inn,
        "KPP": seller.kpp,
        "Sum": str(int(whole(invoice.due, "RUB") * 100)),
        "Purpose": purpose(invoice)[:PURPOSE],
    }
    last = "".join(f"|{name}={_plain(value)}" for name, value in optional.items() if value)
    for version, encoding in (("ST00012", "utf-8"), ("ST00011", "cp1251")):
        first = _mandatory(version, seller, NAME).encode(encoding, "replace")
        if len(first) <= MANDATORY_BYTES:
            return first + last.encode(encoding, "replace")
    room = NAME - (len(first) - MANDATORY_BYTES)
    return (_mandatory(version, seller, room) + last).encode(encoding, "replace")


def _mandatory(version: str, seller: Party, room: int) -> str:
    name = _plain(seller.receiver_name or seller.name)[:room]
    return (
        f"{version}|Name={name}|PersonalAcc={seller.account}|BankName={_plain(seller.bank)[:BANK]}"
        f"|BIC={seller.bank_code}|CorrespAcc={seller.correspondent_account}"
    )


def _plain(value: str) -> str:
    """Without the sign that parts the fields."""
    return " ".join(value.replace("|", " ").split())


def _european(invoice: Invoice) -> bytes | None:
    seller = invoice.seller
    lines = (
        "BCD", "002", "1", "SCT",
        _bic(seller.bank_code),
        _plain(seller.receiver_name or seller.name)[:EPC_NAME],
        _packed(seller.account),
        f"EUR{whole(invoice.due, 'EUR'):.2f}",
        "", "",
        purpose(invoice)[:EPC_TEXT],
    )  # fmt: skip
    content = "\n".join(lines).encode()
    return content if len(content) <= EPC_BYTES else None


def _bic(code: str) -> str:
    """The bank's code where it is a BIC: version 002 does without."""
    packed = _packed(code)
    return packed if re.fullmatch(r"[A-Z0-9]{8}(?:[A-Z0-9]{3})?", packed) else ""


def _packed(value: str) -> str:
    return "".join(value.split()).upper()
