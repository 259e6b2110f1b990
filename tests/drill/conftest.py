"""What stands behind marks is looked for in the busy store that charts are tested on."""

from tests.charts.test_charts import busy
from tests.unit.analytics.conftest import stores, table

__all__ = ["busy", "stores", "table"]
