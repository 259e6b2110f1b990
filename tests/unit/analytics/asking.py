"""Asking a table of calls: figures by dimensions as plain Python values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

from twin_stats.analytics import catalogue
from twin_stats.analytics.answer import answer
from twin_stats.analytics.chart import Chart
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.shapes import labelled
from twin_stats.source.stores import Stores
from twin_stats.source.time import Period, instant


@dataclass(frozen=True)
class Asked:
    """One company's calls; the period is local to its zone, 2026 if none is given."""

    stores: Stores
    company: int
    zone: str

    def filters(self, start: str = "2026-01-01", end: str = "2027-01-01", **chosen: Iterable[str]) -> Filters:
        """The filters of a local period and of chosen values."""
        zone = ZoneInfo(self.zone)
        bounds = (instant(datetime.fromisoformat(bound), zone) for bound in (start, end))
        return Filters(self.company, zone, Period(*bounds)).choosing(chosen)

    def frame(self, names: str, by: str = "", filters: Filters | None = None) -> pd.DataFrame:
        """The answer as it is printed."""
        metrics = [catalogue.metric(name) for name in names.split()]
        found = answer(self.stores.frame, metrics, by.split(), filters or self.filters())
        return labelled(found)

    def one(self, name: str, filters: Filters | None = None) -> Any:
        """A single figure of the whole period."""
        return plain(self.frame(name, "", filters)[name].iloc[0])

    def rows(self, names: str, by: str = "", filters: Filters | None = None) -> list[tuple[Any, ...]]:
        """The answer's rows, dimensions first."""
        return [tuple(map(plain, row)) for row in self.frame(names, by, filters).itertuples(index=False)]

    def drawn(self, chart: Chart, filters: Filters | None = None) -> pd.DataFrame:
        """What a chart of this company shows."""
        filters = filters or self.filters()
        return chart.data(self.stores.frame(chart.query(filters)), filters, None)


def plain(value: Any) -> Any:
    """A value as Python has it; whatever pandas means by nothing is None."""
    if value is None or pd.isna(value):
        return None
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value.item() if hasattr(value, "item") else value
