"""A chart: a query, the shape of its rows, and the ink; drawn by whoever shows it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

import pandas as pd

from twin_stats.analytics.figures.maturity import mark_immature
from twin_stats.analytics.figures.metric import Metric
from twin_stats.analytics.figures.timeline import mark_unfinished
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.ink import fit
from twin_stats.analytics.ink.palette import ALONE, Ink, Look
from twin_stats.analytics.ink.wording import worded
from twin_stats.analytics.marks import Drawing
from twin_stats.analytics.parts import cut
from twin_stats.analytics.query import Asked, Query

Shape = Callable[[pd.DataFrame, Filters], pd.DataFrame]
Mark = Callable[[Ink], Drawing]
MOST_ROWS = 1000


@dataclass(frozen=True)
class Chart:
    """One chart of the catalogue; its words stand in `text.py` under `chart.<name>`.

    `shape` gives at most MOST_ROWS rows with the columns that `mark` draws: `bucket` (of time) or
    `category`, `series`, `value`, and for rates `n`, `low`, `high`. `series_of` names the dimension
    whose values the series are, or "metric"; `figure` the one figure of a chart whose query does not say it.
    """

    name: str
    subject: str
    query: Query
    shape: Shape
    mark: Mark
    series_of: str = ""
    category_of: str = ""
    unit: str = "count"
    grain: str = ""
    figure: str = ""

    @property
    def question(self) -> Query:
        """What is asked so that its rows are known: its query, or the wider one that it is a part of."""
        return (self.query.whole or self.query) if isinstance(self.query, Asked) else self.query

    def part(self, frame: pd.DataFrame, filters: Filters) -> pd.DataFrame:
        """The rows of its query, from those of the question."""
        return cut(frame, self.query, filters) if isinstance(self.query, Asked) else frame

    def seen(self, filters: Filters) -> Filters:
        """The filters without those that change nothing on it."""
        return filters.only(self.query.narrowed_by)

    @property
    def counts_by(self) -> str:
        """What it counts by: the words stand under `counts_by.<this>`."""
        return self.grain or self.subject

    @property
    def counted(self) -> Metric | None:
        """The number of rows that its marks are parts of, where they are that."""
        asked = self.query.metrics if isinstance(self.query, Asked) else ()
        found = [metric for metric in asked if metric.unit == "count"]
        is_one = len(found) == 1 and found[0].is_count_of_rows and not found[0].ignores
        return found[0] if is_one else None

    def rows(self, frame: pd.DataFrame) -> int:
        """How many rows of the store stand behind a frame that the query gave."""
        if metric := self.counted:
            return int(frame[metric.name].sum())
        return int(frame["rows"].sum()) if "rows" in frame else len(frame)

    def data(self, frame: pd.DataFrame, filters: Filters, as_of: datetime | None) -> pd.DataFrame:
        """What is drawn: shaped, with open buckets marked as such; values are still as in the store."""
        shaped = mark_immature(self.shape(frame, filters), filters, as_of)
        return mark_unfinished(shaped, filters, as_of) if "bucket" in shaped else shaped

    def worded(self, data: pd.DataFrame, language: str) -> pd.DataFrame:
        """The data with the words of a language for its known series and categories."""
        return worded(data, {"series": self.series_of, "category": self.category_of}, language)

    def series(self, data: pd.DataFrame) -> tuple[str, ...]:
        """The series that are present, in the order of the data."""
        return tuple(data["series"].unique()) if "series" in data else ()

    def spec(
        self, language: str, theme: str, series: tuple[str, ...] = (), look: Look = ALONE
    ) -> dict[str, Any]:
        """The Vega-Lite spec without data; it changes with the series present, never with the figures."""
        return _spec(self, Ink(language, theme, series, self.series_of, self.unit, look))

    def is_open(self, data: pd.DataFrame) -> bool:
        """Whether one of its buckets is not over yet, and named so."""
        return "until" in data and bool(data["until"].notna().any())


@lru_cache(maxsize=2048)
def _spec(chart: Chart, ink: Ink) -> dict[str, Any]:
    drawn = chart.mark(ink)
    drawn = fit.named(ink, drawn) if ink.look.is_open else drawn
    spec: dict[str, Any] = without_data(drawn.configure(**ink.config()).to_dict(validate=False))
    return {"padding": ink.size.margin, **spec}


def without_data(spec: Any) -> Any:
    """The same spec with no data at any depth: data comes apart, with every rerun."""
    if isinstance(spec, dict):
        return {key: without_data(part) for key, part in spec.items() if key not in ("data", "datasets")}
    return [without_data(part) for part in spec] if isinstance(spec, list) else spec
