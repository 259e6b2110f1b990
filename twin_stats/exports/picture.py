"""A chart as a picture: the spec of the screen with its data, its title and where it comes from.

`vl-convert` draws it without a browser. Letters are those of a font that it carries, so that they are the
same on any machine, and there in both languages.
"""

import json
from typing import Any

from babel.numbers import format_decimal

from twin_stats.analytics.ink.dates import period_in_words
from twin_stats.analytics.ink.palette import THEMES
from twin_stats.exports.seen import Seen

VERSION = "6.4"
WIDTH, SCALE, EDGE = 860, 2.0, 24
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
# The font draws it as nothing.
NARROW = "\N{NARROW NO-BREAK SPACE}"
NO_ADDRESS: list[str] = []


def png(seen: Seen) -> bytes:
    """The picture in dots, twice as fine as on the screen."""
    import vl_convert  # 80 MB of memory, for those who ask for a picture

    drawn = vl_convert.vegalite_to_png(spec(seen), VERSION, scale=SCALE, allowed_base_urls=NO_ADDRESS)
    return bytes(drawn)


def svg(seen: Seen) -> bytes:
    """The picture in lines."""
    import vl_convert

    return str(vl_convert.vegalite_to_svg(spec(seen), VERSION, allowed_base_urls=NO_ADDRESS)).encode()


def spec(seen: Seen) -> dict[str, Any]:
    """The spec of the screen with all that a picture needs of its own."""
    drawn = seen.chart.spec(seen.language, seen.theme, seen.chart.series(seen.data))
    shown = seen.chart.worded(seen.data, seen.language)
    return {
        **drawn,
        "width": WIDTH,
        "padding": EDGE,
        "background": THEMES[seen.theme].ground,
        "title": _title(seen),
        "data": {"values": json.loads(shown.to_json(orient="records", double_precision=15))},
        "config": {**drawn["config"], "font": FONT},
    }


def _title(seen: Seen) -> dict[str, Any]:
    theme, filters = THEMES[seen.theme], seen.filters
    period = period_in_words(filters.period, filters.zone, seen.language)
    return {
        "text": seen.title,
        "subtitle": [period.replace(NARROW, "\N{NO-BREAK SPACE}"), source(seen), ""],
        "anchor": "start",
        "frame": "group",
        "offset": 8,
        "color": theme.ink,
        "fontSize": 17,
        "subtitleColor": theme.quiet,
        "subtitleFontSize": 12,
        "subtitlePadding": 6,
    }


def source(seen: Seen) -> str:
    """One line on where a chart comes from: the same that stands below it on the screen."""
    facts = {
        "counts_by": seen.say(f"counts_by.{seen.chart.counts_by}"),
        "rows": format_decimal(seen.rows, locale=seen.language),
        "zone": seen.filters.zone.key,
        "moment": seen.as_of.replace(NARROW, "\N{NO-BREAK SPACE}"),
    }
    return seen.say("chart.source", **facts)
