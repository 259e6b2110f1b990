"""A demo of sixty days with a change of the clocks in it, as frames."""

import pandas as pd
import pytest

from tests.demo.frames import ended, frames
from twin_stats.demo.plan import Plan

Frames = dict[str, pd.DataFrame]


@pytest.fixture(scope="session")
def small_plan() -> Plan:
    return ended(60, scale=0.1)


@pytest.fixture(scope="session")
def small(small_plan: Plan) -> Frames:
    return frames(small_plan)


@pytest.fixture(scope="session")
def usual() -> Frames:
    return frames(ended(60))


@pytest.fixture(params=["small", "usual"])
def demo(request: pytest.FixtureRequest) -> Frames:
    """The same sixty days at a tenth of the volume, and at all of it."""
    found: Frames = request.getfixturevalue(request.param)
    return found
