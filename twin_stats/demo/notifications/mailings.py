"""What is sent, to whom and when: single messages all day, mailings in bursts."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from twin_stats.demo.clock import Ints
from twin_stats.demo.columns import Columns, joined
from twin_stats.demo.draws import Random, arrivals, clients, pick
from twin_stats.demo.notifications.vocabulary import channels, each
from twin_stats.demo.plan import Piece
from twin_stats.demo.rhythm import EPOCH
from twin_stats.demo.vocabulary import words
from twin_stats.demo.world import World

DAYS, HOUR, CAMPAIGN_HOUR = (1, 3), 11, 10
BURST_SECONDS, SPREAD = 1500, 0.35


@dataclass(frozen=True, eq=False)
class Mailings:
    """The mailings of a piece: start, channel, number of messages, and name of each."""

    starts: Ints
    channels: Ints
    sizes: Ints
    names: list[str]


def created(random: Random, world: World, piece: Piece) -> tuple[Columns, list[str]]:
    """The messages of a piece as they are created, in order; and the names of its mailings."""
    single = arrivals(random, world.clock, world.paces["notifications"], piece)
    channel = pick(random, each("share"), len(single))
    bulk = mailings(random, world, piece)
    number = np.repeat(np.arange(len(bulk.names)), bulk.sizes)
    begun = bulk.starts[number] + random.integers(0, BURST_SECONDS, len(number))
    rows = joined(
        {"created_at": single, "channel": channel, "bulk": np.full_like(single, -1)},
        {"created_at": begun, "channel": bulk.channels[number], "bulk": number},
    )
    order = np.argsort(rows["created_at"], kind="stable")
    rows = {name: column[order] for name, column in rows.items()}
    return rows | {
        "client": clients(random, world.progress(rows["created_at"]), world.plan.scale)
    }, bulk.names


def mailings(random: Random, world: World, piece: Piece) -> Mailings:
    """A mailing each Tuesday and Thursday at eleven, and several on each day of the campaign."""
    clock = world.clock
    inside = (clock.starts >= piece.start) & (clock.starts < piece.stop)
    usual = np.flatnonzero(inside & np.isin(clock.weekday, DAYS) & (clock.hour == HOUR))
    extra = np.flatnonzero(inside & world.story.campaign.holds(clock.starts) & (clock.hour == CAMPAIGN_HOUR))
    big = words("notifications")["mailings"]["campaign"]
    loud = [number for number, channel in enumerate(channels()) if channel["name"] in big]
    channel = np.concatenate([pick(random, each("bulk"), len(usual)), np.tile(loud, len(extra))]).astype(
        np.int64
    )
    hours = np.concatenate([usual, np.repeat(extra, len(loud))])
    mean = np.array(
        [words("notifications")["mailings"]["usual"]] * len(usual) + list(big.values()) * len(extra)
    )
    sizes = random.poisson(mean * world.plan.scale * random.lognormal(0, SPREAD, len(mean)))
    kinds = ["news"] * len(usual) + ["sale"] * (len(hours) - len(usual))
    names = [_name(*each) for each in zip(clock.day[hours], channel, kinds, strict=True)]
    return Mailings(clock.starts[hours], channel, sizes, names)


def _name(day: int, channel: int, kind: str) -> str:
    return f"B-{EPOCH + timedelta(days=int(day))}-{channels()[channel]['name']}-{kind}"
