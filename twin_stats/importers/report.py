"""What an import did, as it is printed and kept in the import log."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Report:
    """`accepted` rows are in force; `updated` of them took the place of older ones with their keys.

    `duplicates` are rows that a later one of the same import with the same key took the place of,
    `skipped` those that the mapping's `where` left out. `odd` counts what is strange about sessions and kept
    all the same, `own` holds the mapping's own counts.
    """

    company: int
    accepted: int = 0
    updated: int = 0
    rejected: int = 0
    duplicates: int = 0
    skipped: int = 0
    unchanged_files: int = 0
    times_in_missing_hour: int = 0
    times_in_doubled_hour: int = 0
    ignored_columns: tuple[str, ...] = ()
    odd: Mapping[str, int] = field(default_factory=dict)
    own: Mapping[str, object] = field(default_factory=dict)
    generation: int = 0
    rejects: Path | None = None

    @property
    def unchanged(self) -> bool:
        """Whether every file had been imported before, so that nothing was done."""
        return self.unchanged_files > 0 and not self.accepted and not self.rejected

    def flat(self) -> dict[str, object]:
        """One flat object: what is printed."""
        return {
            "company": self.company,
            "accepted": self.accepted,
            "updated": self.updated,
            "rejected": self.rejected,
            "duplicates": self.duplicates,
            "skipped": self.skipped,
            "times_in_missing_hour": self.times_in_missing_hour,
            "times_in_doubled_hour": self.times_in_doubled_hour,
            **self.odd,
            **self.own,
            "unchanged": self.unchanged,
            "unchanged_files": self.unchanged_files,
            "ignored_columns": ", ".join(self.ignored_columns) or None,
            "generation": self.generation,
            "rejects": str(self.rejects) if self.rejects else None,
        }
