"""What happens in the demo beside everyday work: an outage, a campaign, a team that is paused for a week."""

from dataclasses import dataclass
from datetime import date, timedelta

from twin_stats.demo.clock import Flags, Ints
from twin_stats.demo.plan import Plan

# Days before the last one, such that a page of the last 30 days shows all of it and the 30 before are quiet.
OUTAGE, CAMPAIGN, PAUSE = 9, 16, 24


@dataclass(frozen=True)
class Span:
    """A stretch of time: seconds since 1970, half-open."""

    start: int
    stop: int

    def holds(self, at: Ints) -> Flags:
        """Which of the instants lie in it."""
        return (at >= self.start) & (at < self.stop)


@dataclass(frozen=True)
class Story:
    """When each part of the story takes place; in a very short demo it may lie before its first day."""

    outage: Span
    campaign: Span
    pause: Span


def story(plan: Plan) -> Story:
    """The story of a plan."""
    outage, campaign, pause = (_weekday(plan, ago) for ago in (OUTAGE, CAMPAIGN, PAUSE))
    monday = pause - timedelta(days=pause.weekday())
    return Story(
        outage=Span(plan.at(outage, 10.6), plan.at(outage, 14.2)),
        campaign=Span(plan.at(campaign), plan.at(campaign + timedelta(days=3))),
        pause=Span(plan.at(monday), plan.at(monday + timedelta(days=7))),
    )


def _weekday(plan: Plan, ago: int) -> date:
    """Monday to Wednesday nearest before, so many days back (sooner in a demo of less than 40 days)."""
    length = (plan.last - plan.first).days + 1
    day = plan.last - timedelta(days=round(ago * min(1.0, length / 40)))
    return day - timedelta(days=max(0, day.weekday() - 2))
