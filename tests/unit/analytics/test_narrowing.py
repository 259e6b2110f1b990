"""Which filters narrow a chart or a metric: all others change nothing that it asks, so its answer is kept."""

from datetime import datetime

import pytest
from sqlalchemy import Select, create_engine
from sqlalchemy.pool import StaticPool

from twin_stats.analytics import catalogue
from twin_stats.analytics.answer import statements
from twin_stats.analytics.figures.dimensions import TIME, names
from twin_stats.analytics.filters import Filters
from twin_stats.exports.sql import as_text
from twin_stats.source.time import Period, zone

ENGINE = create_engine("duckdb:///:memory:", poolclass=StaticPool)
JANUARY = Filters(1, zone("UTC"), Period(datetime(2026, 1, 1), datetime(2026, 2, 1)))
NAMES = sorted(
    {name for metric in catalogue.metrics().values() for name in names(metric.fact) if name not in TIME}
)
EVERYTHING = JANUARY.choosing({name: ["value"] for name in NAMES})
OF_OPERATORS = ("operator_activity_online", "operator_timeline", "online_time_by_group", "occupancy_by_day")
OF_WAITS = ("coverage_by_half_hour", "uncovered_by_day", "first_response_by_coverage")


def written(statement: Select) -> str:
    return as_text(statement, ENGINE)


@pytest.mark.parametrize("name", catalogue.charts())
def test_what_does_not_narrow_a_chart_changes_nothing_that_it_asks(name: str) -> None:
    chart = catalogue.charts()[name]
    for query in {chart.query, chart.question}:
        assert written(query(chart.seen(EVERYTHING))) == written(query(EVERYTHING))


@pytest.mark.parametrize("name", catalogue.metrics())
def test_what_is_no_dimension_of_a_metric_changes_nothing_that_it_asks(name: str) -> None:
    metric = catalogue.metric(name)
    narrowed = EVERYTHING.only(metric.fact.dimensions)
    (asked,), (same,) = (statements([metric], (), each) for each in (EVERYTHING, narrowed))
    assert written(asked) == written(same)


@pytest.mark.parametrize("name", OF_OPERATORS)
def test_what_operators_did_is_the_same_on_every_channel(name: str) -> None:
    seen = catalogue.charts()[name].seen(JANUARY.choosing({"channel": ["Web"], "group": ["North"]}))
    assert seen.chosen == (("group", ("North",)),)


@pytest.mark.parametrize("name", OF_WAITS)
def test_who_waits_is_narrowed_by_the_channel(name: str) -> None:
    web = JANUARY.choosing({"channel": ["Web"]})
    assert catalogue.charts()[name].seen(web) == web
    assert written(catalogue.charts()[name].query(web)) != written(catalogue.charts()[name].query(JANUARY))
