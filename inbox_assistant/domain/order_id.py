"""Amazon's order numbers: three digits, seven digits, seven digits."""

import re

DIGITS = r"[0-9]{3}-[0-9]{7}-[0-9]{7}"
"""The pattern of an order number, to be put into a longer one."""

ORDER_ID = re.compile(rf"(?<![\d-]){DIGITS}(?![\d-])", re.ASCII)


def find_order_id(text: str) -> str | None:
    """Return the first order number in *text*, or ``None``."""
    found = ORDER_ID.search(text)
    return found.group() if found else None
