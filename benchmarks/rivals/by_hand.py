"""The page's questions in SQL by hand, for DuckDB and SQLite alike.

Conditions are CASE, of which an engine works out equal ones once; times are cut by the zone's offsets,
as DuckDB's own zone functions are slower and SQLite has none.
"""

from collections.abc import Mapping

from benchmarks.rivals.asked import TALKED, Asked, Figures

ANSWERED, NOANSWER, INBOUND = "status = 'ANSWERED'", "status = 'NOANSWER'", "direction = 'inbound'"
FAILURES = "'FAILED', 'CHANUNAVAIL', 'CONGESTION', 'UNAVAILABLE', 'EXPIRED'"
ATTEMPTED = f"status IN ('ANSWERED', 'NOANSWER', 'BUSY', {FAILURES})"
REACHED = "status IN ('ANSWERED', 'FAILED', 'BUSY', 'NOANSWER')"
SERVED = f"{INBOUND} AND {ANSWERED}"
ABANDONED = f"{INBOUND} AND {NOANSWER} AND wait_seconds > 0"
DETECTED = f"{ANSWERED} AND responder IN ('Human', 'Answering machine')"
WAIT, ROWS = "coalesce(wait_seconds, 0)", {"rows": "count(*)"}
WAITS, TALKS = (1, 5, 10, 20, 30, 60, 120, 300), (10, 30, 60, 120, 180, 300, 600, 1200, 1800)
QUANTILES = {"talk_median": 0.5, "talk_p90": 0.9}
RANKED = ("status", "direction", "bot", "task", "group", "responder")


def _count(condition: str) -> str:
    return f"count(CASE WHEN {condition} THEN 1 END)"


def _share(name: str, part: str, of: str) -> Figures:
    return {name: f"1e0 * {part} / nullif({of}, 0)", f"{name}_of": of}


def _mean(name: str, value: str, rows: str) -> Figures:
    chosen = f"CASE WHEN {rows} THEN {value} END"
    return _share(name, f"sum({chosen})", f"count({chosen})")


def _bins(value: str, bounds: tuple[int, ...]) -> str:
    cases = " ".join(f"WHEN {value} < {bound} THEN {number}" for number, bound in enumerate(bounds))
    return f"CASE {cases} ELSE {len(bounds)} END"


CALLS, TALK_TIME = {"calls": "count(*)"}, f"coalesce(sum(CASE WHEN {ANSWERED} THEN talk_seconds END), 0)"
WANTED = f"({_count(SERVED)} + {_count(ABANDONED)})"
ABANDONMENT = _share("abandonment", _count(ABANDONED), WANTED)
SERVICE_LEVEL = _share(
    "service_level",
    _count(f"{SERVED} AND {WAIT} <= 20"),
    f"({WANTED} - {_count(f'{ABANDONED} AND wait_seconds < 5')})",
)
ANSWER_RATES = {
    **_share("asr", _count(ANSWERED), _count(ATTEMPTED)),
    **_share("ner", _count(REACHED), _count(ATTEMPTED)),
}
FEES = {"call_fee": "sum(call_fee)", "bot_fee": "sum(bot_fee)"}
BOTH_FEES = {"fees": "sum(coalesce(call_fee + bot_fee, call_fee, bot_fee))"}
COUNTS = {
    "attempts": ATTEMPTED,
    "answered": ANSWERED,
    "not_answered": NOANSWER,
    "busy": "status = 'BUSY'",
    "failed_calls": f"status IN ({FAILURES})",
    "menu_hangups": f"{INBOUND} AND {NOANSWER} AND {WAIT} <= 0",
    "abandoned": ABANDONED,
    "answering_machines": "responder = 'Answering machine'",
    "transferred": "transferred",
    "talk_median_of": TALKED,
    "talk_p90_of": TALKED,
}
COUNTERS = {
    **CALLS,
    **{name: _count(condition) for name, condition in COUNTS.items()},
    **_mean("acd", "talk_seconds", ANSWERED),
    **_mean("asa", WAIT, SERVED),
    **_mean("asa_queued", WAIT, f"{SERVED} AND wait_seconds > 0"),
    "talk_time": TALK_TIME,
    "callers": "count(DISTINCT client)",
}
RATES = {
    **ANSWER_RATES,
    **ABANDONMENT,
    **SERVICE_LEVEL,
    **_share("human_answer_rate", _count(f"{ANSWERED} AND responder = 'Human'"), _count(DETECTED)),
    **_share("short_calls", _count(f"{ANSWERED} AND talk_seconds < 6"), _count(ANSWERED)),
}
OF_QUANTILES = {name: _count(TALKED) for name in ("talk_median_of", "talk_p90_of")}
BINS_OF_TALK = {"answered": _count(TALKED)}
BINS_OF_WAIT = {"answered": _count(SERVED), "abandoned": _count(ABANDONED)}
BY_STATUS = Asked({**CALLS, **ROWS}, ("bucket", "status"))

QUESTIONS: Mapping[str, Asked] = {
    "counters: counts": Asked({**COUNTERS, **ROWS}, quantiles=QUANTILES),
    "counters: rates": Asked({**RATES, **ROWS}),
    "counters: money": Asked({**FEES, **BOTH_FEES, **ROWS}, ("currency",)),
    "calls_by_status_and_day": BY_STATUS,
    "calls_by_status_and_day_in_percent": BY_STATUS,
    "calls_by_hour_and_weekday": Asked({**CALLS, **ROWS}, ("weekday", "hour")),
    "calls_by_hour": Asked({**CALLS, **ROWS}, ("hour",)),
    **{f"calls_by_{name}": Asked({**CALLS, **ROWS}, (name,)) for name in RANKED},
    "calls_by_hangup": Asked({**CALLS, **ROWS}, ("hangup_by",)),
    "answered_by_operator": Asked({"answered": _count(ANSWERED), **ROWS}, ("operator",)),
    "talk_by_day": Asked({"talk_time": TALK_TIME, **ROWS}, ("bucket",)),
    "talk_length_by_day": Asked({**OF_QUANTILES, **ROWS}, ("bucket",), quantiles=QUANTILES),
    "talk_distribution": Asked(BINS_OF_TALK, bins=_bins("talk_seconds", TALKS)),
    "answer_rates_by_day": Asked({**ANSWER_RATES, **ROWS}, ("bucket",)),
    "fees_by_day": Asked({**FEES, **ROWS}, ("bucket", "currency")),
    "queue_waits": Asked(BINS_OF_WAIT, bins=_bins(WAIT, WAITS)),
    "abandonment_by_day": Asked({**ABANDONMENT, **ROWS}, ("bucket",)),
    "service_level_by_day": Asked({**SERVICE_LEVEL, **ROWS}, ("bucket",)),
}
PEAKS = ("counters: peak", "simultaneous_calls")
