"""One visitor as the server sees it: a websocket that asks for runs of a page and reads what comes back."""

import re
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

MOST_BYTES = 64 * 2**20
WHOLE_RUNS = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_WITH_COMPILE_ERROR)


@dataclass
class Shown:
    """What the last run put on the screen: its texts, its errors, and the filters with their identity."""

    texts: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    lists: dict[str, str] = field(default_factory=dict)


@dataclass
class Session:
    """A connection, the page that it is on, and how the last run came out."""

    connection: ClientConnection
    page: str
    page_hash: str = ""
    shown: Shown = field(default_factory=Shown)

    async def run(self, query: str, **widgets: list[str]) -> float:
        """Ask for one run under an address, with values chosen in filters; return its seconds."""
        message = BackMsg()
        state = message.rerun_script
        state.query_string, state.page_script_hash = query, self.page_hash
        state.page_name = "" if self.page_hash else self.page
        for identity, values in widgets.items():
            chosen = state.widget_states.widgets.add(id=self.shown.lists[identity])
            chosen.string_array_value.data.extend(values)
        begun = perf_counter()
        await self.connection.send(message.SerializeToString())
        known, self.shown = self.shown.lists, Shown()
        while not self._read(ForwardMsg.FromString(await self.connection.recv(decode=False))):
            pass
        self.shown.lists = known | self.shown.lists
        return perf_counter() - begun

    def _read(self, message: ForwardMsg) -> bool:
        """Take in a message; True once the run has ended."""
        kind = message.WhichOneof("type")
        if kind == "navigation":
            self.page_hash = message.navigation.page_script_hash
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._element(message.delta.new_element)
        return kind == "script_finished" and message.script_finished in WHOLE_RUNS

    def _element(self, element: Any) -> None:
        kind = element.WhichOneof("type")
        if kind == "metric":
            self.shown.texts.append(element.metric.body)
        elif kind == "markdown":
            self.shown.texts.append(element.markdown.body)
        elif kind == "html":
            self.shown.texts.append(element.html.body)
        elif kind in ("exception", "alert"):
            self.shown.errors.append(str(element)[:300])
        elif kind == "multiselect":
            name = re.search(r"-([a-z_]+)$", element.multiselect.id)
            self.shown.lists[name[1] if name else ""] = element.multiselect.id


async def opened(site: str, page: str, **address: str) -> Session:
    """A visitor who has just opened a page."""
    url = site.replace("http", "ws") + "/_stcore/stream"
    own: dict[str, Any] = {"subprotocols": ["streamlit"], "origin": site}
    connection = await connect(url, max_size=MOST_BYTES, **own)
    session = Session(connection, page)
    await session.run(urlencode(address))
    return session
