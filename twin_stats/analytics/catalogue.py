"""Everything that can be asked for, by name: found by walking the subject modules."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from types import ModuleType

from twin_stats import text
from twin_stats.analytics import calls, chats, notifications, operators
from twin_stats.analytics.chart import Chart
from twin_stats.analytics.figures.dimensions import names
from twin_stats.analytics.figures.metric import Metric
from twin_stats.errors import NotTogether, UnknownName

SUBJECTS: Mapping[str, ModuleType] = {
    "calls": calls,
    "chats": chats,
    "operators": operators,
    "notifications": notifications,
}


@lru_cache(maxsize=1)
def metrics() -> Mapping[str, Metric]:
    """Every metric by its name."""
    found = [value for module in SUBJECTS.values() for value in vars(module).values()]
    return {value.name: value for value in found if isinstance(value, Metric)}


@lru_cache(maxsize=1)
def charts() -> Mapping[str, Chart]:
    """Every chart by its name."""
    found = [value for module in SUBJECTS.values() for value in vars(module).values()]
    return {value.name: value for value in found if isinstance(value, Chart)}


def first_to_ask(chart: Chart) -> str:
    """The name of the first chart whose rows come from the same question: it is asked once."""
    return _askers().get(id(chart.question), chart.name)


@lru_cache(maxsize=1)
def _askers() -> Mapping[int, str]:
    return {id(chart.question): name for name, chart in reversed(list(charts().items()))}


def metric(name: str) -> Metric:
    """The metric of this name; raise UnknownName with the nearest one."""
    if name not in metrics():
        raise unknown("metric", name, metrics())
    return metrics()[name]


def check_dimensions(asked: Iterable[str], chosen: Iterable[Metric]) -> None:
    """Raise UnknownName, or NotTogether for a dimension that one of the metrics does not have."""
    everywhere = {name for one in metrics().values() for name in names(one.fact)}
    for name in asked:
        if name not in everywhere:
            raise unknown("dimension", name, everywhere)
        for one in chosen:
            if name not in names(one.fact):
                allowed = ", ".join(names(one.fact))
                raise NotTogether(name=name, subject=one.fact.subject, allowed=allowed)


def check_filters(asked: Iterable[str], chosen: Iterable[Metric]) -> None:
    """The same for filters: only a fact's own columns are filters, its time is cut by the period."""
    everywhere = {name for one in metrics().values() for name in one.fact.dimensions}
    for name in asked:
        if name not in everywhere:
            raise unknown("filter", name, everywhere)
    check_dimensions(asked, chosen)


def unknown(kind: str, name: str, known: Iterable[str]) -> UnknownName:
    """The error for a name that is not known, with the nearest one or all of them."""
    near = get_close_matches(name, list(known), n=1)
    hint = (
        text.say("hint.did_you_mean", close=near[0])
        if near
        else text.say("hint.known", names=", ".join(sorted(known)))
    )
    return UnknownName(kind=kind, name=name, hint=hint)
