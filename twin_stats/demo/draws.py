"""Random draws, each a whole vector at once."""

from collections.abc import Sequence

import numpy as np

from twin_stats.demo.clock import Clock, Flags, Floats, Ints
from twin_stats.demo.plan import HOUR, Piece

Random = np.random.Generator


def arrivals(random: Random, clock: Clock, pace: Floats, piece: Piece) -> Ints:
    """Instants in a piece, as many in each hour as its pace says, in order."""
    inside = (clock.starts >= piece.start) & (clock.starts < piece.stop)
    counts = random.poisson(pace[inside])
    hours = np.repeat(clock.starts[inside], counts)
    at: Ints = np.sort(hours + random.integers(0, HOUR, len(hours)))
    return at


def pick(random: Random, weights: Sequence[float] | Floats, size: int) -> Ints:
    """Numbers of the weights, each as often as it weighs."""
    bounds = np.cumsum(weights)
    place: Ints = np.searchsorted(bounds[:-1], random.random(size) * bounds[-1], side="right")
    return place


def happens(random: Random, chance: float | Floats, size: int) -> Flags:
    """Which of so many happen."""
    return random.random(size) < chance


def around(random: Random, median: float | Floats | Ints, spread: float, size: int) -> Ints:
    """Whole seconds spread lognormally around a median, at least 1."""
    return np.maximum(1, np.rint(median * random.lognormal(0, spread, size))).astype(np.int64)


def fading(random: Random, mean: float | Floats, size: int) -> Ints:
    """Whole seconds that fade exponentially, at least 1."""
    return np.maximum(1, np.rint(random.exponential(1, size) * mean)).astype(np.int64)


def clients(random: Random, progress: Floats | float, scale: float) -> Ints:
    """Customer numbers: a pool that grows with time, in which few come back often and many rarely."""
    pool = 26_000 * scale * (0.45 + 0.55 * np.asarray(progress))
    return 100_000 + (pool * random.random(np.shape(progress)) ** 1.7).astype(np.int64)
