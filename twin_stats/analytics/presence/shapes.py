"""Shapes of operators' charts: what is drawn of the rows of `sources`."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from twin_stats.analytics import shapes
from twin_stats.analytics.chart import MOST_ROWS, Shape
from twin_stats.analytics.figures.timeline import buckets, grain, label
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.ink.wording import OTHERS
from twin_stats.analytics.presence import coverage, figures
from twin_stats.analytics.presence.coverage import answered
from twin_stats.analytics.presence.once import once

Frame = pd.DataFrame
covered, measured = once(coverage.covered), once(figures.measured)
WAITS = (10, 30, 60, 120, 300, 900, 3600, 14400, 28800)


def in_hours(shape: Shape) -> Shape:
    """The same shape with `hours` beside seconds: one unit to read, whatever they add up to."""

    def shaped(frame: Frame, filters: Filters) -> Frame:
        data = shape(frame, filters)
        return data.assign(hours=data["value"] / 3600)

    return shaped


def by_operator_and_day(metric: str) -> Shape:
    """Seconds of the largest operators and the others, in every bucket.

    `category`, `bucket`, `value`, and `shade` (hours), which is no more than the longest of an operator.
    """

    def shape(frame: Frame, filters: Filters) -> Frame:
        unit = grain(filters)
        axis = [label(day, unit) for day in buckets(filters)]
        most = max(2, min(shapes.MOST_SERIES, MOST_ROWS // len(axis) - 1))
        times = _figures(frame, (unit, "operator"), filters, [metric])
        times = times.rename(columns={"operator": "category", metric: "value"})
        # There may be a hundred thousand operators: only the largest are told apart.
        few = shapes.largest(times[times["value"] > 0], "category", most, unit)
        data = shapes.labelled(few).rename(columns={unit: "bucket"})
        every = pd.MultiIndex.from_product([data["category"].unique(), axis], names=["category", "bucket"])
        full = data.set_index(["category", "bucket"])["value"].reindex(every, fill_value=0.0).reset_index()
        # The others may be many: they are not to take the colour from everybody else.
        longest = full["value"][full["category"] != OTHERS].max()
        return full.assign(shade=full["value"].clip(upper=longest) / 3600)

    return shape


def _figures(frame: Frame, by: tuple[str, ...], filters: Filters, names: Sequence[str]) -> Frame:
    return figures.told(measured(frame, by, filters), by, names)


def over_time(*metrics: str, empty: float = np.nan) -> Shape:
    """The same as `shapes.over_time`, of the rows of `sources`; `place` in a stack."""

    def shape(frame: Frame, filters: Filters) -> Frame:
        data = _figures(frame, (grain(filters),), filters, metrics)
        lines = shapes.over_time(*metrics, empty=empty)(data, filters)
        return lines.assign(place=lines["series"].map(metrics.index))

    return shape


def hours_a_day(frame: Frame, filters: Filters) -> Frame:
    """Mean seconds online and paused of the days on which an operator was there.

    `category`, `series`, `value`, `place` in the stack. The 20 with the most time online; of the others it
    is the mean over all of their days.
    """
    days = measured(frame, ("day", "operator"), filters)
    sums = days.groupby("operator")[["online", "paused", "operators"]].sum()
    sums = sums.sort_values("online", ascending=False, kind="stable")
    most = shapes.MOST_SERIES
    names = [*sums.index[:most], *[OTHERS] * (len(sums) - most)]
    whole = sums.groupby(pd.Index(names, name="category"), sort=False).sum()
    means = whole[["online", "paused"]].div(whole["operators"], axis=0)
    ordered = pd.concat([means[:most].sort_values("online", ascending=False), means[most:]])
    ordered.columns = ["online_time", "paused_time"]
    data = ordered.reset_index().melt("category", var_name="series", value_name="value")
    return data.assign(place=(data["series"] == "paused_time").astype(int))


def by_group(metric: str) -> Shape:
    """A time by group, largest first: `category`, `value`, and `share` of all operators' time.

    Groups overlap: the shares may add up to more than 1, and `others` are left out.
    """

    def shape(frame: Frame, filters: Filters) -> Frame:
        one_each = frame.drop_duplicates(["operator", "kind", "start", "end"])
        whole = figures.figures(one_each, (), filters, [metric])
        data = figures.figures(frame, ("group",), filters, [metric]).rename(
            columns={"group": "category", metric: "value"}
        )
        data = data[data["value"] > 0].nlargest(shapes.MOST_SERIES, "value").reset_index(drop=True)
        return data.assign(share=data["value"] / whole[metric].iloc[0] if len(data) else np.nan)

    return shape


def half_hours(frame: Frame, filters: Filters) -> Frame:
    """Clients waiting and operators online, on average: `category` (half hour), `series`, `value`."""
    data = _each_half_hour(covered(frame, "half_hour", filters))
    means = {name: data[name] / data["elapsed"].where(data["elapsed"] > 0) for name in ("waiting", "online")}
    lines = [
        pd.DataFrame({"category": data.index, "series": name, "value": means[name].to_list()})
        for name in means
    ]
    return pd.concat(lines, ignore_index=True)


def _each_half_hour(data: Frame) -> Frame:
    """All 48 of them, in order."""
    names = [f"{half // 2:02d}:{half % 2 * 30:02d}" for half in range(48)]
    return data.set_index("half_hour").reindex(names)


def uncovered_half_hours(frame: Frame, filters: Filters) -> Frame:
    """Seconds without cover in each half hour of the day: `category`, `value`."""
    data = _each_half_hour(covered(frame, "half_hour", filters))
    return pd.DataFrame({"category": data.index, "value": data["uncovered"].fillna(0.0).to_list()})


def uncovered_over_time(frame: Frame, filters: Filters) -> Frame:
    """Seconds without cover in each bucket: `bucket`, `series`, `value`."""
    data = covered(frame, grain(filters), filters)
    return shapes.over_time("uncovered", empty=0.0)(data, filters)


def responses(frame: Frame, _filters: Filters) -> Frame:
    """Answered sessions by the length of the wait, apart for those that met nobody online.

    `category` (how many of WAITS it reached), `series`, `value` (its share of the series), `n`, `place`.
    """
    sessions = answered(frame)
    reached = np.searchsorted(WAITS, sessions["seconds"], "right")
    parts = []
    for place, (series, chosen) in enumerate(
        {"online": sessions["covered"], "nobody": ~sessions["covered"]}.items()
    ):
        counts = np.bincount(reached[chosen], minlength=len(WAITS) + 1)
        shares = counts / counts.sum() if counts.any() else np.nan
        names = [str(number) for number in range(len(counts))]
        parts.append(
            pd.DataFrame(
                {"category": names, "series": series, "value": shares, "n": counts.sum(), "place": place}
            )
        )
    return pd.concat(parts, ignore_index=True)
