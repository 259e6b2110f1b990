"""The pages' results as Markdown."""

from collections.abc import Sequence

from benchmarks.machine import described
from benchmarks.pages.measured import PageResult
from benchmarks.report import table

AIM_SECONDS, AIM_ENGINE, AIM_SQLITE = 0.35, 1.1, 10
HEADS = (
    "page",
    "period",
    "statements",
    f"ours, seconds (aim: at most {AIM_SECONDS})",
    f"ours ÷ engine (aim: at most {AIM_ENGINE})",
    "the same, processor",
    f"SQLite ÷ ours (aim: at least {AIM_SQLITE})",
    "slowest statements, seconds",
)


def whole(messages: int, results: Sequence[tuple[str, PageResult]]) -> str:
    """A line for each page and period."""
    lines = [_line(period, result) for period, result in results]
    return f"{described()}\n\nAbout {messages:,} chat messages.\n\n{table(HEADS, lines)}"


def _line(period: str, result: PageResult) -> list[str]:
    ours, engine, sqlite = (result.ways[name] for name in ("ours", "engine, our SQL", "SQLite"))
    slowest = ", ".join(f"{name} {seconds:.3f}" for name, seconds in result.slowest)
    return [
        result.page,
        period,
        str(result.statements),
        f"{ours.clock:.2f}",
        f"{ours.clock / engine.clock:.2f}",
        f"{ours.processor / engine.processor:.2f}",
        f"{sqlite.clock / ours.clock:.1f}",
        slowest,
    ]
