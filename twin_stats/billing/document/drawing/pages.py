"""An invoice's view put into its page: escaped, and every name in the page must be there."""

from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from twin_stats import text
from twin_stats.billing.document.content.view import View

PAGES = Path(__file__).parents[1] / "assets" / "pages"


def page(name: str, view: View, **facts: str) -> str:
    """The HTML of a page, in the view's language."""
    return _pages().get_template(name).render(view=view, say=partial(_say, view.language), **facts)


def _say(language: str, key: str) -> str:
    return text.say(f"document.{key}", language)


@cache
def _pages() -> Environment:
    return Environment(
        loader=FileSystemLoader(PAGES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        auto_reload=False,
    )
