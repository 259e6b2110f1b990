"""The house as its rules see it: every Python file under a root, parsed."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
PLACES = ("streamlit_app.py", "pages", "twin_stats", "benchmarks")


@dataclass(frozen=True)
class Module:
    """One file: its path below the root, and what stands in it."""

    path: Path
    text: str

    @property
    def tree(self) -> ast.Module:
        """The file's syntax tree."""
        return parsed(self.text)

    @property
    def name(self) -> str:
        """The name that others import it by."""
        parts = self.path.with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def part(self) -> str:
        """The part of the house that it belongs to, as `part_of` names it."""
        return part_of(self.name)

    def at(self, line: int, complaint: str) -> str:
        """The complaint, with the place that it is about."""
        return f"{self.path}:{line} {complaint}"


def part_of(name: str) -> str:
    """`twin_stats.source.facts` belongs to source; a page to pages; another project's module to itself."""
    first, *rest = name.split(".")
    return rest[0] if first == "twin_stats" and rest else first


@lru_cache(maxsize=1000)
def parsed(text: str) -> ast.Module:
    """The syntax tree of a text; copies of a file share it."""
    return ast.parse(text)


def modules(root: Path, *places: str) -> Iterator[Module]:
    """The modules in these places below the root (all of the house, if none is named)."""
    for place in places or PLACES:
        found = [root / place] if place.endswith(".py") else sorted((root / place).rglob("*.py"))
        for path in found:
            if path.exists() and "__pycache__" not in path.parts:
                yield Module(path.relative_to(root), path.read_text(encoding="utf-8"))


def functions(module: Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a module, methods and inner ones too."""
    return (node for node in ast.walk(module.tree) if isinstance(node, FUNCTIONS))
