"""What every rival can do; `begin` and `ask` are timed."""

from typing import Any, Protocol

import pandas as pd

from benchmarks.questions import Question


class Rival(Protocol):
    """One way to answer the page's questions, for one home and one choice of filters."""

    name: str

    def begin(self) -> None:
        """What is done once for a page: its time belongs to the page."""

    def ask(self, question: Question) -> Any:
        """The answer, in whatever form this way gives it."""

    def read(self, question: Question, answer: Any) -> pd.DataFrame:
        """The answer as a frame with our columns, to be compared."""

    def close(self) -> None:
        """Let go of files and memory."""
