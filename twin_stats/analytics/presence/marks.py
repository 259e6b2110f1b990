"""Marks of operators' charts. Times are read in hours, to whatever length they add up."""

import altair as alt

from twin_stats.analytics import marks
from twin_stats.analytics.ink import fit
from twin_stats.analytics.ink.palette import Ink
from twin_stats.analytics.marks import Drawing

CLOCK = "utchours(datum.value) ? utcFormat(datum.value, '%H:%M') : utcFormat(datum.value, '%d %b')"
# Vega stumbles over overlapping labels where ticks are asked for as an interval of time.
SPAN = "domain('x')"
SIX_HOURS = alt.ExprRef(f"sequence(ceil({SPAN}[0] / 216e5) * 216e5, +{SPAN}[1] + 1, 216e5)")


def _tip(ink: Ink, name: str, field: str = "", form: str = "") -> alt.Tooltip:
    kind = "Q" if form else "N"
    return alt.Tooltip(f"{field or name}:{kind}", title=ink.say(f"tip.{name}"), format=form or alt.Undefined)


def _hours(ink: Ink) -> alt.Tooltip:
    return _tip(ink, "hours", form=",.2f")


def _colour(ink: Ink) -> alt.Color:
    legend = fit.key(ink, columns=max(1, len(ink.series)))
    return alt.Color("series:N", sort=None, scale=alt.Scale(**ink.scale()), legend=legend)


def _names(ink: Ink) -> alt.Y:
    return alt.Y("category:N", sort=None, axis=fit.names(ink))


def days(ink: Ink) -> Drawing:
    """A row for each operator, a field for each bucket: the darker, the longer."""
    chart = alt.Chart(height=fit.height(ink, alt.Step(22)))
    axis = alt.Axis(labelExpr=marks.BUCKET_LABEL, labelOverlap=True, labelAngle=0, title=None)
    colours = ink.colours
    scale = alt.Scale(range=[colours.low, colours.accent], zero=True)
    legend = alt.Legend(
        title=ink.say("tip.hours"),
        titleOrient="left",
        format="~r",
        tickCount=3,
        gradientLength=70 if ink.is_small else 140,
        gradientThickness=7 if ink.is_small else 12,
    )
    return chart.mark_rect(cornerRadius=2, stroke=colours.ground, strokeWidth=1.5).encode(
        x=alt.X("bucket:O", sort="ascending", axis=axis),
        y=_names(ink),
        color=alt.Color("shade:Q", scale=scale, legend=legend),
        tooltip=[_tip(ink, "category"), _tip(ink, "bucket"), _hours(ink)],
    )


def timeline(ink: Ink) -> Drawing:
    """A row for each operator, a bar for each spell; pauses lie on top, and thinner."""
    axis = alt.Axis(title=None, labelExpr=CLOCK, labelOverlap=True, grid=True, values=SIX_HOURS)
    tall = 6 if ink.is_small else 14
    chart = alt.Chart(height=fit.height(ink, alt.Step(22)))
    return chart.mark_bar(cornerRadius=2).encode(
        x=alt.X("from:T", axis=axis, scale=alt.Scale(type="utc", nice=False)),
        x2="to:T",
        y=_names(ink),
        color=_colour(ink),
        size=alt.condition("datum.place", alt.value(tall / 2), alt.value(tall)),
        tooltip=[_tip(ink, "category"), _tip(ink, "series"), _hours(ink)],
    )


def operators(ink: Ink) -> Drawing:
    """Horizontal bars by operator, one colour a series."""
    unit = ink.say("unit.hour")
    axis = alt.Axis(title=None, grid=True, tickCount=5, labelExpr=f"datum.label + ' {unit}'")
    chart = alt.Chart(height=fit.height(ink, alt.Step(22)))
    return chart.mark_bar(height=fit.BAND).encode(
        y=_names(ink),
        x=alt.X("hours:Q", stack="zero", axis=axis),
        color=_colour(ink),
        order=alt.Order("place:Q"),
        tooltip=[_tip(ink, "category"), _tip(ink, "series"), _hours(ink)],
    )


def groups(ink: Ink) -> Drawing:
    """Horizontal bars, largest first, with their hours at the end."""
    base = alt.Chart(height=fit.height(ink, alt.Step(26))).encode(
        y=_names(ink),
        x=alt.X(
            "hours:Q",
            stack=None,
            axis=None,
            scale=alt.Scale(nice=False, range=[0, fit.room(ink.size.room)]),
        ),
        tooltip=[_tip(ink, "category"), _hours(ink), _tip(ink, "share", form=".1%")],
    )
    figures = base.mark_text(align="left", dx=6, color=ink.colours.ink, fontSize=ink.size.label)
    bars = base.mark_bar(cornerRadiusEnd=3, color=ink.colours.accent, height=fit.BAND)
    return alt.layer(bars, figures.encode(text=alt.Text("hours:Q", format=",.0f")))


def hours_over_time(ink: Ink) -> Drawing:
    """Stacked bars over time."""
    tips = [_tip(ink, "bucket"), _tip(ink, "series"), _hours(ink)]
    return marks.stacked_bars(ink).encode(tooltip=tips)


def line(ink: Ink) -> Drawing:
    """One line over time of a mean that stands on time, not on a number of rows."""
    form = ".0%" if ink.unit == "rate" else ",.1f"
    tips = [_tip(ink, "bucket"), _tip(ink, ink.unit, "value", ".1%" if ink.unit == "rate" else ",.2f")]
    amount = alt.Y("value:Q", axis=alt.Axis(title=None, format=form))
    base = marks.columns_over_time(ink).encode(y=amount, tooltip=tips)
    colour = ink.colours.accent
    points = base.mark_point(filled=True, size=ink.size.point, color=colour)
    line = base.mark_line(strokeWidth=ink.size.line, color=colour)
    return alt.layer(*fit.before(ink, base.encode(color=alt.value(colour))), line, points)


def half_hours(ink: Ink) -> Drawing:
    """Lines over the half hours of a day."""
    axis = alt.Axis(title=None, labelAngle=0, labelOverlap=True)
    base = alt.Chart(height=fit.height(ink)).encode(
        x=alt.X("category:O", sort=None, axis=axis),
        y=alt.Y("value:Q", axis=alt.Axis(title=None)),
        color=_colour(ink),
    )
    tips = [_tip(ink, "category"), _tip(ink, "series"), _tip(ink, "number", "value", ",.2f")]
    points = base.mark_point(filled=True, size=ink.size.point, opacity=1).encode(
        shape=alt.Shape("series:N", legend=None, sort=None), tooltip=tips
    )
    return alt.layer(base.mark_line(strokeWidth=ink.size.line, interpolate="step-after"), points)


def shares(ink: Ink) -> Drawing:
    """Columns by category, the series side by side, each a whole of its own."""
    tips = [
        _tip(ink, "category"),
        _tip(ink, "series"),
        _tip(ink, "share", "value", ".1%"),
        _tip(ink, "n", form=",d"),
    ]
    axis = alt.Axis(title=None, labelAngle=0, labelOverlap=True)
    return (
        alt.Chart(height=fit.height(ink))
        .mark_bar(cornerRadiusEnd=2)
        .encode(
            x=alt.X("category:O", sort=None, axis=axis),
            xOffset=alt.XOffset("place:O"),
            y=alt.Y("value:Q", stack=None, axis=alt.Axis(title=None, format=".0%")),
            color=_colour(ink),
            tooltip=tips,
        )
    )
