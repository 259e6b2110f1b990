"""When operators work: shifts on the wall clock, cut into online and paused."""

import numpy as np
import pyarrow as pa

from twin_stats.demo.clock import Clock, Flags, Ints
from twin_stats.demo.columns import NEVER, Columns, chosen, joined, names, table, times
from twin_stats.demo.draws import Random
from twin_stats.demo.people.team import Team
from twin_stats.demo.plan import DAY, HOUR, Plan
from twin_stats.demo.rhythm import EPOCH, holidays
from twin_stats.demo.story import Span
from twin_stats.demo.vocabulary import words

STATUSES = ("online", "paused")
ABSENT = 0.11
# Where in a shift its pauses begin (a short one, lunch, a short one), and how many minutes they take.
PAUSES = ((0.23, 0.30, 6, 14), (0.46, 0.56, 26, 40), (0.74, 0.82, 6, 16))


def intervals(plan: Plan, clock: Clock, team: Team, pause: Span) -> Columns:
    """Every interval of every operator in the plan's days, by operator and time."""
    shifts = _shifts(plan, clock)
    away = _paused_team(team)[shifts["operator"]] & pause.holds(shifts["from"])
    absent = chosen(shifts, away)
    absent = absent | {"status": np.ones_like(absent["operator"])}
    rows = joined(absent, _worked(plan.random("pauses"), chosen(shifts, ~away)))
    rows = rows | {"from": np.maximum(rows["from"], plan.start)}
    rows = chosen(rows, (rows["to"] > rows["from"]) & (rows["from"] < plan.stop))
    return chosen(rows, np.lexsort((rows["from"], rows["operator"])))


def intervals_table(rows: Columns, team: Team, end: int) -> pa.Table:
    """The intervals as the subject `operators` has them; those that go on at `end` are open."""
    rows = chosen(rows, rows["from"] < end)
    makers = {
        "operator": names(team.operators),
        "status": names(STATUSES),
        "from": times(end),
        "to": times(end),
        "last_seen_at": times(NEVER),
    }
    return table({**rows, "last_seen_at": np.minimum(rows["to"], end)}, makers)


def _shifts(plan: Plan, clock: Clock) -> dict[str, Ints]:
    """Operator, begin and end of each shift: whole hours on the wall clock, give or take a few minutes."""
    operator, day = _duty(plan)
    hours = np.array([words("people")["shifts"][kind] for kind in _kinds()])
    week = ((day + 3) // 7 + operator // 2) % 2
    walls = day[:, None] * DAY + (hours[operator, week] * HOUR).astype(np.int64)
    walls += plan.random("punctuality").integers(-240, 420, walls.shape)
    return {"operator": operator, "from": clock.instants(walls[:, 0]), "to": clock.instants(walls[:, 1])}


def _duty(plan: Plan) -> tuple[Ints, Ints]:
    """Operator and day of each shift; the night before the first day counts too."""
    night = (np.array(_kinds()) == "night")[:, None]
    number = np.arange(len(night))[:, None]
    day = np.arange((plan.first - EPOCH).days - 1, (plan.last - EPOCH).days + 1)[None, :]
    works = np.where(night, (day // 4 + number) % 2 == 0, _week(number, day))
    here = plan.random("presence").random(works.shape) >= ABSENT
    off = np.isin(day, holidays(plan)) & (number % 4 == 0) & ~night
    operator, at = np.nonzero(works & here & ~off)
    return operator, day[0, at]


def _week(number: Ints, day: Ints) -> Flags:
    """Every fourth works Monday to Friday, the rest four days in seven, weekends too."""
    works: Flags = np.where(number % 4 == 0, (day + 3) % 7 < 5, (day + 3 * number) % 7 < 4)
    return works


def _worked(random: Random, shifts: Columns) -> Columns:
    """Each shift as online, paused, online, paused, online, paused, online."""
    length = shifts["to"] - shifts["from"]
    cuts = [np.zeros_like(length)]
    for earliest, latest, shortest, longest in PAUSES:
        begin = (length * random.uniform(earliest, latest, len(length))).astype(np.int64)
        cuts += [begin, begin + random.integers(shortest * 60, longest * 60, len(length))]
    at = shifts["from"][:, None] + np.stack([*cuts, length], axis=1)
    status = np.arange(at.shape[1] - 1) % 2
    return {
        "operator": np.repeat(shifts["operator"], len(status)),
        "status": np.tile(status, len(length)),
        "from": at[:, :-1].ravel(),
        "to": at[:, 1:].ravel(),
    }


def _paused_team(team: Team) -> Flags:
    """Those who are in the team that pauses, and in no other."""
    paused = team.member[team.groups.index(words("people")["paused_team"])]
    only: Flags = paused & (team.member.sum(axis=0) == 1)
    return only


def _kinds() -> list[str]:
    return [kind for _, kind, _ in words("people")["operators"]["list"]]
