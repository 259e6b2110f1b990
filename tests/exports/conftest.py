"""Exports are made of the busy store that charts are tested on, and of tables of a few rows."""

from tests.charts.test_charts import busy
from tests.unit.analytics.conftest import stores, table

__all__ = ["busy", "stores", "table"]
