"""Shapes: empty buckets, gaps, others, intervals."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from twin_stats.analytics import shapes
from twin_stats.analytics.figures import hours, money
from twin_stats.analytics.figures.bins import bin_names, binned
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.ink.wording import OTHERS
from twin_stats.source.time import days

UTC = ZoneInfo("UTC")


def of_days(first: str, last: str) -> Filters:
    return Filters(1, UTC, days(date.fromisoformat(first), date.fromisoformat(last), UTC))


THREE_DAYS = of_days("2026-01-01", "2026-01-03")


def day(number: int) -> pd.Timestamp:
    return pd.Timestamp(2026, 1, number)


def counts(*rows: tuple[int, object, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["day", "status", "calls"]).assign(day=[day(row[0]) for row in rows])


def listed(frame: pd.DataFrame, *columns: str) -> list[tuple[object, ...]]:
    frame = frame.astype(object)
    return [tuple(row) for row in frame.where(frame.notna(), None)[list(columns)].itertuples(index=False)]


def test_a_stack_has_every_bucket_and_its_shares() -> None:
    frame = counts((1, "A", 3), (1, "B", 1), (3, "B", 1))
    data = shapes.stacked("status", "calls")(frame, THREE_DAYS)
    found = {row for row in listed(data, "bucket", "series", "value", "share") if row[2]}
    assert found == {("2026-01-01", "A", 3, 0.75), ("2026-01-01", "B", 1, 0.25), ("2026-01-03", "B", 1, 1.0)}
    assert set(data["bucket"]) == {"2026-01-01", "2026-01-02", "2026-01-03"}
    assert data[data["bucket"] == "2026-01-02"]["value"].sum() == 0


def test_a_stack_keeps_the_20_largest_and_adds_up_the_others() -> None:
    frame = counts(*((1, f"S{number:02d}", 100 - number) for number in range(25)))
    data = shapes.stacked("status", "calls")(frame, THREE_DAYS)
    drawn = data[data["value"] > 0]
    assert list(drawn["series"]) == [*(f"S{number:02d}" for number in range(20)), OTHERS]
    assert drawn["value"].iloc[-1] == 80 + 79 + 78 + 77 + 76
    assert drawn["share"].sum() == pytest.approx(1)


def test_a_stack_with_an_order_keeps_it_whatever_is_the_largest() -> None:
    frame = counts((2, "NEW", 9), (2, "ERROR", 5), (2, "READ", 1), (2, "SENT", 3), (2, None, 7))
    data = shapes.stacked("status", "calls", ("READ", "DELIVERED", "SENT", "ERROR"))(frame, THREE_DAYS)
    drawn = data[data["value"] > 0]
    assert listed(drawn, "series", "value") == [("READ", 1), ("SENT", 3), ("ERROR", 5), ("NEW", 9), (None, 7)]
    assert list(drawn["place"]) == sorted(set(drawn["place"]))


def test_an_unknown_value_is_a_series_of_its_own() -> None:
    data = shapes.stacked("status", "calls")(counts((1, None, 2), (1, "A", 1)), THREE_DAYS)
    assert ("2026-01-01", None, 2) in listed(data, "bucket", "series", "value")


def test_a_stack_without_rows_draws_nothing_and_breaks_nothing() -> None:
    data = shapes.stacked("status", "calls")(counts(), THREE_DAYS)
    assert list(data.columns) == ["bucket", "series", "value", "share", "place"]
    assert not data["value"].any()


def test_a_ranking_is_in_order_with_the_rest_as_others() -> None:
    names = ["b", "a", None, *(f"x{number}" for number in range(30)), "zero"]
    values = [5, 7, 6, *([1] * 30), 0]
    frame = pd.DataFrame({"bot": names, "calls": values, "rows": values})
    data = shapes.ranked("bot", "calls")(frame, THREE_DAYS)
    assert listed(data, "category", "value")[:3] == [("a", 7), (None, 6), ("b", 5)]
    assert len(data) == 21
    assert listed(data, "category", "value")[-1] == (OTHERS, 13)  # 33 with calls, less the first 20
    assert data["share"].sum() == pytest.approx(1)


def test_equal_values_stand_by_name_and_the_unknown_one_last() -> None:
    frame = pd.DataFrame({"bot": ["b", None, "a", "c"], "calls": [2, 2, 2, 3]})
    data = shapes.ranked("bot", "calls")(frame, THREE_DAYS)
    assert listed(data, "category", "value") == [("c", 3), ("a", 2), ("b", 2), (None, 2)]


def test_21_values_are_20_and_others() -> None:
    frame = pd.DataFrame({"bot": [f"b{number:02d}" for number in range(21)], "calls": range(21, 0, -1)})
    data = shapes.ranked("bot", "calls")(frame, THREE_DAYS)
    assert listed(data, "category", "value")[-1] == (OTHERS, 1)
    assert len(shapes.ranked("bot", "calls")(frame.head(20), THREE_DAYS)) == 20


def test_a_line_has_a_gap_where_there_is_no_data_and_a_total_is_zero_there() -> None:
    figures = {"asr": [0.5, None], "asr_of": [10, 0], "talk_time": [9.0, 0]}
    frame = pd.DataFrame({"day": [day(1), day(3)], **figures})
    lines = shapes.over_time("asr")(frame, THREE_DAYS)
    assert listed(lines, "bucket", "value", "n") == [
        ("2026-01-01", 0.5, 10),
        ("2026-01-02", None, 0),
        ("2026-01-03", None, 0),
    ]
    totals = shapes.over_time("talk_time", empty=0.0)(frame, THREE_DAYS)
    assert totals["value"].tolist() == [9.0, 0.0, 0.0]


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),  # the published table of Newcombe (1998) and R's prop.test(correct=FALSE)
        (1, 1, 0.2065, 1.0),
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (29, 29, 0.8830, 1.0),
    ],
)
def test_the_wilson_interval_is_the_published_one(part: int, whole: int, low: float, high: float) -> None:
    found = shapes.wilson(pd.Series([part / whole]), pd.Series([whole]))
    assert found["low"][0] == pytest.approx(low, abs=5e-5)
    assert found["high"][0] == pytest.approx(high, abs=5e-5)
    assert found["n"][0] == whole


def test_without_rows_there_is_no_interval() -> None:
    found = shapes.wilson(pd.Series([None], dtype=float), pd.Series([0]))
    assert pd.isna(found["low"][0]) and pd.isna(found["high"][0])


def test_a_week_has_168_hours_and_a_day_24() -> None:
    frame = pd.DataFrame({"weekday": [7], "hour": [23], "calls": [4]})
    grid = hours.week_grid("calls")(frame, THREE_DAYS)
    assert len(grid) == 168 and grid["value"].sum() == 4
    assert listed(grid, "weekday", "hour", "value")[-1] == (7, 23, 4)
    day_hours = hours.by_hour("calls")(pd.DataFrame({"hour": [0, 23], "calls": [1, 2]}), THREE_DAYS)
    assert day_hours["category"].tolist() == [f"{hour:02d}" for hour in range(24)]
    assert (day_hours["value"].iloc[0], day_hours["value"].iloc[-1], day_hours["value"].sum()) == (1, 2, 3)


def test_bins_are_in_order_and_those_without_rows_are_zero() -> None:
    names = bin_names((10, 90))
    assert names == ["0:00–0:10", "0:10–1:30", "1:30+"]
    frame = pd.DataFrame({"bin": [2, 0], "answered": [5, 1], "abandoned": [0, 2]})
    data = binned(names, ["answered", "abandoned"])(frame, THREE_DAYS)
    assert listed(data, "category", "series", "value") == [
        ("0:00–0:10", "answered", 1),
        ("0:10–1:30", "answered", 0),
        ("1:30+", "answered", 5),
        ("0:00–0:10", "abandoned", 2),
        ("0:10–1:30", "abandoned", 0),
        ("1:30+", "abandoned", 0),
    ]


def test_money_over_time_keeps_currencies_apart() -> None:
    frame = pd.DataFrame(
        {"day": [day(1), day(1), day(3)], "currency": ["EUR", "RUB", "EUR"], "fee": [1.5, 100, None]}
    )
    data = money.money_over_time("fee")(frame, THREE_DAYS)
    assert len(data) == 3 * 2
    sums = data.groupby("currency")["value"].sum().to_dict()
    assert sums == {"EUR": 1.5, "RUB": 100}


def test_the_longest_period_still_draws_a_thousand_points_at_most() -> None:
    ninety = of_days("2026-01-01", "2026-04-02")
    stamps = [pd.Timestamp(2026, 1, 1) + timedelta(days=number) for number in range(92)]
    rows = [(at, f"S{number}", number + 1) for at in stamps for number in range(15)]
    frame = pd.DataFrame(rows, columns=["day", "status", "calls"])
    data = shapes.stacked("status", "calls")(frame, ninety)
    assert len(data) <= 1000
    assert data["value"].sum() == frame["calls"].sum()
