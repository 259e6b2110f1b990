"""Charts are drawn from the same tables as figures are worked out from."""

from tests.unit.analytics.conftest import stores, table

__all__ = ["stores", "table"]
