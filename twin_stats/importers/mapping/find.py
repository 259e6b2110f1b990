"""Finding a mapping by its name or its path."""

import hashlib
from difflib import get_close_matches
from pathlib import Path

from twin_stats import text
from twin_stats.errors import NoSuchMapping
from twin_stats.importers.mapping.model import Mapping
from twin_stats.importers.mapping.toml import parse

READY = Path(__file__).resolve().parent.parent / "ready"


def own(subject: str) -> Mapping:
    """The mapping of a file whose headers are our own column names."""
    return Mapping(name="own columns", subject=subject, digest="own")


def ready_made() -> list[str]:
    """The names of the mappings that come with the program."""
    return sorted(path.stem for path in READY.glob("*.toml"))


def find(name: str) -> Mapping:
    """The mapping of this name, or in this TOML file; raise NoSuchMapping or BadMapping."""
    path = _path(name)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise NoSuchMapping(name=name, hint=_hint(name)) from error
    digest = hashlib.sha256(content).hexdigest()
    return parse(content, name if path.parent == READY else path.name, digest)


def _path(name: str) -> Path:
    ready = READY / f"{name}.toml"
    return ready if name in ready_made() else Path(name).expanduser()


def _hint(name: str) -> str:
    near = get_close_matches(name, ready_made(), n=1)
    if near:
        return text.say("hint.did_you_mean", close=near[0])
    return text.say("hint.known", names=", ".join(ready_made()))
