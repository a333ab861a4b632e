"""Numbers that the buyer wrote and the reply gives back: a tag's engraving."""

import re

_DIGIT = re.compile(r"\D")
_BETWEEN = re.compile(r"(?<=\d)[\s().\-–—/·•]{1,4}(?=\d)")
_LEAST = 6


def is_given_back(number: str, message: str) -> bool:
    """Return whether a telephone *number* stands in the buyer's *message* as well.

    It is the buyer's own then, however its digits are grouped.
    """
    digits = _DIGIT.sub("", number)
    return len(digits) >= _LEAST and digits in _BETWEEN.sub("", message)
