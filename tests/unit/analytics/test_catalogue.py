"""The catalogue: exactly the names that are promised, and help with those that are not."""

from datetime import datetime

import pytest

from twin_stats.analytics import catalogue
from twin_stats.analytics.answer import cohorts
from twin_stats.analytics.figures.dimensions import names
from twin_stats.analytics.filters import Filters
from twin_stats.errors import UnknownName
from twin_stats.source.facts import calls
from twin_stats.source.time import Period, zone

METRICS = """
    calls attempts answered not_answered busy failed_calls asr ner acd talk_time talk_median talk_p90 asa
    asa_queued menu_hangups abandoned abandonment service_level human_answer_rate short_calls transferred
    callers peak_calls call_fee bot_fee fees answering_machines
"""
DIMENSIONS = """
    day week month hour weekday status direction bot task group operator responder hangup_by currency
"""
RATES = {"asr", "ner", "abandonment", "service_level", "human_answer_rate", "short_calls"}


def test_the_metrics_of_calls_are_exactly_those_promised() -> None:
    assert {name for name, one in catalogue.metrics().items() if one.fact is calls} == set(METRICS.split())


def test_the_dimensions_of_calls_are_exactly_those_promised() -> None:
    assert sorted(names(calls)) == sorted(DIMENSIONS.split())


def test_every_rate_and_only_rates_keep_their_cohort_and_know_their_base() -> None:
    of_calls = {name: one for name, one in catalogue.metrics().items() if one.fact is calls}
    assert {name for name, one in of_calls.items() if one.unit == "rate"} == RATES
    assert {name for name, one in of_calls.items() if "status" in one.ignores} == RATES
    assert all(of_calls[name].of is not None for name in RATES)
    assert {name for name, one in of_calls.items() if one.unit == "money"} == {"call_fee", "bot_fee", "fees"}


def test_a_metric_goes_by_one_name_everywhere() -> None:
    assert all(
        vars(catalogue.SUBJECTS[one.fact.subject])[name] is one for name, one in catalogue.metrics().items()
    )
    assert all(vars(catalogue.SUBJECTS[one.subject])[name] is one for name, one in catalogue.charts().items())


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("asrr", "asr"), ("answerd", "answered"), ("talk-time", "talk_time"), ("call", "calls")],
)
def test_a_metric_nearly_right_gets_the_right_one(wrong: str, right: str) -> None:
    with pytest.raises(UnknownName, match=f"Did you mean “{right}”"):
        catalogue.metric(wrong)


def test_a_metric_that_is_nothing_like_any_gets_the_list() -> None:
    with pytest.raises(UnknownName, match="Known: abandoned, abandonment"):
        catalogue.metric("zzzzzz")


def test_a_dimension_or_filter_nearly_right_gets_the_right_one() -> None:
    asked = [catalogue.metric("calls")]
    with pytest.raises(UnknownName, match=r"dimension “dey”.* Did you mean “day”"):
        catalogue.check_dimensions(["day", "dey"], asked)
    with pytest.raises(UnknownName, match=r"filter “grop”.* Did you mean “group”"):
        catalogue.check_filters(["grop"], asked)


def test_time_is_filtered_by_the_period_and_never_ignored_in_silence() -> None:
    with pytest.raises(UnknownName, match="filter “hour”"):
        catalogue.check_filters(["hour"], [catalogue.metric("calls")])


def test_rates_stand_apart_only_where_a_filter_is_chosen_that_they_ignore() -> None:
    day = Filters(1, zone("UTC"), Period(datetime(2026, 1, 1), datetime(2026, 1, 2)))
    metrics = [catalogue.metric(name) for name in ("calls", "asr", "answered", "acd")]
    assert len(cohorts(metrics, day)) == len(cohorts(metrics, day.choosing({"direction": ["inbound"]}))) == 1
    apart = cohorts(metrics, day.choosing({"status": ["ANSWERED"]}))
    assert [[metric.name for metric in group] for group in apart] == [["calls", "answered", "acd"], ["asr"]]
