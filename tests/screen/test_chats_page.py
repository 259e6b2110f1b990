"""The chat page on a small store: its four filters, and a company without groups."""

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from tests.screen.conftest import living_in
from tests.screen.screen import SCRIPT, address, figure
from tests.unit.analytics.chats.telling import session
from tests.unit.source.making import add_company, batch, new_stores
from twin_stats.source.stores import Stores
from twin_stats.source.writing import writing_events

WITH_GROUP = [
    session("c0 o30 c40 o60", channel="Web", bot=None, group="Sales"),
    session("c0 b2 c5 b6", channel="Telegram", bot="Nora"),
    session("b0", channel="Telegram", bot="Nora"),
]
WITHOUT = [session("c0 o5", channel="Web")]


@pytest.fixture(scope="module")
def chats(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    """Company 1 with three sessions, one of a group; company 2 with no group at all."""
    with living_in(tmp_path_factory.mktemp("chats")) as home:
        stores = new_stores(home)
        for number, sessions in ((1, WITH_GROUP), (2, WITHOUT)):
            add_company(stores, number)
            rows = [each.row for each in sessions], [row for each in sessions for row in each.said]
            with writing_events(stores) as writer:
                parts = zip(("chats", "messages"), rows, strict=True)
                batches = [batch(stores, number, each, subject) for subject, each in parts]
                writer.write(batches, lambda _connection, _generation: None)
        yield stores
        stores.close()


def opened(**wanted: str) -> AppTest:
    screen = AppTest.from_file(str(SCRIPT), default_timeout=60)
    screen.context = {"locale": "en-US", "theme": "light"}
    for name, value in {"from": "2026-02-01", "to": "2026-02-28", "company": "1", **wanted}.items():
        screen.query_params[name] = value
    return screen.switch_page("../../pages/chats.py").run()


@pytest.mark.usefixtures("chats")
def test_every_filter_narrows_sessions_and_messages_alike() -> None:
    screen = opened()
    assert not screen.exception and not screen.error
    assert (figure(screen, "Chats"), figure(screen, "Messages")) == ("3", "9")
    expected = {"channel": ("Web", "1", "4"), "bot": ("Nora", "2", "5"), "group": ("Sales", "1", "4")}
    for name, (value, chats, messages) in expected.items():
        narrowed = opened(**{name: value})
        assert (figure(narrowed, "Chats"), figure(narrowed, "Messages")) == (chats, messages)


@pytest.mark.usefixtures("chats")
def test_customer_messages_are_a_toggle_that_the_address_knows() -> None:
    screen = opened()
    screen.toggle(key="customer_messages").set_value(True).run()
    assert address(screen)["customer_messages"] == "yes"
    assert (figure(screen, "Chats"), figure(screen, "Messages")) == ("2", "8")
    assert figure(opened(customer_messages="yes"), "Chats") == "2"
    screen.button(key="clear").click().run()
    assert not screen.toggle(key="customer_messages").value


@pytest.mark.usefixtures("chats")
def test_all_13_channels_can_be_chosen_several_at_once() -> None:
    channels = opened().multiselect(key="channel")
    assert len(channels.options) == 13
    channels.select("Web").select("Line").run()
    assert channels.root.multiselect(key="channel").value == ["Web", "Line"]


@pytest.mark.usefixtures("chats")
def test_without_a_group_the_control_is_disabled_and_says_why() -> None:
    assert not opened().multiselect(key="group").disabled
    group = opened(company="2").multiselect(key="group")
    assert group.disabled and "at least one" in group.help
    assert figure(opened(company="2"), "Chats") == "1"
