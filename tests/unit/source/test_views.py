"""Saved views in the books: kept by company, person and page."""

from pathlib import Path

import pytest

from tests.unit.source.making import add_company, new_stores
from twin_stats.errors import BadViewName, TooManyViews
from twin_stats.source.people import views
from twin_stats.source.people.views import MOST_VIEWS, Place, View
from twin_stats.source.stores import Stores

HERE = Place(1, "", "telephony")
BUSY = {"status": ("BUSY",), "bot": ("Anna", "")}


@pytest.fixture
def stores(tmp_path: Path) -> Stores:
    stores = new_stores(tmp_path)
    for number in (1, 2):
        add_company(stores, number)
    return stores


def names(stores: Stores, place: Place = HERE) -> list[str]:
    return [view.name for view in views.known(stores, place)]


def test_a_view_comes_back_as_it_was_saved_and_its_name_is_tidied(stores: Stores) -> None:
    views.save(stores, HERE, "  Busy \n lines ", BUSY)
    assert views.known(stores, HERE) == (View("Busy lines", BUSY),)


def test_the_same_name_changes_the_view_and_leaves_it_the_default(stores: Stores) -> None:
    views.save(stores, HERE, "mine", BUSY)
    views.make_default(stores, HERE, "mine")
    views.save(stores, HERE, "mine", {"task": ("Sale",)})
    assert views.known(stores, HERE) == (View("mine", {"task": ("Sale",)}, is_default=True),)


@pytest.mark.parametrize(
    "other", [Place(2, "", "telephony"), Place(1, "ann@x.org", "telephony"), Place(1, "", "chats")]
)
def test_nothing_of_one_company_person_or_page_is_seen_or_changed_by_another(
    stores: Stores, other: Place
) -> None:
    views.save(stores, HERE, "mine", BUSY)
    views.make_default(stores, HERE, "mine")
    assert names(stores, other) == []
    views.remove(stores, other, "mine")
    views.make_default(stores, other, "mine")
    views.make_default(stores, other, None)
    assert views.known(stores, HERE) == (View("mine", BUSY, is_default=True),)


def test_one_view_at_most_is_the_default(stores: Stores) -> None:
    for name in ("a", "b"):
        views.save(stores, HERE, name, BUSY)
        views.make_default(stores, HERE, name)
    assert [view.is_default for view in views.known(stores, HERE)] == [False, True]
    views.make_default(stores, HERE, None)
    assert not any(view.is_default for view in views.known(stores, HERE))


@pytest.mark.parametrize("name", ["", "   ", "x" * 61, "a\x00b", "a\u202eb"])
def test_a_name_that_nobody_can_read_is_refused(stores: Stores, name: str) -> None:
    with pytest.raises(BadViewName):
        views.save(stores, HERE, name, BUSY)
    assert names(stores) == []


def test_there_is_an_end_to_how_many_are_kept(stores: Stores) -> None:
    for number in range(MOST_VIEWS):
        views.save(stores, HERE, f"view {number:02}", BUSY)
    with pytest.raises(TooManyViews):
        views.save(stores, HERE, "one more", BUSY)
    views.save(stores, HERE, "view 00", {})
    views.remove(stores, HERE, "view 01")
    views.save(stores, HERE, "one more", BUSY)
    assert len(names(stores)) == MOST_VIEWS
