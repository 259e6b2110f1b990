"""pandas over a frame in memory: what several questions share is worked out once for a page."""

from contextlib import closing

import pandas as pd
import pyarrow as pa

from benchmarks.home import Home
from benchmarks.questions import Question
from benchmarks.rivals.frame_answers import ANSWERS
from benchmarks.rivals.shared import shared
from twin_stats.analytics.filters import Filters

NAMES = (
    "direction",
    "status",
    "bot",
    "task",
    "group",
    "operator",
    "client",
    "responder",
    "hangup_by",
    "currency",
)
OTHERS = ("company", "started_at", "answered_at", "ended_at", "wait_seconds", "talk_seconds", "transferred")
FEES = ("call_fee", "bot_fee")


def loaded(home: Home) -> pd.DataFrame:
    """All calls in order, as a good analyst has them: categories for names, whole millionths for money."""
    plain = [f'"{name}"' for name in (*NAMES, *OTHERS)]
    fees = [f"CAST({name} * 1000000 AS BIGINT) AS {name}" for name in FEES]
    sql = f"SELECT {', '.join([*plain, *fees])} FROM calls ORDER BY company, started_at"
    with closing(home.engine()) as engine:
        table: pa.Table = engine.sql(sql).to_arrow_table()
    for name in NAMES:
        codes = table.column(name).combine_chunks().dictionary_encode()
        table = table.set_column(table.schema.get_field_index(name), name, codes)
    frame: pd.DataFrame = table.to_pandas(self_destruct=True)
    return frame


class Frames:
    """One page over the whole frame."""

    name = "pandas"

    def __init__(self, whole: pd.DataFrame, filters: Filters) -> None:
        self.whole, self.filters = whole, filters

    def begin(self) -> None:
        """What the questions share."""
        self.page = shared(self.whole, self.filters)

    def ask(self, question: Question) -> pd.DataFrame:
        """The answer to a question by its name."""
        return ANSWERS[question.name](self.page)

    def read(self, _question: Question, answer: pd.DataFrame) -> pd.DataFrame:
        """Numbers of days become dates, millionths money."""
        dates = {name: pd.to_datetime(answer[name], unit="D") for name in ("day", "week") if name in answer}
        fees = {name: answer[name] / 1e6 for name in (*FEES, "fees") if name in answer}
        return answer.assign(**dates, **fees)

    def close(self) -> None:
        """Forget the page's rows."""
        del self.page
