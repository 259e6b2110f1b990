"""The filters under which marks are looked into: four days of Berlin in which the clock goes forward."""

from dataclasses import replace
from datetime import datetime

import pandas as pd
import pytest

from tests.unit.analytics.asking import Asked
from twin_stats.analytics.chart import Chart
from twin_stats.analytics.filters import Filters

CHOSEN: dict[str, dict[str, list[str]]] = {
    "everything": {},
    "statuses": {"status": ["ANSWERED", "DELIVERED", "READ", "BUSY"], "chat_status": ["closed"]},
    "groups": {"group": ["group 1", "group 2", "group 3", ""], "bot": [f"bot {n}" for n in range(30)]},
}


def looking(busy: Asked, chosen: str) -> Filters:
    asked = replace(busy, zone="Europe/Berlin").filters("2026-03-27", "2026-03-31", **CHOSEN[chosen])
    return replace(asked, as_of=datetime(2026, 3, 30, 15))


def shown(busy: Asked, chart: Chart, filters: Filters) -> pd.DataFrame:
    return chart.data(busy.stores.frame(chart.query(filters)), filters, filters.as_of)


def close(left: object, right: object) -> bool:
    """Whether two figures are one; nothing is only nothing."""
    if pd.isna(left) or pd.isna(right):
        return bool(pd.isna(left) == pd.isna(right))
    return float(str(left)) == pytest.approx(float(str(right)), rel=1e-9)
