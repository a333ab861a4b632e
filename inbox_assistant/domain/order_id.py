"""Amazon's order numbers: three digits, seven digits, seven digits."""

import re

ORDER_ID = re.compile(r"(?<![\d-])\d{3}-\d{7}-\d{7}(?![\d-])", re.ASCII)


def find_order_id(text: str) -> str | None:
    """Return the first order number in *text*, or ``None``."""
    found = ORDER_ID.search(text)
    return found.group() if found else None
