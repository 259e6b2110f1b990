"""How large things may grow, and what they may be called."""

from collections import Counter
from pathlib import Path

from tests.architecture.house import functions, modules

PAGE, FILE, FUNCTION, POSITIONAL, FOLDER = 40, 250, 25, 4, 12
EMPTY_NAMES = {"util", "helper", "common", "misc", "manager"}
LISTS = {Path("twin_stats/text.py"), Path("twin_stats/errors.py")}  # looked up, not read
HISTORY = "migrations/versions"  # written by Alembic, never read again: neither long nor many there matters


def long_files(root: Path) -> list[str]:
    """Files that should be two."""
    return [
        module.at(lines, f"{lines} lines, at most {limit}")
        for module in modules(root)
        if module.path not in LISTS
        for limit in [PAGE if module.part == "pages" else FILE]
        for lines in [module.text.count("\n")]
        if lines > limit
    ]


def long_functions(root: Path) -> list[str]:
    """Functions that do more than one thing."""
    return [
        module.at(node.lineno, f"{node.name} has {lines} lines, at most {FUNCTION}")
        for module in modules(root)
        if HISTORY not in module.path.as_posix()
        for node in functions(module)
        for lines in [(node.end_lineno or node.lineno) - node.lineno + 1]
        if lines > FUNCTION
    ]


def many_arguments(root: Path) -> list[str]:
    """Functions whose call nobody can read without its definition."""
    return [
        module.at(node.lineno, f"{node.name} has {len(names)} positional arguments, at most {POSITIONAL}")
        for module in modules(root)
        for node in functions(module)
        for names in [[a.arg for a in node.args.posonlyargs + node.args.args if a.arg not in {"self", "cls"}]]
        if len(names) > POSITIONAL
    ]


def full_folders(root: Path) -> list[str]:
    """Folders that should have subfolders."""
    files = [module.path for module in modules(root) if module.path.name != "__init__.py"]
    counts = Counter(path.parent for path in files if HISTORY not in path.as_posix())
    return [f"{folder}/ {n} Python files, at most {FOLDER}" for folder, n in counts.items() if n > FOLDER]


def empty_names(root: Path) -> list[str]:
    """Files and folders whose names say nothing of what is in them."""
    return [
        module.at(1, f"{part} says nothing of what is in it")
        for module in modules(root, "twin_stats", "pages", "benchmarks", "tests")
        for part in module.path.with_suffix("").parts
        if part.strip("_").removesuffix("s") in EMPTY_NAMES
    ]
