"""Random notifications, and what every figure of them should be in plain Python."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from tests.properties.oracle import chosen, key_of, quantile, share
from tests.properties.strategies import ODD, Case, moments, money
from twin_stats.analytics.filters import Filters
from twin_stats.source.time import Period

Row = Mapping[str, Any]
Rows = Sequence[Row]
Answer = dict[tuple[Any, ...], tuple[Any, ...]]
LADDER = ("CREATED", "PENDING", "PAUSED", "DELAYED", "SENDING", "SENT", "DELIVERED", "READ")
DEAD = ("UNDELIVERED", "EXPIRED", "ERROR", "CANCELED")
STATUSES = (*LADDER, *LADDER[-3:], *DEAD, "delivered", "Error", "Held back", None)
CHANNELS = ("SMS", "sms", "Viber", "VIBER", "email", "Push", "Fax", "fax", None)
REASONS = (None, "Absent", "O'Neil; --", "100 %(x)s :y \\ Ω")
PROPER = {"sms": "SMS", "viber": "Viber", "email": "Email", "push": "Push"}
CHOICES = {
    "status": (*LADDER, *DEAD, "Held back", ""),
    "channel": ("SMS", "Viber", "Fax", "fax", ""),
    "reason": tuple(reason or "" for reason in REASONS),
    "currency": ("EUR", "RUB", ""),
}
RATES = {"delivery_rate", "delivery_rate_upper", "read_rate", "price_per_delivered"}
MONEY = ("notification_price", "price_per_delivered")


@st.composite
def sendings(draw: st.DrawFn, around: datetime) -> dict[str, Any]:
    start = draw(moments(around))
    after = st.none() | st.integers(-10, 5000).map(lambda value: start + timedelta(milliseconds=1500 * value))
    return {
        "company": draw(st.sampled_from([1, 1, 1, 2])),
        "id": "",
        "created_at": start,
        **{name: draw(after) for name in ("sent_at", "delivered_at", "read_at")},
        "status": draw(st.sampled_from(STATUSES)),
        "channel": draw(st.sampled_from(CHANNELS)),
        "reason": draw(st.sampled_from(REASONS)),
        "currency": draw(st.sampled_from(("EUR", "RUB", None))),
        "parts": draw(st.none() | st.integers(0, 9)),
        "price": draw(money),
    }


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Notifications around one odd instant, and what is asked of them."""
    name, around = draw(st.sampled_from(ODD))
    rows = [{**row, "id": str(n)} for n, row in enumerate(draw(st.lists(sendings(around), max_size=24)))]
    bounds = sorted({draw(moments(around)), draw(moments(around))})
    whole = around - timedelta(days=4), around + timedelta(days=4)
    start, end = bounds if len(bounds) == 2 and draw(st.booleans()) else whole
    picked = {
        one: draw(st.lists(st.sampled_from(CHOICES[one]), max_size=3))
        for one in draw(st.lists(st.sampled_from(sorted(CHOICES)), max_size=2, unique=True))
    }
    filters = Filters(1, ZoneInfo(name), Period(start, end)).choosing(picked)
    every = (*CHOICES, "day", "week", "month", "hour", "weekday")
    return Case(rows, filters, tuple(draw(st.lists(st.sampled_from(every), max_size=3, unique=True))))


def reached(row: Row) -> str | None:
    """The status of a row by climbing the ladder."""
    told = (row["status"] or "").upper()
    steps = [told] if told in LADDER else []
    steps += [
        step
        for step, time in (("SENT", "sent_at"), ("DELIVERED", "delivered_at"), ("READ", "read_at"))
        if row[time] and (step != "SENT" or not told)
    ]
    best = max(steps, key=LADDER.index, default=None)
    if best in ("DELIVERED", "READ"):
        return "DELIVERED" if (row["channel"] or "").lower() == "sms" else best
    return told if told in DEAD else row["status"] if told and told not in LADDER else best


