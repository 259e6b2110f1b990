"""Random operators, with every kind of disorder: all figures are what looking at each ten minutes gives."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, delete
from sqlalchemy.pool import StaticPool

from tests.unit.analytics.asking import plain
from tests.unit.analytics.chats.telling import put, settled
from tests.unit.source.making import new_stores
from twin_stats.analytics import operators as o
from twin_stats.analytics.answer import answer
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.presence.intervals import Pieces, cut, merged, sweep
from twin_stats.analytics.shapes import labelled
from twin_stats.source.stores import Stores
from twin_stats.source.tables import chats, events, members, messages, operator_intervals
from twin_stats.source.time import Period, local

# Around the night in which Berlin has 02:00 to 03:00 twice.
BERLIN = ZoneInfo("Europe/Berlin")
START, SLOT = datetime(2026, 10, 24, 12), timedelta(minutes=10)
NAMES = ("online_time", "paused_time", "pause_share", "occupancy", "concurrency", "operators")
TABLES = (operator_intervals, members, chats, messages)
PEOPLE = ("Ann", "Bob", "Cid")
BY = st.sampled_from(
    [(), ("operator",), ("group",), ("day",), ("hour",), ("month", "group"), ("day", "group", "operator")]
)
Row = dict[str, Any]
slots = st.integers(0, 240)
perhaps = st.none() | slots


def moment(slot: int | None) -> datetime | None:
    return None if slot is None else START + slot * SLOT


@dataclass(frozen=True)
class World:
    """A company: spells, groups of operators, sessions with what was said in them."""

    spells: tuple[Row, ...]
    groups: tuple[tuple[str, str], ...]
    sessions: tuple[Row, ...]
    said: tuple[Row, ...]
    now: datetime

    def newest(self) -> datetime:
        """The newest moment that anything is known of."""
        times = [row[name] for row in self.spells for name in ("from", "to", "last_seen_at")]
        times += [row["started_at"] for row in self.sessions] + [row["at"] for row in self.said]
        return max((at for at in times if at and at <= self.now), default=self.now)

    def spans(self, operator: str, status: str) -> list[tuple[datetime, datetime]]:
        """From when to when an operator was in a status."""
        rows = [row for row in self.spells if row["operator"] == operator and row["status"].lower() == status]
        return [(row["from"], row["to"] or row["last_seen_at"] or self.newest()) for row in rows]

    def taken(self, operator: str) -> list[tuple[datetime, datetime]]:
        """From when to when an operator had sessions."""
        rows = [row for row in self.sessions if row["operator"] == operator]
        return [(row["assigned_at"] or row["started_at"], row["closed_at"] or self.newest()) for row in rows]

    def waits(self) -> list[tuple[datetime, datetime]]:
        """From when to when clients wait for a first answer."""
        first = {row["chat"]: row["at"] for row in self.said if row["author"] == "operator"}
        asked = {row["chat"]: row["at"] for row in self.said if row["author"] == "client"}
        return [
            (asked[row["id"]], first.get(row["id"]) or row["closed_at"] or self.newest())
            for row in self.sessions
            if row["id"] in asked
        ]


@st.composite
def worlds(draw: st.DrawFn) -> World:
    people, status = st.sampled_from(PEOPLE), st.sampled_from(["online", "paused", "Online", "away"])
    spells = draw(st.lists(st.tuples(people, status, slots, perhaps, perhaps), max_size=8))
    groups = draw(st.sets(st.tuples(people, st.sampled_from(["A", "B"]))))
    sessions, said = [], []
    for number in range(draw(st.integers(0, 4))):
        start, length, answer = (
            draw(slots),
            draw(st.none() | st.integers(0, 60)),
            draw(st.none() | st.integers(1, 40)),
        )
        row = {"id": f"s{number}", "started_at": moment(start), "operator": draw(st.none() | people)}
        assigned = draw(st.none() | st.integers(0, 30))
        row |= {"assigned_at": None if assigned is None else moment(start + assigned)}
        sessions.append(row | {"closed_at": None if length is None else moment(start + length)})
        if draw(st.booleans()):
            talk = [("client", start), *([("operator", start + answer)] if answer else [])]
            said += [
                {"id": f"{number} {author}", "chat": f"s{number}", "author": author, "at": moment(at)}
                for author, at in talk
            ]
    told = tuple(
        {"operator": one, "status": status, "from": moment(a), "to": moment(b), "last_seen_at": moment(c)}
        for one, status, a, b, c in spells
    )
    now = moment(draw(st.integers(100, 260)))
    assert now
    return World(told, tuple(sorted(groups)), tuple(sessions), tuple(said), now)


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    stores = new_stores(tmp_path_factory.mktemp("random-operators"))
    engine = create_engine("duckdb:///:memory:", poolclass=StaticPool)
    events.create_all(engine)
    stores._readers[0] = engine
    yield stores
    stores.close()


def write(stores: Stores, world: World) -> None:
    with stores.events(0).begin() as connection:
        for table in TABLES:
            connection.execute(delete(table))
        put(connection, operator_intervals, 1, world.spells)
        put(connection, members, 1, [{"operator": one, "group": group} for one, group in world.groups])
        put(connection, chats, 1, world.sessions)
        put(connection, messages, 1, world.said)
        settled(connection, 1)


def filters(world: World, bounds: Sequence[int], **chosen: Sequence[str]) -> Filters:
    period = Period(START + bounds[0] * SLOT, START + bounds[1] * SLOT)
    return Filters(1, BERLIN, period, as_of=world.now).choosing(chosen)


def moments(world: World, asked: Filters) -> list[datetime]:
    """The beginning of each ten minutes of the period that are over."""
    end = min(asked.period.end, world.now)
    return [START + n * SLOT for n in range(300) if asked.period.start <= START + n * SLOT < end]


def inside(spans: Sequence[tuple[datetime, datetime]], at: datetime) -> int:
    return sum(start <= at < end for start, end in spans)


def figures(world: World, by: Sequence[str], asked: Filters) -> dict[tuple[Any, ...], tuple[Any, ...]]:
    """What all ten minutes of all operators add up to."""
    sums: dict[tuple[Any, ...], np.ndarray[Any, Any]] = defaultdict(lambda: np.zeros(4))
    there = defaultdict(set)
    wanted = dict(asked.chosen).get("group")
    for one in PEOPLE:
        own: list[str | None] = [group for operator, group in world.groups if operator == one]
        own = own or [None]
        mine = [group for group in own if not wanted or (group or "") in wanted]
        spans = [world.spans(one, "online"), world.spans(one, "paused"), world.taken(one)]
        for at in moments(world, asked) if mine else ():
            online, paused, busy = (inside(each, at) for each in spans)
            if not (online or paused):
                continue
            wall = local(at, BERLIN)
            for group in mine if "group" in by else [None]:
                parts = {"day": f"{wall:%Y-%m-%d}", "hour": wall.hour, "month": f"{wall:%Y-%m}"}
                key = tuple({**parts, "operator": one, "group": group}[name] for name in by)
                sums[key] += (online > 0, paused > 0, online > 0 and busy > 0, busy if online else 0)
                there[key].add(one)
    if not by and not sums:
        return {(): (0.0, 0.0, None, None, None, 0)}
    return {key: line(*values, len(there[key])) for key, values in sums.items()}


def line(online: float, paused: float, busy: float, session: float, operators: int) -> tuple[Any, ...]:
    share = paused / (online + paused)
    occupancy, concurrency = busy / online if online else None, session / busy if busy else None
    return online * 600, paused * 600, share, occupancy, concurrency, operators


bounds = (
    st.tuples(st.integers(0, 200), st.integers(0, 250)).map(sorted).filter(lambda pair: pair[0] < pair[1])
)
chosen = st.sampled_from([{}, {"group": ["A"]}, {"group": ["A", "B"]}, {"group": [""]}, {"group": ["B", ""]}])


@given(world=worlds(), by=BY, bounds=bounds, chosen=chosen)
def test_every_figure_equals_looking_at_each_ten_minutes(
    stores: Stores, world: World, by: tuple[str, ...], bounds: list[int], chosen: dict[str, list[str]]
) -> None:
    write(stores, world)
    asked = filters(world, bounds, **chosen)
    frame = labelled(answer(stores.frame, [vars(o)[name] for name in NAMES], by, asked))
    rows = [tuple(map(plain, row)) for row in frame.itertuples(index=False)]
    found = {row[: len(by)]: row[len(by) :] for row in rows}
    assert len(found) == len(rows)
    wanted = figures(world, by, asked)
    assert found.keys() == wanted.keys()
    for key, values in wanted.items():
        assert found[key] == pytest.approx(values)
        assert values[3] is None or 0 <= found[key][3] <= 1


@given(world=worlds(), bounds=bounds)
def test_coverage_equals_looking_at_each_ten_minutes(stores: Stores, world: World, bounds: list[int]) -> None:
    write(stores, world)
    asked, waits = filters(world, bounds), world.waits()
    spans = {one: world.spans(one, "online") for one in PEOPLE}
    wanted: dict[tuple[str, str], float] = defaultdict(float)
    elapsed: dict[str, int] = defaultdict(int)
    for at in moments(world, asked):
        wall = local(at, BERLIN)
        half = f"{wall:%H}:{wall.minute // 30 * 30:02d}"
        online, waiting = sum(inside(each, at) > 0 for each in spans.values()), inside(waits, at)
        elapsed[half] += 1
        wanted[half, "online"] += online
        wanted[half, "waiting"] += waiting
        wanted[half, "uncovered"] += 600 * (waiting > 0 and online == 0)
    frame = stores.frame(o.coverage_by_half_hour.query(asked))
    drawn = o.coverage_by_half_hour.data(frame, asked, world.now)
    uncovered = o.uncovered_by_half_hour.data(frame, asked, world.now).set_index("category")["value"]
    for half, series, value in drawn[["category", "series", "value"]].itertuples(index=False):
        expected = wanted[half, series] / elapsed[half] if elapsed[half] else None
        assert plain(value) == pytest.approx(expected)
        assert uncovered[half] == pytest.approx(wanted[half, "uncovered"])


numbers = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 2), st.integers(0, 30), st.integers(0, 30)), max_size=12
)


def columns(rows: Sequence[tuple[int, ...]]) -> list[np.ndarray[Any, Any]]:
    return [np.array([row[place] for row in rows], dtype=np.int64) for place in range(4)]


def ticks(pieces: Pieces) -> dict[tuple[int, int], tuple[int, ...]]:
    """The counts of each unit of time of each owner."""
    return {
        (int(owner), at): tuple(int(count) for count in pieces.counts[:, place])
        for place, (owner, start, end) in enumerate(zip(pieces.owner, pieces.start, pieces.end, strict=True))
        for at in range(start, end)
    }


@given(rows=numbers, edges=st.sets(st.integers(1, 29)), far=st.sampled_from([0, 2**61]))
def test_pieces_are_counted_merged_and_cut_exactly(
    rows: list[tuple[int, ...]], edges: set[int], far: int
) -> None:
    # Far owners do not fit beside their time in one number, and are sorted in another way.
    owner, kind, start, end = columns(rows)
    found = sweep(owner + far, kind, start, end)
    wanted = {
        (one + far, at): tuple(sum(r[:2] == (one, k) and r[2] <= at < r[3] for r in rows) for k in range(3))
        for one in range(4)
        for at in range(30)
    }
    wanted = {key: counts for key, counts in wanted.items() if any(counts)}
    padded = {key: counts + (0,) * (3 - len(counts)) for key, counts in ticks(found).items()}
    assert padded == wanted
    union = merged(owner + far, start, end)
    assert ticks(union).keys() == wanted.keys()
    together = zip(union.owner, union.start, union.end, strict=True)
    assert all(one[0] != other[0] or one[2] < other[1] for one, other in pairwise(together))
    places = np.array([-1, *sorted(edges)], dtype=np.int64)
    parts, bucket = cut(found, places)
    assert ticks(parts) == ticks(found) and (parts.length > 0).all()
    after = np.append(places[1:], 100)
    assert (parts.start >= places[bucket]).all() and (parts.end <= after[bucket]).all()
