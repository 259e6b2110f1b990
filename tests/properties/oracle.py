"""What every figure of calls should be, in plain Python, one row after another."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from twin_stats.analytics.filters import Filters

Row = Mapping[str, Any]
Rows = Sequence[Row]
Key = tuple[Any, ...]
FAILURES = {"FAILED", "CHANUNAVAIL", "CONGESTION", "UNAVAILABLE", "EXPIRED"}
SEIZED = {"ANSWERED", "NOANSWER", "BUSY"} | FAILURES
RATES = {"asr", "ner", "abandonment", "service_level", "human_answer_rate", "short_calls"}
MONEY = {"call_fee": ("call_fee",), "bot_fee": ("bot_fee",), "fees": ("call_fee", "bot_fee")}
COUNTS = (
    "calls",
    "attempts",
    "answered",
    "not_answered",
    "busy",
    "failed_calls",
    "menu_hangups",
    "abandoned",
    "answering_machines",
    "transferred",
    "callers",
    "peak_calls",
)
NOTHING = {**dict.fromkeys(COUNTS, 0), "talk_time": 0.0}
CUTS = ("day", "week", "month", "hour", "weekday")


def answer(rows: Rows, names: Sequence[str], by: Sequence[str], filters: Filters) -> dict[Key, Key]:
    """Each combination of dimensions that occurs, with its figures."""
    money = [name for name in names if name in MONEY]
    keys = [*by, "currency"] if money and "currency" not in by else list(by)
    columns = {name: figures(name, rows, keys, filters) for name in names}
    found = {key for column in columns.values() for key in column}
    lines = {key: tuple(columns[name].get(key, NOTHING.get(name)) for name in names) for key in found}
    if len(money) == len(names):
        place = keys.index("currency")
        lines = {key: line for key, line in lines.items() if key[place] is not None or any_of(line)}
    return lines


def any_of(line: Key) -> bool:
    return any(value is not None for value in line)


def figures(name: str, rows: Rows, keys: Sequence[str], filters: Filters) -> dict[Key, Any]:
    """One metric of each group; of the whole where there are no dimensions."""
    if name == "peak_calls":
        return peaks(rows, keys, filters)
    kept = filters.without(["status"]) if name in RATES else filters
    groups: dict[Key, list[Row]] = {} if keys else {(): []}
    for row in rows:
        if chosen(row, kept) and filters.period.start <= row["started_at"] < filters.period.end:
            groups.setdefault(key_of(row, keys, row["started_at"], filters), []).append(row)
    return {key: figure(name, group, filters) for key, group in groups.items()}


def chosen(row: Row, filters: Filters) -> bool:
    mine = row["company"] == filters.company
    return mine and all((row.get(name) or "") in values for name, values in filters.chosen)


def key_of(row: Row, keys: Sequence[str], at: datetime, filters: Filters) -> Key:
    wall = at.replace(tzinfo=UTC).astimezone(filters.zone)
    year, week, weekday = wall.isocalendar()
    cuts = {
        "day": f"{wall:%Y-%m-%d}",
        "week": f"{year:04d}-W{week:02d}",
        "month": f"{wall:%Y-%m}",
        "hour": wall.hour,
        "weekday": weekday,
    }
    return tuple(cuts[key] if key in cuts else row.get(key) for key in keys)


def figure(name: str, rows: Rows, filters: Filters) -> Any:
    if name in MONEY:
        known = [row[fee] for row in rows for fee in MONEY[name] if row.get(fee) is not None]
        return sum(known, Decimal(0)) if known else None
    return FIGURES[name](rows, filters)


def mean(values: Iterable[float]) -> float | None:
    known = [Fraction(value) for value in values]
    return float(sum(known) / len(known)) if known else None


def share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def quantile(values: Iterable[float], fraction: Fraction) -> float | None:
    """Linear interpolation between the two nearest of the sorted values."""
    known = sorted(Fraction(value) for value in values)
    if not known:
        return None
    place = (len(known) - 1) * fraction
    low = int(place)
    high = min(low + 1, len(known) - 1)
    return float(known[low] + (known[high] - known[low]) * (place - low))


def with_status(rows: Rows, statuses: Iterable[str]) -> list[Row]:
    wanted = set(statuses)
    return [row for row in rows if row.get("status") in wanted]


def answered(rows: Rows) -> list[Row]:
    return with_status(rows, ["ANSWERED"])


def talks(rows: Rows) -> list[float]:
    return [row["talk_seconds"] for row in answered(rows) if row.get("talk_seconds") is not None]


def wait(row: Row) -> float:
    return row.get("wait_seconds") or 0.0


def inbound(rows: Rows) -> list[Row]:
    return [row for row in rows if row.get("direction") == "inbound"]


def given_up(rows: Rows) -> list[float]:
    """The waits of inbound calls that nobody took."""
    return [wait(row) for row in inbound(with_status(rows, ["NOANSWER"]))]


def abandoned(rows: Rows) -> list[float]:
    return [seconds for seconds in given_up(rows) if seconds > 0]


def served(rows: Rows) -> list[float]:
    return [wait(row) for row in inbound(answered(rows))]


def service_level(rows: Rows, filters: Filters) -> float | None:
    limits = filters.limits
    in_time = sum(seconds <= limits.service_level_seconds for seconds in served(rows))
    patient = sum(seconds >= limits.short_abandon_seconds for seconds in abandoned(rows))
    return share(in_time, len(served(rows)) + patient)


def human_answer_rate(rows: Rows) -> float | None:
    who = [row.get("responder") for row in answered(rows)]
    return share(who.count("Human"), who.count("Human") + who.count("Answering machine"))


FIGURES: Mapping[str, Callable[[Rows, Filters], Any]] = {
    "calls": lambda rows, _: len(rows),
    "attempts": lambda rows, _: len(with_status(rows, SEIZED)),
    "answered": lambda rows, _: len(answered(rows)),
    "not_answered": lambda rows, _: len(with_status(rows, ["NOANSWER"])),
    "busy": lambda rows, _: len(with_status(rows, ["BUSY"])),
    "failed_calls": lambda rows, _: len(with_status(rows, FAILURES)),
    "asr": lambda rows, _: share(len(answered(rows)), len(with_status(rows, SEIZED))),
    "ner": lambda rows, _: share(
        len(with_status(rows, ["ANSWERED", "FAILED", "BUSY", "NOANSWER"])), len(with_status(rows, SEIZED))
    ),
    "acd": lambda rows, _: mean(talks(rows)),
    "talk_time": lambda rows, _: float(sum(map(Fraction, talks(rows)))),
    "talk_median": lambda rows, _: quantile([talk for talk in talks(rows) if talk > 0], Fraction(1, 2)),
    "talk_p90": lambda rows, _: quantile([talk for talk in talks(rows) if talk > 0], Fraction(9, 10)),
    "asa": lambda rows, _: mean(served(rows)),
    "asa_queued": lambda rows, _: mean(seconds for seconds in served(rows) if seconds > 0),
    "menu_hangups": lambda rows, _: len(given_up(rows)) - len(abandoned(rows)),
    "abandoned": lambda rows, _: len(abandoned(rows)),
    "abandonment": lambda rows, _: share(len(abandoned(rows)), len(served(rows)) + len(abandoned(rows))),
    "service_level": service_level,
    "human_answer_rate": lambda rows, _: human_answer_rate(rows),
    "answering_machines": lambda rows, _: sum(row.get("responder") == "Answering machine" for row in rows),
    "short_calls": lambda rows, filters: share(
        sum(talk < filters.limits.short_call_seconds for talk in talks(rows)), len(answered(rows))
    ),
    "transferred": lambda rows, _: sum(bool(row.get("transferred")) for row in rows),
    "callers": lambda rows, _: len({row["client"] for row in rows if row.get("client") is not None}),
}
NAMES = (*FIGURES, "peak_calls")


def peaks(rows: Rows, keys: Sequence[str], filters: Filters) -> dict[Key, int]:
    """Count at every instant at which a call begins or a minute does: the most of each group."""
    period = filters.period
    groups: dict[Key, list[tuple[datetime, datetime]]] = {}
    columns = [key for key in keys if key not in CUTS]
    for row in rows:
        end = end_of(row)
        if chosen(row, filters) and end and row["started_at"] < end:
            span = max(row["started_at"], period.start), min(end, period.end)
            if span[0] < span[1]:
                groups.setdefault(tuple(row.get(key) for key in columns), []).append(span)
    found: dict[Key, int] = {} if keys else {(): 0}
    for values, spans in groups.items():
        named = dict(zip(columns, values, strict=True))
        for at in {at for span in spans for at in instants(*span)}:
            key = key_of(named, keys, at, filters)
            found[key] = max(found.get(key, 0), sum(start <= at < end for start, end in spans))
    return found


def instants(start: datetime, end: datetime) -> Iterable[datetime]:
    """The start of a call and every full minute that it reaches: local hours begin at full minutes."""
    yield start
    at = start.replace(second=0, microsecond=0) + timedelta(minutes=1)
    while at < end:
        yield at
        at += timedelta(minutes=1)


def end_of(row: Row) -> datetime | None:
    if row.get("ended_at"):
        return row["ended_at"]
    known = row.get("talk_seconds") if row.get("talk_seconds") is not None else row.get("wait_seconds")
    if known is None:
        return None
    begin: datetime = row.get("answered_at") or row["started_at"]
    return begin + timedelta(microseconds=round(Fraction(known) * 1_000_000))
