"""What stands on a page stays until it is redrawn; what is not there yet is waited for behind a skeleton."""

from datetime import date, timedelta

from tests.browser.conftest import Open
from tests.browser.screen import Screen

# Days that nobody else in these tests looks at, so that the server does not know their figures.
NOBODYS = tuple(date.today() - timedelta(days=days) for days in (37, 5))
# Skeletons that came, whether they are still there or not.
WATCH = """
window.skeletons = 0;
const count = nodes => nodes.forEach(node => {
  if (!(node instanceof Element)) return;
  const all = [node, ...node.querySelectorAll('[data-testid=stSkeletonElement]')];
  window.skeletons += all.filter(one => one.matches('[data-testid=stSkeletonElement]')).length;
});
const start = () => new MutationObserver(seen => seen.forEach(one => count(one.addedNodes)))
  .observe(document.documentElement, {subtree: true, childList: true});
document.documentElement ? start() : addEventListener('DOMContentLoaded', start);
"""
SKELETONS = "() => { const found = window.skeletons; window.skeletons = 0; return found; }"
MARK = "all => all.forEach(one => { one.stood = true; })"
STOOD = "all => [all.length, all.filter(one => one.stood).length]"
DRAWN = "[data-testid=stVegaLiteChart], [class*=st-key-counters-], [class*=st-key-block-]"


def stood(screen: Screen) -> tuple[int, int]:
    """How many charts and counters there are, and how many of them were there when they were marked."""
    every, marked = screen.page.locator(DRAWN).evaluate_all(STOOD)
    return every, marked


def test_what_stands_stays_while_another_filter_is_asked_and_what_is_new_is_waited_for(visitor: Open) -> None:
    screen = visitor()
    screen.page.add_init_script(WATCH)
    screen.open(f"/chats?from={NOBODYS[0]}&to={NOBODYS[1]}")
    assert screen.page.evaluate(SKELETONS) > 5
    before = screen.figures()
    screen.page.locator(DRAWN).evaluate_all(MARK)
    screen.choose("Bot", "Nora (website)", "Emil (messengers)")  # one may have been made ahead, two are not
    assert screen.figures()["Chats"] != before["Chats"]
    assert screen.page.evaluate(SKELETONS) == 0
    every, marked = stood(screen)
    assert every == marked > 26
    screen.press("Telephony graphs", "link")
    assert screen.page.evaluate(SKELETONS) > 5 and stood(screen)[1] == 0
