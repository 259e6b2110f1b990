"""Data as plain text: whatever a name holds, it is never Markdown, HTML or a formula on the screen."""

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|>~$:<&^=])")


def plain(value: object) -> str:
    """Text that Markdown shows letter by letter."""
    return _SPECIAL.sub(r"\\\1", " ".join(str(value).split()))
