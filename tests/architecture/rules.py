"""All rules of the house: each takes its root and gives its complaints."""

from collections.abc import Callable
from pathlib import Path

from tests.architecture import arrows, quiet, sizes, words

Rule = Callable[[Path], list[str]]
RULES: list[Rule] = [
    arrows.wrong_arrows,
    arrows.unknown_parts,
    arrows.streamlit_elsewhere,
    arrows.circles,
    sizes.long_files,
    sizes.long_functions,
    sizes.many_arguments,
    sizes.full_folders,
    sizes.empty_names,
    words.without_docstring,
    words.cyrillic_elsewhere,
    words.sentences_on_screen,
    quiet.loud_modules,
    quiet.loud_imports,
]
