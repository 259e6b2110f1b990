"""Each question of the page in pandas."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from benchmarks.rivals.by_hand import RANKED, TALKS, WAITS
from benchmarks.rivals.peaks import peaks
from benchmarks.rivals.shared import Shared

COUNTS = (
    "attempts", "answered", "not_answered", "busy", "failed_calls", "menu_hangups", "abandoned",
    "answering_machines", "transferred",
)  # fmt: skip
SHARES = {
    "asr": ("answered", "attempts"),
    "ner": ("reached", "attempts"),
    "abandonment": ("abandoned", "wanted"),
    "service_level": ("in_time", "patient"),
    "human_answer_rate": ("human", "detected"),
    "short_calls": ("short", "answered"),
}


def counters(page: Shared) -> pd.DataFrame:
    rows, meets = page.rows, page.meets
    talk, wait = rows["talk_seconds"], rows["wait_seconds"].fillna(0)
    median, p90 = talk[meets["talked"]].quantile([0.5, 0.9])
    figures = {
        "calls": len(rows),
        **{name: meets[name].sum() for name in COUNTS},
        "acd": talk[meets["answered"]].mean(),
        "talk_time": talk[meets["answered"]].sum(),
        "talk_median": median,
        "talk_p90": p90,
        "asa": wait[meets["served"]].mean(),
        "asa_queued": wait[meets["served"] & (wait > 0)].mean(),
        "callers": rows["client"].nunique(),
    }
    return pd.DataFrame([figures])


def rates(page: Shared) -> pd.DataFrame:
    pairs = {name: (page.meets[part].sum(), page.meets[of].sum()) for name, (part, of) in SHARES.items()}
    return pd.DataFrame([{name: part / of if of else np.nan for name, (part, of) in pairs.items()}])


def rates_over_time(names: tuple[str, ...], page: Shared) -> pd.DataFrame:
    needed = {mask for name in names for mask in SHARES[name]}
    sums = pd.DataFrame({mask: page.meets[mask] for mask in needed}).groupby(page.bucket).sum()
    pairs = {name: SHARES[name] for name in names}
    values = {name: sums[part] / sums[of].where(sums[of] > 0) for name, (part, of) in pairs.items()}
    return pd.DataFrame(values).reset_index()


def sizes(by: tuple[str, ...], page: Shared) -> pd.DataFrame:
    counted: pd.DataFrame = _by(page, page.rows, by).size().reset_index(name="calls")
    return counted


def answered_by_operator(page: Shared) -> pd.DataFrame:
    counted = page.meets["answered"].groupby(page.rows["operator"], observed=True, dropna=False)
    return counted.sum().rename("answered").reset_index()


def talk_over_time(page: Shared) -> pd.DataFrame:
    talk = page.rows["talk_seconds"].where(page.meets["answered"])
    return talk.groupby(page.bucket).sum().rename("talk_time").reset_index()


def talk_lengths(page: Shared) -> pd.DataFrame:
    talk = page.rows["talk_seconds"].where(page.meets["talked"])
    both = talk.groupby(page.bucket).quantile(np.array([0.5, 0.9])).unstack()
    return both.set_axis(["talk_median", "talk_p90"], axis=1).reset_index()


def talks(page: Shared) -> pd.DataFrame:
    known = page.rows["talk_seconds"].dropna()
    number = np.searchsorted(TALKS, known.to_numpy(), "right")
    return _binned(number, len(TALKS), {"answered": page.meets["talked"][known.index]})


def waits(page: Shared) -> pd.DataFrame:
    number = np.searchsorted(WAITS, page.rows["wait_seconds"].fillna(0).to_numpy(), "right")
    masks = {"answered": page.meets["served"], "abandoned": page.meets["abandoned"]}
    return _binned(number, len(WAITS), masks)


def _binned(number: Any, last: int, masks: Mapping[str, pd.Series]) -> pd.DataFrame:
    counts = {name: np.bincount(number[mask.to_numpy()], minlength=last + 1) for name, mask in masks.items()}
    there = np.bincount(number, minlength=last + 1) > 0
    return pd.DataFrame({"bin": np.arange(last + 1), **counts})[there]


def fees(by: tuple[str, ...], page: Shared) -> pd.DataFrame:
    priced = page.rows[["currency", "call_fee", "bot_fee"]]
    if by == ("currency",):
        both = priced["call_fee"] + priced["bot_fee"]
        priced = priced.assign(fees=both.fillna(priced["call_fee"]).fillna(priced["bot_fee"]))
    summed: pd.DataFrame = _by(page, priced, by).sum(min_count=1).reset_index()
    return summed


def _by(page: Shared, rows: pd.DataFrame, names: tuple[str, ...]) -> Any:
    keys = [page.bucket if name == "bucket" else page.when.get(name, name) for name in names]
    return rows.groupby(keys, observed=True, dropna=False, sort=False)


def peak(by_hour: bool, page: Shared) -> pd.DataFrame:
    return peaks(*page.intervals(), page.filters, by_hour)


ANSWERS: Mapping[str, Callable[[Shared], pd.DataFrame]] = {
    "counters: counts": counters,
    "counters: rates": rates,
    "counters: peak": partial(peak, False),
    "counters: money": partial(fees, ("currency",)),
    "calls_by_status_and_day": partial(sizes, ("bucket", "status")),
    "calls_by_status_and_day_in_percent": partial(sizes, ("bucket", "status")),
    "calls_by_hour_and_weekday": partial(sizes, ("weekday", "hour")),
    "calls_by_hour": partial(sizes, ("hour",)),
    **{f"calls_by_{name}": partial(sizes, (name,)) for name in RANKED},
    "calls_by_hangup": partial(sizes, ("hangup_by",)),
    "answered_by_operator": answered_by_operator,
    "talk_by_day": talk_over_time,
    "talk_length_by_day": talk_lengths,
    "talk_distribution": talks,
    "answer_rates_by_day": partial(rates_over_time, ("asr", "ner")),
    "simultaneous_calls": partial(peak, True),
    "fees_by_day": partial(fees, ("bucket", "currency")),
    "queue_waits": waits,
    "abandonment_by_day": partial(rates_over_time, ("abandonment",)),
    "service_level_by_day": partial(rates_over_time, ("service_level",)),
}
