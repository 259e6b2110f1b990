"""The demo's vocabulary: TOML files in `data/`, read on first use."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"


@lru_cache
def words(name: str) -> dict[str, Any]:
    """What `data/<name>.toml` holds; nobody changes it."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
