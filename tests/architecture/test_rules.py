"""Each rule is seen to fail: a copy of the house, one deliberate violation, one new complaint about it."""

from pathlib import Path

import pytest

from tests.architecture import arrows, quiet, sizes, words
from tests.architecture.house import modules
from tests.architecture.rules import RULES, Rule

HOUSE = Path(__file__).parents[2]
LONG = "def long():\n" + "    pass\n" * 25

# rule, the file that breaks it, what is written into it
VIOLATIONS: list[tuple[Rule, str, str]] = [
    (arrows.wrong_arrows, "twin_stats/billing/x.py", "from twin_stats.analytics import query"),
    (arrows.wrong_arrows, "twin_stats/billing/x.py", "from twin_stats import analytics"),
    (arrows.wrong_arrows, "twin_stats/billing/x.py", "from ..analytics.query import ask"),
    (arrows.wrong_arrows, "twin_stats/billing/x.py", "def later():\n    import twin_stats.analytics.query"),
    (
        arrows.wrong_arrows,
        "twin_stats/billing/x.py",
        "m = importlib.import_module('twin_stats.analytics.query')",
    ),
    (arrows.wrong_arrows, "twin_stats/source/x.py", "from twin_stats.analytics.query import ask"),
    (arrows.wrong_arrows, "twin_stats/source/x.py", "import twin_stats.importers"),
    (arrows.wrong_arrows, "twin_stats/source/x.py", "from twin_stats.billing import usage"),
    (arrows.wrong_arrows, "twin_stats/source/x.py", "from twin_stats.exports import frames"),
    (arrows.wrong_arrows, "twin_stats/source/x.py", "from twin_stats.demo import company"),
    (arrows.wrong_arrows, "twin_stats/analytics/x.py", "from twin_stats.billing.pricing import price"),
    (arrows.wrong_arrows, "twin_stats/analytics/x.py", "from twin_stats.importers import load"),
    (arrows.wrong_arrows, "twin_stats/analytics/x.py", "from twin_stats.ui.page import show"),
    (arrows.wrong_arrows, "twin_stats/importers/x.py", "from twin_stats.analytics import query"),
    (arrows.wrong_arrows, "twin_stats/importers/x.py", "from twin_stats.demo import company"),
    (arrows.wrong_arrows, "twin_stats/demo/x.py", "from twin_stats.analytics import query"),
    (arrows.wrong_arrows, "twin_stats/exports/x.py", "from twin_stats.ui import page"),
    (arrows.wrong_arrows, "twin_stats/__main__.py", "from twin_stats.ui import page"),
    (arrows.wrong_arrows, "twin_stats/settings.py", "from twin_stats.source import stores"),
    (arrows.wrong_arrows, "twin_stats/errors.py", "from twin_stats.ui import page"),
    (arrows.wrong_arrows, "twin_stats/ui/x.py", "from twin_stats.demo import company"),
    (arrows.wrong_arrows, "twin_stats/ui/x.py", "import streamlit_app"),
    (arrows.wrong_arrows, "pages/x.py", "from twin_stats.source import stores"),
    (arrows.unknown_parts, "twin_stats/cellar/x.py", ""),
    (arrows.streamlit_elsewhere, "twin_stats/billing/x.py", "import streamlit"),
    (arrows.streamlit_elsewhere, "twin_stats/exports/x.py", "from streamlit.runtime import caching"),
    (arrows.streamlit_elsewhere, "twin_stats/analytics/x.py", "def later():\n    import streamlit as st"),
    (sizes.long_files, "twin_stats/ui/x.py", "#\n" * 251),
    (sizes.long_files, "pages/x.py", "#\n" * 41),
    (sizes.long_functions, "twin_stats/ui/x.py", LONG),
    (
        sizes.long_functions,
        "benchmarks/x.py",
        "class C:\n    async def long(self):\n" + "        pass\n" * 25,
    ),
    (sizes.many_arguments, "twin_stats/ui/x.py", "def many(a, b, c, d, e): ..."),
    (sizes.many_arguments, "twin_stats/ui/x.py", "class C:\n    def many(self, a, b, /, c, d, e=1): ..."),
    (sizes.empty_names, "twin_stats/source/utils.py", ""),
    (sizes.empty_names, "twin_stats/source/helpers/x.py", ""),
    (sizes.empty_names, "tests/unit/common.py", ""),
    (sizes.empty_names, "pages/_misc.py", ""),
    (sizes.empty_names, "twin_stats/ui/manager.py", ""),
    (words.without_docstring, "twin_stats/ui/x.py", "VALUE = 1"),
    (words.cyrillic_elsewhere, "twin_stats/analytics/x.py", "NAME = 'Звонки'"),
    (words.cyrillic_elsewhere, "twin_stats/ui/x.py", "name = f'{1} звонков'"),
    (words.sentences_on_screen, "twin_stats/ui/x.py", "import streamlit as st\nst.write('No calls yet')"),
    (words.sentences_on_screen, "twin_stats/ui/x.py", "import streamlit\nstreamlit.button('Clear')"),
    (
        words.sentences_on_screen,
        "twin_stats/ui/x.py",
        "import streamlit as st\nst.text_input(KEY, help='Any part')",
    ),
    (
        words.sentences_on_screen,
        "twin_stats/ui/x.py",
        "import streamlit as st\nst.columns(2)[0].write('Two words')",
    ),
    (
        words.sentences_on_screen,
        "twin_stats/ui/x.py",
        "from streamlit import write\nwrite(f'{n} calls today')",
    ),
    (words.sentences_on_screen, "pages/x.py", "import streamlit as st\nst.sidebar.header(label='All calls')"),
    (words.sentences_on_screen, "pages/x.py", "import streamlit as st\nst.html('<b>All calls</b>')"),
    (quiet.loud_modules, "twin_stats/source/x.py", "engine = create_engine('sqlite://')"),
    (quiet.loud_modules, "twin_stats/source/x.py", "class C:\n    c = duckdb.connect()"),
    (quiet.loud_modules, "twin_stats/ui/x.py", "SQL = Path('x.sql').read_text()"),
    (quiet.loud_modules, "twin_stats/ui/x.py", "def f(engine=sqlalchemy.create_engine('x')): ..."),
]

