"""Colours and type of the charts, light and dark; told apart by people with red-green blindness."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from twin_stats import text
from twin_stats.analytics.ink.locales import locale
from twin_stats.analytics.ink.sizes import LARGE, SMALL, Size
from twin_stats.analytics.ink.wording import OTHERS, brief, word


@dataclass(frozen=True)
class Theme:
    """The colours of one theme: ink on ground, lines, one accent, and the categories in order."""

    ground: str
    ink: str
    quiet: str
    line: str
    accent: str
    low: str
    categories: tuple[str, ...]


LIGHT = Theme(
    ground="#ffffff",
    ink="#1a2233",
    quiet="#5a6478",
    line="#e6e9f0",
    accent="#3563d9",
    low="#eef2fc",
    categories=("#3563d9", "#b26c00", "#a53121", "#239475", "#441186", "#2d9dd3", "#48260e", "#555b6b"),
)
DARK = Theme(
    ground="#171c28",
    ink="#e8ecf4",
    quiet="#a3aec2",
    line="#2b3344",
    accent="#7d9ef7",
    low="#202a44",
    categories=("#7d9ef7", "#fcca68", "#d54d4a", "#83eecd", "#8b55c9", "#63d2f7", "#c59f7b", "#7a8395"),
)
THEMES: Mapping[str, Theme] = MappingProxyType({"light": LIGHT, "dark": DARK})

# A value keeps its colour whatever else is on the chart: places in `categories`, then a shade of it.
PLACES: Mapping[str, Mapping[str, tuple[int, float]]] = MappingProxyType(
    {
        "status": {
            "ANSWERED": (0, 1.0),
            "NOANSWER": (1, 1.0),
            "BUSY": (6, 1.0),
            "FAILED": (2, 1.0),
            "CONGESTION": (2, 0.75),
            "CHANUNAVAIL": (2, 0.55),
            "UNAVAILABLE": (4, 1.0),
            "EXPIRED": (4, 0.6),
            "INPROGRESS": (3, 1.0),
            "DIAL": (3, 0.6),
            "CANCEL": (7, 1.0),
            "SCHEDULED": (5, 1.0),
            "REJECTED": (7, 0.8),
            "INVALID": (7, 0.6),
            "BLACKLIST": (7, 0.45),
            "READ": (3, 1.0),
            "DELIVERED": (0, 1.0),
            "SENT": (5, 1.0),
            "SENDING": (5, 0.6),
            "PENDING": (1, 1.0),
            "DELAYED": (1, 0.7),
            "PAUSED": (6, 0.7),
            "CREATED": (6, 1.0),
            "UNDELIVERED": (2, 1.0),
            "ERROR": (2, 0.65),
            "CANCELED": (7, 1.0),
        },
        "author": {"client": (0, 1.0), "bot": (3, 1.0), "operator": (1, 1.0)},
        "channel": {
            "Web": (0, 1.0),
            "Telegram": (5, 1.0),
            "Whatsapp": (3, 1.0),
            "Viber": (4, 1.0),
            "Facebook": (0, 0.6),
            "Alice": (4, 0.55),
            "Yandex": (2, 1.0),
            "Vkontakte": (1, 1.0),
            "Skype": (5, 0.55),
            "Slack": (6, 1.0),
            "Wechat": (3, 0.55),
            "Snapchat": (1, 0.55),
            "Line": (7, 1.0),
        },
        "presence": {"online": (3, 1.0), "paused": (1, 1.0)},
        "coverage": {"online": (3, 1.0), "waiting": (1, 1.0), "uncovered": (2, 1.0)},
        "answered_when": {"online": (3, 1.0), "nobody": (2, 1.0)},
        "metric": {
            "online_time": (3, 1.0),
            "paused_time": (1, 1.0),
            "first_response_median": (0, 1.0),
            "first_response_p90": (1, 1.0),
            "next_response_median": (0, 1.0),
            "next_response_p90": (1, 1.0),
            "containment": (3, 1.0),
            "bot_time": (3, 1.0),
            "queue_time": (2, 1.0),
            "operator_time": (0, 1.0),
            "asr": (0, 1.0),
            "delivered": (0, 1.0),
            "sent_undelivered": (0, 0.3),
            "delivery_rate": (0, 1.0),
            "delivery_rate_upper": (5, 1.0),
            "read_rate": (3, 1.0),
            "within_minute": (4, 1.0),
            "within_10_minutes": (1, 1.0),
            "within_hour": (3, 1.0),
            "within_day": (5, 1.0),
            "ner": (3, 1.0),
            "answered": (0, 1.0),
            "abandoned": (2, 1.0),
            "abandonment": (2, 1.0),
            "service_level": (0, 1.0),
            "talk_median": (0, 1.0),
            "talk_p90": (1, 1.0),
            "call_fee": (0, 1.0),
            "bot_fee": (1, 1.0),
        },
    }
)


@dataclass(frozen=True)
class Look:
    """What a drawing has beside its marks: how large it is, a bucket that is not over, the period before."""

    is_small: bool = False
    is_open: bool = False
    is_compared: bool = False


ALONE = Look()


@dataclass(frozen=True)
class Ink:
    """What a mark is drawn with: language, theme, the series that are present, and how large it is."""

    language: str
    theme: str
    series: tuple[str, ...] = ()
    series_of: str = ""
    unit: str = "count"
    look: Look = ALONE

    @property
    def is_small(self) -> bool:
        """Whether it is one of many on a page."""
        return self.look.is_small

    @property
    def size(self) -> Size:
        """How large type and marks are."""
        return SMALL if self.is_small else LARGE

    @property
    def colours(self) -> Theme:
        """The colours of the theme."""
        return THEMES[self.theme]

    def say(self, key: str) -> str:
        """A word of the chart."""
        return text.say(key, self.language)

    def scale(self) -> dict[str, Any]:
        """The series that are present, in words, with their colours."""
        names = [word(self.series_of, one, self.language) for one in self.series]
        return {"domain": names, "range": [self._colour(place, one) for place, one in enumerate(self.series)]}

    def legend(self) -> dict[str, Any] | None:
        """None for a single series; a small chart names those that one line holds, and how many more."""
        if len(self.series) < 2:
            return None
        names: list[str] = self.scale()["domain"]
        if not self.is_small:
            return {}
        short = [brief(self.series_of, one, self.language) for one in self.series]
        fitting = self.size.fitting(short)
        if more := len(names) - fitting:
            short[fitting - 1] += f"  +{more}"
        labels = dict(zip(names[:fitting], short, strict=False))
        return {"values": names[:fitting], "labelExpr": f"{json.dumps(labels)}[datum.label]"}

    def _colour(self, place: int, series: str) -> str:
        if series == OTHERS:
            return blend(self.colours.quiet, self.colours.ground, 0.5)
        known = PLACES.get(self.series_of, {})
        free = [n for n in range(8) if (n, 1.0) not in known.values()] if series not in known else []
        number, strength = known.get(series, ((free or [7])[place % len(free or [7])], 0.9))
        return blend(self.colours.categories[number], self.colours.ground, strength)

    def config(self) -> dict[str, Any]:
        """The Vega configuration: type, lines, locale.

        Marks are not read out one by one: below a chart stands a sentence for that, and it opens as a table.
        Their hundreds of names were a tenth of what drawing took.
        """
        words = {
            "labelColor": self.colours.quiet,
            "titleColor": self.colours.quiet,
            "labelLimit": 180,
        }
        return {
            "background": "transparent",
            "font": FONT,
            "view": {"stroke": None},
            "mark": {"invalid": "break-paths-show-domains", "aria": False},
            "axis": {**words, **AXIS, **self.size.axis(), "gridColor": self.colours.line},
            "axisY": {"grid": True, "tickCount": self.size.ticks},
            "legend": {**words, **LEGEND, **self.size.key(self.look.is_open)},
            **locale(self.language),
        }


AXIS = {
    "titleFontWeight": 500,
    "domain": False,
    "ticks": False,
    "grid": False,
    "labelSeparation": 5,
}
LEGEND = {
    "title": None,
    "orient": "top",
    "direction": "horizontal",
    "symbolType": "square",
}
FONT = '"Inter", "Source Sans", "Source Sans Pro", "Segoe UI", sans-serif'


def blend(colour: str, ground: str, strength: float) -> str:
    """A colour laid over the ground with a strength from 0 to 1."""
    parts = [
        round(int(colour[i : i + 2], 16) * strength + int(ground[i : i + 2], 16) * (1 - strength))
        for i in (1, 3, 5)
    ]
    return "#" + "".join(f"{part:02x}" for part in parts)