def meant(row: Row) -> dict[str, Any]:
    """The row as figures see it."""
    status, channel = reached(row), row["channel"]
    proper = PROPER.get((channel or "").lower(), channel)
    reason = None if status in ("DELIVERED", "READ") else row["reason"]
    return {**row, "started_at": row["created_at"], "status": status, "channel": proper, "reason": reason}


def expected(rows: Rows, names: Sequence[str], by: Sequence[str], filters: Filters) -> Answer:
    """Each combination of dimensions that occurs, with its figures."""
    money_only = all(name in MONEY for name in names)
    keys = [*by, "currency"] if money_only and "currency" not in by else list(by)
    columns = {name: figures(name, rows, keys, filters) for name in names}
    found = {key for column in columns.values() for key in column}
    counts = {name: None if name in RATES | {*MONEY, "delivery_median"} else 0 for name in names}
    lines = {key: tuple(columns[name].get(key, counts[name]) for name in names) for key in found}
    if money_only:
        place = keys.index("currency")
        return {key: line for key, line in lines.items() if key[place] is not None or line != (None, None)}
    return lines


def figures(name: str, rows: Rows, keys: Sequence[str], filters: Filters) -> dict[tuple[Any, ...], Any]:
    kept = filters.without(["status"]) if name in RATES else filters
    groups: dict[tuple[Any, ...], list[Row]] = {} if keys else {(): []}
    for row in map(meant, rows):
        if chosen(row, kept) and filters.period.start <= row["created_at"] < filters.period.end:
            groups.setdefault(key_of(row, keys, row["created_at"], filters), []).append(row)
    return {key: FIGURES[name](group) for key, group in groups.items()}


def sent(row: Row) -> bool:
    return row["sent_at"] is not None or row["status"] in ("SENT", "DELIVERED", "READ")


def arrived(row: Row) -> bool:
    return row["status"] in ("DELIVERED", "READ")


def failed(row: Row) -> bool:
    return row["status"] in ("UNDELIVERED", "EXPIRED", "ERROR")


def number(rows: Rows, *tests: Any) -> int:
    return sum(all(test(row) for test in tests) for row in rows)


def tells(row: Row) -> bool:
    return row["channel"] != "SMS"


def reads(rows: Rows) -> int | None:
    return number(rows, lambda row: row["status"] == "READ") if not rows or any(map(tells, rows)) else None


def spent(rows: Rows) -> Decimal | None:
    known = [row["price"] for row in rows if row["price"] is not None]
    return sum(known, Decimal(0)) if known else None


def spent_on_each(rows: Rows) -> Decimal | None:
    whole, pieces = spent(rows), number(rows, arrived)
    return None if whole is None or not pieces else whole / pieces


def delays(rows: Rows) -> list[float]:
    both = [row for row in rows if arrived(row) and row["sent_at"] and row["delivered_at"]]
    return [(row["delivered_at"] - row["sent_at"]).total_seconds() for row in both]


FIGURES: Mapping[str, Any] = {
    "notifications": len,
    "sent": lambda rows: number(rows, sent),
    "delivered": lambda rows: number(rows, arrived),
    "read": reads,
    "failed": lambda rows: number(rows, failed),
    "unconfirmed": lambda rows: sum(sent(row) and not arrived(row) and not failed(row) for row in rows),
    "delivery_rate": lambda rows: share(number(rows, arrived), number(rows, sent)),
    "delivery_rate_upper": lambda rows: share(
        number(rows, sent) - number(rows, sent, failed), number(rows, sent)
    ),
    "read_rate": lambda rows: share(reads(rows) or 0, number(rows, arrived, tells)),
    "parts": lambda rows: sum(row["parts"] or 0 for row in rows),
    "delivery_median": lambda rows: quantile(delays(rows), Fraction(1, 2)),
    "notification_price": spent,
    "price_per_delivered": spent_on_each,
}
NAMES = tuple(name for name in FIGURES if name not in MONEY)
