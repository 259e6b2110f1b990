"""Marks: the ink of a chart, without data. Column names are those of `shapes`.

Stacked bars have no rounded corners, and bars with rounded corners say that they are not stacked: otherwise
Vega-Lite puts each stack into a group of its own, clipped to the corners (parseMarkGroups in its
compile/mark/mark.ts). That was half of the elements of a page, and a quarter of what drawing it took.
"""

from collections.abc import Callable
from typing import Any

import altair as alt

from twin_stats.analytics.ink import fit
from twin_stats.analytics.ink.palette import Ink

# Altair's classes have no common type that all of their methods keep.
Drawing = Any
BUCKET_LABEL = (
    "length(datum.value) == 7 ? utcFormat(toDate(datum.value + '-01'), '%b %Y')"
    " : indexof(datum.value, 'W') > 0 ? slice(datum.value, 5) + ' ’' + slice(datum.value, 2, 4)"
    " : utcFormat(toDate(datum.value), '%d %b')"
)
FORMATS = {"count": ",d", "rate": ".0%", "seconds": ",.1f", "money": ",.2f", "number": ",.2f"}


def _bucket() -> alt.X:
    axis = alt.Axis(labelExpr=BUCKET_LABEL, labelOverlap=True, labelAngle=0, title=None)
    return alt.X("bucket:O", sort="ascending", axis=axis, scale=alt.Scale(paddingInner=0.18))


def _amount(ink: Ink, field: str = "value", **more: Any) -> alt.Y:
    unit = "rate" if field == "share" else ink.unit
    return alt.Y(f"{field}:Q", axis=alt.Axis(title=None, **_axis(ink, unit)), **more)


def _axis(ink: Ink, unit: str) -> dict[str, Any]:
    if unit == "rate":
        return {"format": ".0%"}
    if unit != "seconds":
        return {"tickMinStep": 1, "labelExpr": f"format(datum.value, {TOP} < 100000 ? ',.0f' : '~s')"}
    second, minute, hour = (ink.say(f"unit.{name}") for name in ("second", "minute", "hour"))
    words = f"({TOP} > 7200 ? ' {hour}' : {TOP} > 120 ? ' {minute}' : ' {second}')"
    return {
        "labelExpr": f"format(datum.value / {UNIT}, '~r') + {words}",
        "tickCount": 7,
        "values": alt.ExprRef(f"sequence(0, {TOP} * 1.0001, {STEP})"),
    }


# Seconds are read in the largest of hours, minutes and seconds that fits, at round steps of it.
TOP = "domain('y')[1]"
UNIT = f"({TOP} > 7200 ? 3600 : {TOP} > 120 ? 60 : 1)"
TEN = f"pow(10, floor(log({TOP} / {UNIT}) / LN10))"
LEAD = f"({TOP} / {UNIT} / {TEN})"
STEP = f"{UNIT} * {TEN} / ({LEAD} < 2 ? 5 : {LEAD} < 5 ? 2 : 1)"


def _colour(ink: Ink) -> alt.Color:
    return alt.Color("series:N", sort=None, scale=alt.Scale(**ink.scale()), legend=fit.key(ink))


def _unfinished() -> Any:
    return alt.condition("datum.unfinished", alt.value(0.45), alt.value(1))


def _tip(ink: Ink, field: str, key: str, form: str | None = None) -> alt.Tooltip:
    kind = "Q" if form else "N"
    return alt.Tooltip(f"{field}:{kind}", title=ink.say(key), format=form or alt.Undefined)


def _value_tip(ink: Ink) -> alt.Tooltip:
    return _tip(ink, "value", f"tip.{ink.unit}", FORMATS[ink.unit])


def stacked_bars(ink: Ink) -> Drawing:
    """Bars over time, one colour a series."""
    tips = [_tip(ink, "bucket", "tip.bucket"), _tip(ink, "series", "tip.series"), _value_tip(ink)]
    bars = alt.Chart(height=fit.height(ink)).mark_bar()
    return bars.encode(
        x=_bucket(),
        y=_amount(ink, stack="zero"),
        color=_colour(ink),
        opacity=_unfinished(),
        order=alt.Order("place:Q"),
        tooltip=[*tips, _tip(ink, "share", "tip.share", ".1%")] if ink.unit == "count" else tips,
    )


def shares(ink: Ink) -> Drawing:
    """The same bars, each as parts of 100 %."""
    return stacked_bars(ink).encode(y=_amount(ink, "share", stack="zero", scale=alt.Scale(domain=[0, 1])))


def lines(ink: Ink, zero: bool = True) -> Drawing:
    """Lines over time; a gap where there is no data, a hollow faint point where the base is small."""
    scale = alt.Scale(zero=zero)
    base = alt.Chart(height=fit.height(ink)).encode(
        x=_bucket(), y=_amount(ink, scale=scale), color=_colour(ink)
    )
    small = "isValid(datum.n) && datum.n < 20"
    tips = [_tip(ink, "bucket", "tip.bucket"), _tip(ink, "series", "tip.series"), _value_tip(ink)]
    if ink.look.is_compared:
        tips.append(_tip(ink, "before", "tip.before", FORMATS[ink.unit]))
    if ink.unit == "rate":
        tips += [
            _tip(ink, "n", "tip.n", ",d"),
            _tip(ink, "low", "tip.low", ".1%"),
            _tip(ink, "high", "tip.high", ".1%"),
        ]
    points = base.mark_point(filled=True, size=ink.size.point).encode(
        opacity=alt.condition(small, alt.value(0.35), alt.value(1)),
        shape=alt.Shape("series:N", legend=None, sort=None),
        tooltip=tips,
    )
    return alt.layer(*fit.before(ink, base), base.mark_line(strokeWidth=ink.size.line), points)


