"""The relation over a delimited text file whose shape is known."""

from collections.abc import Sequence
from pathlib import Path

from twin_stats.importers.sql.engine import text

LONGEST_LINE = 2 << 20


def relation(path: Path, headers: Sequence[str], missing: Sequence[str] = (), **how: object) -> str:
    """SQL that reads the file as text columns; `how`: delimiter, skip (header lines), new_line."""
    columns = ", ".join(f"{text(header)}: 'VARCHAR'" for header in headers)
    nothing = ", ".join(text(each) for each in ["", *missing])
    options = {
        "columns": f"{{{columns}}}",
        "delim": text(how.get("delimiter", ",")),
        "quote": "'\"'",
        "escape": "'\"'",
        "new_line": text(how.get("new_line", "\\n")),
        "header": "true" if how.get("skip") else "false",
        "nullstr": f"[{nothing}]",
        "auto_detect": "false",
        "max_line_size": str(LONGEST_LINE),
    }
    said = ", ".join(f"{key} = {value}" for key, value in options.items())
    return f"read_csv({text(path)}, {said})"
