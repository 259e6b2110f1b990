"""Nothing connects, reads or writes when a module is imported."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.house import FUNCTIONS, Module, modules

# What Streamlit and Alembic run from top to bottom: importing them is running them.
SCRIPTS = ("twin_stats/ui/main.py", "twin_stats/source/migrations/env.py")
LOUD = {
    "begin", "connect", "create_all", "create_engine", "execute", "mkdir", "open", "Popen", "read_bytes",
    "read_csv", "read_excel", "read_parquet", "read_sql", "read_text", "urlopen", "write_bytes", "write_text",
}  # fmt: skip

WATCH = """
import importlib, os, sys
root, *names = sys.argv[1:]
sys.path.insert(0, root)
EVENTS = {"sqlite3.connect", "socket.connect", "subprocess.Popen", "os.mkdir", "os.remove", "os.rename"}

def ours():
    frame = sys._getframe(2)
    while frame and not frame.f_code.co_filename.startswith("<frozen importlib"):
        if frame.f_code.co_filename.startswith(root + os.sep):
            return os.path.relpath(frame.f_code.co_filename, root) + f":{frame.f_lineno}"
        frame = frame.f_back

def watch(event, arguments):
    writes = event == "open" and isinstance(arguments[1], str) and set("wax+") & set(arguments[1])
    if (event in EVENTS or writes) and (place := ours()):
        print(place, f"{event} at import: {arguments[0]!r}")

sys.addaudithook(watch)
for name in names:
    importlib.import_module(name)
"""


def loud_modules(root: Path) -> list[str]:
    """Calls at a module's top level, or in a class body, that open or compute something."""
    return [
        module.at(call.lineno, f"{called(call)}() at import")
        for module in modules(root, "twin_stats", "streamlit_app.py")
        if module.path.as_posix() not in SCRIPTS
        for call in calls_at_import(module.tree)
        if called(call) in LOUD
    ]


def loud_imports(root: Path) -> list[str]:
    """What really happens when every module is imported, seen by Python's own audit events."""
    names = [module.name for module in modules(root, "twin_stats") if is_importable(module)]
    watched = subprocess.run(
        [sys.executable, "-B", "-W", "ignore", "-c", WATCH, str(root.resolve()), *names],
        capture_output=True,
        text=True,
        cwd=root,
        env=os.environ | {"TWIN_STATS_HOME": str(root / "nowhere")},
    )
    failed = watched.stderr.splitlines()[-1:] if watched.returncode else []
    return watched.stdout.splitlines() + failed


def is_importable(module: Module) -> bool:
    """Whether a module is there to be imported, not to be run."""
    path = module.path.as_posix()
    return path not in SCRIPTS and "/migrations/" not in path and module.path.name != "__main__.py"


def calls_at_import(node: ast.AST) -> Iterator[ast.Call]:
    """The calls that an import carries out: functions' bodies wait, their decorators and defaults do not."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield child
        if isinstance(child, FUNCTIONS):
            for part in [*child.decorator_list, child.args]:
                yield from calls_at_import(part)
        elif not isinstance(child, ast.Lambda) and not is_main_block(child):
            yield from calls_at_import(child)


def called(call: ast.Call) -> str:
    """The last name of what is called: `connect` of `engine.connect()`."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def is_main_block(node: ast.AST) -> bool:
    """Whether this is `if __name__ == "__main__":`."""
    return isinstance(node, ast.If) and "__main__" in ast.unparse(node.test)
