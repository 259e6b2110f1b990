"""The event store asked in three ways: by our layer, by our SQL on the bare engine, by SQL of a hand."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from benchmarks.home import Home
from benchmarks.questions import Question
from benchmarks.rivals.by_hand import PEAKS, QUESTIONS
from benchmarks.rivals.dialects import DUCKDB
from benchmarks.rivals.peaks import peaks
from twin_stats.analytics.filters import Filters
from twin_stats.exports.sql import as_text


class Ours:
    """The layer as a page uses it, without the page's cache: statement, SQLAlchemy, Arrow, pandas."""

    name = "ours"

    def __init__(self, home: Home, filters: Filters) -> None:
        self.stores, self.filters, self.generation = home.stores, filters, 0

    def begin(self) -> None:
        """A page looks up the generation in force."""
        self.generation = self.stores.generation()

    def ask(self, question: Question) -> pd.DataFrame:
        """The whole way from filters to a frame."""
        frame = self.stores.frame(question.statement(self.filters), self.generation)
        return question.finished(frame, self.filters)

    def read(self, _question: Question, answer: pd.DataFrame) -> pd.DataFrame:
        """It is a frame."""
        return answer

    def close(self) -> None:
        """Close the stores."""
        self.stores.close()


class Engine:
    """DuckDB's own connection to the same open file; its SQL texts, with literals, are made before."""

    def __init__(self, home: Home, filters: Filters, texts: Mapping[str, str]) -> None:
        self.filters, self.texts = filters, texts
        self.engine = home.engine()

    def begin(self) -> None:
        """Nothing."""

    def ask(self, question: Question) -> Any:
        """An Arrow table."""
        return self.engine.sql(self.texts[question.name]).to_arrow_table()

    def read(self, _question: Question, answer: Any) -> pd.DataFrame:
        """The table as a frame."""
        frame: pd.DataFrame = answer.to_pandas(date_as_object=False)
        return frame

    def close(self) -> None:
        """Close the connection."""
        self.engine.close()


class OurSql(Engine):
    """The statements of our layer, run bare: the difference is what the layer costs."""

    name = "engine, our SQL"

    def __init__(self, home: Home, filters: Filters, questions: Sequence[Question]) -> None:
        engine = home.stores.events()
        texts = {each.name: as_text(each.statement(filters), engine) for each in questions}
        super().__init__(home, filters, texts)

    def ask(self, question: Question) -> Any:
        """Peaks come from the intervals as ours do."""
        table = super().ask(question)
        return table if question.buckets is None else question.finished(table.to_pandas(), self.filters)

    def read(self, question: Question, answer: Any) -> pd.DataFrame:
        """Peaks are a frame already."""
        return super().read(question, answer) if question.buckets is None else answer


class SqlByHand(Engine):
    """The statements as one writes them by hand."""

    name = "engine, SQL by hand"

    def __init__(self, home: Home, filters: Filters) -> None:
        texts = {name: asked.text(DUCKDB, filters) for name, asked in QUESTIONS.items()}
        super().__init__(home, filters, {**texts, **dict.fromkeys(PEAKS, DUCKDB.intervals(filters))})

    def ask(self, question: Question) -> Any:
        """Peaks come from the intervals by numpy."""
        if question.buckets is None:
            return super().ask(question)
        columns = self.engine.execute(self.texts[question.name]).fetchnumpy()
        starts, ends = (np.asarray(columns[name], "datetime64[us]") for name in ("start", "end"))
        return peaks(starts.view(np.int64), ends.view(np.int64), self.filters, bool(question.buckets))

    def read(self, question: Question, answer: Any) -> pd.DataFrame:
        """Peaks are a frame already."""
        return super().read(question, answer) if question.buckets is None else answer
