"""One question in SQL as one writes it by hand: figures by keys in one scan."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from benchmarks.rivals.dialects import DUCKDB, Dialect
from twin_stats.analytics.figures.timeline import grain
from twin_stats.analytics.filters import Filters

TALKED = "status = 'ANSWERED' AND talk_seconds > 0"

Figures = Mapping[str, str]


@dataclass(frozen=True)
class Asked:
    """Figures by keys (`bucket` is a day or week, `bin` a CASE), and quantiles of the talks."""

    figures: Figures
    by: tuple[str, ...] = ()
    bins: str = ""
    quantiles: Mapping[str, float] = field(default_factory=dict)

    def text(self, dialect: Dialect, filters: Filters) -> str:
        """The statement."""
        keys, rows = self._keys(dialect, filters), self._rows(dialect, filters)
        lists = self._lists() if dialect is DUCKDB else {}
        plain = f"SELECT {_columns({**keys, **self.figures, **lists})} FROM calls WHERE {rows}"
        if keys:
            plain += f" GROUP BY {', '.join(str(place) for place in range(1, len(keys) + 1))}"
        return self._joined(plain, keys, rows) if self.quantiles and not lists else plain

    def _keys(self, dialect: Dialect, filters: Filters) -> Figures:
        if self.bins:
            return {"bin": self.bins}
        names = [grain(filters) if name == "bucket" else name for name in self.by]
        return {name: dialect.key(name, filters) for name in names}

    def _rows(self, dialect: Dialect, filters: Filters) -> str:
        return dialect.rows(filters) + (" AND talk_seconds IS NOT NULL" if "talk" in self.bins else "")

    def _lists(self) -> Figures:
        """DuckDB: all quantiles from one sorting."""
        both = f"quantile_cont(CASE WHEN {TALKED} THEN talk_seconds END, {list(self.quantiles.values())})"
        return {name: f"list_extract({both}, {place})" for place, name in enumerate(self.quantiles, 1)}

    def _joined(self, plain: str, keys: Figures, rows: str) -> str:
        """SQLite has no quantiles: the talks are numbered, and the two nearest ones weighted."""
        part = f"PARTITION BY {', '.join(keys.values())} " if keys else ""
        place = f"row_number() OVER ({part}ORDER BY talk_seconds) - 1"
        columns = _columns({**keys, "v": "talk_seconds", "i": place, "n": f"count(*) OVER ({part}) - 1"})
        ranked = f"SELECT {columns} FROM calls WHERE {rows} AND {TALKED}"
        sums = {name: f"sum(v * max(0, 1 - abs(i - {at} * n)))" for name, at in self.quantiles.items()}
        names = ", ".join(f'"{name}"' for name in keys)
        if not keys:
            return f"SELECT * FROM ({plain}) CROSS JOIN (SELECT {_columns(sums)} FROM ({ranked}))"
        quantiles = f"SELECT {names}, {_columns(sums)} FROM ({ranked}) GROUP BY {names}"
        return f"SELECT * FROM ({plain}) LEFT JOIN ({quantiles}) USING ({names})"


def _columns(named: Figures) -> str:
    return ", ".join(f'{sql} AS "{name}"' for name, sql in named.items())
