"""The demo's rows as frames; run as a program it prints a hash of them."""

import sys
from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256

import pandas as pd
import pyarrow as pa

from twin_stats.demo.making import tables
from twin_stats.demo.plan import Plan, plan
from twin_stats.source.tables import SUBJECTS

LAST, LATER = date(2026, 4, 19), datetime(2026, 5, 1)


def ended(days: int, scale: float = 1.0, seed: int = 1) -> Plan:
    """A plan whose last day is over."""
    return replace(plan(1001, LAST, days, LATER), seed=seed, scale=scale)


def whole(of: Plan) -> dict[str, pa.Table]:
    """All pieces of each subject together."""
    pieces: dict[str, list[pa.Table]] = defaultdict(list)
    for subject, table in tables(of):
        pieces[subject].append(table)
    return {subject: pa.concat_tables(parts, promote_options="default") for subject, parts in pieces.items()}


def frames(of: Plan) -> dict[str, pd.DataFrame]:
    """The rows of each subject, money as float, text as text."""
    found = {subject: table.to_pandas() for subject, table in whole(of).items()}
    for subject, frame in found.items():
        for name in frame.columns:
            if isinstance(frame[name].dtype, pd.CategoricalDtype):
                frame[name] = frame[name].astype("str").where(frame[name].notna(), None)
        assert set(frame.columns) <= set(SUBJECTS[subject].columns.keys())
    return found


def digest(of: Plan) -> str:
    """A hash of every value of a plan's rows."""
    found = sha256()
    for subject, table in sorted(whole(of).items()):
        found.update(subject.encode())
        for name in table.column_names:
            found.update(f"{name}{table[name].to_pylist()}".encode())
    return found.hexdigest()


if __name__ == "__main__":
    print(digest(ended(int(sys.argv[1]), scale=0.1, seed=int(sys.argv[2]))))
