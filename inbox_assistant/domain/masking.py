"""What of a buyer is left out of papers that leave the desk.

Order numbers stay: Amazon asks for them, and they name nobody to others.
"""

import re
from collections.abc import Iterable

from inbox_assistant.domain.order_id import ORDER_ID

MASK = "…"
_ADDRESS = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(r"\bhttps?://\S+", re.IGNORECASE)
_NUMBER = re.compile(r"\+?\d[\d\s()/.\-]{5,}\d")
_SHORTEST_NAME = 2


def masked_name(name: str | None) -> str:
    """Return the first letter of each part of *name*."""
    if not name or not name.strip():
        return "—"
    return " ".join(f"{part[0]}{MASK}" for part in name.split())


def masked_text(text: str, names: Iterable[str] = ()) -> str:
    """Return *text* without addresses, links, long numbers and the given *names*."""
    text = _ADDRESS.sub(MASK, text)
    text = _LINK.sub(MASK, text)
    text = _NUMBER.sub(_unless_order, text)
    parts = {part for name in names for part in name.split()}
    for part in sorted(parts, key=len, reverse=True):
        if len(part) >= _SHORTEST_NAME:
            whole = rf"(?<!\w){re.escape(part)}(?!\w)"
            text = re.sub(whole, f"{part[0]}{MASK}", text, flags=re.IGNORECASE)
    return text


def _unless_order(match: re.Match[str]) -> str:
    return match[0] if ORDER_ID.fullmatch(match[0].strip()) else MASK
