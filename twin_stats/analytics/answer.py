"""Answers: metrics by dimensions as one frame, whatever queries that takes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import reduce
from itertools import groupby
from typing import Any

import pandas as pd
from sqlalchemy import Select, func, select

from twin_stats.analytics.figures import concurrency
from twin_stats.analytics.figures.metric import Metric
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.query import ask
from twin_stats.source.facts import Fact
from twin_stats.source.literals import constant
from twin_stats.source.time import Period

Read = Callable[[Select[Any]], pd.DataFrame]


def answer(
    read: Read, metrics: Sequence[Metric], by: Sequence[str], filters: Filters, *, bases: bool = False
) -> pd.DataFrame:
    """A column for each dimension and metric, a row for each combination that occurs, in order.

    Money is never added up over currencies: where a metric is money, `currency` is a dimension too.
    A count that has no rows is 0; a rate, mean or quantile is null, and so is a count that these rows cannot
    have (reads of a channel without receipts). With `bases` comes `<metric>_of` too, the rows below a rate.
    """
    by = keys(metrics, by)
    frames = [_frame(read, group, by, filters) for group in cohorts(metrics, filters)]
    frame = reduce(lambda left, right: _join(left, right, by), frames) if by else pd.concat(frames, axis=1)
    frame = _zeros(frame, metrics)
    names = _names(metrics)
    if all(metric.unit == "money" for metric in metrics):
        frame = frame[frame["currency"].notna() | frame[names].notna().any(axis=1)]
    below = [name for name in frame if bases and str(name).removesuffix("_of") in names and name not in names]
    return _ordered(frame, by)[[*by, *names, *below]]


def keys(metrics: Iterable[Metric], by: Sequence[str]) -> tuple[str, ...]:
    """The dimensions that the answer has."""
    money = any(metric.unit == "money" for metric in metrics) and "currency" not in by
    return (*by, "currency") if money else tuple(by)


def cohorts(metrics: Iterable[Metric], filters: Filters) -> list[tuple[Metric, ...]]:
    """The metrics in groups that one query can answer: a filter that is not chosen sets nobody apart."""
    chosen = {name for name, _ in filters.chosen}

    def kind(metric: Metric) -> tuple[str, str, str, tuple[str, ...]]:
        peak = "peak" if metric.unit == "peak" else ""
        return metric.fact.subject, metric.fact.grain, peak, metric.ignores

    seen = [replace(one, ignores=tuple(name for name in one.ignores if name in chosen)) for one in metrics]
    return [tuple(group) for _, group in groupby(sorted(seen, key=kind), key=kind)]


def statements(metrics: Sequence[Metric], by: Sequence[str], filters: Filters) -> list[Select[Any]]:
    """What `answer` asks the store, in its order."""
    return [_query(group, keys(metrics, by))(filters) for group in cohorts(metrics, filters)]


def _query(group: tuple[Metric, ...], by: tuple[str, ...]) -> Callable[[Filters], Select[Any]]:
    if group[0].unit == "peak":
        return lambda filters: concurrency.intervals(group[0].fact, by, filters)
    if way := group[0].way:
        return lambda filters: way.rows(_names(group), by, filters)
    return ask(*group, by=by)


def _frame(read: Read, group: tuple[Metric, ...], by: tuple[str, ...], filters: Filters) -> pd.DataFrame:
    frame = read(_query(group, by)(filters))
    if group[0].unit == "peak":
        peaks = concurrency.peaks(frame, by, filters, group[0].name)
        return peaks[peaks[group[0].name] > 0] if by else peaks
    if way := group[0].way:
        return way.figures(frame, by, filters, _names(group))
    return frame.drop(columns="rows")


def _names(metrics: Iterable[Metric]) -> list[str]:
    return [metric.name for metric in metrics]


def _join(left: pd.DataFrame, right: pd.DataFrame, by: tuple[str, ...]) -> pd.DataFrame:
    if left.empty or right.empty:
        # A frame without rows may not know the types of its columns, which a merge would compare.
        return (right if left.empty else left).reindex(columns=list(dict.fromkeys([*left, *right])))
    return left.merge(right, how="outer", on=list(by))


def _zeros(frame: pd.DataFrame, metrics: Sequence[Metric]) -> pd.DataFrame:
    """Where one cohort has rows and another has none, counts and sums are 0; null from the store stays."""
    found = {metric.name: _summed(frame, metric) for metric in metrics if metric.is_sum}
    return frame.assign(**{name: column for name, column in found.items() if column is not None})


def _summed(frame: pd.DataFrame, metric: Metric) -> "pd.Series[Any] | None":
    """The column as it should be; None where it is already, for each one that is replaced has its price."""
    found = frame[metric.name]
    is_count = metric.unit in ("count", "peak")
    if not found.hasnans:
        return found.astype("int64") if is_count and found.dtype != "int64" else None
    absent = found if metric.of is None else frame[f"{metric.name}_of"]
    filled = found.mask(absent.isna(), 0)
    return filled.astype("Int64" if filled.hasnans else "int64") if is_count else filled


def _ordered(frame: pd.DataFrame, by: tuple[str, ...]) -> pd.DataFrame:
    return frame.sort_values(list(by), na_position="last", ignore_index=True) if by else frame


def coverage(read: Read, fact: Fact, company: int) -> Period | None:
    """The shortest period that holds all the company's rows; None without any."""
    until = fact.time if fact.until is None else fact.until
    first, last = func.min(fact.time).label("first"), func.max(until).label("last")
    row = read(select(first, last).where(fact.company == constant(company))).iloc[0]
    if pd.isna(row["first"]):
        return None
    others = [period.end for other in fact.beside if (period := coverage(read, other, company))]
    end = max([row["last"].to_pydatetime() + timedelta(microseconds=1), *others])
    return Period(row["first"].to_pydatetime(), end)
