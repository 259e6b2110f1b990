"""The least that the engine does for such a file: `python -m benchmarks.loading.bare FILE TARGET`.

It reads the file as text and casts what can be cast into a table of the same columns; no zone, no check,
no reason for a bad row, no second look.
"""

import sys

import duckdb

from twin_stats.source.tables import calls


def main(source: str, target: str) -> None:
    kinds = {
        column.name: str(column.type) for column in calls.columns if column.name not in ("company", "id")
    }
    casts = ", ".join(f'TRY_CAST("{name}" AS {kind}) AS "{name}"' for name, kind in kinds.items())
    with duckdb.connect(target) as engine:
        engine.execute(
            f"CREATE TABLE calls AS SELECT 7 AS company, id, {casts} FROM "
            "read_csv(?, all_varchar = true, header = true, null_padding = true, strict_mode = false)",
            [source],
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
