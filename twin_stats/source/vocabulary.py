"""Words that figures know: however a file writes them, rows have them in one form."""

from collections.abc import Mapping
from types import MappingProxyType

CHAT_CHANNELS = (
    *("Web", "Telegram", "Whatsapp", "Viber", "Facebook", "Alice", "Yandex", "Vkontakte", "Skype"),
    *("Slack", "Wechat", "Snapchat", "Line"),
)
AUTHORS = ("client", "bot", "operator")

# By subject and column; whatever is none of these words stays as it came.
KNOWN: Mapping[tuple[str, str], tuple[str, ...]] = MappingProxyType(
    {
        ("chats", "channel"): CHAT_CHANNELS,
        ("chats", "opened_by"): AUTHORS,
        ("chats", "status"): ("active", "closed"),
        ("messages", "author"): AUTHORS,
        ("operators", "status"): ("online", "paused"),
    }
)
