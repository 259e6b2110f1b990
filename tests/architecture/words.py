"""Words: a docstring for each module, and what the screen says only in text.py."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.house import Module, modules

WORDS = Path("twin_stats/text.py")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
MARKUP = re.compile(r"<style.*?</style>|<script.*?</script>|<[^>]*>|:material/\w+:", re.DOTALL)
TWO_WORDS, ONE_WORD = r"[^\W\d_]{2,}\W*\s\W*[^\W\d_]{2,}", r"^\W*[A-Z][a-z]+\W*$"
SENTENCE = re.compile(f"{TWO_WORDS}|{ONE_WORD}")
SHOWN = {"label", "help", "title", "caption", "placeholder", "body", "text", "alt", "page_title", "page_name"}


def without_docstring(root: Path) -> list[str]:
    """Modules that do not say what they are for (an empty `__init__.py` has nothing to say)."""
    return [
        module.at(1, "has no docstring")
        for module in modules(root)
        if module.tree.body and not ast.get_docstring(module.tree)
    ]


def cyrillic_elsewhere(root: Path) -> list[str]:
    """Russian outside text.py; in demo/ names of people and places are data."""
    return [
        module.at(node.lineno, f"words outside text.py: {node.value[:40]!r}")
        for module in modules(root)
        if module.path != WORDS and module.part != "demo"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CYRILLIC.search(node.value)
    ]


def sentences_on_screen(root: Path) -> list[str]:
    """Words handed to Streamlit as they stand, instead of by their key in text.py."""
    return [
        module.at(node.lineno, f"words outside text.py: {words[:40]!r}")
        for module in modules(root, "twin_stats/ui", "pages")
        for call in streamlit_calls(module)
        for node in shown(call)
        for words in [written(node)]
        if SENTENCE.search(MARKUP.sub("", words))
    ]


def streamlit_calls(module: Module) -> Iterator[ast.Call]:
    """Calls of Streamlit, by whatever name the module knows it: `st.write`, `st.columns(2)[0].write`."""
    names = set(streamlit_names(module.tree))
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and root_name(node.func) in names:
            yield node


def streamlit_names(tree: ast.Module) -> Iterator[str]:
    """The names that a module gave to Streamlit, or to parts of it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (
                alias.asname or "streamlit" for alias in node.names if alias.name.split(".")[0] == "streamlit"
            )
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "streamlit":
            yield from (alias.asname or alias.name for alias in node.names)


def root_name(node: ast.AST) -> str:
    """The name that a chain of attributes, calls and subscripts starts from."""
    while not isinstance(node, ast.Name):
        if isinstance(node, ast.Attribute | ast.Subscript):
            node = node.value
        elif isinstance(node, ast.Call):
            node = node.func
        else:
            return ""
    return node.id


def shown(call: ast.Call) -> Iterator[ast.expr]:
    """The arguments of a call that end up on the screen."""
    yield from call.args
    yield from (keyword.value for keyword in call.keywords if keyword.arg in SHOWN)


def written(node: ast.expr) -> str:
    """The literal text of an argument, also of an f-string; a gap where a value goes in."""
    if isinstance(node, ast.JoinedStr):
        return "".join(written(part) if isinstance(part, ast.Constant) else "0" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
