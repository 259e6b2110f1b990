"""Operators and groups, and who is in which."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from twin_stats.demo.clock import Flags, Floats
from twin_stats.demo.vocabulary import words


@dataclass(frozen=True, eq=False)
class Team:
    """Names of operators and groups; `member[group, operator]`; each group's share and pace of waits."""

    operators: tuple[str, ...]
    groups: tuple[str, ...]
    member: Flags
    shares: Floats
    waits: Floats


def team() -> Team:
    """The team of the vocabulary."""
    listed, groups = words("people")["operators"]["list"], words("people")["groups"]
    return Team(
        operators=tuple(name for name, _, _ in listed),
        groups=tuple(group["name"] for group in groups),
        member=np.array([[group["name"] in own for _, _, own in listed] for group in groups]),
        shares=np.array([group["share"] for group in groups]),
        waits=np.array([group["wait"] for group in groups]),
    )


def groups_table() -> pa.Table:
    """The groups with their limits, as the subject `groups` has them."""
    groups = words("people")["groups"]
    return pa.table(
        {
            "group": pa.array([group["name"] for group in groups]),
            "first_limit_s": pa.array([group["first_limit"] for group in groups], pa.float64()),
            "next_limit_s": pa.array([group["next_limit"] for group in groups], pa.float64()),
        }
    )


def members_table() -> pa.Table:
    """Who is in which group, as the subject `members` has it."""
    pairs = [(name, group) for name, _, own in words("people")["operators"]["list"] for group in own]
    return pa.table({"operator": [name for name, _ in pairs], "group": [group for _, group in pairs]})
