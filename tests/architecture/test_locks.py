"""The locks: complete, hashed, of one mind, and the same on every machine."""

import re
import tomllib
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
LOCKS = ("requirements.txt", "requirements-dev.txt")
NEVER = {"duckdb-engine", "clickhouse-sqlalchemy"}


def pins(lock: str) -> dict[str, set[str]]:
    """Each package of a lock with its versions (a marker may choose between two)."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(
        r"^([\w.-]+)(?:\[.*\])?==(\S+)", (HOUSE / lock).read_text(), re.MULTILINE
    ):
        found.setdefault(name, set()).add(version)
    return found


def named(requirements: list[str]) -> set[str]:
    """The names in a list of requirements."""
    return {re.split(r"[\[<>=!~; ]", requirement)[0] for requirement in requirements}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_tells_nothing_of_the_machine_it_was_made_on(lock: str) -> None:
    lines = (HOUSE / lock).read_text().splitlines()
    assert [line for line in lines if re.search(r"://|^-|\s@\s|(^|\s)\.?/\w", line)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_its_hashes(lock: str) -> None:
    text = (HOUSE / lock).read_text()
    assert re.findall(r"^[\w.-]+(?:\[.*\])?==[^\\\n]+$", text, re.MULTILINE) == []
    assert text.count("--hash=sha256:") >= len(pins(lock))


def test_the_locks_hold_what_pyproject_names_and_never_what_breaks() -> None:
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text())
    runtime, dev = map(pins, LOCKS)
    assert named(project["project"]["dependencies"]) <= runtime.keys()
    assert named(project["dependency-groups"]["dev"]) <= dev.keys()
    assert runtime.items() <= dev.items()
    assert not NEVER & dev.keys()