# what each of these rules must leave alone
ALLOWED: list[tuple[Rule, str, str]] = [
    (
        arrows.wrong_arrows,
        "twin_stats/analytics/x.py",
        "from twin_stats.source import stores\nimport pandas.errors",
    ),
    (arrows.wrong_arrows, "pages/x.py", "from twin_stats.analytics import calls as c\nimport twin_stats"),
    (arrows.streamlit_elsewhere, "twin_stats/ui/x.py", "import streamlit as st"),
    (sizes.long_functions, "twin_stats/ui/x.py", LONG.removesuffix("    pass\n")),
    (sizes.many_arguments, "twin_stats/ui/x.py", "class C:\n    def many(self, a, b, c, d, *, e): ..."),
    (words.without_docstring, "twin_stats/ui/__init__.py", ""),
    (words.cyrillic_elsewhere, "twin_stats/demo/x.py", "CITIES = ['Пермь']"),
    (words.sentences_on_screen, "twin_stats/ui/x.py", "import streamlit as st\nst.Page('pages/calls.py')"),
    (
        words.sentences_on_screen,
        "twin_stats/ui/x.py",
        "import streamlit as st\nst.html('<style>a b {c d: e f}</style>')",
    ),
    (
        words.sentences_on_screen,
        "twin_stats/ui/x.py",
        "import streamlit as st\nst.button(words('clear'), key='clear')",
    ),
    (quiet.loud_modules, "twin_stats/ui/x.py", "def later():\n    return duckdb.connect()"),
    (quiet.loud_modules, "twin_stats/ui/x.py", "if __name__ == '__main__':\n    open('x')"),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the house, which a test may spoil."""
    for module in modules(HOUSE):
        write(tmp_path, {module.path.as_posix(): module.text})
    return tmp_path


def write(root: Path, files: dict[str, str]) -> None:
    """Put these texts below the root."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def complaints(rule: Rule, root: Path, files: dict[str, str]) -> list[str]:
    """The complaints that are new once these files are there."""
    before = set(rule(root))
    write(root, files)
    return sorted(set(rule(root)) - before)


@pytest.mark.parametrize(("rule", "path", "text"), VIOLATIONS)
def test_a_violation_is_seen(copy: Path, rule: Rule, path: str, text: str) -> None:
    found = complaints(rule, copy, {path: text})
    assert [complaint.split(":")[0] for complaint in found] == [path]


@pytest.mark.parametrize(("rule", "path", "text"), ALLOWED)
def test_what_is_allowed_is_left_alone(copy: Path, rule: Rule, path: str, text: str) -> None:
    assert complaints(rule, copy, {path: text}) == []


def test_a_circle_is_seen(copy: Path) -> None:
    there = {
        "twin_stats/demo/a.py": "from twin_stats.demo import b",
        "twin_stats/demo/b.py": "import datetime",
    }
    assert complaints(arrows.circles, copy, there) == []
    back = complaints(arrows.circles, copy, {"twin_stats/demo/b.py": "def f():\n    from .a import g"})
    assert {"twin_stats.demo.a", "twin_stats.demo.b"} <= set(back[0].split())


def test_a_full_folder_is_seen(copy: Path) -> None:
    twelve = {f"twin_stats/new/file_{n}.py": "" for n in range(12)} | {"twin_stats/new/__init__.py": ""}
    assert complaints(sizes.full_folders, copy, twelve) == []
    assert complaints(sizes.full_folders, copy, {"twin_stats/new/file_12.py": ""}) == [
        "twin_stats/new/ 13 Python files, at most 12"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "import sqlite3\ndef f():\n    sqlite3.connect(':memory:')\nf()",
        "import pathlib\n[make] = [pathlib.Path.write_text]\nmake(pathlib.Path('left_behind'), 'x')",
        "import subprocess\nsubprocess.run(['true'])",
        "import socket\nsocket.socket(socket.AF_UNIX).connect_ex('/nowhere')",
    ],
)
def test_what_happens_at_import_is_seen(tmp_path: Path, text: str) -> None:
    write(tmp_path, {"twin_stats/a.py": "import json, decimal\nOPEN = open", "twin_stats/b.py": text})
    found = quiet.loud_imports(tmp_path)
    assert {complaint.split(":")[0] for complaint in found} == {"twin_stats/b.py"}


def test_a_module_that_cannot_be_imported_is_seen(tmp_path: Path) -> None:
    write(tmp_path, {"twin_stats/a.py": "import no_such_thing"})
    assert quiet.loud_imports(tmp_path) == ["ModuleNotFoundError: No module named 'no_such_thing'"]


def test_each_rule_was_seen_to_fail() -> None:
    apart = {arrows.circles, sizes.full_folders, quiet.loud_imports}
    assert {rule for rule, _, _ in VIOLATIONS} | apart == set(RULES)
