"""Who may import whom: one way through the house."""

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from tests.architecture.house import Module, modules, part_of

BASE = {"settings", "errors", "text"}
BELOW = {
    "settings": BASE,
    "errors": BASE,
    "text": BASE,
    "source": BASE | {"source"},
    "analytics": BASE | {"source", "analytics"},
    "billing": BASE | {"source", "billing"},  # never analytics: a changed KPI must not change money
    "importers": BASE | {"source", "importers"},
    "demo": BASE | {"source", "importers", "demo"},
    "exports": BASE | {"source", "analytics", "exports"},
    "ui": BASE | {"source", "analytics", "billing", "importers", "exports", "ui"},
    "commands": BASE | {"source", "analytics", "billing", "importers", "exports", "demo", "commands"},
    "__main__": BASE | {"source", "commands"},
    "pages": BASE | {"analytics", "billing", "exports", "ui"},
    "streamlit_app": BASE | {"source", "analytics", "billing", "exports", "ui"},
}
SCREEN = {"ui", "pages", "streamlit_app", "benchmarks"}  # benchmarks measure Streamlit beside ours


def wrong_arrows(root: Path) -> list[str]:
    """Imports of a part that lies to the right: each part sees only those that BELOW grants it."""
    house = list(modules(root, "twin_stats", "pages", "streamlit_app.py"))
    known = BELOW.keys() | {module.part for module in house} - {"twin_stats"}
    return [
        module.at(line, f"{module.part} may not import {part_of(target)} ({target})")
        for module in house
        for line, target in imports(module)
        if part_of(target) in known - BELOW.get(module.part, known)
    ]


def unknown_parts(root: Path) -> list[str]:
    """Parts without arrows: a new one says in BELOW what it may see."""
    return [
        module.at(
            1, f"{module.part} is no part of the house: give it its arrows in tests/architecture/arrows.py"
        )
        for module in modules(root, "twin_stats")
        if module.part not in BELOW and module.name != "twin_stats"
    ]


def streamlit_elsewhere(root: Path) -> list[str]:
    """Only the screen knows Streamlit."""
    return [
        module.at(line, f"{module.part} may not import streamlit")
        for module in modules(root)
        for line, target in imports(module)
        if target.split(".")[0] == "streamlit" and module.part not in SCREEN
    ]


def circles(root: Path) -> list[str]:
    """Modules that import each other, by whatever way round."""
    house = {module.name: module for module in modules(root, "twin_stats")}
    graph = {
        name: {home_of(target, house) for _, target in imports(module)} - {name, ""}
        for name, module in house.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return ["a circle of imports: " + " ← ".join(error.args[1])]
    return []


def imports(module: Module) -> Iterator[tuple[int, str]]:
    """Line and full name of everything that a module imports, inside functions and by name too."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = ".".join(filter(None, [upwards(module, node.level), node.module]))
            yield from ((node.lineno, f"{package}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
            names = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
            yield from ((node.lineno, str(name)) for name in names[:1])


def upwards(module: Module, level: int) -> str:
    """The package that a relative import starts from; nothing for an absolute one."""
    parts = module.path.with_suffix("").parts
    return ".".join(parts[:-level]) if level else ""


def home_of(target: str, house: dict[str, Module]) -> str:
    """The module that an imported name lives in: the longest known beginning of it."""
    while target and target not in house:
        target = target.rpartition(".")[0]
    return target
