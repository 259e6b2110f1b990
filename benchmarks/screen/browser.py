"""One look at a page: when each chart was drawn after opening, and how long a change of filter takes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
QUIET_MS = 1500
LAST = "(window.drawn.size ? window.redrawn : window.changed)"
# Notes when each chart is first there, when anything in a chart has last changed, and when anything has:
# what is announced to screen readers goes a second and a half after a choice.
WATCH = """
window.drawn = new Map(); window.redrawn = 0; window.changed = 0;
const inChart = ({target}) =>
  (target instanceof Element ? target : target.parentElement)?.closest('[data-testid="stVegaLiteChart"]');
const ready = chart => chart.querySelector(
  '.mark-rect path, .mark-symbol path, .mark-line path, .mark-area path, .mark-text text, canvas');
const look = () => {
  for (const chart of document.querySelectorAll('[data-testid="stVegaLiteChart"]'))
    if (ready(chart) && !window.drawn.has(chart)) window.drawn.set(chart, performance.now());
};
const note = seen => {
  window.changed = performance.now();
  if (seen.some(inChart)) window.redrawn = window.changed;
  look();
};
const start = () => new MutationObserver(note)
  .observe(document.documentElement, {subtree: true, childList: true, attributes: true, characterData: true});
document.documentElement ? start() : addEventListener('DOMContentLoaded', start);
"""
TIMES = """() => [...window.drawn].map(([chart, at]) => [at, chart.getBoundingClientRect().top])"""
SETTLED = f"""() => document.querySelector('[data-testid=stApp][data-test-script-state=notRunning]')
  && window.changed && performance.now() - window.changed > {QUIET_MS}"""


@dataclass(frozen=True)
class Look:
    """Seconds until the last chart of the first screen and of the page is there, and from a click to rest."""

    first_screen: float
    whole: float
    filtered: float
    charts: int


def look(
    browser: Any, address: str, chosen: tuple[str, str] | None, read: Callable[[], None] = lambda: None
) -> Look:
    """Open a page in a browser of its own, read it, then choose an option of a filter, if one is named."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-US")
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_function(SETTLED)
    times = page.evaluate(TIMES)
    rest = page.evaluate("window.changed")
    seen = [at for at, top in times if top < 900] or [rest]
    read()
    filtered = _choose(page, *chosen) if chosen else 0.0
    context.close()
    every = [at for at, _ in times] or [rest]
    return Look(max(seen) / 1000, max(every) / 1000, filtered, len(times))


def _choose(page: Any, label: str, option: str) -> float:
    """From the click on an option to the last change of a chart, or of the page without one, in seconds.

    Its name is typed first: a long list shows only its beginning.
    """
    page.get_by_role("combobox", name=label).first.click()
    page.keyboard.insert_text(option)
    choice = page.get_by_role("option", name=option, exact=True)
    choice.wait_for()
    begun = page.evaluate("performance.now()")
    choice.click()
    page.keyboard.press("Escape")
    page.wait_for_function(f"begun => {LAST} > begun", arg=begun)
    page.wait_for_function(SETTLED)
    last = page.evaluate(LAST)
    return float(last - begun) / 1000
