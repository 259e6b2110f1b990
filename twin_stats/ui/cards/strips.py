"""Strips: the same figures and a small trend, once for everything and once for each value of a dimension.

On a wide screen they are the lines of a table, whose first line says what the columns are; on a narrow one
each is a card.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd
import pyarrow as pa
import streamlit as st

from twin_stats.analytics.answer import Read
from twin_stats.analytics.chart import Chart
from twin_stats.analytics.figures.metric import Metric
from twin_stats.analytics.figures.timeline import grain, over_time
from twin_stats.analytics.ink.dates import period_in_words
from twin_stats.analytics.ink.palette import Look
from twin_stats.analytics.ink.wording import word
from twin_stats.ui import data, menu
from twin_stats.ui.cards.apart import compared_apart
from twin_stats.ui.cards.counters import Colour, Compared, Counter, written
from twin_stats.ui.visit import Visit
from twin_stats.ui.window import opened
from twin_stats.ui.wording.figures import change
from twin_stats.ui.wording.plain import plain
from twin_stats.ui.wording.sentences import sentence

ALL = "all"


@dataclass(frozen=True)
class Strips:
    """A part of a page without a heading: counters and a trend, for all and by the values of `trends`.

    All trends come from one question: the metrics of `parts` over time, by the dimension. Each name leads to
    the page where the value can be looked into.
    """

    counters: tuple[Metric, ...]
    trend: Chart
    by: str
    trends: Mapping[str, Chart]
    parts: tuple[Metric, ...]
    page: str
    name: str = ""

    @property
    def charts(self) -> tuple[tuple[Chart, ...], ...]:
        """The trends, that of all first."""
        return ((self.trend, *self.trends.values()),)

    def draw(self, known: Compared, visit: Visit) -> None:
        """A strip for all, and one for each value, whether it has rows or not."""
        apart = compared_apart(self.counters, self.by, tuple(self.trends), visit)
        with st.container(key="strips", gap="xsmall"):
            for value, each in {ALL: known, **apart}.items():
                with st.container(key=_key(value), border=True, horizontal=True, gap="small"):
                    self._name(value, visit)
                    for metric in self.counters:
                        with st.container(gap=None, width="stretch"):
                            self._figures(metric, value, each, visit)
                    self._trend(value, visit)

    def _name(self, value: str, visit: Visit) -> None:
        with st.container(gap=None, width="stretch", key=f"strip-name-{value.lower()}"):
            if value == ALL:
                menu.link(self.page, f"**{visit.say(f'strips.all.{self.by}')}**", visit.language)
                st.caption(visit.say(f"strips.all.{self.by}.explain"))
            else:
                label = f"**{plain(word(self.by, value, visit.language))}**"
                menu.link(self.page, label, visit.language, **{self.by: value})

    def _figures(self, metric: Metric, value: str, known: Compared, visit: Visit) -> None:
        for counter in _counters(metric, known):
            moved = change(counter.now, counter.before, metric.unit, visit.language)
            is_told = value not in dict(metric.untold).get(self.by, ())
            figure = written(counter, visit) if is_told else visit.say("strips.untold")
            st.metric(
                visit.say(f"metric.{metric.name}"),
                f":gray[{figure}]" if counter.is_shaky else figure,
                moved,
                delta_color=_colour(metric) if moved and moved[0] in "+-" else "off",
                delta_arrow="off",
                help=_help(counter, visit),
            )

    @st.fragment
    def _trend(self, value: str, visit: Visit) -> None:
        """The trend: what it opens reruns nothing else."""
        chart = self.trend if value == ALL else self.trends[value]
        with st.container(gap=None, width="stretch", key=f"chart-{chart.name}"):
            st.caption(visit.say(f"strips.trend.{grain(visit.filters)}"))
            words, key = visit.say("chart.open"), f"open-{chart.name}"
            is_opened = st.button(words, icon=":material/open_in_full:", type="tertiary", key=key)
            self._bars(chart, value, visit)
        if is_opened:
            opened.show(chart, visit)

    def _bars(self, chart: Chart, value: str, visit: Visit) -> None:
        drawn = self._drawn(chart, value, visit)
        if not drawn["value"].any():
            st.caption(visit.say("chart.no_data"))
            return
        series = tuple(part.name for part in self.parts)
        spec = chart.spec(visit.language, visit.theme, series, Look(is_small=True))
        said = sentence(chart, drawn, visit.filters, visit.language)
        rows = pa.Table.from_pandas(drawn, preserve_index=False)
        st.vega_lite_chart(rows, spec, theme=None, key=f"drawing-{chart.name}", alt=said)

    def _drawn(self, chart: Chart, value: str, visit: Visit) -> pd.DataFrame:
        """What a trend shows: its part of what was asked for all of them."""

        def asked(read: Read) -> pd.DataFrame:
            return read(over_time(*self.parts, by=(self.by,))(visit.filters))

        frame: pd.DataFrame = data.keep(f"trends:{self.trend.name}", visit.filters, visit.generation, asked)
        sums = [part.name for part in self.parts]
        unit = grain(visit.filters)
        part = frame if value == ALL else frame[frame[self.by] == value]
        rows = part.groupby(unit, as_index=False)[sums].sum()
        return chart.worded(chart.data(rows, visit.filters, visit.as_of), visit.language)


def _counters(metric: Metric, known: Compared) -> Iterator[Counter]:
    """The figure now and before; of money one for each currency."""
    if metric.unit != "money":
        was = known.before.values[metric.name] if known.before.rows else None
        yield Counter(metric, known.now.values[metric.name], was, n=known.now.values.get(f"{metric.name}_of"))
        return
    amounts, before = known.now.money[metric.name], known.before.money[metric.name]
    for currency, amount in amounts.items():
        yield Counter(metric, amount, before.get(currency), currency)
    if not amounts:
        yield Counter(metric, None, None)


def _key(value: str) -> str:
    return "strip-all" if value == ALL else f"strip-of-{value.lower()}"


def _colour(metric: Metric) -> Colour:
    return "off" if metric.more_is_better is None else "normal" if metric.more_is_better else "inverse"


def _help(counter: Counter, visit: Visit) -> str:
    """The formula, and the figure of both periods."""
    before = Counter(counter.metric, counter.before, None, counter.currency)
    lines = [plain(visit.say(f"explain.{counter.metric.name}", **vars(visit.filters.limits)))]
    for each, filters in ((counter, visit.filters), (before, visit.filters.previous())):
        period = period_in_words(filters.period, filters.zone, visit.language)
        lines.append(f"{plain(period)}: **{plain(written(each, visit))}**")
    return "\n\n".join(lines)
