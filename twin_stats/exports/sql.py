"""A statement as the SQL that runs, values included."""

from typing import Any

from sqlalchemy import Engine, Select


def as_text(statement: Select[Any], engine: Engine) -> str:
    """The SQL in the engine's dialect, with every value as an escaped literal."""
    compiled = str(statement.compile(engine, compile_kwargs={"literal_binds": True}))
    # Drivers with %-parameters want a doubled percent sign; a person who runs the text does not.
    return compiled.replace("%%", "%") if engine.dialect.paramstyle in ("format", "pyformat") else compiled
