"""The looks at all pages, and the crowd, as Markdown."""

from collections.abc import Mapping, Sequence
from statistics import median

from benchmarks.crowd.measured import Crowd
from benchmarks.machine import described
from benchmarks.report import table
from benchmarks.screen.measured import WAYS, Looks

HEADS = (
    "page",
    "charts",
    "first screen ÷ floor (aim: at most 3)",
    "whole page ÷ naive (aim: at most 1)",
    "filter ÷ naive (aim: at most 0.8)",
    "the same, nothing made ahead",
    "server's part, ms (aim: at most 60)",
    "first screen, s",
    "whole page, s",
    "filter, s",
    "nothing made ahead, s",
)
CROWD = ("started by", "runs", "median, s", "p95, s (aim: at most 0.4)", "wrong", "memory, MiB", "growth")


def looks(found: Mapping[str, Looks]) -> str:
    """A line for each page."""
    floor, naive = (found[name] for name in WAYS)
    lines = [_line(name, each, floor, naive) for name, each in found.items()]
    return f"{described()}\n\n{table(HEADS, lines)}"


def _line(name: str, each: Looks, floor: Looks, naive: Looks) -> list[str]:
    filtered, new = each.of("filtered"), median(each.new)
    return [
        name,
        f"{each.of('charts'):.0f}",
        f"{each.of('first_screen') / floor.of('first_screen'):.2f}",
        f"{each.of('whole') / naive.of('whole'):.2f}",
        f"{filtered / naive.of('filtered'):.2f}" if filtered else "–",
        f"{new / naive.of('filtered'):.2f}" if new else "–",
        f"{1000 * median(each.server):.0f}" if each.server else "–",
        *(f"{each.of(time):.2f}" for time in ("first_screen", "whole")),
        f"{filtered:.2f}" if filtered else "–",
        f"{new:.2f}" if new else "–",
    ]


def crowds(found: Sequence[tuple[str, Crowd]]) -> str:
    """A line for each way to start the app."""
    lines = [
        [
            name,
            str(len(crowd.seconds)),
            f"{crowd.quantile(0.5):.3f}",
            f"{crowd.quantile(0.95):.3f}",
            str(len(crowd.wrong)),
            f"{crowd.memory[-1][1] / 2**20:.0f}",
            f"{crowd.growth:+.1%}",
        ]
        for name, crowd in found
    ]
    return f"{described()}\n\n{table(CROWD, lines)}"
