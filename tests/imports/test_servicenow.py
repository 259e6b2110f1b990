"""A real log of 24,918 tickets: each a session, each update a message, read by two short mappings."""

from pathlib import Path
from typing import Any

import pytest

from tests.imports.trial import Trial
from tests.unit.analytics.asking import Asked
from twin_stats.settings import PROJECT

pytestmark = pytest.mark.needs("real-data")
CHANNELS = {"Phone": 24684, "Self service": 161, "Email": 61, "IVR": 9, "Direct opening": 3}
READY = PROJECT / "twin_stats" / "importers" / "ready"
EVER = ("2015-01-01", "2018-01-01")


@pytest.fixture(scope="module")
def imported(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Any, Asked]:
    """The reports of chats and of messages, and what can be asked of them."""
    trial = Trial(tmp_path_factory.mktemp("servicenow") / "home")
    log = real_data / "servicenow_chats" / "incident_event_log.csv.gz"
    chats, messages = (trial.load(log, mapping=f"servicenow_{name}") for name in ("chats", "messages"))
    return chats, messages, Asked(trial.stores(), 7, "UTC")


def test_every_ticket_is_a_session_and_every_update_a_message(imported: Any) -> None:
    chats, messages, asked = imported
    assert (chats.accepted, chats.rejected, chats.duplicates) == (24_918, 0, 0)
    assert (messages.accepted, messages.rejected, messages.duplicates) == (141_712, 0, 0)
    names = "chats closed_chats active_chats messages client_messages operator_messages bot_messages"
    assert asked.rows(names, "", asked.filters(*EVER)) == [(24_918, 24_918, 0, 141_712, 45, 141_667, 0)]


def test_a_ticket_s_channel_is_that_of_its_first_row(imported: Any) -> None:
    *_, asked = imported
    assert dict(asked.rows("chats", "channel", asked.filters(*EVER))) == CHANNELS
    assert sum(count for _, count in asked.rows("messages", "channel", asked.filters(*EVER))) == 141_712


@pytest.mark.parametrize("name", ["servicenow_chats", "servicenow_messages"])
def test_the_mapping_is_short(name: str) -> None:
    assert len((READY / f"{name}.toml").read_text().splitlines()) <= 60
