"""Who can take a chat or a call at a given moment, and how much there is to do for each of them."""

from dataclasses import dataclass

import numpy as np

from twin_stats.demo.clock import Clock, Flags, Floats, Ints
from twin_stats.demo.columns import NEVER, Columns
from twin_stats.demo.draws import Random, fading
from twin_stats.demo.people.team import Team
from twin_stats.demo.plan import HOUR, Plan
from twin_stats.demo.story import Span

SLOT = 300
STAY = 6
MORNING_SECONDS = 700
LOAD = (0.4, 4.0)


@dataclass(frozen=True, eq=False)
class Roster:
    """`able[slot, operator]`: online for all of a slot; `stays`: on the shift half an hour later too.

    `free[group, slot]` is the first slot from there on in which somebody of the group is able; after the
    plan there is one slot more, in which nothing ever happens.
    """

    start: int
    team: Team
    able: Flags
    stays: Flags
    free: Ints

    def seat(self, random: Random, group: Ints, at: Ints) -> tuple[Ints, Ints]:
        """When somebody of the group takes what waits since `at`, and who; NEVER if nobody does."""
        begin = self.begin(group, at)
        late = begin > at
        # In the morning, and after an outage, what has piled up is worked off one by one.
        spread = np.where(late, begin + fading(random, MORNING_SECONDS, len(at)), at)
        when = self.begin(group, np.where(begin == NEVER, NEVER, spread))
        return when, self.who(random, group, when)

    def who(self, random: Random, group: Ints, at: Ints) -> Ints:
        """Somebody of the group who is able at these moments, best somebody who stays for a while."""
        slot = self._slot(at)
        fit = self.team.member[group] & self.able[slot]
        score = fit * (random.random(fit.shape, dtype=np.float32) + self.stays[slot])
        best: Ints = score.argmax(axis=1)
        return best

    def begin(self, group: Ints, at: Ints) -> Ints:
        """The same moment if somebody is able then, else a minute into the next slot in which somebody is."""
        slot = self._slot(at)
        free = self.free[group, slot]
        last = len(self.able) - 1
        return np.where(free == last, NEVER, np.where(free > slot, self.start + free * SLOT + 60, at))

    def _slot(self, at: Ints) -> Ints:
        return np.clip((at - self.start) // SLOT, 0, len(self.able) - 1)


def roster(plan: Plan, team: Team, intervals: Columns, outage: Span) -> Roster:
    """The roster of a plan; during the outage nobody is able."""
    slots = (plan.stop - plan.start) // SLOT + 1
    online = _covered(intervals, intervals["status"] == 0, (plan.start, slots), len(team.operators))
    present = _covered(intervals, intervals["status"] >= 0, (plan.start, slots), len(team.operators))
    online[outage.holds(plan.start + np.arange(slots) * SLOT)] = False
    some = np.stack([online[:, own].any(axis=1) for own in team.member])
    some[:, -1] = True
    steps = np.where(some, np.arange(slots), slots)
    free = np.minimum.accumulate(steps[:, ::-1], axis=1)[:, ::-1]
    return Roster(plan.start, team, online, online & np.roll(present, -STAY, axis=0), free)


def _covered(rows: Columns, chosen: Flags, grid: tuple[int, int], operators: int) -> Flags:
    """`[slot, operator]`: slots that lie wholly in one of the chosen intervals."""
    start, slots = grid
    first = np.clip(-(-(rows["from"][chosen] - start) // SLOT), 0, slots)
    last = np.maximum(first, np.clip((rows["to"][chosen] - start) // SLOT, 0, slots))
    steps = np.zeros((slots + 1, operators), dtype=np.int16)
    np.add.at(steps, (first, rows["operator"][chosen]), 1)
    np.add.at(steps, (last, rows["operator"][chosen]), -1)
    return steps[:-1].cumsum(axis=0) > 0


def load(roster: Roster, clock: Clock, pace: Floats) -> Floats:
    """`[group, hour]`: work for each able operator of the group, 1 where it is as in a usual hour."""
    hours = roster.able[:-1].reshape(len(clock.starts), HOUR // SLOT, -1).mean(axis=1)
    staff = np.maximum(hours @ (roster.team.member / roster.team.member.sum(axis=0)).T, 0.25).T
    ratio = pace / staff
    usual = np.median(ratio[:, (clock.hour > 8) & (clock.hour < 20)], axis=1)[:, None]
    pressure: Floats = np.clip(ratio / usual, *LOAD)
    return pressure
