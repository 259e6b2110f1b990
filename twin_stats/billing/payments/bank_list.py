"""A bank's list of payments (CSV): whichever delimiter, encoding and order of columns it has."""

import csv
import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from twin_stats import text
from twin_stats.billing.arithmetic import currency_code, parse_amount
from twin_stats.errors import BadAmount, PaymentsUnreadable, UnknownCurrency

LARGEST = 10_000_000
COLUMNS = ("date", "amount", "payer", "purpose", "currency", "event")
NEEDED = ("date", "amount", "purpose")
NUMBER = re.compile(r"(?<![0-9-])[0-9]{4}-[0-9]{6,12}(?![0-9-])")
DATES = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S", "%d.%m.%Y %H:%M:%S")


@dataclass(frozen=True)
class Line:
    """One payment of the list; `reason` (a key of `payments.…`) says why it cannot find an invoice.

    `event` is the bank's own name for it, if it gives one; `content` tells it apart by what it says.
    """

    row: int
    event: str
    content: str
    paid_on: date | None
    amount: int | None
    currency: str
    payer: str
    purpose: str
    number: str
    reason: str


def read(content: bytes, currency: str) -> tuple[Line, ...]:
    """The lines of a list, in order; raise PaymentsUnreadable for what is none."""
    if len(content) > LARGEST:
        raise PaymentsUnreadable(why=text.Phrase("payments.too_large"))
    written = _decoded(content)
    delimiter = max(";\t,|", key=written.partition("\n")[0].count)
    rows = csv.reader(io.StringIO(written, newline=""), delimiter=delimiter)
    try:
        return tuple(_lines(rows, currency))
    except csv.Error as error:
        raise PaymentsUnreadable(why=error) from error


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1251"):
        try:
            written = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in written:
            return written
    raise PaymentsUnreadable(why=text.Phrase("payments.no_text"))


def _lines(rows: Iterator[list[str]], currency: str) -> Iterator[Line]:
    places = _places(next(rows, []))
    seen: Counter[str] = Counter()
    for number, row in enumerate(rows, 2):
        if any(cell.strip() for cell in row):
            told = {name: row[at].strip() if at < len(row) else "" for name, at in places.items()}
            yield _line(number, told, currency, seen)


def _places(header: Sequence[str]) -> dict[str, int]:
    """Where each column stands, by the headers that banks use."""
    names = [cell.strip().casefold() for cell in header]
    found: dict[str, int] = {}
    for column in COLUMNS:
        known = "|".join(text.TEXTS[f"payments.headers.{column}"]).split("|")
        places = [names.index(name) for name in known if name in names]
        if places:
            found[column] = places[0]
    if not all(column in found for column in NEEDED):
        raise PaymentsUnreadable(why=text.Phrase("payments.no_columns"))
    return found


def _line(number: int, told: Mapping[str, str], currency: str, seen: Counter[str]) -> Line:
    numbers = sorted(set(NUMBER.findall(told["purpose"])))
    paid_on, reason = _date(told["date"]), ""
    try:
        paid_in = currency_code(told.get("currency") or currency)
        amount = parse_amount(_plain(told["amount"]), paid_in)
    except (BadAmount, UnknownCurrency):
        amount, paid_in, reason = None, currency, "bad_amount"
    if not reason and len(numbers) != 1:
        reason = "several_numbers" if numbers else "no_number"
    return Line(
        row=number,
        event=told.get("event", ""),
        content=_fingerprint(told, (paid_on or told["date"], amount, paid_in), seen),
        paid_on=paid_on,
        amount=amount,
        currency=paid_in,
        payer=told.get("payer", ""),
        purpose=told["purpose"],
        number=numbers[0] if len(numbers) == 1 else "",
        reason=reason,
    )


def _date(written: str) -> date | None:
    for form in DATES:
        try:
            return datetime.strptime(written, form).date()
        except ValueError:
            continue
    return None


def _plain(amount: str) -> str:
    """1.234,56 and 1,234.56 as 1234.56: of two kinds of separators the last is the decimal one."""
    bare = amount.lstrip("+")
    first, last = sorted(".,", key=bare.rfind)
    return bare.replace(first, "") if first in bare and last in bare else bare


def _fingerprint(told: Mapping[str, str], read: Sequence[object], seen: Counter[str]) -> str:
    """What tells a payment apart: what it says, and its event, else which of equal ones it is.

    As it was read, not as it was written: a list that went through a spreadsheet has other dates and blanks.
    """
    said = [" ".join(told.get(name, "").casefold().split()) for name in ("payer", "purpose")]
    whole = "\x1f".join([*map(str, read), *said])
    seen[whole] += 1
    which = f"event {told['event']}" if told.get("event") else seen[whole]
    return hashlib.sha256(f"{whole}\x1f{which}".encode()).hexdigest()
