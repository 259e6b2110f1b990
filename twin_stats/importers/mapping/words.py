"""What is said of a wrong mapping, with the nearest right word."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from twin_stats import text
from twin_stats.errors import BadMapping


def bad(mapping: str, key: str, **facts: Any) -> BadMapping:
    """The error that names the mapping and says what is wrong with it."""
    kind = facts.get("kind")
    if isinstance(kind, str) and kind in text.TEXTS:
        facts["kind"] = text.say(kind)
    return BadMapping(mapping=mapping, reason=text.say(key, **facts))


def near(name: str, known: Iterable[str]) -> str:
    """“Did you mean …?” where something is near, and what there is."""
    names = list(known)
    lower = {known_name.lower(): known_name for known_name in names}
    found = get_close_matches(name.lower(), lower, n=1, cutoff=0.6)
    said = text.say("hint.did_you_mean", close=lower[found[0]]) if found else ""
    return said + text.say("hint.known", names=", ".join(names[:60]))
