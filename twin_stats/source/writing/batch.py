"""What is written: the rows of one subject and company."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Batch:
    """Rows of one subject and company, kept as a Parquet file in our columns (without `company`).

    With `replaces`, all earlier rows of that subject and company go; else rows with an equal key do.
    Times in the file are TIMESTAMP in UTC, money is DECIMAL(18, 6); missing columns are unknown.
    Keys within one batch are unique.
    """

    subject: str
    company: int
    parquet: Path
    replaces: bool = False
