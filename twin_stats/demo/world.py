"""Everything that the subjects have in common: hours, story, team, roster and paces."""

from collections.abc import Mapping
from dataclasses import dataclass

from twin_stats.demo.clock import Clock, Floats, Ints, clock
from twin_stats.demo.columns import Columns
from twin_stats.demo.people.roster import Roster, load, roster
from twin_stats.demo.people.shifts import intervals
from twin_stats.demo.people.team import Team, team
from twin_stats.demo.plan import Plan
from twin_stats.demo.rhythm import pace
from twin_stats.demo.story import Story, story

SUBJECTS = ("chats", "inbound", "outbound", "notifications")


@dataclass(frozen=True, eq=False)
class World:
    """The world of a plan."""

    plan: Plan
    clock: Clock
    story: Story
    team: Team
    intervals: Columns
    roster: Roster
    paces: Mapping[str, Floats]
    loads: Mapping[str, Floats]

    def load(self, subject: str, group: Ints, at: Ints) -> Floats:
        """How busy a group is with chats or inbound calls at these moments; 1 is as usual."""
        return self.loads[subject][group, self.clock.place(at)]

    def progress(self, at: Ints) -> Floats:
        """How much of the plan has gone by, from 0 to 1."""
        return (at - self.plan.start) / (self.plan.stop - self.plan.start)


def world(plan: Plan) -> World:
    """The world of a plan."""
    hours, people, events = clock(plan), team(), story(plan)
    shifts = intervals(plan, hours, people, events.pause)
    able = roster(plan, people, shifts, events.outage)
    paces = {subject: pace(plan, hours, subject) for subject in SUBJECTS}
    loads = {subject: load(able, hours, paces[subject]) for subject in ("chats", "inbound")}
    return World(plan, hours, events, people, shifts, able, paces, loads)