def bars(ink: Ink) -> Drawing:
    """Horizontal bars, largest first, with their figures at the end."""
    base = alt.Chart(height=fit.height(ink, alt.Step(fit.STEP))).encode(
        y=alt.Y("category:N", sort=None, axis=fit.names(ink)),
        x=alt.X(
            "value:Q",
            stack=None,
            axis=None,
            scale=alt.Scale(nice=False, range=[0, fit.room(ink.size.room)]),
        ),
        tooltip=[
            _tip(ink, "category", "tip.category"),
            _value_tip(ink),
            _tip(ink, "share", "tip.share", ".1%"),
        ],
    )
    colours = ink.colours
    figures = base.mark_text(align="left", dx=6, color=colours.ink, fontSize=ink.size.label)
    return alt.layer(
        base.mark_bar(cornerRadiusEnd=3, color=colours.accent, height=fit.BAND),
        figures.encode(text=alt.Text("value:Q", format=FORMATS[ink.unit])),
    )


def rates(ink: Ink) -> Drawing:
    """Horizontal bars of a rate, its figure and its base at the end; faint where the base is small."""
    tips = [_tip(ink, "category", "tip.category"), _value_tip(ink), _tip(ink, "n", "tip.n", ",d")]
    base = alt.Chart(height=fit.height(ink, alt.Step(fit.STEP))).encode(
        y=alt.Y("category:N", sort=None, axis=fit.names(ink)),
        x=alt.X(
            "value:Q",
            stack=None,
            axis=None,
            scale=alt.Scale(domain=[0, 1], nice=False, range=[0, fit.room(ink.size.wide_room)]),
        ),
        opacity=alt.condition("datum.n < 20", alt.value(0.45), alt.value(1)),
        tooltip=[*tips, _tip(ink, "low", "tip.low", ".1%"), _tip(ink, "high", "tip.high", ".1%")],
    )
    colours = ink.colours
    figures = alt.ExprRef("format(datum.value, '.0%') + '  n=' + format(datum.n, ',')")
    return alt.layer(
        base.mark_bar(cornerRadiusEnd=3, color=colours.accent, height=fit.BAND),
        base.mark_text(align="left", dx=6, color=colours.ink, fontSize=ink.size.label, text=figures),
    )


def columns(ink: Ink) -> Drawing:
    """Vertical bars by category in the order of the data, one colour a series."""
    chart = alt.Chart(height=fit.height(ink)).encode(
        x=alt.X("category:O", sort=None, axis=alt.Axis(title=None, labelAngle=0, labelOverlap=True)),
        y=_amount(ink),
        tooltip=[_tip(ink, "category", "tip.category"), _value_tip(ink)],
    )
    if ink.series:
        return chart.mark_bar().encode(color=_colour(ink))
    return chart.mark_bar(cornerRadiusEnd=2, color=ink.colours.accent).encode(y=_amount(ink, stack=None))


def grid(ink: Ink) -> Drawing:
    """Hour by weekday, the darker the more."""
    colours = ink.colours
    week = [ink.say(f"weekday.{number}") for number in range(1, 8)]
    days = "[" + ",".join(f"'{name}'" for name in week) + "][datum.value - 1]"
    return (
        alt.Chart(height=fit.height(ink, alt.Step(28)))
        .mark_rect(cornerRadius=2, stroke=colours.ground, strokeWidth=1.5)
        .encode(
            x=alt.X("hour:O", axis=alt.Axis(title=None, labelAngle=0, labelOverlap=True)),
            y=alt.Y("weekday:O", axis=alt.Axis(title=None, labelExpr=days, grid=False)),
            color=alt.Color(
                "value:Q",
                scale=alt.Scale(range=[colours.low, colours.accent], zero=True),
                legend=None,
            ),
            tooltip=[
                _tip(ink, "weekday", "tip.weekday"),
                _tip(ink, "hour", "tip.hour"),
                _value_tip(ink),
            ],
        )
    )


def close_lines(ink: Ink) -> Drawing:
    """Lines that lie near each other: the axis begins below the lowest of them."""
    return lines(ink, zero=False)


def maturing(mark: Callable[[Ink], Drawing]) -> Callable[[Ink], Drawing]:
    """A mark over time with a small diamond above each bucket that may still change."""

    def drawn(ink: Ink) -> Drawing:
        flags = alt.Chart(height=fit.height(ink)).mark_point(
            shape="diamond", size=ink.size.point, color=ink.colours.quiet
        )
        tip = _tip(ink, "bucket", "tip.immature")
        place = alt.X("bucket:O", sort="ascending", title=None)
        flags = flags.transform_filter("datum.immature").transform_aggregate(
            rows="count()", groupby=["bucket"]
        )
        return alt.layer(
            mark(ink), flags.encode(x=place, y=alt.value(-ink.size.offset // 2 - 1), tooltip=tip)
        )

    return drawn


def columns_over_time(ink: Ink) -> Drawing:
    """One bar a bucket."""
    chart = alt.Chart(height=fit.height(ink)).mark_bar(cornerRadiusEnd=2, color=ink.colours.accent)
    tips = [_tip(ink, "bucket", "tip.bucket"), _value_tip(ink)]
    amount = _amount(ink, stack=None)
    return chart.encode(x=_bucket(), y=amount, opacity=_unfinished(), tooltip=tips)


def money(ink: Ink) -> Drawing:
    """Stacked bars of money over time, side by side for each currency: currencies are never stacked."""
    chart = stacked_bars(ink).encode(xOffset=alt.XOffset("currency:N", sort=None))
    return chart.encode(
        tooltip=[
            _tip(ink, "bucket", "tip.bucket"),
            _tip(ink, "series", "tip.series"),
            _tip(ink, "currency", "tip.currency"),
            _value_tip(ink),
        ]
    )
